package org.fundinggap.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.internal.Checks;

/**
 * The GDP deflator of one vintage, by financial year, with a forecast beyond its last outturn.
 *
 * <p>Published values are for calendar years. A financial year has nine months in the calendar year
 * in which it starts and three in the next, so its index is {@code 3/4 x start + 1/4 x next}; this
 * reproduces the published financial-year points within 0.5%. A financial year is a forecast as
 * soon as either of its calendar years is.
 *
 * <p>Conversions use this central path. A projection draws its own price path about it.
 */
public final class Deflator {
  private static final double START_WEIGHT = 0.75;
  private static final int YEARS_BEYOND_FORECAST = 60;

  private final String vintage;
  private final int lastOutturn;
  private final NavigableMap<Integer, Double> calendar;

  private Deflator(String vintage, int lastOutturn, NavigableMap<Integer, Double> calendar) {
    this.vintage = vintage;
    this.lastOutturn = lastOutturn;
    this.calendar = calendar;
  }

  /**
   * A deflator from calendar-year index numbers and a forecast of their growth.
   *
   * @param vintage which publication the values are from, for reports
   * @param outturn index numbers by calendar year, any base; consecutive years, positive
   * @param growthBeyond growth a year (0.02 is 2%) by calendar year after the last outturn;
   *     consecutive, each in [-0.2, 0.5]; the last is held for ever after
   * @return the deflator
   * @throws InvalidInputException if a year is missing or a value out of bounds; all are listed
   */
  public static Deflator fromCalendarYears(
      String vintage,
      NavigableMap<Integer, Double> outturn,
      NavigableMap<Integer, Double> growthBeyond) {
    Checks.notBlank(vintage, "vintage");
    InvalidInputException.throwIfAny("deflator " + vintage, problems(outturn, growthBeyond));
    TreeMap<Integer, Double> calendar = new TreeMap<>(outturn);
    int lastOutturn = outturn.lastKey();
    double index = outturn.lastEntry().getValue();
    double growth = growthBeyond.firstEntry().getValue();
    for (int year = lastOutturn + 1; year <= lastOutturn + YEARS_BEYOND_FORECAST; year++) {
      growth = growthBeyond.getOrDefault(year, growth);
      index *= 1 + growth;
      calendar.put(year, index);
    }
    return new Deflator(vintage, lastOutturn, calendar);
  }

  private static List<String> problems(
      NavigableMap<Integer, Double> outturn, NavigableMap<Integer, Double> growthBeyond) {
    List<String> problems = new ArrayList<>();
    if (outturn.isEmpty() || growthBeyond.isEmpty()) {
      problems.add(
          "outturn and growthBeyond must each hold at least one year, had "
              + outturn.size()
              + " and "
              + growthBeyond.size());
      return problems;
    }
    requireConsecutive("outturn", outturn.firstKey(), outturn, problems);
    requireConsecutive("growthBeyond", outturn.lastKey() + 1, growthBeyond, problems);
    for (Map.Entry<Integer, Double> entry : outturn.entrySet()) {
      double index = entry.getValue();
      if (!(index > 0 && index < Double.POSITIVE_INFINITY)) {
        problems.add(
            "outturn of " + entry.getKey() + " must be a positive index number, was " + index);
      }
    }
    for (Map.Entry<Integer, Double> entry : growthBeyond.entrySet()) {
      double growth = entry.getValue();
      if (!(growth >= -0.2 && growth <= 0.5)) {
        problems.add(
            "growthBeyond of "
                + entry.getKey()
                + " must be in [-0.2, 0.5], was "
                + growth
                + "; write 0.02 for 2%");
      }
    }
    return problems;
  }

  private static void requireConsecutive(
      String name, int first, NavigableMap<Integer, Double> values, List<String> problems) {
    for (int year = first; year <= values.lastKey(); year++) {
      if (!values.containsKey(year)) {
        problems.add(name + " must hold every year from " + first + ", lacks " + year);
      }
    }
    if (values.firstKey() < first) {
      problems.add(name + " must start in " + first + ", started in " + values.firstKey());
    }
  }

