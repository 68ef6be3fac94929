package org.fundinggap.chart;

/**
 * A plot with a value axis each way.
 *
 * @param left its left edge in pixels
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 * @param across the values along it
 * @param up the values above it
 */
record PlotArea(double left, double top, double right, double bottom, YScale across, YScale up) {
  double x(double value) {
    return left + (right - left) * (value - across.low()) / (across.high() - across.low());
  }

  double y(double value) {
    return bottom - (bottom - top) * (value - up.low()) / (up.high() - up.low());
  }

  void axes(Svg svg, int fontSize) {
    for (var tick : up.values()) {
      double y = y(tick.doubleValue());
      svg.line(tick.signum() == 0 ? "fg-grid fg-zero" : "fg-grid", left, y, right, y);
      String label = up.label(tick);
      svg.text("fg-muted", left - 6, y + fontSize * 0.35, Svg.Anchor.END, fontSize, label);
    }
    for (var tick : across.values()) {
      double x = x(tick.doubleValue());
      svg.line("fg-tick", x, bottom, x, bottom + 4);
      if (tick.signum() == 0 && across.crossesZero()) {
        svg.line("fg-base", x, top, x, bottom);
      }
    }
    for (var tick : across.labelled(right - left, fontSize)) {
      double x = x(tick.doubleValue());
      String label = across.label(tick);
      svg.text("fg-muted", x, bottom + fontSize + 6, Svg.Anchor.MIDDLE, fontSize, label);
    }
    svg.line("fg-tick", left, bottom, right, bottom);
  }
}
