package org.fundinggap.distribution;

/**
 * A cubic on [0, 1] that never falls.
 *
 * @param c0 the value at 0
 * @param c1 the coefficient of t
 * @param c2 the coefficient of t^2
 * @param c3 the coefficient of t^3
 */
record Cubic(double c0, double c1, double c2, double c3) {

  /** So little less than 1 that it makes up for the rounding of the sum, and nothing else. */
  private static final double A_LITTLE_LESS = 1.0 - 0x1p-46;

  /**
   * The cubic through the values at 0, 1/4, 3/4 and 1; if that falls somewhere, the line through
   * the first and the last.
   *
   * @param values five values at steps of 1/4, none below the one before
   * @param from index of the first
   */
  static Cubic through(double[] values, int from) {
    double y = values[from];
    double quarter = values[from + 1] - y;
    double threeQuarters = values[from + 3] - y;
    double whole = values[from + 4] - y;
    double third = 32.0 / 3.0 * (quarter - threeQuarters) + 16.0 / 3.0 * whole;
    double second = 40.0 / 3.0 * threeQuarters - 56.0 / 3.0 * quarter - 16.0 / 3.0 * whole;
    double first = 8.0 * quarter - 8.0 / 3.0 * threeQuarters + whole;
    Cubic cubic = new Cubic(y, first, second, third);
    return cubic.rises() ? cubic : new Cubic(y, whole, 0.0, 0.0);
  }

  double at(double t) {
    return c0 + t * (c1 + t * (c2 + t * c3));
  }

  /** Whether the slope c1 + 2 c2 t + 3 c3 t^2 is nowhere negative in [0, 1]. */
  private boolean rises() {
    boolean atEnds = c1 >= 0.0 && c1 + 2.0 * c2 + 3.0 * c3 >= 0.0;
    boolean leastBetween = c3 > 0.0 && c2 < 0.0 && -c2 < 3.0 * c3;
    return atEnds && (!leastBetween || c1 * (3.0 * c3) >= c2 * c2);
  }

  /** This cubic with its rise taken down, so that rounding leaves no value above that at 1. */
  Cubic heldBelowItsEnd() {
    return new Cubic(c0, A_LITTLE_LESS * c1, A_LITTLE_LESS * c2, A_LITTLE_LESS * c3);
  }
}
