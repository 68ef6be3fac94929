package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Spending more on a service by choice")
class SpendMoreTest {
  private static final String EVIDENCE = "spend-gross";
  private static final FinancialYear START = year(2026);
  private static final int DRAWS = 100;
  private static final Scenario ENGLAND = England.baseline().with(FundingRule.REAL_FLAT);

  private static LeverBuilder more(CostLine line) {
    return Lever.named("more").from(START).spendMore(line, Distribution.fixed(100), EVIDENCE);
  }

  private static Projection run(Lever lever) {
    return Simulation.of(ENGLAND.named("without"), ENGLAND.with("with", lever))
        .run(Settings.of(3, DRAWS));
  }

  @Test
  @DisplayName("raises every gap by the same net amount, in each draw")
  void everyGapRisesByTheAmount() {
    for (CostLine line : List.of(CostLine.FAMILY_SUPPORT, CostLine.OTHER, CostLine.HOMES)) {
      Projection run = run(more(line).build());
      double[] deflator = run.outcome("without", Inflation.DEFLATOR).in(START).values();
      for (Gap gap : Gap.values()) {
        double[] before = run.outcome("without", gap.cash()).in(START).values();
        double[] after = run.outcome("with", gap.cash()).in(START).values();
        for (int i = 0; i < DRAWS; i++) {
          assertEquals(100 * deflator[i], after[i] - before[i], 1e-8, line + ", " + gap);
        }
      }
    }
  }

  @Test
  @DisplayName("is the service itself: early help rises and later need falls")
  void serviceIsDelivered() {
    Projection run = run(more(CostLine.FAMILY_SUPPORT).build());
    FinancialYear later = START.plus(5);
    assertTrue(
        run.outcome("with", EarlyHelp.LEVEL).in(later).mean()
            > run.outcome("without", EarlyHelp.LEVEL).in(later).mean());
    assertTrue(
        run.outcome("with", Placements.LOOKED_AFTER).in(later).mean()
            < run.outcome("without", Placements.LOOKED_AFTER).in(later).mean());
  }

  @Test
  @DisplayName("may be matched by a grant of the same net amount")
  void grantMayMatch() {
    Projection run =
        run(
            more(CostLine.FAMILY_SUPPORT)
                .alsoShift(FundingStream.familiesFirst().amount())
                .build());
    double[] deflator = run.outcome("without", Inflation.DEFLATOR).in(START).values();
    double[] before = run.outcome("without", Funding.FUNDING).in(START).values();
    double[] after = run.outcome("with", Funding.FUNDING).in(START).values();
    for (int i = 0; i < DRAWS; i++) {
      assertEquals(100 * deflator[i], after[i] - before[i], 1e-8);
    }
  }

  @Test
  @DisplayName("is no second shift of need or of the line")
  void isNotDoneTwice() {
    assertOneProblem(
        () -> more(CostLine.OTHER).alsoShift(Cost.NEED).build(), "must not shift need twice");
    Change line = more(CostLine.OTHER).build().changes().get(0);
    assertEquals("shift spending.other, net, Fixed[value=100.0]", line.toString());
    assertEquals("spending.other, added, GBP million, net", line.describe(each -> each.name()));
  }
}