  /**
   * Which publication the values are from.
   *
   * @return as given when it was made
   */
  public String vintage() {
    return vintage;
  }

  /**
   * The years that have an index.
   *
   * @return from the first outturn to sixty years beyond the last
   */
  public YearRange years() {
    return YearRange.halfOpen(
        FinancialYear.starting(calendar.firstKey()), FinancialYear.starting(calendar.lastKey()));
  }

  /**
   * The index of a financial year, on the base of the calendar values it was made from.
   *
   * @param year the year
   * @return a positive index number
   * @throws IllegalArgumentException if the year is outside {@link #years()}
   */
  public double index(FinancialYear year) {
    int start = calendar.firstKey() + years().indexOf(year);
    return START_WEIGHT * value(start) + (1 - START_WEIGHT) * value(start + 1);
  }

  private double value(int calendarYear) {
    Double value = calendar.get(calendarYear);
    if (value == null) {
      throw new IllegalStateException("no deflator for " + calendarYear);
    }
    return value;
  }

  /**
   * Growth of the index on the year before.
   *
   * @param year the year; not the first of {@link #years()}
   * @return 0.02 for 2%
   */
  public double growth(FinancialYear year) {
    return index(year) / index(year.plus(-1)) - 1;
  }

  /**
   * Whether the index of a year rests on the forecast.
   *
   * @param year the year
   * @return true if either of its calendar years is after the last outturn
   */
  public boolean isForecast(FinancialYear year) {
    return year.startYear() + 1 > lastOutturn;
  }

  /**
   * What cash spent in a year is worth in another year's prices.
   *
   * @param cash an amount in cash
   * @param spentIn the year in which it is spent
   * @param prices the year whose prices are wanted
   * @return the amount in real terms
   * @throws IllegalArgumentException if {@code cash} is not in cash
   */
  public Money toReal(Money cash, FinancialYear spentIn, FinancialYear prices) {
    Objects.requireNonNull(spentIn, "spentIn");
    Objects.requireNonNull(prices, "prices");
    if (!(cash.basis() instanceof PriceBasis.Cash)) {
      throw new IllegalArgumentException(
          "price basis must be cash, was " + cash.basis() + "; use reprice for real amounts");
    }
    return Money.of(cash.pounds() * index(prices) / index(spentIn), PriceBasis.real(prices));
  }

  /**
   * What a real amount is in cash when it is spent.
   *
   * @param real an amount in real terms
   * @param spentIn the year in which it is spent
   * @return the amount in cash
   * @throws IllegalArgumentException if {@code real} is in cash already
   */
  public Money toCash(Money real, FinancialYear spentIn) {
    Objects.requireNonNull(real, "real");
    Objects.requireNonNull(spentIn, "spentIn");
    double ratio = index(spentIn) / index(pricesOf(real));
    return Money.of(real.pounds() * ratio, PriceBasis.cash());
  }

  /**
   * A real amount in another year's prices.
   *
   * @param real an amount in real terms
   * @param prices the year whose prices are wanted
   * @return the amount in real terms of that year
   * @throws IllegalArgumentException if {@code real} is in cash
   */
  public Money reprice(Money real, FinancialYear prices) {
    Objects.requireNonNull(real, "real");
    Objects.requireNonNull(prices, "prices");
    double ratio = index(prices) / index(pricesOf(real));
    return Money.of(real.pounds() * ratio, PriceBasis.real(prices));
  }

  private static FinancialYear pricesOf(Money money) {
    if (money.basis() instanceof PriceBasis.Real real) {
      return real.year();
    }
    throw new IllegalArgumentException(
        "price basis must be real, was cash; use toReal and say in which year it is spent");
  }

  /** The publication, and the last calendar year that is not a forecast. */
  @Override
  public String toString() {
    return "GDP deflator of " + vintage + ", outturn to " + lastOutturn + ", then forecast";
  }
}
