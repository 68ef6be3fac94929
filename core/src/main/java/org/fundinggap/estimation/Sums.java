package org.fundinggap.estimation;

import java.util.Arrays;

/** Mean and sums of squares of a short series, in plain arithmetic. */
final class Sums {
  private Sums() {}

  /** The mean, taken from the first value on, so that a constant series has exactly its value. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /** Each value less the mean; exactly zero for a constant series. */
  static double[] deviations(double[] values) {
    double mean = mean(values);
    double[] deviations = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      deviations[i] = values[i] - mean;
    }
    return deviations;
  }

  static double squares(double[] values) {
    return products(values, values, 0);
  }

  /** Sum of {@code a[i] * b[i + lag]}. */
  static double products(double[] a, double[] b, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < a.length; i++) {
      sum += a[i] * b[i + lag];
    }
    return sum;
  }

  /**
   * The variance of a weighted sum of yearly values of variance 1, of which two that are k years
   * apart have the correlation rho^k: the sum of {@code w[i] * w[j] * rho^|i - j|} over all i, j.
   */
  static double variance(double[] weights, double autocorrelation) {
    double sum = squares(weights);
    double power = 1;
    for (int lag = 1; lag < weights.length; lag++) {
      power *= autocorrelation;
      sum += 2 * power * products(weights, weights, lag);
    }
    // Near rho = 1 the sum may vanish, and rounding take it below nothing.
    return Math.max(sum, 0);
  }

  /** The same for the plain sum of that many values. */
  static double varianceOfSum(int years, double autocorrelation) {
    double[] ones = new double[years];
    Arrays.fill(ones, 1);
    return variance(ones, autocorrelation);
  }
}
