package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.ToDoubleFunction;
import org.fundinggap.quantity.FinancialYear;

/** Draws the series of one panel, bands first, so that no line is ever under a band. */
final class PanelPainter {
  private static final double BAR = 4;

  private final Svg svg;
  private final ChartPanel panel;
  private final Frame frame;
  private final SeriesColours colours;
  private final List<double[]> drawnPoints = new ArrayList<>();

  PanelPainter(Svg svg, ChartPanel panel, Frame frame, SeriesColours colours) {
    this.svg = svg;
    this.panel = panel;
    this.frame = frame;
    this.colours = colours;
  }

  void paint(List<ChartMarker> numbered, int fontSize) {
    for (ChartFan fan : panel.fans()) {
      NavigableMap<FinancialYear, ChartFan.Quantiles> years = panel.drawn(fan);
      String fill = colours.fill(fan.name());
      if (panel.fans().size() == 1) {
        band("fg-outer " + fill, years, ChartFan.Quantiles::p10, ChartFan.Quantiles::p90);
        band("fg-inner " + fill, years, ChartFan.Quantiles::p25, ChartFan.Quantiles::p75);
      } else {
        // Filled bands of several fans blend into one; a wash between edges keeps them apart.
        band("fg-wash " + fill, years, ChartFan.Quantiles::p10, ChartFan.Quantiles::p90);
        String edge = "fg-edge " + colours.stroke(fan.name()) + colours.dash(fan.name());
        edge(edge, years, ChartFan.Quantiles::p10);
        edge(edge, years, ChartFan.Quantiles::p90);
      }
    }
    for (ChartLine line : panel.lines()) {
      String stroke = colours.stroke(line.name());
      line(line, "fg-line " + stroke + colours.dash(line), colours.fill(line.name()));
    }
    for (ChartFan fan : panel.fans()) {
      List<double[]> points = new ArrayList<>();
      panel.drawn(fan).forEach((year, q) -> points.add(point(year, q.p50())));
      stretch(points, "fg-median " + colours.stroke(fan.name()), colours.fill(fan.name()));
    }
    panel.history().ifPresent(line -> line(line, "fg-history", "fg-ink"));
    new MarkerPainter(svg, frame, drawnPoints, fontSize).paint(panel.markers(), numbered);
  }

  private double[] point(FinancialYear year, double value) {
    return new double[] {frame.x(year), frame.y(value)};
  }

  private void band(
      String classes,
      NavigableMap<FinancialYear, ChartFan.Quantiles> years,
      ToDoubleFunction<ChartFan.Quantiles> lower,
      ToDoubleFunction<ChartFan.Quantiles> upper) {
    if (years.size() == 1) {
      double x = frame.x(years.firstKey());
      double top = frame.y(upper.applyAsDouble(years.firstEntry().getValue()));
      double bottom = frame.y(lower.applyAsDouble(years.firstEntry().getValue()));
      svg.rect(classes, x - BAR, top, 2 * BAR, bottom - top);
      return;
    }
    Svg.Path outline = new Svg.Path();
    years.forEach((year, q) -> outline.to(frame.x(year), frame.y(upper.applyAsDouble(q))));
    years
        .descendingMap()
        .forEach((year, q) -> outline.to(frame.x(year), frame.y(lower.applyAsDouble(q))));
    svg.path(classes, outline.closed());
  }

  private void edge(
      String classes,
      NavigableMap<FinancialYear, ChartFan.Quantiles> years,
      ToDoubleFunction<ChartFan.Quantiles> of) {
    Svg.Path path = new Svg.Path();
    years.forEach((year, q) -> path.to(frame.x(year), frame.y(of.applyAsDouble(q))));
    svg.path(classes, path);
  }

  private void line(ChartLine line, String strokeClasses, String dotClass) {
    for (NavigableMap<FinancialYear, Double> values : line.stretches()) {
      List<double[]> points = new ArrayList<>();
      values.forEach((year, value) -> points.add(point(year, value)));
      stretch(points, strokeClasses, dotClass);
    }
  }

  /** An unbroken line; a single year becomes a dot, which a line of no length would not show. */
  private void stretch(List<double[]> points, String strokeClasses, String dotClass) {
    drawnPoints.addAll(points);
    if (points.size() == 1) {
      svg.circle(dotClass, points.get(0)[0], points.get(0)[1], 2.6);
      return;
    }
    Svg.Path path = new Svg.Path();
    for (int i = 0; i < points.size(); i++) {
      double[] point = points.get(i);
      path.to(point[0], point[1]);
      if (i > 0) {
        double[] before = points.get(i - 1);
        drawnPoints.add(new double[] {(before[0] + point[0]) / 2, (before[1] + point[1]) / 2});
      }
    }
    svg.path(strokeClasses, path);
  }
}
