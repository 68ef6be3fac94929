package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A normal forecast")
class NormalForecastTest {
  private static final NormalForecast STANDARD = NormalForecast.of(0, 1);

  @Test
  @DisplayName("scores (sqrt(2) - 1) / sqrt(pi) in the middle")
  void scoreInTheMiddleIsKnown() {
    double expected = (Math.sqrt(2) - 1) / Math.sqrt(Math.PI);
    assertEquals(expected, STANDARD.crps(0), 1e-16);
    assertEquals(3 * expected, NormalForecast.of(7, 3).crps(7), 1e-15);
  }

  // z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi), from Phi(1) = 0.841344746068543,
  // phi(1) = 0.241970724519143, Phi(2) = 0.977249868051821, phi(2) = 0.0539909665131881.
  @ParameterizedTest
  @CsvSource({"1, 0.602441357627616", "-1, 0.602441357627616", "2, 1.452791821685903"})
  @DisplayName("scores the closed form")
  void scoreIsTheClosedForm(double outcome, double expected) {
    assertEquals(expected, STANDARD.crps(outcome), 1e-14);
    assertEquals(100 * expected, NormalForecast.of(5, 100).crps(5 + 100 * outcome), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0.3", "-2, 0.5, -2.9", "10, 4, 22", "1, 0.01, 1.001", "3, 2, 3"})
  @DisplayName("scores what its definition does as an integral")
  void scoreIsTheIntegral(double mean, double deviation, double outcome) {
    NormalDistribution normal = new NormalDistribution(null, mean, deviation);
    double lower = mean - 9 * deviation;
    double upper = mean + 9 * deviation;
    double expected = Integrals.crps(normal::cumulativeProbability, outcome, lower, upper);
    double actual = NormalForecast.of(mean, deviation).crps(outcome);
    assertEquals(expected, actual, 1e-6 * deviation);
  }

  @Test
  @DisplayName("scores the distance, less a constant, far out")
  void scoreFarOutIsTheDistance() {
    assertEquals(1e6 - 1 / Math.sqrt(Math.PI), STANDARD.crps(1e6), 1e-9);
    assertEquals(2e100, NormalForecast.of(-1e100, 1e-100).crps(1e100), 1e85);
    assertTrue(Double.isFinite(NormalForecast.of(1e100, 1e100).crps(-1e100)));
  }

  @Test
  @DisplayName("has the distribution function and quantiles of Commons Math")
  void functionsAreThoseOfCommonsMath() {
    NormalDistribution normal = new NormalDistribution(null, 5, 2);
    NormalForecast forecast = NormalForecast.of(5, 2);
    for (double p = 0.01; p < 1; p += 0.01) {
      double x = normal.inverseCumulativeProbability(p);
      assertEquals(x, forecast.quantile(p), 1e-8);
      assertEquals(p, forecast.cdf(x), 1e-9);
      assertEquals(forecast.cdf(x), forecast.pit(x));
    }
    assertEquals(5, forecast.median());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e101})
  @DisplayName("refuses numbers that are none, and says what to give")
  void badNumbersAreRefused(double bad) {
    String value = "was " + bad;
    assertHolds(refusal(() -> NormalForecast.of(bad, 1)), "mean must be in", value, "finite");
    assertHolds(refusal(() -> NormalForecast.of(0, bad)), "standardDeviation", value, "SampledF");
    assertHolds(refusal(() -> STANDARD.crps(bad)), "outcome must be in", value, "finite");
    assertHolds(refusal(() -> STANDARD.pit(bad)), "outcome must be in", value, "finite");
    assertHolds(refusal(() -> STANDARD.cdf(bad)), "x must be in", value, "finite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1e-101})
  @DisplayName("refuses to have no spread")
  void noSpreadIsRefused(double deviation) {
    assertHolds(
        refusal(() -> NormalForecast.of(0, deviation)),
        "standardDeviation must be in [1.0E-100, 1.0E100], was " + deviation,
        "SampledForecast.of(mean)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  @DisplayName("refuses quantiles at the ends and beyond")
  void quantilesAtTheEndsAreRefused(double probability) {
    assertHolds(
        refusal(() -> STANDARD.quantile(probability)),
        "probability must be inside (0, 1), was " + probability);
  }

  @Test
  @DisplayName("prints its mean and deviation")
  void printsItsNumbers() {
    assertEquals("normal, mean 0.5, s.d. 2", NormalForecast.of(0.5, 2).toString());
  }
}
