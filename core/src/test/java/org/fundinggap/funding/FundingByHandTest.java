package org.fundinggap.funding;

import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Funding and cuts over three years of given need, in a whole block of draws")
class FundingByHandTest {
  private static final FinancialYear BASE = SmallFunding.BASE;

  /** In the first draw of a block and in its last. */
  private static void assertPath(TracedRun run, Variable variable, double... expected) {
    for (int years = 0; years < expected.length; years++) {
      for (int draw : new int[] {0, Block.SIZE - 1}) {
        double found = run.at(variable, BASE.plus(years), draw);
        assertEquals(expected[years], found, 1e-12, variable.name() + " after " + years);
      }
    }
  }

  private static void assertGoesOn(FundingRule rule, double first, double second) {
    FundingStream stream = FundingStream.of("own", "a stream", rule, false);
    SmallFunding small = new SmallFunding(stream);
    switch (rule) {
      case COUNCIL_TAX -> small.path(FundingRule.COUNCIL_TAX_GROWTH, 0.5, 0.1, 0.2);
      case CONSTANT_GROWTH -> small.with(stream.growth(), 0.1);
      case FOLLOWS_OUTTURN ->
          small.with(stream.outturnShare(), 0.9).with(stream.outturnSpread(), 0);
      default -> {}
    }
    assertPath(small.run(), stream.amount(), 90, first, second);
  }

  @Test
  @DisplayName("each rule goes on alike in every draw")
  void rules() {
    assertGoesOn(FundingRule.CASH_FLAT, 90, 90);
    assertGoesOn(FundingRule.REAL_FLAT, 112.5, 112.5);
    assertGoesOn(FundingRule.COUNCIL_TAX, 99, 118.8);
    assertGoesOn(FundingRule.CONSTANT_GROWTH, 99, 108.9);
    assertGoesOn(FundingRule.FOLLOWS_OUTTURN, 90, 99);
    assertGoesOn(FundingRule.FOLLOWS_NEED, 135, 162);
    assertGoesOn(FundingRule.PER_ASYLUM_SEEKING_CHILD, 112.5, 0);
  }

  @Test
  @DisplayName("outturn is followed by a share that differs from draw to draw by its spread")
  void followsOutturnWithAShock() {
    FundingStream core = FundingStream.core(FundingRule.FOLLOWS_OUTTURN);
    TracedRun run =
        new SmallFunding(core)
            .with(core.outturnShare(), 0.9)
            .with(core.outturnSpread(), 0.02)
            .run();
    for (int draw : new int[] {0, 1, Block.SIZE - 1}) {
      double shock = run.at(core.outturnShock(), BASE.plus(1), draw);
      assertEquals(100 * (0.9 + 0.02 * shock), run.at(core.amount(), BASE.plus(1), draw), 1e-12);
    }
  }

  @Test
  @DisplayName("a settlement, what is tied to new services, and the gaps that are left")
  void settlementAndGaps() {
    FundingStream core = FundingStream.settledCore(FundingRule.CASH_FLAT, BASE.plus(1));
    FundingStream tied = FundingStream.of("tied", "a grant", FundingRule.SCHEDULED, true);
    TracedRun run =
        new SmallFunding(core, FundingStream.asylum(), tied)
            .path(core.schedule(), 7, 115, 7)
            .path(tied.schedule(), 0, 5, 6)
            .run();
    // The asylum grant is 90, 112.5 and nothing.
    assertPath(run, core.amount(), 90, 2.5, 2.5);
    assertPath(run, tied.amount(), 0, 5, 6);
    assertPath(run, Funding.FUNDING, 180, 120, 8.5);
    assertPath(run, Funding.UNTIED, 180, 115, 2.5);
    assertPath(run, Funding.NEED_GROWTH, 1.5, 1.2, 1.25);
    assertPath(run, Gap.STAND_STILL.cash(), -80, 5, 147.5);
    assertPath(run, Gap.STAND_STILL.real(BASE), -80, 4, 118);
    assertPath(run, Gap.BUDGET.cash(), -80, -5, 127.5);
    assertPath(run, Gap.NEED.cash(), 107 - 180, 8, 150.5);
  }

  private static SmallFunding cutting(double... earlyNeed) {
    SmallFunding small =
        new SmallFunding(FundingStream.core(FundingRule.CASH_FLAT))
            .with(EarlyHelpCuts.GAP_SHARE, 0.5);
    for (CostLine line : CostLine.earlyHelp()) {
      small.given(line.need(), earlyNeed).given(line.spending(), 7, 8, 9);
    }
    return small;
  }

