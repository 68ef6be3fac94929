package org.fundinggap.scoring;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Forecasters of a world that is known, each right or wrong in a way of its own. */
enum Forecaster {
  PERFECT(0, 1),
  /** Half a standard deviation too high. */
  BIASED(0.5, 1),
  /** Half the spread that there is. */
  NARROW(0, 0.5),
  /** Double the spread that there is. */
  WIDE(0, 2);

  private final double bias;
  private final double spread;

  Forecaster(double bias, double spread) {
    this.bias = bias;
    this.spread = spread;
  }

  /** A world in which each case has a mean and a spread of its own; outcomes are normal. */
  record Truth(double mean, double deviation, double outcome) {
    static Truth[] simulated(SplittableRandom random, int cases) {
      return IntStream.range(0, cases).mapToObj(i -> one(random)).toArray(Truth[]::new);
    }

    private static Truth one(SplittableRandom random) {
      double mean = random.nextDouble(-5, 5);
      double deviation = random.nextDouble(0.5, 2);
      double z = standardNormal(random);
      return new Truth(mean, deviation, mean + deviation * z);
    }

    private static double standardNormal(SplittableRandom random) {
      return NormalForecast.of(0, 1).quantile(random.nextDouble(0x1p-60, 1));
    }
  }

  NormalForecast of(Truth truth) {
    return NormalForecast.of(truth.mean + bias * truth.deviation, spread * truth.deviation);
  }

  /** The same by independent draws. */
  SampledForecast sampled(Truth truth, SplittableRandom random, int draws) {
    NormalForecast normal = of(truth);
    double[] values = new double[draws];
    Arrays.setAll(values, i -> normal.quantile(random.nextDouble(0x1p-60, 1)));
    return SampledForecast.of(values);
  }

  /** Scores in units of each case's own spread, so that all cases are alike. */
  static ScoreSummary scored(Truth[] truths, Function<Truth, Forecast> forecasts) {
    return ScoreSummary.of(
        Arrays.stream(truths)
            .map(truth -> Score.of(forecasts.apply(truth), truth.outcome))
            .toList());
  }

  /**
   * The mean score to expect, in units of the spread that there is: the mean distance of outcome
   * and forecast, which differ by a normal, less half the mean distance within the forecast.
   */
  double expectedCrps() {
    double deviation = Math.sqrt(1 + spread * spread);
    NormalForecast apart = NormalForecast.of(bias / deviation, 1);
    double below = apart.cdf(0);
    double density = Math.exp(-0.5 * apart.mean() * apart.mean()) / Math.sqrt(2 * Math.PI);
    double distance = deviation * (apart.mean() * (1 - 2 * below) + 2 * density);
    return distance - spread / Math.sqrt(Math.PI);
  }

  /** How often a band is to hold the outcome. */
  double expectedCoverage(Band band) {
    NormalForecast seen = NormalForecast.of(-bias / spread, 1 / spread);
    Interval central = NormalForecast.of(0, 1).central(band);
    return seen.cdf(central.upper()) - seen.cdf(central.lower());
  }
}
