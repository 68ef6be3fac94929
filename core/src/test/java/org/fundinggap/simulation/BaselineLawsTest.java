package org.fundinggap.simulation;

import static org.fundinggap.demand.EarlyHelp.ELASTICITY_ENTRIES;
import static org.fundinggap.demand.EarlyHelp.ELASTICITY_NEED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The laws of simulation on the model of England, with all its equations and correlations. */
@DisplayName("The baseline of England")
@Tag("medium")
class BaselineLawsTest {
  /** Three blocks, the last of them not full. */
  private static final Settings SETTINGS = Settings.of(2025, 2_500);

  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Baseline ENGLAND = Baseline.england(EVIDENCE).withoutCurrentLaw();
  private static final Scenario CASH_FLAT = ENGLAND.with(FundingRule.CASH_FLAT);
  private static final Scenario REAL_FLAT = ENGLAND.with(FundingRule.REAL_FLAT);

  private static Projection both;

  @BeforeAll
  static void run() {
    both = Simulation.of(CASH_FLAT, REAL_FLAT).on(Execution.ofThreads(1)).run(SETTINGS);
  }

  private static Set<Variable> variables(Scenario scenario) {
    return scenario.inputs().model().variables();
  }

  private static Set<Variable> written(List<Equation> equations) {
    Set<Variable> written = new HashSet<>();
    equations.forEach(equation -> written.addAll(equation.writes()));
    return written;
  }

  @Test
  @DisplayName("has the same bits on 1, 2 and 7 threads and in any order of blocks")
  void threadsAndOrderDoNotMatter() {
    Simulation simulation = Simulation.of(CASH_FLAT, REAL_FLAT);
    for (int threads : new int[] {2, 7}) {
      Bits.assertSame(both, simulation.on(Execution.ofThreads(threads)).run(SETTINGS));
    }
    Simulation alone = simulation.on(Execution.ofThreads(1));
    assertEquals(both.digest(), alone.run(SETTINGS, DrawRange.all(SETTINGS), i -> 2 - i).digest());
    assertEquals(
        both.digest(), alone.run(SETTINGS, DrawRange.all(SETTINGS), i -> (i + 1) % 3).digest());
  }

  @Test
  @DisplayName("keeps its first draws when more are made")
  void firstDrawsStay() {
    for (int draws : new int[] {1, 1_024, 1_500}) {
      Projection fewer = Simulation.of(CASH_FLAT).run(Settings.of(SETTINGS.seed(), draws));
      String name = CASH_FLAT.name();
      for (Variable variable : variables(CASH_FLAT)) {
        Bits.assertFirstSame(both.outcome(name, variable), fewer.outcome(name, variable), draws);
      }
    }
  }

  @Test
  @DisplayName("does not move when scenarios with other rules, years or base years join it")
  void otherScenariosDoNotMatter() {
    Scenario twin = new Scenario("twin", "the same again", CASH_FLAT.inputs());
    Scenario older =
        Baseline.england(EVIDENCE, FinancialYear.parse("2023-24")).with(FundingRule.FOLLOWS_NEED);
    Scenario shorter =
        new Scenario(
            "shorter",
            "three years",
            ENGLAND.to(FinancialYear.parse("2027-28")).with(FundingRule.CASH_FLAT).inputs());
    Projection four = Simulation.of(older, twin, shorter, CASH_FLAT).run(SETTINGS);
    for (Variable variable : variables(CASH_FLAT)) {
      Outcome expected = both.outcome(CASH_FLAT.name(), variable);
      Bits.assertSame(expected, four.outcome(CASH_FLAT.name(), variable));
      Bits.assertSame(expected, four.outcome("twin", variable));
      Bits.assertFirstSame(expected, four.outcome("shorter", variable), SETTINGS.draws());
    }
  }

  @Test
  @DisplayName("has the same demand and cost whatever the rule of funding")
  void fundingDoesNotMoveDemandOrCost() {
    Set<Variable> before = written(Demand.equations());
    before.addAll(written(Cost.equations()));
    for (Variable variable : before) {
      Bits.assertSame(
          both.outcome(CASH_FLAT.name(), variable), both.outcome(REAL_FLAT.name(), variable));
    }
    FinancialYear last = ENGLAND.years().last();
    double[] cashGap = both.outcome(CASH_FLAT.name(), Gap.BUDGET.cash()).in(last).values();
    double[] realGap = both.outcome(REAL_FLAT.name(), Gap.BUDGET.cash()).in(last).values();
    assertFalse(Arrays.equals(cashGap, realGap), "the rule must move the gap");
  }

