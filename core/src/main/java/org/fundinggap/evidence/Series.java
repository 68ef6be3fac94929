package org.fundinggap.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;

/**
 * A published series: one value a year, with breaks marked and a citation for each value.
 *
 * <p>A series is by financial year or, where its {@link #timing()} is {@link Timing#CALENDAR_YEAR},
 * by calendar year; a method of the wrong kind is refused and names the right one. Values are in
 * {@link #unit()}. Methods that read across years refuse a break after their first year, up to
 * their last, unless called on {@link #acrossBreaks()}. Immutable.
 */
public final class Series {
  private final Head head;
  private final NavigableMap<Integer, Observation> observations;
  private final Vintages vintages;
  private final Span span;

  /** What is true of every observation of a series. */
  record Head(
      String id,
      String label,
      Unit unit,
      Optional<PriceBasis> basis,
      Timing timing,
      String area,
      String note) {}

  private Series(
      Head head,
      NavigableMap<Integer, Observation> observations,
      Vintages vintages,
      boolean anyBreak) {
    this.head = head;
    this.observations = observations;
    this.vintages = vintages;
    this.span = new Span(head.id(), head.timing(), observations, anyBreak);
  }

  /** A series with at least one observation, by year key as {@link Periods#key} makes it. */
  static Series of(Head head, NavigableMap<Integer, Observation> observations, Vintages vintages) {
    return new Series(head, new TreeMap<>(observations), vintages, false);
  }

  /**
   * What was known on a date, the newest value of each year; nothing if that is no observation.
   *
   * <p>The break before an observation that drops out passes to the next one that stays.
   */
  Optional<Series> knownBy(LocalDate date) {
    TreeMap<Integer, Observation> known = new TreeMap<>();
    boolean pending = false;
    for (var entry : observations.entrySet()) {
      Observation observation = entry.getValue();
      pending |= observation.breakBefore();
      Optional<Observation> then = vintages.knownBy(date, entry.getKey(), observation);
      if (then.isPresent()) {
        known.put(entry.getKey(), pending ? then.get().withBreakBefore() : then.get());
        pending = false;
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Series(head, known, Vintages.none(), span.anyBreak()));
  }

  /** The same with an observation of a year that it lacks. */
  Series with(FinancialYear year, Observation observation) {
    if (has(year)) {
      throw new IllegalArgumentException(
          "series " + id() + " must lack " + year + ", holds it; correct it in the register");
    }
    NavigableMap<Integer, Observation> more = new TreeMap<>(observations);
    more.put(year.startYear(), observation);
    return new Series(head, more, vintages, span.anyBreak());
  }

  /** The first day on which any of it was known. */
  LocalDate firstPublished() {
    return observations.entrySet().stream()
        .map(entry -> vintages.firstPublished(entry.getKey(), entry.getValue()))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  /**
   * Its name in the register.
   *
   * @return lower-case letters, digits and hyphens
   */
  public String id() {
    return head.id();
  }

  /**
   * What it counts, for tables and axes.
   *
   * @return a phrase
   */
  public String label() {
    return head.label();
  }

  /**
   * The unit of every value.
   *
   * @return the unit
   */
  public Unit unit() {
    return head.unit();
  }

  /**
   * In which prices money is stated.
   *
   * @return empty for other units, and where the source does not say
   */
  public Optional<PriceBasis> basis() {
    return head.basis();
  }

  /**
   * Which day or period of its year an observation describes.
   *
   * @return the timing
   */
  public Timing timing() {
    return head.timing();
  }

  /**
   * The area that is described.
   *
   * @return an ONS code, such as {@code E92000001} for England
   */
  public String area() {
    return head.area();
  }

  /**
   * Method, trap or caveat that holds for the whole series.
   *
   * @return may be empty
   */
  public String note() {
    return head.note();
  }

  /**
   * The value of a financial year.
   *
   * @param year the year
   * @return in {@link #unit()}
   * @throws IllegalArgumentException if it has no value for the year or is by calendar year
   */
  public double at(FinancialYear year) {
    return observation(year).value();
  }

  /**
   * The value of a financial year with its citation.
   *
   * @param year the year
   * @return the observation
   * @throws IllegalArgumentException if it has no value for the year or is by calendar year
   */
  public Observation observation(FinancialYear year) {
    requireFinancial();
    return held(year.startYear());
  }

  /**
   * The value of a calendar year.
   *
   * @param calendarYear such as 2024
   * @return in {@link #unit()}
   * @throws IllegalArgumentException if it has no value for the year or is by financial year
   */
  public double in(int calendarYear) {
    requireCalendar();
    return held(calendarYear).value();
  }

  private Observation held(int key) {
    Observation observation = observations.get(key);
    if (observation == null) {
      throw new IllegalArgumentException(
          "series "
              + id()
              + " has no value for "
              + Periods.written(timing(), key)
              + "; it holds "
              + span.held());
    }
    return observation;
  }

  /**
   * Whether it has a value for a financial year.
   *
   * @param year the year
   * @return true if {@link #at} would give one
   * @throws IllegalArgumentException if it is by calendar year
   */
  public boolean has(FinancialYear year) {
    requireFinancial();
    return observations.containsKey(year.startYear());
  }

  /**
   * The financial years that have a value.
   *
   * @return in order, at least one; there may be gaps
   * @throws IllegalArgumentException if it is by calendar year
   */
  public List<FinancialYear> years() {
    requireFinancial();
    return observations.keySet().stream().map(FinancialYear::starting).toList();
  }

  /**
   * The first financial year that has a value.
   *
   * @return the year
   * @throws IllegalArgumentException if it is by calendar year
   */
  public FinancialYear first() {
    requireFinancial();
    return FinancialYear.starting(observations.firstKey());
  }

  /**
   * The last financial year that has a value.
   *
   * @return the year
   * @throws IllegalArgumentException if it is by calendar year
   */
  public FinancialYear last() {
    requireFinancial();
    return FinancialYear.starting(observations.lastKey());
  }

  /**
   * Every observation by its year as it is written, {@code 2024-25} or {@code 2024}; breaks are
   * marked in the observations, so they are not refused here.
   *
   * @return an immutable map in order of the years
   */
  public NavigableMap<String, Observation> observations() {
    TreeMap<String, Observation> written = new TreeMap<>();
    observations.forEach((key, value) -> written.put(Periods.written(timing(), key), value));
    return Collections.unmodifiableNavigableMap(written);
  }

  /**
   * The values that others took the place of later, by year as it is written and by the day of
   * publication: first releases, and forecasts each time they were made.
   *
   * @return an immutable map in order of the years, without those that have none; empty as of a
   *     date, which has one value a year
   */
  public NavigableMap<String, NavigableMap<LocalDate, Observation>> earlierValues() {
    TreeMap<String, NavigableMap<LocalDate, Observation>> written = new TreeMap<>();
    vintages
        .earlier()
        .forEach(
            (key, values) ->
                written.put(
                    Periods.written(timing(), key), Collections.unmodifiableNavigableMap(values)));
    return Collections.unmodifiableNavigableMap(written);
  }

  /**
   * All values of a series by calendar year.
   *
   * @return an immutable map in order of the years; there may be gaps
   * @throws IllegalArgumentException if it is by financial year, or has a break after its first
   *     year
   */
  public NavigableMap<Integer, Double> byCalendarYear() {
    requireCalendar();
    span.requireComparable(observations.firstKey(), observations.lastKey());
    return span.stored(observations.firstKey(), observations.lastKey());
  }

  /**
   * The values of a range of financial years.
   *
   * @param range the years
   * @return an immutable map with every year of the range
   * @throws IllegalArgumentException if a year has no value, all named; if a break lies inside; or
   *     if it is by calendar year
   */
  public NavigableMap<FinancialYear, Double> between(YearRange range) {
    requireFinancial();
    TreeMap<FinancialYear, Double> values = new TreeMap<>();
    span.values(range.first().startYear(), range.last().startYear())
        .forEach((key, value) -> values.put(FinancialYear.starting(key), value));
    return Collections.unmodifiableNavigableMap(values);
  }

  /**
   * Growth over some years: the ratio of two values, less one. Years between them may be missing.
   *
   * @param from the first year; its value must be positive
   * @param to a later year
   * @return 0.05 for 5% in all, not a year
   * @throws IllegalArgumentException if a year has no value, a break lies after {@code from}, up to
   *     {@code to}, {@code to} is not later, or the first value is not positive
   */
  public double growth(FinancialYear from, FinancialYear to) {
    double start = at(from);
    double end = at(to);
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "to must be after from " + from + ", was " + to + "; swap the two");
    }
    if (!(start > 0)) {
      throw new IllegalArgumentException(
          "value of " + from + " must be positive for growth of series " + id() + ", was " + start);
    }
    span.requireComparable(from.startYear(), to.startYear());
    return end / start - 1;
  }

