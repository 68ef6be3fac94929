package org.fundinggap.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.WithError;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the stated standard errors of differences between quantiles are the real ones, of sets
 * whose draws depend on each other but not in step: y is normal, its square and its opposite.
 *
 * <p>As in the test of the errors of draws: of 1,000 seeds a right error covers the truth 938 to
 * 950 times give or take 7.6, so that limits of 910 and 980 fail with a chance below 3e-4 a test if
 * errors are right. An error too small by 15% covers 904 or fewer; one that took quantiles of
 * normal and opposite to be as if drawn apart would be too large or small by less, so the third
 * test looks at a case in which it would be far too large.
 */
@DisplayName("The stated standard error of a difference between sets of options")
@Tag("slow")
class PortfolioStatisticalTest {
  private static final int SEEDS = 1_000;
  private static final int DRAWS = 4_000;
  private static final Scenario NORMAL = scenario(List.of());
  private static final double NINE_TENTHS =
      new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.9);

  private static Scenario scenario(List<String> chosen) {
    Distribution luck = Distribution.normal(0, 1);
    String option = chosen.isEmpty() ? "" : chosen.get(chosen.size() - 1);
    return switch (option) {
      case "square" -> Formulas.of("s", luck, value -> value * value);
      case "opposite" -> Formulas.of("s", luck, value -> -value);
      case "shift" -> Formulas.of("s", luck, value -> value - 0.1 + 0.02 * Math.abs(value));
      default -> Formulas.of("s", luck, value -> value);
    };
  }

  private static void assertCovers(
      double truth, String option, Function<PortfolioChoice, WithError> stated) {
    Portfolio portfolio =
        Portfolio.of(NORMAL, List.of(option), chosen -> scenario(List.copyOf(chosen)))
            .on(Execution.ofThreads(1));
    Statistic high = Statistic.of(Formulas.Y, Formulas.YEAR).quantile(0.9);
    int covered = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      PortfolioResult result = portfolio.minimise(high, Settings.of(seed, DRAWS));
      PortfolioChoice choice =
          result.choices().stream().filter(c -> !c.options().isEmpty()).findFirst().orElseThrow();
      WithError difference = stated.apply(choice);
      covered += Math.abs(difference.value() - truth) <= 1.96 * difference.standardError() ? 1 : 0;
    }
    assertTrue(covered >= 910 && covered <= 980, covered + " of 1000 seeds cover " + truth);
  }

  @Test
  @DisplayName("is right where draws are bent")
  void bentDrawsAreCovered() {
    double square = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(0.9);
    assertCovers(NINE_TENTHS - square, "square", PortfolioChoice::gain);
  }

  @Test
  @DisplayName("is right where draws are turned round")
  void oppositeDrawsAreCovered() {
    assertCovers(0, "opposite", PortfolioChoice::gain);
  }

  @Test
  @DisplayName(
      "is right where draws go nearly in step, though quantiles alone have far larger ones")
  void nearTiesAreCovered() {
    assertCovers(0.1 - 0.02 * NINE_TENTHS, "shift", PortfolioChoice::gain);
  }
}
