package org.fundinggap.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same under every default locale: one way of writing for each use. */
public final class NumberText {
  private static final MathContext FOUR_FIGURES = new MathContext(4);
  private static final MathContext TWO_FIGURES = new MathContext(2);
  private static final double THOUSAND = 1000;
  private static final double SMALL = 1e-6;
  private static final double LARGE = 1e15;
  private static final double MUCH = 1e6;
  private static final String MINUS = "\u2212";

  private NumberText() {}

  /**
   * For tables and messages: thousands whole and with separators, anything smaller to four figures;
   * NaN is "unknown".
   */
  public static String of(double value) {
    return figures(value, FOUR_FIGURES);
  }

  /** Two bounds, both included, such as {@code [0, 0.5]}. */
  public static String interval(double lower, double upper) {
    return "[" + of(lower) + ", " + of(upper) + "]";
  }

  /**
   * How many there are of what has a regular plural, such as {@code 1 year} and {@code 2 years}.
   */
  public static String count(int number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** How many there are of what has a plural of its own. */
  public static String count(int number, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : more);
  }

  /** A standard error: as {@link #of} with two figures, for no more of it is known. */
  public static String error(double value) {
    return figures(value, TWO_FIGURES);
  }

  private static String figures(double value, MathContext figures) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "unknown" : value > 0 ? "infinite" : "-infinite";
    }
    if (size > 0 && (size < SMALL || size >= LARGE)) {
      return String.format(Locale.ROOT, figures.equals(TWO_FIGURES) ? "%.1e" : "%.3e", value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(figures).stripTrailingZeros();
    if (Math.abs(rounded.doubleValue()) >= THOUSAND) {
      return String.format(
          Locale.ROOT, "%,.0f", figures.equals(TWO_FIGURES) ? rounded.doubleValue() : value);
    }
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** A probability or share: three decimals, and no sign on what rounds to zero. */
  public static String share(double value) {
    return Double.isNaN(value)
        ? of(value)
        : unsignedZero(String.format(Locale.ROOT, "%.3f", value));
  }

  /**
   * By a format such as {@code %,.2f}; what rounds to zero has no sign. From 1e15 on, and of what
   * is no number, as {@link #of}: nobody reads 300 digits.
   */
  public static String fixed(String format, double value) {
    return !(Math.abs(value) < LARGE)
        ? of(value)
        : unsignedZero(String.format(Locale.ROOT, format, value));
  }

  private static String unsignedZero(String text) {
    return text.matches("-[0.,]+%?") ? text.substring(1) : text;
  }

  /** A ratio of variances; once it is large, no more is known of it than its size. */
  public static String ratio(double value) {
    if (value > MUCH && value < Double.POSITIVE_INFINITY) {
      return "> 1e6";
    }
    return value < THOUSAND - 1 ? String.format(Locale.ROOT, "%.3g", value) : of(value);
  }

  /** Every digit, so that numbers that differ look different. */
  public static String exact(double value) {
    double size = Math.abs(value);
    if (value != 0 && !(size >= SMALL && size < LARGE)) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** For readers: thousands separators, a true minus sign, halves away from zero, never "-0". */
  public static String label(double value, int decimals) {
    return !(Math.abs(value) < LARGE)
        ? of(value).replace("-", MINUS)
        : label(BigDecimal.valueOf(value), decimals);
  }

  public static String label(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    String digits = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  /** The decimals that show three figures of the largest value: 30.7, 8.81, 657,780. */
  public static int decimalsFor(double largest) {
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
  public static String projected(double value, int decimals, double largest) {
    int places = decimals;
    for (double bound = 1e4; decimals == 0 && largest >= bound && places > -12; bound *= 10) {
      places--;
    }
    return label(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP), decimals);
  }

  /** For coordinates: hundredths of a pixel, without trailing zeros. */
  public static String coordinate(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2).stripTrailingZeros().toPlainString();
  }
}
