package org.fundinggap.claim;

import java.util.List;
import java.util.Locale;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Every claim of the source documents, checked.
 *
 * <p>The calibrated model of a past base year uses figures up to that year alone, but their latest
 * revisions, and priors and placement rates of today: it says where a claim lies in what the model
 * would have said, and is no score of forecasting.
 */
public final class SourceChecks {
  private static final FinancialYear Y2010 = FinancialYear.parse("2010-11");
  private static final FinancialYear Y2015 = FinancialYear.parse("2015-16");
  private static final FinancialYear Y2019 = FinancialYear.parse("2019-20");
  private static final FinancialYear Y2021 = FinancialYear.parse("2021-22");
  private static final FinancialYear Y2022 = FinancialYear.parse("2022-23");
  private static final FinancialYear Y2024 = FinancialYear.parse("2024-25");
  private static final FinancialYear Y2031 = FinancialYear.parse("2031-32");
  private static final String OPENING_AT_NIL = "gap opening at zero";
  private static final String OPENING_AT_OVERSPEND = "gap opening at the overspend";

  private final EvidenceBase evidence;
  private final Settings settings;
  private final SourceTrajectories trajectories;
  private final Deflator deflator;
  private final Projection from2015;
  private final Projection from2021;

  private SourceChecks(EvidenceBase evidence, Settings settings) {
    this.evidence = evidence;
    this.settings = settings;
    this.trajectories = SourceTrajectories.of(evidence);
    this.deflator = Deflators.latest(evidence);
    this.from2015 = from2015();
    Baseline baseline = Baseline.england(evidence, Y2021);
    this.from2021 =
        Simulation.of(
                baseline.with(FundingRule.REAL_FLAT),
                baseline.to(Y2022).with(FundingRule.FOLLOWS_OUTTURN),
                baseline.to(Y2022).with(FundingRule.CASH_FLAT))
            .keeping(
                Cost.NEED,
                Funding.FUNDING,
                Gap.STAND_STILL.cash(),
                Gap.BUDGET.cash(),
                Inflation.DEFLATOR)
            .run(settings);
  }

  /**
   * Checks every claim.
   *
   * @param evidence the register
   * @param settings seed and number of draws of the calibrated model
   * @return one check a claim and reading, in the order of the documents
   */
  public static List<SourceCheck> run(EvidenceBase evidence, Settings settings) {
    SourceChecks checks = new SourceChecks(evidence, settings);
    return List.of(
        checks.referrals(),
        checks.referralsOtherReading(),
        checks.enquiries(),
        checks.plans(),
        checks.lga2017(),
        checks.lga2017WithOverspend(),
        checks.lga2023(),
        checks.lga2023AsPlanned(),
        checks.london(),
        checks.careReviewInCash(),
        checks.careReviewInRealTerms(),
        checks.context("seed-managers-finding-harder", "a survey: nothing to project"),
        checks.context("seed-child-homicide-change", "an outcome that the model does not hold"),
        checks.context("seed-pathfinders", "a programme of two years in up to 12 areas: a policy"),
        checks.context("seed-apprentices", "a policy on the workforce: an input, not an outcome"),
        checks.context("seed-family-help-shift", "a reallocation in steady state: a policy"));
  }

