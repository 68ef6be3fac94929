package org.fundinggap.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.ErrorCoverage;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.random.Sampling;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** How often stated 95% intervals of England's gap hold what a million draws give. */
public final class EnglandErrorCoverage {
  private static final Scenario SCENARIO = England.underLaw().with(FundingRule.REAL_FLAT);
  private static final int TRUTH = 1 << 20;
  private static final long TRUTH_SEED = 123_456_789;

  private EnglandErrorCoverage() {}

  private record Known(Draws draws) implements ErrorCoverage.Truth {
    @Override
    public double mean() {
      return draws.mean();
    }

    @Override
    public double quantile(double probability) {
      return draws.quantile(probability);
    }
  }

  private static Draws gap(Settings settings, Execution execution) {
    return Simulation.of(SCENARIO)
        .keeping(Gap.STAND_STILL.cash())
        .on(execution)
        .run(settings)
        .outcome(Gap.STAND_STILL.cash())
        .in(SCENARIO.inputs().years().last());
  }

  /** Writes the coverage to a file, as CSV: file, seeds. */
  public static void main(String[] args) throws IOException {
    Known truth = new Known(gap(Settings.of(TRUTH_SEED, TRUTH), Execution.ofAllProcessors()));
    int seeds = Integer.parseInt(args[1]);
    StringBuilder csv = new StringBuilder(ErrorCoverage.HEADER);
    for (int draws : new int[] {10, 100, 1_000}) {
      csv.append(row("independent", truth, seeds, Settings.of(0, draws)));
    }
    for (int replicates : new int[] {4, 8, 16}) {
      Settings settings = Settings.of(0, 1_024).withSampling(Sampling.sobol(replicates));
      csv.append(row(replicates + " replicates", truth, seeds, settings));
    }
    Files.writeString(Path.of(args[0]), csv);
  }

  private static String row(String name, Known truth, int seeds, Settings settings) {
    return ErrorCoverage.csv(
        name,
        settings.draws(),
        "England's gap in 2034-35",
        ErrorCoverage.rows(
            truth, seeds, seed -> gap(settings.withSeed(seed), Execution.ofThreads(1))));
  }
}
