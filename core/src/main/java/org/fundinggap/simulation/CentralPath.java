package org.fundinggap.simulation;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Objects;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
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

  private CentralPath(YearRange years, ImmutableMap<Variable, double[]> values) {
    this.years = years;
    this.values = values;
  }

  /**
   * Runs the model once, as a simulation runs a draw.
   *
   * @param inputs the model and its numbers
   * @return every variable in every year
   * @throws Formula.Failure if an equation fails
   */
  public static CentralPath of(Inputs inputs) {
    Objects.requireNonNull(inputs, "inputs must be given, were null");
    YearRange years = inputs.years();
    ImmutableMap.Builder<Variable, double[]> empty = ImmutableMap.builder();
    inputs.model().variables().forEach(each -> empty.put(each, new double[years.length()]));
    CentralPath path = new CentralPath(years, empty.buildOrThrow());
    Option option = Option.of("central path of " + inputs.model().name(), inputs);
    new BlockWorker(Chance.none(), List.of(option), List.of(path::store)).run(0, 1);
    return path;
  }

  private void store(BlockStepper run, FinancialYear year, int firstDraw, int draws) {
    int index = years.indexOf(year);
    values.forEach((variable, path) -> path[index] = run.column(variable)[0]);
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
    double[] path = values.get(variable);
    if (path == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "variable must be of the model", variable, values.keySet(), Variable::name));
    }
    return path[years.indexOf(year)];
  }

  /** How many variables, in which years. */
  @Override
  public String toString() {
    return "Central path of " + NumberText.count(values.size(), "variable") + ", " + years;
  }
}
