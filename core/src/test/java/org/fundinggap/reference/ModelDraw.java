package org.fundinggap.reference;

import java.util.function.ToDoubleBiFunction;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.scenario.TracedRun;
import org.fundinggap.simulation.Snapshot;

/**
 * One draw as the model has it.
 *
 * @param inputs the model and its numbers
 * @param numbers every parameter, shock and variable of the draw, by year
 */
record ModelDraw(Inputs inputs, ToDoubleBiFunction<Quantity, FinancialYear> numbers) {
  static ModelDraw of(TracedRun run, int draw) {
    return new ModelDraw(run.inputs(), (quantity, year) -> run.at(quantity, year, draw));
  }

  /** A draw of a simulation of several scenarios. */
  static ModelDraw of(Snapshot draw, Scenario scenario) {
    return new ModelDraw(
        scenario.inputs(), (quantity, year) -> draw.value(scenario.name(), quantity, year));
  }

  double at(Quantity quantity, FinancialYear year) {
    return numbers.applyAsDouble(quantity, year);
  }

  /** A variable by its name, so many years after the base year. */
  double at(String variable, int index) {
    for (Variable each : inputs.model().variables()) {
      if (each.name().equals(variable)) {
        return at(each, year(index));
      }
    }
    throw new AssertionError("the model has no variable " + variable);
  }

  /** What a variable's own equation wrote, whatever levers make of it. */
  double ownAt(String variable, int index) {
    String own = variable + ReferenceLevers.OWN;
    boolean withLevers = inputs.model().variables().stream().anyMatch(v -> v.name().equals(own));
    return at(withLevers ? own : variable, index);
  }

  FinancialYear year(int index) {
    return inputs.years().first().plus(index);
  }
}
