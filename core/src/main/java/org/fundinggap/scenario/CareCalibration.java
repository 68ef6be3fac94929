package org.fundinggap.scenario;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Log;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D6 and D7 for a base year: entries to care and placements. */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
final class CareCalibration {
  /** Years over which published flows are short of stocks, up to the base year. */
  private static final int SHORTFALL_YEARS = 9;

  private static final Placement[] STATES = Placement.values();

  private final InputsBuilder inputs;
  private final BaseYear base;
  private final PlacementFlows flows;

  private CareCalibration(InputsBuilder inputs, BaseYear base) {
    this.inputs = inputs;
    this.base = base;
    this.flows = new PlacementFlows(base);
  }

  /** Needs the average number of children in need, so it comes after {@link NeedCalibration}. */
  static void fill(InputsBuilder inputs, BaseYear base, double childrenInNeedAverage) {
    CareCalibration calibration = new CareCalibration(inputs, base);
    double asylum = calibration.asylumEntries();
    double entries = base.at("looked-after-started") - asylum;
    calibration.entries(entries, childrenInNeedAverage);
    calibration.asylum(asylum);
    calibration.rates();
    calibration.stocks(entries);
  }

  /** Published where it is; else what the two stocks imply at the usual hazard. */
  private double asylumEntries() {
    if (base.has("asylum-seeking-started")) {
      return base.at("asylum-seeking-started");
    }
    double opening = base.before("asylum-seeking-looked-after");
    double closing = base.at("asylum-seeking-looked-after");
    double hazard = base.prior("asylum-hazard");
    return Solver.solve(
        "entries of asylum-seeking children",
        entrants -> StockFlow.closing(opening, entrants, hazard),
        closing,
        0,
        10 * (opening + closing));
  }

  private String asylumEvidence() {
    return base.has("asylum-seeking-started") ? "asylum-seeking-started" : "asylum-hazard";
  }

  private void entries(double entries, double childrenInNeedAverage) {
    String[] evidence = {"looked-after-started", asylumEvidence(), "children-in-need"};
    inputs.opening(CareEntries.HAZARD_LEVEL, entries / childrenInNeedAverage, evidence);
    inputs.opening(CareEntries.DEVIATION, 0, evidence);
    base.prior(inputs, CareEntries.DRIFT, "care-entry-drift");
    base.prior(inputs, CareEntries.PERSISTENCE, "care-entry-persistence");
    BaseYear.fixed(inputs, CareEntries.SPREAD, base.prior("rate-spread"), "rate-spread");
  }

  private void asylum(double entries) {
    double opening = base.before("asylum-seeking-looked-after");
    double closing = base.at("asylum-seeking-looked-after");
    double hazard = History.hazard("asylum-seeking-looked-after", opening, entries, closing);
    String[] evidence = {"asylum-seeking-looked-after", asylumEvidence()};
    inputs.opening(CareEntries.ASYLUM_STOCK, closing, "asylum-seeking-looked-after");
    inputs.opening(CareEntries.ASYLUM_AVERAGE, (entries - (closing - opening)) / hazard, evidence);
    inputs.opening(CareEntries.ASYLUM_HAZARD, hazard, evidence);
    inputs.opening(CareEntries.ASYLUM_ENTRIES, entries, evidence);
    inputs.opening(
        CareEntries.ASYLUM_DEVIATION,
        Log.log(entries / base.prior("asylum-entry-level")),
        asylumEvidence(),
        "asylum-entry-level");
    base.prior(inputs, CareEntries.ASYLUM_LEVEL, "asylum-entry-level");
    base.prior(inputs, CareEntries.ASYLUM_PERSISTENCE, "asylum-entry-persistence");
    base.prior(inputs, CareEntries.ASYLUM_SPREAD, "asylum-entry-spread");
    base.prior(inputs, CareEntries.ASYLUM_HAZARD_SPREAD, "asylum-hazard-spread");
    // Half-way, on the log scale, from the base year's hazard to its usual level.
    double usual = base.prior("asylum-hazard");
    BaseYear.estimate(
        inputs,
        CareEntries.ASYLUM_HAZARD_LEVEL,
        Math.sqrt(hazard * usual),
        base.evidence().prior("asylum-hazard").spread(),
        List.of("asylum-hazard", "asylum-seeking-looked-after", asylumEvidence()));
  }

