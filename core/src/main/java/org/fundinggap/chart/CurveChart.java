package org.fundinggap.chart;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.InvalidInputException;

/** A chart of curves over a value axis, such as chances of more than a value. Immutable. */
public final class CurveChart implements Chart {
  private static final int MOST_CURVES = 6;

  private final String title;
  private final String xUnit;
  private final String yUnit;
  private final ImmutableList<Curve> curves;

  private CurveChart(Builder builder) {
    title = builder.title;
    xUnit = builder.xUnit;
    yUnit = builder.yUnit;
    curves = ImmutableList.copyOf(builder.curves);
  }

  /**
   * A point of a curve.
   *
   * @param x along the value axis
   * @param y above it
   */
  public record Point(double x, double y) {
    /**
     * Checks that axes can hold it.
     *
     * @param x as described above
     * @param y as described above
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public Point {
      Checks.finite(x, "x");
      Checks.finite(y, "y");
    }
  }

  /**
   * A curve.
   *
   * @param name what the legend calls it
   * @param points in the order in which they are joined
   */
  public record Curve(String name, List<Point> points) {
    /**
     * Keeps a copy.
     *
     * @param name as described above
     * @param points as described above
     * @throws IllegalArgumentException if the name is blank
     */
    public Curve {
      Checks.notBlank(name, "name");
      points = ImmutableList.copyOf(Objects.requireNonNull(points, "points"));
    }

    /**
     * A curve without points.
     *
     * @param name what the legend calls it
     * @return the curve
     */
    public static Curve of(String name) {
      return new Curve(name, List.of());
    }

    /**
     * The same with one more point.
     *
     * @param x along the value axis
     * @param y above it
     * @return another curve
     */
    public Curve with(double x, double y) {
      List<Point> more = new ArrayList<>(points);
      more.add(new Point(x, y));
      return new Curve(name, more);
    }
  }

  /**
   * Starts a chart.
   *
   * @param title what the chart shows, not blank, at most 200 characters
   * @param xUnit what stands along the value axis, with its unit
   * @param yUnit what stands above it, with its unit
   * @return a builder without curves
   */
  public static Builder builder(String title, String xUnit, String yUnit) {
    return new Builder(title, xUnit, yUnit);
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * What is drawn.
   *
   * @return at least one curve
   */
  public List<Curve> curves() {
    return curves;
  }

  @Override
  public String description() {
    String ends =
        curves.stream()
            .map(
                curve -> {
                  List<Point> points = curve.points();
                  Point middle = points.get(points.size() / 2);
                  return curve.name()
                      + ": from "
                      + words(points.get(0))
                      + " over "
                      + words(middle)
                      + " to "
                      + words(points.get(points.size() - 1))
                      + ".";
                })
            .collect(Collectors.joining(" "));
    return Markup.oneLine(title + " (" + yUnit + ", by " + xUnit + "). " + ends);
  }

  private static String words(Point point) {
    return NumberText.of(point.y()) + " at " + NumberText.of(point.x());
  }

  @Override
  public String svg(int width) {
    return render(new ChartSheet(width, true));
  }

  @Override
  public String inlineSvg(int width) {
    return render(new ChartSheet(width, false));
  }

  private String render(ChartSheet sheet) {
    double y = sheet.header(title, yUnit + ", by " + xUnit);
    Legend legend = Legend.ofLines(curves.stream().map(Curve::name).toList());
    double top = legend.draw(sheet.svg(), sheet.margin(), y, sheet.right(), sheet.fontSize()) + 14;
    double height = sheet.isCompact() ? 230 : 320;
    YScale down = scale(Point::y, (int) (height / 40));
    double labels = 0;
    for (var tick : down.values()) {
      labels = Math.max(labels, TextMeasure.width(down.label(tick), sheet.smallFont()));
    }
    YScale across = scale(Point::x, (int) Math.max(2, sheet.room() / 110));
    double half = across.halfLabel(sheet.smallFont());
    double left = sheet.margin() + Math.max(labels + 6, half);
    PlotArea area = new PlotArea(left, top, sheet.right() - half, top + height, across, down);
    area.axes(sheet.svg(), sheet.smallFont());
    for (int i = 0; i < curves.size(); i++) {
      Svg.Path path = new Svg.Path();
      curves.get(i).points().forEach(point -> path.to(area.x(point.x()), area.y(point.y())));
      sheet.svg().path(Legend.lineClasses(i), path);
    }
    return sheet.document(this, top + height + sheet.smallFont() + 10);
  }

  private YScale scale(ToDoubleFunction<Point> of, int steps) {
    List<Double> all =
        curves.stream()
            .map(Curve::points)
            .flatMap(Collection::stream)
            .map(of::applyAsDouble)
            .sorted()
            .toList();
    return YScale.covering(all.get(0), all.get(all.size() - 1), steps, false);
  }

  /** The chart in words. */
  @Override
  public String toString() {
    return description();
  }

  /** Collects a chart; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String xUnit;
    private final String yUnit;
    private final List<Curve> curves = new ArrayList<>();

    private Builder(String title, String xUnit, String yUnit) {
      this.title = Objects.requireNonNull(title, "title");
      this.xUnit = Objects.requireNonNull(xUnit, "xUnit");
      this.yUnit = Objects.requireNonNull(yUnit, "yUnit");
    }

    /**
     * Adds a curve.
     *
     * @param curve of at least two points
     * @return this builder
     */
    public Builder curve(Curve curve) {
      curves.add(Objects.requireNonNull(curve, "curve"));
      return this;
    }

    /**
     * Checks and makes the chart.
     *
     * @return the chart
     * @throws InvalidInputException if title or a unit is blank, there are no curves or more than
     *     six, or one has fewer than two points
     */
    public CurveChart build() {
      Problems problems = new Problems();
      problems.checkLabel("title", title);
      problems.checkLabel("xUnit", xUnit);
      problems.checkLabel("yUnit", yUnit);
      if (curves.isEmpty() || curves.size() > MOST_CURVES) {
        problems.add("curves must be 1 to 6, were " + curves.size() + "; make several charts");
      }
      for (Curve curve : curves) {
        if (curve.points().size() < 2) {
          problems.add(
              "curve \""
                  + curve.name()
                  + "\" must have at least 2 points, had "
                  + curve.points().size()
                  + "; give more");
        }
      }
      InvalidInputException.throwIfAny("chart \"" + title + "\"", problems.found());
      return new CurveChart(this);
    }

    /** Title, and how many curves there are. */
    @Override
    public String toString() {
      return title + ", so far " + NumberText.count(curves.size(), "curve");
    }
  }
}
