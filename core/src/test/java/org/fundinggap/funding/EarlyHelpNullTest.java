package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Bits;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Early help that does nothing changes no bit")
@Tag("medium")
class EarlyHelpNullTest {
  /** A block and a part of one. */
  private static final Settings SETTINGS = Settings.of(31, 1_300);

  private static final String EVIDENCE = "early-help-gap-share";

  private static Projection run(String name, Inputs inputs) {
    return Simulation.of(new Scenario(name, "a trial", inputs)).run(SETTINGS);
  }

  private static Inputs withShare(Inputs cut, double share) {
    return cut.toBuilder()
        .parameter(EarlyHelpCuts.GAP_SHARE, Distribution.fixed(share), EVIDENCE)
        .build();
  }

  @ParameterizedTest
  @EnumSource(
      value = FundingRule.class,
      names = {"CASH_FLAT", "REAL_FLAT", "COUNCIL_TAX", "FOLLOWS_OUTTURN", "FOLLOWS_NEED"})
  @DisplayName("the loop with a gap share of zero is the model without the loop")
  void nothingIsCut_whenTheGapShareIsZero(FundingRule rule) {
    Inputs without = England.inputs(rule);
    Inputs cut = England.baseline().withEarlyHelpCuts().with(rule).inputs();
    Projection expected = run("trial", without);
    Set<Variable> variables = without.model().variables();
    assertEquals(variables, cut.model().variables());
    Bits.assertSame(expected, run("trial", withShare(cut, 0)), "trial", variables);

    // The loop is there: with a share it moves early help.
    FinancialYear last = without.years().last();
    double[] kept = run("trial", withShare(cut, 0.4)).outcome(EarlyHelp.KEPT).in(last).values();
    assertTrue(java.util.Arrays.stream(kept).anyMatch(share -> share < 1));
  }

  private static Inputs atBaseLevel(double elasticity, double policyGrowth) {
    InputsBuilder inputs =
        England.withStreams(
            List.of(FundingStream.core(FundingRule.COUNCIL_TAX), FundingStream.asylum()));
    for (CostLine line : CostLine.earlyHelp()) {
      inputs.parameter(line.policyGrowth(), Distribution.fixed(policyGrowth), EVIDENCE);
      inputs.parameter(line.policySpread(), Distribution.fixed(0), EVIDENCE);
    }
    return inputs
        .parameter(EarlyHelp.ELASTICITY_NEED, Distribution.fixed(elasticity), EVIDENCE)
        .parameter(EarlyHelp.ELASTICITY_ENTRIES, Distribution.fixed(1.5 * elasticity), EVIDENCE)
        .build();
  }

  @Test
  @DisplayName("early help at its base level leaves demand as it would be without effects")
  void elasticitiesDoNotMatter_whenEarlyHelpStaysAtItsBaseLevel() {
    Projection expected = run("trial", atBaseLevel(0, 0));
    Projection found = run("trial", atBaseLevel(0.2, 0));
    Bits.assertSame(
        expected, found, "trial", expected.scenarios().get(0).inputs().model().variables());
  }

  @Test
  @DisplayName("and moves just what lies behind it where policy does move it")
  void elasticitiesMatter_whenPolicyMovesEarlyHelp() {
    Projection without = run("trial", atBaseLevel(0, 0.05));
    Projection with = run("trial", atBaseLevel(0.2, 0.05));
    FinancialYear last = without.scenarios().get(0).inputs().years().last();
    Set<String> moved = new HashSet<>();
    for (Variable variable : without.scenarios().get(0).inputs().model().variables()) {
      if (without.outcome(variable).in(last).mean() != with.outcome(variable).in(last).mean()) {
        moved.add(variable.name());
      }
    }
    assertTrue(moved.containsAll(Set.of("childrenInNeed", "careEntries", "need", "careLeavers")));
    for (String still :
        List.of("children", "referrals", "plans", "asylumLookedAfter", "price.homes")) {
      assertTrue(!moved.contains(still), still);
    }
    double less = with.outcome(EarlyHelp.ON_NEED).in(last).mean();
    assertEquals(StrictMath.exp(-0.2 * with.outcome(EarlyHelp.FELT).in(last).mean()), less, 1e-3);
    assertTrue(less < 1);
  }
}
