package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * One value a year: published history, a funding line, a claim's trajectory. Immutable.
 *
 * <p>The line is broken wherever years are missing and wherever {@link Builder#breakBefore} says
 * that two values are not comparable; nothing is drawn across a break.
 */
public final class ChartLine {
  private final String name;
  private final boolean dashed;
  private final NavigableMap<FinancialYear, Double> values;
  private final NavigableSet<FinancialYear> breaks;

  private ChartLine(Builder builder) {
    name = builder.name;
    dashed = builder.dashed;
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(builder.values));
    breaks = Collections.unmodifiableNavigableSet(new TreeSet<>(builder.breaks));
  }

  /**
   * Starts a line.
   *
   * @param name what the legend calls it; lines of one name share a colour in all panels
   * @return a builder without values
   */
  public static Builder builder(String name) {
    Objects.requireNonNull(name, "name");
    return new Builder(name);
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
   * Whether it is drawn dashed.
   *
   * @return true for a dashed line
   */
  public boolean dashed() {
    return dashed;
  }

  /**
   * The values, in the chart's unit.
   *
   * @return an unmodifiable map in order of years, not empty
   */
  public NavigableMap<FinancialYear, Double> values() {
    return values;
  }

  /**
   * The years whose value is not comparable with the one before.
   *
   * @return an unmodifiable set in order of years
   */
  public NavigableSet<FinancialYear> breaks() {
    return breaks;
  }

  /**
   * The unbroken stretches, each drawn as a line of its own.
   *
   * @return in order, each of at least one year
   */
  public List<NavigableMap<FinancialYear, Double>> stretches() {
    List<NavigableMap<FinancialYear, Double>> stretches = new ArrayList<>();
    FinancialYear start = values.firstKey();
    FinancialYear last = start;
    for (FinancialYear year : values.keySet()) {
      if (last.yearsUntil(year) > 1 || (breaks.contains(year) && !year.equals(start))) {
        stretches.add(values.subMap(start, true, last, true));
        start = year;
      }
      last = year;
    }
    stretches.add(values.subMap(start, true, last, true));
    return stretches;
  }

  /** Its name, its years and its last value. */
  @Override
  public String toString() {
    return name
        + ", "
        + values.firstKey()
        + " to "
        + values.lastKey()
        + ", "
        + NumberText.of(values.lastEntry().getValue())
        + " at the end";
  }

  /** Collects a line; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final TreeMap<FinancialYear, Double> values = new TreeMap<>();
    private final TreeSet<FinancialYear> breaks = new TreeSet<>();
    private final TreeSet<FinancialYear> repeated = new TreeSet<>();
    private boolean dashed;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a year. Years may come in any order.
     *
     * @param year the financial year
     * @param value its value in the chart's unit, finite
     * @return this builder
     */
    public Builder value(FinancialYear year, double value) {
      if (values.put(year, value) != null) {
        repeated.add(year);
      }
      return this;
    }

    /**
     * Adds consecutive years.
     *
     * @param first the year of the first value
     * @param consecutive one finite value a year, in the chart's unit
     * @return this builder
     */
    public Builder values(FinancialYear first, double... consecutive) {
      for (int i = 0; i < consecutive.length; i++) {
        value(first.plus(i), consecutive[i]);
      }
      return this;
    }

    /**
     * Marks a series break: the value of this year is not comparable with the one before.
     *
     * @param year the first year on the new basis; it needs a value
     * @return this builder
     */
    public Builder breakBefore(FinancialYear year) {
      breaks.add(year);
      return this;
    }

    /**
     * Draws the line dashed.
     *
     * @return this builder
     */
    public Builder dashed() {
      dashed = true;
      return this;
    }

    /**
     * Checks and makes the line.
     *
     * @return the line
     * @throws org.fundinggap.quantity.InvalidInputException if the name is blank, there are no
     *     values, a year comes twice, a value is not finite or beyond 1e12, or a break stands
     *     before a year without a value
     */
    public ChartLine build() {
      Problems problems = new Problems();
      problems.checkLabel("name", name);
      if (values.isEmpty()) {
        problems.add("values must have at least 1 year, was 0; call value(year, value)");
      }
      for (FinancialYear year : repeated) {
        problems.add("year must come once, was " + year + " again; give one value for each year");
      }
      values.forEach((year, value) -> problems.checkValue("value of " + year, value));
      for (FinancialYear year : breaks) {
        if (!values.containsKey(year)) {
          problems.add(
              "breakBefore must name a year with a value, was "
                  + year
                  + "; name the first year on the new basis");
        }
      }
      InvalidInputException.throwIfAny("line \"" + name + "\"", problems.found());
      return new ChartLine(this);
    }

    /** The name, and how much was added so far. */
    @Override
    public String toString() {
      return name + ", so far " + NumberText.count(values.size(), "year");
    }
  }
}
