package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A pair of scenarios")
@Tag("medium")
class ScenarioPairTest {
  private static final Scenario BASE = England.baseline().with(FundingRule.CASH_FLAT);
  private static final Scenario OTHER = England.baseline().with(FundingRule.REAL_FLAT);

  @Test
  @DisplayName("fixes a parameter in both, keeps all else and names the evidence it had")
  void fixing() {
    ScenarioPair fixed = new ScenarioPair(BASE, OTHER).fixing(Cost.INCOME, 0.125);
    for (Scenario each : new Scenario[] {fixed.baseline(), fixed.alternative()}) {
      Inputs inputs = each.inputs();
      assertEquals(Distribution.fixed(0.125), inputs.distribution(Cost.INCOME));
      assertEquals(BASE.inputs().evidence(Cost.INCOME), inputs.evidence(Cost.INCOME));
      assertEquals(
          BASE.inputs().distribution(Cost.SCOPE), inputs.distribution(Cost.SCOPE), "untouched");
    }
    assertEquals(BASE.name(), fixed.baseline().name());
    assertNotEquals(
        Distribution.fixed(0.125), BASE.inputs().distribution(Cost.INCOME), "the original");
  }

  @Test
  @DisplayName("leaves a scenario alone whose model lacks the parameter")
  void onlyOneHasIt() {
    Scenario ledger = Ledger.of("ledger", BASE.inputs().years().length()).build();
    ScenarioPair fixed = new ScenarioPair(BASE, ledger).fixing(Ledger.LUCK, 1);
    assertSame(BASE, fixed.baseline());
    assertTrue(fixed.alternative().inputs().distribution(Ledger.LUCK).isFixed());
  }

  @Test
  @DisplayName("refuses unknown parameters, values out of bounds and loops that feed on themselves")
  void refusals() {
    ScenarioPair pair = new ScenarioPair(BASE, OTHER);
    assertHolds(refusal(() -> pair.fixing(parameter("stranger"), 1)), "stranger", "nearest known");
    assertHolds(refusal(() -> pair.fixing(Cost.INCOME, 3)), "incomeShare", "[0.0, 0.5]", "3.0");
    assertHolds(refusal(() -> pair.fixing(Cost.INCOME, Double.NaN)), "NaN");
    Scenario cuts = England.baseline().withEarlyHelpCuts().with(FundingRule.CASH_FLAT);
    ScenarioPair loop = new ScenarioPair(BASE, cuts);
    ScenarioPair all = loop.fixing(EarlyHelpCuts.FLOOR, 1).fixing(EarlyHelpCuts.GAP_SHARE, 1);
    assertHolds(refusal(() -> all.fixing(EarlyHelpCuts.FLOOR, 0.05)), "gain of the loop", "floor");
  }
}