  @Test
  @DisplayName("has the same demand when the equations of cost and funding are left out")
  void demandAloneHasTheSameBits() {
    // Early help comes back from cost and funding; without effects it leaves all else alone.
    InputsBuilder unfelt = CASH_FLAT.inputs().toBuilder();
    for (Parameter elasticity : List.of(ELASTICITY_NEED, ELASTICITY_ENTRIES)) {
      unfelt.parameter(elasticity, Distribution.fixed(0), "a-trial");
    }
    Inputs whole = unfelt.build();
    List<Equation> equations = new ArrayList<>(Demand.equations());
    equations.add(
        Equation.of("D9e", "early help = that of the base year")
            .writes(EarlyHelp.LEVEL)
            .as(block -> Arrays.fill(block.column(EarlyHelp.LEVEL), 0, block.draws(), 0)));
    Model demand = Model.of("demand alone", equations);
    Scenario alone = new Scenario(CASH_FLAT.name(), "demand alone", copy(whole, demand).build());
    Projection part = Simulation.of(alone).run(SETTINGS);
    Projection all =
        Simulation.of(new Scenario(CASH_FLAT.name(), "early help unfelt", whole)).run(SETTINGS);
    Set<Variable> compared = new HashSet<>(demand.variables());
    compared.removeAll(
        Set.of(EarlyHelp.LEVEL, EarlyHelp.ONE_YEAR_AGO, EarlyHelp.TWO_YEARS_AGO, EarlyHelp.FELT));
    Bits.assertSame(all, part, alone.name(), compared);
  }

  private static InputsBuilder copy(Inputs whole, Model demand) {
    InputsBuilder part = Inputs.builder(demand, whole.years());
    demand.parameters().forEach(p -> part.parameter(p, whole.distribution(p), "same-as-whole"));
    for (Variable variable : demand.variables()) {
      whole.opening(variable).ifPresent(value -> part.opening(variable, value, "same-as-whole"));
    }
    for (Schedule path : demand.schedules()) {
      TreeMap<FinancialYear, Double> values = new TreeMap<>();
      whole.years().years().forEach(year -> values.put(year, whole.schedule(path, year)));
      part.schedule(path, values, "same-as-whole");
    }
    Set<String> shocks = new HashSet<>();
    demand.shocks().forEach(shock -> shocks.add(shock.name()));
    whole.correlations().stream()
        .filter(correlation -> shocks.containsAll(correlation.names()))
        .forEach(correlation -> part.correlation(correlation, "same-as-whole"));
    return part;
  }

  @Test
  @DisplayName("moves only what lies downstream when one parameter is fixed")
  void fixedParameterMovesItsOwnVariablesOnly() {
    Inputs fixed =
        CASH_FLAT.inputs().toBuilder()
            .parameter(Referrals.TREND, Distribution.fixed(0.01), "a-trial")
            .build();
    Projection run =
        Simulation.of(new Scenario(CASH_FLAT.name(), "trend fixed", fixed)).run(SETTINGS);
    Set<Variable> moved = downstream(fixed.model(), Referrals.LEVEL);
    Set<Variable> still = new HashSet<>(variables(CASH_FLAT));
    still.removeAll(moved);
    assertTrue(moved.contains(Cost.NEED), "need must lie downstream of referrals");
    Bits.assertSame(both, run, CASH_FLAT.name(), still);
    FinancialYear last = ENGLAND.years().last();
    assertFalse(
        Arrays.equals(
            both.outcome(CASH_FLAT.name(), Cost.NEED).in(last).values(),
            run.outcome(CASH_FLAT.name(), Cost.NEED).in(last).values()));
  }

  private static Set<Variable> downstream(Model model, Variable source) {
    Set<Variable> reached = new HashSet<>(Set.of(source));
    for (int size = 0; size < reached.size(); ) {
      size = reached.size();
      for (Equation equation : model.equations()) {
        if (!Collections.disjoint(reached, equation.reads())
            || !Collections.disjoint(reached, equation.readsLastYear())) {
          reached.addAll(equation.writes());
        }
      }
    }
    return reached;
  }
}
