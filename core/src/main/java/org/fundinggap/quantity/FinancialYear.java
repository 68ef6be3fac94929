package org.fundinggap.quantity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A financial year of English local government: 1 April to 31 March, written {@code 2024-25}.
 *
 * <p>A stock "of" a financial year is the stock at 31 March at its end; what the Department for
 * Education calls 2025 (the year ending 31 March 2025) is {@code 2024-25} here.
 *
 * @param startYear the calendar year of its 1 April, 1900 to 2200
 */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {
  private static final int FIRST = 1900;
  private static final int LAST = 2200;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{2})");

  /**
   * Checks the bounds.
   *
   * @param startYear as described above
   * @throws IllegalArgumentException if {@code startYear} is outside 1900 to 2200
   */
  public FinancialYear {
    if (startYear < FIRST || startYear > LAST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "startYear must be in [%d, %d], was %d; write 2024 for 2024-25",
              FIRST,
              LAST,
              startYear));
    }
  }

  /**
   * The year that starts on 1 April of a calendar year.
   *
   * @param calendarYear 2024 for 2024-25
   * @return the financial year
   */
  public static FinancialYear starting(int calendarYear) {
    return new FinancialYear(calendarYear);
  }

  /**
   * The year that ends on 31 March of a calendar year.
   *
   * @param calendarYear 2025 for 2024-25
   * @return the financial year
   */
  public static FinancialYear ending(int calendarYear) {
    return new FinancialYear(calendarYear - 1);
  }

  /**
   * Reads the usual notation.
   *
   * @param text such as {@code 2024-25}
   * @return the financial year
   * @throws IllegalArgumentException if the text is not of that form, or its two halves are not
   *     consecutive years
   */
  public static FinancialYear parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (matcher.matches()) {
      int start = Integer.parseInt(matcher.group(1));
      if (Integer.parseInt(matcher.group(2)) == (start + 1) % 100) {
        return new FinancialYear(start);
      }
    }
    throw new IllegalArgumentException(
        "financial year must look like 2024-25 (consecutive years), was \"" + text + "\"");
  }

  /**
   * A year some years later, or earlier when negative.
   *
   * @param years how many
   * @return the other year
   */
  public FinancialYear plus(int years) {
    return new FinancialYear(startYear + years);
  }

  /**
   * How many years lie from this year to another.
   *
   * @param other the other year
   * @return positive when {@code other} is later
   */
  public int yearsUntil(FinancialYear other) {
    return other.startYear - startYear;
  }

  /**
   * The calendar year in which it ends.
   *
   * @return 2025 for 2024-25
   */
  public int endYear() {
    return startYear + 1;
  }

  /**
   * Its last day, at which stocks are counted.
   *
   * @return 31 March of {@link #endYear()}
   */
  public LocalDate lastDay() {
    return LocalDate.of(endYear(), 3, 31);
  }

  @Override
  public int compareTo(FinancialYear other) {
    return Integer.compare(startYear, other.startYear);
  }

  /** The usual notation, such as {@code 2024-25}. */
  @Override
  public String toString() {
    // Joined by hand: years are written by the thousand, and a format took a sixth of a
    // calibration.
    int end = (startYear + 1) % 100;
    return startYear + (end < 10 ? "-0" : "-") + end;
  }
}
