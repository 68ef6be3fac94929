package org.fundinggap.lever;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * When a lever in the making is in force, in how much of England, and whether its sizes are meant.
 *
 * @param <B> the builder that these methods return
 */
abstract sealed class LeverTiming<B> permits LeverBuilder {
  private @Nullable FinancialYear start;
  private @Nullable FinancialYear last;
  private int ramp;
  private int lag;
  private double share = 1;
  private boolean beyondUsual;
  private NavigableMap<FinancialYear, Double> coverage = new TreeMap<>();

  abstract B self();

  abstract void report(String problem);

  @Nullable FinancialYear start() {
    return start;
  }

  /**
   * Says from when it is in force.
   *
   * @param year its first year; after the base year of any scenario that it is to change
   * @return this
   */
  public B from(FinancialYear year) {
    start = Objects.requireNonNull(year, "year");
    return self();
  }

  /**
   * Says when it ends; without this it never does. Its timetable prints the same year behind the
   * same word.
   *
   * @param lastYear the last year in which it is in force and paid for; not before the start
   * @return this
   */
  public B through(FinancialYear lastYear) {
    last = Objects.requireNonNull(lastYear, "lastYear");
    return self();
  }

  /**
   * Lets it come in by equal steps.
   *
   * @param years how many years after the first it is in full force, 0 to 100; 2 means a third, two
   *     thirds, all
   * @return this
   */
  public B ramp(int years) {
    ramp = years;
    return self();
  }

  /**
   * Lets effects follow costs.
   *
   * @param years by how many years, 0 to 100
   * @return this
   */
  public B lag(int years) {
    lag = years;
    return self();
  }

  /**
   * Says how much of England has it.
   *
   * @param ofEngland a share, 0 to 1, of what the lever acts on
   * @return this
   */
  public B coverage(double ofEngland) {
    share = ofEngland;
    coverage = new TreeMap<>();
    return self();
  }

  /**
   * Says how much of England has it, by year: tried in a few areas, then in more.
   *
   * @param fromYears shares, 0 to 1, each from its year until the next one's; zero before the first
   * @return this
   */
  public B coverage(Map<FinancialYear, Double> fromYears) {
    Objects.requireNonNull(fromYears, "fromYears");
    if (fromYears.isEmpty()) {
      report("coverage must hold at least one year, had none; give 1 for all of England");
    }
    coverage = new TreeMap<>(fromYears);
    return self();
  }

  /**
   * Says that its sizes are meant, however large. Without this, sizes are refused that are more
   * likely slips of a unit: to multiply by a change outside -90% to +50%, to add more than there
   * is, to set to ten times or a tenth of the central path, and own costs beyond all need.
   *
   * @return this
   */
  public B beyondUsual() {
    beyondUsual = true;
    return self();
  }

  boolean isBeyondUsual() {
    return beyondUsual;
  }

  /** When and where, if a start was given and the years fit; reports what does not. */
  @Nullable Timetable timetable(List<String> all) {
    FinancialYear from = start;
    if (from == null) {
      return null;
    }
    boolean always = coverage.isEmpty();
    try {
      return new Timetable(
          from, ramp, lag, last, always ? new TreeMap<>(Map.of(from, share)) : coverage);
    } catch (IllegalArgumentException e) {
      all.add(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
