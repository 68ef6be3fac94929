package org.fundinggap.chart;

import java.util.Objects;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A claim beside the data: one value of one year, drawn as a numbered diamond whose label stands in
 * the legend.
 *
 * @param year the year it speaks of
 * @param value its value in the chart's unit, finite, at most 1e12 in size
 * @param label who claimed it and when, not blank, at most 200 characters
 */
public record ChartMarker(FinancialYear year, double value, String label) {
  /**
   * Checks value and label.
   *
   * @param year the year it speaks of
   * @param value its value in the chart's unit
   * @param label who claimed it and when
   * @throws org.fundinggap.quantity.InvalidInputException with every problem found
   */
  public ChartMarker {
    Objects.requireNonNull(year, "year");
    Problems problems = new Problems();
    problems.checkLabel("label", label);
    problems.checkValue("value", value);
    InvalidInputException.throwIfAny("marker \"" + label + "\"", problems.found());
  }
}
