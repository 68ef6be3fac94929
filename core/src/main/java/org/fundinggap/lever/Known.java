package org.fundinggap.lever;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Values of the first projected years, in place of what the target's own equation makes of those
 * years, and from which it goes on. All other changes are made to them. {@link KnownYears} lays
 * them under the levers.
 *
 * @param target what is known: a variable whose equation goes on from its last year's value
 * @param values of years without a gap, the first projected year the first of them
 * @param basis in which prices money is; null for what is not money
 * @param origin where they come from
 */
record Known(
    Variable target,
    NavigableMap<FinancialYear, Double> values,
    @Nullable PriceBasis basis,
    Origin origin)
    implements Action {
  private static final String KIND = "known";

  Known {
    values = ImmutableSortedMap.copyOf(values);
  }

  static Known of(
      DraftChecks draft,
      Variable target,
      Map<FinancialYear, Double> values,
      @Nullable PriceBasis basis,
      String... ids) {
    Objects.requireNonNull(target, "variable");
    Objects.requireNonNull(values, "values");
    draft.values(target, values);
    draft.prices(target, basis);
    values.forEach((year, value) -> requireSense(draft, target, year, value));
    String what = KIND + " " + target.name();
    Origin origin = draft.origin(what, ids);
    draft.requireOnce(what);
    return new Known(target, ImmutableSortedMap.copyOf(values), basis, origin);
  }

  private static void requireSense(
      DraftChecks draft, Variable target, FinancialYear year, double value) {
    Unit unit = target.unit();
    boolean eitherSign = unit == Unit.RATIO || unit == Unit.PER_YEAR;
    if ((!eitherSign && value < 0) || (unit == Unit.SHARE && value > 1)) {
      draft.report(
          target.name()
              + " in "
              + year
              + " must be at least 0"
              + (unit == Unit.SHARE ? " and at most 1" : "")
              + ", was "
              + value);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int order() {
    return 0;
  }

  /** Nothing: it changes what the target's own equation writes, before any step. */
  @Override
  public void apply(ChangedColumn column) {}

  @Override
  public void check(LeverChecks checks, Lever lever) {
    checks.requirePrices(lever, target, basis);
    String years = "known years of " + target.name() + " must ";
    FinancialYear first = checks.baseYear().plus(1);
    List<FinancialYear> given = List.copyOf(values.keySet());
    if (given.isEmpty()) {
      return; // refused when it was built
    }
    if (!given.get(0).equals(first)) {
      checks.report(
          lever,
          years
              + "begin with "
              + first
              + ", the first projected year, began with "
              + given.get(0)
              + "; for later years alone use set(...)");
    }
    if (given.get(0).yearsUntil(values.lastKey()) != given.size() - 1) {
      checks.report(lever, years + "follow on each other, were " + given + "; fill the gap");
    }
    checks
        .firstYearNotInFull(lever, given)
        .ifPresent(
            year ->
                checks.report(
                    lever,
                    years
                        + "be those of a lever in full force in all of England, was not in "
                        + year
                        + "; say from("
                        + first
                        + ") without ramp, lag or coverage"));
    checks.requireHandOver(lever, target);
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
  public Known fixing(Parameter parameter, Distribution fixed, Origin from) {
    return this;
  }

  @Override
  public Known delayed(int years) {
    return new Known(target, Timetable.moved(values, years), basis, origin);
  }

  @Override
  public String describe(Function<Quantity, String> named) {
    return named.apply(target) + ", " + KIND;
  }

  @Override
  public String toString() {
    return KIND + " " + target.name() + " " + values + ChangedColumn.pricesText(basis);
  }
}
