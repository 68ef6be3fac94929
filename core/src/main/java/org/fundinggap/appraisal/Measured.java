package org.fundinggap.appraisal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A number that comes out of draws, and how far it may be off because they are finite.
 *
 * @param value the number
 * @param standardError its Monte Carlo standard error, in the same unit; 0 for what is known, NaN
 *     if the draws do not say, as Sobol draws of a single replicate
 */
public record Measured(double value, double standardError) {
  private static final MathContext FOUR_FIGURES = new MathContext(4);
  private static final MathContext TWO_FIGURES = new MathContext(2);
  private static final MathContext TWELVE_FIGURES = new MathContext(12);
  private static final double THOUSAND = 1000;
  private static final double SMALL = 1e-6;
  private static final double LARGE = 1e15;

  /** The number to four figures or to the unit, and its error to two. */
  @Override
  public String toString() {
    return text(value) + " (MC s.e. " + error() + ")";
  }

  /** The error alone, for a column of its own. */
  String error() {
    return text(standardError, TWO_FIGURES);
  }

  /** Thousands whole and with separators, anything smaller to four figures. */
  static String text(double value) {
    return text(value, FOUR_FIGURES);
  }

  /** To 12 figures, so that rounding does not tell apart what is equal; finite. */
  static double rounded(double value) {
    return BigDecimal.valueOf(value).round(TWELVE_FIGURES).doubleValue();
  }

  private static String text(double value, MathContext figures) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "unknown" : Double.toString(value);
    }
    if (size > 0 && (size < SMALL || size >= LARGE)) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    if (size >= THOUSAND) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(figures).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
