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
 * At least: <em>x</em> + <em>s</em> max(0, <em>e</em> - <em>x</em>). At most: <em>x</em> -
 * <em>s</em> max(0, <em>x</em> - <em>e</em>).
 *
 * @param target what is kept on one side of a value
 * @param isLeast whether it is kept from falling below the value, and not from rising above it
 * @param value which, in its unit; money in cash in base-year prices
 */
record Limit(Quantity target, boolean isLeast, Size value) implements Action {
  private static final String LEAST = "at least";
  private static final String MOST = "at most";

  static Limit least(DraftChecks draft, Quantity target, Distribution least, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(least, "least");
    return new Limit(target, true, draft.value(LEAST, target, least, ids));
  }

  static Limit most(DraftChecks draft, Quantity target, Distribution most, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(most, "most");
    return new Limit(target, false, draft.value(MOST, target, most, ids));
  }

  /** Whether it keeps a quantity above what a cap keeps it below, by the medians of both. */
  boolean isAbove(Limit cap) {
    return !cap.isLeast
        && target.equals(cap.target)
        && value.distribution().quantile(0.5) > cap.value.distribution().quantile(0.5);
  }

  @Override
  public String kind() {
    return isLeast ? LEAST : MOST;
  }

  @Override
  public int order() {
    return isLeast ? 60 : 70;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.amount(value);
    for (int i = 0; i < column.draws(); i++) {
      if (isLeast) {
        x[i] = s == 1 ? Math.max(x[i], e[i]) : x[i] + s * Math.max(0, e[i] - x[i]);
      } else {
        x[i] = s == 1 ? Math.min(x[i], e[i]) : x[i] - s * Math.max(0, x[i] - e[i]);
      }
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
  public boolean isOrderSensitiveInPart() {
    return true;
  }

  @Override
  public boolean mayRaise() {
    return isLeast;
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
  public Limit fixing(Parameter parameter, Distribution fixed, Origin from) {
    return new Limit(target, isLeast, value.fixing(parameter, fixed, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + kind();
  }

  @Override
  public String toString() {
    return kind() + " " + target.name() + " " + value.distribution();
  }
}