  @Test
  @DisplayName("a gap beyond the base year's cuts early help by a share of it, to the floor")
  void gapCutsEarlyHelp() {
    // The gap is 10, which cuts nothing, then 30, real 24: half of 14 is 7, of 3 x 25 x 0.8 / 1.25.
    assertPath(cutting(25, 25, 25).run(), EarlyHelp.KEPT, 1, 1, 1 - 7 / 48.0);
    assertPath(cutting(5, 5, 5).run(), EarlyHelp.KEPT, 1, 1, 0.5);
    assertPath(cutting(0, 0, 5).run(), EarlyHelp.KEPT, 1, 1, 1);
    // A gap below the base year's is no reason for more.
    assertPath(
        cutting(25, 25, 25).with(EarlyHelpCuts.GAP_AT_BASE, 99).run(), EarlyHelp.KEPT, 1, 1, 1);
    assertPath(
        cutting(25, 25, 25).with(EarlyHelpCuts.GAP_AT_BASE, 0).run(),
        EarlyHelp.KEPT,
        1,
        1 - 5 / 60.0,
        1 - 12 / 48.0);
  }

  @Test
  @DisplayName("early help is what is spent on it and what tied money buys, over its need")
  void levelOfEarlyHelp() {
    FundingStream tied = FundingStream.of("tied", "a grant", FundingRule.SCHEDULED, true);
    SmallFunding small =
        new SmallFunding(FundingStream.core(FundingRule.CASH_FLAT), tied)
            .path(tied.schedule(), -9, 24, 12);
    for (CostLine line : CostLine.earlyHelp()) {
      small.given(line.need(), 20, 20, 0).given(line.spending(), 30, 10, 10);
    }
    // 90 of 60; 30 and 24 / 0.8 of 60; no need.
    assertPath(small.run(), EarlyHelp.LEVEL, StrictMath.log(1.5), 0, 0);
    for (CostLine line : CostLine.earlyHelp()) {
      small.given(line.spending(), 0.1, 0, 0);
    }
    small.path(tied.schedule(), 0, 0, 0);
    double least = StrictMath.log(0.01);
    assertPath(small.run(), EarlyHelp.LEVEL, least, least, 0);
  }

  /** Of a model in which early help is 30 in every year, safeguarding as said, and homes 10. */
  private static Inputs loop(double... safeguarding) {
    return cutting(10, 10, 10)
        .given(CostLine.SAFEGUARDING.need(), safeguarding)
        .given(CostLine.HOMES.need(), 10, 10, 10)
        .with(EarlyHelpCuts.GAP_SHARE, 1)
        .with(EarlyHelp.ELASTICITY_NEED, 0.25)
        .with(EarlyHelp.ELASTICITY_ENTRIES, 0.5)
        .inputs();
  }

  @Test
  @DisplayName("the gain of the loop is the greatest of all years, and is refused from 1 on")
  void gainOfTheLoop() {
    // A quarter of safeguarding and half of homes, over half of 30.
    assertEquals(10 / 15.0, EarlyHelpCuts.greatestGain(loop(4, 20, 8)), 1e-15);
    assertEquals(1, EarlyHelpCuts.greatestGain(loop(40, 20, 8)));
    Inputs below = loop(39, 20, 8);
    assertSame(below, EarlyHelpCuts.checked(below));
    assertEquals(
        "gain of the loop from early help must be below 1, was 1.000: gap share up to 1.0,"
            + " elasticity of need up to 0.25 and of entries up to 0.5, floor from 0.5; lower one"
            + " of the first three or raise the floor",
        refusal(() -> EarlyHelpCuts.checked(loop(40, 40, 40))));
  }

  @Test
  @DisplayName("an effect on entries is never below that on need")
  void effectOnEntries() {
    Inputs inputs =
        cutting(10, 10, 10)
            .given(CostLine.HOMES.need(), 6, 6, 6)
            .with(EarlyHelpCuts.GAP_SHARE, 1)
            .with(EarlyHelp.ELASTICITY_NEED, 0.5)
            .with(EarlyHelp.ELASTICITY_ENTRIES, 0.25)
            .inputs();
    assertEquals(0.2, EarlyHelpCuts.greatestGain(inputs), 1e-15);
    assertEquals(0, EarlyHelpCuts.greatestGain(cutting(0, 0, 0).inputs()));
  }

  @Test
  @DisplayName("where the gain passes 1 on the way, the last year below it is said")
  void horizon() {
    String second = refusal(() -> EarlyHelpCuts.checked(loop(4, 20, 40)));
    assertTrue(
        second.contains(
            ", was 1.000 (0.667 to 2025-26, so it is the horizon: project to 2025-26 or before, or"
                + " change its numbers): gap share"),
        second);
    // In the base year alone nothing is projected.
    String first = refusal(() -> EarlyHelpCuts.checked(loop(4, 40, 4)));
    assertFalse(first.contains("horizon"), first);
  }

  @Test
  @DisplayName("growth of need is none where there was no need")
  void growthOfNeed() {
    SmallFunding small = new SmallFunding(FundingStream.core(FundingRule.CASH_FLAT));
    assertPath(small.given(Cost.NEED, 0, 5, 10).run(), Funding.NEED_GROWTH, 1.5, 1, 2);
  }
}
