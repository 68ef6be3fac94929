package org.fundinggap.estimation;

import java.util.Arrays;
import org.fundinggap.internal.Checks;

/**
 * Yearly numbers without a gap, oldest first. Immutable; equal to another with the same numbers.
 */
public final class YearlySeries {
  /** Two points make a line without residuals: below three, the line is what is believed. */
  private static final int FEWEST_FOR_A_LINE = 3;

  /** Three values have two pairs of neighbours, which say nothing of autocorrelation. */
  private static final int FEWEST_FOR_AUTOCORRELATION = 4;

  private final double[] values;

  /** Keeps the array: callers hand over one of their own. */
  private YearlySeries(double[] values) {
    this.values = values;
  }

  /**
   * A series.
   *
   * @param values a number for each year, oldest first, at least one, each within 1e100 of zero;
   *     copied
   * @return the series
   * @throws IllegalArgumentException if there is no value, or one is NaN or out of bounds
   */
  public static YearlySeries of(double... values) {
    Checks.atLeast(values.length, 1, "number of values", "give a number for each year");
    for (int i = 0; i < values.length; i++) {
      Limits.place(values[i], "values[" + i + "]");
    }
    return new YearlySeries(values.clone());
  }

  /**
   * How many years there are.
   *
   * @return at least 1
   */
  public int years() {
    return values.length;
  }

  /**
   * The number of one year.
   *
   * @param index 0 for the oldest year, to {@code years() - 1} for the last
   * @return the number
   * @throws IllegalArgumentException if {@code index} is out of bounds
   */
  public double at(int index) {
    Checks.within(index, 0, years() - 1, "index", "years are numbered from 0, oldest first");
    return values[index];
  }

  /**
   * The number of the last year.
   *
   * @return the number
   */
  public double last() {
    return values[values.length - 1];
  }

  /**
   * The change into each year but the first.
   *
   * @return a series that is a year shorter
   * @throws IllegalArgumentException if there is one year only
   */
  public YearlySeries changes() {
    Checks.atLeast(years(), 2, "years", "a change needs two years");
    double[] changes = new double[years() - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] - values[i];
    }
    return new YearlySeries(changes);
  }

  /**
   * How far the numbers lie from their mean.
   *
   * <p>With sum of squared deviations Q of n numbers and a belief s0 that counts for v years, the
   * estimate is s = sqrt((Q + v s0^2) / (n - 1 + v)) and its error s / sqrt(2 (n - 1 + v)): the
   * mean of a scaled inverse chi-squared posterior, nearly (Gelman et al., Bayesian Data Analysis,
   * 3rd edition, section 2.6). A few numbers that happen to lie together are not taken for
   * certainty. One number gives the belief.
   *
   * @param belief what is believed before data
   * @return the standard deviation; never 0
   */
  public Estimate spread(SpreadBelief belief) {
    return belief.pooledWith(Sums.squares(Sums.deviations(values)), years() - 1, years());
  }

  /**
   * The level that the numbers lie about.
   *
   * <p>The mean of n numbers has the error s / sqrt(n), times sqrt((1 + r) / (1 - r)) because
   * neighbours that are alike say less than n numbers would (Bartlett 1946), but never more than s.
   * It is pooled with the belief, each weighted by one over its squared error.
   *
   * @param belief what is believed of the level before data
   * @param spread the standard deviation s of the numbers about the level, 0 or more: see {@link
   *     #spread}
   * @param autocorrelation the correlation r of a year with the next, between -1 and 1: see {@link
   *     #autocorrelation}
   * @return the level
   * @throws IllegalArgumentException if {@code spread} or {@code autocorrelation} is NaN or out of
   *     bounds
   */
  public Estimate mean(Belief belief, double spread, double autocorrelation) {
    Limits.notNegative(spread, "spread", "give the standard deviation of the numbers");
    Limits.autocorrelation(autocorrelation);
    double inflation = (1 + autocorrelation) / (1 - autocorrelation);
    double error = spread * Math.sqrt(Math.min(inflation / years(), 1));
    return belief.pooledWith(Sums.mean(values), error, years());
  }

  /**
   * How far a year is like the one before: the correlation of neighbours about the mean.
   *
   * @param belief what is believed before data
   * @return the autocorrelation; the belief if there are fewer than 4 numbers or all are the same
   */
  public Estimate autocorrelation(Belief belief) {
    double[] deviations = Sums.deviations(values);
    double squares = Sums.squares(deviations);
    int n = years();
    if (n < FEWEST_FOR_AUTOCORRELATION || !(squares > 0)) {
      return belief.alone(n);
    }
    double sample = Sums.products(deviations, deviations, 1) / squares;
    double most = 1 - 1.0 / n;
    double corrected = Math.max(-most, Math.min(most, sample + (1 + 3 * sample) / n));
    double error = Math.sqrt((1 - corrected * corrected) / n);
    return belief.pooledWith(corrected, Math.max(error, 2.0 / n), n);
  }

  /**
   * The straight line that the numbers lie about.
   *
   * @param slope what is believed of the rise a year before data
   * @param belief what is believed of the standard deviation about the line
   * @return the line
   */
  public Trend trend(Belief slope, SpreadBelief belief) {
    return trend(slope, belief, 0);
  }

  Trend trend(Belief slope, SpreadBelief belief, double autocorrelation) {
    Limits.autocorrelation(autocorrelation);
    int n = years();
    if (n < FEWEST_FOR_A_LINE) {
      Estimate spread = belief.pooledWith(0, 0, n);
      Estimate level = new Estimate(last(), spread.mean(), n, 1);
      return trend(level, slope.alone(n), spread);
    }
    Line line = Line.through(values, autocorrelation);
    Estimate spread = belief.pooledWith(line.squares(), line.freedom(), n);
    double slopeError = spread.mean() * Math.sqrt(line.slopeVariance());
    Estimate pooled = slope.pooledWith(line.slope(), slopeError, n);
    double swing = pooled.standardError() * (n - 1) / 2;
    double error = Math.sqrt(spread.mean() * spread.mean() * line.middleVariance() + swing * swing);
    return trend(new Estimate(line.atEnd(pooled.mean(), n), error, n, 1), pooled, spread);
  }

  private Trend trend(Estimate level, Estimate slope, Estimate spread) {
    double[] residuals = new double[years()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = values[i] - (level.mean() + slope.mean() * (i - (residuals.length - 1)));
    }
    return new Trend(level, slope, spread, new YearlySeries(residuals));
  }

  /** The numbers themselves, for the estimators of this package, which don't write to them. */
  double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YearlySeries that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "YearlySeries" + Arrays.toString(values);
  }
}
