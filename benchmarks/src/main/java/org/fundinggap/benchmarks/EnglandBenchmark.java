package org.fundinggap.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fundinggap.cost.Cost;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Option;
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
 * How long the main run takes: England from 2024-25, ten years on, all demand, cost, funding and
 * gap equations, every draw kept of the four variables of a headline table.
 *
 * <p>Build and run it from the root of the project:
 *
 * <pre>{@code
 * mvn -q -pl benchmarks -am package
 * java -jar benchmarks/target/benchmarks.jar EnglandBenchmark
 * }</pre>
 *
 * <p>All settings take a quarter of an hour on a quiet machine. A first look at one of them takes
 * ten seconds:
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar EnglandBenchmark.england \
 *     -f 1 -wi 3 -i 3 -p draws=10000 -p scenarios=1 -p threads=1
 * }</pre>
 *
 * <p><b>What is timed.</b> {@link Simulation#run}: sampling, equations, storing the kept draws, and
 * the mean of the last year's gap, which the method returns so that no draw can be optimised away.
 * Reading the register and calibrating the baseline happen once, before the clock starts.
 *
 * <p><b>What is varied.</b>
 *
 * <ul>
 *   <li>{@code draws}: time should grow in proportion. 10,000 give a mean, 100,000 a tail.
 *   <li>{@code scenarios}: funding rules that are run together, up to 50 scenarios. They share each
 *       block's random numbers, so four cost less than four times one.
 *   <li>{@code threads}: the results are the same to the bit. On a machine with two free cores two
 *       threads should take little more than half the time of one.
 * </ul>
 *
 * <p><b>How to read it.</b> JMH prints the average time of one run in milliseconds, with the
 * half-width of a 99.9% confidence interval over the iterations of three fresh JVMs. An interval
 * that is wide beside its mean says that something else was using the machine: look at its load
 * first, and compare two versions of the code only by intervals that were measured on the same
 * quiet machine. Draws times scenarios over the time is the throughput in scenario draws a second.
 *
 * <p><b>A draw-year.</b> {@link #summarised} works out every variable of England's model for
 * 1,000,000 draws and sums up each in a histogram; one draw's one year costs its time over
 * 10,000,000, which the page of measurements sets beside that of {@link
 * ReferenceWorkloadBenchmark}, a model of ten equations.
 *
 * <p>The heap is fixed at 1 GB and touched beforehand, so that its growing pains are not measured:
 * the largest setting keeps 100,000 draws x 4 scenarios x 4 variables x 11 years x 8 bytes = 141 MB
 * a run.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class EnglandBenchmark {
  private static final long SEED = 2025;
  private static final int WARM_UP_DRAWS = 20_000;

  /** The rules in the order in which scenarios are added. */
  private static final List<FundingRule> RULES =
      List.of(
          FundingRule.CASH_FLAT,
          FundingRule.REAL_FLAT,
          FundingRule.COUNCIL_TAX,
          FundingRule.FOLLOWS_OUTTURN);

  private static Baseline baseline() {
    return Baseline.england(EvidenceBase.load());
  }

  /** Rules that are run together, and how. */
  @State(Scope.Benchmark)
  public static class Rules {
    /** Joint samples of all uncertain inputs. */
    @Param({"10000", "100000"})
    public int draws;

    /**
     * How many scenarios are run together on the same draws: 1 to {@value BenchmarkChecks#MOST}.
     * The first four are the funding rules; each further round of them has 1% more base funding.
     */
    @Param({"1", "4"})
    public int scenarios;

    /** Threads that work on blocks of draws. */
    @Param({"1", "2"})
    public int threads;

    private final Baseline baseline = baseline();
    private Settings settings = Settings.of(SEED, 1);
    private Simulation simulation = Simulation.of(baseline.with(RULES.get(0)));

    /** Makes the simulation that the parameters ask for. */
    @Setup
    public void prepare() {
      BenchmarkChecks.scenarios(scenarios);
      List<Scenario> chosen = IntStream.range(0, scenarios).mapToObj(this::scenario).toList();
      settings = Settings.of(SEED, draws);
      simulation =
          Simulation.of(chosen)
              .keeping(Cost.NEED, Funding.FUNDING, Gap.STAND_STILL.cash(), Gap.BUDGET.cash())
              .on(Execution.ofThreads(threads));
    }

    /** Numbers differ from round to round: what is the same is worked out but once. */
    private Scenario scenario(int i) {
      FundingRule rule = RULES.get(i % RULES.size());
      int round = i / RULES.size();
      return round == 0
          ? baseline.with(rule)
          : baseline
              .withFunding(baseline.baseFunding().times(1 + 0.01 * round), "ra-budget-net")
              .with(rule)
              .named(rule.label() + ", round " + round);
    }
  }

  /** One rule of which all variables are summarised, on one thread. */
  @State(Scope.Benchmark)
  public static class Summary {
    /** Joint samples of all uncertain inputs. */
    @Param({"1000000"})
    public int manyDraws;

    private final Simulation simulation =
        Simulation.of(baseline().with(RULES.get(0))).on(Execution.ofThreads(1));

    /** Runs a few draws, so that a single shot of a million meets compiled code. */
    @Setup
    public void prepare() {
      simulation.run(Settings.of(SEED, WARM_UP_DRAWS).withMemory(0));
    }
  }

  /**
   * One run.
   *
   * @param state the simulation
   * @return the mean stand-still gap of the last year over all scenarios and draws, GBP million
   */
  @Benchmark
  public double england(Rules state) {
    Projection projection = state.simulation.run(state.settings);
    FinancialYear last = state.baseline.years().last();
    double sum = 0;
    for (Option scenario : projection.scenarios()) {
      sum += projection.outcome(scenario.name(), Gap.STAND_STILL.cash()).in(last).mean();
    }
    return sum / state.scenarios;
  }

  /**
   * One run of one scenario, with mean, spread and quantiles of every variable in every year.
   *
   * @param state the simulation
   * @return the projection, which holds a histogram for each variable and year
   */
  @Benchmark
  public Projection summarised(Summary state) {
    return state.simulation.run(Settings.of(SEED, state.manyDraws).withMemory(0));
  }
}
