package org.fundinggap.internal.plausible;

import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.csv.Row;

/**
 * A number of a register and the cell that holds it.
 *
 * @param id the figure, series or prior
 * @param when the year as it is written; empty for what has none
 * @param value the number
 * @param broken whether it cannot be compared with the year before
 * @param row the row
 * @param column the column
 */
record Held(String id, String when, double value, boolean broken, Row row, String column) {
  private static final String FIX = "correct it, or write \"" + AsIs.WORD + "\" and why in note";

  /** Whether rules about several numbers may look at it: it has no fault, and nobody vouches. */
  boolean isJudged() {
    return row.isSound() && !isAsIs();
  }

  boolean isAsIs() {
    return AsIs.reason(row.text("note")).isPresent();
  }

  /** Such as {@code of looked-after in 2024-25}. */
  String named() {
    return id + (when.isEmpty() ? "" : " in " + when);
  }

  /** Such as {@code placed-foster 55850 (observations/placements.csv line 16)}. */
  String shown() {
    return id + " " + NumberText.exact(value) + " (" + row.place() + ")";
  }

  void fault(String must) {
    row.fault(column, must, FIX);
  }

  void fault(String must, String fix) {
    row.fault(column, must, fix + ", or " + FIX);
  }
}
