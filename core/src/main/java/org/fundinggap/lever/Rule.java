package org.fundinggap.lever;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.Unit;

/**
 * A rule of the user's. Rules that are code are equal if they are one object.
 *
 * @param target what is changed
 * @param rule what becomes of a value
 * @param by the size that the rule is given
 */
record Rule(Quantity target, LeverRule rule, Size by) implements Action {
  private static final String KIND = "rule";

  static Rule of(
      DraftChecks draft, Quantity target, LeverRule rule, Distribution by, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(by, "size");
    Size size = draft.anySize(KIND + " " + target.name(), Unit.NUMBER, by, ids);
    draft.requireColumn(KIND, target);
    return new Rule(target, rule, size);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.drawn(by);
    int i = 0;
    try {
      for (; i < column.draws(); i++) {
        x[i] = rule.apply(x[i], e[i], s);
      }
    } catch (RuntimeException thrown) {
      throw new IllegalStateException(
          by.parameter().label()
              + " must give a number for every value, threw "
              + thrown
              + " in "
              + column.year()
              + " for value "
              + x[i]
              + ", size "
              + e[i]
              + " and strength "
              + s
              + "; correct the rule",
          thrown);
    }
  }

  @Override
  public boolean isOrderSensitive() {
    return true;
  }

  @Override
  public boolean mayRaise() {
    return true;
  }

  /** Code can't be compared, but rules of one class were written in one place; values can be. */
  @Override
  public boolean isLike(Change other) {
    return other instanceof Rule that
        && target.equals(that.target)
        && by.equals(that.by)
        && (rule.equals(that.rule) || (isCode() && rule.getClass().equals(that.rule.getClass())));
  }

  private boolean isCode() {
    return !(rule instanceof Record || rule instanceof Enum);
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(by);
  }

  @Override
  public Origin origin() {
    return by.origin();
  }

  @Override
  public Rule fixing(Parameter parameter, Distribution fixed, Origin from) {
    return new Rule(target, rule, by.fixing(parameter, fixed, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + by.distribution();
  }
}
