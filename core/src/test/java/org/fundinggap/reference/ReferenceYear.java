package org.fundinggap.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * One year of one draw: numbers by the names of the page of equations, each written once.
 *
 * <p>Sums and products are worked out in the order in which the page writes them.
 */
final class ReferenceYear {
  private final ReferenceDraw draw;
  private final Arithmetic arithmetic;
  private final int index;
  private final Map<String, Double> lastYear;
  private final Map<String, Double> numbers = new LinkedHashMap<>();
  private final Map<String, String> equations = new LinkedHashMap<>();

  private ReferenceYear(
      ReferenceDraw draw, Arithmetic arithmetic, int index, Map<String, Double> lastYear) {
    this.draw = draw;
    this.arithmetic = arithmetic;
    this.index = index;
    this.lastYear = lastYear;
  }

  static ReferenceYear base(ReferenceDraw draw, Arithmetic arithmetic) {
    return new ReferenceYear(draw, arithmetic, 0, Map.of());
  }

  ReferenceYear next() {
    return new ReferenceYear(draw, arithmetic, index + 1, numbers);
  }

  /** Years since the base year. */
  int index() {
    return index;
  }

  /** A parameter, or this year's shock or path. */
  double of(String name) {
    return draw.of(name, index);
  }

  /** This year's number of a variable. */
  double now(String variable) {
    return number(numbers, variable, "has not been worked out yet");
  }

  /** Last year's number of a variable; there is none in the base year. */
  double last(String variable) {
    return number(lastYear, variable, "has no number for last year");
  }

  private double number(Map<String, Double> from, String variable, String problem) {
    Double number = from.get(variable);
    if (number == null) {
      throw new AssertionError(variable + " " + problem + " in year " + index);
    }
    return number;
  }

  double exp(double x) {
    return arithmetic.exp(x);
  }

  double log(double x) {
    return arithmetic.log(x);
  }

  /** An equation that writes one variable. */
  void let(String equation, String variable, DoubleSupplier right) {
    let(equation, List.of(variable), () -> new double[] {right.getAsDouble()});
  }

  /**
   * An equation that writes several variables. In the base year it is not run if all that it writes
   * has a published opening value.
   */
  void let(String equation, List<String> variables, Supplier<double[]> right) {
    boolean published = index == 0 && draw.openings().keySet().containsAll(variables);
    double[] values =
        published
            ? variables.stream().mapToDouble(each -> draw.openings().get(each)).toArray()
            : right.get();
    for (int i = 0; i < values.length; i++) {
      if (numbers.put(variables.get(i), values[i]) != null) {
        throw new AssertionError(variables.get(i) + " is written twice in year " + index);
      }
      equations.put(variables.get(i), equation);
    }
  }

  /** Every number of the year, in the order in which they were worked out. */
  Map<String, Double> numbers() {
    return numbers;
  }

  /** The number on the page of the equation that writes each variable. */
  Map<String, String> equations() {
    return equations;
  }
}
