package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fundinggap.model.Inputs;
import org.fundinggap.scenario.TracedRun;

/**
 * A scenario for the model and what the reference must know of it beyond its numbers.
 *
 * @param inputs the model and its numbers
 * @param streams its funding streams, in their order
 * @param cuts whether a gap is met by cuts of early help
 */
record ReferenceCase(Inputs inputs, List<ReferenceStream> streams, boolean cuts) {
  /** What a difference may be as a share of the number's size, from draws alone, over all years. */
  static final double TOLERANCE = 1e-11;

  /** So many draws of the model: parameters by their distributions, shocks by the normal one. */
  List<ModelDraw> draws(int draws, long seed) {
    TracedRun run = TracedRun.of(inputs, draws, seed);
    return IntStream.range(0, draws).mapToObj(draw -> ModelDraw.of(run, draw)).toList();
  }

  /** The library's kernels and the model's placement chain: all else must have the same bits. */
  List<ReferenceYear> withModelsChain(ModelDraw draw, ReferenceDraw numbers) {
    return ReferenceEngine.england(streams, cuts, Arithmetic.KERNELS, ReferenceChain.of(draw))
        .run(numbers);
  }

  /** The platform's functions and another method for the chain: from draws alone. */
  List<ReferenceYear> fromDraws(ReferenceDraw numbers) {
    return ReferenceEngine.england(streams, cuts, Arithmetic.TEXTBOOK, ReferenceChain.byMatrix())
        .run(numbers);
  }

  /** Where the bits differ, given the model's placement chain. */
  List<Agreement.Difference> differencesInBits(ModelDraw draw) {
    return Agreement.inBits(draw, withModelsChain(draw, ReferenceDraw.of(draw)));
  }

  /**
   * Where one year of the placement chain, from the model's own year before, differs from that by
   * the other method.
   *
   * <p>Stocks may differ by 1e-12 of all children and 1e-14 / r^2, where r is the least total rate
   * of a state: the model takes averages as distances from a steady state, divided by that rate
   * twice, which cancel where hardly anyone leaves or moves. The most seen over 20,000 scenarios is
   * a seventh of that; at a rate of 0.002 a year it was 5e-11 of all children.
   */
  List<String> chainDifferences(ModelDraw draw) {
    List<String> beyond = new ArrayList<>();
    for (ReferenceYear year : withModelsChain(draw, ReferenceDraw.of(draw))) {
      if (year.index() > 0) {
        double[] model = ReferenceChain.of(draw).year(year);
        double[] other = ReferenceChain.byMatrix().year(year);
        double rate = ReferenceChain.leastRate(year);
        double children = Arrays.stream(other, 0, ReferenceChain.STATES.size()).sum();
        double tolerance = (1e-12 + 1e-14 / (rate * rate)) * children;
        for (int i = 0; i < model.length; i++) {
          if (!(Math.abs(model[i] - other[i]) <= tolerance)) {
            beyond.add(draw.year(year.index()) + ": " + model[i] + " for " + other[i]);
          }
        }
      }
    }
    return beyond;
  }

  /** Where the two are too far apart, from draws alone. */
  List<Agreement.Difference> differencesFromDraws(ModelDraw draw) {
    return Agreement.beyond(TOLERANCE, draw, fromDraws(ReferenceDraw.of(draw)));
  }
}
