package org.fundinggap.scenario;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Rates that published counts imply, by year. */
record History(EvidenceBase evidence, YearRange window) {
  /**
   * Published hazards of care are between 0.3 and 1.3 a year; these bounds are only for a solver.
   */
  private static final double LEAST_HAZARD = 0.01;

  private static final double GREATEST_HAZARD = 10;

  double at(String seriesId, FinancialYear year) {
    return evidence.series(seriesId).at(year);
  }

  /** Logarithms of a rate, one value a year of the window. */
  double[] logs(ToDoubleFunction<FinancialYear> rate) {
    return window.years().stream().mapToDouble(year -> Log.log(rate.applyAsDouble(year))).toArray();
  }

  /** Yearly changes of the logarithm of a rate, one value fewer than years. */
  double[] logChanges(ToDoubleFunction<FinancialYear> rate) {
    double[] logs = logs(rate);
    double[] changes = new double[logs.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = logs[i + 1] - logs[i];
    }
    return changes;
  }

  /** One series over another. */
  ToDoubleFunction<FinancialYear> ratio(String numerator, String denominator) {
    return year -> at(numerator, year) / at(denominator, year);
  }

  /** The hazard at which entrants of a year carry a published stock to the next. */
  ToDoubleFunction<FinancialYear> hazard(String stock, String entrants) {
    return year -> hazard(stock, at(stock, year.plus(-1)), at(entrants, year), at(stock, year));
  }

  /** The hazard at which entrants of a year carry one stock to another. */
  static double hazard(String name, double opening, double entrants, double closing) {
    return Solver.solve(
        "hazard of " + name,
        hazard -> StockFlow.closing(opening, entrants, hazard),
        closing,
        LEAST_HAZARD,
        GREATEST_HAZARD);
  }

  /** The years of the window whose year before is in it too. */
  History withoutFirstYear() {
    return new History(evidence, YearRange.inclusive(window.first().plus(1), window.last()));
  }

  /** Values of a rate, one a year of the window. */
  double[] values(ToDoubleFunction<FinancialYear> rate) {
    List<FinancialYear> years = window.years();
    return years.stream().mapToDouble(rate).toArray();
  }
}
