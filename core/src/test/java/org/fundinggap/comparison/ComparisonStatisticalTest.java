package org.fundinggap.comparison;

import static org.fundinggap.comparison.Options.CHILDREN;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampling;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the stated error of a paired difference is the real one: over 1,000 seeds the true
 * difference of means must lie in a 95% interval about 95% of the time.
 *
 * <p>Both scenarios have the same luck, and the second has 0.9 times the first's number in every
 * draw: the error of a difference of independent runs would be 13 times as large and cover always.
 * Seeds are fixed, so a test passes always or never. Of 1,000 runs a right error covers 950 give or
 * take 7 (binomial); the skewness of log-normals costs some 3 of them. The limits of 915 and 978
 * are 4.6 deviations below 947 and 4 above 950: a right error fails with a chance below 4e-5. An
 * error too small by 15% covers 904, one too large by 25% 986.
 *
 * <p>Sobol draws are of uniform numbers: 16 replicates of what has a long tail are not normal
 * enough for Student's t.
 */
@DisplayName("The stated error of a paired difference")
@Tag("medium")
class ComparisonStatisticalTest {
  private static final int RUNS = 1_000;

  private static void assertCovers(
      Settings settings, double reach, double truth, Distribution base, Distribution fewer) {
    Simulation simulation =
        Simulation.of(Options.scenario("base", base, 1), Options.scenario("fewer", fewer, 1))
            .keeping(CHILDREN)
            .on(Execution.ofThreads(1));
    int covered = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Settings own = Settings.of(seed, settings.draws()).withSampling(settings.sampling());
      Draws difference =
          Comparison.of(simulation.run(own), "base")
              .differences("fewer", CHILDREN)
              .in(year(2027))
              .draws();
      double off = Math.abs(difference.mean() - truth);
      covered += off <= reach * difference.meanError() ? 1 : 0;
    }
    assertTrue(covered >= 915 && covered <= 978, covered + " of 1000 runs cover " + truth);
  }

  @Test
  @DisplayName("is right for independent draws")
  void independentErrorCovers() {
    assertCovers(
        Settings.of(0, 1_000),
        1.96,
        -10 * new LogNormalDistribution(null, 0, 0.5).getNumericalMean(),
        Distribution.logNormal(1, 0.5),
        Distribution.logNormal(0.9, 0.5));
  }

  @Test
  @DisplayName("is right for Sobol draws in replicates")
  void replicateErrorCovers() {
    assertCovers(
        Settings.of(0, 1 << 9).withSampling(Sampling.sobol(16)),
        new TDistribution(null, 15).inverseCumulativeProbability(0.975),
        -10,
        Distribution.uniform(0, 2),
        Distribution.uniform(0, 1.8));
  }
}
