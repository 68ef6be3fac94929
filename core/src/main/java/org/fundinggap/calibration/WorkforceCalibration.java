package org.fundinggap.calibration;

import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/** Numbers of C3 for a base year: social workers and what they add to cost. */
final class WorkforceCalibration {
  private static final String IN_POST = "social-workers";
  private static final String STARTERS = "social-worker-starters";
  private static final String LEAVERS = "social-worker-leavers";
  private static final String AGENCY = "agency-social-workers";
  private static final String VACANCY_SHARE = "social-worker-vacancy-share";

  private final InputsWriter fill;
  private final BaseYearEvidence base;

  private WorkforceCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    WorkforceCalibration calibration = new WorkforceCalibration(fill, base);
    calibration.posts();
    calibration.supply();
    calibration.costs();
    fill.shocks(Workforce.TURNOVER_SHOCK);
  }

  /** Vacancy rate = vacancies / (in post + vacancies). */
  private double vacancies() {
    double share = base.at(VACANCY_SHARE);
    return base.at(IN_POST) * share / (1 - share);
  }

  private void posts() {
    boolean held = base.has("cases") && base.has("case-holders");
    double inNeed = fill.inputs().openingOf(ChildrenInNeed.AVERAGE);
    double caseShare = held ? base.at("cases") / inNeed : base.prior("case-share");
    double caseload =
        held ? base.at("cases") / base.at("case-holders") : base.prior("caseload-before-2016");
    String[] ids =
        held
            ? new String[] {"cases", "case-holders", "children-in-need"}
            : new String[] {"case-share", "caseload-before-2016", "children-in-need"};
    double holders = caseShare * inNeed / caseload;
    double posts = base.at(IN_POST) + vacancies();
    fill.prior(Workforce.CASELOAD_GROWTH, "caseload-growth");
    if (held) {
      fill.workedOut(Workforce.CASELOAD, caseload, "cases over case holders", ids[0], ids[1]);
      fill.workedOut(
          Workforce.CASE_SHARE, caseShare, "cases over average children in need", ids[0], ids[2]);
    } else {
      fill.assumed(Workforce.CASELOAD, caseload, "cases are not held", ids[1]);
      fill.assumed(Workforce.CASE_SHARE, caseShare, "cases are not held", ids[0]);
    }
    fill.workedOut(
        Workforce.POSTS_PER_HOLDER,
        posts / holders,
        "posts over case holders",
        IN_POST,
        VACANCY_SHARE,
        ids[0],
        ids[1]);
  }

  private void supply() {
    PublishedRates history = PublishedRates.of(base, IN_POST, STARTERS);
    double opening = base.has(IN_POST, base.year().plus(-1)) ? base.before(IN_POST) : Double.NaN;
    double starters = base.at(STARTERS);
    double closing = base.at(IN_POST);
    boolean hasChange = history.hasChanges();
    double hazard =
        hasChange
            ? PublishedRates.hazard(IN_POST, opening, starters, closing)
            : base.at(LEAVERS) / closing;
    String method =
        hasChange ? "hazard that carries one September's stock to the next" : "leavers over stock";
    String[] ids = {IN_POST, hasChange ? STARTERS : LEAVERS};
    double before = hasChange ? opening : closing - starters + base.at(LEAVERS);
    fill.published(Workforce.IN_POST, closing, IN_POST);
    fill.published(Workforce.STARTERS, starters, STARTERS);
    fill.workedOut(Workforce.TURNOVER, hazard, method, ids);
    fill.workedOut(
        Workforce.IN_POST_AVERAGE,
        (starters - (closing - before)) / hazard,
        method,
        IN_POST,
        STARTERS,
        ids[1]);
    fill.workedOut(
        Workforce.LEAVERS, before + starters - closing, "opening + starters - closing", ids);
    fill.workedOut(
        Workforce.VACANCIES, vacancies(), "from the vacancy rate", IN_POST, VACANCY_SHARE);
    fill.published(Workforce.AGENCY, base.at(AGENCY), AGENCY);
    fill.workedOut(
        Workforce.VACANCIES_AT_BASE, vacancies(), "from the vacancy rate", IN_POST, VACANCY_SHARE);
    fill.workedOut(Workforce.STARTERS_AT_BASE, starters, "published", STARTERS);
    fill.prior(Workforce.NEWLY_QUALIFIED, "newly-qualified-starters");
    turnover(history, hazard, ids);
    cover();
  }

  private void turnover(PublishedRates history, double hazard, String... ids) {
    YearlySeries logs =
        history.hasChanges()
            ? history.withoutFirstYear().logs(history.hazard(IN_POST, STARTERS))
            : YearlySeries.of(Log.log(hazard));
    Estimate mean = Shrinkage.plainMean(logs, base.spreadBelief("turnover-spread"));
    double usual = Exp.exp(mean.mean());
    fill.estimated(
        Workforce.TURNOVER_LEVEL,
        new Estimate(usual, usual * mean.standardError(), mean.years(), mean.weightOfData()),
        "geometric mean of # yearly hazards",
        ids[0],
        ids[1],
        "turnover-spread",
        "spread-years");
    fill.estimated(
        Workforce.TURNOVER_SPREAD,
        logs.spread(base.spreadBelief("turnover-spread")),
        "spread of # yearly hazards",
        ids[0],
        ids[1],
        "turnover-spread",
        "spread-years");
  }

  /** Agency workers for each vacancy: the base year's, as sure as it was steady. */
  private void cover() {
    PublishedRates history = PublishedRates.of(base, AGENCY, IN_POST, VACANCY_SHARE);
    YearlySeries covers =
        YearlySeries.of(
            history.window().years().stream()
                .mapToDouble(
                    year -> {
                      double share = base.at(VACANCY_SHARE, year);
                      return base.at(AGENCY, year) * (1 - share) / (base.at(IN_POST, year) * share);
                    })
                .toArray());
    Estimate spread = covers.spread(base.spreadBelief("agency-cover-spread"));
    fill.estimated(
        Workforce.AGENCY_COVER,
        new Estimate(covers.last(), spread.mean(), spread.years(), spread.weightOfData()),
        "the base year's, with the spread of # years",
        AGENCY,
        IN_POST,
        VACANCY_SHARE,
        "agency-cover-spread",
        "spread-years");
  }

  private void costs() {
    fill.prior(SocialWorkCost.STAFF_SHARE, "staff-share-of-safeguarding");
    fill.prior(SocialWorkCost.AGENCY_PREMIUM, "agency-premium");
    fill.prior(SocialWorkCost.CHURN_COST, "churn-cost");
    double inNeed = fill.inputs().openingOf(ChildrenInNeed.AVERAGE);
    double staff = base.at(IN_POST) + base.at(AGENCY);
    fill.workedOut(
        SocialWorkCost.STAFF_AT_BASE,
        staff / inNeed,
        "in post and agency over average children in need",
        IN_POST,
        AGENCY,
        "children-in-need");
    fill.workedOut(
        SocialWorkCost.AGENCY_AT_BASE,
        base.at(AGENCY) / inNeed,
        "over average children in need",
        AGENCY,
        "children-in-need");
    fill.workedOut(
        SocialWorkCost.LEAVERS_AT_BASE,
        fill.inputs().openingOf(Workforce.LEAVERS) / inNeed,
        "over average children in need",
        IN_POST,
        STARTERS,
        "children-in-need");
  }
}
