package org.fundinggap.lever;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;

/**
 * <em>x</em> + <em>s e</em> times the source as it was; as much is taken from the source.
 *
 * @param source what a share is taken from
 * @param target what it is added to; of the same unit
 * @param share how much, 0 to 1
 */
record Move(Quantity source, Quantity target, Size share) implements Action {
  private static final String KIND = "move";

  static Move of(
      DraftChecks draft, Quantity source, Quantity target, Distribution share, String... ids) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(share, "shareMoved");
    boolean alike =
        (source instanceof Parameter && target instanceof Parameter)
            || (source instanceof Variable && target instanceof Variable);
    if (!alike || source.equals(target)) {
      draft.report(
          "source and target of a move must be two parameters or two variables, were "
              + source.name()
              + " and "
              + target.name());
    } else if (!unitText(source).equals(unitText(target))) {
      draft.report(
          "source and target of a move must be in one unit, were "
              + source.name()
              + " in "
              + unitText(source)
              + " and "
              + target.name()
              + " in "
              + unitText(target)
              + "; multiply one and shift the other");
    }
    String what = KIND + " " + source.name() + " to " + target.name();
    return new Move(source, target, draft.share(what, share, ids));
  }

  /** Unit and, of money, prices. */
  private static String unitText(Quantity quantity) {
    return quantity instanceof Variable variable
        ? variable.unitText()
        : DraftChecks.unit(quantity).symbol();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.quantity().equals(source) ? -column.strength() : column.strength();
    double[] e = column.drawn(share);
    double[] from = ChangedColumn.unchanged(column.block(), source);
    for (int i = 0; i < column.draws(); i++) {
      x[i] += s * e[i] * from[i];
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    share.declare(equation);
    LeverEquations.declareUnchanged(equation, source);
  }

  @Override
  public boolean mayRaise() {
    return true;
  }

  @Override
  public List<Quantity> changed() {
    return List.of(target, source);
  }

  @Override
  public Optional<Action> in(Part part) {
    return Optional.of(new Move(source, target, share.in(part)));
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(share);
  }

  @Override
  public Origin origin() {
    return share.allOrigin();
  }

  @Override
  public Move fixing(Parameter parameter, Distribution value, Origin from) {
    return new Move(source, target, share.fixing(parameter, value, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return "share of "
        + named.apply(source)
        + " that goes to "
        + named.apply(target)
        + share.partText();
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " by a share of " + source.name() + " " + share.text();
  }
}
