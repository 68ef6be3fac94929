package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * One block of draws of a model that keeps every parameter, shock and variable of every draw. Steps
 * the model itself, as laws of equations are tried on numbers that no simulation would draw.
 */
public final class TracedRun {
  private final Inputs inputs;
  private final int draws;
  private final Map<Parameter, double[]> parameters = new HashMap<>();
  private final List<Map<Quantity, double[]>> years = new ArrayList<>();

  private TracedRun(Inputs inputs, int draws) {
    this.inputs = inputs;
    this.draws = draws;
  }

  /** Parameters by their distributions and shocks by the normal one, from a plain generator. */
  public static TracedRun of(Inputs inputs, int draws, long seed) {
    return of(inputs, draws, seed, (parameter, drawn) -> drawn);
  }

  /** Every parameter at its mean and every shock zero. */
  public static TracedRun central(Inputs inputs) {
    return run(inputs, 1, parameter -> inputs.distribution(parameter).mean(), shock -> 0);
  }

  /** What becomes of the drawn value of a parameter. */
  @FunctionalInterface
  public interface Change {
    double of(Parameter parameter, double drawn);
  }

  /**
   * As without a change, on the same random numbers, but with parameters changed once they are
   * drawn: doubled prices, say.
   */
  public static TracedRun of(Inputs inputs, int draws, long seed, Change change) {
    SplittableRandom random = new SplittableRandom(seed);
    return run(
        inputs,
        draws,
        parameter ->
            change.of(parameter, quantile(inputs, parameter, 0.001 + 0.998 * random.nextDouble())),
        shock -> random.nextGaussian());
  }

  private static double quantile(Inputs inputs, Parameter parameter, double probability) {
    double[] column = {probability};
    inputs.distribution(parameter).quantiles(column, column, 1);
    return column[0];
  }

  private static TracedRun run(
      Inputs inputs,
      int draws,
      ToDoubleFunction<Parameter> parameter,
      ToDoubleFunction<Shock> shock) {
    TracedRun trace = new TracedRun(inputs, draws);
    BlockStepper run = new BlockStepper(inputs);
    for (Parameter each : inputs.model().parameters()) {
      trace.parameters.put(
          each, fill(run.column(each), draws, () -> parameter.applyAsDouble(each)));
    }
    run.open(draws);
    trace.keep(run);
    for (int year = 1; year < inputs.years().length(); year++) {
      for (Shock each : inputs.model().shocks()) {
        fill(run.column(each), draws, () -> shock.applyAsDouble(each));
      }
      run.step();
      trace.keep(run);
    }
    return trace;
  }

  private static double[] fill(
      double[] column, int draws, java.util.function.DoubleSupplier values) {
    for (int i = 0; i < draws; i++) {
      column[i] = values.getAsDouble();
    }
    return column.clone();
  }

  private void keep(BlockStepper run) {
    Map<Quantity, double[]> kept = new HashMap<>();
    inputs.model().shocks().forEach(shock -> kept.put(shock, run.column(shock).clone()));
    inputs.model().variables().forEach(each -> kept.put(each, run.column(each).clone()));
    years.add(kept);
  }

  public Inputs inputs() {
    return inputs;
  }

  public int draws() {
    return draws;
  }

  /** The value of a parameter, the same in all years, or of a variable or shock in a year. */
  public double at(Quantity quantity, FinancialYear year, int draw) {
    double[] column =
        quantity instanceof Parameter
            ? parameters.get(quantity)
            : years.get(inputs.years().indexOf(year)).get(quantity);
    return Objects.requireNonNull(column, quantity.name())[draw];
  }

  /** The variable of a name. */
  public Variable variable(String name) {
    return inputs.model().variables().stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The first draw of a variable. */
  public double at(Variable variable, FinancialYear year) {
    return at(variable, year, 0);
  }

  /** The first draw of a variable so many years after the base year. */
  public double after(int years, Variable variable) {
    return at(variable, inputs.years().first().plus(years), 0);
  }
}
