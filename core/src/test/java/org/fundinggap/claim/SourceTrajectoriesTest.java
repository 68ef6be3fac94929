package org.fundinggap.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.ChangedRegister;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where each trajectory starts, on which scope, how far it runs, and what it solves for. */
class SourceTrajectoriesTest {
  private static final double EXACT = 1e-9;

  private static EvidenceBase evidence;
  private static SourceTrajectories trajectories;

  @BeforeAll
  static void load() {
    evidence = EvidenceBase.load();
    trajectories = SourceTrajectories.of(evidence);
  }

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  /** Growth a year that leads from one amount to another, without the library. */
  private static double growth(double from, double to, int years) {
    return StrictMath.pow(to / from, 1.0 / years) - 1;
  }

  private static void assertRuns(SourceTrajectory trajectory, String first, String last) {
    assertEquals(year(first), trajectory.scenario().inputs().years().first());
    assertEquals(year(last), trajectory.scenario().inputs().years().last());
  }

  private static void assertRestsOn(SourceTrajectory trajectory, String... ids) {
    Set<String> used = trajectory.scenario().inputs().evidence();
    assertTrue(used.containsAll(List.of(ids)), () -> used + " must hold " + List.of(ids));
  }

  @Test
  @DisplayName("there are nine, in the order of the documents, each with a reading of its own")
  void everyReadingIsThere() {
    assertEquals(
        List.of(
            "seed-extra-referrals",
            "seed-extra-referrals",
            "seed-gap-2019-20",
            "seed-gap-2019-20",
            "seed-shortfall-real",
            "seed-shortfall-real",
            "seed-cost-in-ten-years",
            "seed-cost-in-ten-years",
            "seed-london-overspend"),
        trajectories.all().stream().map(t -> t.claim().id()).toList());
    assertEquals(9, trajectories.all().stream().map(SourceTrajectory::reading).distinct().count());
  }

  @Test
  @DisplayName("each hits its figure, in the simulation as on the central path, without chance")
  void everyFigureIsHit() {
    for (SourceTrajectory trajectory : trajectories.all()) {
      double claim = trajectory.claim().value();
      assertEquals(claim, trajectory.reproduced(), EXACT, trajectory::reading);
      Draws draws =
          Simulation.of(trajectory.scenario())
              .run(Settings.of(7, 3))
              .outcome(trajectory.output())
              .in(trajectory.year());
      assertEquals(claim, draws.quantile(0), EXACT, trajectory::reading);
      assertEquals(claim, draws.quantile(1), EXACT, trajectory::reading);
    }
  }

  @Test
  @DisplayName("the solved number rests on the claim, and the text says both")
  void solvedParameterNamesItsClaim() {
    for (SourceTrajectory trajectory : trajectories.all()) {
      assertEquals(
          List.of(trajectory.claim().id()),
          trajectory.scenario().inputs().evidence(trajectory.free()));
      assertEquals(
          trajectory.solved(),
          trajectory.scenario().inputs().distribution(trajectory.free()).mean());
      assertTrue(trajectory.toString().startsWith(trajectory.reading() + ": "));
    }
    assertEquals(
        "GBP 1.9bn in 2019-20, gap opening at zero: growth of cost = 0.05293269 per year",
        trajectories.lga2017().toString());
  }

  @Test
  void referralsGrowFrom615000_whenReadAsALevelDifference() {
    SourceTrajectory level = trajectories.referralsLevelDifference();
    assertRuns(level, "2010-11", "2015-16");
    assertRestsOn(level, "referrals");
    assertEquals(615_000, level.at(ClaimedReferrals.REFERRALS, year("2010-11")));
    assertEquals(621_470, level.at(ClaimedReferrals.REFERRALS, year("2015-16")), EXACT);
    assertEquals(0.0020953, level.solved(), 0.00000005);
    assertEquals(growth(615_000, 621_470, 5), level.solved(), 1e-14);
  }

  @Test
  void referralsReach647350_whenReadAsAYearlyIncrement() {
    SourceTrajectory increment = trajectories.referralsYearlyIncrement();
    assertRuns(increment, "2010-11", "2015-16");
    for (int t = 0; t <= 5; t++) {
      assertEquals(
          615_000 + 6470 * t,
          increment.at(ClaimedReferrals.REFERRALS, year("2010-11").plus(t)),
          EXACT);
    }
    assertEquals(647_350, increment.at(ClaimedReferrals.REFERRALS, year("2015-16")), EXACT);
    assertEquals(6470, increment.solved(), EXACT);
  }

  @Test
  void lga2017OpensAtNilOrAtTheOverspend() {
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    double net = evidence.series("spend-net").at(year("2015-16"));
    assertEquals(8292, net, 0.5);
    for (SourceTrajectory trajectory :
        List.of(trajectories.lga2017(), trajectories.lga2017WithOverspend())) {
      assertRuns(trajectory, "2015-16", "2019-20");
      assertEquals(money.gap(), trajectory.output());
      assertEquals(net, trajectory.at(money.cost(), year("2015-16")));
    }
    SourceTrajectory zero = trajectories.lga2017();
    assertEquals(0, zero.at(money.gap(), year("2015-16")));
    assertEquals(growth(net, net + 1900, 4), zero.solved(), 1e-14);
    assertEquals(0.05293, zero.solved(), 0.000005);
    SourceTrajectory overspent = trajectories.lga2017WithOverspend();
    assertEquals(605, overspent.at(money.gap(), year("2015-16")), EXACT);
    assertEquals(growth(net, net - 605 + 1900, 4), overspent.solved(), 1e-14);
    assertEquals(0.03695, overspent.solved(), 0.000005);
    assertRestsOn(overspent, "spend-net", "overspend-2015-16");
  }

