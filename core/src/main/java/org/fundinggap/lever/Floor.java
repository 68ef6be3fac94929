package org.fundinggap.lever;

import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;

/**
 * <em>x</em> + <em>s</em> max(0, <em>e</em> - <em>x</em>).
 *
 * @param target what is kept from falling below a value
 * @param least which, in its unit; money in cash in base-year prices
 */
record Floor(Quantity target, Size least) implements Action {
  private static final String KIND = "at least";

  static Floor of(DraftChecks draft, Quantity target, Distribution least, String... ids) {
    return new Floor(target, draft.value(KIND, target, least, ids));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.amount(least);
    for (int i = 0; i < column.draws(); i++) {
      x[i] = s == 1 ? Math.max(x[i], e[i]) : x[i] + s * Math.max(0, e[i] - x[i]);
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    equation.uses(least.parameter());
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
    return true;
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(least);
  }

  @Override
  public Origin origin() {
    return least.origin();
  }

  @Override
  public Floor fixing(Parameter parameter, Distribution fixed, Origin from) {
    return new Floor(target, least.fixing(parameter, fixed, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + least.distribution();
  }
}
