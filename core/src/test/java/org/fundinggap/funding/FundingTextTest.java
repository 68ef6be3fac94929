package org.fundinggap.funding;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Words and bounds of funding that need no run. */
@DisplayName("Funding says")
class FundingTextTest {
  private static final FinancialYear NEXT = year(2025);

  private static FundingPlan settled(double millions) {
    return FundingPlan.cashSettlement(Map.of(NEXT, millions), "by hand");
  }

  @Test
  @DisplayName("what each rule, gap and opening means, in words of their own")
  void definitions() {
    for (FundingRule rule : FundingRule.values()) {
      assertTrue(rule.definition().endsWith("."), rule.label());
    }
    assertEquals(
        FundingRule.values().length,
        Arrays.stream(FundingRule.values()).map(FundingRule::definition).distinct().count());
    assertEquals("Real-flat: grows with the GDP deflator.", FundingRule.REAL_FLAT.definition());
    assertEquals(
        List.of("stand-still gap", "budget gap", "need gap"),
        Arrays.stream(Gap.values()).map(Gap::label).toList());
    assertTrue(Gap.BUDGET.definition().startsWith("Budget gap: spending under the policy"));
    assertTrue(Gap.NEED.definition().startsWith("Need gap: cost of the base year's service"));
    assertEquals("needGapReal", Gap.NEED.real(NEXT).name());
    assertEquals(PriceBasis.real(NEXT), Gap.NEED.real(NEXT).basis());
    assertEquals("settlement as given", KnownFunding.Source.GIVEN.toString());
    assertEquals("revised budget", Opening.REVISED_BUDGET.toString());
    assertEquals("the budget as revised in the year", Opening.REVISED_BUDGET.phrase());
  }

  @Test
  @DisplayName("what a plan is: what is known, to which year, how it goes on and opens")
  void labels() {
    assertEquals("published plans", FundingPlan.published().label());
    assertEquals("published plans", FundingPlan.published().toString());
    assertEquals(
        "published plans to 2027-28, then cash-flat",
        FundingPlan.published().until(year(2027)).then(FundingRule.CASH_FLAT).label());
    assertEquals("settlement by hand", settled(5).label());
    assertEquals("settlement my-series", FundingPlan.settlement("my-series").label());
    assertEquals("growth of 3% a year", FundingPlan.growing(0.03, "x").label());
    assertEquals(
        "real-flat, revised budget",
        FundingPlan.of(FundingRule.REAL_FLAT).openingAt(Opening.REVISED_BUDGET).label());
  }

  @Test
  @DisplayName("the same at length")
  void lengthy() {
    String opening = Opening.ORIGINAL_BUDGET.definition();
    assertEquals(
        "Real-flat: grows with the GDP deflator. " + opening,
        FundingPlan.of(FundingRule.REAL_FLAT).definition());
    assertEquals(
        "Growth of 3% every year. " + opening, FundingPlan.growing(0.03, "x").definition());
    assertEquals("Settlement: amounts given by year, in cash. " + opening, settled(5).definition());
    assertEquals(
        "Settlement: amounts given by year, in cash. Cash-flat: the same pounds every year. "
            + opening,
        FundingPlan.settlement("my-series").then(FundingRule.CASH_FLAT).definition());
    assertTrue(FundingPlan.HEADLINE.definition().startsWith("Published plans: the budgets that"));
  }

  @Test
  @DisplayName("what it holds: amounts, evidence, rule, growth and opening")
  void parts() {
    FundingPlan plan = settled(15_500).thenGrowing(0.02, "my-growth").openingAt(Opening.CLOSED);
    assertEquals(Map.of(NEXT, 15_500.0), plan.known().byYear());
    assertEquals(List.of("by hand"), plan.known().evidence());
    assertEquals(KnownFunding.Source.GIVEN, plan.known().source());
    assertEquals(Optional.of(FundingRule.CONSTANT_GROWTH), plan.rule());
    FundingPlan.Growth growth = plan.growth().orElseThrow();
    assertEquals(Distribution.fixed(0.02), growth.perYear());
    assertEquals(List.of("my-growth"), growth.evidence());
    assertEquals(Opening.CLOSED, plan.opening());
    FundingPlan other = plan.then(FundingRule.CASH_FLAT);
    assertEquals(Optional.empty(), other.growth());
    assertEquals(Opening.CLOSED, other.opening());
    assertEquals(List.of("s"), FundingPlan.settlement("s").known().evidence());
    assertEquals(Optional.empty(), FundingPlan.published().rule());
  }

