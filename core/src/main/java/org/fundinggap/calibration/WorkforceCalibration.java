package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.quantity.FinancialYear;

/**
 * Numbers of C3 for a base year: social workers and what they add to cost.
 *
 * <p>Where a series of the workforce lacks the base year, registered priors make one of the
 * children in need. Its size matters little: it enters cost only as a deviation from the base year,
 * when it is nil.
 */
final class WorkforceCalibration {
  private static final String IN_POST = "social-workers";
  private static final String STARTERS = "social-worker-starters";
  private static final String LEAVERS = "social-worker-leavers";
  private static final String AGENCY = "agency-social-workers";
  private static final String VACANCY_SHARE = "social-worker-vacancy-share";
  private static final String ASSUMED = "priors for children in need: the workforce is not held";

  private final InputsWriter fill;
  private final BaseYearEvidence base;

  private WorkforceCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    WorkforceCalibration calibration = new WorkforceCalibration(fill, base);
    Cited holders = calibration.caseHolders();
    if (RequiredSeries.WORKFORCE.keySet().stream().allMatch(base::has)) {
      calibration.posts(holders);
      calibration.supply();
    } else {
      calibration.assumed(holders);
    }
    calibration.costs();
    fill.prior(Workforce.NEWLY_QUALIFIED, "newly-qualified-starters");
    fill.shocks(Workforce.TURNOVER_SHOCK);
  }

  /** Vacancy rate = vacancies / (in post + vacancies). */
  private Cited vacancies() {
    Cited share = base.at(VACANCY_SHARE);
    return base.at(IN_POST).times(share).over(Cited.of(1).minus(share));
  }

  private Cited caseHolders() {
    boolean held = base.has("cases") && base.has("case-holders");
    Cited inNeed = fill.openingOf(ChildrenInNeed.AVERAGE);
    Cited caseShare = held ? base.at("cases").over(inNeed) : base.prior("case-share");
    Cited caseload =
        held ? base.at("cases").over(base.at("case-holders")) : base.prior("caseload-before-2016");
    fill.prior(Workforce.CASELOAD_GROWTH, "caseload-growth");
    String notHeld = "cases are not held";
    fill.opening(Workforce.CASELOAD, caseload, held ? "cases over case holders" : notHeld);
    fill.parameter(
        Workforce.CASE_SHARE, caseShare, held ? "cases over average children in need" : notHeld);
    return caseShare.times(inNeed).over(caseload);
  }

  private void posts(Cited holders) {
    Cited posts = base.at(IN_POST).plus(vacancies());
    fill.parameter(Workforce.POSTS_PER_HOLDER, posts.over(holders), "posts over case holders");
  }

  /**
   * A workforce at its long-run level: as many start as leave. How many there were then is known by
   * nobody and has no range, for only changes from then on cost anything.
   */
  private void assumed(Cited holders) {
    Cited posts = base.prior("posts-per-case-holder").times(holders);
    Cited vacancies = base.prior("vacancy-share").times(posts);
    Cited inPost = posts.minus(vacancies);
    Cited turnover = base.prior("turnover-level");
    Cited leavers = turnover.times(inPost);
    fill.parameter(Workforce.POSTS_PER_HOLDER, base.prior("posts-per-case-holder"), ASSUMED);
    fill.opening(Workforce.IN_POST, inPost, ASSUMED);
    fill.opening(Workforce.IN_POST_AVERAGE, inPost, ASSUMED);
    fill.opening(Workforce.TURNOVER, turnover, ASSUMED);
    fill.opening(Workforce.LEAVERS, leavers, ASSUMED);
    fill.opening(Workforce.STARTERS, leavers, ASSUMED);
    fill.opening(Workforce.VACANCIES, vacancies, ASSUMED);
    fill.opening(Workforce.AGENCY, base.prior("agency-cover").times(vacancies), ASSUMED);
    fill.parameter(Workforce.VACANCIES_AT_BASE, vacancies, ASSUMED);
    fill.parameter(Workforce.STARTERS_AT_BASE, leavers, ASSUMED);
    fill.prior(Workforce.TURNOVER_LEVEL, "turnover-level");
    SpreadBelief spread = base.spreadBelief("turnover-spread");
    fill.estimated(Workforce.TURNOVER_SPREAD, YearlySeries.of(0).spread(spread), "");
    fill.prior(Workforce.AGENCY_COVER, "agency-cover");
  }

  private void supply() {
    PublishedRates history = PublishedRates.of(base, IN_POST, STARTERS);
    Cited starters = base.at(STARTERS);
    Cited closing = base.at(IN_POST);
    boolean hasChange = history.hasChanges();
    // Without last year's stock, what starters and leavers lead back to.
    Cited before =
        hasChange ? base.before(IN_POST) : closing.minus(starters).plus(base.at(LEAVERS));
    Cited hazard =
        hasChange
            ? PublishedRates.hazard(IN_POST, before, starters, closing)
            : base.at(LEAVERS).over(closing);
    String method =
        hasChange ? "hazard that carries one September's stock to the next" : "leavers over stock";
    fill.published(Workforce.IN_POST, closing);
    fill.published(Workforce.STARTERS, starters);
    fill.opening(Workforce.TURNOVER, hazard, method);
    fill.opening(
        Workforce.IN_POST_AVERAGE, starters.minus(closing.minus(before)).over(hazard), method);
    fill.opening(
        Workforce.LEAVERS, before.plus(starters).minus(closing), "opening + starters - closing");
    fill.opening(Workforce.VACANCIES, vacancies(), "from the vacancy rate");
    fill.published(Workforce.AGENCY, base.at(AGENCY));
    fill.parameter(Workforce.VACANCIES_AT_BASE, vacancies(), "from the vacancy rate");
    fill.parameter(Workforce.STARTERS_AT_BASE, starters, "");
    turnover(history, hazard);
    cover();
  }

  private void turnover(PublishedRates history, Cited hazard) {
    YearlySeries logs =
        history.hasChanges()
            ? history.flowYears().logs(history.hazard(IN_POST, STARTERS))
            : YearlySeries.of(List.of(hazard.log()));
    SpreadBelief spread = base.spreadBelief("turnover-spread");
    fill.estimated(
        Workforce.TURNOVER_LEVEL,
        Shrinkage.geometric(Shrinkage.plainMean(logs, spread)),
        "geometric mean of # yearly hazards");
    fill.estimated(Workforce.TURNOVER_SPREAD, logs.spread(spread), "spread of # yearly hazards");
  }

  /**
   * Agency workers for each vacancy: the base year's, with the spread of past years as its error.
   */
  private void cover() {
    PublishedRates history = PublishedRates.of(base, AGENCY, IN_POST, VACANCY_SHARE);
    YearlySeries covers = BaseYearEvidence.series(history.window(), this::cover);
    Estimate spread = covers.spread(base.spreadBelief("agency-cover-spread"));
    fill.estimated(
        Workforce.AGENCY_COVER,
        Estimate.of(covers.citedLast(), spread.cited(), spread.years(), spread.weightOfData()),
        "the base year's, with the spread of # years");
  }

  private Cited cover(FinancialYear year) {
    Cited share = base.at(VACANCY_SHARE, year);
    return base.at(AGENCY, year)
        .times(Cited.of(1).minus(share))
        .over(base.at(IN_POST, year).times(share));
  }

  private void costs() {
    fill.prior(SocialWorkCost.STAFF_SHARE, "staff-share-of-safeguarding");
    fill.prior(SocialWorkCost.AGENCY_PREMIUM, "agency-premium");
    fill.prior(SocialWorkCost.CHURN_COST, "churn-cost");
    Cited inNeed = fill.openingOf(ChildrenInNeed.AVERAGE);
    fill.parameter(
        SocialWorkCost.STAFF_AT_BASE,
        fill.openingOf(Workforce.IN_POST).plus(fill.openingOf(Workforce.AGENCY)).over(inNeed),
        "in post and agency over average children in need");
    fill.parameter(
        SocialWorkCost.AGENCY_AT_BASE,
        fill.openingOf(Workforce.AGENCY).over(inNeed),
        "over average children in need");
    fill.parameter(
        SocialWorkCost.LEAVERS_AT_BASE,
        fill.openingOf(Workforce.LEAVERS).over(inNeed),
        "over average children in need");
  }
}
