package org.fundinggap.benchmarks;

import java.util.concurrent.TimeUnit;
import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.fundinggap.draws.Draws;
import org.fundinggap.simulation.Execution;
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
 * How long {@link ReferenceWorkload} takes through the public API: on one thread and two, as one
 * scenario and as twenty that differ in little or in much.
 *
 * <p>{@link Simulation#run} is timed whole: sampling, equations and storing all gaps. The result is
 * returned, so nothing of it can be optimised away, and no statistic is taken from it: that is
 * another job, which the programs in other languages don't time either.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class ReferenceWorkloadBenchmark {
  private static final long SEED = 42;

  /** One scenario of 2^20 draws, as peers run it. */
  @State(Scope.Benchmark)
  public static class Single {
    /** Threads that work on blocks of draws. */
    @Param({"1", "2"})
    public int threads;

    private final Settings settings = Settings.of(SEED, 1 << 20);
    private Simulation simulation = ReferenceWorkload.simulation();

    /** Sets the threads, and checks the answer once. */
    @Setup
    public void prepare() {
      simulation = simulation.on(Execution.ofThreads(threads));
      Draws gap =
          simulation
              .run(settings)
              .outcome(ReferenceWorkload.GAP)
              .in(ReferenceWorkload.YEARS.last());
      requireNear(gap.mean(), ReferenceWorkload.MEAN, "mean");
      requireNear(
          gap.standardDeviation(), ReferenceWorkload.STANDARD_DEVIATION, "standard deviation");
    }

    private static void requireNear(double value, double right, String name) {
      if (!(Math.abs(value - right) <= 3)) {
        throw new IllegalStateException(name + " must be within 3 of " + right + ", was " + value);
      }
    }
  }

  /** Scenarios of 2^17 draws on one thread. */
  @State(Scope.Benchmark)
  public static class Several {
    /** How many scenarios are run together: 1 to {@value BenchmarkChecks#MOST}. */
    @Param({"1", "20"})
    public int scenarios;

    /** In what they differ. */
    @Param({"FUNDING", "FEES", "REFERRALS"})
    public Difference difference = Difference.FUNDING;

    private final Settings settings = Settings.of(SEED, 1 << 17);
    private Simulation simulation = ReferenceWorkload.simulation();

    /** Makes the scenarios. */
    @Setup
    public void prepare() {
      BenchmarkChecks.scenarios(scenarios);
      simulation = ReferenceWorkload.scenarios(difference, scenarios).on(Execution.ofThreads(1));
    }
  }

  /**
   * One scenario, 2^20 draws.
   *
   * @param state the simulation
   * @return all gaps
   */
  @Benchmark
  public Projection oneScenario(Single state) {
    return state.simulation.run(state.settings);
  }

  /**
   * Scenarios on common draws, 2^17 of them, one thread.
   *
   * @param state the simulation
   * @return all gaps
   */
  @Benchmark
  public Projection manyScenarios(Several state) {
    return state.simulation.run(state.settings);
  }
}
