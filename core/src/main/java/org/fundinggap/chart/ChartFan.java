package org.fundinggap.chart;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.fundinggap.comparison.Differences;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.simulation.Outcome;

/**
 * Five quantiles a year: an outer band from the 10% to the 90% quantile, an inner band from 25% to
 * 75%, and the median as a line. Immutable; its years are consecutive.
 */
public final class ChartFan {
  private final String name;
  private final NavigableMap<FinancialYear, Quantiles> years;

  private ChartFan(Builder builder) {
    name = builder.name;
    years = Collections.unmodifiableNavigableMap(new TreeMap<>(builder.years));
  }

  /**
   * Starts a fan.
   *
   * @param name what the legend calls it; fans of one name share a colour in all panels
   * @return a builder without years
   */
  public static Builder builder(String name) {
    Objects.requireNonNull(name, "name");
    return new Builder(name);
  }

  /**
   * The fan of an outcome.
   *
   * @param outcome its draws, which must be kept
   * @param name what the legend calls it
   * @param scale what to multiply values by, such as 0.001 for thousands
   * @param first the first year to draw
   * @return the fan: 10th to 90th and 25th to 75th percentile about the median
   * @throws IllegalStateException if the draws were not kept, so that quantiles are not exact
   * @throws InvalidInputException if there is no year from the first on
   */
  public static ChartFan of(Outcome outcome, String name, double scale, FinancialYear first) {
    outcome.in(outcome.years().first());
    List<List<Double>> byYear = outcome.quantiles(0.1, 0.25, 0.5, 0.75, 0.9);
    Builder fan = builder(name);
    for (FinancialYear year : outcome.years().years()) {
      if (year.compareTo(first) >= 0) {
        fan.year(year, scale, byYear.get(outcome.years().indexOf(year)));
      }
    }
    return fan.build();
  }

  /**
   * The fan of paired differences.
   *
   * @param differences such as {@code Comparison.differences(alternative, variable)}
   * @param name what the legend calls it
   * @param scale what to multiply values by
   * @return the fan, from the first year on
   */
  public static ChartFan of(Differences differences, String name, double scale) {
    Builder fan = builder(name);
    for (FinancialYear year : differences.years().years()) {
      Draws draws = differences.in(year).draws();
      fan.year(
          year,
          scale,
          DoubleStream.of(0.1, 0.25, 0.5, 0.75, 0.9).mapToObj(draws::quantile).toList());
    }
    return fan.build();
  }

  /**
   * What the legend calls it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The quantiles of each year, in the chart's unit.
   *
   * @return an unmodifiable map in order of years, consecutive, not empty
   */
  public NavigableMap<FinancialYear, Quantiles> years() {
    return years;
  }

  /**
   * Five quantiles of one year, in the chart's unit and in rising order once in a {@link ChartFan}.
   *
   * @param p10 exceeded in nine draws of ten
   * @param p25 exceeded in three draws of four
   * @param p50 the median
   * @param p75 exceeded in one draw of four
   * @param p90 exceeded in one draw of ten
   */
  public record Quantiles(double p10, double p25, double p50, double p75, double p90) {
    /** The quantiles of a value known without doubt. */
    static Quantiles certain(double value) {
      return new Quantiles(value, value, value, value, value);
    }

    private boolean ordered() {
      return p10 <= p25 && p25 <= p50 && p50 <= p75 && p75 <= p90;
    }

    private void check(FinancialYear year, Problems problems) {
      problems.checkValue("p10 of " + year, p10);
      problems.checkValue("p25 of " + year, p25);
      problems.checkValue("p50 of " + year, p50);
      problems.checkValue("p75 of " + year, p75);
      problems.checkValue("p90 of " + year, p90);
      boolean numbers = !Double.isNaN(p10 + p25 + p50 + p75 + p90);
      if (numbers && !ordered()) {
        problems.add(
            "quantiles of "
                + year
                + " must rise from p10 to p90, was ["
                + p10
                + ", "
                + p25
                + ", "
                + p50
                + ", "
                + p75
                + ", "
                + p90
                + "]; give them in the order of probability");
      }
    }
  }

  /** Its name, its years and its last median. */
  @Override
  public String toString() {
    return name
        + ", "
        + years.firstKey()
        + " to "
        + years.lastKey()
        + ", median "
        + NumberText.of(years.lastEntry().getValue().p50())
        + " at the end";
  }

  /** Collects a fan; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final TreeMap<FinancialYear, Quantiles> years = new TreeMap<>();
    private final TreeSet<FinancialYear> repeated = new TreeSet<>();

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a year. Years may come in any order but must be consecutive in the end.
     *
     * @param year the financial year
     * @param quantiles its quantiles in the chart's unit
     * @return this builder
     */
    public Builder year(FinancialYear year, Quantiles quantiles) {
      if (years.put(year, quantiles) != null) {
        repeated.add(year);
      }
      return this;
    }

    /**
     * Adds a year by its five quantiles, in the order of probability.
     *
     * @param year the financial year
     * @param p10 the 10% quantile
     * @param p25 the 25% quantile
     * @param p50 the median
     * @param p75 the 75% quantile
     * @param p90 the 90% quantile
     * @return this builder
     */
    public Builder year(
        FinancialYear year, double p10, double p25, double p50, double p75, double p90) {
      return year(year, new Quantiles(p10, p25, p50, p75, p90));
    }

    private void year(FinancialYear year, double scale, List<Double> quantiles) {
      year(
          year,
          quantiles.get(0) * scale,
          quantiles.get(1) * scale,
          quantiles.get(2) * scale,
          quantiles.get(3) * scale,
          quantiles.get(4) * scale);
    }

    /**
     * Checks and makes the fan.
     *
     * @return the fan
     * @throws org.fundinggap.quantity.InvalidInputException if the name is blank, there are no
     *     years, a year comes twice or is missing between two others, a quantile is not finite or
     *     beyond 1e12, or the quantiles of a year do not rise
     */
    public ChartFan build() {
      Problems problems = new Problems();
      problems.checkLabel("name", name);
      if (years.isEmpty()) {
        problems.add("years must have at least 1 year, was 0; call year(year, p10, ..., p90)");
      }
      for (FinancialYear year : repeated) {
        problems.add("year must come once, was " + year + " again; give quantiles once a year");
      }
      FinancialYear last = null;
      for (FinancialYear year : years.keySet()) {
        if (last != null && last.yearsUntil(year) != 1) {
          problems.add(
              "years must be consecutive, was "
                  + year
                  + " after "
                  + last
                  + "; add "
                  + last.plus(1));
        }
        last = year;
      }
      years.forEach((year, quantiles) -> quantiles.check(year, problems));
      InvalidInputException.throwIfAny("fan \"" + name + "\"", problems.found());
      return new ChartFan(this);
    }

    /** The name, and how much was added so far. */
    @Override
    public String toString() {
      return name + ", so far " + NumberText.count(years.size(), "year");
    }
  }
}
