package org.fundinggap.quantity;

import java.util.Objects;

/**
 * In which prices an amount of money is stated: cash, or real in the prices of a financial year.
 *
 * <p>A figure without its price basis cannot be compared with another.
 */
public sealed interface PriceBasis {
  /** Cash: the prices of the day on which it is paid (also called nominal). */
  record Cash() implements PriceBasis {
    @Override
    public String toString() {
      return "cash";
    }
  }

  /**
   * Real terms.
   *
   * @param year the financial year whose prices are used
   */
  record Real(FinancialYear year) implements PriceBasis {
    @Override
    public String toString() {
      return "real " + year;
    }
  }

  /**
   * Cash.
   *
   * @return the basis
   */
  static PriceBasis cash() {
    return new Cash();
  }

  /**
   * Real terms in the prices of a year.
   *
   * @param year whose prices
   * @return the basis
   */
  static PriceBasis real(FinancialYear year) {
    Objects.requireNonNull(year, "year");
    return new Real(year);
  }

  /**
   * Reads {@code cash} or {@code real 2024-25}, as {@link Object#toString} writes them.
   *
   * @param text the text
   * @return the basis
   * @throws IllegalArgumentException if the text is neither
   */
  static PriceBasis parse(String text) {
    if (text.equals("cash")) {
      return cash();
    }
    if (text.startsWith("real ")) {
      return real(FinancialYear.parse(text.substring("real ".length())));
    }
    throw new IllegalArgumentException(
        "price basis must be \"cash\" or \"real 2024-25\", was \"" + text + "\"");
  }
}
