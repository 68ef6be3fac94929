package org.fundinggap.lever;

import com.google.common.collect.SetMultimap;
import java.util.Arrays;
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
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * <em>x</em> - <em>s e</em> times <em>x</em> before any share, which another body pays.
 *
 * @param target the need of a cost line
 * @param payer who takes over
 * @param part how much of it, 0 to 1
 */
record Share(Quantity target, Payer payer, Size part) implements Action {
  private static final String KIND = "share";

  static Share of(DraftChecks draft, CostLine line, Payer payer, Distribution part, String... ids) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(payer, "payer");
    Objects.requireNonNull(part, "shareTaken");
    if (payer == Payer.COUNCILS || line.isBlock()) {
      draft.report(
          "a share of a line that follows demand must go from councils to others, was of "
              + line
              + " to "
              + payer
              + "; use multiply on a block line's spending and cost(...)");
    }
    String what = KIND + " " + line.need().name() + " with " + payer;
    return new Share(line.need(), payer, draft.share(what, part, ids));
  }

  /** What a payer takes over of the need of a cost line. */
  static Variable taken(Quantity line, Payer payer) {
    return Variable.money(
        "policyShare." + line.name().replaceFirst("^need\\.", "") + "." + payer.id(),
        "share of " + line.label() + " that " + payer + " take over",
        Unit.GBP_MILLION,
        PriceBasis.cash());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 90;
  }

  /** Keeps the bill before any share, so that several shares do not depend on each other. */
  @Override
  public void begin(ChangedColumn column) {
    Arrays.fill(column.block().column(taken(target, payer)), 0, column.draws(), 0);
    System.arraycopy(column.values(), 0, column.whole(), 0, column.draws());
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.drawn(part);
    double[] whole = column.whole();
    double[] taken = column.block().column(taken(target, payer));
    for (int i = 0; i < column.draws(); i++) {
      double bill = s * e[i] * whole[i];
      taken[i] += bill;
      x[i] -= bill;
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    part.declare(equation);
    equation.writes(taken(target, payer));
  }

  @Override
  public void bill(SetMultimap<Payer, Variable> bills) {
    bills.put(payer, taken(target, payer));
  }

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requireFor(lever, "a share of a cost line", Cost.SCOPE, Cost.INCOME);
  }

  @Override
  public boolean mayRaise() {
    return false;
  }

  @Override
  public Optional<Action> in(Part times) {
    return Optional.of(new Share(target, payer, part.in(times)));
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(part);
  }

  @Override
  public Optional<Payer> takenOverBy() {
    return Optional.of(payer);
  }

  @Override
  public Origin origin() {
    return part.allOrigin();
  }

  @Override
  public Share fixing(Parameter parameter, Distribution value, Origin from) {
    return new Share(target, payer, part.fixing(parameter, value, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return "share of " + named.apply(target) + " that " + payer + " pay" + part.partText();
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " with " + payer + " " + part.text();
  }
}
