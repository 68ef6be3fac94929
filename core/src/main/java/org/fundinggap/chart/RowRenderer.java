package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays a chart of rows out: title, unit and legend, then a row each with its words at the left
 * (over the marks on a phone), and the values under the last.
 */
final class RowRenderer {
  private static final double WORDS = 0.42;
  private static final double BAR = 16;
  private static final double BETWEEN = 12;
  private static final double GAP = 12;
  private static final double WHISKER = 5;

  private final RowChart chart;
  private final ChartSheet sheet;
  private final Svg svg;
  private final YScale scale;
  private final double left;
  private final double right;

  /** A row with its words broken into lines. */
  private record Laid(ChartRow row, List<String> label, List<String> detail, double height) {}

  RowRenderer(RowChart chart, ChartSheet sheet) {
    this.chart = chart;
    this.sheet = sheet;
    svg = sheet.svg();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (ChartRow row : chart.rows()) {
      for (RowMark mark : row.marks()) {
        least = Math.min(least, Math.min(mark.from(), mark.to()));
        greatest = Math.max(greatest, Math.max(mark.from(), mark.to()));
      }
    }
    double plot = sheet.room() * (sheet.isCompact() ? 1 : 1 - WORDS);
    scale = YScale.covering(least, greatest, (int) Math.max(2, plot / 90), true);
    double half = scale.halfLabel(sheet.smallFont());
    left = sheet.margin() + Math.max(sheet.room() - plot, half);
    right = sheet.right() - half;
  }

  String render() {
    double y = sheet.header(chart.title(), chart.unit());
    y = Legend.of(chart.legend()).draw(svg, sheet.margin(), y, sheet.right(), sheet.fontSize()) + 8;
    List<Laid> laid = chart.rows().stream().map(this::laid).toList();
    double bottom = y + laid.stream().mapToDouble(Laid::height).sum();
    if (!sheet.isCompact()) {
      grid(y, bottom);
    }
    for (Laid each : laid) {
      draw(each, y);
      y += each.height;
    }
    values(bottom);
    return sheet.document(chart, bottom + sheet.smallFont() + 8);
  }

  private Laid laid(ChartRow row) {
    double room = sheet.isCompact() ? sheet.room() : sheet.room() * WORDS - GAP;
    List<String> label = TextMeasure.wrap(row.label(), sheet.fontSize(), room);
    List<String> detail =
        row.detail().isEmpty()
            ? List.of()
            : TextMeasure.wrap(row.detail(), sheet.smallFont(), room);
    double words = label.size() * labelLine() + detail.size() * detailLine();
    double height = sheet.isCompact() ? words + BAR + 4 : Math.max(words, BAR);
    return new Laid(row, label, detail, height + BETWEEN);
  }

  private double labelLine() {
    return sheet.fontSize() + 4;
  }

  private double detailLine() {
    return sheet.smallFont() + 3;
  }

  private void grid(double top, double bottom) {
    for (var tick : scale.values()) {
      double x = x(tick.doubleValue());
      svg.line(tick.signum() == 0 ? "fg-grid fg-zero" : "fg-grid", x, top, x, bottom);
    }
  }

  private void values(double bottom) {
    double baseline = bottom + sheet.smallFont() + 4;
    for (var tick : scale.labelled(right - left, sheet.smallFont())) {
      double x = x(tick.doubleValue());
      String label = scale.label(tick);
      svg.text("fg-muted", x, baseline, Svg.Anchor.MIDDLE, sheet.smallFont(), label);
    }
  }

  private void draw(Laid laid, double top) {
    double y = top;
    for (String line : laid.label) {
      y += labelLine();
      svg.text("fg-ink", sheet.margin(), y - 4, Svg.Anchor.START, sheet.fontSize(), line);
    }
    for (String line : laid.detail) {
      y += detailLine();
      svg.text("fg-muted", sheet.margin(), y - 3, Svg.Anchor.START, sheet.smallFont(), line);
    }
    double middle = top + (laid.height - BETWEEN) / 2;
    if (sheet.isCompact()) {
      // Words stand over the whole width of a phone: the lines of the axis keep to the marks.
      middle = y + 4 + BAR / 2;
      grid(middle - BAR / 2 - 2, middle + BAR / 2 + 2);
    }
    List<RowMark> above = new ArrayList<>();
    for (RowMark mark : laid.row.marks()) {
      if (mark.shape() == RowMark.Shape.BAR) {
        double from = Math.min(x(mark.from()), x(mark.to()));
        double width = Math.max(1, Math.abs(x(mark.to()) - x(mark.from())));
        svg.rect(mark.tone().fill(), from, middle - BAR / 2, width, BAR);
      } else {
        above.add(mark);
      }
    }
    for (RowMark mark : above) {
      draw(mark, middle);
    }
  }

  private void draw(RowMark mark, double middle) {
    double from = x(mark.from());
    double to = x(mark.to());
    if (mark.shape() == RowMark.Shape.POINT) {
      svg.circle(mark.tone().fill(), from, middle, 5);
      return;
    }
    svg.line("fg-zero", from, middle, to, middle);
    for (double end : new double[] {from, to}) {
      svg.line("fg-zero", end, middle - WHISKER, end, middle + WHISKER);
    }
  }

  private double x(double value) {
    return left + (right - left) * (value - scale.low()) / (scale.high() - scale.low());
  }
}
