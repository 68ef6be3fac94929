package org.fundinggap.chart;

import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;

/**
 * How a chart writes the values that it shows.
 *
 * @param decimals the decimals of every value
 * @param largest the greatest size of a value in the chart, which sets the rounding of projections
 */
record ValueFormat(int decimals, double largest) {
  static ValueFormat of(FanChart chart) {
    Range range = Range.of(chart);
    double largest = Math.max(Math.abs(range.least()), Math.abs(range.greatest()));
    return new ValueFormat(chart.decimals().orElse(NumberText.decimalsFor(largest)), largest);
  }

  /** A value that somebody published or chose, as it is. */
  String given(double value) {
    return NumberText.label(value, decimals);
  }

  /** A quantile, rounded to what it is worth. */
  String projected(double value) {
    return NumberText.projected(value, decimals, largest);
  }

  /** The median with its outer band. */
  String range(ChartFan.Quantiles quantiles) {
    return "median "
        + projected(quantiles.p50())
        + " (10% to 90%: "
        + projected(quantiles.p10())
        + " to "
        + projected(quantiles.p90())
        + ")";
  }

  /** A claim with its value and year. */
  String claim(ChartMarker marker) {
    FinancialYear year = marker.year();
    return marker.label() + ": " + given(marker.value()) + " in " + year;
  }

  /**
   * The least and the greatest value that a chart draws.
   *
   * @param least the least value of all panels
   * @param greatest the greatest value of all panels
   */
  record Range(double least, double greatest) {
    /** The range over all panels of a chart that has at least one. */
    static Range of(FanChart chart) {
      Range range = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
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

    private Range with(ChartLine line) {
      Range range = this;
      for (double value : line.values().values()) {
        range = range.with(value);
      }
      return range;
    }

    private Range with(double value) {
      return new Range(Math.min(least, value), Math.max(greatest, value));
    }
  }
}
