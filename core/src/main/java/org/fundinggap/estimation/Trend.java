package org.fundinggap.estimation;

import java.util.Objects;
import java.util.Set;
import org.fundinggap.evidence.Cited;

/**
 * A straight line through yearly values, in which the last year is time 0, and how far the values
 * lie from it. Made by {@link YearlySeries#trend(Belief, SpreadBelief, double)}.
 *
 * @param level the line's value at the last year, in the unit of the values; nothing is believed of
 *     it before data, so its weight of data is 1
 * @param slope the line's rise a year
 * @param spread the standard deviation of values about their line
 * @param residuals each value less the line with this level and slope, oldest first
 */
public record Trend(Estimate level, Estimate slope, Estimate spread, YearlySeries residuals) {
  /** Two points make a line without residuals: below three, the line is what is believed. */
  private static final int FEWEST_YEARS = 3;

  /**
   * Checks that nothing is missing.
   *
   * @param level as described above
   * @param slope as described above
   * @param spread as described above
   * @param residuals as described above
   */
  public Trend {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(slope, "slope");
    Objects.requireNonNull(spread, "spread");
    Objects.requireNonNull(residuals, "residuals");
  }

  /** The line, from the series and from what the autocorrelation was made from. */
  static Trend of(
      YearlySeries series,
      Belief slope,
      SpreadBelief spread,
      double autocorrelation,
      Set<String> from) {
    double[] values = series.values();
    int n = values.length;
    if (n < FEWEST_YEARS) {
      Estimate believed = spread.alone(n);
      Estimate last = Estimate.of(series.citedLast(), believed.cited(), n, 1);
      return through(series, last, slope.alone(n), believed);
    }
    FittedLine line = FittedLine.through(values, autocorrelation);
    Estimate swings = spread.pooledWith(line.squares(), line.freedom(), autocorrelation, n, from);
    double slopeError = swings.mean() * Math.sqrt(line.slopeVariance());
    Estimate shrunk = slope.pooledWith(line.slope(), slopeError, n, swings.ids());
    // The shrunk line turns about the middle year, (n - 1) / 2 years before the last.
    double fromMiddle = (n - 1) / 2.0;
    double middleError = swings.mean() * Math.sqrt(line.middleVariance());
    double turnError = shrunk.standardError() * fromMiddle;
    double error = Math.sqrt(middleError * middleError + turnError * turnError);
    double atEnd = line.middle() + shrunk.mean() * fromMiddle;
    // The slope was pooled with an error that the spread gave, so its ids hold the spread's.
    Estimate level = new Estimate(atEnd, error, n, 1, shrunk.ids());
    return through(series, level, shrunk, swings);
  }

  private static Trend through(
      YearlySeries series, Estimate level, Estimate slope, Estimate spread) {
    double[] values = series.values();
    int last = values.length - 1;
    double[] residuals = new double[values.length];
    for (int i = 0; i <= last; i++) {
      residuals[i] = values[i] - (level.mean() + slope.mean() * (i - last));
    }
    Set<String> ids = Cited.joined(Cited.joined(series.ids(), level.ids()), slope.ids());
    return new Trend(level, slope, spread, YearlySeries.owning(residuals, ids));
  }
}
