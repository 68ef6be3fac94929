package org.fundinggap.claim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every check against arithmetic on the published figures that owes nothing to the library. */
class SourceChecksTest {
  private static final Settings SETTINGS = Settings.of(2025, 1500);
  private static final double EXACT = 1e-9;

  private static EvidenceBase evidence;
  private static List<SourceCheck> checks;

  @BeforeAll
  static void run() {
    evidence = EvidenceBase.load();
    checks = SourceChecks.run(evidence, SETTINGS);
  }

  private static SourceCheck check(String reading) {
    return checks.stream().filter(c -> c.reading().contains(reading)).findFirst().orElseThrow();
  }

  private static List<Double> outturns(SourceCheck check) {
    return check.outturns().stream().map(ClaimReading::value).toList();
  }

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  @Test
  void trajectoriesHitTheirFigures() {
    List<SourceCheck> solved =
        checks.stream().filter(c -> c.reproduction().what().startsWith(c.reading())).toList();
    assertEquals(9, solved.size());
    for (SourceCheck check : solved) {
      assertEquals(
          check.claim().value(), check.reproduction().value(), EXACT, () -> check.reading());
    }
  }

  @Test
  void reproductionsNameTheirParameterAndItsValue() {
    List<String> wanted =
        List.of(
            "6,470 as a level difference over five years: growth of referrals = 0.002095266",
            "6,470 as a yearly increment: referrals added every year = 6470.000",
            "opening at zero: growth of cost = 0.05293",
            "opening at the 605m overspend: growth of cost = 0.03694",
            "in 2022-23 prices: funding over cost = 0.8596",
            "taken as cash: growth of cost = 0.04137",
            "taken as 2021-22 prices: growth of cost = 0.04137",
            "London boroughs: overspend over budget = 0.10166");
    for (String text : wanted) {
      assertEquals(
          1, checks.stream().filter(c -> c.reproduction().what().contains(text)).count(), text);
    }
  }

  @Test
  void referralsAreReadAsALevelDifferenceAndAsAnIncrement() {
    SourceCheck level = check("6,470 as a level difference");
    assertEquals(List.of(621_470.0 - 615_000), outturns(level));
    assertEquals(0, level.error(), EXACT);
    assertTrue(level.note().contains("fell to 593,470 and rose to 657,780"));

    SourceCheck increment = check("6,470 as a yearly increment");
    assertEquals(List.of(1294.0), outturns(increment));
    assertEquals(4, increment.error(), EXACT);
    assertTrue(increment.note().contains("would have been 647,350 in 2015-16; they were 621,470"));
    assertFalse(increment.calibrated().hasValue());
  }

  @Test
  void enquiriesNameBothPublishedPairs() {
    SourceCheck check = check("nearest published pair");
    assertEquals(1.2305, check.reproduction().value(), 0.00005);
    assertEquals(160_150.0 / 71_800 - 1, outturns(check).get(0), EXACT);
    assertEquals(1.40, outturns(check).get(1), 0.005);
    assertEquals(
        evidence.figure("lga-2017-section-47-growth").value(), outturns(check).get(1), 0.005);
    assertEquals(1.24 / (160_150.0 / 71_800 - 1) - 1, check.error(), EXACT);
  }

  @Test
  void plansAreTheTwoStocks() {
    SourceCheck check = check("26,400 in 2006");
    assertEquals(50_310 - 26_400, check.reproduction().value(), EXACT);
    assertEquals(List.of(23_910.0), outturns(check));
    assertEquals(23_000.0 / 23_910 - 1, check.error(), EXACT);
    assertTrue(check.note().contains("not on one basis"));
    assertEquals(50_000, evidence.figure("seed-plans-2016").value());
  }

  @Test
  void lga2017StandsBesideTheSameRuleAndThePublishedOverspend() {
    SourceCheck zero = check("opening at zero");
    assertEquals(1397, outturns(zero).get(0), 0.5);
    assertEquals(0.36, zero.error(), 0.005);
    SourceCheck overspent = check("opening at the 605m overspend");
    assertEquals(1397 + 605, outturns(overspent).get(0), 0.5);
    assertEquals(-0.05, overspent.error(), 0.005);
    for (SourceCheck check : List.of(zero, overspent)) {
      assertEquals(872, outturns(check).get(1));
      assertTrue(check.outturns().get(0).what().contains("same rule"));
      assertTrue(check.outturns().get(1).what().contains("published overspend, 2017-18"));
    }
  }

  @Test
  void lga2017ModelsDifferByTheOverspendInEveryDraw() {
    double[] zero = draws(check("opening at zero")).values();
    double[] overspent = draws(check("opening at the 605m overspend")).plus(-605).values();
    assertArrayEquals(zero, overspent, 1e-6);
  }

  @Test
  void lga2023StandsBesideBothOverspends() {
    SourceCheck check = check("GBP 1.6bn a year");
    assertEquals(12_834 * 1600.0 / 11_400, outturns(check).get(0), 1e-6);
    assertEquals(List.of(886.0, 1833.944), outturns(check).subList(1, 3));
    assertEquals(1600 / (12_834 * 1600.0 / 11_400) - 1, check.error(), EXACT);
    assertTrue(check.note().contains("GBP 1.76bn in cash in 2024-25"), check.note());
  }

