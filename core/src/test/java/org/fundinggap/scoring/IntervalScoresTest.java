package org.fundinggap.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The weighted interval score")
class IntervalScoresTest {
  /** 0 to 20, so that the quantile of p is 20 p. */
  private static final SampledForecast EVEN =
      SampledForecast.of(IntStream.rangeClosed(0, 20).asDoubleStream().toArray());

  // Bands: 5 to 15, 2 to 18, 1 to 19; weights 0.25, 0.1, 0.05 times widths 10, 16, 18 are 5 in all.
  @ParameterizedTest
  @CsvSource({
    "10, 5.0", // in the middle
    "17, 10.5", // + 0.5 * 7 from the median + 2 outside the first
    "18, 12.0", // + 0.5 * 8 + 3, and on the end of the second
    "30, 53.0", // + 0.5 * 20 + 15 + 12 + 11
    "-3, 28.5" // + 0.5 * 13 + 8 + 5 + 4
  })
  @DisplayName("is what it is by hand")
  void scoreIsThatByHand(double outcome, double sum) {
    assertEquals(sum / 3.5, Score.of(EVEN, outcome).intervalScore(), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6, -1.3, -0.7, 0, 0.2, 1, 1.5, 4})
  @DisplayName("is that of the paper, by its formula")
  void scoreIsThatOfThePaper(double outcome) {
    NormalForecast forecast = NormalForecast.of(0.1, 1.2);
    double sum = 0.5 * Math.abs(outcome - 0.1);
    for (double alpha : new double[] {0.5, 0.2, 0.1}) {
      double lower = forecast.quantile(alpha / 2);
      double upper = forecast.quantile(1 - alpha / 2);
      double interval = upper - lower;
      if (outcome < lower) {
        interval += 2 / alpha * (lower - outcome);
      } else if (outcome > upper) {
        interval += 2 / alpha * (outcome - upper);
      }
      sum += alpha / 2 * interval;
    }
    assertEquals(sum / (3 + 0.5), Score.of(forecast, outcome).intervalScore(), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.4, 0, 0.8, 2.5})
  @DisplayName("comes to the CRPS with more and more intervals")
  void scoreComesToTheCrps(double outcome) {
    NormalForecast forecast = NormalForecast.of(0.1, 1);
    double last = Double.POSITIVE_INFINITY;
    for (int intervals = 8; intervals <= 2_048; intervals *= 4) {
      double off = Math.abs(evenly(forecast, outcome, intervals) - forecast.crps(outcome));
      assertTrue(off < last / 2.5, intervals + " intervals are " + off + " off, before " + last);
      last = off;
    }
    assertTrue(last < 1e-3, "2048 intervals are " + last + " off");
  }

  /** Of quantiles that are equally far apart in probability. */
  private static double evenly(Forecast forecast, double outcome, int intervals) {
    double[] tails =
        IntStream.rangeClosed(1, intervals).mapToDouble(i -> i / (2.0 * intervals + 2)).toArray();
    return IntervalScores.weighted(forecast, outcome, tails);
  }

  @Test
  @DisplayName("of the median alone is the absolute error")
  void medianAloneIsTheError() {
    assertEquals(3, IntervalScores.weighted(EVEN, 13));
  }
}
