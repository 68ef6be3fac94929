package org.fundinggap.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Timetable;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;

/**
 * L1: one change by one lever, one number at a time.
 *
 * @param lever the lever
 * @param change what it does
 * @param outward whether it takes from the source of a move, rather than give to the target
 */
record ReferenceStep(Lever lever, Change change, boolean outward) {
  /** The order of the page. */
  static final List<Change.Kind> KINDS =
      List.of(
          Change.Kind.MULTIPLY,
          Change.Kind.MOVE,
          Change.Kind.SHIFT,
          Change.Kind.SET,
          Change.Kind.PATH,
          Change.Kind.FLOOR,
          Change.Kind.CAP,
          Change.Kind.RULE,
          Change.Kind.SHARE);

  /** By kind, then by the levers' names. */
  static final Comparator<ReferenceStep> ORDER =
      Comparator.comparing((ReferenceStep step) -> KINDS.indexOf(step.change.kind()))
          .thenComparing(step -> step.lever.name())
          .thenComparing(step -> step.change.toString());

  /** How much of a lever is in force and paid for. */
  static double strength(Timetable table, FinancialYear year) {
    int since = year.startYear() - table.start().startYear();
    boolean over = table.end() != null && year.startYear() >= table.end().startYear();
    if (since < 0 || over) {
      return 0;
    }
    double covered = 0;
    for (Map.Entry<FinancialYear, Double> each : table.coverage().entrySet()) {
      covered = each.getKey().startYear() <= year.startYear() ? each.getValue() : covered;
    }
    return Math.min(1, (since + 1) / (table.ramp() + 1.0)) * covered;
  }

  /** How much of the change is felt. */
  double felt(FinancialYear year) {
    Timetable table = lever.timetable();
    return strength(table, FinancialYear.starting(year.startYear() - table.lag()));
  }

  /** Whether sizes are amounts in base-year prices of what is in cash. */
  boolean isCarriedToCash(Quantity target) {
    boolean cash =
        target instanceof Variable variable && PriceBasis.cash().equals(variable.basis());
    return cash
        && switch (change.kind()) {
          case SHIFT, SET, PATH, FLOOR, CAP -> true;
          case MULTIPLY, MOVE, RULE, SHARE -> false;
        };
  }

  /** What is taken from or given by a source, whatever else is done to it. */
  private double source(ReferenceYear y) {
    Quantity source = Objects.requireNonNull(change.source());
    return source instanceof Parameter
        ? y.drawn(source.name())
        : y.now(source.name() + ReferenceLevers.OWN);
  }

  /** The size, or this year's value of a path. */
  private double size(ReferenceYear y, FinancialYear year) {
    if (change.kind() != Change.Kind.PATH) {
      return y.drawn(Objects.requireNonNull(change.size()).name());
    }
    return ReferenceLevers.valueIn(change, year);
  }

  /** x with the change. */
  double applied(ReferenceYear y, FinancialYear year, Quantity target, double x) {
    double s = felt(year);
    double e = size(y, year);
    if (isCarriedToCash(target)) {
      e *= y.now("deflator");
    }
    boolean full = s == 1;
    return switch (change.kind()) {
      case MULTIPLY -> x * (1 + s * e);
      case MOVE -> outward ? x - s * e * source(y) : x + s * e * source(y);
      case SHIFT -> x + s * e;
      case SET, PATH -> full ? e : x + s * (e - x);
      case FLOOR -> full ? Math.max(x, e) : x + s * Math.max(0, e - x);
      case CAP -> full ? Math.min(x, e) : x - s * Math.max(0, x - e);
      case RULE -> Objects.requireNonNull(change.rule()).apply(x, e, s);
      case SHARE -> throw new AssertionError("a share is of the bill before any share");
    };
  }

  /** What another body takes over of x. */
  double taken(ReferenceYear y, FinancialYear year, double x) {
    return felt(year) * size(y, year) * x;
  }
}
