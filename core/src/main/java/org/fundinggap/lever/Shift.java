package org.fundinggap.lever;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.Unit;

/**
 * <em>x</em> + <em>s e</em>.
 *
 * @param target what is added to
 * @param amount how much, in its unit; money in cash in base-year prices
 * @param isNet whether the amount is net, as the revenue outturn and all gaps are, while the target
 *     is a line of spending, section 251 gross: then <em>e</em> is the amount over (1 + scope) x (1
 *     - income)
 */
record Shift(Quantity target, Size amount, boolean isNet) implements Action {
  private static final String KIND = "shift";

  /** More spending of a line, and as much need beyond it, by the same draws of a net amount. */
  static List<Shift> spending(
      DraftChecks draft, CostLine line, Distribution netMillions, String... ids) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(netMillions, "netMillions");
    String what = KIND + " " + line.spending().name();
    Size size = draft.anySize(what + ", net", Unit.GBP_MILLION, netMillions, ids);
    draft.requireOnce(what);
    draft.requireOnce(KIND + " " + Cost.NEED.name());
    return List.of(new Shift(line.spending(), size, true), new Shift(Cost.NEED, size, false));
  }

  static Shift of(DraftChecks draft, Quantity target, Distribution amount, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(amount, "amount");
    String what = KIND + " " + target.name();
    Unit unit = DraftChecks.unit(target);
    Size size =
        target instanceof Parameter parameter
            ? draft.size(
                what,
                unit,
                parameter.lower() - parameter.upper(),
                parameter.upper() - parameter.lower(),
                amount,
                ids)
            : draft.anySize(what, unit, amount, ids);
    draft.requireColumn(KIND, target);
    return new Shift(target, size, false);
  }

  /** The amount of the last change added to another target too; refused if that was no shift. */
  static Optional<Shift> also(DraftChecks draft, List<Change> before, Quantity target) {
    Objects.requireNonNull(target, "target");
    Change last = before.isEmpty() ? null : before.get(before.size() - 1);
    Unit unit = DraftChecks.unit(target);
    if (last instanceof Shift shift && unit.equals(DraftChecks.unit(shift.target))) {
      draft.requireOnce(KIND + " " + target.name());
      draft.requireColumn(KIND, target);
      return Optional.of(new Shift(target, shift.amount, false));
    }
    draft.report(
        "alsoShift of "
            + target.name()
            + " must follow a shift of a target of the same unit, "
            + unit
            + "; followed "
            + (last == null ? "nothing" : last));
    return Optional.empty();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.amount(amount);
    if (isNet) {
      toGross(column, e);
    }
    for (int i = 0; i < column.draws(); i++) {
      x[i] += s * e[i];
    }
  }

  private static void toGross(ChangedColumn column, double[] net) {
    double[] scope = column.block().column(Cost.SCOPE);
    double[] income = column.block().column(Cost.INCOME);
    for (int i = 0; i < column.draws(); i++) {
      net[i] /= (1 + scope[i]) * (1 - income[i]);
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    amount.declare(equation);
    if (isNet) {
      equation.uses(Cost.SCOPE, Cost.INCOME);
    }
    ChangedColumn.declarePrices(equation, quantity);
  }

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requirePrices(lever, target);
    if (isNet) {
      checks.requireFor(lever, "a net amount of " + target.name(), Cost.SCOPE, Cost.INCOME);
    }
  }

  @Override
  public boolean keepsSlopes() {
    return true;
  }

  @Override
  public boolean mayRaise() {
    return amount.distribution().mean() > 0;
  }

  @Override
  public Optional<Action> in(Part part) {
    return Optional.of(new Shift(target, amount.in(part), isNet));
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(amount);
  }

  @Override
  public Origin origin() {
    return amount.allOrigin();
  }

  @Override
  public Shift fixing(Parameter parameter, Distribution value, Origin from) {
    return new Shift(target, amount.fixing(parameter, value, from), isNet);
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target)
        + ", added, "
        + amount.parameter().unit()
        + (isNet ? ", net" : "")
        + amount.partText();
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + (isNet ? ", net, " : " ") + amount.text();
  }
}
