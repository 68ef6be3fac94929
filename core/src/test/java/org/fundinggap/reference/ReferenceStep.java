package org.fundinggap.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.ChangeParts;
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
  static final List<String> KINDS =
      List.of(
          "known",
          "multiply",
          "offset",
          "move",
          "shift",
          "set",
          "set by year",
          "at least",
          "at most",
          "rule",
          "share");

  /** By kind, then by the levers' names. */
  static final Comparator<ReferenceStep> ORDER =
      Comparator.comparing((ReferenceStep step) -> KINDS.indexOf(step.change.kind()))
          .thenComparing(step -> step.lever.name())
          .thenComparing(step -> step.change.toString());

  /** How much of a lever is in force and paid for. */
  static double strength(Timetable table, FinancialYear year) {
    int since = year.startYear() - table.start().startYear();
    boolean over = table.last() != null && year.startYear() > table.last().startYear();
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
    return strength(
        table, FinancialYear.starting(year.startYear() - table.lag() - ChangeParts.later(change)));
  }

  /** Whether sizes are amounts in base-year prices of what is in cash. */
  boolean isCarriedToCash(Quantity target) {
    boolean cash =
        target instanceof Variable variable && PriceBasis.cash().equals(variable.basis());
    return cash
        && switch (change.kind()) {
          case "shift", "set", "at least", "at most" -> true;
          case "set by year", "known" -> ChangeParts.areReal(change);
          case "multiply", "offset", "move", "rule", "share" -> false;
          default -> throw new AssertionError("no such kind as " + change);
        };
  }

  /** What is taken from or given by a source, whatever else is done to it. */
  private double source(ReferenceYear y) {
    Quantity source = ChangeParts.source(change).orElseThrow();
    return source instanceof Parameter
        ? y.drawn(source.name())
        : y.now(source.name() + ReferenceLevers.OWN);
  }

  /** The size, or this year's value of a path. */
  private double size(ReferenceYear y, FinancialYear year) {
    return change
        .size()
        .map(size -> drawn(y, size))
        .orElseGet(() -> ReferenceLevers.valueIn(change, year));
  }

  /** A size times the share that stands behind it, if there is one. */
  static double drawn(ReferenceYear y, Change.Size size) {
    double e = y.drawn(size.parameter().name());
    if (size.part() == null) {
      return e;
    }
    double share = y.drawn(size.part().of().parameter().name());
    return e * (size.part().isRest() ? 1 - share : share);
  }

  private double offset(ReferenceYear y) {
    return drawn(y, ChangeParts.offset(change).orElseThrow());
  }

  /** x with the change. */
  double applied(ReferenceYear y, FinancialYear year, Quantity target, double x) {
    double s = felt(year);
    double e = size(y, year);
    if (isCarriedToCash(target)) {
      e *= y.now("deflator");
    }
    if (ChangeParts.isNet(change)) {
      e /= (1 + y.of("revenueOutturnScope")) * (1 - y.of("incomeShare"));
    }
    boolean full = s == 1;
    return switch (change.kind()) {
      case "multiply" -> x * (1 + s * e);
      case "offset" -> x * ((1 + s * e * offset(y)) / (1 + s * offset(y)));
      case "move" -> outward ? x - s * e * source(y) : x + s * e * source(y);
      case "shift" -> x + s * e;
      case "set", "set by year" -> full ? e : x + s * (e - x);
      case "at least" -> full ? Math.max(x, e) : x + s * Math.max(0, e - x);
      case "at most" -> full ? Math.min(x, e) : x - s * Math.max(0, x - e);
      case "rule" -> ChangeParts.rule(change).apply(x, e, s);
      case "share" -> throw new AssertionError("a share is of the bill before any share");
      default -> throw new AssertionError("no such kind as " + change);
    };
  }

  /** What another body takes over of x. */
  double taken(ReferenceYear y, FinancialYear year, double x) {
    return felt(year) * size(y, year) * x;
  }
}
