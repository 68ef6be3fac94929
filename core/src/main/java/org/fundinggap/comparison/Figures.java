package org.fundinggap.comparison;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as tables of this package write them. */
final class Figures {
  private static final double MUCH = 1e6;
  private static final double LARGEST_PLAIN = 1e15;
  private static final double LEAST_PLAIN = 1e-6;

  private Figures() {}

  /** For reading: as many digits as matter at that size. */
  static String text(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    String format = size >= 1000 ? "%,.0f" : size >= 1 ? "%.2f" : size >= 0.001 ? "%.4f" : "%.2e";
    return String.format(Locale.ROOT, format, value);
  }

  /** A probability. */
  static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A ratio of variances, of which no more is known than its size once it is large. */
  static String ratio(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return "infinite";
    }
    return value > MUCH
        ? "> 1e6"
        : String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.3g", value);
  }

  /** Every digit, so that numbers that differ look different. */
  static String exact(double value) {
    double size = Math.abs(value);
    if (value != 0 && !(size >= LEAST_PLAIN && size < LARGEST_PLAIN)) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
