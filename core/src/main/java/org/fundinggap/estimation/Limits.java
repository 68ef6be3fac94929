package org.fundinggap.estimation;

import org.fundinggap.internal.Checks;

/** How large and small numbers may be, so that no square overflows or vanishes. */
final class Limits {
  private static final double LARGEST = 1e100;

  /** Below this, a standard deviation is too small for a distribution. */
  static final double SMALLEST = 1e-100;

  private Limits() {}

  static void place(double value, String name) {
    Checks.within(value, -LARGEST, LARGEST, name, "give a finite number in other units");
  }

  static void positive(double value, String name, String fix) {
    Checks.within(value, SMALLEST, LARGEST, name, fix);
  }

  static void notNegative(double value, String name, String fix) {
    Checks.within(value, 0, LARGEST, name, fix);
  }

  /** Refuses 1 and -1 too: numbers that all move as one have no mean to find. */
  static double autocorrelation(double value) {
    if (!(value > -1 && value < 1)) {
      throw new IllegalArgumentException(
          "autocorrelation must be between -1 and 1, was " + value + "; write 0.3 for 30%");
    }
    return value;
  }
}
