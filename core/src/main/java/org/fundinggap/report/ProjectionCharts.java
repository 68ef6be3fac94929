package org.fundinggap.report;

import java.util.List;
import org.fundinggap.chart.ChartFan;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Outcome;

/** Turns series and projections into what charts draw. */
public final class ProjectionCharts {
  private ProjectionCharts() {}

  /**
   * A published series up to a year, broken where the series breaks.
   *
   * <p>Values that the register holds as assumptions are left out: nobody has seen them published.
   *
   * @param series a series by financial year
   * @param last the last year to draw
   * @param scale what to multiply values by, such as 0.001 for thousands
   * @return the line, named {@code published}
   * @throws org.fundinggap.quantity.InvalidInputException if there is no value to draw
   */
  public static ChartLine history(Series series, FinancialYear last, double scale) {
    ChartLine.Builder line = ChartLine.builder("published");
    List<FinancialYear> years = drawn(series, last);
    for (FinancialYear year : years) {
      // Nothing is drawn before the first year that a break could part it from.
      if (series.observation(year).breakBefore() && !year.equals(years.get(0))) {
        line.breakBefore(year);
      }
      line.value(year, series.at(year) * scale);
    }
    return line.build();
  }

  /** The years of a series that {@link #history} draws. */
  static List<FinancialYear> drawn(Series series, FinancialYear last) {
    return series.years().stream()
        .filter(year -> year.compareTo(last) <= 0)
        .filter(year -> series.observation(year).provenance().kind() != EvidenceKind.ASSUMPTION)
        .toList();
  }

  /**
   * The projected years of an outcome, the base year left out: it is history.
   *
   * @param outcome its draws
   * @param name what the legend calls it
   * @param scale what to multiply values by
   * @return the fan: 10th to 90th and 25th to 75th percentile about the median
   */
  public static ChartFan fan(Outcome outcome, String name, double scale) {
    return fan(outcome, name, scale, outcome.years().first().plus(1));
  }

  /** The years of an outcome from one on; the base year too where no history says what it was. */
  static ChartFan fan(Outcome outcome, String name, double scale, FinancialYear first) {
    return ChartFan.of(outcome, name, scale, first);
  }

  /**
   * The median of an outcome as a plain line, the base year included.
   *
   * @param outcome its draws
   * @param name what the legend calls it
   * @param scale what to multiply values by
   * @return a dashed line
   */
  public static ChartLine median(Outcome outcome, String name, double scale) {
    requireDraws(outcome);
    List<List<Double>> byYear = outcome.quantiles(0.5);
    ChartLine.Builder line = ChartLine.builder(name).dashed();
    for (FinancialYear year : outcome.years().years()) {
      line.value(year, byYear.get(outcome.years().indexOf(year)).get(0) * scale);
    }
    return line.build();
  }

  /** Refuses a histogram, whose quantiles are not exact. */
  static void requireDraws(Outcome outcome) {
    outcome.in(outcome.years().first());
  }
}
