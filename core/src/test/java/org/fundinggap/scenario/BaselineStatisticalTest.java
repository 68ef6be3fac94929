package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.cost.Cost;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The projection against a study of the same model made apart from it, in GBP million.
 *
 * <p>The seed is fixed, so a run can't fail by chance. With another seed a median of 4,096 draws
 * has a standard error of about 1.3% of the spread of the draws; every bound is at least five such
 * errors away, which is a false-alarm rate below one in a million.
 */
@DisplayName("The calibrated projection is plausible")
@Tag("medium")
class BaselineStatisticalTest {
  private static final FundingRule[] RULES = {
    FundingRule.CASH_FLAT,
    FundingRule.REAL_FLAT,
    FundingRule.COUNCIL_TAX,
    FundingRule.FOLLOWS_OUTTURN,
    FundingRule.FOLLOWS_NEED
  };

  private final Projection projection =
      Simulation.of(England.baseline().withEach(RULES))
          .keeping(
              Cost.NEED,
              Placements.LOOKED_AFTER,
              Placement.HOMES.stock(),
              ChildrenInNeed.STOCK,
              Protection.PLANS,
              Referrals.REFERRALS,
              Gap.STAND_STILL.cash(),
              Gap.BUDGET.cash())
          .run(Settings.of(2024, 4_096));

  private Draws in(FundingRule rule, Variable variable, String year) {
    return projection.outcome(rule.label(), variable).in(FinancialYear.parse(year));
  }

  private Draws in(Variable variable, String year) {
    return in(FundingRule.CASH_FLAT, variable, year);
  }

  private static void assertBetween(double least, double value, double most, String what) {
    assertTrue(
        value >= least && value <= most,
        () -> what + " must be in [" + least + ", " + most + "], was " + value);
  }

  private void assertMedian(Variable variable, String year, double least, double most) {
    double median = in(variable, year).quantile(0.5);
    assertBetween(least, median, most, variable.label() + " in " + year);
  }

  @Test
  @DisplayName("need: 16 to 17 billion next year, 19 to 21.5 in five years, 22.5 to 27.5 in ten")
  void needIsNearTheStudys() {
    assertAll(
        () -> assertMedian(Cost.NEED, "2025-26", 16_100, 17_200),
        () -> assertMedian(Cost.NEED, "2029-30", 19_000, 21_500),
        () -> assertMedian(Cost.NEED, "2034-35", 22_500, 27_500));
    Draws last = in(Cost.NEED, "2034-35");
    assertTrue(last.quantile(0.1) < 30_700 && last.quantile(0.9) > 20_200, "bands must overlap");
    assertBetween(5_000, last.quantile(0.9) - last.quantile(0.1), 16_000, "width of the band");
  }

  @Test
  void childrenStayWithinReasonOfTheirNumbers() {
    assertAll(
        () -> assertMedian(Placements.LOOKED_AFTER, "2034-35", 70_000, 95_000),
        () -> assertMedian(Placements.LOOKED_AFTER, "2025-26", 79_500, 84_000),
        () -> assertMedian(Placement.HOMES.stock(), "2034-35", 9_000, 14_000),
        () -> assertMedian(ChildrenInNeed.STOCK, "2034-35", 320_000, 450_000),
        () -> assertMedian(Protection.PLANS, "2034-35", 38_000, 60_000),
        () -> assertMedian(Referrals.REFERRALS, "2034-35", 540_000, 700_000));
  }

  @Test
  @DisplayName("the funding rule moves the gap of 2034-35 by more than 6 billion")
  void fundingRuleMovesTheGapMoreThanDemandDoes() {
    double most = in(FundingRule.CASH_FLAT, Gap.STAND_STILL.cash(), "2034-35").quantile(0.5);
    double least = in(FundingRule.FOLLOWS_OUTTURN, Gap.STAND_STILL.cash(), "2034-35").quantile(0.5);
    assertBetween(6_000, most - least, 13_000, "cash-flat less follows outturn");
  }

  @Test
  @DisplayName("gaps of the study's four rules are near the study's")
  void gapsAreNearTheStudys() {
    assertGap(FundingRule.CASH_FLAT, "2034-35", 9_000, 13_000);
    assertGap(FundingRule.REAL_FLAT, "2034-35", 5_500, 9_500);
    assertGap(FundingRule.COUNCIL_TAX, "2034-35", 1_000, 5_000);
    assertGap(FundingRule.CASH_FLAT, "2027-28", 3_300, 5_000);
  }

  private void assertGap(FundingRule rule, String year, double least, double most) {
    double median = in(rule, Gap.STAND_STILL.cash(), year).quantile(0.5);
    assertBetween(least, median, most, rule.label() + " in " + year);
  }

  @Test
  @DisplayName("a budget that follows outturn never lets the budget gap accumulate")
  void budgetGapDoesNotAccumulate_whenFundingFollowsOutturn() {
    for (String year : new String[] {"2027-28", "2029-30", "2034-35"}) {
      double median = in(FundingRule.FOLLOWS_OUTTURN, Gap.BUDGET.cash(), year).quantile(0.5);
      assertBetween(300, median, 2_500, "budget gap of " + year);
    }
  }

  @Test
  void uncertaintyGrowsWithTheYears() {
    double before = 0;
    for (String year : new String[] {"2024-25", "2025-26", "2027-28", "2029-30", "2034-35"}) {
      double spread = in(Cost.NEED, year).standardDeviation();
      assertTrue(spread > before || year.equals("2024-25"), year);
      before = spread;
    }
  }
}
