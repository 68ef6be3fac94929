package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.DriftFade;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.GivenByYear;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Overlay;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.TracedRun;

/**
 * Equations of cost over three years of given demand, with numbers that can be checked by eye. Made
 * anew each time: nothing of the package is kept from test to test.
 */
final class SmallCost {
  static final FinancialYear BASE = FinancialYear.parse("2024-25");
  static final YearRange YEARS = YearRange.inclusive(BASE, BASE.plus(2));

  private static final String EVIDENCE = "made-up";

  private final Map<Variable, double[]> given = new LinkedHashMap<>();
  private final Map<Parameter, Double> parameters = new LinkedHashMap<>();
  private final Map<Variable, Double> openings = new LinkedHashMap<>();
  private final Map<Parameter, double[]> varying = new LinkedHashMap<>();
  private double[] inflation = {0, 0, 0};

  /** Demand that differs from year to year, and parameters at 1 if they may be, else at zero. */
  SmallCost() {
    given(Placement.HOMES.average(), 100, 110, 80);
    given(Placement.FOSTER.average(), 1000, 900, 950);
    given(CareLeavers.AVERAGE, 400, 500, 450);
    given(Placements.LOOKED_AFTER_AVERAGE, 1200, 1100, 1300);
    given(ChildrenInNeed.AVERAGE, 4000, 5000, 6400);
    given(Children.CHILDREN, 10_000, 11_000, 12_000);
    given(EarlyHelp.KEPT, 1, 0.9, 0.5);
    given(DriftFade.FADE, 1, 0.5, 0.25);
    with(Cost.WEEKS, 52);
    for (CostLine line : CostLine.values()) {
      with(line.unitCost(), 0).with(line.reconciliation(), 0);
      if (line.isBlock()) {
        with(line.policyGrowth(), 0).with(line.policySpread(), 0);
      }
    }
    for (PriceIndex index : PriceIndex.values()) {
      with(index.recentDrift(), 0).with(index.longRunDrift(), 0).with(index.spread(), 0);
      opening(index.deviation(), 0);
    }
    with(Inflation.SPREAD, 0).opening(Inflation.DEVIATION, 0);
    with(Cost.SCOPE, 0).with(Cost.INCOME, 0);
  }

  /** A variable of demand, by year. */
  SmallCost given(Variable variable, double... values) {
    given.put(variable, values);
    return this;
  }

  SmallCost with(Parameter parameter, double value) {
    parameters.put(parameter, value);
    return this;
  }

  /** A parameter that differs from year to year, as levers make it. */
  SmallCost varying(Parameter parameter, double... values) {
    varying.put(parameter, values);
    return this;
  }

  SmallCost opening(Variable variable, double value) {
    openings.put(variable, value);
    return this;
  }

  /** Growth of the deflator, from the base year on. */
  SmallCost inflation(double... growth) {
    inflation = growth;
    return this;
  }

  /** A whole block of draws; shocks differ from draw to draw. */
  TracedRun run() {
    Overlay overlay = Overlay.of(inputs());
    varying.forEach(
        (parameter, values) -> {
          Variable now = Variable.of(parameter.name() + ".now", parameter.label(), Unit.RATIO);
          Schedule path = new Schedule("path." + now.name(), now.label(), Unit.RATIO);
          overlay.vary(parameter, now, GivenByYear.of(now, path));
          overlay.schedule(path, byYear(values), Origin.given(EVIDENCE));
        });
    return TracedRun.of(overlay.build(), Block.SIZE, 1);
  }

  /** In the first draw of a block and in its last. */
  static void assertPath(TracedRun run, Variable variable, double... expected) {
    for (int years = 0; years < expected.length; years++) {
      for (int draw : new int[] {0, Block.SIZE - 1}) {
        double found = run.at(variable, BASE.plus(years), draw);
        assertEquals(expected[years], found, 1e-9, variable.name() + " after " + years);
      }
    }
  }

  private Inputs inputs() {
    Map<Schedule, double[]> paths = new LinkedHashMap<>();
    List<Equation> equations = new ArrayList<>();
    given.forEach(
        (variable, values) -> {
          Schedule path = new Schedule("path." + variable.name(), variable.label(), Unit.RATIO);
          paths.put(path, values);
          equations.add(GivenByYear.of(variable, path));
        });
    equations.addAll(Cost.equations());
    Model model = Model.of("three years of cost", equations);
    InputsBuilder inputs = Inputs.builder(model, YEARS);
    for (Parameter each : model.parameters()) {
      double value = parameters.getOrDefault(each, Math.min(1, each.upper()));
      inputs.parameter(each, Distribution.fixed(value), EVIDENCE);
    }
    for (Equation equation : model.equations()) {
      if (!equation.readsLastYear().isEmpty()) {
        equation
            .writes()
            .forEach(each -> inputs.opening(each, openings.getOrDefault(each, 1.0), EVIDENCE));
      }
    }
    paths.put(Inflation.CENTRAL, inflation);
    paths.forEach((path, values) -> inputs.schedule(path, byYear(values), EVIDENCE));
    return inputs.build();
  }

  private static Map<FinancialYear, Double> byYear(double... values) {
    Map<FinancialYear, Double> path = new TreeMap<>();
    for (double value : values) {
      path.put(BASE.plus(path.size()), value);
    }
    return path;
  }
}
