package org.fundinggap.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.fundinggap.Seeded;

/** What scores must do whatever the forecast and the outcome. */
@Seeded
class ForecastProperties {
  private static final NormalForecast TRUTH = NormalForecast.of(0, 1);

  /** Halves from -8 to 8, so that many tie. */
  @Provide
  Arbitrary<double[]> draws() {
    return Arbitraries.integers()
        .between(-16, 16)
        .map(half -> half / 2.0)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(each -> each).toArray());
  }

  @Provide
  Arbitrary<Double> outcome() {
    return Arbitraries.integers().between(-40, 40).map(quarter -> quarter / 4.0);
  }

  /** The mean distance from the outcome, less half the mean distance between draws. */
  private static double byPairs(double[] draws, double outcome) {
    double distance = 0;
    double between = 0;
    for (double each : draws) {
      distance += Math.abs(each - outcome);
      for (double other : draws) {
        between += Math.abs(each - other);
      }
    }
    return distance / draws.length - between / (2.0 * draws.length * draws.length);
  }

  @Property(tries = 250)
  void crpsIsTheDoubleSum(@ForAll("draws") double[] draws, @ForAll("outcome") double outcome) {
    double expected = byPairs(draws, outcome);
    assertEquals(expected, SampledForecast.of(draws).crps(outcome), 1e-13);
  }

  @Property(tries = 250)
  void pitIsCounted(@ForAll("draws") double[] draws, @ForAll("outcome") double outcome) {
    SampledForecast forecast = SampledForecast.of(draws);
    double below = Arrays.stream(draws).filter(each -> each < outcome).count();
    double upTo = Arrays.stream(draws).filter(each -> each <= outcome).count();
    assertEquals(upTo / draws.length, forecast.cdf(outcome));
    assertEquals((below + upTo) / 2 / draws.length, forecast.pit(outcome), 1e-15);
  }

  @Property(tries = 250)
  void scoresMoveWithTheUnit(
      @ForAll("draws") double[] draws,
      @ForAll("outcome") double outcome,
      @ForAll @DoubleRange(min = -100, max = 100) double shift,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1000) double factor) {
    double[] moved = Arrays.stream(draws).map(each -> shift + factor * each).toArray();
    Score before = Score.of(SampledForecast.of(draws), outcome);
    Score after = Score.of(SampledForecast.of(moved), shift + factor * outcome);
    assertScaled(before, after, factor);
  }

  @Property(tries = 250)
  void scoresOfNormalsMoveWithTheUnit(
      @ForAll @DoubleRange(min = -10, max = 10) double mean,
      @ForAll @Scale(3) @DoubleRange(min = 0.1, max = 10) double deviation,
      @ForAll @DoubleRange(min = -10, max = 10) double outcome,
      @ForAll @DoubleRange(min = -100, max = 100) double shift,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1000) double factor) {
    Score before = Score.of(NormalForecast.of(mean, deviation), outcome);
    NormalForecast moved = NormalForecast.of(shift + factor * mean, factor * deviation);
    assertScaled(before, Score.of(moved, shift + factor * outcome), factor);
  }

  private static void assertScaled(Score before, Score after, double factor) {
    double tolerance = 1e-9;
    assertEquals(factor * before.error(), after.error(), tolerance);
    assertEquals(factor * before.crps(), after.crps(), tolerance);
    assertEquals(factor * before.intervalScore(), after.intervalScore(), tolerance);
  }

  @Property(tries = 250)
  void scoresDoNotSeeTheOrderNorCopiesOfDraws(
      @ForAll("draws") double[] draws, @ForAll("outcome") double outcome) {
    double[] twice = new double[2 * draws.length];
    for (int i = 0; i < draws.length; i++) {
      twice[i] = draws[draws.length - 1 - i];
      twice[draws.length + i] = draws[i];
    }
    SampledForecast forecast = SampledForecast.of(draws);
    SampledForecast doubled = SampledForecast.of(twice);
    assertEquals(forecast.crps(outcome), doubled.crps(outcome), 1e-13);
    assertEquals(forecast.pit(outcome), doubled.pit(outcome), 1e-15);
  }

  @Property(tries = 250)
  void mirroredForecastsScoreTheSame(
      @ForAll("draws") double[] draws, @ForAll("outcome") double outcome) {
    double[] mirrored = Arrays.stream(draws).map(each -> -each).toArray();
    Score score = Score.of(SampledForecast.of(draws), outcome);
    Score other = Score.of(SampledForecast.of(mirrored), -outcome);
    assertEquals(score.crps(), other.crps(), 1e-13);
    assertEquals(score.intervalScore(), other.intervalScore(), 1e-12);
    assertEquals(1 - score.pit(), other.pit(), 1e-15);
    assertEquals(-score.error(), other.error(), 1e-13);
  }

  @Property(tries = 250)
  void theTruthScoresBestOnAverage(
      @ForAll("draws") double[] truth, @ForAll("draws") double[] other) {
    // Outcomes are exactly as likely as the truth's draws, so this is the whole expectation.
    double own = meanCrps(SampledForecast.of(truth), truth);
    double others = meanCrps(SampledForecast.of(other), truth);
    assertTrue(own <= others + 1e-13, own + " and " + others);
    if (own >= others - 1e-13) {
      for (double each : truth) {
        // Only a forecast of the same distribution scores as well.
        assertEquals(
            SampledForecast.of(truth).cdf(each), SampledForecast.of(other).cdf(each), 1e-6);
      }
    }
  }

  private static double meanCrps(Forecast forecast, double[] outcomes) {
    return Arrays.stream(outcomes).map(forecast::crps).average().orElseThrow();
  }

  @Property(tries = 100)
  void theTruthScoresBestOnAverageOfNormals(
      @ForAll @Scale(3) @DoubleRange(min = -2, max = 2) double bias,
      @ForAll @Scale(3) @DoubleRange(min = 0.2, max = 5) double deviation) {
    NormalForecast other = NormalForecast.of(bias, deviation);
    double crps = 0;
    double intervals = 0;
    int outcomes = 500;
    for (int i = 0; i < outcomes; i++) {
      double outcome = TRUTH.quantile((i + 0.5) / outcomes);
      crps += other.crps(outcome) - TRUTH.crps(outcome);
      intervals += weighted(other, outcome) - weighted(TRUTH, outcome);
    }
    double far = Math.abs(bias) + Math.abs(deviation - 1);
    double least = far > 0.05 ? 1e-4 : -1e-5;
    assertTrue(crps / outcomes >= least, "CRPS gains " + crps / outcomes);
    assertTrue(intervals / outcomes >= least, "interval score gains " + intervals / outcomes);
  }

  private static double weighted(Forecast forecast, double outcome) {
    return Score.of(forecast, outcome).intervalScore();
  }
}
