package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.ExactSum;
import org.fundinggap.model.Block;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Runs for one number of everything. Scenarios are run one at a time: one that borrows from another
 * is not given all of its parameters.
 */
final class Snapshots {
  private Snapshots() {}

  static Snapshot means(
      List<Option> scenarios, Settings settings, Execution execution, boolean isChecked) {
    int workers = Math.min(execution.threads(), DrawRange.all(settings).blocks());
    new HeapNeed().addColumns(scenarios, workers).require("work on fewer threads");
    Map<String, Snapshot.Numbers> means = new LinkedHashMap<>();
    for (Option scenario : scenarios) {
      means.put(
          scenario.name(),
          new Snapshot.Numbers(scenario.inputs(), means(scenario, settings, execution, isChecked)));
    }
    return new Snapshot(settings, OptionalInt.empty(), means);
  }

  private static List<Map<Quantity, Double>> means(
      Option scenario, Settings settings, Execution execution, boolean isChecked) {
    List<MeanSink> ofWorkers = new ArrayList<>();
    Supplier<List<MeanSink>> sinks =
        () -> {
          MeanSink sink = new MeanSink(scenario.inputs());
          ofWorkers.add(sink);
          return List.of(sink);
        };
    IntUnaryOperator order = IntUnaryOperator.identity();
    BlockQueue run =
        new BlockQueue(
            settings, List.of(scenario), sinks, DrawRange.all(settings), execution, order);
    if (isChecked) {
      run.watching(Double::isNaN);
    }
    int done = run.to(settings.draws());
    run.end();
    requireAll(done, settings);
    return MeanSink.means(ofWorkers, done);
  }

  /** Refuses a run that was stopped, of which no part is an answer. */
  static void requireAll(int done, Settings settings) {
    if (done < settings.draws()) {
      throw new IllegalStateException(
          "what is over all draws must be of "
              + settings.draws()
              + " draws, was stopped after "
              + done
              + "; run(...) gives what was done until it is stopped");
    }
  }

  static Snapshot draw(List<Option> scenarios, Settings settings, int index, boolean isChecked) {
    Checks.within(index, 0, settings.draws() - 1, "index of a draw", "draws are numbered from 0");
    int first = index / Block.SIZE * Block.SIZE;
    Map<String, Snapshot.Numbers> values = new LinkedHashMap<>();
    for (Option scenario : scenarios) {
      DrawSink sink = new DrawSink(scenario.inputs(), index);
      BlockWorker worker = new BlockWorker(Chance.of(settings), List.of(scenario), List.of(sink));
      if (isChecked) {
        worker.watch(Double::isNaN);
      }
      worker.run(first, Math.min(Block.SIZE, settings.draws() - first));
      values.put(scenario.name(), new Snapshot.Numbers(scenario.inputs(), sink.values()));
    }
    return new Snapshot(settings, OptionalInt.of(index), values);
  }

  /**
   * Adds up every quantity over the blocks of one worker; what it holds does not grow with the
   * number of draws, and sums of several workers add up to the same bits whichever blocks each had.
   */
  private static final class MeanSink implements Sink {
    private final YearRange range;
    private final List<Map<Quantity, ExactSum>> years = new ArrayList<>();

    MeanSink(Inputs inputs) {
      this.range = inputs.years();
      for (FinancialYear year : range.years()) {
        Map<Quantity, ExactSum> sums = new LinkedHashMap<>();
        Snapshot.drawn(inputs, year).forEach(each -> sums.put(each, new ExactSum()));
        years.add(sums);
      }
    }

    @Override
    public void store(BlockStepper run, FinancialYear year, int firstDraw, int draws) {
      years
          .get(range.indexOf(year))
          .forEach((each, sum) -> sum.add(Snapshot.column(run, each), 0, draws));
    }

    /** The means over all blocks of some workers, by year. */
    static List<Map<Quantity, Double>> means(List<MeanSink> workers, int draws) {
      List<Map<Quantity, Double>> means = new ArrayList<>();
      for (int i = 0; i < workers.get(0).years.size(); i++) {
        int year = i;
        Map<Quantity, Double> ofYear = new LinkedHashMap<>();
        for (Quantity each : workers.get(0).years.get(year).keySet()) {
          ExactSum sum = new ExactSum();
          workers.forEach(
              worker -> sum.add(Objects.requireNonNull(worker.years.get(year).get(each))));
          ofYear.put(each, sum.value() / draws);
        }
        means.add(ofYear);
      }
      return means;
    }
  }

  /** Takes one draw of every quantity out of the one block that it is given. */
  private static final class DrawSink implements Sink {
    private final Inputs inputs;
    private final int draw;
    private final List<Map<Quantity, Double>> values = new ArrayList<>();

    DrawSink(Inputs inputs, int draw) {
      this.inputs = inputs;
      this.draw = draw;
    }

    @Override
    public void store(BlockStepper run, FinancialYear year, int firstDraw, int draws) {
      Map<Quantity, Double> ofYear = new LinkedHashMap<>();
      for (Quantity each : Snapshot.drawn(inputs, year)) {
        ofYear.put(each, Snapshot.column(run, each)[draw - firstDraw]);
      }
      values.add(ofYear);
    }

    /** The values by year, in order of the years. */
    List<Map<Quantity, Double>> values() {
      return values;
    }
  }
}
