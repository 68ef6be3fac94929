package org.fundinggap.benchmarks;

import java.util.concurrent.TimeUnit;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.LeadingStreams;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a user waits for an answer of a wanted precision: the mean stand-still gap of England in
 * 2034-35 under cash-flat funding, on one thread.
 *
 * <p>The number of draws is the least power of two whose stated standard error is within the bound;
 * it is found before the clock starts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class TimeToAccuracyBenchmark {
  private static final long SEED = 2025;
  private static final int FEWEST_DRAWS = 1 << 10;
  private static final int MOST_DRAWS = 1 << 22;
  private static final FinancialYear YEAR = FinancialYear.parse("2034-35");
  private static final Variable GAP = Gap.STAND_STILL.cash();

  /** How draws are made. */
  public enum Draw {
    /** Every draw stands alone. */
    INDEPENDENT,
    /** Sobol points in 8 replicates, all streams leading. */
    SOBOL;

    private Settings settings(Scenario scenario, int draws) {
      Settings settings = Settings.of(SEED, draws);
      return switch (this) {
        case INDEPENDENT -> settings;
        case SOBOL ->
            settings.withSampling(Sampling.sobol(8).withLeading(LeadingStreams.of(scenario)));
      };
    }
  }

  /** How draws are made. */
  @Param({"INDEPENDENT", "SOBOL"})
  public Draw sampler = Draw.INDEPENDENT;

  /** The largest standard error that is good enough, GBP million. */
  @Param({"20"})
  public double bound;

  private final Scenario england = england();
  private final Simulation simulation =
      Simulation.of(england).keeping(GAP).on(Execution.ofThreads(1));
  private Settings settings = Settings.of(SEED, 1);

  private static Scenario england() {
    return Baseline.england(EvidenceBase.load()).with(FundingRule.CASH_FLAT);
  }

  /** Finds how many draws it takes. */
  @Setup
  public void prepare() {
    settings = sampler.settings(england, drawsFor(sampler, bound));
  }

  /**
   * How many draws a sampler needs.
   *
   * @param sampler how draws are made
   * @param bound the largest standard error that is good enough, GBP million; positive
   * @return the least power of two from 2^10 on whose stated standard error is within the bound
   * @throws IllegalStateException if 2^22 are too few
   */
  public static int drawsFor(Draw sampler, double bound) {
    Scenario england = england();
    Simulation simulation = Simulation.of(england).keeping(GAP);
    for (int draws = FEWEST_DRAWS; draws <= MOST_DRAWS; draws *= 2) {
      Draws gap = simulation.run(sampler.settings(england, draws)).outcome(GAP).in(YEAR);
      if (gap.meanError() <= bound) {
        return draws;
      }
    }
    throw new IllegalStateException(
        "bound must be within reach of " + MOST_DRAWS + " draws, was " + bound);
  }

  /**
   * One run.
   *
   * @return the draws
   */
  @Benchmark
  public Projection standStillGap() {
    return simulation.run(settings);
  }
}
