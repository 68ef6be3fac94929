package org.fundinggap.distribution;

/** Integrals of cubics, exact but for rounding. */
final class CubicMoments {
  /*
   * Gauss's rule with four points integrates polynomials to degree 7 exactly, and the square of a cubic
   * has degree 6. Points at 1/2 -+ sqrt(3/7 -+ 2/7 sqrt(6/5)) / 2, M. Abramowitz and I. A. Stegun,
   * Handbook of Mathematical Functions, 25.4.29.
   */
  private static final double INNER = 0.5 * Math.sqrt(3.0 / 7.0 - 2.0 / 7.0 * Math.sqrt(1.2));
  private static final double OUTER = 0.5 * Math.sqrt(3.0 / 7.0 + 2.0 / 7.0 * Math.sqrt(1.2));
  private static final double INNER_WEIGHT = (18.0 + Math.sqrt(30.0)) / 72.0;
  private static final double OUTER_WEIGHT = (18.0 - Math.sqrt(30.0)) / 72.0;

  private CubicMoments() {}

  /**
   * The mean over t in [0, 1] of a cubic less a number, or of its square.
   *
   * @param power 1 or 2
   * @param c where the four coefficients stand, the constant first
   * @param at index of the constant
   * @param shift what is taken off the cubic
   * @return the mean
   */
  static double of(int power, double[] c, int at, double shift) {
    double inner = term(power, c, at, shift, 0.5 - INNER) + term(power, c, at, shift, 0.5 + INNER);
    double outer = term(power, c, at, shift, 0.5 - OUTER) + term(power, c, at, shift, 0.5 + OUTER);
    return INNER_WEIGHT * inner + OUTER_WEIGHT * outer;
  }

  private static double term(int power, double[] c, int at, double shift, double t) {
    double x = (c[at] - shift) + t * (c[at + 1] + t * (c[at + 2] + t * c[at + 3]));
    return power == 1 ? x : x * x;
  }
}
