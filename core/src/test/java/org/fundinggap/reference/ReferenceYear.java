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
  private final ReferenceLevers levers;
  private final int index;
  private final Map<String, Double> lastYear;
  private final Map<String, Double> numbers = new LinkedHashMap<>();
  private final Map<String, String> equations = new LinkedHashMap<>();

  /** What the equation that is worked out writes. */
  private List<String> written = List.of();

  private ReferenceYear(
      ReferenceDraw draw,
      Arithmetic arithmetic,
      ReferenceLevers levers,
      int index,
      Map<String, Double> lastYear) {
    this.draw = draw;
    this.arithmetic = arithmetic;
    this.levers = levers;
    this.index = index;
    this.lastYear = lastYear;
    levers.begin(this);
  }

  static ReferenceYear base(ReferenceDraw draw, Arithmetic arithmetic, ReferenceLevers levers) {
    return new ReferenceYear(levers.on(draw), arithmetic, levers, 0, Map.of());
  }

  ReferenceYear next() {
    return new ReferenceYear(draw, arithmetic, levers, index + 1, numbers);
  }

  /** Years since the base year. */
  int index() {
    return index;
  }

  /** A parameter, with levers, or this year's shock or path. */
  double of(String name) {
    Double effective = numbers.get(name + ReferenceLevers.EFFECTIVE);
    return effective == null ? drawn(name) : effective;
  }

  /** A parameter as it is drawn and was in the base year, whatever levers do later. */
  double drawn(String name) {
    return draw.of(name, index);
  }

  /** This year's number of a variable. */
  double now(String variable) {
    return number(numbers, variable, "has not been worked out yet");
  }

  /**
   * Last year's number of a variable; there is none in the base year. An equation goes on from what
   * it wrote itself, before levers.
   */
  double last(String variable) {
    boolean own = written.contains(variable) && levers.change(variable);
    String name = own ? variable + ReferenceLevers.OWN : variable;
    return number(lastYear, name, "has no number for last year");
  }

  /** Whether a variable has been worked out this year. */
  boolean has(String variable) {
    return numbers.containsKey(variable);
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
    written = variables;
    double[] values =
        published
            ? variables.stream().mapToDouble(each -> draw.openings().get(each)).toArray()
            : levers.known(this, variables, right.get());
    written = List.of();
    for (int i = 0; i < values.length; i++) {
      String name = variables.get(i);
      put(equation, levers.change(name) ? name + ReferenceLevers.OWN : name, values[i]);
    }
    levers.goOn(this);
  }

  /** Writes a number down. */
  void put(String equation, String variable, double value) {
    if (numbers.put(variable, value) != null) {
      throw new AssertionError(variable + " is written twice in year " + index);
    }
    equations.put(variable, equation);
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
