package org.fundinggap.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.LeadingStreams;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * What evenly spread draws earn: how far estimates of the stand-still gap of England in 2034-35
 * under cash-flat funding are off, by how draws are spread and how many there are.
 *
 * <p>Every seed is run once with the most draws. Fewer draws are aligned stretches of those, all of
 * them: more draws keep the first ones, and a scrambled stretch of Sobol points from a multiple of
 * its length on is as even and as random as the first. Errors are from what many more draws say.
 */
final class SpreadStudy {
  /** Binary logarithm of the fewest draws. */
  static final int FEWEST = 10;

  /** Binary logarithm of the most draws. */
  static final int MOST = 16;

  /** Binary logarithms of the numbers of draws at which runs are timed. */
  static final List<Integer> TIMED = List.of(14, MOST);

  /** How many seeds a whole study takes. */
  static final int SEEDS = 64;

  /** How many seeds are run on one thread, for the time of it. */
  private static final int TIMED_SEEDS = 12;

  private static final int TRUTH_SEEDS = 8;
  private static final long FIRST_TRUTH_SEED = 1_000_000;
  private static final FinancialYear YEAR = FinancialYear.parse("2034-35");
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final double MILLISECOND = 1e6;

  private final int seeds;
  private final int truthDraws;
  private final Consumer<String> listener;
  private final Simulation simulation;
  private final List<StreamId> leading;

  /** How draws are spread; under Sobol draws all streams lead. */
  enum Spread {
    /** Every draw alone. */
    INDEPENDENT("independent", 0),
    /** The most even one, which states no standard error. */
    SOBOL("Sobol, 1 replicate", 1),
    /** One that states its standard error. */
    SOBOL_IN_4("Sobol, 4 replicates", 4);

    private final String label;
    private final int replicates;

    Spread(String label, int replicates) {
      this.label = label;
      this.replicates = replicates;
    }

    String label() {
      return label;
    }

    private Sampling sampling(List<StreamId> leading) {
      return this == INDEPENDENT
          ? Sampling.independent()
          : Sampling.sobol(replicates).withLeading(leading);
    }
  }

  /** What is estimated. */
  enum Figure {
    /** The mean. */
    MEAN("mean"),
    /** The 90th percentile. */
    P90("90th percentile");

    private final String label;

    Figure(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** The estimate from draws in rising order. */
    double of(double[] sorted) {
      return switch (this) {
        case MEAN -> Arrays.stream(sorted).sum() / sorted.length;
        case P90 -> {
          double position = 0.9 * (sorted.length - 1);
          int below = (int) position;
          yield sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
        }
      };
    }
  }

  /**
   * A study that is not yet run.
   *
   * @param seeds how many, at least 2
   * @param truthLog binary logarithm of the draws of each of the runs that give the truth
   * @param listener told how far it has come
   */
  SpreadStudy(int seeds, int truthLog, Consumer<String> listener) {
    this.seeds = seeds;
    this.truthDraws = 1 << truthLog;
    this.listener = listener;
    var england = Baseline.england(EvidenceBase.load()).with(FundingRule.CASH_FLAT);
    this.leading = LeadingStreams.of(england);
    this.simulation = Simulation.of(england).keeping(GAP);
  }

  /** Runs it: on one thread what is timed, the rest on all processors. */
  SpreadErrors run() {
    SpreadErrors errors = new SpreadErrors(seeds);
    Map<Figure, Double> truth = truth();
    listener.accept("truth: " + truth);
    for (int seed = 0; seed < seeds; seed++) {
      for (Spread spread : Spread.values()) {
        double[] gap = new double[0];
        if (seed < TIMED_SEEDS) {
          for (int log : TIMED) {
            long start = System.nanoTime();
            gap = gap(Execution.ofThreads(1), spread, seed, 1 << log);
            errors.addTime(spread, log, (System.nanoTime() - start) / MILLISECOND);
          }
        } else {
          gap = gap(Execution.ofAllProcessors(), spread, seed, 1 << MOST);
        }
        for (int log = FEWEST; log <= MOST; log++) {
          addErrors(gap, spread, log, truth, errors);
        }
      }
      listener.accept("seed " + (seed + 1) + " of " + seeds);
    }
    return errors;
  }

  private Map<Figure, Double> truth() {
    Map<Figure, Double> truth = new LinkedHashMap<>();
    for (int i = 0; i < TRUTH_SEEDS; i++) {
      long seed = FIRST_TRUTH_SEED + i;
      double[] sorted = gap(Execution.ofAllProcessors(), Spread.SOBOL, seed, truthDraws);
      Arrays.sort(sorted);
      for (Figure figure : Figure.values()) {
        truth.merge(figure, figure.of(sorted) / TRUTH_SEEDS, Double::sum);
      }
    }
    return truth;
  }

  private double[] gap(Execution execution, Spread spread, long seed, int draws) {
    Settings settings = Settings.of(seed, draws).withSampling(spread.sampling(leading));
    return simulation.on(execution).run(settings).outcome(GAP).in(YEAR).values();
  }

  private static void addErrors(
      double[] gap, Spread spread, int log, Map<Figure, Double> truth, SpreadErrors errors) {
    int size = 1 << log;
    Map<Figure, Double> squares = new LinkedHashMap<>();
    for (int first = 0; first < gap.length; first += size) {
      double[] sorted = Arrays.copyOfRange(gap, first, first + size);
      Arrays.sort(sorted);
      truth.forEach(
          (figure, right) -> {
            double off = figure.of(sorted) - right;
            squares.merge(figure, off * off * size / gap.length, Double::sum);
          });
    }
    squares.forEach((figure, square) -> errors.add(spread, figure, log, square));
  }
}
