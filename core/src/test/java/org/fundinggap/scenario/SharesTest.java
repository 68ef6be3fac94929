package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Shares of England over sixty years")
@Tag("medium")
class SharesTest {
  /** With the base year sixty, as far as the deflator goes. */
  private static final int YEARS = 59;

  private static final String EVIDENCE = "looked-after";

  /** All parameters anywhere within what they can be, but policy, which may add early help. */
  private static Scenario widest() {
    Baseline baseline = England.baseline();
    Scenario scenario = baseline.to(baseline.baseYear().plus(YEARS)).with(FundingRule.COUNCIL_TAX);
    InputsBuilder inputs = scenario.inputs().toBuilder();
    for (Parameter each : scenario.inputs().model().parameters()) {
      if (!each.equals(EarlyHelp.KEPT_BY_POLICY)) {
        inputs.parameter(each, Distribution.uniform(each.lower(), each.upper()), EVIDENCE);
      }
    }
    return new Scenario("widest", "every parameter within its bounds", inputs.build());
  }

  private static Set<Variable> shares(Scenario scenario) {
    return scenario.inputs().model().variables().stream()
        .filter(each -> each.unit() == Unit.SHARE)
        .collect(Collectors.toSet());
  }

  private static void assertWithinWhole(Scenario scenario, Settings settings) {
    Set<Variable> shares = shares(scenario);
    assertTrue(shares.size() >= 7, shares.toString());
    Projection run = Simulation.of(scenario).keeping(shares.toArray(Variable[]::new)).run(settings);
    for (Variable share : shares) {
      for (FinancialYear year : scenario.inputs().years().years()) {
        Draws draws = run.outcome(share).in(year);
        assertTrue(draws.quantile(0) >= 0, share.name() + " " + year + ": " + draws);
        assertTrue(draws.quantile(1) <= 1, share.name() + " " + year + ": " + draws);
      }
    }
  }

  @Test
  @DisplayName("stay within 0 and 1 whatever parameters are, within their bounds")
  void noShareLeavesTheWhole() {
    assertWithinWhole(widest(), Settings.of(7, 500));
  }

  @Test
  @DisplayName("reach the whole and stay there where a drift hardly fades")
  void shareStopsAtTheWhole() {
    Scenario widest = widest();
    InputsBuilder inputs = widest.inputs().toBuilder();
    for (Parameter each : List.of(Placements.INDEPENDENT_DRIFT, DriftFade.HALF_LIFE)) {
      inputs.parameter(each, Distribution.fixed(each.upper()), EVIDENCE);
    }
    Scenario upper = new Scenario("upper", "drift at its greatest", inputs.build());
    assertWithinWhole(upper, Settings.of(7, 50));
    Draws last =
        Simulation.of(upper)
            .keeping(Placements.INDEPENDENT_FOSTER_SHARE)
            .run(Settings.of(7, 50))
            .outcome(Placements.INDEPENDENT_FOSTER_SHARE)
            .in(upper.inputs().years().last());
    assertEquals(1, last.quantile(0));
  }
}
