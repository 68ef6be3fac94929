package org.fundinggap.comparison;

import org.fundinggap.simulation.Draws;

/** What two numbers that should be the same may differ by, because doubles are rounded. */
final class Rounding {
  /**
   * Of the largest number: a gap is what is left of costs some times its size after a few hundred
   * operations, each right to 1.1e-16. Of a gap of GBP 10bn it is a penny.
   */
  private static final double PART = 1e-12;

  private Rounding() {}

  /** The most that rounding explains, judged by the largest finite number of some draws. */
  static double of(Iterable<Draws> all) {
    double largest = 0;
    for (Draws draws : all) {
      for (double value : draws.values()) {
        double size = Math.abs(value);
        largest = size > largest && Double.isFinite(size) ? size : largest;
      }
    }
    return PART * largest;
  }
}
