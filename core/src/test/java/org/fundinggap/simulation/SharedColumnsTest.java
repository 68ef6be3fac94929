package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Sampler;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of a run read the same columns; here they share as little as they can besides names.
 * Draws end inside a block.
 */
@DisplayName("Columns that scenarios share")
class SharedColumnsTest {
  private static final Settings SETTINGS = Settings.of(5, 2_500);
  private static final YearRange YEARS = years(2024, 2027);
  private static final List<Shock> SHOCKS = List.of(shock("a"), shock("b"), shock("c"));
  private static final List<Distribution> DISTRIBUTIONS =
      List.of(
          Distribution.normal(0.0, 1.0),
          Distribution.normal(0.0, 2.0),
          Distribution.fixed(3.0),
          Distribution.uniform(-1.0, 1.0),
          Distribution.zeroOr(0.5, Distribution.gamma(2.0, 1.0)));
  private static final List<Correlation> CORRELATIONS =
      List.of(
          together(0.5, "a", "b"),
          together(-0.5, "a", "b"),
          together(0.5, "b", "a"),
          together(0.2, "a", "b", "c"),
          together(0.4, "c", "b"));

  /** The same correlation of any two. */
  private static Correlation together(double rho, String... names) {
    double[][] matrix = new double[names.length][names.length];
    for (int i = 0; i < names.length; i++) {
      Arrays.fill(matrix[i], rho);
      matrix[i][i] = 1.0;
    }
    return Correlation.of(List.of(names), matrix);
  }

  private static Equation copy(Quantity quantity, Variable copy) {
    return Equation.of("E-" + copy.name(), quantity.name())
        .uses(quantity)
        .writes(copy)
        .as(
            block -> {
              double[] from =
                  quantity instanceof Shock drawn
                      ? block.column(drawn)
                      : block.column(parameter(quantity.name()));
              System.arraycopy(from, 0, block.column(copy), 0, block.draws());
            });
  }

  private static Variable copyOf(Shock shock) {
    return number("copy of " + shock.name());
  }

  private static Scenario scenario(
      String name, YearRange years, Distribution distribution, List<Correlation> correlations) {
    List<Equation> equations = new ArrayList<>();
    equations.add(copy(parameter("p"), number("x")));
    SHOCKS.forEach(each -> equations.add(copy(each, copyOf(each))));
    InputsBuilder inputs =
        Inputs.builder(Model.of("copies", equations), years)
            .parameter(parameter("p"), distribution, EVIDENCE);
    correlations.forEach(each -> inputs.correlation(each, EVIDENCE));
    return new Scenario(name, "copies of what is drawn", inputs.build());
  }

  private static List<Scenario> twenty() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int first = 2018 + 3 * i % 7;
      int group = i % 6;
      scenarios.add(
          scenario(
              "s" + i,
              years(first, first + 1 + i % 5),
              DISTRIBUTIONS.get(i % 5),
              group == 5 ? List.of() : List.of(CORRELATIONS.get(group))));
    }
    return scenarios;
  }

  @Test
  @DisplayName("give each of twenty scenarios the bits that it has alone, in any order")
  void twentyScenariosAreAsAlone() {
    List<Scenario> scenarios = twenty();
    for (int order = 0; order < 3; order++) {
      Collections.shuffle(scenarios, new Random(order));
      Projection together = Simulation.of(scenarios).run(SETTINGS);
      for (Scenario each : scenarios) {
        Projection alone = Simulation.of(each).run(SETTINGS);
        Bits.assertSame(
            alone, together, each.name(), new ArrayList<>(alone.variables(each.name())));
      }
    }
  }

  @Test
  @DisplayName("hold the same uniforms for a name, whatever its distribution")
  void distributionsOfOneNameShareItsUniforms() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < DISTRIBUTIONS.size(); i++) {
      scenarios.add(scenario("s" + i, YEARS, DISTRIBUTIONS.get(i), List.of()));
    }
    Projection run = Simulation.of(scenarios).run(SETTINGS);
    double[] u = new double[SETTINGS.draws()];
    Sampler.independent(SETTINGS.seed()).uniforms(Chance.stream("p"), 0, u, u.length);
    for (int i = 0; i < DISTRIBUTIONS.size(); i++) {
      double[] expected = new double[u.length];
      DISTRIBUTIONS.get(i).quantiles(u, expected, u.length);
      for (FinancialYear year : YEARS.years()) {
        assertArrayEquals(expected, run.outcome("s" + i, number("x")).in(year).values(), "s" + i);
      }
    }
  }

  @Test
  @DisplayName("hold the same normals for a shock that is correlated with others or leads them")
  void leadingShockIsTheSame_whateverItIsCorrelatedWith() {
    Distribution any = DISTRIBUTIONS.get(0);
    Projection run =
        Simulation.of(
                scenario("free", YEARS, any, List.of()),
                scenario("two", YEARS, any, List.of(together(0.2, "a", "b"))),
                scenario("three", YEARS, any, List.of(together(0.2, "a", "b", "c"))),
                scenario("back", YEARS, any, List.of(together(0.2, "b", "a"))))
            .run(SETTINGS);
    for (FinancialYear year : YEARS.years().subList(1, YEARS.length())) {
      double[] normals = new double[SETTINGS.draws()];
      Sampler.independent(SETTINGS.seed())
          .normals(Chance.stream("a", year), 0, normals, normals.length);
      for (String scenario : List.of("free", "two", "three")) {
        assertArrayEquals(normals, values(run, scenario, 0, year), scenario);
      }
      // One more name at the end moves none before it.
      assertArrayEquals(values(run, "two", 1, year), values(run, "three", 1, year));
      assertFalse(Arrays.equals(normals, values(run, "back", 0, year)), "a comes second there");
      assertArrayEquals(values(run, "free", 1, year), values(run, "back", 1, year));
    }
  }

  private static double[] values(Projection run, String scenario, int shock, FinancialYear year) {
    return run.outcome(scenario, copyOf(SHOCKS.get(shock))).in(year).values();
  }

  @Test
  @DisplayName("come back to the same bits when they are drawn again for what is asked later")
  void inputsAskedForLaterHaveTheBitsOfTheRun() {
    List<Scenario> scenarios = twenty();
    Projection run = Simulation.of(scenarios).run(SETTINGS);
    for (Scenario each : scenarios) {
      FinancialYear last = each.inputs().years().last();
      assertArrayEquals(
          run.outcome(each.name(), number("x")).in(last).values(),
          run.draws(each.name(), parameter("p")).values());
      for (Shock shock : SHOCKS) {
        assertArrayEquals(
            run.outcome(each.name(), copyOf(shock)).in(last).values(),
            run.draws(each.name(), shock, last).values());
      }
    }
    assertEquals(20, run.scenarios().size());
  }
}
