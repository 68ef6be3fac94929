package org.fundinggap.lever;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * When a lever is in force, and in how much of England.
 *
 * @param start the first year in which it costs anything
 * @param ramp how many further years until it is in full force: 0 for at once; with 2, a third, two
 *     thirds, all
 * @param lag by how many years effects follow costs
 * @param last the last year in which it is in force and paid for; null if it never ends. Effects go
 *     on for {@code lag} years more
 * @param coverage by year from which it holds, the share of England that has the lever, 0 to 1; at
 *     least one entry, and none before the first one's year
 */
public record Timetable(
    FinancialYear start,
    int ramp,
    int lag,
    @Nullable FinancialYear last,
    NavigableMap<FinancialYear, Double> coverage) {
  private static final int LONGEST = 100;

  /**
   * Checks the order of years and the shares.
   *
   * @param start as described above
   * @param ramp as described above; 0 to 100
   * @param lag as described above; 0 to 100
   * @param last as described above; not before {@code start}
   * @param coverage as described above
   * @throws IllegalArgumentException if one is out of bounds
   */
  public Timetable {
    Checks.within(ramp, 0, LONGEST, "ramp", "give years until full force");
    Checks.within(lag, 0, LONGEST, "lag", "give years until effects are felt");
    if (last != null && last.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "last year must not be before start "
              + start
              + ", was "
              + last
              + "; give the last year with it");
    }
    if (coverage.isEmpty()) {
      throw new IllegalArgumentException(
          "coverage must hold at least one year, had none; give 1 for all of England");
    }
    coverage.forEach(
        (year, share) ->
            Checks.within(share, 0, 1, "coverage from " + year, "write 0.08 for 12 of 153 areas"));
    coverage = ImmutableSortedMap.copyOf(coverage);
  }

  /**
   * In all of England at once and for good.
   *
   * @param start the first year
   * @return the timetable
   */
  public static Timetable from(FinancialYear start) {
    Objects.requireNonNull(start, "start");
    return new Timetable(start, 0, 0, null, new TreeMap<>(Map.of(start, 1.0)));
  }

  /**
   * How much of the lever is in force and paid for in a year.
   *
   * @param year any year
   * @return 0 to 1: zero before the start and after the last year, else ramp times coverage
   */
  public double strength(FinancialYear year) {
    boolean over = last != null && year.compareTo(last) > 0;
    Map.Entry<FinancialYear, Double> covered = coverage.floorEntry(year);
    if (year.compareTo(start) < 0 || over || covered == null) {
      return 0;
    }
    int inForce = start.yearsUntil(year) + 1;
    return Math.min(1.0, inForce / (ramp + 1.0)) * covered.getValue();
  }

  /**
   * How much of its effect the lever has in a year.
   *
   * @param year any year
   * @return 0 to 1: the {@link #strength} of {@link #lag} years before
   */
  public double effect(FinancialYear year) {
    return strength(year.plus(-lag));
  }

  /**
   * Whether its effects begin by a year.
   *
   * @param year any year
   * @return true if start and lag lie by then
   */
  public boolean isFeltBy(FinancialYear year) {
    return start.plus(lag).compareTo(year) <= 0;
  }

  /**
   * The same later, or earlier.
   *
   * @param years by how many years; negative for earlier
   * @return all of it moved, coverage too
   */
  public Timetable delayed(int years) {
    return new Timetable(
        start.plus(years),
        ramp,
        lag,
        last == null ? null : last.plus(years),
        moved(coverage, years));
  }

  /** Numbers by year, so many years later. */
  static NavigableMap<FinancialYear, Double> moved(
      NavigableMap<FinancialYear, Double> byYear, int years) {
    ImmutableSortedMap.Builder<FinancialYear, Double> moved = ImmutableSortedMap.naturalOrder();
    byYear.forEach((year, number) -> moved.put(year.plus(years), number));
    return moved.build();
  }

  /**
   * Such as {@code from 2026-27 through 2028-29, full after 1 year}: 2028-29 is the last with it.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("from " + start);
    text.append(last == null ? "" : " through " + last);
    text.append(ramp == 0 ? "" : ", full after " + ramp + (ramp == 1 ? " year" : " years"));
    text.append(lag == 0 ? "" : ", felt " + lag + (lag == 1 ? " year" : " years") + " later");
    boolean all = coverage.size() == 1 && coverage.firstEntry().getValue() == 1;
    if (!all) {
      coverage.forEach(
          (year, share) ->
              text.append(
                  String.format(Locale.ROOT, ", %.3g%% of England from %s", 100 * share, year)));
    }
    return text.toString();
  }
}
