package org.fundinggap.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A chart of named rows along one value axis: bars, bands and points, each row with its words and
 * figures beside it. {@link Charts} makes waterfalls, tornados and rankings of them. Immutable.
 */
public final class RowChart implements Chart {
  private static final int MOST_ROWS = 60;

  private final String title;
  private final String unit;
  private final ImmutableMap<RowMark.Tone, String> legend;
  private final ImmutableList<ChartRow> rows;

  private RowChart(Builder builder) {
    title = builder.title;
    unit = builder.unit;
    legend = ImmutableMap.copyOf(builder.legend);
    rows = ImmutableList.copyOf(builder.rows);
  }

  /**
   * Starts a chart.
   *
   * @param title what the chart shows, not blank, at most 200 characters
   * @param unit unit and price basis of every value, and what bands are of
   * @return a builder without rows
   */
  public static Builder builder(String title, String unit) {
    return new Builder(title, unit);
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * Unit and price basis of every value.
   *
   * @return the line under the title
   */
  public String unit() {
    return unit;
  }

  /**
   * What is drawn.
   *
   * @return from top to bottom, at least one
   */
  public List<ChartRow> rows() {
    return rows;
  }

  Map<RowMark.Tone, String> legend() {
    return legend;
  }

  @Override
  public String description() {
    String words =
        rows.stream()
            .map(row -> row.label() + (row.detail().isEmpty() ? "" : ": " + row.detail()) + ".")
            .collect(Collectors.joining(" "));
    return Markup.oneLine(title + " (" + unit + "). " + words);
  }

  @Override
  public String svg(int width) {
    return new RowRenderer(this, new ChartSheet(width, true)).render();
  }

  @Override
  public String inlineSvg(int width) {
    return new RowRenderer(this, new ChartSheet(width, false)).render();
  }

  /** The chart in words. */
  @Override
  public String toString() {
    return description();
  }

  /** Collects a chart; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String unit;
    private final Map<RowMark.Tone, String> legend = new LinkedHashMap<>();
    private final List<ChartRow> rows = new ArrayList<>();

    private Builder(String title, String unit) {
      this.title = Objects.requireNonNull(title, "title");
      this.unit = Objects.requireNonNull(unit, "unit");
    }

    /**
     * Says above the rows what a tone stands for.
     *
     * @param tone of bars
     * @param words such as {@code "raises the gap"}
     * @return this builder
     */
    public Builder legend(RowMark.Tone tone, String words) {
      legend.put(Objects.requireNonNull(tone, "tone"), Objects.requireNonNull(words, "words"));
      return this;
    }

    /**
     * Adds a row under those before.
     *
     * @param row its words and marks
     * @return this builder
     */
    public Builder row(ChartRow row) {
      rows.add(Objects.requireNonNull(row, "row"));
      return this;
    }

    /**
     * Checks and makes the chart.
     *
     * @return the chart
     * @throws InvalidInputException if title or unit is blank, or there are no rows or more than 60
     */
    public RowChart build() {
      Problems problems = new Problems();
      problems.checkLabel("title", title);
      problems.checkLabel("unit", unit);
      if (rows.isEmpty() || rows.size() > MOST_ROWS) {
        problems.add(
            "rows must be 1 to " + MOST_ROWS + ", were " + rows.size() + "; make several charts");
      }
      InvalidInputException.throwIfAny("chart \"" + title + "\"", problems.found());
      return new RowChart(this);
    }

    /** Title, unit and how many rows there are. */
    @Override
    public String toString() {
      return title + " (" + unit + "), so far " + NumberText.count(rows.size(), "row");
    }
  }
}
