package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.quantity.FinancialYear;

/**
 * Lays a chart out for a width: title, unit, legend, then the panels in a grid with shared axes.
 *
 * <p>From top to bottom a panel has its title, a strip for the words "base year", the plot, and the
 * years; from left to right the values (first column only), the plot, and the last values.
 */
final class ChartRenderer {
  private static final double BETWEEN = 14;
  private static final double LEAST_CELL = 195;

  /** Where the last values would leave the plot less than this, they stay out. */
  private static final double LEAST_PLOT = 80;

  private final FanChart chart;
  private final ChartSheet sheet;
  private final double margin;
  private final boolean compact;
  private final int fontSize;
  private final SeriesColours colours;
  private final YScale scale;
  private final ValueFormat format;
  private final FinancialYear first;
  private final FinancialYear last;
  private final List<EndLabels> endLabels;
  private final Svg svg;

  private final double left;
  private final double cell;
  private final boolean withEndLabels;
  private final double endWidth;
  private final int columns;
  private final double plotHeight;

  /** Stand-alone charts carry their style and a margin; in a page the page does. */
  ChartRenderer(FanChart chart, int width, boolean standalone) {
    this.chart = chart;
    sheet = new ChartSheet(width, standalone);
    svg = sheet.svg();
    margin = sheet.margin();
    compact = sheet.isCompact();
    fontSize = sheet.fontSize();
    colours = SeriesColours.of(chart);
    first = FanChart.years(chart).first();
    last = FanChart.years(chart).last();
    ValueFormat.Range range = ValueFormat.Range.of(chart);
    format = ValueFormat.of(chart);
    endLabels =
        chart.panels().stream()
            .map(panel -> EndLabels.of(panel, last, colours, format, fontSize))
            .toList();
    int panels = chart.panels().size();
    int fit = (int) Math.max(1, (width - 2 * margin - 50) / LEAST_CELL);
    int rows = (panels + fit - 1) / fit;
    columns = compact ? 1 : (panels + rows - 1) / rows;
    plotHeight = plotHeight(panels);
    int steps = (int) Math.max(3, plotHeight / 40);
    scale = YScale.covering(range.least(), range.greatest(), steps, chart.fromZero());
    double axisWidth =
        scale.values().stream()
            .mapToDouble(tick -> TextMeasure.width(scale.label(tick), smallFont()))
            .max()
            .orElse(0);
    left = margin + axisWidth + 6;
    cell = (width - margin - left + BETWEEN) / columns;
    double end = endLabels.stream().mapToDouble(EndLabels::width).max().orElse(0);
    withEndLabels = cell - BETWEEN - end >= LEAST_PLOT;
    endWidth = withEndLabels ? end : 0;
  }

  private double plotHeight(int panels) {
    if (compact) {
      return panels == 1 ? 230 : 170;
    }
    return columns == 1 ? 320 : 250;
  }

  private int smallFont() {
    return sheet.smallFont();
  }

  String render() {
    double y = sheet.header(chart.title(), unit());
    y = Legend.of(chart, format).draw(svg, margin, y, sheet.right(), fontSize) + 8;
    for (int start = 0; start < chart.panels().size(); start += columns) {
      y = row(start, Math.min(start + columns, chart.panels().size()), y);
    }
    return sheet.document(chart, y);
  }

  /** The unit, with a warning where a cut axis makes changes look larger than they are. */
  private String unit() {
    if (scale.reachesZero()) {
      return chart.unit();
    }
    return chart.unit() + "; the axis starts at " + scale.label(scale.values().get(0));
  }

  private double row(int start, int end, double top) {
    double room = (cell - BETWEEN) / TextMeasure.BOLD;
    int titleLines = 0;
    List<List<String>> titles = new ArrayList<>();
    for (ChartPanel panel : chart.panels().subList(start, end)) {
      List<String> lines =
          panel.title().map(t -> TextMeasure.wrap(t, fontSize, room)).orElse(List.of());
      titles.add(lines);
      titleLines = Math.max(titleLines, lines.size());
    }
    double strip = chart.baseYear().isPresent() ? fontSize + 5 : 6;
    double plotTop = top + titleLines * (fontSize + 4) + strip + 4;
    double half = TextMeasure.width(last.toString(), smallFont()) / 2;
    for (int p = start; p < end; p++) {
      double cellLeft = left + (p - start) * cell;
      double right = cellLeft + cell - BETWEEN - Math.max(endWidth, half - 6);
      Frame frame = new Frame(cellLeft, plotTop, right, plotTop + plotHeight, first, last, scale);
      double y = top;
      for (String line : titles.get(p - start)) {
        y += fontSize + 4;
        svg.text("fg-ink fg-bold", cellLeft, y - 2, Svg.Anchor.START, fontSize, line);
      }
      axes(frame, p == start, p == start ? margin : cellLeft - BETWEEN / 2, cellLeft + cell);
      new PanelPainter(svg, chart.panels().get(p), frame, colours)
          .paint(FanChart.markers(chart), smallFont());
      if (withEndLabels) {
        endLabels.get(p).draw(svg, frame);
      }
      hints(chart.panels().get(p), frame);
    }
    return plotTop + plotHeight + smallFont() + 14;
  }

  private void axes(Frame frame, boolean withValues, double cellLeft, double cellRight) {
    for (var tick : scale.values()) {
      double y = frame.y(tick.doubleValue());
      boolean zero = tick.signum() == 0;
      svg.line(zero ? "fg-grid fg-zero" : "fg-grid", frame.left(), y, frame.right(), y);
      if (withValues) {
        double baseline = y + smallFont() * 0.35;
        String label = scale.label(tick);
        svg.text("fg-muted", frame.left() - 6, baseline, Svg.Anchor.END, smallFont(), label);
      }
    }
    chart.baseYear().ifPresent(year -> baseYear(frame, frame.x(year), cellRight - BETWEEN));
    double half = TextMeasure.width(last.toString(), smallFont()) / 2;
    for (FinancialYear year : frame.labelled(chart.baseYear().orElse(last), 2 * half + 16)) {
      double x = frame.x(year);
      svg.line("fg-tick", x, frame.bottom(), x, frame.bottom() + 4);
      double inside = Math.min(Math.max(x, cellLeft + half), cellRight - BETWEEN / 2 - half);
      double baseline = frame.bottom() + smallFont() + 6;
      svg.text("fg-muted", inside, baseline, Svg.Anchor.MIDDLE, smallFont(), year.toString());
    }
  }

  private void baseYear(Frame frame, double x, double rightmost) {
    svg.line("fg-base", x, frame.top() - 4, x, frame.bottom());
    double half = TextMeasure.width("base year", smallFont()) / 2;
    double inside = Math.min(Math.max(x, frame.left() + half), rightmost - half);
    svg.text("fg-muted", inside, frame.top() - 8, Svg.Anchor.MIDDLE, smallFont(), "base year");
  }

  /** Invisible strips that tell a pointer the year's values; fingers have the narrow layout. */
  private void hints(ChartPanel panel, Frame frame) {
    if (compact) {
      return;
    }
    double strip = frame.yearWidth();
    for (int i = 0; i <= first.yearsUntil(last); i++) {
      String words = ChartDescription.year(panel, first.plus(i), format);
      if (!words.isEmpty()) {
        double left = Math.max(frame.left(), frame.x(first.plus(i)) - strip / 2);
        double right = Math.min(frame.right(), frame.x(first.plus(i)) + strip / 2);
        svg.hint(left, frame.top(), right - left, frame.bottom() - frame.top(), words);
      }
    }
  }
}
