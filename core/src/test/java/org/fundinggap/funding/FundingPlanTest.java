package org.fundinggap.funding;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Plans of funding")
class FundingPlanTest {
  /** A penny, in GBP million. */
  private static final double PENNY = 1e-8;

  private static final FinancialYear Y2025 = FinancialYear.parse("2025-26");
  private static final FinancialYear Y2026 = FinancialYear.parse("2026-27");
  private static final FinancialYear Y2027 = FinancialYear.parse("2027-28");
  private static final FinancialYear Y2028 = FinancialYear.parse("2028-29");
  private static final FinancialYear Y2029 = FinancialYear.parse("2029-30");
  private static final Settings SETTINGS = Settings.of(7, 50);

  private static Projection run(FundingPlan plan) {
    return run(England.baseline(), plan);
  }

  private static Projection run(Baseline baseline, FundingPlan plan) {
    return Simulation.of(baseline.with(plan))
        .keeping(
            Cost.NEED,
            Gap.STAND_STILL.cash(),
            Gap.STAND_STILL.real(baseline.baseYear()),
            Funding.UNTIED,
            Funding.FUNDING,
            FundingStream.asylum().amount(),
            FundingStream.core(FundingRule.REAL_FLAT).amount(),
            Inflation.INFLATION,
            Inflation.DEFLATOR)
        .run(SETTINGS);
  }

  private static double[] draws(Projection run, Variable variable, FinancialYear year) {
    return run.outcome(variable).in(year).values();
  }

  private static FundingPlan settlement() {
    return FundingPlan.cashSettlement(Map.of(Y2025, 15_300.0, Y2026, 16_200.55), "by hand");
  }

  @Test
  @DisplayName("a settlement by year gives need less its amounts, to the penny")
  void settlementGivesTheGapByHand() {
    Projection run = run(settlement().then(FundingRule.REAL_FLAT));
    Map.of(Y2025, 15_300.0, Y2026, 16_200.55)
        .forEach(
            (year, amount) -> {
              double[] need = draws(run, Cost.NEED, year);
              double[] gap = draws(run, Gap.STAND_STILL.cash(), year);
              for (int i = 0; i < need.length; i++) {
                assertEquals(need[i] - amount, gap[i], PENNY);
              }
            });
  }

  @Test
  @DisplayName("after its last year the rule goes on from it, the asylum grant by its own rule")
  void ruleGoesOnFromTheLastSettledYear() {
    Projection run = run(settlement().then(FundingRule.REAL_FLAT));
    double[] grantThen = draws(run, FundingStream.asylum().amount(), Y2026);
    double[] grant = draws(run, FundingStream.asylum().amount(), Y2027);
    double[] inflation = draws(run, Inflation.INFLATION, Y2027);
    double[] general = draws(run, Funding.UNTIED, Y2027);
    for (int i = 0; i < general.length; i++) {
      double core = (16_200.55 - grantThen[i]) * StrictMath.exp(inflation[i]);
      assertEquals(core + grant[i], general[i], PENNY);
    }
  }

  @Test
  @DisplayName("published plans are the budget, then core spending power, less grants inside them")
  void publishedPlansByHand() {
    Projection run = run(FundingPlan.HEADLINE);
    assertEquals(Optional.of(Y2028), England.baseline().knownTo(FundingPlan.HEADLINE));
    double inBudget = 523.5 - 253.5;
    double later = 523 + 547.0 / 3 - 253.5;
    double budget = 15_500;
    assertGeneral(budget - inBudget, run, Y2025);
    assertGeneral(budget * 1.058 - later, run, Y2026);
    assertGeneral(budget * 1.058 * 1.043 - later, run, Y2027);
    assertGeneral(budget * 1.058 * 1.043 * 1.044 - later, run, Y2028);
    double[] then = draws(run, FundingStream.core(FundingRule.REAL_FLAT).amount(), Y2028);
    double[] core = draws(run, FundingStream.core(FundingRule.REAL_FLAT).amount(), Y2029);
    double[] inflation = draws(run, Inflation.INFLATION, Y2029);
    for (int i = 0; i < core.length; i++) {
      assertEquals(then[i] * StrictMath.exp(inflation[i]), core[i], PENNY);
    }
  }

  private static void assertGeneral(double expected, Projection run, FinancialYear year) {
    for (double amount : draws(run, Funding.UNTIED, year)) {
      assertEquals(expected, amount, PENNY);
    }
  }

