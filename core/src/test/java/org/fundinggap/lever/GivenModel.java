package org.fundinggap.lever;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.GivenByYear;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;

/** A model of variables that are given for 2024-25 and the two years after it. */
final class GivenModel {
  private final Map<Variable, double[]> given = new LinkedHashMap<>();
  private final Map<Parameter, Double> parameters = new LinkedHashMap<>();
  private final List<Equation> more = new ArrayList<>();
  private final Map<Variable, Double> openings = new LinkedHashMap<>();

  GivenModel given(Variable variable, double... values) {
    given.put(variable, values);
    return this;
  }

  GivenModel without(Variable variable) {
    given.remove(variable);
    return this;
  }

  GivenModel parameter(Parameter parameter, double value) {
    parameters.put(parameter, value);
    return this;
  }

  /** An equation behind those of given variables. */
  GivenModel equation(Equation equation) {
    more.add(equation);
    return this;
  }

  GivenModel opening(Variable variable, double value) {
    openings.put(variable, value);
    return this;
  }

  Inputs inputs() {
    List<Equation> equations = new ArrayList<>();
    Map<Schedule, double[]> paths = new LinkedHashMap<>();
    given.forEach(
        (variable, values) -> {
          Schedule path = path(variable);
          paths.put(path, values);
          equations.add(GivenByYear.of(variable, path));
        });
    equations.addAll(more);
    InputsBuilder inputs = Inputs.builder(Model.of("given", equations), years(2024, 2026));
    paths.forEach((path, values) -> inputs.schedule(path, byYear(values), EVIDENCE));
    parameters.forEach(
        (each, value) -> inputs.parameter(each, Distribution.fixed(value), EVIDENCE));
    openings.forEach((each, value) -> inputs.opening(each, value, EVIDENCE));
    return inputs.build();
  }

  /** What a given variable is read from. */
  static Schedule path(Variable variable) {
    return new Schedule("path." + variable.name(), variable.label(), Unit.RATIO);
  }

  private static Map<FinancialYear, Double> byYear(double... values) {
    Map<FinancialYear, Double> byYear = new TreeMap<>();
    for (double value : values) {
      byYear.put(year(2024 + byYear.size()), value);
    }
    return byYear;
  }
}
