package org.fundinggap.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the stated standard error of a value sought is the real one: over 1,000 seeds the true
 * value must lie within 1.96 of them about 95% of the time.
 *
 * <p>Seeds are fixed, so a test passes always or never. Of 1,000 searches a right error covers 950
 * give or take 7. A quantile's error varies by about 16%, which leaves about 938 (as in the test of
 * the errors of draws). The limits of 910 and 980 are 3.7 standard deviations below 938 and 4.3
 * above 950: right errors fail with a chance below 2e-4 over the class. An error too small by 15%
 * covers 904 or fewer, one too large by 30% 989.
 */
@DisplayName("The stated standard error of a value sought")
@Tag("slow")
class GoalSeekStatisticalTest {
  private static final int SEARCHES = 1_000;
  private static final LogNormalDistribution TRUTH = new LogNormalDistribution(null, 0, 0.5);
  private static final Distribution LUCK = Distribution.logNormal(1, 0.5);
  private static final Statistic MEAN = Statistic.of(Formulas.Y, Formulas.YEAR);

  /** Bent in x, so that an error that forgets the slope at the value is wrong. */
  private static final GoalSeek SEARCH =
      GoalSeek.between(0.1, 4, x -> Formulas.of("s", LUCK, luck -> luck * x * x))
          .on(Execution.ofThreads(1))
          .tolerance(1e-6);

  private static void assertCovers(double truth, Statistic statistic, double target, int draws) {
    int covered = 0;
    for (int seed = 0; seed < SEARCHES; seed++) {
      GoalSolution found = SEARCH.solve(statistic, target, Settings.of(seed, draws));
      double off = Math.abs(found.value().orElseThrow() - truth);
      covered += off <= 1.96 * found.standardError() ? 1 : 0;
    }
    assertTrue(covered >= 910 && covered <= 980, covered + " of 1000 searches cover " + truth);
  }

  @Test
  @DisplayName("is right for a mean")
  void meanErrorCovers() {
    assertCovers(StrictMath.sqrt(3 / TRUTH.getNumericalMean()), MEAN, 3, 1_000);
  }

  @Test
  @DisplayName("is right for a quantile")
  void quantileErrorCovers() {
    double nineTenths = TRUTH.inverseCumulativeProbability(0.9);
    assertCovers(StrictMath.sqrt(3 / nineTenths), MEAN.quantile(0.9), 3, 4_000);
  }
}
