package org.fundinggap.scoring;

import java.util.Arrays;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.random.Sampling;

/**
 * Draws as a forecast, each as likely as another. Immutable. A single draw is a forecast without
 * spread, whose scores are its absolute error.
 *
 * <p>Scores are exactly those of the draws' own distribution. That of few draws is a little worse
 * than that of the distribution they are drawn from: by the standard deviation over {@code n
 * sqrt(pi)} on average, if it is normal.
 */
public final class SampledForecast implements Forecast {
  private final double[] sorted;

  /** The same draws, asked for quantiles, so that these are those of all draws in the library. */
  private final Draws draws;

  private SampledForecast(double[] values) {
    Checks.within(values.length, 1, Integer.MAX_VALUE, "number of draws", "give one at least");
    this.sorted = values;
    for (int i = 0; i < sorted.length; i++) {
      Arguments.place(sorted[i], "draws[" + i + "]");
    }
    Arrays.sort(sorted);
    this.draws = new Draws(sorted, Sampling.independent());
  }

  /**
   * A forecast by draws.
   *
   * @param draws at least one, in any order, each within 1e100 of zero; copied
   * @return the forecast
   * @throws IllegalArgumentException if there is no draw, or one is NaN or out of bounds
   */
  public static SampledForecast of(double... draws) {
    return new SampledForecast(draws.clone());
  }

  /**
   * A forecast by the draws of a run.
   *
   * @param draws each within 1e100 of zero, however they were placed against each other
   * @return the forecast
   * @throws IllegalArgumentException if a draw is NaN or out of bounds
   */
  public static SampledForecast of(Draws draws) {
    return new SampledForecast(draws.values());
  }

  /**
   * How many draws there are.
   *
   * @return at least 1
   */
  public int size() {
    return sorted.length;
  }

  /** The share of draws of at most {@code x}. */
  @Override
  public double cdf(double x) {
    return (double) firstAbove(Arguments.place(x, "x")) / sorted.length;
  }

  /**
   * A quantile, by linear interpolation between order statistics (Hyndman and Fan's type 7): the
   * same bits as {@link Draws#quantile}.
   */
  @Override
  public double quantile(double probability) {
    return draws.quantile(ForecastChecks.inside(probability));
  }

  @Override
  public double crps(double outcome) {
    /*
     * Reason. Between two neighbouring draws the distribution function is i / n, so the integral is a sum of
     * rectangles, none of them negative. The usual form, the mean distance from the outcome less half the
     * mean distance between draws, is a difference of large numbers where draws are close together.
     */
    ForecastChecks.outcome(outcome);
    int last = sorted.length - 1;
    double size = sorted.length;
    CompensatedSum sum = new CompensatedSum();
    sum.add(Math.max(0, sorted[0] - outcome));
    sum.add(Math.max(0, outcome - sorted[last]));
    for (int i = 0; i < last; i++) {
      double split = Math.max(sorted[i], Math.min(sorted[i + 1], outcome));
      double below = (i + 1) / size;
      double above = (last - i) / size;
      sum.add(below * below * (split - sorted[i]));
      sum.add(above * above * (sorted[i + 1] - split));
    }
    return sum.value();
  }

  /** The share of draws below {@code outcome}, and half the share of those that are equal to it. */
  @Override
  public double pit(double outcome) {
    ForecastChecks.outcome(outcome);
    // In this form the sum of two counts can't overflow.
    return 0.5 * (firstNotBelow(outcome) / (double) sorted.length)
        + 0.5 * (firstAbove(outcome) / (double) sorted.length);
  }

  /** How many draws are at most {@code x}. */
  private int firstAbove(double x) {
    return firstNotBelow(Math.nextUp(x));
  }

  /** How many draws are below {@code x}. */
  private int firstNotBelow(double x) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < x) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** As the draws print: how many, mean and its error, 10th, 50th and 90th percentile. */
  @Override
  public String toString() {
    return draws.toString();
  }
}
