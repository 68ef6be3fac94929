package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.years;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.random.Correlation;

/** A model that shows what is drawn for parameters p0, p1 and so on, which may move together. */
final class Together {
  private Together() {}

  static Parameter p(int i) {
    return parameter("p" + i);
  }

  private static Equation copy(int i) {
    Parameter parameter = p(i);
    Variable copy = number("x" + i);
    return Equation.of("E" + i, "p" + i).uses(parameter).writes(copy).as(new Copy(parameter, copy));
  }

  /** A value, so that options share equations of equal numbers. */
  private record Copy(Parameter from, Variable to) implements Formula {
    @Override
    public void apply(Block block) {
      System.arraycopy(block.column(from), 0, block.column(to), 0, block.draws());
    }
  }

  /** Parameters that are independent. */
  static InputsBuilder inputs(List<Distribution> distributions) {
    List<Equation> equations = new ArrayList<>();
    for (int i = 0; i < distributions.size(); i++) {
      equations.add(copy(i));
    }
    InputsBuilder inputs = Inputs.builder(Model.of("copies", equations), years(2024, 2026));
    for (int i = 0; i < distributions.size(); i++) {
      inputs.parameter(p(i), distributions.get(i), EVIDENCE);
    }
    return inputs;
  }

  /** A correlation of some of them, in this order. */
  static Correlation correlation(double[][] matrix, int... which) {
    List<String> names = new ArrayList<>();
    for (int i : which) {
      names.add(p(i).name());
    }
    return Correlation.of(names, matrix);
  }

  static Correlation pair(double rho, int one, int other) {
    return correlation(new double[][] {{1, rho}, {rho, 1}}, one, other);
  }
}
