package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.SideBySide;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
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
 * How long it takes to compare the baseline with every measure of the policy catalogue that has
 * levers, all on the same draws, and with how many a run is still one run.
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package
 * java -jar benchmarks/target/benchmarks.jar CatalogueBenchmark
 * }</pre>
 *
 * <p>What is timed: the run, which keeps the draws of the stand-still gap and of children looked
 * after in every year, and the table of paired differences in the last year. Reading the register
 * and trying out the levers come before the clock starts.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class CatalogueBenchmark {
  /** The baseline, alone or with the whole catalogue. */
  @State(Scope.Benchmark)
  public static class Measures {
    /** Joint samples of all uncertain inputs. */
    @Param({"100000"})
    public int comparedDraws;

    /** Threads that work on blocks of draws. */
    @Param({"2"})
    public int workers;

    /**
     * Whether measures are run, {@code true}, or the baseline alone, {@code false}. A text, for JMH
     * takes any other word for false where a boolean is asked.
     */
    @Param({"true", "false"})
    public String measures = "true";

    private final Baseline baseline = Baseline.england(EvidenceBase.load());
    private final Scenario without = baseline.with(FundingRule.REAL_FLAT);
    private final Variable gap = Gap.STAND_STILL.real(baseline.baseYear());
    private Simulation simulation = Simulation.of(without);

    /** Lays each measure's levers over the baseline. */
    @Setup
    public void prepare() {
      List<Scenario> scenarios = new ArrayList<>(List.of(without));
      if (BenchmarkChecks.isTrue("measures", measures)) {
        for (Measure measure :
            PolicyCatalogue.of(EvidenceBase.load(), baseline.baseYear()).measures()) {
          if (!measure.isMeasurement()) {
            scenarios.add(without.with(measure.id(), measure.levers().toArray(Lever[]::new)));
          }
        }
      }
      simulation =
          Simulation.of(scenarios)
              .keeping(gap, Placements.LOOKED_AFTER)
              .on(Execution.ofThreads(workers));
    }
  }

  /**
   * One run and its table.
   *
   * @param state the scenarios
   * @return the table, or the baseline's mean gap if it was run alone
   */
  @Benchmark
  public String compared(Measures state) {
    Projection run = state.simulation.run(Settings.of(2025, state.comparedDraws));
    FinancialYear last = state.baseline.years().last();
    if (!BenchmarkChecks.isTrue("measures", state.measures)) {
      return Double.toString(run.outcome(state.gap).in(last).mean());
    }
    SideBySide table =
        Comparison.of(run, state.without.name())
            .sideBySide(last, state.gap, Placements.LOOKED_AFTER);
    return table.toString();
  }
}
