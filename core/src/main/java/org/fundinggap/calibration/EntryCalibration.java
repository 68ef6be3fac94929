package org.fundinggap.calibration;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.internal.Solver;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D6 for a base year: entries to care, asylum-seeking children apart. */
final class EntryCalibration {
  private static final String STOCK = "asylum-seeking-looked-after";
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
  static double asylumEntries(BaseYearEvidence base, FinancialYear year) {
    if (base.has(STARTED, year)) {
      return base.at(STARTED, year);
    }
    double opening = base.at(STOCK, year.plus(-1));
    double closing = base.at(STOCK, year);
    double hazard = base.prior("asylum-hazard");
    double least = StockFlow.closing(opening, 0, hazard);
    return closing <= least
        ? 0
        : Solver.solve(
            "entries of asylum-seeking children",
            entrants -> StockFlow.closing(opening, entrants, hazard),
            closing,
            0,
            10 * (opening + closing));
  }

  /** What {@link #asylumEntries} rests on. */
  static String[] asylumEvidence(BaseYearEvidence base) {
    return base.has(STARTED)
        ? new String[] {STOCK, STARTED}
        : new String[] {STOCK, "asylum-hazard"};
  }

  /**
   * The hazard opens at the base year's. Its drift is the mean of yearly changes and not the slope
   * of a line: entries wander, and a line through nine such years looks surer than it is.
   */
  private void entries() {
    PublishedRates history =
        PublishedRates.of(
                base, "looked-after-started", "children-in-need", "children-in-need-started")
            .withoutFirstYear();
    ToDoubleFunction<FinancialYear> inNeed =
        history.average("children-in-need", "children-in-need-started");
    YearlySeries hazards =
        history.logs(
            year ->
                (base.at("looked-after-started", year) - asylumEntries(base, year))
                    / inNeed.applyAsDouble(year));
    String[] ids = {"looked-after-started", "children-in-need", asylumEvidence(base)[1]};
    double entries = base.at("looked-after-started") - asylumEntries(base, base.year());
    fill.workedOut(
        CareEntries.HAZARD_LEVEL,
        entries / fill.inputs().openingOf(ChildrenInNeed.AVERAGE),
        "entries over average children in need",
        ids);
    fill.workedOut(CareEntries.DEVIATION, 0, "the level is the base year's", ids);
    hazardNumbers(hazards, ids);
  }

  private void hazardNumbers(YearlySeries hazards, String... ids) {
    SpreadBelief rateSpread = base.spreadBelief("rate-spread");
    Estimate persistence = hazards.autocorrelation(base.belief("care-entry-persistence"));
    YearlySeries changes = hazards.changes();
    fill.estimated(
        CareEntries.DRIFT,
        changes.mean(base.belief("care-entry-drift"), changes.spread(rateSpread).mean(), 0),
        "mean of # yearly log changes, shrunk to zero",
        ids[0],
        ids[1],
        ids[2],
        "care-entry-drift",
        "rate-spread",
        "spread-years");
    fill.estimated(
        CareEntries.PERSISTENCE,
        persistence,
        "autocorrelation of # yearly log hazards, shrunk",
        ids[0],
        ids[1],
        ids[2],
        "care-entry-persistence");
    fill.estimated(
        CareEntries.SPREAD,
        Shrinkage.shocksOf(changes.spread(rateSpread), persistence),
        "spread of # yearly log changes, less what reverts",
        ids[0],
        ids[1],
        ids[2],
        "rate-spread",
        "spread-years");
  }

  private void asylumStock() {
    double opening = base.before(STOCK);
    double closing = base.at(STOCK);
    double entries = asylumEntries(base, base.year());
    double hazard = PublishedRates.hazard(STOCK, opening, entries, closing);
    String[] ids = asylumEvidence(base);
    String method = "hazard that carries the stock of one March to the next";
    fill.published(CareEntries.ASYLUM_STOCK, closing, STOCK);
    fill.workedOut(
        CareEntries.ASYLUM_AVERAGE, (entries - (closing - opening)) / hazard, method, ids);
    fill.workedOut(CareEntries.ASYLUM_HAZARD, hazard, method, ids);
    if (base.has(STARTED)) {
      fill.published(CareEntries.ASYLUM_ENTRIES, entries, STARTED);
    } else {
      fill.workedOut(
          CareEntries.ASYLUM_ENTRIES, entries, "what two stocks imply at the usual hazard", ids);
    }
  }

  private void asylumEntries() {
    PublishedRates history = PublishedRates.of(base, STOCK).withoutFirstYear();
    YearlySeries entries = history.logs(year -> Math.max(1, asylumEntries(base, year)));
    String[] ids = asylumEvidence(base);
    fill.workedOut(
        CareEntries.ASYLUM_DEVIATION,
        Log.log(asylumEntries(base, base.year()) / asylumLevel(entries, ids)),
        "log of the base year's over the long-run number",
        ids[0],
        ids[1],
        "asylum-entry-level");
    Estimate persistence = entries.autocorrelation(base.belief("asylum-entry-persistence"));
    fill.estimated(
        CareEntries.ASYLUM_PERSISTENCE,
        persistence,
        "autocorrelation of # yearly numbers, shrunk",
        ids[0],
        ids[1],
        "asylum-entry-persistence");
    fill.estimated(
        CareEntries.ASYLUM_SPREAD,
        Shrinkage.shocksOf(
            entries.changes().spread(base.spreadBelief("asylum-entry-spread")), persistence),
        "spread of # yearly log changes, less what reverts",
        ids[0],
        ids[1],
        "asylum-entry-spread",
        "spread-years");
  }

  /**
   * Fills in the long-run number of entries a year and returns its centre: a prior, for past years
   * are too few and too broken to say; their mean where the prior was made long after.
   */
  private double asylumLevel(YearlySeries entries, String... ids) {
    Parameter parameter = CareEntries.ASYLUM_LEVEL;
    if (!base.isHindsight("asylum-entry-level")) {
      fill.prior(parameter, "asylum-entry-level");
      return base.prior("asylum-entry-level");
    }
    double level =
        Exp.exp(Shrinkage.plainMean(entries, base.spreadBelief("asylum-entry-spread")).mean());
    double spread = base.prior("asylum-level-spread") * level;
    fill.inputs()
        .parameter(
            parameter,
            Distribution.truncatedNormal(level, spread, parameter.lower(), parameter.upper()),
            Origin.estimated(
                "geometric mean of " + entries.years() + " years",
                ids[0],
                ids[1],
                "asylum-level-spread"));
    return level;
  }

  private void asylumHazard() {
    fill.prior(CareEntries.ASYLUM_HAZARD_SPREAD, "asylum-hazard-spread");
    double hazard = fill.inputs().openingOf(CareEntries.ASYLUM_HAZARD);
    double usual = base.prior("asylum-hazard");
    double weight = base.prior("asylum-hazard-weight");
    double level = Exp.exp(weight * Log.log(hazard) + (1 - weight) * Log.log(usual));
    List<String> ids = List.of(asylumEvidence(base));
    fill.estimated(
        CareEntries.ASYLUM_HAZARD_LEVEL,
        new Estimate(level, base.evidence().prior("asylum-hazard").spread(), 1, weight),
        "between the base year's and the usual one, on the log scale",
        ids.get(0),
        "asylum-hazard",
        "asylum-hazard-weight");
  }
}
