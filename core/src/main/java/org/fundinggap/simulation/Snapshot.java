package org.fundinggap.simulation;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * One number for every variable, parameter, shock and path of each scenario in each year: the mean
 * over all draws, or a single draw. Immutable.
 */
public final class Snapshot {
  private final Settings settings;
  private final OptionalInt draw;
  private final ImmutableMap<String, Numbers> byScenario;

  /** The numbers of one scenario: what was drawn, by year; the rest is in the inputs. */
  record Numbers(Inputs inputs, List<Map<Quantity, Double>> drawn) {}

  Snapshot(Settings settings, OptionalInt draw, Map<String, Numbers> byScenario) {
    this.settings = settings;
    this.draw = draw;
    this.byScenario = ImmutableMap.copyOf(byScenario);
  }

  private static List<Quantity> known(Model model) {
    List<Quantity> known = new ArrayList<>(model.variables());
    known.addAll(model.parameters());
    known.addAll(model.shocks());
    known.addAll(model.schedules());
    return known;
  }

  /** What differs from draw to draw; parameters in the base year only, as they stay the same. */
  static List<Quantity> drawn(Inputs inputs, FinancialYear year) {
    List<Quantity> drawn = new ArrayList<>(inputs.model().variables());
    drawn.addAll(inputs.model().shocks());
    if (year.equals(inputs.years().first())) {
      inputs.model().parameters().stream()
          .filter(parameter -> !inputs.distribution(parameter).isFixed())
          .forEach(drawn::add);
    }
    return drawn;
  }

  static double[] column(BlockStepper run, Quantity drawn) {
    if (drawn instanceof Variable variable) {
      return run.column(variable);
    }
    return drawn instanceof Shock shock ? run.column(shock) : run.column((Parameter) drawn);
  }

  /**
   * Seeds and number of draws of the run.
   *
   * @return the settings
   */
  public Settings settings() {
    return settings;
  }

  /**
   * Which draw it is.
   *
   * @return 0 to the number of draws less 1, or empty for means over all draws
   */
  public OptionalInt draw() {
    return draw;
  }

  /**
   * A quantity in a scenario and year. The mean of a variable has the bits of {@link Draws#mean()}.
   *
   * @param scenario the scenario's name
   * @param quantity of its model; parameters are the same in every year, shocks are 0 in the base
   *     year
   * @param year one of its years
   * @return the mean or the draw's value, in the unit of the quantity
   * @throws IllegalArgumentException if scenario, quantity or year is not of the run
   */
  public double value(String scenario, Quantity quantity, FinancialYear year) {
    Numbers numbers = byScenario.get(scenario);
    if (numbers == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal("scenario must be of the run", scenario, byScenario.keySet()));
    }
    Inputs inputs = numbers.inputs;
    int index = inputs.years().indexOf(year);
    if (quantity instanceof Schedule path && inputs.model().schedules().contains(path)) {
      return inputs.schedule(path, year);
    }
    if (quantity instanceof Parameter parameter
        && inputs.model().parameters().contains(parameter)) {
      Distribution distribution = inputs.distribution(parameter);
      if (distribution.isFixed()) {
        return distribution.quantile(0.5);
      }
      index = 0;
    }
    Double value = numbers.drawn.get(index).get(quantity);
    if (value == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "quantity must be of the model of scenario " + scenario,
              quantity,
              known(inputs.model()),
              Quantity::name));
    }
    return value;
  }

  /**
   * A quantity when only one scenario was run.
   *
   * @param quantity of its model
   * @param year one of its years
   * @return as {@link #value(String, Quantity, FinancialYear)}
   * @throws IllegalArgumentException if several scenarios were run, or quantity or year is not of
   *     the run
   */
  public double value(Quantity quantity, FinancialYear year) {
    if (byScenario.size() != 1) {
      throw new IllegalArgumentException(
          "scenario must be named when several were run, was not; name one of "
              + byScenario.keySet());
    }
    return value(new ArrayList<>(byScenario.keySet()).get(0), quantity, year);
  }

  /** Means or one draw, and the scenarios that it holds. */
  @Override
  public String toString() {
    return (draw.isPresent() ? "Draw " + draw.getAsInt() : "Means")
        + " of "
        + byScenario.keySet()
        + ", "
        + settings;
  }
}
