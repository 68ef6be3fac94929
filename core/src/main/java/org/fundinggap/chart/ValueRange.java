package org.fundinggap.chart;

/**
 * The least and the greatest value that a chart draws.
 *
 * @param least the least value of all panels
 * @param greatest the greatest value of all panels
 */
record ValueRange(double least, double greatest) {
  /** The range over all panels of a chart that has at least one. */
  static ValueRange of(FanChart chart) {
    ValueRange range = new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    for (ChartPanel panel : chart.panels()) {
      if (panel.history().isPresent()) {
        range = range.with(panel.history().get());
      }
      for (ChartLine line : panel.lines()) {
        range = range.with(line);
      }
      for (ChartFan fan : panel.fans()) {
        for (ChartFan.Quantiles quantiles : fan.years().values()) {
          range = range.with(quantiles.p10()).with(quantiles.p90());
        }
      }
      for (ChartMarker marker : panel.markers()) {
        range = range.with(marker.value());
      }
    }
    return range;
  }

  private ValueRange with(ChartLine line) {
    ValueRange range = this;
    for (double value : line.values().values()) {
      range = range.with(value);
    }
    return range;
  }

  private ValueRange with(double value) {
    return new ValueRange(Math.min(least, value), Math.max(greatest, value));
  }
}