  @Test
  @DisplayName("published plans are the rule alone, to the bit, where none had been published")
  void publishedPlansAreTheRule_whenNoneIsHeld() {
    Baseline past = Baseline.england(England.evidence(), FinancialYear.parse("2015-16"));
    assertEquals(Optional.empty(), past.knownTo(FundingPlan.HEADLINE));
    Projection plan = run(past, FundingPlan.HEADLINE);
    Projection rule = run(past, FundingPlan.of(FundingRule.REAL_FLAT));
    for (FinancialYear year : past.years().years()) {
      assertArrayEquals(
          draws(rule, Gap.STAND_STILL.cash(), year), draws(plan, Gap.STAND_STILL.cash(), year));
    }
  }

  @Test
  @DisplayName("a settlement of the register is read while it holds years")
  void registeredSettlementIsRead() {
    FundingPlan plan = FundingPlan.settlement("ra-budget-net").then(FundingRule.CASH_FLAT);
    assertEquals(Optional.of(Y2025), England.baseline().knownTo(plan));
    assertGeneral(15_500, run(plan), Y2025);
    assertEquals("settlement ra-budget-net, then cash-flat", plan.label());
  }

  @Test
  void constantGrowthCompounds() {
    Projection run = run(FundingPlan.growing(0.03, "a guess"));
    double[] base = draws(run, FundingStream.core(FundingRule.REAL_FLAT).amount(), base());
    double[] core = draws(run, FundingStream.core(FundingRule.REAL_FLAT).amount(), Y2027);
    for (int i = 0; i < core.length; i++) {
      assertEquals(base[i] * 1.03 * 1.03 * 1.03, core[i], PENNY);
    }
    Projection after = run(settlement().thenGrowing(-0.01, "a guess"));
    double[] settled = draws(after, FundingStream.core(FundingRule.REAL_FLAT).amount(), Y2026);
    double[] then = draws(after, FundingStream.core(FundingRule.REAL_FLAT).amount(), Y2027);
    for (int i = 0; i < then.length; i++) {
      assertEquals(settled[i] * 0.99, then[i], PENNY);
    }
  }

  private static FinancialYear base() {
    return England.baseline().baseYear();
  }

  @Test
  @DisplayName("openings are apart by what councils found, the same in real terms in every year")
  void openingsAreApartInRealTerms() {
    double budget = 14_100;
    double spent = 15_556;
    Map<Opening, Double> found =
        Map.of(Opening.REVISED_BUDGET, 0.01 * budget, Opening.CLOSED, spent - budget);
    Projection original = run(FundingPlan.HEADLINE);
    found.forEach(
        (opening, amount) -> {
          Projection run = run(FundingPlan.HEADLINE.openingAt(opening));
          for (FinancialYear year : England.baseline().years().years()) {
            double[] without = draws(original, Gap.STAND_STILL.real(base()), year);
            double[] with = draws(run, Gap.STAND_STILL.real(base()), year);
            for (int i = 0; i < with.length; i++) {
              assertEquals(amount, without[i] - with[i], 1e-6);
            }
          }
          assertEquals(
              spent - budget - amount, run.outcome(Gap.STAND_STILL.cash()).in(base()).mean(), 1e-6);
        });
  }

  @Test
  @DisplayName("under real-flat alone the closed opening is funding that opens at what was spent")
  void closedOpeningIsFundingOfOutturn() {
    Draws closed =
        run(FundingPlan.of(FundingRule.REAL_FLAT).openingAt(Opening.CLOSED))
            .outcome(Gap.STAND_STILL.cash())
            .in(Y2029);
    Draws given =
        run(
                England.baseline()
                    .withFunding(Money.ofMillions(15_556, PriceBasis.cash()), "ro-net"),
                FundingPlan.of(FundingRule.REAL_FLAT))
            .outcome(Gap.STAND_STILL.cash())
            .in(Y2029);
    assertArrayEquals(given.values(), closed.values(), 1e-6);
  }

  @Test
  @DisplayName("a plan that reaches the last year needs no rule; one that does not is refused")
  void ruleIsNeededOnlyBeyondTheSettlement() {
    Baseline short2 = England.baseline().to(Y2026);
    Scenario whole = short2.with(settlement());
    assertEquals("settlement by hand", whole.name());
    Baseline none = England.baseline().to(base());
    assertEquals("settlement by hand", none.with(settlement()).name());
    assertEquals("published plans", none.with(FundingPlan.published()).name());
    assertHolds(
        refusal(() -> England.baseline().with(settlement())),
        "how funding goes on after 2026-27",
        "then(FundingRule.REAL_FLAT)");
    assertHolds(
        refusal(() -> England.baseline().with(FundingPlan.published())),
        "after 2028-29",
        "then(FundingRule.REAL_FLAT)");
  }

