package org.fundinggap.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** What numbers that should be the same may differ by, because doubles are rounded. */
public final class Rounding {
  /**
   * Of the largest number that a difference is made of: a gap is what is left of costs some times
   * its size after a few hundred operations, each right to 1.1e-16. Of a gap of GBP 10bn it is a
   * penny.
   */
  public static final double LAST_DIGITS = 1e-12;

  /** Of the largest number of a sum: what parts that somebody gives may miss their whole by. */
  public static final double ADDING_UP = 1e-9;

  private static final MathContext TWELVE_FIGURES = new MathContext(12);

  private Rounding() {}

  /** The most that rounding explains, judged by the largest finite number. */
  public static double explains(List<double[]> all) {
    double largest = 0;
    for (double[] values : all) {
      for (double value : values) {
        double size = Math.abs(value);
        largest = size > largest && Double.isFinite(size) ? size : largest;
      }
    }
    return LAST_DIGITS * largest;
  }

  /** To 12 figures, so that rounding does not tell apart what is equal; finite. */
  public static double toTwelveFigures(double value) {
    return BigDecimal.valueOf(value).round(TWELVE_FIGURES).doubleValue();
  }
}
