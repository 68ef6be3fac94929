package org.fundinggap.claim;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.internal.RootSearch;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;

/** Every published claim that has a path, in each of its readings. */
public final class SourceTrajectories {
  private static final FinancialYear Y2010 = FinancialYear.parse("2010-11");
  private static final FinancialYear Y2015 = FinancialYear.parse("2015-16");
  private static final FinancialYear Y2019 = FinancialYear.parse("2019-20");
  private static final FinancialYear Y2021 = FinancialYear.parse("2021-22");
  private static final FinancialYear Y2022 = FinancialYear.parse("2022-23");
  private static final FinancialYear Y2024 = FinancialYear.parse("2024-25");
  private static final FinancialYear Y2031 = FinancialYear.parse("2031-32");

  private final EvidenceBase evidence;

  private SourceTrajectories(EvidenceBase evidence) {
    this.evidence = evidence;
  }

  /**
   * The trajectories of a register.
   *
   * @param evidence the register
   * @return an object that has one method a reading
   */
  public static SourceTrajectories of(EvidenceBase evidence) {
    Objects.requireNonNull(evidence, "evidence");
    return new SourceTrajectories(evidence);
  }

  /**
   * All of them.
   *
   * @return in the order of the methods below
   */
  public List<SourceTrajectory> all() {
    return List.of(
        referralsLevelDifference(),
        referralsYearlyIncrement(),
        lga2017(),
        lga2017WithOverspend(),
        lga2023(),
        lga2023AsPlanned(),
        careReviewInCash(),
        careReviewInRealTerms(),
        london());
  }

  /**
   * Referrals: 6,470 more in 2015-16 than in 2010-11, the difference of two published totals.
   *
   * @return solved by growth of referrals
   */
  public SourceTrajectory referralsLevelDifference() {
    double start = evidence.series("referrals").at(Y2010);
    Problem problem =
        new Problem(
            "6,470 as a level difference over five years",
            "seed-extra-referrals",
            Model.of("Claimed referrals, level", ClaimedReferrals.levelDifference()),
            YearRange.inclusive(Y2010, Y2015));
    problem
        .inputs
        .opening(ClaimedReferrals.REFERRALS, start, "referrals")
        .parameter(ClaimedReferrals.START, Distribution.fixed(start), "referrals");
    return problem.solve(ClaimedReferrals.GROWTH, ClaimedReferrals.DIFFERENCE, Y2015);
  }

  /**
   * Referrals, the other reading: 6,470 more every year than in the year before.
   *
   * @return solved by referrals added every year
   */
  public SourceTrajectory referralsYearlyIncrement() {
    Problem problem =
        new Problem(
            "6,470 as a yearly increment",
            "seed-extra-referrals",
            Model.of("Claimed referrals, increment", ClaimedReferrals.yearlyIncrement()),
            YearRange.inclusive(Y2010, Y2015));
    problem
        .inputs
        .opening(ClaimedReferrals.REFERRALS, evidence.series("referrals").at(Y2010), "referrals")
        .opening(ClaimedReferrals.INCREMENT, 0, "referrals");
    return problem.solve(ClaimedReferrals.ADDED, ClaimedReferrals.INCREMENT, Y2015);
  }

  /**
   * LGA 2017: a gap of GBP 1.9bn in 2019-20, cash; funding flat in cash at what was spent net in
   * 2015-16, so the gap opens at zero.
   *
   * @return solved by growth of cost
   */
  public SourceTrajectory lga2017() {
    double net = evidence.series("spend-net").at(Y2015);
    return lga2017("GBP 1.9bn in 2019-20, gap opening at zero", net, "spend-net");
  }

  /**
   * LGA 2017, the other reading: funding is spending less the overspend of GBP 605m, so the gap
   * opens there.
   *
   * @return solved by growth of cost
   */
  public SourceTrajectory lga2017WithOverspend() {
    double overspend = evidence.figure("overspend-2015-16").value();
    double net = evidence.series("spend-net").at(Y2015);
    return lga2017(
        "GBP 1.9bn in 2019-20, gap opening at the 605m overspend",
        net - overspend,
        "spend-net",
        "overspend-2015-16");
  }

  private SourceTrajectory lga2017(String reading, double funding, String... fundingEvidence) {
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    Problem problem =
        new Problem(
            reading,
            "seed-gap-2019-20",
            Model.of("LGA 2017", money.growingCostFlatFunding()),
            YearRange.inclusive(Y2015, Y2019));
    problem
        .inputs
        .opening(money.cost(), evidence.series("spend-net").at(Y2015), "spend-net")
        .opening(money.funding(), funding, fundingEvidence);
    prices(problem, Y2015, PriceBasis.cash());
    return problem.solve(ClaimedMoney.COST_GROWTH, money.gap(), Y2019);
  }

  /**
   * LGA 2023: GBP 1.6bn a year in 2022-23 prices on the LGA's own cost of 11.4bn, both constant in
   * real terms, so the shortfall grows in cash.
   *
   * @return solved by funding as a share of cost
   */
  public SourceTrajectory lga2023() {
    PriceBasis real = PriceBasis.real(Y2022);
    ClaimedMoney money = new ClaimedMoney(real);
    Problem problem =
        new Problem(
            "GBP 1.6bn a year in 2022-23 prices",
            "seed-shortfall-real",
            Model.of("LGA 2023", money.growingCostSharedFunding()),
            YearRange.inclusive(Y2022, Y2024));
    problem
        .inputs
        .opening(
            money.cost(), evidence.figure("lga-2021-cost-2022-23").value(), "lga-2021-cost-2022-23")
        .parameter(ClaimedMoney.COST_GROWTH, Distribution.fixed(0), "seed-shortfall-real");
    prices(problem, Y2022, real);
    return problem.solve(ClaimedMoney.FUNDING_SHARE, money.gap(), Y2022);
  }

