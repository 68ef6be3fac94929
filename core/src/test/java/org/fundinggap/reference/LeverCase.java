package org.fundinggap.reference;

import java.util.List;
import java.util.stream.IntStream;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.RandomLevers;
import org.fundinggap.model.Inputs;
import org.fundinggap.scenario.TracedRun;

/**
 * A scenario with levers over it, for the model and for the reference.
 *
 * @param base the scenario without them
 * @param levers what is laid over it
 * @param inputs the larger model and its numbers
 */
record LeverCase(ReferenceCase base, List<Lever> levers, Inputs inputs) {
  static LeverCase of(ReferenceCase base, List<Lever> levers) {
    return new LeverCase(base, levers, RandomLevers.laidOver(base.inputs(), levers));
  }

  /** So many draws of the model. */
  List<ModelDraw> draws(int draws, long seed) {
    TracedRun run = TracedRun.of(inputs, draws, seed);
    return IntStream.range(0, draws).mapToObj(draw -> ModelDraw.of(run, draw)).toList();
  }

  /** The library's kernels and the model's placement chain. */
  List<ReferenceYear> withModelsChain(ModelDraw draw) {
    ReferenceChain chain = ReferenceChain.of(draw);
    return ReferenceEngine.england(base.streams(), base.cuts(), Arithmetic.KERNELS, chain)
        .with(levers)
        .run(ReferenceDraw.of(draw, base.inputs()));
  }

  /** Where the bits differ, given the model's placement chain. */
  List<Agreement.Difference> differencesInBits(ModelDraw draw) {
    return Agreement.inBits(draw, withModelsChain(draw));
  }

  /** Where the two are too far apart, from draws alone. */
  List<Agreement.Difference> differencesFromDraws(ModelDraw draw) {
    ReferenceChain chain = ReferenceChain.byMatrix();
    List<ReferenceYear> years =
        ReferenceEngine.england(base.streams(), base.cuts(), Arithmetic.TEXTBOOK, chain)
            .with(levers)
            .run(ReferenceDraw.of(draw, base.inputs()));
    return Agreement.beyond(ReferenceCase.TOLERANCE, draw, years);
  }
}
