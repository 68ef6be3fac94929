package org.fundinggap.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same under every default locale. */
final class Numbers {
  private static final String MINUS = "\u2212";

  private Numbers() {}

  /** For readers: thousands separators, a true minus sign, halves away from zero, never "-0". */
  static String label(double value, int decimals) {
    return label(BigDecimal.valueOf(value), decimals);
  }

  static String label(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    String digits = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  /** The decimals that show three figures of the largest value: 30.7, 8.81, 657,780. */
  static int decimalsFor(double largest) {
    int decimals = 2;
    double bound = 10;
    while (decimals > 0 && largest >= bound) {
      decimals--;
      bound *= 10;
    }
    double unit = 1;
    while (decimals < 6 && largest > 0 && largest < unit && decimals >= 2) {
      decimals++;
      unit /= 10;
    }
    return decimals;
  }

  /**
   * A projected value: five digits or more are rounded to four figures of the largest value, since
   * no draw is worth more (786,900, not 786,896).
   */
  static String projected(double value, int decimals, double largest) {
    int places = decimals;
    for (double bound = 1e4; decimals == 0 && largest >= bound && places > -12; bound *= 10) {
      places--;
    }
    return label(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP), decimals);
  }

  /** For coordinates: hundredths of a pixel, without trailing zeros. */
  static String coordinate(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
  }
}
