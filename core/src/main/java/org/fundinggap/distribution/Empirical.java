package org.fundinggap.distribution;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Identified;

/**
 * Observations, each as likely as another, and nothing between them or beyond. Immutable; equal to
 * another of the same observations in any order.
 */
final class Empirical implements Distribution, Identified {
  private static final int MOST = 10_000_000;

  private final double[] sorted;
  private final double mean;
  private final double standardDeviation;

  Empirical(double[] values) {
    Arguments.whole(
        values.length, 2, MOST, "the number of values", "use Distribution.fixed for a known one");
    // Adding 0.0 turns a negative zero into zero, so that the two are one value.
    this.sorted = Arrays.stream(values).map(value -> value + 0.0).toArray();
    for (int i = 0; i < sorted.length; i++) {
      Arguments.place(sorted[i], "values[" + i + "]");
    }
    Arrays.sort(sorted);
    Arguments.ordered(
        lower(), upper(), "the least and greatest value", "use Distribution.fixed for a known one");
    // From the median, so that large values that differ little keep their digits.
    double middle = sorted[sorted.length / 2];
    CompensatedSum sum = new CompensatedSum();
    for (double value : sorted) {
      sum.add(value - middle);
    }
    double shift = sum.value() / sorted.length;
    CompensatedSum squares = new CompensatedSum();
    for (double value : sorted) {
      double distance = (value - middle) - shift;
      squares.add(distance * distance);
    }
    this.mean = middle + shift;
    this.standardDeviation = Math.sqrt(squares.value() / sorted.length);
  }

  double[] values() {
    return sorted.clone();
  }

  /**
   * The smallest observation whose share of the observations, with those below it, reaches {@code
   * p}.
   *
   * @param p a probability, 0 to 1
   * @return one of the values
   * @throws IllegalArgumentException if {@code p} is NaN or outside [0, 1]
   */
  @Override
  public double quantile(double p) {
    return at(Arguments.probability(p));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    for (int i = 0; i < count; i++) {
      out[i] = at(u[i]);
    }
  }

  private double at(double p) {
    int reaching = (int) Math.ceil(p * sorted.length);
    return sorted[Math.max(reaching, 1) - 1];
  }

  @Override
  public double mean() {
    return mean;
  }

  /**
   * The standard deviation of a draw, which divides by the number of observations.
   *
   * @return the standard deviation, above 0
   */
  @Override
  public double standardDeviation() {
    return standardDeviation;
  }

  @Override
  public double lower() {
    return sorted[0];
  }

  @Override
  public double upper() {
    return sorted[sorted.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Empirical that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  /** The number and range of the observations, such as {@code empirical(12 values, 0.1 to 0.4)}. */
  @Override
  public String toString() {
    return "empirical(" + sorted.length + " values, " + lower() + " to " + upper() + ")";
  }

  @Override
  public String describe() {
    return sorted.length + " observations, " + TableMoments.inWords(this);
  }

  @Override
  public List<?> identity() {
    return List.of(Doubles.asList(sorted));
  }
}
