package org.fundinggap.calibration;

import java.util.List;
import java.util.function.Function;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D4 and D5 for a base year: children in need and protection. */
final class NeedCalibration {
  /** Fewer yearly shocks than this say nothing of how they strike together. */
  private static final int FEWEST_SHOCKS = 3;

  private static final String[] SERIES = {
    "referrals",
    "no-further-action-count",
    "not-in-need-count",
    "children-in-need",
    "children-in-need-started",
    "children-in-need-ended",
    "section-47-enquiries",
    "initial-conferences",
    "plans-started",
    "plans"
  };

  private static final List<Shock> SHOCKS =
      List.of(
          Referrals.SHOCK,
          ChildrenInNeed.NEED_SHARE_SHOCK,
          ChildrenInNeed.NO_FURTHER_ACTION_SHOCK,
          ChildrenInNeed.HAZARD_SHOCK,
          Protection.ENQUIRY_SHOCK,
          Protection.CONFERENCE_SHOCK,
          Protection.PLAN_SHOCK,
          Protection.HAZARD_SHOCK);

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final PublishedRates history;
  private final PublishedRates flows;
  private final SpreadBelief rateSpread;

  private NeedCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
    this.history = PublishedRates.of(base, SERIES);
    this.flows = history.flowYears();
    this.rateSpread = base.spreadBelief("rate-spread");
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    NeedCalibration calibration = new NeedCalibration(fill, base);
    fill.opening(
        DriftFade.FADE, base.fade("drift-half-life", "looked-after"), "1 in a published base year");
    fill.prior(DriftFade.HALF_LIFE, "drift-half-life");
    calibration.need();
    calibration.ended();
    calibration.protection();
    calibration.correlation();
  }

  /** Shares of referrals that lead to need, and of the rest that end without further action. */
  private void need() {
    rate(ChildrenInNeed.NO_FURTHER_ACTION, "no-further-action-count", "referrals");
    rate(ChildrenInNeed.NOT_IN_NEED, "not-in-need-count", "referrals");
    fill.opening(
        ChildrenInNeed.NEED_SHARE, needShare(base.year()), "1 less the shares of the other two");
    fill.opening(
        ChildrenInNeed.NO_FURTHER_ACTION_SPLIT, split(base.year()), "one over the other two");
    spread(ChildrenInNeed.NEED_SHARE_SPREAD, Shrinkage.changes(history.logs(this::needShare)));
    spread(ChildrenInNeed.NO_FURTHER_ACTION_SPREAD, Shrinkage.changes(history.logs(this::split)));
    Cited referrals = base.at("referrals");
    fill.parameter(
        ChildrenInNeed.STARTED_RECONCILIATION,
        base.at("children-in-need-started").over(referrals).minus(needShare(base.year())),
        "what referrals do not explain of published starts");
    stock(
        ChildrenInNeed.STOCK,
        ChildrenInNeed.AVERAGE,
        "children-in-need",
        "children-in-need-started",
        new Hazard(
            ChildrenInNeed.HAZARD,
            ChildrenInNeed.HAZARD_DEVIATION,
            ChildrenInNeed.HAZARD_AT_BASE,
            ChildrenInNeed.HAZARD_LEVEL,
            ChildrenInNeed.HAZARD_PERSISTENCE,
            ChildrenInNeed.HAZARD_SPREAD));
  }

  private Cited needShare(FinancialYear year) {
    return Cited.of(1)
        .minus(history.ratio("no-further-action-count", "referrals").apply(year))
        .minus(history.ratio("not-in-need-count", "referrals").apply(year));
  }

  private Cited split(FinancialYear year) {
    Cited closed = history.at("no-further-action-count", year);
    return closed.over(closed.plus(history.at("not-in-need-count", year)));
  }

  private Cited ended(FinancialYear year) {
    return history
        .at("children-in-need", year.plus(-1))
        .plus(history.at("children-in-need-started", year))
        .minus(history.at("children-in-need", year));
  }

  private void ended() {
    YearlySeries removed =
        BaseYearEvidence.series(
            flows.window(),
            year ->
                ended(year)
                    .minus(history.at("children-in-need-ended", year))
                    .over(history.at("children-in-need-started", year)));
    fill.opening(ChildrenInNeed.ENDED, ended(base.year()), "opening + started - closing");
    fill.published(ChildrenInNeed.ENDED_AS_PUBLISHED, base.at("children-in-need-ended"));
    fill.estimated(
        ChildrenInNeed.REMOVED_BETWEEN_RETURNS,
        Shrinkage.plainMean(removed, rateSpread),
        "mean of # years");
  }

  private void protection() {
    drifting(
        Protection.ENQUIRY_RATE,
        Protection.ENQUIRY_DRIFT,
        Protection.ENQUIRY_SPREAD,
        "section-47-enquiries",
        "referrals");
    rate(Protection.CONFERENCE_RATE, "initial-conferences", "section-47-enquiries");
    spread(Protection.CONFERENCE_SPREAD, changes("initial-conferences", "section-47-enquiries"));
    rate(Protection.PLAN_RATE, "plans-started", "initial-conferences");
    spread(Protection.PLAN_SPREAD, changes("plans-started", "initial-conferences"));
    stock(
        Protection.PLANS,
        Protection.PLANS_AVERAGE,
        "plans",
        "plans-started",
        new Hazard(
            Protection.HAZARD,
            Protection.HAZARD_DEVIATION,
            Protection.HAZARD_AT_BASE,
            Protection.HAZARD_LEVEL,
            Protection.HAZARD_PERSISTENCE,
            Protection.HAZARD_SPREAD));
  }

  /** A rate that opens at its published value and goes on drifting as it did of late. */
  private void drifting(
      Variable rate, Parameter drift, Parameter spread, String numerator, String denominator) {
    rate(rate, numerator, denominator);
    drift(drift, numerator, denominator);
    spread(spread, changes(numerator, denominator));
  }

  private void rate(Variable rate, String numerator, String denominator) {
    fill.opening(rate, base.at(numerator).over(base.at(denominator)), "one over the other");
  }

  private void drift(Parameter drift, String numerator, String denominator) {
    Belief still = Belief.of(Cited.of(0), base.prior("rate-drift-spread"));
    fill.estimated(
        drift,
        Shrinkage.drift(logs(numerator, denominator), still, rateSpread),
        "mean of # yearly log changes, shrunk to zero");
  }

  private void spread(Parameter spread, YearlySeries sample) {
    fill.estimated(spread, sample.spread(rateSpread), "spread of # yearly numbers");
  }

  /** A stock, with the hazard that its published flows imply; it opens at the base year's. */
  private void stock(
      Variable stock, Variable average, String stockSeries, String entrantSeries, Hazard names) {
    Function<FinancialYear, Cited> rate = history.hazard(stockSeries, entrantSeries);
    String method = "hazard that carries the stock of one March to the next";
    fill.published(stock, base.at(stockSeries));
    fill.opening(names.hazard(), rate.apply(base.year()), method);
    fill.opening(average, history.average(stockSeries, entrantSeries).apply(base.year()), method);
    YearlySeries logs = flows.logs(rate);
    Estimate persistence = persistence(logs);
    Estimate spread = logs.spread(Shrinkage.ofSeries(rateSpread, persistence), persistence);
    Estimate level = Shrinkage.plainMean(logs, spread, persistence);
    Cited now = rate.apply(base.year());
    fill.parameter(names.atBase(), now, method);
    fill.estimated(
        names.level(),
        Estimate.of(
            level.cited().minus(now.log()),
            level.citedError(),
            level.years(),
            level.weightOfData()),
        "mean of # yearly log hazards over the base year's");
    fill.opening(names.deviation(), Cited.from(0, now), "the base year's");
    fill.estimated(
        names.persistence(), persistence, "autocorrelation of # yearly log hazards, shrunk");
    fill.estimated(
        names.spread(),
        Shrinkage.innovation(spread, persistence),
        "spread of # yearly log hazards, less what persists");
  }

  /** A hazard that returns to a level. */
  private record Hazard(
      Variable hazard,
      Variable deviation,
      Parameter atBase,
      Parameter level,
      Parameter persistence,
      Parameter spread) {}

  /**
   * Yearly shocks of referrals, conversion rates and hazards come out of the same returns. Nothing
   * is believed of how they strike together, so after a few years they strike each by itself.
   */
  private void correlation() {
    fill.shocks(SHOCKS.toArray(Shock[]::new));
    List<YearlySeries> samples =
        List.of(
            ReferralCalibration.shocks(base),
            Shrinkage.changes(history.logs(this::needShare)),
            Shrinkage.changes(history.logs(this::split)),
            hazardShocks("children-in-need", "children-in-need-started"),
            changes("section-47-enquiries", "referrals"),
            changes("initial-conferences", "section-47-enquiries"),
            changes("plans-started", "initial-conferences"),
            hazardShocks("plans", "plans-started"));
    int shortest = samples.stream().mapToInt(YearlySeries::years).min().orElseThrow();
    if (shortest < FEWEST_SHOCKS) {
      return;
    }
    fill.correlation(
        ShrunkCorrelation.of(
            SHOCKS.stream().map(Shock::name).toList(),
            samples.stream().map(sample -> sample.latest(shortest)).toList(),
            Cited.of(0),
            base.prior("correlation-weight")));
  }

  private YearlySeries hazardShocks(String stock, String entrants) {
    YearlySeries logs = flows.logs(history.hazard(stock, entrants));
    return logs.years() > 1 ? Shrinkage.shocks(logs, persistence(logs)) : YearlySeries.of(0);
  }

  private Estimate persistence(YearlySeries hazards) {
    return hazards.autocorrelation(base.belief("hazard-persistence"));
  }

  /** Logarithms of one series over another. */
  private YearlySeries logs(String numerator, String denominator) {
    return history.logs(history.ratio(numerator, denominator));
  }

  /** Yearly changes of the logarithm of one series over another. */
  private YearlySeries changes(String numerator, String denominator) {
    return Shrinkage.changes(logs(numerator, denominator));
  }
}