  /**
   * LGA 2023, the other reading: the estimate of autumn 2021, made before the surge of inflation.
   * Cost of 10.9bn in 2021-22 is 1.0bn more than funding, which stays flat in cash, and a year of
   * growth brings the gap to GBP 1.6bn in 2022-23.
   *
   * @return solved by growth of cost
   */
  public SourceTrajectory lga2023AsPlanned() {
    String cost = "lga-2021-cost-2021-22";
    String existing = "lga-2021-existing-pressure";
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    Problem problem =
        new Problem(
            "GBP 1.6bn in 2022-23 as planned in autumn 2021",
            "seed-shortfall-real",
            Model.of("LGA 2023, planned", money.growingCostFlatFunding()),
            YearRange.inclusive(Y2021, Y2024));
    double opening = evidence.figure(cost).value();
    problem
        .inputs
        .opening(money.cost(), opening, cost)
        .opening(money.funding(), opening - evidence.figure(existing).value(), cost, existing);
    prices(problem, Y2021, PriceBasis.cash());
    return problem.solve(ClaimedMoney.COST_GROWTH, money.gap(), Y2022);
  }

  /**
   * Care Review 2022: GBP 10bn to 15bn from 2021-22 to 2031-32 without reform, taken as cash.
   *
   * @return solved by growth of cost
   */
  public SourceTrajectory careReviewInCash() {
    return careReview("GBP 15bn in 2031-32, taken as cash", PriceBasis.cash());
  }

  /**
   * Care Review 2022, the other reading: both amounts in 2021-22 prices.
   *
   * @return solved by growth of cost
   */
  public SourceTrajectory careReviewInRealTerms() {
    return careReview("GBP 15bn in 2031-32, taken as 2021-22 prices", PriceBasis.real(Y2021));
  }

  private SourceTrajectory careReview(String reading, PriceBasis basis) {
    ClaimedMoney money = new ClaimedMoney(basis);
    Problem problem =
        new Problem(
            reading,
            "seed-cost-in-ten-years",
            Model.of("Care Review 2022", money.growingCostSharedFunding()),
            YearRange.inclusive(Y2021, Y2031));
    problem
        .inputs
        .opening(money.cost(), evidence.figure("seed-cost-now").value(), "seed-cost-now")
        .parameter(ClaimedMoney.FUNDING_SHARE, Distribution.fixed(1), "seed-cost-in-ten-years");
    prices(problem, Y2021, basis);
    return problem.solve(ClaimedMoney.COST_GROWTH, money.cost(), Y2031);
  }

  /**
   * London: an overspend of about GBP 200m a year on the boroughs' budgets of 2022-23, for which
   * the geometric mean of those published for the years before and after stands.
   *
   * @return solved by overspend as a share of budget
   */
  public SourceTrajectory london() {
    String before = "london-budget-2021-22";
    String after = "london-budget-2023-24";
    double budget = Math.sqrt(evidence.figure(before).value() * evidence.figure(after).value());
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    Problem problem =
        new Problem(
            "GBP 200m a year, London boroughs",
            "seed-london-overspend",
            Model.of("London Councils 2023", money.overspentBudget()),
            YearRange.inclusive(Y2022, Y2022));
    problem.inputs.opening(money.funding(), budget, before, after);
    prices(problem, Y2022, PriceBasis.cash());
    return problem.solve(ClaimedMoney.OVERSPEND_RATE, money.gap(), Y2022);
  }

  private void prices(Problem problem, FinancialYear base, PriceBasis basis) {
    Deflator deflator = Deflators.latest(evidence);
    TreeMap<FinancialYear, Double> prices = new TreeMap<>();
    for (FinancialYear year : problem.years.years()) {
      boolean cash = basis instanceof PriceBasis.Cash;
      prices.put(year, cash ? 1.0 : deflator.index(year) / deflator.index(base));
    }
    problem.inputs.schedule(
        ClaimedMoney.PRICES, prices, "gdp-deflator", "cpi-inflation", "inflation-long-run");
  }

  /** A model, its known numbers, and the figure that its one free parameter must hit. */
  private final class Problem {
    private final String reading;
    private final Figure claim;
    private final YearRange years;
    private final InputsBuilder inputs;

    Problem(String reading, String figureId, Model model, YearRange years) {
      this.reading = reading;
      this.claim = evidence.figure(figureId);
      this.years = years;
      this.inputs = Inputs.builder(model, years);
    }

    SourceTrajectory solve(Parameter free, Variable output, FinancialYear year) {
      double solved =
          RootSearch.solve(
              free.label() + " of \"" + reading + "\"",
              candidate -> CentralPath.of(with(free, candidate)).at(output, year),
              claim.value(),
              free.lower(),
              free.upper());
      Scenario scenario = new Scenario(reading, claim.label() + ": " + reading, with(free, solved));
      return new SourceTrajectory(reading, claim, scenario, output, year, free, solved);
    }

    private Inputs with(Parameter free, double value) {
      return inputs.parameter(free, Distribution.fixed(value), claim.id()).build();
    }
  }

  /** The register that the claims are from. */
  @Override
  public String toString() {
    return "Trajectories of published claims; " + evidence;
  }
}
