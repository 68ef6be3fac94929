package org.fundinggap.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.fundinggap.model.Inputs;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * All that one draw starts from, by name: the only thing that the reference takes from the model.
 *
 * @param years the base year and those after it
 * @param parameters one number for all years
 * @param yearly shocks and paths: a number for each year, the base year's first
 * @param openings published values of the base year
 */
record ReferenceDraw(
    YearRange years,
    Map<String, Double> parameters,
    Map<String, List<Double>> yearly,
    Map<String, Double> openings) {

  static ReferenceDraw of(ModelDraw draw) {
    return of(draw, draw.inputs());
  }

  /** Of a draw with levers: parameters and sizes are the draw's, paths and openings as before. */
  static ReferenceDraw of(ModelDraw draw, Inputs before) {
    Inputs inputs = draw.inputs();
    FinancialYear base = inputs.years().first();
    Map<String, Double> parameters = new HashMap<>();
    inputs.model().parameters().forEach(p -> parameters.put(p.name(), draw.at(p, base)));
    Map<String, List<Double>> yearly = new HashMap<>();
    inputs
        .model()
        .shocks()
        .forEach(shock -> yearly.put(shock.name(), each(inputs, y -> draw.at(shock, y))));
    before
        .model()
        .schedules()
        .forEach(path -> yearly.put(path.name(), each(inputs, y -> before.schedule(path, y))));
    Map<String, Double> openings = new HashMap<>();
    before
        .model()
        .variables()
        .forEach(v -> before.opening(v).ifPresent(value -> openings.put(v.name(), value)));
    return new ReferenceDraw(inputs.years(), parameters, yearly, openings);
  }

  private static List<Double> each(Inputs inputs, ToDoubleFunction<FinancialYear> number) {
    List<Double> each = new ArrayList<>();
    inputs.years().years().forEach(year -> each.add(number.applyAsDouble(year)));
    return each;
  }

  /** A parameter, shock or path in a year, counted from the base year. */
  double of(String name, int year) {
    Double parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    List<Double> numbers = yearly.get(name);
    if (numbers == null) {
      throw new AssertionError("the model has no parameter, shock or path " + name);
    }
    return numbers.get(year);
  }

  /** The same draw, but for one parameter, shock, path or opening value, in all years. */
  ReferenceDraw with(String name, double factor, double added) {
    Map<String, Double> otherParameters = new HashMap<>(parameters);
    otherParameters.computeIfPresent(name, (key, value) -> value * factor + added);
    Map<String, Double> otherOpenings = new HashMap<>(openings);
    otherOpenings.computeIfPresent(name, (key, value) -> value * factor + added);
    Map<String, List<Double>> otherYearly = new HashMap<>(yearly);
    otherYearly.computeIfPresent(
        name, (key, list) -> list.stream().map(value -> value * factor + added).toList());
    return new ReferenceDraw(years, otherParameters, otherYearly, otherOpenings);
  }
}
