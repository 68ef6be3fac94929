package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A forecast by draws")
class SampledForecastTest {
  private static final SampledForecast FOUR = SampledForecast.of(4, 1, 2, 2);

  // F is 0.25 from 1, 0.75 from 2 and 1 from 4. At 3: 0.0625 + 0.5625 + 0.0625 = 0.6875.
  @ParameterizedTest
  @CsvSource({
    "3, 0.6875",
    "2, 0.1875", // 0.0625 + 2 * 0.0625
    "1, 0.6875", // 0.5625 + 2 * 0.0625
    "0, 1.6875",
    "4, 1.1875", // 0.0625 + 2 * 0.5625
    "6, 3.1875",
    "1.5, 0.4375" // 0.03125 + 0.28125 + 0.125
  })
  @DisplayName("scores what the steps of its distribution function do")
  void scoreIsTheSumOfSteps(double outcome, double expected) {
    assertEquals(expected, FOUR.crps(outcome), 1e-15);
  }

  @Test
  @DisplayName("of one draw scores its absolute error, all over")
  void oneDrawScoresItsError() {
    SampledForecast point = SampledForecast.of(3);
    for (double outcome : new double[] {-2, 3, 3.5, 1e6}) {
      Score score = Score.of(point, outcome);
      assertEquals(Math.abs(outcome - 3), score.crps());
      assertEquals(Math.abs(outcome - 3), score.intervalScore(), 1e-9);
      assertEquals(outcome - 3, score.error());
      assertEquals(outcome == 3, score.within(Band.HALF));
      assertEquals(outcome == 3, score.within(Band.NINE_TENTHS));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0, 0", "1, 0.25, 0.125", "1.5, 0.25, 0.25", "2, 0.75, 0.5", "4, 1, 0.875"})
  @DisplayName("counts draws up to a value, and takes the middle of those that tie with an outcome")
  void tiesCountByHalves(double x, double cdf, double pit) {
    assertEquals(cdf, FOUR.cdf(x));
    assertEquals(pit, FOUR.pit(x));
    assertEquals(1, FOUR.cdf(9));
    assertEquals(1, FOUR.pit(9));
  }

  @Test
  @DisplayName("takes both zeros for the same")
  void bothZerosAreOne() {
    SampledForecast zeros = SampledForecast.of(0.0, -0.0, 1, -1);
    assertEquals(0.75, zeros.cdf(-0.0));
    assertEquals(0.5, zeros.pit(0.0));
    assertEquals(0.5, zeros.pit(-0.0));
  }

  @Test
  @DisplayName("has the quantiles of draws, to the bit, and takes draws of a run")
  void quantilesAreThoseOfDraws() {
    double[] values = new SplittableRandom(3).doubles(777, -5, 50).toArray();
    Draws draws = new Draws(values, Sampling.independent());
    SampledForecast forecast = SampledForecast.of(draws);
    for (double p = 0.001; p < 1; p += 0.001) {
      assertEquals(draws.quantile(p), forecast.quantile(p));
    }
    assertEquals(draws.quantile(0.5), forecast.median());
    assertEquals(draws.quantile(0.1), forecast.central(Band.FOUR_FIFTHS).lower());
    assertEquals(draws.quantile(0.9), forecast.central(Band.FOUR_FIFTHS).upper());
    assertEquals(draws.toString(), forecast.toString());
    assertEquals(777, forecast.size());
  }

  @Test
  @DisplayName("keeps a copy, and leaves the draws as they were")
  void drawsAreCopied() {
    double[] values = {3, 1, 2};
    SampledForecast forecast = SampledForecast.of(values);
    assertEquals(3, values[0]);
    values[1] = 100;
    assertEquals(2, forecast.median());
    assertEquals(0, forecast.pit(0.5));
  }

  @Test
  @DisplayName("keeps its digits where draws are close together and far from zero")
  void digitsAreKept_farFromZero() {
    double shift = 1L << 40;
    SampledForecast far = SampledForecast.of(shift + 4, shift + 1, shift + 2, shift + 2);
    assertEquals(FOUR.crps(3), far.crps(shift + 3));
    double next = Math.nextUp(1.0);
    SampledForecast close = SampledForecast.of(1, next, next, 1);
    for (Band band : Band.values()) {
      assertTrue(close.central(band).width() >= 0);
    }
    assertTrue(Score.of(close, 1).intervalScore() <= Math.ulp(1.0));
  }

  @Test
  @DisplayName("scores nearly as the normal that its draws are quantiles of")
  void scoreComesToTheClosedForm_ofManyDraws() {
    int size = 100_000;
    NormalForecast normal = NormalForecast.of(2, 3);
    SampledForecast sampled = middles(size, normal::quantile);
    for (double outcome = -10; outcome < 14; outcome += 0.7) {
      assertEquals(normal.crps(outcome), sampled.crps(outcome), 1e-5);
    }
    // Few draws do not: the tolerance tells a thousand times as many from them.
    assertTrue(Math.abs(normal.crps(2) - middles(100, normal::quantile).crps(2)) > 1e-5);
  }

  @Test
  @DisplayName("of independent draws scores worse than their distribution by sd / (n sqrt(pi))")
  void scoreOfFewDrawsIsWorse_byWhatIsStated() {
    // The mean is 5 of its errors off in one of 1.7 million seeds.
    SplittableRandom random = new SplittableRandom(20261130);
    int runs = 50_000;
    int size = 5;
    double sum = 0;
    double squares = 0;
    NormalForecast normal = NormalForecast.of(0, 1);
    for (int i = 0; i < runs; i++) {
      double[] draws = new double[size];
      for (int k = 0; k < size; k++) {
        draws[k] = normal.quantile(random.nextDouble(1e-12, 1));
      }
      double outcome = normal.quantile(random.nextDouble(1e-12, 1));
      double worse = SampledForecast.of(draws).crps(outcome) - normal.crps(outcome);
      sum += worse;
      squares += worse * worse;
    }
    double error = Math.sqrt(squares) / runs;
    double expected = 1 / (size * Math.sqrt(Math.PI));
    assertEquals(expected, sum / runs, 5 * error);
    assertTrue(expected > 20 * error, "the test would see if it were not worse");
  }

  static Stream<RealDistribution> shapes() {
    return Stream.of(
        new LogNormalDistribution(null, 0, 0.6),
        new UniformRealDistribution(null, -1, 3),
        new GammaDistribution(null, 2, 1.5));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  @DisplayName("scores nearly what the integral of its distribution does, whatever its shape")
  void scoreComesToTheIntegral(RealDistribution truth) {
    SampledForecast sampled = middles(4_000, truth::inverseCumulativeProbability);
    for (double p : new double[] {0.001, 0.2, 0.5, 0.93, 0.999}) {
      double outcome = truth.inverseCumulativeProbability(p);
      double expected = Integrals.crps(truth::cumulativeProbability, outcome, -2, 60);
      assertEquals(expected, sampled.crps(outcome), 5e-5, truth + " at " + outcome);
    }
  }

  private static SampledForecast middles(int size, DoubleUnaryOperator quantile) {
    return SampledForecast.of(
        IntStream.range(0, size)
            .mapToDouble(i -> quantile.applyAsDouble((i + 0.5) / size))
            .toArray());
  }

  @Test
  @DisplayName("refuses to be of no draw, and names the first that is no number")
  void badDrawsAreRefused() {
    assertHolds(refusal(() -> SampledForecast.of()), "number of draws", "was 0", "give one");
    assertHolds(
        refusal(() -> SampledForecast.of(1, 2, Double.NaN, Double.POSITIVE_INFINITY)),
        "draws[2] must be in [-1.0E100, 1.0E100], was NaN",
        "finite");
    assertHolds(
        refusal(() -> SampledForecast.of(1, Double.NEGATIVE_INFINITY)), "draws[1]", "-Infinity");
    Draws bad = new Draws(new double[] {1e101}, Sampling.independent());
    assertHolds(refusal(() -> SampledForecast.of(bad)), "draws[0]", "1.0E101");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e101})
  @DisplayName("refuses an outcome that is no number")
  void badOutcomesAreRefused(double bad) {
    String value = "was " + bad;
    assertHolds(refusal(() -> FOUR.crps(bad)), "outcome must be in", value, "finite");
    assertHolds(refusal(() -> FOUR.pit(bad)), "outcome must be in", value, "finite");
    assertHolds(refusal(() -> FOUR.cdf(bad)), "x must be in", value, "finite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.5, Double.NaN})
  @DisplayName("refuses quantiles at the ends and beyond")
  void quantilesAtTheEndsAreRefused(double probability) {
    assertHolds(
        refusal(() -> FOUR.quantile(probability)),
        "probability must be inside (0, 1), was " + probability);
  }
}
