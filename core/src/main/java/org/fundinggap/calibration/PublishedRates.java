package org.fundinggap.calibration;

import java.util.function.Function;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Rates that published counts imply, by year of a window. */
record PublishedRates(BaseYearEvidence base, YearRange window) {
  /**
   * Published hazards of care are between 0.1 and 1.3 a year; these bounds are only for a solver.
   */
  private static final double LEAST_HAZARD = 0.001;

  private static final double GREATEST_HAZARD = 10;

  static PublishedRates of(BaseYearEvidence base, String... seriesIds) {
    return new PublishedRates(base, base.window(seriesIds));
  }

  Cited at(String seriesId, FinancialYear year) {
    return base.at(seriesId, year);
  }

  /** Logarithms of a rate, one value a year of the window. */
  YearlySeries logs(Function<FinancialYear, Cited> rate) {
    return BaseYearEvidence.logs(window, rate);
  }

  /** One series over another. */
  Function<FinancialYear, Cited> ratio(String numerator, String denominator) {
    return year -> at(numerator, year).over(at(denominator, year));
  }

  /** The hazard at which entrants of a year carry a published stock to the next. */
  Function<FinancialYear, Cited> hazard(String stock, String entrants) {
    return year -> hazard(stock, at(stock, year.plus(-1)), at(entrants, year), at(stock, year));
  }

  /** The average stock of a year that published stocks and entrants imply. */
  Function<FinancialYear, Cited> average(String stock, String entrants) {
    Function<FinancialYear, Cited> hazard = hazard(stock, entrants);
    return year ->
        at(entrants, year)
            .minus(at(stock, year).minus(at(stock, year.plus(-1))))
            .over(hazard.apply(year));
  }

  /** The hazard at which entrants of a year carry one stock to another. */
  static Cited hazard(String name, Cited opening, Cited entrants, Cited closing) {
    double solved =
        RootSearch.solve(
            "hazard of " + name,
            hazard -> StockFlow.closing(opening.value(), entrants.value(), hazard),
            closing.value(),
            LEAST_HAZARD,
            GREATEST_HAZARD);
    return Cited.from(solved, opening, entrants, closing);
  }

  /** Whether the window holds more than the base year. */
  boolean hasChanges() {
    return window.length() > 1;
  }

  /**
   * The years of the window whose year before is in it too; the base year where it is alone, for
   * which the stocks that it opens with are held.
   */
  PublishedRates flowYears() {
    return hasChanges()
        ? new PublishedRates(base, YearRange.inclusive(window.first().plus(1), window.last()))
        : this;
  }
}
