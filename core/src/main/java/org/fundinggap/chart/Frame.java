package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.quantity.FinancialYear;

/**
 * The plotting area of one panel in pixels, and where years and values lie in it.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 * @param first the first year of the axis
 * @param last the last year of the axis
 * @param scale the value axis
 */
record Frame(
    double left,
    double top,
    double right,
    double bottom,
    FinancialYear first,
    FinancialYear last,
    YScale scale) {
  private static final double INSET = 8;
  private static final int[] YEAR_STEPS = {1, 2, 5, 10, 20, 50, 100};

  double x(FinancialYear year) {
    int span = first.yearsUntil(last);
    if (span == 0) {
      return (left + right) / 2;
    }
    return left + INSET + (right - left - 2 * INSET) * first.yearsUntil(year) / span;
  }

  double y(double value) {
    double share = (value - scale.low()) / (scale.high() - scale.low());
    return bottom - (bottom - top) * share;
  }

  double yearWidth() {
    return (right - left - 2 * INSET) / Math.max(1, first.yearsUntil(last));
  }

  /** The years to label: as many as leave room for each label, counted from the anchor. */
  List<FinancialYear> labelled(FinancialYear anchor, double labelWidth) {
    int step = YEAR_STEPS[YEAR_STEPS.length - 1];
    for (int i = YEAR_STEPS.length - 1; i >= 0; i--) {
      if (YEAR_STEPS[i] * yearWidth() >= labelWidth) {
        step = YEAR_STEPS[i];
      }
    }
    List<FinancialYear> years = new ArrayList<>();
    for (int i = 0; i <= first.yearsUntil(last); i++) {
      FinancialYear year = first.plus(i);
      if (year.yearsUntil(anchor) % step == 0) {
        years.add(year);
      }
    }
    return years;
  }
}
