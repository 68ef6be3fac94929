package org.fundinggap.distribution;

import org.fundinggap.internal.Exp;

/**
 * Mean and standard deviation of a standard normal variable cut off at two bounds.
 *
 * @param mean the mean
 * @param standardDeviation the standard deviation
 */
record TruncatedMoments(double mean, double standardDeviation) {
  /*
   * Reason. The closed forms subtract nearly equal numbers when the bounds are close together or far
   * out: at bounds 1e-6 apart not one digit of the variance is left. A sum over the density, relative
   * to its highest point and with moments about that point, has no such trouble. Where the bounds hold
   * the top of the density Simpson's rule does. Beyond it the density falls as fast as an exponential
   * from its first step on, and Boole's rule, of two orders more, takes the same steps.
   *
   * Error. The range is cut where the density has fallen to e^-46 of its highest; with 1,024 steps the
   * mean is within 1e-9 and the standard deviation within one part in 1e9 (TruncatedMomentsTest, beside
   * 40-digit arithmetic to 35 standard deviations out).
   */
  private static final int STEPS = 1024;

  private static final double LOG_OF_NEGLIGIBLE = 46.0;

  /**
   * Integrates the density between two bounds.
   *
   * @param a the lower bound; minus infinity for none
   * @param b the upper bound, above {@code a}; infinity for none
   * @return the moments
   */
  static TruncatedMoments of(double a, double b) {
    double peak = Math.max(a, Math.min(b, 0.0));
    double size = Math.abs(peak);
    double reach =
        2.0 * LOG_OF_NEGLIGIBLE / (size + Math.sqrt(size * size + 2.0 * LOG_OF_NEGLIGIBLE));
    // Measured from the peak, which keeps the digits of a narrow range far out.
    double from = Math.max(a - peak, -reach);
    double step = (Math.min(b - peak, reach) - from) / STEPS;
    double mass = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (int i = 0; i <= STEPS; i++) {
      double d = from + i * step;
      double rule = size > 0.0 ? boole(i) : simpson(i);
      double weight = rule * Exp.exp(-d * (peak + 0.5 * d));
      mass += weight;
      first += weight * d;
      second += weight * d * d;
    }
    double shift = first / mass;
    return new TruncatedMoments(peak + shift, Math.sqrt(second / mass - shift * shift));
  }

  private static double simpson(int i) {
    return i == 0 || i == STEPS ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
  }

  private static double boole(int i) {
    return i == 0 || i == STEPS ? 7.0 : i % 2 == 1 ? 32.0 : i % 4 == 2 ? 12.0 : 14.0;
  }
}
