package org.fundinggap.own;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("Unit costs of one's own that move together")
class OwnTogetherTest {
  private static final Settings SETTINGS = Settings.of(1, 2_000);
  private static final Distribution POUNDS = Distribution.triangular(20, 25, 40);
  private static final OwnLine BREAKS =
      OwnLine.each("shortBreaks", "short breaks", Children.CHILDREN, POUNDS, "own survey");
  private static final OwnLine CLUBS =
      OwnLine.each("clubs", "clubs", Children.CHILDREN, POUNDS, "own survey");
  private static final Parameter FIRST = BREAKS.unitCost();
  private static final Parameter SECOND = CLUBS.unitCost();
  private static final OwnEquations TOGETHER =
      OwnEquations.together("fees", "fees of both", pair(FIRST, SECOND), "own survey");

  private static Correlation pair(Parameter one, Parameter other) {
    return Correlation.of(List.of(one.name(), other.name()), new double[][] {{1, 0.8}, {0.8, 1}});
  }

  private static Scenario plain() {
    return England.baseline().with(FundingRule.REAL_FLAT);
  }

  private static Lever dearer() {
    return Lever.named("dearer")
        .multiply(SECOND, Distribution.uniform(0, 0.1), "own survey")
        .from(FinancialYear.parse("2026-27"))
        .build();
  }

  private static double[] draws(Projection run, Scenario scenario, Parameter parameter) {
    return run.draws(scenario.name(), parameter).values();
  }

  @Test
  @DisplayName("are correlated in whatever order they are given, and levers leave them so")
  void twoLinesMoveTogether() {
    Scenario apart = plain().with("apart", BREAKS, CLUBS);
    Scenario together = plain().with("together", TOGETHER, CLUBS, BREAKS);
    Scenario levered = together.with("levered", dearer());
    Projection run = Simulation.of(apart, together, levered).run(SETTINGS);
    assertArrayEquals(draws(run, apart, FIRST), draws(run, together, FIRST));
    assertFalse(Arrays.equals(draws(run, apart, SECOND), draws(run, together, SECOND)));
    assertArrayEquals(draws(run, together, SECOND), draws(run, levered, SECOND));
    assertEquals(List.of("own survey"), together.inputs().evidence(SECOND));
    assertEquals(List.of(), TOGETHER.equations());
  }

  @Test
  @DisplayName("can each be fixed, by which the other keeps its draws, and levers come after")
  void eitherCanBeFixed() {
    Scenario together = plain().with("together", TOGETHER, CLUBS, BREAKS);
    Scenario first = together.fixing(FIRST, 30).named("first").with("first, levered", dearer());
    Scenario second = together.fixing(SECOND, 30).named("second");
    Projection run = Simulation.of(together, first, second).run(SETTINGS);
    assertArrayEquals(draws(run, together, SECOND), draws(run, first, SECOND));
    assertArrayEquals(draws(run, together, FIRST), draws(run, second, FIRST));
    assertEquals(30, draws(run, first, FIRST)[7]);
    assertEquals(30, draws(run, second, SECOND)[7]);
    assertEquals(List.of("own survey"), first.inputs().evidence(FIRST));
  }

  @Test
  @DisplayName("may move with numbers of the model, which may be fixed too")
  void ownMovesWithTheModels() {
    Parameter homes = CostLine.HOMES.unitCost();
    Distribution range = Distribution.elicited(0, 5_000, 6_000, 8_000, 20_000);
    Scenario uncertain =
        plain()
            .changing(
                "uncertain",
                numbers -> numbers.toBuilder().parameter(homes, range, "own survey").build());
    Scenario together =
        uncertain.with(
            "together",
            BREAKS,
            OwnEquations.together("fees", "fees", pair(homes, FIRST), "own survey"));
    Scenario fixed = together.fixing(homes, 6_500).named("fixed").with("again", CLUBS);
    Projection run = Simulation.of(uncertain, together, fixed).run(SETTINGS);
    assertArrayEquals(draws(run, uncertain, homes), draws(run, together, homes));
    assertArrayEquals(draws(run, together, FIRST), draws(run, fixed, FIRST));
    assertEquals(6_500, draws(run, fixed, homes)[7]);
  }

  @Test
  @DisplayName("may be those of own equations, which say so themselves")
  void ownEquationsCorrelateTheirParameters() {
    Parameter one = new Parameter("one", "one", Unit.RATIO, 0, 9);
    Parameter other = new Parameter("other", "other", Unit.RATIO, 0, 9);
    Variable product = Variable.of("both", "both", Unit.RATIO);
    Equation equation =
        Equation.of("X1", "one x other")
            .uses(one, other)
            .writes(product)
            .as(
                block -> {
                  for (int i = 0; i < block.draws(); i++) {
                    block.column(product)[i] = block.column(one)[i] * block.column(other)[i];
                  }
                });
    OwnEquations own =
        OwnEquations.of("x", "x", equation)
            .parameter(one, Distribution.uniform(0, 1), "own survey")
            .parameter(other, Distribution.uniform(0, 1), "own survey")
            .correlation(pair(one, other), "own survey");
    Scenario together = plain().with("together", own);
    Scenario fixed = together.fixing(one, 1).named("fixed").with("again", CLUBS);
    Projection run = Simulation.of(together, fixed).run(SETTINGS);
    assertArrayEquals(draws(run, together, other), draws(run, fixed, other));
    assertEquals(1, draws(run, fixed, one)[3]);
  }

  @Test
  @DisplayName("are refused by name where they are of a lever, unknown, fixed or elsewhere")
  void refusals() {
    Scenario levered = plain().with("levered", dearerHomes());
    Parameter size = levered.levers().get(0).sizes().get(0).parameter();
    OwnEquations ofSize =
        OwnEquations.together("fees", "fees", pair(CareEntries.DRIFT, size), "own survey");
    assertHolds(refused(() -> levered.with("x", ofSize)), "\"" + size.name() + "\"", "must name");
    assertHolds(
        refused(
            () ->
                levered.changing(
                    "x",
                    numbers ->
                        numbers.toBuilder()
                            .correlation(pair(CareEntries.DRIFT, size), "own survey")
                            .build())),
        "scenario \"x\"",
        "\"" + size.name() + "\"");
    OwnEquations fixed =
        OwnEquations.together("fees", "fees", pair(FIRST, Cost.WEEKS), "own survey");
    assertHolds(
        refused(() -> plain().with("x", fixed)), "\"" + FIRST.name() + "\"", Cost.WEEKS.name());
    OwnLine certain =
        OwnLine.each("clubs", "clubs", Children.CHILDREN, Distribution.fixed(30), "own survey");
    assertHolds(
        refused(() -> plain().with("x", TOGETHER, BREAKS, certain)),
        "parameter " + SECOND.name(),
        "fixed at 30");
    OwnEquations twice =
        OwnEquations.together("more", "more", pair(SECOND, CareEntries.DRIFT), "own survey");
    assertHolds(
        refused(() -> plain().with("x", TOGETHER, twice, BREAKS, CLUBS)),
        "parameter " + SECOND.name(),
        "in two");
  }

  private static Lever dearerHomes() {
    return Lever.named("dearer homes")
        .multiply(CostLine.HOMES.unitCost(), Distribution.uniform(0, 0.1), "own survey")
        .from(FinancialYear.parse("2026-27"))
        .build();
  }

  private static String refused(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