  @Test
  void settlementIsRefused_whenItBeginsLaterOrInTheBaseYear() {
    assertHolds(
        refusal(
            () ->
                England.baseline()
                    .with(
                        FundingPlan.cashSettlement(Map.of(Y2026, 1.0), "x")
                            .then(FundingRule.CASH_FLAT))),
        "must begin in 2025-26",
        "the years before");
    assertHolds(
        refusal(
            () ->
                England.baseline()
                    .with(
                        FundingPlan.cashSettlement(Map.of(base(), 1.0, Y2025, 2.0), "x")
                            .then(FundingRule.CASH_FLAT))),
        "must begin in 2025-26",
        "withFunding");
  }

  @Test
  @DisplayName("amounts are refused all at once: bounds, gaps between years, missing evidence")
  void amountsAreRefusedAllAtOnce() {
    String refused =
        refusal(
            () ->
                FundingPlan.cashSettlement(
                    Map.of(Y2025, -1.0, Y2027, Double.NaN, Y2028, 2_000_000.0)));
    assertHolds(refused, "5 problems", "2025-26", "-1.0", "2027-28", "NaN", "2000000.0");
    assertHolds(refused, "lacked 2026-27", "evidence must be named");
    assertHolds(refusal(() -> FundingPlan.cashSettlement(Map.of(), "x")), "had none");
    assertHolds(refusal(() -> FundingPlan.growing(3, "x")), "write 0.03 for 3%");
    assertHolds(refusal(() -> FundingPlan.growing(Double.NaN, "x")), "was NaN");
    assertHolds(refusal(() -> FundingPlan.growing(0.03)), "evidence must be named");
    assertHolds(refusal(() -> FundingPlan.growing(0.03, " ")), "evidence must be named");
  }

  @Test
  @DisplayName("rules that need numbers name the call that takes them")
  void rulesWithNumbersNameTheirCall() {
    Baseline england = England.baseline();
    assertHolds(refusal(() -> england.with(FundingRule.CONSTANT_GROWTH)), "growing(0.03, id)");
    assertHolds(refusal(() -> england.with(FundingRule.SCHEDULED)), "cashSettlement(amounts, id)");
    assertHolds(refusal(() -> england.with(FundingRule.PER_ASYLUM_SEEKING_CHILD)), "asylum grant");
  }

  @Test
  void registeredSettlementIsRefused_whenItIsNoCashByYear() {
    Baseline england = England.baseline();
    assertHolds(
        refusal(() -> england.with(FundingPlan.settlement("ra-budget").then(rule()))),
        "was \"ra-budget\"",
        "ra-budget-net");
    assertHolds(
        refusal(() -> england.with(FundingPlan.settlement("referrals").then(rule()))),
        "GBP million, cash, by financial year");
    assertHolds(
        refusal(() -> england.with(FundingPlan.settlement("ro-net").then(rule()))),
        "must begin in 2025-26",
        "add its value");
  }

  private static FundingRule rule() {
    return FundingRule.CASH_FLAT;
  }

  @Test
  void openingIsRefused_whenTheRegisterLacksTheRevision() {
    Baseline past = Baseline.england(England.evidence(), FinancialYear.parse("2021-22"));
    assertHolds(
        refusal(() -> past.with(FundingPlan.HEADLINE.openingAt(Opening.REVISED_BUDGET))),
        "revised-budget-rise-2021-22",
        "choose another opening");
  }

  @Test
  void labelsSayKnownYearsRuleAndOpening() {
    assertEquals("real-flat", FundingPlan.of(FundingRule.REAL_FLAT).label());
    assertEquals("published plans, then real-flat", FundingPlan.HEADLINE.toString());
    assertEquals(
        "settlement by hand, then growth of 2.5% a year, closed by councils' other money",
        settlement().thenGrowing(0.025, "x").openingAt(Opening.CLOSED).label());
    for (Opening opening : Opening.values()) {
      assertHolds(FundingPlan.HEADLINE.openingAt(opening).definition(), opening.definition());
    }
    assertEquals(List.of(), List.copyOf(FundingPlan.HEADLINE.known().byYear().keySet()));
  }
}
