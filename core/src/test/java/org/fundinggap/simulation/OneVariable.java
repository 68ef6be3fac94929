package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;

import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Pieces;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/** The smallest models there are: one variable, worked out anew every year. */
public final class OneVariable {
  private static final Parameter PARAMETER = Pieces.parameter("parameter");

  private OneVariable() {}

  /** A variable that is the same parameter, whatever the two names of variable and scenario. */
  public static Scenario equalTo(
      Distribution distribution, String scenario, String variable, YearRange years) {
    Variable copy = Pieces.number(variable);
    Equation equation =
        Equation.of("E1", "the parameter")
            .uses(PARAMETER)
            .writes(copy)
            .as(
                block ->
                    System.arraycopy(
                        block.column(PARAMETER), 0, block.column(copy), 0, block.draws()));
    Inputs inputs =
        Inputs.builder(Model.of("copy", List.of(equation)), years)
            .parameter(PARAMETER, distribution, EVIDENCE)
            .build();
    return new Scenario(scenario, "one parameter", inputs);
  }

  /** A variable {@code x} with a formula, in a scenario {@code s}. */
  public static Scenario by(Formula formula, YearRange years) {
    Equation equation = Equation.of("E1", "a formula").writes(Pieces.number("x")).as(formula);
    return new Scenario(
        "s", "a formula", Inputs.builder(Model.of("m", List.of(equation)), years).build());
  }
}
