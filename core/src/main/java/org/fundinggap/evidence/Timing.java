package org.fundinggap.evidence;

import java.time.LocalDate;
import org.fundinggap.internal.csv.EnumWords;
import org.fundinggap.quantity.FinancialYear;

/** Which day or period of its year an observation describes. */
public enum Timing {
  /** A flow over the financial year. */
  FINANCIAL_YEAR,
  /** A stock at the end of the financial year. */
  AT_31_MARCH,
  /** A stock on 30 June of the financial year: mid-2024 lies in 2024-25. */
  MID_YEAR,
  /** A stock on 30 September of the financial year: 30 September 2025 lies in 2025-26. */
  AT_30_SEPTEMBER,
  /** A flow over a calendar year, or its average. */
  CALENDAR_YEAR;

  /**
   * The last day that an observation of a financial year describes.
   *
   * @param year the financial year
   * @return such as 30 June 2024 for mid-year 2024-25
   * @throws IllegalArgumentException if this timing is by calendar year
   */
  public LocalDate endOf(FinancialYear year) {
    return switch (this) {
      case FINANCIAL_YEAR, AT_31_MARCH -> year.lastDay();
      case MID_YEAR -> LocalDate.of(year.startYear(), 6, 30);
      case AT_30_SEPTEMBER -> LocalDate.of(year.startYear(), 9, 30);
      case CALENDAR_YEAR ->
          throw new IllegalArgumentException(
              "timing must be by financial year, was calendar-year; give a calendar year such as "
                  + year.startYear());
    };
  }

  /**
   * The last day that an observation of a calendar year describes.
   *
   * @param calendarYear such as 2024
   * @return its 31 December
   * @throws IllegalArgumentException if this timing is by financial year
   */
  public LocalDate endOf(int calendarYear) {
    if (this != CALENDAR_YEAR) {
      throw new IllegalArgumentException(
          "timing must be calendar-year, was "
              + this
              + "; give a financial year such as "
              + FinancialYear.starting(calendarYear));
    }
    return LocalDate.of(calendarYear, 12, 31);
  }

  /**
   * Whether observations are of calendar years.
   *
   * @return false for all that lie in a financial year
   */
  public boolean isCalendar() {
    return this == CALENDAR_YEAR;
  }

  /** As the register writes it, such as {@code at-31-march}. */
  @Override
  public String toString() {
    return EnumWords.of(this);
  }
}
