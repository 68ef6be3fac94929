package org.fundinggap.lever;

import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;

/**
 * <em>x</em> - <em>s</em> max(0, <em>x</em> - <em>e</em>).
 *
 * @param target what is kept from rising above a value
 * @param most which, in its unit; money in cash in base-year prices
 */
record Cap(Quantity target, Size most) implements Action {
  private static final String KIND = "at most";

  static Cap of(DraftChecks draft, Quantity target, Distribution most, String... ids) {
    return new Cap(target, draft.value(KIND, target, most, ids));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.amount(most);
    for (int i = 0; i < column.draws(); i++) {
      x[i] = s == 1 ? Math.min(x[i], e[i]) : x[i] - s * Math.max(0, x[i] - e[i]);
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    equation.uses(most.parameter());
    ChangedColumn.declarePrices(equation, quantity);
  }

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requirePrices(lever, target);
  }

  @Override
  public boolean isOrderSensitiveInPart() {
    return true;
  }

  @Override
  public boolean mayRaise() {
    return false;
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(most);
  }

  @Override
  public Origin origin() {
    return most.origin();
  }

  @Override
  public Cap fixing(Parameter parameter, Distribution fixed, Origin from) {
    return new Cap(target, most.fixing(parameter, fixed, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + most.distribution();
  }
}
