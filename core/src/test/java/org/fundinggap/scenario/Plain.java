package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Path;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * One draw of a model worked out again, one number at a time, by equations written anew from their
 * texts; every number is compared with the one that the model found.
 *
 * <p>In the base year a published opening value stands, and only the other variables are worked
 * out. Two ways: {@code oneYear} starts every equation from the model's own numbers, so that errors
 * show where they arise; {@code wholePath} starts from parameters, shocks and opening values alone.
 */
public final class Plain {
  /** Below this a number that is not money or children is compared by difference. */
  private static final double SMALL = 1e-2;

  private final TracedRun trace;
  private final int draw;
  private final boolean fromModel;
  private final double tolerance;
  private FinancialYear year;
  private Map<Variable, Double> last = new HashMap<>();
  private Map<Variable, Double> now = new HashMap<>();

  private Plain(TracedRun trace, int draw, boolean fromModel, double tolerance) {
    this.trace = trace;
    this.draw = draw;
    this.fromModel = fromModel;
    this.tolerance = tolerance;
    this.year = trace.inputs().years().first();
  }

  public static Plain oneYear(TracedRun trace, int draw) {
    return new Plain(trace, draw, true, 1e-12);
  }

  /** Ten years carry rounding on, so a little more is allowed. */
  public static Plain wholePath(TracedRun trace, int draw) {
    return new Plain(trace, draw, false, 1e-11);
  }

  /** Goes on to the next year. */
  public void turn() {
    last = now;
    now = new HashMap<>();
    year = year.plus(1);
  }

  public FinancialYear year() {
    return year;
  }

  public int compared() {
    return now.size();
  }

  public double now(Variable variable) {
    return Objects.requireNonNull(now.get(variable), variable.name());
  }

  public double last(Variable variable) {
    return Objects.requireNonNull(last.get(variable), variable.name());
  }

  public double of(Parameter parameter) {
    return trace.at(parameter, year, draw);
  }

  public double of(Shock shock) {
    return trace.at(shock, year, draw);
  }

  public double of(Path path) {
    return trace.inputs().path(path, year);
  }

  /** Works out a variable, unless it has an opening value in the base year, and compares it. */
  public void set(Variable variable, DoubleSupplier equation) {
    set(variable, 0, equation);
  }

  /** As {@code set}, for a difference of two numbers: {@code size} is how large they are. */
  public void set(Variable variable, double size, DoubleSupplier equation) {
    boolean opening = year.equals(trace.inputs().years().first());
    double expected =
        opening
            ? trace.inputs().opening(variable).orElseGet(equation::getAsDouble)
            : equation.getAsDouble();
    double found = trace.at(variable, year, draw);
    double error = Math.abs(found - expected) / Math.max(Math.max(Math.abs(expected), size), SMALL);
    assertTrue(
        error < tolerance,
        () -> variable.name() + " in " + year + ": " + found + " for " + expected + ", " + error);
    now.put(variable, fromModel ? found : expected);
  }
}
