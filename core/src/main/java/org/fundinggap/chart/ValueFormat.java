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
    ValueRange range = ValueRange.of(chart);
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
}
