package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Quantity;

/**
 * Runs for one number of everything. Scenarios are run one at a time: one that borrows from another
 * is not given all of its parameters.
 */
final class Snapshots {
  private Snapshots() {}

  static Snapshot means(List<Option> scenarios, Settings settings, Execution execution) {
    Map<String, Snapshot.Numbers> means = new LinkedHashMap<>();
    for (Option scenario : scenarios) {
      means.put(
          scenario.name(),
          new Snapshot.Numbers(scenario.inputs(), means(scenario.inputs(), settings, execution)));
    }
    return new Snapshot(settings, OptionalInt.empty(), means);
  }

  private static List<Map<Quantity, Double>> means(
      Inputs inputs, Settings settings, Execution execution) {
    List<MeanSink> ofWorkers = new ArrayList<>();
    Supplier<List<MeanSink>> sinks =
        () -> {
          MeanSink sink = new MeanSink(inputs);
          ofWorkers.add(sink);
          return List.of(sink);
        };
    IntUnaryOperator order = IntUnaryOperator.identity();
    BlockQueue run =
        new BlockQueue(settings, List.of(inputs), sinks, DrawRange.all(settings), execution, order);
    int done = run.to(settings.draws());
    run.end();
    if (done < settings.draws()) {
      throw new IllegalStateException(
          "means must be over all of "
              + settings.draws()
              + " draws, were stopped after "
              + done
              + "; run(...) gives what was done until it is stopped");
    }
    return MeanSink.means(ofWorkers, done);
  }

  static Snapshot draw(List<Option> scenarios, Settings settings, int index) {
    Checks.within(index, 0, settings.draws() - 1, "index of a draw", "draws are numbered from 0");
    int first = index / Block.SIZE * Block.SIZE;
    Map<String, Snapshot.Numbers> values = new LinkedHashMap<>();
    for (Option scenario : scenarios) {
      DrawSink sink = new DrawSink(scenario.inputs(), index);
      new BlockWorker(Chance.of(settings), List.of(scenario.inputs()), List.of(sink))
          .run(first, Math.min(Block.SIZE, settings.draws() - first));
      values.put(scenario.name(), new Snapshot.Numbers(scenario.inputs(), sink.values()));
    }
    return new Snapshot(settings, OptionalInt.of(index), values);
  }
}
