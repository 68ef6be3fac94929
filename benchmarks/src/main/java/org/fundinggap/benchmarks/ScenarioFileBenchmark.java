package org.fundinggap.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.file.ScenarioFile;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.jspecify.annotations.Nullable;
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
 * How long a scenario of one's own takes to run, from a file; several files are set side by side.
 * From the root of the project:
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar ScenarioFileBenchmark \
 *     -p scenario=examples/scenarios/real-flat.yaml,ours.yaml -p fileDraws=10000
 * }</pre>
 *
 * <p>Timed is {@link Simulation#run} of all gaps and the mean of the last year's stand-still gap.
 * Reading the file, and calibrating what it starts from, happens once, before the clock starts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class ScenarioFileBenchmark {
  /** A scenario file and how it is run. */
  @State(Scope.Benchmark)
  public static class OfFile {
    /** The file, from where the benchmarks are run. */
    @Param("examples/scenarios/short-breaks.yaml")
    public String scenario = "";

    /** Joint samples of all uncertain inputs; settings in the file are not read. */
    @Param("10000")
    public int fileDraws;

    /** Threads that work on blocks of draws. */
    @Param("1")
    public int fileThreads;

    private @Nullable Simulation simulation;
    private @Nullable Settings settings;
    private @Nullable FinancialYear last;

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     */
    @Setup
    public void prepare() throws IOException {
      Scenario read = ScenarioFile.load(Path.of(scenario), EvidenceBase.load()).scenario();
      simulation =
          Simulation.of(read)
              .keeping(Gap.STAND_STILL.cash(), Gap.BUDGET.cash(), Gap.NEED.cash())
              .on(Execution.ofThreads(fileThreads));
      settings = Settings.of(2025, fileDraws);
      last = read.inputs().years().last();
    }

    private double mean() {
      return Objects.requireNonNull(simulation)
          .run(Objects.requireNonNull(settings))
          .outcome(Gap.STAND_STILL.cash())
          .in(Objects.requireNonNull(last))
          .mean();
    }
  }

  /**
   * One run.
   *
   * @param state the scenario
   * @return the mean stand-still gap of the last year, GBP million
   */
  @Benchmark
  public double run(OfFile state) {
    return state.mean();
  }
}
