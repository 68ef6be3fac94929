package org.fundinggap.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What several scenarios have in common is worked out once, and changes nothing")
@Tag("medium")
class SharedRunsTest {
  private static final Settings SETTINGS = Settings.of(11, 1_500);

  private final Baseline baseline = England.baseline();

  private static void assertAsAlone(List<Scenario> together) {
    Projection run = Simulation.of(together).run(SETTINGS);
    for (Scenario scenario : together) {
      Projection alone = Simulation.of(scenario).run(SETTINGS);
      for (Variable variable : scenario.inputs().model().variables()) {
        for (FinancialYear year : scenario.inputs().years().years()) {
          assertArrayEquals(
              alone.outcome(variable).in(year).values(),
              run.outcome(scenario.name(), variable).in(year).values(),
              () -> variable.name() + " of " + scenario.name() + " in " + year);
        }
      }
    }
  }

  @Test
  void everyVariableIsAsInARunAlone_underFourFundingRules() {
    assertAsAlone(
        baseline.withEach(
            FundingRule.CASH_FLAT,
            FundingRule.REAL_FLAT,
            FundingRule.FOLLOWS_OUTTURN,
            FundingRule.FOLLOWS_NEED));
  }

  @Test
  void everyVariableIsAsInARunAlone_whenALaterScenarioHasOtherNumbersOrFewerYears() {
    Scenario first = baseline.with(FundingRule.CASH_FLAT);
    Inputs changed =
        first.inputs().toBuilder()
            .parameter(Placements.HOMES_DRIFT, Distribution.fixed(0.1), "homes-weight-drift")
            .build();
    Scenario drifting = new Scenario("homes drift", "for a test", changed);
    Inputs opened = first.inputs().toBuilder().opening(Referrals.LEVEL, 600, "referrals").build();
    Scenario higher = new Scenario("more referrals", "for a test", opened);
    Scenario shorter = baseline.to(FinancialYear.parse("2028-29")).with(FundingRule.REAL_FLAT);
    assertAsAlone(List.of(first, drifting, higher, shorter));
    assertAsAlone(List.of(shorter, first));

    Projection run = Simulation.of(first, drifting).keeping(Cost.NEED).run(SETTINGS);
    FinancialYear last = baseline.years().last();
    assertFalse(
        Arrays.equals(
            run.outcome(first.name(), Cost.NEED).in(last).values(),
            run.outcome(drifting.name(), Cost.NEED).in(last).values()));
  }

  @Test
  @DisplayName("demand and cost are taken over under every rule, but where early help is cut")
  void demandAndCostAreWorkedOutOnce() {
    BlockStepper first = new BlockStepper(England.inputs(FundingRule.CASH_FLAT));
    for (FundingRule rule : List.of(FundingRule.REAL_FLAT, FundingRule.FOLLOWS_OUTTURN)) {
      BlockStepper next = new BlockStepper(Option.of("next", England.inputs(rule)), first);
      for (Parameter parameter : England.inputs(rule).model().parameters()) {
        boolean ofFunding = parameter.name().startsWith("outturn");
        assertEquals(ofFunding, next.uses(parameter), parameter.name());
      }
    }
    Inputs cut = baseline.withEarlyHelpCuts().with(FundingRule.REAL_FLAT).inputs();
    assertTrue(new BlockStepper(Option.of("cut", cut), first).uses(Placement.FOSTER.exitRate()));
  }
}