  private SourceCheck referrals() {
    SourceTrajectory trajectory = trajectories.referralsLevelDifference();
    Series referrals = evidence.series("referrals");
    double start = referrals.at(Y2010);
    Scenario scenario = Baseline.referrals(evidence, YearRange.inclusive(Y2010, Y2015));
    Draws later =
        Simulation.of(scenario)
            .keeping(Referrals.REFERRALS)
            .run(settings)
            .outcome(Referrals.REFERRALS)
            .in(Y2015);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of(
            "referrals of 2015-16 less those of 2010-11, model from 2010-11", later.plus(-start)),
        List.of(ClaimReading.of("615,000 to 621,470", referrals.at(Y2015) - start)),
        "A difference between two years: in between referrals fell to 593,470 and rose to 657,780."
            + " The first total is recalled, rounded to 100.");
  }

  private SourceCheck referralsOtherReading() {
    SourceTrajectory trajectory = trajectories.referralsYearlyIncrement();
    double start = evidence.series("referrals").at(Y2010);
    double mean = (evidence.series("referrals").at(Y2015) - start) / Y2010.yearsUntil(Y2015);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.none("not the claim's meaning: kept for whoever asks for it by name"),
        List.of(ClaimReading.of("mean yearly change, 2010-11 to 2015-16", mean)),
        "Read so, referrals would have been 647,350 in 2015-16; they were 621,470.");
  }

  private SourceCheck enquiries() {
    double start = evidence.figure("section-47-2005-06").value();
    Series enquiries = evidence.series("section-47-enquiries");
    return new SourceCheck(
        evidence.figure("seed-section-47-growth"),
        "growth over a decade, nearest published pair",
        ClaimReading.of(
            "71,800 in 2005-06 to 160,150 in 2014-15", enquiries.at(y("2014-15")) / start - 1),
        ClaimReading.none("the series of the model starts in 2009-10"),
        List.of(
            ClaimReading.of("2005-06 to 2014-15", enquiries.at(y("2014-15")) / start - 1),
            ClaimReading.of("2005-06 to 2015-16", enquiries.at(Y2015) / start - 1)),
        "No published pair gives 124%: the nearest is 0.95 points below; a year later it is 140%.");
  }

  private SourceCheck plans() {
    double start = evidence.figure("seed-plans-2006").value();
    double end = evidence.series("plans").at(Y2015);
    return new SourceCheck(
        evidence.figure("seed-plans-increase"),
        "26,400 in 2006 to more than 50,000 in 2016",
        ClaimReading.of("26,400 to 50,310", end - start),
        ClaimReading.none("crosses the break of 2010, which the model does not"),
        List.of(ClaimReading.of("26,400 to 50,310", end - start)),
        "The return changed in 2010: the two stocks are not on one basis.");
  }

  private SourceCheck lga2017() {
    return lga2017(trajectories.lga2017(), OPENING_AT_NIL, openingAtZero());
  }

  private SourceCheck lga2017WithOverspend() {
    return lga2017(
        trajectories.lga2017WithOverspend(),
        OPENING_AT_OVERSPEND,
        Baseline.england(evidence, Y2015));
  }

  private Baseline openingAtZero() {
    Money spent = Money.ofMillions(evidence.series("spend-net").at(Y2015), PriceBasis.cash());
    return Baseline.england(evidence, Y2015).withFunding(spent, "spend-net");
  }

  /** Both readings in one run: demand and cost are the same. */
  private Projection from2015() {
    return Simulation.of(
            cashFlat(OPENING_AT_NIL, openingAtZero()),
            cashFlat(OPENING_AT_OVERSPEND, Baseline.england(evidence, Y2015)))
        .keeping(Gap.STAND_STILL.cash())
        .run(settings);
  }

  private static Scenario cashFlat(String name, Baseline baseline) {
    Scenario scenario = baseline.to(Y2019).with(FundingRule.CASH_FLAT);
    return scenario.named(name);
  }

  private SourceCheck lga2017(SourceTrajectory trajectory, String opening, Baseline baseline) {
    Draws gap = from2015.outcome(opening, Gap.STAND_STILL.cash()).in(Y2019);
    Series gross = evidence.series("spend-gross");
    double outturnNeed = evidence.series("spend-net").at(Y2015) * (1 + gross.growth(Y2015, Y2019));
    double funding = baseline.baseFunding().millions();
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of("stand-still gap, cash-flat funding, model from 2015-16", gap),
        List.of(
            ClaimReading.of(
                "same rule on spending (section 251 net of 2015-16, grown as gross did)",
                outturnNeed - funding),
            ClaimReading.of(
                "published overspend, 2017-18", evidence.figure("overspend-2017-18").value())),
        "A gap has no outturn: it stands beside the same rule on what was spent, and beside the"
            + " published overspend. Cost is on the section 251 net basis, overspends are of"
            + " children's social care alone."
            + overspendSource(trajectory));
  }

  /** The opening overspend, where a reading starts from it, has a source of its own. */
  private String overspendSource(SourceTrajectory trajectory) {
    Figure overspend = evidence.figure("overspend-2015-16");
    return trajectory.scenario().inputs().evidence().contains(overspend.id())
        ? " The 605m: "
            + overspend.provenance().citation()
            + "; "
            + overspend.provenance().note()
            + "."
        : "";
  }

  private SourceCheck lga2023() {
    SourceTrajectory trajectory = trajectories.lga2023();
    double share = trajectory.solved();
    Draws gap = from2021.outcome(FundingRule.REAL_FLAT.label(), Gap.STAND_STILL.cash()).in(Y2022);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of("stand-still gap of 2022-23, real-flat funding, model from 2021-22", gap),
        List.of(
            ClaimReading.of(
                "same share of outturn spending (revenue outturn net)",
                evidence.series("ro-net").at(Y2022) * (1 - share)),
            ClaimReading.of(
                "outturn less budget, 2021-22", evidence.figure("overspend-2021-22").value()),
            ClaimReading.of(
                "outturn less budget, 2023-24, 146 authorities",
                evidence.figure("overspend-2023-24").value())),
        "In 2022-23 prices, before the inflation of the time: GBP 1.6bn is "
            + billions(1600 * deflator.index(Y2024) / deflator.index(Y2022))
            + " in cash in 2024-25.");
  }

  private SourceCheck lga2023AsPlanned() {
    SourceTrajectory trajectory = trajectories.lga2023AsPlanned();
    double budget = evidence.series("ra-budget-net").at(Y2022);
    double mean = evidence.figure("lga-2025-overspend-mean").value();
    Draws gap = from2021.outcome(FundingRule.CASH_FLAT.label(), Gap.STAND_STILL.cash()).in(Y2022);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of("stand-still gap of 2022-23, cash-flat funding, model from 2021-22", gap),
        List.of(
            ClaimReading.of(
                "outturn less budget, 2022-23", evidence.series("ro-net").at(Y2022) - budget),
            ClaimReading.of("the LGA's mean overspend of 2022-23 to 2024-25", mean * budget)),
        "1.0bn existing and 0.6bn for a year of growth, before the surge of inflation. In 2024-25"
            + " the path comes to "
            + billions(trajectory.at(trajectory.output(), Y2024))
            + "; the LGA said 2.7bn.");
  }

  private SourceCheck london() {
    SourceTrajectory trajectory = trajectories.london();
    String rule = FundingRule.FOLLOWS_OUTTURN.label();
    double budget =
        Math.sqrt(
            evidence.figure("london-budget-2021-22").value()
                * evidence.figure("london-budget-2023-24").value());
    Draws overspend =
        from2021
            .outcome(rule, Gap.BUDGET.cash())
            .in(Y2022)
            .combine(
                from2021.outcome(rule, Funding.FUNDING).in(Y2022), (gap, funding) -> gap / funding)
            .times(budget);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of(
            "England's budget gap over budget in 2022-23, model from 2021-22, on London's budget",
            overspend),
        List.of(
            ClaimReading.of(
                "computed, 2021-22, 33 boroughs",
                evidence.figure("london-overspend-2021-22").value()),
            ClaimReading.of(
                "computed, 2023-24, 32 boroughs",
                evidence.figure("london-overspend-2023-24").value())),
        "No area is modelled yet: England's rate stands in for London's.");
  }

  private SourceCheck careReviewInCash() {
    Draws need = from2021.outcome(FundingRule.REAL_FLAT.label(), Cost.NEED).in(Y2031);
    return careReview(trajectories.careReviewInCash(), need, 1);
  }

  private SourceCheck careReviewInRealTerms() {
    String rule = FundingRule.REAL_FLAT.label();
    // Each draw has prices of its own: it is deflated by them, not by the published deflator.
    Draws need =
        from2021
            .outcome(rule, Cost.NEED)
            .in(Y2031)
            .combine(
                from2021.outcome(rule, Inflation.DEFLATOR).in(Y2031),
                (cash, deflated) -> cash / deflated);
    return careReview(
        trajectories.careReviewInRealTerms(), need, deflator.index(Y2021) / deflator.index(Y2024));
  }

  private SourceCheck careReview(SourceTrajectory trajectory, Draws need, double pricesOf2024) {
    double scope = evidence.figure("seed-cost-now").value() / evidence.series("ro-net").at(Y2021);
    double now = evidence.series("ro-net").at(Y2024) * scope * pricesOf2024;
    double path = trajectory.at(trajectory.output(), Y2024);
    return new SourceCheck(
        trajectory.claim(),
        trajectory.reading(),
        reproduced(trajectory),
        ClaimReading.of(
            "need in 2031-32 on the Review's scope, model from 2021-22", need.times(scope)),
        List.of(),
        String.format(
            Locale.ROOT,
            "The year has not passed. On the Review's scope (%.3f of revenue outturn net) 2024-25"
                + " came to %s against %s on the claim's path: %+.1f%%.",
            scope,
            billions(now),
            billions(path),
            100 * (now / path - 1)));
  }

  private SourceCheck context(String figureId, String why) {
    Figure figure = evidence.figure(figureId);
    return new SourceCheck(
        figure,
        "context",
        ClaimReading.none(why),
        ClaimReading.none("nothing to project"),
        List.of(),
        figure.provenance().note());
  }

  private static ClaimReading reproduced(SourceTrajectory trajectory) {
    return ClaimReading.of(trajectory.toString(), trajectory.reproduced());
  }

  private static FinancialYear y(String text) {
    return FinancialYear.parse(text);
  }

  private static String billions(double millions) {
    return String.format(Locale.ROOT, "GBP %.2fbn", millions / 1000);
  }
}