  /**
   * Changes of the natural logarithm from each year of a range to the next.
   *
   * @param range the years, the first being the base of the first change
   * @return an immutable list, one shorter than the range
   * @throws IllegalArgumentException as {@link #between}, or if a value is not positive
   */
  public List<Double> logChanges(YearRange range) {
    requireFinancial();
    List<Double> logs = span.logs(range.first().startYear(), range.last().startYear());
    List<Double> changes = new ArrayList<>();
    for (int i = 1; i < logs.size(); i++) {
      changes.add(logs.get(i) - logs.get(i - 1));
    }
    return Collections.unmodifiableList(changes);
  }

  /**
   * The same series for a reader who takes responsibility for its breaks.
   *
   * @return a view whose methods read across breaks
   */
  public Series acrossBreaks() {
    return new Series(head, observations, vintages, true);
  }

  private void requireFinancial() {
    if (timing().isCalendar()) {
      throw new IllegalArgumentException(
          "series " + id() + " is by calendar year; use in(2024) or byCalendarYear()");
    }
  }

  private void requireCalendar() {
    if (!timing().isCalendar()) {
      throw new IllegalArgumentException(
          "series " + id() + " is by financial year; use at(FinancialYear) or between(YearRange)");
    }
  }

  /** Its name, unit and years, such as {@code referrals (number, 2012-13 to 2024-25)}. */
  @Override
  public String toString() {
    return id() + " (" + unit() + ", " + span.held() + ")";
  }
}
