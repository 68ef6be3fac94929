package org.fundinggap.quantity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.internal.Checks;

/**
 * What a pound of a later year is worth in the year from which one looks: yearly discount rates by
 * the number of years since the start.
 *
 * <p>Rates are for values in real terms, as those of HM Treasury's Green Book are: of cash, deflate
 * first. Year 0 is not discounted; {@code factor(t)} is the product of {@code 1 / (1 + rate(k))}
 * for k = 1 to t, so the rate of a later year does not change what earlier years are worth.
 *
 * @param name which schedule of which publication, for reports
 * @param rates by the year since the start from which each holds, until the next: {@code {1: 0.035,
 *     31: 0.03}} is 3.5% in years 1 to 30 and 3% ever after. The first is of year 0 or 1; each is
 *     in [-0.1, 0.5]
 * @param evidence ids of the figures that hold the rates; empty for a schedule of one's own
 */
public record DiscountSchedule(
    String name, NavigableMap<Integer, Double> rates, List<String> evidence) {
  private static final int MOST_YEARS = 10_000;

  /**
   * Checks and copies the rates.
   *
   * @param name as described above
   * @param rates as described above
   * @param evidence as described above
   * @throws InvalidInputException if there is no rate, the first is of a later year than 1, or one
   *     is out of bounds; all are listed
   */
  public DiscountSchedule {
    Checks.notBlank(name, "name");
    InvalidInputException.throwIfAny("discount schedule " + name, problems(rates));
    rates = ImmutableSortedMap.copyOf(rates);
    evidence = ImmutableList.copyOf(evidence);
  }

  private static List<String> problems(Map<Integer, Double> rates) {
    List<String> problems = new ArrayList<>();
    if (rates.isEmpty()) {
      problems.add("rates must hold at least one rate, had none; give {1: 0.035} for 3.5% a year");
      return problems;
    }
    int first = new TreeMap<>(rates).firstKey();
    if (first < 0 || first > 1) {
      problems.add(
          "rates must start in year 0 or 1, started in year " + first + "; add {1: 0.035}, say");
    }
    rates.forEach(
        (year, rate) -> {
          if (!(rate >= -0.1 && rate <= 0.5)) {
            problems.add(
                "rate from year "
                    + year
                    + " must be in [-0.1, 0.5], was "
                    + rate
                    + "; write 0.035 for 3.5%");
          }
        });
    return problems;
  }

  /**
   * A schedule of one's own.
   *
   * @param name what it is called in reports
   * @param rates by the year since the start from which each holds, until the next
   * @return the schedule, without evidence
   * @throws InvalidInputException as the constructor does
   */
  public static DiscountSchedule of(String name, Map<Integer, Double> rates) {
    Objects.requireNonNull(rates, "rates");
    return new DiscountSchedule(name, new TreeMap<>(rates), List.of());
  }

  /**
   * The same schedule, naming the figures that it rests on.
   *
   * @param ids evidence ids
   * @return the schedule
   */
  public DiscountSchedule withEvidence(List<String> ids) {
    Objects.requireNonNull(ids, "ids");
    return new DiscountSchedule(name, rates, ids);
  }

  /**
   * The rate of a year.
   *
   * @param year years since the start, from 1
   * @return 0.035 for 3.5%
   * @throws IllegalArgumentException if {@code year} is below 1
   */
  public double rate(int year) {
    Checks.within(year, 1, MOST_YEARS, "year", "year 0, the start, is not discounted");
    return rates.floorEntry(year).getValue();
  }

  /**
   * What a pound of a year is worth at the start.
   *
   * @param year years since the start, 0 to 10,000
   * @return 1 for year 0
   * @throws IllegalArgumentException if {@code year} is out of bounds
   */
  public double factor(int year) {
    Checks.within(year, 0, MOST_YEARS, "year", "count years from the start, which is year 0");
    double factor = 1;
    for (int k = 1; k <= year; k++) {
      factor *= 1 / (1 + rate(k));
    }
    return factor;
  }

  /**
   * What a pound in each of the years 1 to a last one is worth at the start, all together.
   *
   * @param last the last year, 1 to 10,000
   * @return the sum of their factors
   * @throws IllegalArgumentException if {@code last} is out of bounds
   */
  public double annuity(int last) {
    Checks.within(last, 1, MOST_YEARS, "last", "an annuity runs for at least a year");
    double sum = 0;
    double factor = 1;
    for (int k = 1; k <= last; k++) {
      factor *= 1 / (1 + rate(k));
      sum += factor;
    }
    return sum;
  }

  /**
   * What flows are worth at the start.
   *
   * @param flows in real terms, by years since the start; the first is of year 0; finite
   * @return their sum, each times its factor; 0 if there are none
   * @throws IllegalArgumentException if a flow is not finite
   */
  public double presentValue(List<Double> flows) {
    double sum = 0;
    double factor = 1;
    for (int year = 0; year < flows.size(); year++) {
      factor *= year == 0 ? 1 : 1 / (1 + rate(year));
      sum += factor * Checks.finite(flows.get(year), "flow of year " + year);
    }
    return sum;
  }

  /** Name and rates, such as {@code mine: 3.5% to year 30, then 3%}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    Iterator<Map.Entry<Integer, Double>> steps = rates.entrySet().iterator();
    Map.Entry<Integer, Double> step = steps.next();
    while (steps.hasNext()) {
      Map.Entry<Integer, Double> next = steps.next();
      parts.add(percent(step.getValue()) + " to year " + (next.getKey() - 1));
      step = next;
    }
    String last = percent(step.getValue());
    return name + ": " + (parts.isEmpty() ? last : String.join(", ", parts) + ", then " + last);
  }

  private static String percent(double rate) {
    String digits = String.format(Locale.ROOT, "%.2f", 100 * rate);
    return digits.replaceAll("\\.?0+$", "") + "%";
  }
}
