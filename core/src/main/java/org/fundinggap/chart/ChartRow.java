package org.fundinggap.chart;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.internal.Checks;

/**
 * A row of a {@link RowChart}.
 *
 * @param label what it is of
 * @param detail its figures in words, in smaller type under the label; may be empty
 * @param marks drawn in this order, at least one
 */
public record ChartRow(String label, String detail, List<RowMark> marks) {
  /**
   * Keeps a copy.
   *
   * @param label as described above
   * @param detail as described above
   * @param marks as described above
   * @throws IllegalArgumentException if the label is blank or there is no mark
   */
  public ChartRow {
    Checks.notBlank(label, "label");
    Objects.requireNonNull(detail, "detail");
    marks = ImmutableList.copyOf(Objects.requireNonNull(marks, "marks"));
    Checks.atLeast(marks.size(), 1, "number of marks", "give a bar, a band or a point");
  }
}
