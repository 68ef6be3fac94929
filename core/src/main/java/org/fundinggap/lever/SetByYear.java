package org.fundinggap.lever;

import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Overlay;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/**
 * As {@link SetValue}, to values that are given by year and the same in every draw.
 *
 * @param target what is set: a path, parameter or variable
 * @param values each from its year until the next one's
 * @param basis in which prices money is; null for what is not money
 * @param origin where they come from
 */
record SetByYear(
    Quantity target,
    NavigableMap<FinancialYear, Double> values,
    @Nullable PriceBasis basis,
    Origin origin)
    implements Action {
  private static final String KIND = "set by year";

  SetByYear {
    values = ImmutableSortedMap.copyOf(values);
  }

  static SetByYear of(
      DraftChecks draft,
      Quantity target,
      Map<FinancialYear, Double> values,
      @Nullable PriceBasis basis,
      String... ids) {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(values, "values");
    if (target instanceof Shock) {
      draft.report(
          "target of "
              + KIND
              + " must be a parameter, a variable or a path, was "
              + target.name()
              + "; change the parameter that holds its spread");
    }
    draft.values(target, values);
    draft.prices(target, basis);
    String what = KIND + " " + target.name();
    Origin origin = draft.origin(what, ids);
    draft.requireOnce(what);
    return new SetByYear(target, ImmutableSortedMap.copyOf(values), basis, origin);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 50;
  }

  /** The value of a year in which the lever is in force. */
  double in(FinancialYear year) {
    return values.floorEntry(year).getValue();
  }

  @Override
  public void apply(ChangedColumn column) {
    double[] x = column.values();
    double s = column.strength();
    double[] e =
        column.amount(in(column.block().year()), ChangedColumn.isCarried(column.quantity(), basis));
    for (int i = 0; i < column.draws(); i++) {
      x[i] = s == 1 ? e[i] : x[i] + s * (e[i] - x[i]);
    }
  }

  @Override
  public void declare(Equation.Builder equation, Quantity quantity) {
    ChangedColumn.declarePrices(equation, quantity, basis);
  }

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requirePrices(lever, target, basis);
    checks
        .firstYearOfEffect(lever)
        .filter(year -> values.floorEntry(year) == null)
        .ifPresent(
            year ->
                checks.report(
                    lever,
                    "values of "
                        + target.name()
                        + " must begin by "
                        + year
                        + ", the first year of effect, began in "
                        + values.firstKey()));
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
    return Optional.empty();
  }

  @Override
  public Optional<ByYear> byYear() {
    return Optional.of(new ByYear(values, basis));
  }

  @Override
  public SetByYear fixing(Parameter parameter, Distribution fixed, Origin from) {
    return this;
  }

  @Override
  public SetByYear delayed(int years) {
    return new SetByYear(target, Timetable.moved(values, years), basis, origin);
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + values + ChangedColumn.pricesText(basis);
  }

  /** The paths of a model that levers set, each the same in every draw. */
  static final class Paths {
    /** In the origin of a path, before the name of the lever that sets it. */
    static final String SET_BY = "set by lever ";

    private final Inputs base;
    private final Map<Schedule, Map<FinancialYear, Double>> values = new LinkedHashMap<>();
    private final Map<Schedule, Origin> origins = new LinkedHashMap<>();

    Paths(Inputs base) {
      this.base = base;
    }

    void set(Schedule path, Lever lever, SetByYear change) {
      Map<FinancialYear, Double> byYear =
          values.computeIfAbsent(
              path,
              any -> {
                Map<FinancialYear, Double> before = new TreeMap<>();
                base.years().years().forEach(year -> before.put(year, base.schedule(path, year)));
                return before;
              });
      byYear.replaceAll(
          (year, before) -> {
            double strength = lever.timetable().effect(year);
            if (strength == 0) {
              return before;
            }
            double value = change.in(year);
            return strength == 1 ? value : before + strength * (value - before);
          });
      origins.merge(
          path, joined(base.origin(path), lever, change), (a, b) -> joined(a, lever, change));
    }

    private static Origin joined(Origin before, Lever lever, SetByYear change) {
      Set<String> ids = new LinkedHashSet<>(before.evidence());
      ids.addAll(change.origin().evidence());
      String method = before.method() + (before.method().isEmpty() ? "" : "; ");
      return new Origin(Origin.Derivation.GIVEN, method + SET_BY + lever.name(), List.copyOf(ids));
    }

    void layOver(Overlay overlay) {
      values.forEach(
          (path, byYear) ->
              overlay.schedule(path, byYear, Objects.requireNonNull(origins.get(path))));
    }
  }
}
