package org.fundinggap.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * One run without chance: every parameter at its mean, every shock at zero.
 *
 * <p>For models that have no uncertainty, and for solvers. It is not the mean of the draws and must
 * not be shown as one.
 */
public final class CentralPath {
  private final YearRange years;
  private final ImmutableMap<Variable, double[]> values;

  private CentralPath(YearRange years, Map<Variable, double[]> values) {
    this.years = years;
    this.values = ImmutableMap.copyOf(values);
  }

  /**
   * Runs the model once.
   *
   * @param inputs the model and its numbers
   * @return every variable in every year
   */
  public static CentralPath of(Inputs inputs) {
    Model model = inputs.model();
    BlockStepper run = new BlockStepper(inputs);
    for (Parameter parameter : model.parameters()) {
      Arrays.fill(run.column(parameter), inputs.distribution(parameter).mean());
    }
    Map<Variable, double[]> values = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      values.put(variable, new double[inputs.years().length()]);
    }
    run.open(1);
    for (int year = 0; year < inputs.years().length(); year++) {
      if (year > 0) {
        run.step();
      }
      int index = year;
      values.forEach((variable, path) -> path[index] = run.column(variable)[0]);
    }
    return new CentralPath(inputs.years(), values);
  }

  /**
   * A variable in a year.
   *
   * @param variable a variable of the model
   * @param year one of the years of the inputs
   * @return its value
   * @throws IllegalArgumentException if the variable or the year is not of the run
   */
  public double at(Variable variable, FinancialYear year) {
    double[] path =
        Objects.requireNonNullElseGet(
            values.get(variable),
            () -> {
              throw new IllegalArgumentException(
                  "variable must be of the model, was " + variable.name());
            });
    return path[years.indexOf(year)];
  }
}
