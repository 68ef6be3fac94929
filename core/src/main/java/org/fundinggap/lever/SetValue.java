package org.fundinggap.lever;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;

/**
 * <em>x</em> + <em>s</em> (<em>e</em> - <em>x</em>).
 *
 * @param target what is held at a value
 * @param value which, in its unit; money in cash in base-year prices
 */
record SetValue(Quantity target, Size value) implements Action {
  private static final String KIND = "set";

  static SetValue of(DraftChecks draft, Quantity target, Distribution value, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(value, "value");
    return new SetValue(target, draft.value(KIND, target, value, ids));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 40;
  }

  /** At full strength the value itself, which x + (e - x) need not be in floating point. */
  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.amount(value);
    for (int i = 0; i < column.draws(); i++) {
      x[i] = s == 1 ? e[i] : x[i] + s * (e[i] - x[i]);
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    equation.uses(value.parameter());
    ChangedColumn.declarePrices(equation, quantity);
  }

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requirePrices(lever, target);
  }

  @Override
  public boolean isOrderSensitive() {
    return true;
  }

  @Override
  public boolean mayRaise() {
    return true;
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(value);
  }

  @Override
  public Origin origin() {
    return value.origin();
  }

  @Override
  public SetValue fixing(Parameter parameter, Distribution fixed, Origin from) {
    return new SetValue(target, value.fixing(parameter, fixed, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + value.distribution();
  }
}