  @Test
  @DisplayName("to which year a plan reaches, that year included")
  void reach() {
    FundingPlan plan = FundingPlan.published().until(NEXT);
    assertTrue(plan.reaches(NEXT));
    assertFalse(plan.reaches(NEXT.plus(1)));
    assertTrue(FundingPlan.published().reaches(year(2099)));
  }

  @Test
  @DisplayName("which amounts and growth are still taken, and which are just refused")
  void bounds() {
    assertEquals(0, settled(0).known().byYear().get(NEXT));
    assertEquals(1e6, settled(1e6).known().byYear().get(NEXT));
    assertEquals(
        List.of(
            "amount of 2025-26 must be in [0, 1000000] GBP million, was 1000001.0; write 15500"
                + " for GBP 15.5 billion"),
        problems(() -> settled(1_000_001)));
    assertEquals(1, problems(() -> settled(-1e-9)).size());
    assertEquals("growth of -20% a year", FundingPlan.growing(-0.2, "x").label());
    assertEquals("growth of 30% a year", FundingPlan.growing(0.3, "x").label());
    assertHolds(
        refusal(() -> FundingPlan.growing(0.31, "x")),
        "growth of funding a year must be in [-0.2, 0.3], was 0.31");
    assertHolds(refusal(() -> FundingPlan.settlement(" ")), "seriesId must");
    assertEquals(
        List.of(
            "evidence must be named, was []; give the id of a figure, series or prior, or say in"
                + " words what it is"),
        problems(() -> FundingPlan.growing(0.02)));
    assertEquals(1, problems(() -> FundingPlan.cashSettlement(Map.of(NEXT, 1.0))).size());
    assertEquals(
        List.of("years must follow each other, lacked 2026-27 before 2027-28; give its amount"),
        problems(
            () -> FundingPlan.cashSettlement(Map.of(NEXT, 1.0, NEXT.plus(2), 1.0), "by hand")));
  }

  @Test
  @DisplayName("what a stream is called, whether it is tied and what it may be")
  void streams() {
    FundingStream core = FundingStream.core(FundingRule.REAL_FLAT);
    assertEquals("core", core.id());
    assertEquals("core funding", core.label());
    assertFalse(core.tied());
    assertEquals(
        Optional.of(NEXT),
        ((FundingStream.Core) FundingStream.settledCore(FundingRule.REAL_FLAT, NEXT)).settledTo());
    assertEquals("core funding: real-flat", core.equation().text());
    assertEquals(
        "core funding: as settled to 2025-26, then real-flat",
        FundingStream.settledCore(FundingRule.REAL_FLAT, NEXT).equation().text());
    FundingStream own = FundingStream.of("mine", "my grant", FundingRule.SCHEDULED, true);
    assertTrue(own.tied() && FundingStream.familiesFirst().tied());
    assertTrue(FundingStream.transformation().tied());
    assertFalse(FundingStream.asylum().tied() || FundingStream.otherMoney().tied());
    assertEquals("Transformation Fund", FundingStream.transformation().label());
    assertEquals("funding.mine", own.amount().name());
    assertEquals("GBP million, cash", own.amount().unitText());
    Parameter growth = own.growth();
    assertEquals("fundingGrowth.mine", growth.name());
    assertEquals(-0.2, growth.lower());
    assertEquals(0.3, growth.upper());
    assertEquals("outturnShare.mine", own.outturnShare().name());
    assertEquals("outturnSpread.mine", own.outturnSpread().name());
    assertEquals("outturnShock.mine", own.outturnShock().name());
    assertEquals("fundingSchedule.mine", own.schedule().name());
    assertEquals(Unit.GBP_MILLION, own.schedule().unit());
    assertHolds(refusal(() -> FundingStream.of("", "x", FundingRule.SCHEDULED, true)), "id must");
    assertHolds(
        refusal(() -> FundingStream.of("x", " ", FundingRule.SCHEDULED, true)), "label must");
  }

  @Test
  @DisplayName("which streams can't be added up: none at all, and two of one id")
  void noStreams() {
    assertEquals(
        List.of("streams must hold at least one stream, had none; add core funding"),
        problems(() -> Funding.equations(List.of(), NEXT)));
    FundingStream core = FundingStream.core(FundingRule.REAL_FLAT);
    assertEquals(
        List.of("ids of streams must differ, were [core, core]; rename one"),
        problems(() -> Funding.equations(List.of(core, core), NEXT)));
  }
}
