package org.fundinggap.lever;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * <em>x</em> (1 + <em>s e</em>).
 *
 * @param target what is multiplied
 * @param change by how much; at least -1
 */
record Multiply(Quantity target, Size change) implements Action {
  private static final String KIND = "multiply";

  static Multiply of(DraftChecks draft, Quantity target, Distribution change, String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(change, "change");
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
  public Optional<Action> in(Part part) {
    return Optional.of(new Multiply(target, change.in(part)));
  }

  @Override
  public Optional<Size> size() {
    return Optional.of(change);
  }

  @Override
  public Origin origin() {
    return change.allOrigin();
  }

  @Override
  public Multiply fixing(Parameter parameter, Distribution value, Origin from) {
    return new Multiply(target, change.fixing(parameter, value, from));
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", relative change" + change.partText();
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + change.text();
  }

  /**
   * <em>x</em> (1 + <em>s p e</em>) / (1 + <em>s e</em>): with what multiplies another quantity by
   * 1 + <em>s e</em>, the product of the two changes by <em>s p e</em> alone.
   *
   * @param target the other factor of the product
   * @param of what multiplies the one factor
   * @param later by how many years it is felt behind the change
   * @param left the share <em>p</em> of the change that is left of the product, 0 to 1
   */
  record Offset(Quantity target, Multiply of, int later, Size left) implements Action {
    private static final String KIND = "offset";

    /** Behind what multiplies, by the same draws; refused behind anything else. */
    static Optional<Offset> of(
        DraftChecks draft,
        @Nullable Change last,
        Quantity target,
        int later,
        Distribution left,
        String... ids) {
      Objects.requireNonNull(target, "other");
      Objects.requireNonNull(left, "shareLeft");
      if (later < 0 || later > 100) {
        draft.report("years by which an offset is later must be in [0, 100], were " + later);
      }
      String what = KIND + " " + target.name();
      Size share = draft.share(what, left, ids);
      return after(draft, last, target).map(multiply -> new Offset(target, multiply, later, share));
    }

    /** By the share of the last offset too. */
    static Optional<Offset> also(DraftChecks draft, @Nullable Change last, Quantity target) {
      Objects.requireNonNull(target, "other");
      if (last instanceof Offset offset) {
        draft.requireOnce(KIND + " " + target.name());
        return after(draft, offset.of, target)
            .map(multiply -> new Offset(target, multiply, offset.later, offset.left));
      }
      draft.report(
          "alsoOffsetBy " + target.name() + " must follow offsetBy, followed " + text(last));
      return Optional.empty();
    }

    private static Optional<Multiply> after(
        DraftChecks draft, @Nullable Change last, Quantity target) {
      draft.requireColumn(KIND, target);
      if (!(last instanceof Multiply multiply) || target.equals(multiply.target)) {
        draft.report(
            "offset by "
                + target.name()
                + " must follow what multiplies another quantity, followed "
                + text(last)
                + "; say multiply(...) first");
        return Optional.empty();
      }
      if (!(multiply.change.distribution().lower() > -1)) {
        draft.report(
            "a change that is offset must leave something, be above -1, was "
                + multiply.change.distribution()
                + "; truncate it");
      }
      return Optional.of(multiply);
    }

    private static String text(@Nullable Change last) {
      return last == null ? "nothing" : last.toString();
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public int order() {
      return 15;
    }

    @Override
    public int later() {
      return later;
    }

    @Override
    public void apply(ChangedColumn column) {
      double[] x = column.values();
      double s = column.strength();
      double[] e = column.drawn(of.change);
      double[] p = column.drawn(left);
      for (int i = 0; i < column.draws(); i++) {
        x[i] *= (1 + s * p[i] * e[i]) / (1 + s * e[i]);
      }
    }

    @Override
    public boolean mayRaise() {
      return of.change.distribution().mean() < 0;
    }

    @Override
    public Optional<Size> size() {
      return Optional.of(left);
    }

    @Override
    public List<Size> sizes() {
      return ImmutableList.<Size>builder().add(left).addAll(of.change.all()).build();
    }

    @Override
    public Origin origin() {
      return Origin.given(Size.evidence(of.origin(), left.origin()));
    }

    @Override
    public Offset fixing(Parameter parameter, Distribution value, Origin from) {
      Multiply fixed = of.fixing(parameter, value, from);
      if (!(fixed.change.distribution().lower() > -1)) {
        throw new IllegalArgumentException(
            parameter.name()
                + " must be above -1, for the change that it is the size of is offset and must"
                + " leave something, was "
                + value
                + "; fix it higher");
      }
      return new Offset(target, fixed, later, left.fixing(parameter, value, from));
    }

    @Override
    public String describe(Function<Quantity, String> named) {
      return "share of the change of "
          + named.apply(of.target)
          + " that "
          + named.apply(target)
          + " does not offset"
          + (later == 0 ? "" : ", " + NumberText.count(later, "year") + " later");
    }

    @Override
    public String toString() {
      return KIND
          + " "
          + of.target.name()
          + " by "
          + target.name()
          + (later == 0 ? "" : ", " + NumberText.count(later, "year") + " later,")
          + " but for "
          + left.text();
    }
  }
}
