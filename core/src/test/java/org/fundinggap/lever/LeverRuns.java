package org.fundinggap.lever;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Runs of scenarios with levers, and comparisons of what they give to the last bit. */
final class LeverRuns {
  private LeverRuns() {}

  /** One scenario alone, so that it takes nothing over from another. */
  static Projection alone(Scenario scenario, long seed, int draws) {
    return Simulation.of(scenario).run(Settings.of(seed, draws));
  }

  static double[] values(Projection run, Variable variable, FinancialYear year) {
    return run.outcome(variable).in(year).values();
  }

  /** What a variable's own equation wrote, in a run of a scenario that changes it. */
  static double[] own(Projection run, Variable variable, FinancialYear year) {
    return values(run, LeverEquations.own(variable), year);
  }

  static Variable effective(Parameter parameter, Projection run) {
    return LeverEquations.effective(parameter, years(run).get(0));
  }

  static List<FinancialYear> years(Projection run) {
    return run.scenarios().get(0).inputs().years().years();
  }

  static Collection<Variable> variables(Projection run) {
    return run.scenarios().get(0).inputs().model().variables();
  }

  /** Checks that every variable of the first run has the same bits in the second in a year. */
  static void assertSame(Projection expected, Projection actual, FinancialYear year) {
    for (Variable variable : variables(expected)) {
      int mismatch =
          Arrays.mismatch(values(expected, variable, year), values(actual, variable, year));
      assertEquals(-1, mismatch, () -> variable.name() + " in " + year);
    }
  }

  /** Checks that every variable of the first run has the same bits in the second in all years. */
  static void assertSame(Projection expected, Projection actual) {
    years(expected).forEach(year -> assertSame(expected, actual, year));
  }
}
