package org.fundinggap.draws;

import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.OneVariable;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the stated Monte Carlo standard errors are the real ones: over many seeds, the truth must
 * lie within 1.96 of them about 95% of the time.
 *
 * <p>Seeds are fixed, so a test passes always or never. Of 1,000 runs a right error covers 950 give
 * or take 7 (binomial). A quantile's error rests on the gap between two order statistics, 38 draws
 * apart in the tails and 63 at the median, and so varies by about 16% and 13%; that costs coverage
 * as the tails of a t distribution do, and leaves about 938 and 943. The limits of 910 and 980 are
 * 3.7 standard deviations below 938 and 4.3 above 950: right errors fail with a chance below 3e-4
 * over the whole class. An error too small by 15% covers 904 or fewer, one too large by 30% 989.
 */
@DisplayName("The stated standard error")
@Tag("medium")
class DrawsStatisticalTest {
  private static final int RUNS = 1_000;
  private static final int DRAWS = 4_000;
  private static final LogNormalDistribution TRUTH = new LogNormalDistribution(null, 0, 0.5);
  private static final Draws[] SEEDS = new Draws[RUNS];

  @BeforeAll
  static void run() {
    Simulation simulation =
        Simulation.of(
                OneVariable.equalTo(Distribution.logNormal(1, 0.5), "s", "x", years(2024, 2024)))
            .on(Execution.ofThreads(1));
    for (int seed = 0; seed < RUNS; seed++) {
      SEEDS[seed] = simulation.run(Settings.of(seed, DRAWS)).outcome(number("x")).in(year(2024));
    }
  }

  private static void assertCovers(
      double truth, ToDoubleFunction<Draws> estimate, ToDoubleFunction<Draws> error) {
    int covered = 0;
    for (Draws draws : SEEDS) {
      double off = Math.abs(estimate.applyAsDouble(draws) - truth);
      covered += off <= 1.96 * error.applyAsDouble(draws) ? 1 : 0;
    }
    assertTrue(covered >= 910 && covered <= 980, covered + " of 1000 runs cover " + truth);
  }

  @Test
  @DisplayName("of the mean is right")
  void meanErrorCovers() {
    assertCovers(TRUTH.getNumericalMean(), Draws::mean, Draws::meanError);
  }

  @Test
  @DisplayName("of the median and of the tails is right")
  void quantileErrorCovers() {
    for (double p : new double[] {0.1, 0.5, 0.9}) {
      double truth = TRUTH.inverseCumulativeProbability(p);
      assertCovers(truth, draws -> draws.quantile(p), draws -> draws.quantileError(p));
    }
  }

  @Test
  @DisplayName("of a probability is right")
  void probabilityErrorCovers() {
    for (double threshold : new double[] {0.6, 1.1, 1.8}) {
      double truth = 1 - TRUTH.cumulativeProbability(threshold);
      assertCovers(
          truth,
          draws -> draws.probabilityAbove(threshold),
          draws -> draws.probabilityAboveError(threshold));
    }
  }
}
