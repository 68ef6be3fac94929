package org.fundinggap.scenario;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.internal.Exp;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
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

  private final InputsBuilder inputs;
  private final BaseYear base;
  private final History history;
  private final History flows;
  private final double priorSpread;

  private NeedCalibration(InputsBuilder inputs, BaseYear base) {
    this.inputs = inputs;
    this.base = base;
    this.history = new History(base.evidence(), base.window(SERIES));
    this.flows = history.withoutFirstYear();
    this.priorSpread = base.prior("rate-spread");
  }

  static void fill(InputsBuilder inputs, BaseYear base) {
    new NeedCalibration(inputs, base).fill();
  }

  private void fill() {
    inputs.opening(DriftFade.FADE, 1, "drift-half-life");
    base.prior(inputs, DriftFade.HALF_LIFE, "drift-half-life");
    need();
    protection();
    correlation();
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
    double started = base.at("children-in-need-started");
    double explained =
        referrals - base.at("no-further-action-count") - base.at("not-in-need-count");
    BaseYear.fixed(
        inputs,
        ChildrenInNeed.STARTED_RECONCILIATION,
        (started - explained) / referrals,
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
    ended();
  }

  private void ended() {
    ToDoubleFunction<FinancialYear> ended =
        year ->
            history.at("children-in-need", year.plus(-1))
                + history.at("children-in-need-started", year)
                - history.at("children-in-need", year);
    double[] removed =
        flows.values(
            year ->
                (ended.applyAsDouble(year) - history.at("children-in-need-ended", year))
                    / history.at("children-in-need-started", year));
    String[] evidence = {"children-in-need", "children-in-need-started", "children-in-need-ended"};
    inputs.opening(ChildrenInNeed.ENDED, ended.applyAsDouble(base.year()), evidence);
    inputs.opening(
        ChildrenInNeed.ENDED_AS_PUBLISHED,
        base.at("children-in-need-ended"),
        "children-in-need-ended");
    BaseYear.estimate(
        inputs,
        ChildrenInNeed.REMOVED_BETWEEN_RETURNS,
        Changes.mean(removed),
        Changes.error(removed, priorSpread),
        List.of(evidence[0], evidence[1], evidence[2], "rate-spread"));
  }

  private void protection() {
    drifting(
        Protection.ENQUIRY_RATE,
        Protection.ENQUIRY_DRIFT,
        Protection.ENQUIRY_SPREAD,
        "section-47-enquiries",
        "referrals");
    double[] conferences = history.logChanges(history.ratio("initial-conferences", "referrals"));
    drift(Protection.CONFERENCE_DRIFT, conferences, "initial-conferences", "referrals");
    double[] perEnquiry =
        history.logChanges(history.ratio("initial-conferences", "section-47-enquiries"));
    inputs.opening(
        Protection.CONFERENCE_RATE,
        base.at("initial-conferences") / base.at("section-47-enquiries"),
        "initial-conferences",
        "section-47-enquiries");
    spread(Protection.CONFERENCE_SPREAD, perEnquiry, "initial-conferences", "section-47-enquiries");
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
    double[] changes = history.logChanges(history.ratio(numerator, denominator));
    inputs.opening(rate, base.at(numerator) / base.at(denominator), numerator, denominator);
    drift(drift, changes, numerator, denominator);
    spread(spread, changes, numerator, denominator);
  }

  private void drift(Parameter drift, double[] changes, String numerator, String denominator) {
    Changes.Drift recent = Changes.drift(changes, base.prior("rate-drift-spread"), priorSpread);
    BaseYear.estimate(
        inputs,
        drift,
        recent.mean(),
        recent.error(),
        List.of(numerator, denominator, "rate-drift-spread", "rate-spread"));
  }

  private void spread(Parameter spread, double[] changes, String... series) {
    BaseYear.fixed(
        inputs, spread, Changes.spread(changes, priorSpread), series[0], series[1], "rate-spread");
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
    double[] logs = flows.logs(rate);
    double inBaseYear = rate.applyAsDouble(base.year());
    String[] evidence = {stockSeries, entrantSeries};
    inputs.opening(stock, base.at(stockSeries), stockSeries);
    inputs.opening(hazard, inBaseYear, evidence);
    inputs.opening(
        average,
        (base.at(entrantSeries) - (base.at(stockSeries) - base.before(stockSeries))) / inBaseYear,
        evidence);
    double mean = Exp.exp(Changes.mean(logs));
    BaseYear.estimate(
        inputs,
        level,
        mean,
        mean * Changes.error(logs, priorSpread),
        List.of(stockSeries, entrantSeries, "rate-spread"));
    spread(spread, logs, evidence);
  }

  /** Yearly shocks of referrals, conversion rates and hazards come out of the same returns. */
  private void correlation() {
    List<String> names =
        List.of(
            Referrals.SHOCK.name(),
            ChildrenInNeed.NO_FURTHER_ACTION_SHOCK.name(),
            ChildrenInNeed.NOT_IN_NEED_SHOCK.name(),
            ChildrenInNeed.HAZARD_SHOCK.name(),
            Protection.ENQUIRY_SHOCK.name(),
            Protection.CONFERENCE_SHOCK.name(),
            Protection.PLAN_SHOCK.name(),
            Protection.HAZARD_SHOCK.name());
    double[][] samples = {
      history.logChanges(year -> history.at("referrals", year)),
      history.logChanges(history.ratio("no-further-action-count", "referrals")),
      history.logChanges(history.ratio("not-in-need-count", "referrals")),
      flows.logs(history.hazard("children-in-need", "children-in-need-started")),
      history.logChanges(history.ratio("section-47-enquiries", "referrals")),
      history.logChanges(history.ratio("initial-conferences", "section-47-enquiries")),
      history.logChanges(history.ratio("plans-started", "initial-conferences")),
      flows.logs(history.hazard("plans", "plans-started"))
    };
    inputs.correlation(
        Changes.correlation(names, samples, base.prior("correlation-weight")),
        "referrals",
        "children-in-need",
        "section-47-enquiries",
        "initial-conferences",
        "plans",
        "correlation-weight");
  }
}
