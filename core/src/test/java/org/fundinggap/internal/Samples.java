package org.fundinggap.internal;

import java.util.SplittableRandom;

/** Arrays of test numbers. */
final class Samples {
  private Samples() {}

  static double[] uniform(long seed, int count, double lower, double upper) {
    return new SplittableRandom(seed).doubles(count, lower, upper).toArray();
  }

  /** Folds the bits of some numbers, in order, into one. */
  static long fold(long before, double[] values) {
    long folded = before;
    for (double value : values) {
      folded = 31 * folded + Double.doubleToLongBits(value);
    }
    return folded;
  }
}
