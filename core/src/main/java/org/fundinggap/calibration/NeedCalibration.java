package org.fundinggap.calibration;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.Exp;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/** Numbers of D4 and D5 for a base year: children in need and protection. */
final class NeedCalibration {
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
          ChildrenInNeed.NO_FURTHER_ACTION_SHOCK,
          ChildrenInNeed.NOT_IN_NEED_SHOCK,
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
    this.flows = history.withoutFirstYear();
    this.rateSpread = base.spreadBelief("rate-spread");
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    NeedCalibration calibration = new NeedCalibration(fill, base);
    fill.inputs().opening(DriftFade.FADE, 1, Origin.prior("drift-half-life"));
    fill.prior(DriftFade.HALF_LIFE, "drift-half-life");
    calibration.need();
    calibration.ended();
    calibration.protection();
    calibration.correlation();
  }

  private void need() {
    drifting(
        ChildrenInNeed.NO_FURTHER_ACTION,
        ChildrenInNeed.NO_FURTHER_ACTION_DRIFT,
        ChildrenInNeed.NO_FURTHER_ACTION_SPREAD,
        "no-further-action-count",
        "referrals");
    drifting(
        ChildrenInNeed.NOT_IN_NEED,
        ChildrenInNeed.NOT_IN_NEED_DRIFT,
        ChildrenInNeed.NOT_IN_NEED_SPREAD,
        "not-in-need-count",
        "referrals");
    double referrals = base.at("referrals");
    double explained =
        referrals - base.at("no-further-action-count") - base.at("not-in-need-count");
    fill.workedOut(
        ChildrenInNeed.STARTED_RECONCILIATION,
        (base.at("children-in-need-started") - explained) / referrals,
        "what referrals do not explain of published starts",
        "children-in-need-started",
        "referrals",
        "no-further-action-count",
        "not-in-need-count");
    stock(
        ChildrenInNeed.STOCK,
        ChildrenInNeed.AVERAGE,
        ChildrenInNeed.HAZARD,
        ChildrenInNeed.HAZARD_LEVEL,
        ChildrenInNeed.HAZARD_SPREAD,
        "children-in-need",
        "children-in-need-started");
  }

  private void ended() {
    ToDoubleFunction<FinancialYear> ended =
        year ->
            history.at("children-in-need", year.plus(-1))
                + history.at("children-in-need-started", year)
                - history.at("children-in-need", year);
    YearlySeries removed =
        YearlySeries.of(
            flows.window().years().stream()
                .mapToDouble(
                    year ->
                        (ended.applyAsDouble(year) - history.at("children-in-need-ended", year))
                            / history.at("children-in-need-started", year))
                .toArray());
    String[] ids = {"children-in-need", "children-in-need-started", "children-in-need-ended"};
    fill.workedOut(
        ChildrenInNeed.ENDED, ended.applyAsDouble(base.year()), "opening + started - closing", ids);
    fill.published(
        ChildrenInNeed.ENDED_AS_PUBLISHED,
        base.at("children-in-need-ended"),
        "children-in-need-ended");
    fill.estimated(
        ChildrenInNeed.REMOVED_BETWEEN_RETURNS,
        Shrinkage.plainMean(removed, rateSpread),
        "mean of # years",
        ids[0],
        ids[1],
        ids[2],
        "rate-spread",
        "spread-years");
  }

  private void protection() {
    drifting(
        Protection.ENQUIRY_RATE,
        Protection.ENQUIRY_DRIFT,
        Protection.ENQUIRY_SPREAD,
        "section-47-enquiries",
        "referrals");
    drift(Protection.CONFERENCE_DRIFT, "initial-conferences", "referrals");
    fill.workedOut(
        Protection.CONFERENCE_RATE,
        base.at("initial-conferences") / base.at("section-47-enquiries"),
        "one over the other",
        "initial-conferences",
        "section-47-enquiries");
    spread(
        Protection.CONFERENCE_SPREAD,
        history.logs(history.ratio("initial-conferences", "section-47-enquiries")).changes(),
        "initial-conferences",
        "section-47-enquiries");
    drifting(
        Protection.PLAN_RATE,
        Protection.PLAN_DRIFT,
        Protection.PLAN_SPREAD,
        "plans-started",
        "initial-conferences");
    stock(
        Protection.PLANS,
        Protection.PLANS_AVERAGE,
        Protection.HAZARD,
        Protection.HAZARD_LEVEL,
        Protection.HAZARD_SPREAD,
        "plans",
        "plans-started");
  }

  /** A rate that opens at its published value and goes on drifting as it did of late. */
  private void drifting(
      Variable rate, Parameter drift, Parameter spread, String numerator, String denominator) {
    fill.workedOut(
        rate,
        base.at(numerator) / base.at(denominator),
        "one over the other",
        numerator,
        denominator);
    drift(drift, numerator, denominator);
    spread(
        spread,
        history.logs(history.ratio(numerator, denominator)).changes(),
        numerator,
        denominator);
  }

  private void drift(Parameter drift, String numerator, String denominator) {
    YearlySeries changes = history.logs(history.ratio(numerator, denominator)).changes();
    fill.estimated(
        drift,
        Shrinkage.drift(changes, base.prior("rate-drift-spread"), rateSpread),
        "mean of # yearly log changes, shrunk to zero",
        numerator,
        denominator,
        "rate-drift-spread",
        "rate-spread",
        "spread-years");
  }

  private void spread(Parameter spread, YearlySeries sample, String... series) {
    fill.estimated(
        spread,
        sample.spread(rateSpread),
        "spread of # yearly numbers",
        series[0],
        series[1],
        "rate-spread",
        "spread-years");
  }

  /** A stock, with the hazard that its published flows imply; later hazards vary about the mean. */
  private void stock(
      Variable stock,
      Variable average,
      Variable hazard,
      Parameter level,
      Parameter spread,
      String stockSeries,
      String entrantSeries) {
    ToDoubleFunction<FinancialYear> rate = history.hazard(stockSeries, entrantSeries);
    YearlySeries logs = flows.logs(rate);
    String method = "hazard that carries the stock of one March to the next";
    fill.published(stock, base.at(stockSeries), stockSeries);
    fill.workedOut(hazard, rate.applyAsDouble(base.year()), method, stockSeries, entrantSeries);
    fill.workedOut(
        average,
        history.average(stockSeries, entrantSeries).applyAsDouble(base.year()),
        method,
        stockSeries,
        entrantSeries);
    Estimate mean = Shrinkage.plainMean(logs, rateSpread);
    double usual = Exp.exp(mean.mean());
    fill.estimated(
        level,
        new Estimate(usual, usual * mean.standardError(), mean.years(), mean.weightOfData()),
        "geometric mean of # yearly hazards",
        stockSeries,
        entrantSeries,
        "rate-spread",
        "spread-years");
    spread(spread, logs, stockSeries, entrantSeries);
  }

  /** Yearly shocks of referrals, conversion rates and hazards come out of the same returns. */
  private void correlation() {
    List<YearlySeries> samples =
        List.of(
            changes(year -> history.at("referrals", year)),
            changes(history.ratio("no-further-action-count", "referrals")),
            changes(history.ratio("not-in-need-count", "referrals")),
            flows.logs(history.hazard("children-in-need", "children-in-need-started")),
            changes(history.ratio("section-47-enquiries", "referrals")),
            changes(history.ratio("initial-conferences", "section-47-enquiries")),
            changes(history.ratio("plans-started", "initial-conferences")),
            flows.logs(history.hazard("plans", "plans-started")));
    fill.shocks(SHOCKS.toArray(Shock[]::new));
    fill.inputs()
        .correlation(
            ShrunkCorrelation.of(
                SHOCKS.stream().map(Shock::name).toList(),
                samples,
                0,
                base.prior("correlation-weight")),
            Origin.estimated(
                "sample correlations of "
                    + flows.window().length()
                    + " years, weight "
                    + base.prior("correlation-weight"),
                "referrals",
                "children-in-need",
                "section-47-enquiries",
                "initial-conferences",
                "plans",
                "correlation-weight"));
  }

  private YearlySeries changes(ToDoubleFunction<FinancialYear> rate) {
    return history.logs(rate).changes();
  }
}
