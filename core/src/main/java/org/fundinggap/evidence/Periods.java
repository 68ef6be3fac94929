package org.fundinggap.evidence;

import java.util.regex.Pattern;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** The forms in which the register writes years and periods. */
final class Periods {
  /** Digits only, so that neither signs nor spaces slip through. */
  private static final Pattern CALENDAR = Pattern.compile("(19|20|21)\\d{2}");

  private static final Pattern FINANCIAL = Pattern.compile("\\d{4}-\\d{2}");
  private static final String TO = "..";

  private Periods() {}

  static boolean isCalendarYear(String text) {
    return CALENDAR.matcher(text).matches();
  }

  static boolean isFinancialYear(String text) {
    return FINANCIAL.matcher(text).matches();
  }

  /**
   * The period of a figure, as it was given.
   *
   * @throws IllegalArgumentException if it has none of the known forms
   */
  static String checked(String text) {
    int to = text.indexOf(TO);
    if (to >= 0) {
      YearRange.inclusive(
          FinancialYear.parse(text.substring(0, to)),
          FinancialYear.parse(text.substring(to + TO.length())));
    } else if (!text.isEmpty() && !isCalendarYear(text)) {
      FinancialYear.parse(text);
    }
    return text;
  }

  /**
   * The number under which a series keeps a year: the calendar year, or the one in which the
   * financial year starts.
   *
   * @throws IllegalArgumentException if the text is not of the form that the timing needs
   */
  static int key(Timing timing, String text) {
    if (!timing.isCalendar()) {
      return FinancialYear.parse(text).startYear();
    }
    if (!isCalendarYear(text)) {
      throw new IllegalArgumentException("calendar year must look like 2024, was \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  /** How a key is written. */
  static String written(Timing timing, int key) {
    return timing.isCalendar() ? Integer.toString(key) : FinancialYear.starting(key).toString();
  }
}
