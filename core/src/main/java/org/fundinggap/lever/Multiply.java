package org.fundinggap.lever;

import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.Unit;

/**
 * <em>x</em> (1 + <em>s e</em>).
 *
 * @param target what is multiplied
 * @param change by how much; at least -1
 */
record Multiply(Quantity target, Size change) implements Action {
  private static final String KIND = "multiply";

  static Multiply of(DraftChecks draft, Quantity target, Distribution change, String... ids) {
    String what = KIND + " " + target.name();
    Size size = draft.size(what, Unit.RATIO, -1, Double.POSITIVE_INFINITY, change, ids);
    draft.requireUsual(what, size);
    draft.requireColumn(KIND, target);
    return new Multiply(target, size);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e = column.drawn(change);
    for (int i = 0; i < column.draws(); i++) {
      x[i] *= 1 + s * e[i];
    }
  }

  @Override
  public boolean mayRaise() {
    return change.distribution().mean() > 0;
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(change);
  }

  @Override
  public Origin origin() {
    return change.origin();
  }

  @Override
  public Multiply fixing(Parameter parameter, Distribution value, Origin from) {
    return new Multiply(target, change.fixing(parameter, value, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", relative change";
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + change.distribution();
  }
}
