package org.fundinggap.calibration;

import java.util.function.Function;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D6 for a base year: entries to care, asylum-seeking children apart. */
final class EntryCalibration {
  private static final String STOCK = "asylum-seeking-looked-after";
  private static final String HAZARD_METHOD =
      "hazard that carries the stock of one March to the next";
  private static final String STARTED = "asylum-seeking-started";

  private final InputsWriter fill;
  private final BaseYearEvidence base;

  private EntryCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    EntryCalibration calibration = new EntryCalibration(fill, base);
    calibration.entries();
    calibration.asylumStock();
    calibration.asylumEntries();
    calibration.asylumHazard();
    fill.shocks(CareEntries.SHOCK, CareEntries.ASYLUM_SHOCK, CareEntries.ASYLUM_HAZARD_SHOCK);
  }

  /** Asylum entries of a year: published, or what the stocks imply at the usual hazard. */
  static Cited asylumEntries(BaseYearEvidence base, FinancialYear year) {
    if (base.has(STARTED, year)) {
      return base.at(STARTED, year);
    }
    Cited opening = base.at(STOCK, year.plus(-1));
    Cited closing = base.at(STOCK, year);
    Cited hazard = base.prior("asylum-hazard");
    double least = StockFlow.closing(opening.value(), 0, hazard.value());
    double solved =
        closing.value() <= least
            ? 0
            : RootSearch.solve(
                "entries of asylum-seeking children",
                entrants -> StockFlow.closing(opening.value(), entrants, hazard.value()),
                closing.value(),
                0,
                10 * (opening.value() + closing.value()));
    return Cited.from(solved, opening, closing, hazard);
  }

  /** Entries to care of a year but for asylum-seeking children. */
  private static Cited otherEntries(BaseYearEvidence base, FinancialYear year) {
    return base.at("looked-after-started", year).minus(asylumEntries(base, year));
  }

  /**
   * The hazard opens at the base year's. Its drift is the mean of yearly changes and not the slope
   * of a line: entries wander, and a line through nine such years looks surer than it is.
   */
  private void entries() {
    Cited level = otherEntries(base, base.year()).over(fill.openingOf(ChildrenInNeed.AVERAGE));
    fill.opening(CareEntries.HAZARD_LEVEL, level, "entries over average children in need");
    fill.opening(CareEntries.DEVIATION, Cited.from(0, level), "the level is the base year's");
    YearlySeries hazards = hazards(base);
    Estimate persistence = hazards.autocorrelation(base.belief("care-entry-persistence"));
    fill.estimated(
        CareEntries.DRIFT,
        Shrinkage.drift(hazards, base.belief("care-entry-drift"), base.spreadBelief("rate-spread")),
        "mean of # yearly log changes, shrunk to zero");
    fill.estimated(
        CareEntries.PERSISTENCE, persistence, "autocorrelation of # yearly log hazards, shrunk");
    fill.estimated(
        CareEntries.SPREAD,
        Shrinkage.shocksOf(
            Shrinkage.changes(hazards).spread(base.spreadBelief("rate-spread")), persistence),
        "spread of # yearly log changes, less what reverts");
  }

  private static YearlySeries hazards(BaseYearEvidence base) {
    PublishedRates history =
        PublishedRates.of(
                base, "looked-after-started", "children-in-need", "children-in-need-started")
            .flowYears();
    Function<FinancialYear, Cited> inNeed =
        history.average("children-in-need", "children-in-need-started");
    return history.logs(year -> otherEntries(base, year).over(inNeed.apply(year)));
  }

  private void asylumStock() {
    Cited opening = base.before(STOCK);
    Cited closing = base.at(STOCK);
    Cited entries = asylumEntries(base, base.year());
    Cited hazard = PublishedRates.hazard(STOCK, opening, entries, closing);
    fill.published(CareEntries.ASYLUM_STOCK, closing);
    fill.opening(
        CareEntries.ASYLUM_AVERAGE,
        entries.minus(closing.minus(opening)).over(hazard),
        HAZARD_METHOD);
    fill.opening(CareEntries.ASYLUM_HAZARD, hazard, HAZARD_METHOD);
    fill.opening(CareEntries.ASYLUM_ENTRIES, entries, "what two stocks imply at the usual hazard");
  }

  private void asylumEntries() {
    PublishedRates history = PublishedRates.of(base, STOCK).flowYears();
    YearlySeries entries = history.logs(year -> asylumEntries(base, year).atLeast(1));
    asylumLevel(entries);
    Estimate persistence = entries.autocorrelation(base.belief("asylum-entry-persistence"));
    fill.estimated(
        CareEntries.ASYLUM_PERSISTENCE, persistence, "autocorrelation of # yearly numbers, shrunk");
    fill.estimated(
        CareEntries.ASYLUM_SPREAD,
        Shrinkage.shocksOf(
            Shrinkage.changes(entries)
                .spread(Shrinkage.ofChanges(base.spreadBelief("asylum-entry-spread"), persistence)),
            persistence),
        "spread of # yearly log changes, less what reverts");
  }

  /**
   * Entries open at the base year's and return to between that and the mean of past years, on the
   * log scale. What comes turns on events abroad.
   */
  private void asylumLevel(YearlySeries entries) {
    Cited now = asylumEntries(base, base.year()).atLeast(1);
    Cited weight = base.prior("asylum-level-weight");
    Cited mean = Shrinkage.plainMean(entries, base.spreadBelief("asylum-entry-spread")).cited();
    fill.parameter(CareEntries.ASYLUM_AT_BASE, now, "what two stocks imply at the usual hazard");
    fill.opening(CareEntries.ASYLUM_DEVIATION, Cited.from(0, now), "the base year's");
    fill.estimated(
        CareEntries.ASYLUM_LEVEL,
        Estimate.of(
            Cited.of(1).minus(weight).times(mean.minus(now.log())),
            base.prior("asylum-level-spread"),
            entries.years(),
            1 - weight.value()),
        "part of the way from the base year's to the mean of # log numbers");
  }

  private void asylumHazard() {
    fill.prior(CareEntries.ASYLUM_HAZARD_SPREAD, "asylum-hazard-spread");
    fill.prior(CareEntries.ASYLUM_HAZARD_PERSISTENCE, "hazard-persistence");
    Cited hazard = fill.openingOf(CareEntries.ASYLUM_HAZARD);
    Cited usual = base.prior("asylum-hazard");
    Cited weight = base.prior("asylum-hazard-weight");
    fill.parameter(CareEntries.ASYLUM_HAZARD_AT_BASE, hazard, HAZARD_METHOD);
    fill.opening(CareEntries.ASYLUM_HAZARD_DEVIATION, Cited.from(0, hazard), "the base year's");
    fill.estimated(
        CareEntries.ASYLUM_HAZARD_LEVEL,
        Estimate.of(
            Cited.of(1).minus(weight).times(usual.log().minus(hazard.log())),
            base.spreadOf("asylum-hazard").over(usual),
            1,
            weight.value()),
        "part of the way from the base year's to the usual one, on the log scale");
  }
}
