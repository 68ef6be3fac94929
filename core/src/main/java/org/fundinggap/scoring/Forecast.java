package org.fundinggap.scoring;

/**
 * What was expected of one number before it was known: a probability distribution. All values are
 * in the unit of the number, or all in its logarithm.
 */
public sealed interface Forecast permits SampledForecast, NormalForecast {

  /**
   * The probability of at most a value.
   *
   * @param x any finite value, within 1e100 of zero
   * @return P(X &lt;= x), 0 to 1
   * @throws IllegalArgumentException if {@code x} is out of bounds
   */
  double cdf(double x);

  /**
   * A quantile.
   *
   * @param probability strictly between 0 and 1; 0.5 is the median
   * @return the value that the number stays below with this probability
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  double quantile(double probability);

  /**
   * The value that is as likely to be passed as not.
   *
   * @return the quantile of 0.5
   */
  default double median() {
    return quantile(0.5);
  }

  /**
   * The central interval of a band: as much probability is below it as above it.
   *
   * @param band how much probability is inside
   * @return its two quantiles
   */
  default Interval central(Band band) {
    double lower = quantile(band.tail());
    // Between draws that are next to each other among all doubles, rounding may swap the two.
    return new Interval(lower, Math.max(lower, quantile(1 - band.tail())));
  }

  /**
   * The continuous ranked probability score: the integral over all x of the squared distance of the
   * forecast's distribution function from that of somebody who knew the outcome.
   *
   * <p>It has the unit of the number. Of a forecast without spread it is the absolute error. It is
   * proper: nobody does better on average than by forecasting what they believe.
   *
   * @param outcome what came, within 1e100 of zero
   * @return the score, 0 or more; less is better
   * @throws IllegalArgumentException if {@code outcome} is out of bounds
   */
  double crps(double outcome);

  /**
   * Where in the forecast the outcome fell: its probability integral transform. If forecasts are
   * right, these are spread evenly from 0 to 1.
   *
   * @param outcome what came, within 1e100 of zero
   * @return the probability below it and half of that which is exactly at it, 0 to 1
   * @throws IllegalArgumentException if {@code outcome} is out of bounds
   */
  double pit(double outcome);
}
