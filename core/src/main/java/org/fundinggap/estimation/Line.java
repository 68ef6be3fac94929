package org.fundinggap.estimation;

/**
 * Least squares of yearly values on time, where the last year is time 0.
 *
 * @param middle the mean of the values, which the line takes in the middle year
 * @param slope the rise a year
 * @param squares the sum of squared residuals
 * @param freedom what {@code squares} comes to on average, for values of variance 1 about the line
 * @param middleVariance the variance of {@code middle}, for values of variance 1
 * @param slopeVariance the variance of {@code slope}, for values of variance 1
 */
record Line(
    double middle,
    double slope,
    double squares,
    double freedom,
    double middleVariance,
    double slopeVariance) {
  /*
   * Reason. With weights c_i = (t_i - mean t) / S, S the sum of (t_i - mean t)^2, the slope is the sum
   * of c_i x_i. If values k years apart have the correlation rho^k, its variance is the sum of
   * c_i c_j rho^|i-j| over all i and j, that of the mean the same with weights 1/n; by symmetry the two
   * are uncorrelated. Residuals are x - H x with H = 1/n + S c c', so their squares come to
   * n - n var(mean) - S var(slope): n - 2 where rho is 0, and less where neighbours are alike, because
   * the line then runs after them.
   */

  static Line through(double[] values, double autocorrelation) {
    int n = values.length;
    double[] time = new double[n];
    double[] equal = new double[n];
    for (int i = 0; i < n; i++) {
      time[i] = i - (n - 1) / 2.0;
      equal[i] = 1;
    }
    double timeSquares = Sums.squares(time);
    double[] deviations = Sums.deviations(values);
    double slope = Sums.products(time, deviations, 0) / timeSquares;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double residual = deviations[i] - slope * time[i];
      squares += residual * residual;
    }
    double equalForm = quadraticForm(equal, autocorrelation);
    double timeForm = quadraticForm(time, autocorrelation);
    return new Line(
        Sums.mean(values),
        slope,
        squares,
        n - equalForm / n - timeForm / timeSquares,
        equalForm / n / n,
        timeForm / timeSquares / timeSquares);
  }

  /** Sum of {@code w[i] * w[j] * autocorrelation^|i - j|} over all i and j. */
  private static double quadraticForm(double[] w, double autocorrelation) {
    double sum = Sums.squares(w);
    double power = 1;
    for (int lag = 1; lag < w.length; lag++) {
      power *= autocorrelation;
      sum += 2 * power * Sums.products(w, w, lag);
    }
    return sum;
  }

  /** The line with this slope instead, at the last year; it keeps the middle. */
  double atEnd(double otherSlope, int years) {
    return middle + otherSlope * (years - 1) / 2.0;
  }
}