  @Test
  void lga2017FundingIsFlatInCash() {
    Variable funding = new ClaimedMoney(PriceBasis.cash()).funding();
    SourceTrajectory zero = trajectories.lga2017();
    assertEquals(zero.at(funding, year("2015-16")), zero.at(funding, year("2019-20")));
  }

  @Test
  void lga2023IsConstantInItsPricesAndGrowsInCash() {
    SourceTrajectory lga = trajectories.lga2023();
    assertRuns(lga, "2022-23", "2024-25");
    ClaimedMoney money = new ClaimedMoney(PriceBasis.real(year("2022-23")));
    assertEquals(money.gap(), lga.output());
    assertEquals(11_400, lga.at(money.cost(), year("2022-23")));
    assertEquals(1 - 1600.0 / 11_400, lga.solved(), 1e-14);
    assertEquals(0.8596, lga.solved(), 0.00005);
    Deflator deflator = Deflators.latest(evidence);
    for (FinancialYear y : lga.scenario().inputs().years().years()) {
      double prices = deflator.index(y) / deflator.index(year("2022-23"));
      assertEquals(1600, lga.at(money.gap(), y), EXACT);
      assertEquals(1600 * prices, lga.at(money.gapInCash(), y), EXACT);
    }
    assertEquals(1756, lga.at(money.gapInCash(), year("2024-25")), 1);
  }

  @Test
  @DisplayName("LGA 2023 as planned: 1.0bn, a year of growth, near 2.7bn in 2024-25")
  void lga2023AsPlannedGrowsInCash() {
    SourceTrajectory lga = trajectories.lga2023AsPlanned();
    assertRuns(lga, "2021-22", "2024-25");
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    assertEquals(money.gap(), lga.output());
    assertEquals(1000, lga.at(money.gap(), year("2021-22")), EXACT);
    assertEquals(600 / 10_900.0, lga.solved(), 1e-14);
    assertEquals(11_500, lga.at(money.cost(), year("2022-23")), EXACT);
    assertEquals(9_900, lga.at(money.funding(), year("2024-25")), EXACT);
    double said = evidence.figure("lga-2021-extra-2024-25").value();
    assertEquals(said, lga.at(money.gapInCash(), year("2024-25")), 0.1 * said);
    assertRestsOn(lga, "lga-2021-cost-2021-22", "lga-2021-existing-pressure");
  }

  @Test
  void careReviewGoesFrom10To15BillionInItsPrices() {
    FinancialYear first = year("2021-22");
    FinancialYear last = year("2031-32");
    ClaimedMoney cash = new ClaimedMoney(PriceBasis.cash());
    ClaimedMoney real = new ClaimedMoney(PriceBasis.real(first));
    SourceTrajectory inCash = trajectories.careReviewInCash();
    SourceTrajectory inReal = trajectories.careReviewInRealTerms();
    for (SourceTrajectory trajectory : List.of(inCash, inReal)) {
      assertRuns(trajectory, "2021-22", "2031-32");
      assertEquals(growth(10_000, 15_000, 10), trajectory.solved(), 1e-14);
      assertEquals(0.04138, trajectory.solved(), 0.000005);
    }
    assertEquals(10_000, inCash.at(cash.cost(), first));
    assertEquals(15_000, inCash.at(cash.costInCash(), last), EXACT);
    assertEquals(0, inCash.at(cash.gap(), last), EXACT);
    Deflator deflator = Deflators.latest(evidence);
    assertEquals(
        15_000 * deflator.index(last) / deflator.index(first),
        inReal.at(real.costInCash(), last),
        1e-6);
    assertTrue(inReal.at(real.costInCash(), last) > 18_000, "prices rise a quarter in ten years");
  }

  @Test
  void londonIsAShareOfTheBoroughsBudget() {
    SourceTrajectory london = trajectories.london();
    assertRuns(london, "2022-23", "2022-23");
    assertEquals("E12000007", london.claim().area());
    ClaimedMoney money = new ClaimedMoney(PriceBasis.cash());
    double budget = Math.sqrt(1828 * 2116.901);
    assertEquals(budget, london.at(money.funding(), year("2022-23")), EXACT);
    assertEquals(budget + 200, london.at(money.cost(), year("2022-23")), EXACT);
    assertEquals(200 / budget, london.solved(), 1e-14);
    assertEquals(0.10167, london.solved(), 0.000005);
    assertRestsOn(london, "london-budget-2021-22", "london-budget-2023-24");
  }

  @Test
  @DisplayName("a claim in thousands where millions belong is refused by name, value and bounds")
  void claimIsRefused_whenOutOfReach(@TempDir Path directory) {
    ChangedRegister register =
        ChangedRegister.in(directory)
            .replace(
                "figures.csv",
                "funding gap by 2020,1900,,,,GBP",
                "funding gap by 2020,1900000,,,,GBP")
            .replace(
                "figures.csv",
                "\"a yearly gap in one target year,",
                "\"as-is: a test, in one year,");
    SourceTrajectories far = SourceTrajectories.of(register.load());
    var refusal = assertThrows(IllegalArgumentException.class, far::lga2017);
    String message = Objects.requireNonNull(refusal.getMessage());
    assertTrue(
        message.startsWith(
            "growth of cost of \"GBP 1.9bn in 2019-20, gap opening at zero\" must reach 1900000.0"
                + " in [-0.5, 0.5], reached only -77"),
        message);
    assertTrue(message.contains(" to 336"), message);
    assertTrue(message.endsWith("; check the figures it starts from"), message);
  }
}
