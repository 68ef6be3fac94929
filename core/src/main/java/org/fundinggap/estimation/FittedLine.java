package org.fundinggap.estimation;

/**
 * Least squares of yearly values on time.
 *
 * @param middle the mean of the values, which the line takes in the middle year
 * @param slope the rise a year
 * @param squares the sum of squared residuals
 * @param freedom what {@code squares} comes to on average, for values of variance 1 about the line
 * @param middleVariance the variance of {@code middle}, for values of variance 1
 * @param slopeVariance the variance of {@code slope}, for values of variance 1
 */
record FittedLine(
    double middle,
    double slope,
    double squares,
    double freedom,
    double middleVariance,
    double slopeVariance) {
  /*
   * Reason. With t counted from the middle year and T the sum of t_i^2, the slope is the sum of
   * t_i x_i / T and the middle that of x_i / n. If values k years apart have the correlation rho^k, the
   * variances of both are sums of weights times rho^|i-j| (Sums.variance); by symmetry the two are
   * uncorrelated. Residuals are x - H x with H = 1/n + t t' / T, so their squares come to
   * n - n var(middle) - T var(slope): n - 2 where rho is 0, and less where neighbours are alike,
   * because the line then runs after them.
   */

  /** The line through two values or more whose neighbours have this correlation about it. */
  static FittedLine through(double[] values, double autocorrelation) {
    int n = values.length;
    double[] time = new double[n];
    for (int i = 0; i < n; i++) {
      time[i] = i - (n - 1) / 2.0;
    }
    double timeSquares = Sums.squares(time);
    double[] deviations = Sums.deviations(values);
    double slope = Sums.products(time, deviations, 0) / timeSquares;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double residual = deviations[i] - slope * time[i];
      squares += residual * residual;
    }
    double lostToMiddle = Sums.varianceOfSum(n, autocorrelation) / n;
    double lostToSlope = Sums.variance(time, autocorrelation) / timeSquares;
    return new FittedLine(
        Sums.mean(values),
        slope,
        squares,
        n - lostToMiddle - lostToSlope,
        lostToMiddle / n,
        lostToSlope / timeSquares);
  }
}
