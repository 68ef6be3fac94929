package org.fundinggap.random;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;

/**
 * The name of a stream of draws: what is drawn, for which financial year and which area. Two
 * streams with different ids are independent; the same id gives the same draws in every scenario.
 *
 * @param name what is drawn, such as {@code "fosterFeeGrowth"}; not blank
 * @param year the calendar year in which the financial year starts, 1900 to 2200, or 0 for a
 *     parameter that is drawn once for all years
 * @param area the area's code, such as {@code "E92000001"} for England; not blank
 */
public record StreamId(String name, int year, String area) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /**
   * Checks the parts.
   *
   * @param name as described above
   * @param year as described above
   * @param area as described above
   * @throws IllegalArgumentException if a text is blank or the year is neither 0 nor 1900 to 2200
   */
  public StreamId {
    Checks.notBlank(name, "name");
    Checks.notBlank(area, "area");
    if (year != 0) {
      Arguments.whole(
          year, FIRST_YEAR, LAST_YEAR, "year", "write 2024 for 2024-25, or 0 for no year");
    }
  }

  /**
   * The stream of a parameter that is drawn once for all years.
   *
   * @param name what is drawn; not blank
   * @param area the area's code; not blank
   * @return the stream, with year 0
   */
  public static StreamId ofParameter(String name, String area) {
    return new StreamId(name, 0, area);
  }

  /**
   * The stream of a shock of one year.
   *
   * @param name what is drawn; not blank
   * @param startYear the calendar year in which the financial year starts, 1900 to 2200
   * @param area the area's code; not blank
   * @return the stream
   * @throws IllegalArgumentException if the year is outside its bounds
   */
  public static StreamId ofYear(String name, int startYear, String area) {
    Arguments.whole(startYear, FIRST_YEAR, LAST_YEAR, "startYear", "write 2024 for 2024-25");
    return new StreamId(name, startYear, area);
  }
}
