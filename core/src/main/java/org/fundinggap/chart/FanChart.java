package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A chart of what was published and what may follow, as SVG text.
 *
 * <p>One or more panels share both axes. The same chart can be laid out for any width from 280 to
 * 2,000 pixels; below 600 the panels are stacked and the axes carry fewer labels. Colours follow
 * the reader's light or dark preference and are told apart by the colour-blind; the legend stands
 * above the plots and never on them. Immutable; {@link #toString()} says in words what is drawn.
 */
public final class FanChart implements Chart {
  static final int MOST_SERIES = 6;
  private static final int MOST_PANELS = 12;
  private static final int MOST_MARKERS = 9;
  private static final int MOST_YEARS = 120;

  private final String title;
  private final String unit;
  private final List<ChartPanel> panels;
  private final Optional<FinancialYear> baseYear;
  private final boolean fromZero;
  private final OptionalInt decimals;

  private FanChart(Builder builder) {
    title = builder.title;
    unit = builder.unit;
    panels = List.copyOf(builder.panels);
    baseYear = Optional.ofNullable(builder.baseYear);
    fromZero = builder.fromZero;
    decimals = builder.decimals;
  }

  /**
   * Starts a chart.
   *
   * @param title what the chart shows, not blank, at most 200 characters
   * @param unit unit and price basis of every value, such as {@code "GBP billion, cash"}
   * @return a builder without panels
   */
  public static Builder builder(String title, String unit) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    return new Builder(title, unit);
  }

  @Override
  public String svg(int width) {
    return new ChartRenderer(this, width, true).render();
  }

  @Override
  public String inlineSvg(int width) {
    return new ChartRenderer(this, width, false).render();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return ChartDescription.of(this);
  }

  /**
   * Unit and price basis of every value.
   *
   * @return the unit label
   */
  public String unit() {
    return unit;
  }

  /**
   * The plots, in reading order.
   *
   * @return at least one panel
   */
  public List<ChartPanel> panels() {
    return panels;
  }

  /**
   * The year that the thin vertical line marks.
   *
   * @return the base year, if one was set
   */
  public Optional<FinancialYear> baseYear() {
    return baseYear;
  }

  boolean fromZero() {
    return fromZero;
  }

  OptionalInt decimals() {
    return decimals;
  }

  /** The chart in words: each series' first and last values. */
  @Override
  public String toString() {
    return description();
  }

  /** Collects a chart; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String unit;
    private final List<ChartPanel> panels = new ArrayList<>();
    private @Nullable FinancialYear baseYear;
    private boolean fromZero;
    private OptionalInt decimals = OptionalInt.empty();

    private Builder(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }

    /**
     * Adds a panel.
     *
     * @param panel its content
     * @return this builder
     */
    public Builder panel(ChartPanel panel) {
      Objects.requireNonNull(panel, "panel");
      panels.add(panel);
      return this;
    }

    /**
     * Marks the base year with a thin vertical line.
     *
     * @param year a year on the axis
     * @return this builder
     */
    public Builder baseYear(FinancialYear year) {
      Objects.requireNonNull(year, "year");
      baseYear = year;
      return this;
    }

    /**
     * Makes the value axis reach zero. Without this it does so only where little room is lost; a
     * chart whose axis does not reach zero says so under its title.
     *
     * @return this builder
     */
    public Builder fromZero() {
      fromZero = true;
      return this;
    }

    /**
     * Sets the decimals of the values written beside the plots; three figures of the largest value
     * otherwise.
     *
     * @param places 0 to 6
     * @return this builder
     */
    public Builder decimals(int places) {
      decimals = OptionalInt.of(places);
      return this;
    }

    /**
     * Checks and makes the chart.
     *
     * @return the chart
     * @throws org.fundinggap.quantity.InvalidInputException if title or unit is blank, there are no
     *     panels or more than 12, more than 6 series or 9 markers of different names, more than 120
     *     years, or the base year is not on the axis
     */
    public FanChart build() {
      Problems problems = new Problems();
      problems.checkLabel("title", title);
      problems.checkLabel("unit", unit);
      atMost("panels", panels.size(), MOST_PANELS, "make several charts", problems);
      FanChart chart = new FanChart(this);
      atMost(
          "series", SeriesColours.of(chart).size(), MOST_SERIES, "make several charts", problems);
      atMost("markers", markers(chart).size(), MOST_MARKERS, "put claims in a table", problems);
      if (decimals.isPresent() && (decimals.getAsInt() < 0 || decimals.getAsInt() > 6)) {
        problems.add(
            "decimals must be in [0, 6], was " + decimals.getAsInt() + "; use a smaller unit");
      }
      if (panels.isEmpty()) {
        problems.add("panels must have at least 1 panel, was 0; call panel(ChartPanel)");
      } else {
        checkYears(chart, problems);
      }
      InvalidInputException.throwIfAny("chart \"" + title + "\"", problems.found());
      return chart;
    }

    private static void atMost(String name, int count, int most, String fix, Problems problems) {
      if (count > most) {
        problems.add(name + " must be at most " + most + ", was " + count + "; " + fix);
      }
    }

    private static void checkYears(FanChart chart, Problems problems) {
      NavigableSet<FinancialYear> years = years(chart);
      FinancialYear first = years.first();
      FinancialYear last = years.last();
      atMost("years", first.yearsUntil(last) + 1, MOST_YEARS, "leave out early years", problems);
      chart
          .baseYear()
          .filter(year -> year.compareTo(first) < 0 || year.compareTo(last) > 0)
          .ifPresent(
              year ->
                  problems.add(
                      "baseYear must be in ["
                          + first
                          + ", "
                          + last
                          + "], was "
                          + year
                          + "; name a year that the chart shows"));
    }

    /** Title and unit, and how much was added so far. */
    @Override
    public String toString() {
      return title + " (" + unit + "), so far " + NumberText.count(panels.size(), "panel");
    }
  }

  /** Every year with a value. */
  static NavigableSet<FinancialYear> years(FanChart chart) {
    TreeSet<FinancialYear> years = new TreeSet<>();
    for (ChartPanel panel : chart.panels) {
      panel.history().ifPresent(line -> years.addAll(line.values().keySet()));
      panel.fans().forEach(fan -> years.addAll(fan.years().keySet()));
      panel.lines().forEach(line -> years.addAll(line.values().keySet()));
      panel.markers().forEach(marker -> years.add(marker.year()));
    }
    return years;
  }

  /** The claims that differ, in order; a claim's number is its place here, from 1. */
  static List<ChartMarker> markers(FanChart chart) {
    Set<ChartMarker> markers = new LinkedHashSet<>();
    chart.panels.forEach(panel -> markers.addAll(panel.markers()));
    return List.copyOf(markers);
  }
}
