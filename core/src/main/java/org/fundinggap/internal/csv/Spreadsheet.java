package org.fundinggap.internal.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a spreadsheet does to a table that is opened and saved: it takes 2010-11 for November 2010,
 * and writes dates in the way of its country.
 */
final class Spreadsheet {
  private static final String MONTH =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

  /** How spreadsheets write dates; the last is a count of days since 1900, of 2000 to 2050. */
  private static final Pattern DATE =
      Pattern.compile(
          MONTH
              + "[-/ ,]+\\d{2,4}"
              + "|\\d{1,4}[-/ .]+"
              + MONTH
              + "([-/ ,.]+\\d{2,4})?"
              + "|\\d{1,4}([-/.])\\d{1,2}\\4\\d{1,4}( \\d{1,2}:\\d{2}(:\\d{2})?)?"
              + "|\\d{1,2}/\\d{4}"
              + "|(3[6-9]|4\\d|5[0-5])\\d{3}",
          Pattern.CASE_INSENSITIVE);

  private static final int PLACES_SHOWN = 3;

  /** Years that became dates. */
  static final Cause YEARS =
      new Cause("must be a year such as 2010-11, was ", "", Cause.Scope.REGISTER);

  /** Dates that are written in another way. */
  static final Cause DATES =
      new Cause("must be a date, was ", "; write it like 2025-10-30", Cause.Scope.REGISTER);

  private Spreadsheet() {}

  /** Whether a text is a date in one of the ways of spreadsheets, the register's own among them. */
  static boolean isDate(String text) {
    return DATE.matcher(text).matches();
  }

  /** One sentence for all that was turned into dates. */
  static String text(List<Fault> years, List<Fault> dates) {
    int more = years.size() + dates.size() - PLACES_SHOWN;
    String places =
        Stream.concat(years.stream(), dates.stream())
            .limit(PLACES_SHOWN)
            .map(Faults::place)
            .collect(Collectors.joining("; "));
    return "years such as 2010-11 were turned into dates by a spreadsheet, in "
        + cells(years)
        + (dates.isEmpty()
            ? ""
            : ", and dates such as 2025-10-30 were written in another way, in " + cells(dates))
        + " ("
        + places
        + (more > 0 ? "; and " + more + " more" : "")
        + "); open the file as text, or import each column as text, or take the file again from"
        + " where it came";
  }

  private static String cells(List<Fault> faults) {
    int cells = faults.size();
    return cells + (cells == 1 ? " cell" : " cells") + " such as " + faults.get(0).value();
  }
}
