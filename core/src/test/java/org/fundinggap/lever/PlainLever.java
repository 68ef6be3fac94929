package org.fundinggap.lever;

import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * What one change of a variable by a known size does, by the definitions on the page of equations
 * and not by the code of levers.
 *
 * @param kind of change
 * @param target what is changed
 * @param size known
 * @param start first year in force
 * @param last last year in force; null for no end
 * @param ramp years after the first until full force
 * @param lag years by which effects follow
 * @param coverage of England
 */
record PlainLever(
    String kind,
    Variable target,
    double size,
    FinancialYear start,
    @Nullable FinancialYear last,
    int ramp,
    int lag,
    double coverage) {

  double apply(double x, FinancialYear year, double deflator) {
    double s = strength(year);
    boolean isCash = target.unit().isMoney() && target.unitText().contains("cash");
    double e = kind.equals("multiply") || !isCash ? size : size * deflator;
    return switch (kind) {
      case "multiply" -> x + x * s * e;
      case "shift" -> x + s * e;
      case "set" -> (1 - s) * x + s * e;
      case "floor" -> x < e ? (1 - s) * x + s * e : x;
      case "cap" -> x > e ? (1 - s) * x + s * e : x;
      default -> throw new AssertionError(kind);
    };
  }

  private double strength(FinancialYear year) {
    FinancialYear then = year.plus(-lag);
    if (then.compareTo(start) < 0 || (last != null && then.compareTo(last) > 0)) {
      return 0;
    }
    int nth = 1;
    for (FinancialYear each = start; each.compareTo(then) < 0; each = each.plus(1)) {
      nth++;
    }
    return coverage * (nth > ramp ? 1 : nth / (ramp + 1.0));
  }
}
