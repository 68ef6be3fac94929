package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One plot of a {@link FanChart}: history, fans, lines and markers on the shared axes. Immutable.
 */
public final class ChartPanel {
  private final Optional<String> title;
  private final Optional<ChartLine> history;
  private final List<ChartFan> fans;
  private final List<ChartLine> lines;
  private final List<ChartMarker> markers;

  private ChartPanel(Builder builder) {
    title = Optional.ofNullable(builder.title);
    history = Optional.ofNullable(builder.history);
    fans = List.copyOf(builder.fans);
    lines = List.copyOf(builder.lines);
    markers = List.copyOf(builder.markers);
  }

  /**
   * Starts a panel.
   *
   * @return a builder without content
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What sets this panel apart from the others.
   *
   * @return the title, if it has one
   */
  public Optional<String> title() {
    return title;
  }

  /**
   * What was published.
   *
   * @return the history line, if there is one
   */
  public Optional<ChartLine> history() {
    return history;
  }

  /**
   * The projections.
   *
   * @return the fans, in the order of drawing
   */
  public List<ChartFan> fans() {
    return fans;
  }

  /**
   * The plain lines.
   *
   * @return the lines, in the order of drawing
   */
  public List<ChartLine> lines() {
    return lines;
  }

  /**
   * The claims.
   *
   * @return the markers, in the order given
   */
  public List<ChartMarker> markers() {
    return markers;
  }

  /**
   * The fan's quantiles as drawn: with the last observed value as its tip where the history ends in
   * the year before the fan's first, so that the fan grows out of what is known.
   */
  NavigableMap<FinancialYear, ChartFan.Quantiles> drawn(ChartFan fan) {
    TreeMap<FinancialYear, ChartFan.Quantiles> drawn = new TreeMap<>(fan.years());
    history.ifPresent(
        line -> {
          FinancialYear tip = line.values().lastKey();
          if (tip.yearsUntil(fan.years().firstKey()) == 1) {
            drawn.put(tip, ChartFan.Quantiles.certain(line.values().lastEntry().getValue()));
          }
        });
    return drawn;
  }

  /** The title, if it has one, and the names of what is drawn. */
  @Override
  public String toString() {
    return title.map(text -> text + ": ").orElse("")
        + Stream.of(
                history.stream().map(ChartLine::name),
                fans.stream().map(ChartFan::name),
                lines.stream().map(ChartLine::name),
                markers.stream().map(ChartMarker::label))
            .flatMap(names -> names)
            .toList();
  }

  /** Collects a panel; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private @Nullable String title;
    private @Nullable ChartLine history;
    private final List<ChartFan> fans = new ArrayList<>();
    private final List<ChartLine> lines = new ArrayList<>();
    private final List<ChartMarker> markers = new ArrayList<>();

    private Builder() {}

    /**
     * Titles the panel.
     *
     * @param text what sets it apart from the others
     * @return this builder
     */
    public Builder title(String text) {
      title = text;
      return this;
    }

    /**
     * Sets what was published, drawn as a solid neutral line.
     *
     * @param line the history
     * @return this builder
     */
    public Builder history(ChartLine line) {
      history = line;
      return this;
    }

    /**
     * Adds a projection.
     *
     * @param fan its quantiles
     * @return this builder
     */
    public Builder fan(ChartFan fan) {
      fans.add(fan);
      return this;
    }

    /**
     * Adds a plain line, such as funding under one rule.
     *
     * @param line the line
     * @return this builder
     */
    public Builder line(ChartLine line) {
      lines.add(line);
      return this;
    }

    /**
     * Adds a claim.
     *
     * @param marker its year, value and label
     * @return this builder
     */
    public Builder marker(ChartMarker marker) {
      markers.add(marker);
      return this;
    }

    /**
     * Checks and makes the panel.
     *
     * @return the panel
     * @throws org.fundinggap.quantity.InvalidInputException if it is empty, its title is blank, or
     *     two of its series share a name
     */
    public ChartPanel build() {
      Problems problems = new Problems();
      if (title != null) {
        problems.checkLabel("title", title);
      }
      if (history == null && fans.isEmpty() && lines.isEmpty() && markers.isEmpty()) {
        problems.add(
            "content must have at least 1 series, was 0; add a history, a fan, a line or a marker");
      }
      Set<String> names = new HashSet<>();
      if (history != null) {
        names.add(history.name());
      }
      fans.forEach(fan -> checkName(fan.name(), names, problems));
      lines.forEach(line -> checkName(line.name(), names, problems));
      InvalidInputException.throwIfAny(
          "panel" + (title == null ? "" : " \"" + title + "\""), problems.found());
      return new ChartPanel(this);
    }

    private static void checkName(String name, Set<String> names, Problems problems) {
      if (!names.add(name)) {
        problems.add(
            "name must differ from the panel's other names, was \""
                + name
                + "\" again; say how the two series differ");
      }
    }

    /** The title, and how much was added so far. */
    @Override
    public String toString() {
      int series = (history == null ? 0 : 1) + fans.size() + lines.size();
      return (title == null ? "Panel" : title)
          + ", so far "
          + NumberText.count(series, "line or fan", "lines and fans")
          + ", "
          + NumberText.count(markers.size(), "marker");
    }
  }
}