  private void rates() {
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      String[] evidence = PlacementFlows.evidence(placement);
      BaseYear.fixed(inputs, placement.exitRate(), flows.exit()[state], evidence);
      BaseYear.fixed(inputs, placement.moveRate(), flows.move()[state], evidence);
      BaseYear.fixed(inputs, placement.destinationShare(), flows.destination()[state], evidence);
      BaseYear.fixed(inputs, placement.entryShare(), flows.entry()[state], evidence);
      base.prior(inputs, placement.asylumShare(), "asylum-share-" + placement.id());
    }
    base.prior(inputs, Placements.EXIT_PERSISTENCE, "exit-persistence");
    base.prior(inputs, Placements.EXIT_SPREAD, "exit-spread");
    base.prior(inputs, Placements.HOMES_DRIFT, "homes-weight-drift");
    independentFostering();
  }

  private void independentFostering() {
    String[] series = {"placed-foster-own", "placed-foster-private", "placed-foster-voluntary"};
    Series own = base.evidence().series(series[0]);
    ToDoubleFunction<FinancialYear> share =
        year -> {
          double independent =
              base.evidence().series(series[1]).at(year)
                  + base.evidence().series(series[2]).at(year);
          return independent / (independent + own.at(year));
        };
    // Providers are published for some years only: take the nearest to the base year.
    FinancialYear from = own.first();
    FinancialYear at = own.last().compareTo(base.year()) > 0 ? base.year() : own.last();
    at = at.compareTo(from) < 0 ? from : at;
    int years = from.yearsUntil(at);
    double drift =
        years == 0 ? 0 : Log.log(share.applyAsDouble(at) / share.applyAsDouble(from)) / years;
    inputs.opening(Placements.INDEPENDENT_FOSTER_SHARE, share.applyAsDouble(at), series);
    BaseYear.estimate(
        inputs,
        Placements.INDEPENDENT_DRIFT,
        drift,
        base.prior("independent-foster-drift-spread"),
        List.of(series[0], series[1], series[2], "independent-foster-drift-spread"));
  }

  private void stocks(double entries) {
    double[] shortfalls = shortfalls();
    String[] flowSeries = {"looked-after", "looked-after-started", "looked-after-ceased"};
    double shortfall = shortfalls[shortfalls.length - 1];
    BaseYear.estimate(
        inputs,
        Placements.FLOW_SHORTFALL,
        Changes.mean(shortfalls),
        Changes.standardError(shortfalls),
        List.of(flowSeries));
    calibrateChain(entries + shortfall);
    double asylumAverage = inputs.openingOf(CareEntries.ASYLUM_AVERAGE);
    // Averages come from the same chain as those of later years, so that cost does not step.
    double[] othersAverages =
        flows
            .step(
                entries + shortfall,
                inputs.openingOf(Placements.EXIT_DEVIATION),
                inputs.openingOf(Placements.HOMES_WEIGHT))[1];
    double[] averages = flows.withAsylum(othersAverages, asylumAverage);
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      String[] evidence = PlacementFlows.stockEvidence(placement);
      inputs.opening(placement.stock(), flows.closing()[state], evidence);
      inputs.opening(placement.average(), averages[state], evidence);
      inputs.opening(placement.othersStock(), flows.othersClosing()[state], evidence);
      inputs.opening(placement.othersAverage(), othersAverages[state], evidence);
    }
    inputs.opening(Placements.LOOKED_AFTER, base.at("looked-after"), "looked-after");
    inputs.opening(Placements.LOOKED_AFTER_AVERAGE, sum(averages), "looked-after");
    inputs.opening(Placements.STARTED, base.at("looked-after-started"), "looked-after-started");
    inputs.opening(Placements.CEASED, base.at("looked-after-ceased"), "looked-after-ceased");
  }

  /**
   * The exit deviation and the weight of homes at which last year's stocks become the base year's,
   * in all and in homes: for each weight the deviation is solved, then the weight.
   */
  private void calibrateChain(double entries) {
    double[] closing = flows.othersClosing();
    double total = sum(closing);
    int homes = Placement.HOMES.ordinal();
    double weight =
        Solver.solve(
            "weight of homes",
            candidate ->
                flows.step(entries, deviation(entries, candidate, total), candidate)[0][homes],
            closing[homes],
            0.1,
            6);
    String[] evidence = {
      "looked-after", "looked-after-started", "placed-homes", "placement-exits-homes"
    };
    inputs.opening(Placements.HOMES_WEIGHT, weight, evidence);
    inputs.opening(Placements.EXIT_DEVIATION, deviation(entries, weight, total), evidence);
  }

  private static double sum(double[] values) {
    return CompensatedSum.sum(values, 0, values.length);
  }

  private double deviation(double entries, double weight, double total) {
    return Solver.solve(
        "deviation of exit rates",
        candidate -> sum(flows.step(entries, candidate, weight)[0]),
        total,
        -1.5,
        1.5);
  }

  /** By how many children published flows fell short of stocks, by year. */
  private double[] shortfalls() {
    Series stock = base.evidence().series("looked-after");
    Series started = base.evidence().series("looked-after-started");
    Series ceased = base.evidence().series("looked-after-ceased");
    double[] shortfalls = new double[SHORTFALL_YEARS];
    for (int i = 0; i < SHORTFALL_YEARS; i++) {
      FinancialYear year = base.year().plus(i - SHORTFALL_YEARS + 1);
      shortfalls[i] = stock.at(year) - stock.at(year.plus(-1)) - started.at(year) + ceased.at(year);
    }
    return shortfalls;
  }
}