  @Test
  void lga2023AsPlannedStandsBesideTheOverspendOfItsYear() {
    SourceCheck check = check("GBP 1.6bn in 2022-23 as planned");
    assertEquals(12_834 - 11_200, outturns(check).get(0), EXACT);
    assertEquals(0.142 * 11_200, outturns(check).get(1), EXACT);
    assertTrue(check.note().contains("the path comes to GBP 2.90bn"), check.note());
  }

  @Test
  void londonStandsBesideBothComputedOverspends() {
    SourceCheck check = check("London boroughs");
    assertEquals(List.of(170.0, 274.766), outturns(check));
    assertEquals(200.0 / 170 - 1, check.error(), EXACT);
    FinancialYear year = year("2022-23");
    String rule = FundingRule.FOLLOWS_OUTTURN.label();
    Projection england =
        Simulation.of(Baseline.england(evidence, year("2021-22")).with(FundingRule.FOLLOWS_OUTTURN))
            .keeping(Gap.BUDGET.cash(), Funding.FUNDING)
            .run(SETTINGS);
    double[] gap = england.outcome(rule, Gap.BUDGET.cash()).in(year).values();
    double[] budget = england.outcome(rule, Funding.FUNDING).in(year).values();
    double[] expected = new double[gap.length];
    for (int i = 0; i < gap.length; i++) {
      expected[i] = gap[i] / budget[i] * Math.sqrt(1828 * 2116.901);
    }
    assertArrayEquals(expected, draws(check).values(), 1e-6);
  }

  @Test
  void careReviewSaysHowFarItsPathIsBehind() {
    SourceCheck cash = check("taken as cash");
    double path = 10_000 * StrictMath.pow(1.5, 0.3);
    assertEquals(0.222, 15_556 * 10_000.0 / 11_270 / path - 1, 0.0005);
    assertTrue(cash.note().contains("GBP 13.80bn against GBP 11.29bn"), cash.note());
    assertTrue(cash.note().contains("+22.2%"), cash.note());
    SourceCheck real = check("taken as 2021-22 prices");
    assertTrue(real.note().contains("GBP 11.89bn against GBP 11.29bn"), real.note());
    assertTrue(real.note().contains("+5.3%"), real.note());
    for (SourceCheck check : List.of(cash, real)) {
      assertEquals(List.of(), check.outturns());
      assertEquals(Double.NaN, check.error());
    }
  }

  @Test
  void careReviewDeflatesEveryDrawByItsOwnPrices() {
    FinancialYear year = year("2031-32");
    Projection model =
        Simulation.of(Baseline.england(evidence, year("2021-22")).with(FundingRule.REAL_FLAT))
            .keeping(Cost.NEED, Inflation.DEFLATOR)
            .run(SETTINGS);
    double[] need = model.outcome(Cost.NEED).in(year).values();
    double[] deflator = model.outcome(Inflation.DEFLATOR).in(year).values();
    double[] cash = draws(check("taken as cash")).values();
    double[] real = draws(check("taken as 2021-22 prices")).values();
    for (int i = 0; i < need.length; i++) {
      assertEquals(need[i] * 10_000 / 11_270, cash[i], 1e-6);
      assertEquals(cash[i] / deflator[i], real[i], 1e-6);
    }
    assertTrue(Arrays.stream(deflator).distinct().count() > 1000, "every draw has its own prices");
  }

  @Test
  void referralsModelSeesNothingAfterItsStart() {
    SourceCheck check = check("6,470 as a level difference");
    YearRange years = YearRange.inclusive(year("2010-11"), year("2015-16"));
    Draws model =
        Simulation.of(Baseline.referrals(evidence, years))
            .run(SETTINGS)
            .outcome(Referrals.REFERRALS)
            .in(years.last());
    assertArrayEquals(model.plus(-615_000).values(), draws(check).values(), 1e-6);
    List<String> used =
        checks.stream().map(SourceCheck::calibrated).map(ClaimReading::what).distinct().toList();
    assertTrue(used.contains("referrals of 2015-16 less those of 2010-11, model from 2010-11"));
  }

  @Test
  void shareOfDrawsBelowIsCounted() {
    long modelled = 0;
    for (SourceCheck check : checks) {
      if (check.calibrated().hasValue()) {
        double[] values = draws(check).values();
        long below = Arrays.stream(values).filter(v -> v <= check.claim().value()).count();
        assertEquals((double) below / values.length, check.shareOfDrawsBelow(), 1e-12);
        assertEquals(SETTINGS.draws(), values.length);
        modelled++;
      } else {
        assertEquals(Double.NaN, check.shareOfDrawsBelow());
      }
    }
    assertEquals(8, modelled);
  }

  @Test
  void claimsLieInsideTheirModelsRange() {
    // Not a test of the claims: a model that puts one outside all its draws is not about the same
    // thing, in scope, unit or year.
    for (SourceCheck check : checks) {
      double share = check.shareOfDrawsBelow();
      assertTrue(Double.isNaN(share) || (share > 0.01 && share < 0.995), check.reading());
    }
  }

  @Test
  void checksAreTheSameEveryTime() {
    List<SourceCheck> again = SourceChecks.run(evidence, SETTINGS);
    for (int i = 0; i < checks.size(); i++) {
      assertEquals(checks.get(i).note(), again.get(i).note());
      assertEquals(checks.get(i).calibrated().value(), again.get(i).calibrated().value());
    }
  }

  private static Draws draws(SourceCheck check) {
    return Objects.requireNonNull(check.calibrated().draws());
  }
}
