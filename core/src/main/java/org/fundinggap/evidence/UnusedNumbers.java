package org.fundinggap.evidence;

import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.csv.Ids;
import org.fundinggap.internal.csv.Row;

/** Figures and series that no number of the library is worked out from, and why not. */
final class UnusedNumbers {
  private static final List<String> COLUMNS = List.of("id", "why");

  private UnusedNumbers() {}

  /**
   * Reads the file where there is one; what is wrong goes to the problems of the whole.
   *
   * @return the reason by id, in the order of the file; immutable
   */
  static Map<String, String> read(
      RegisterReader register,
      PriorReader priors,
      Map<String, Figure> figures,
      Map<String, Series> series) {
    Map<String, String> reasons = new LinkedHashMap<>();
    Ids listed = Ids.ofNumbers();
    for (Row row : register.optionalTable(RegisterFiles.UNUSED, COLUMNS).rows()) {
      String id = listed.take(row);
      String why = row.required("why");
      if (figures.containsKey(id) || series.containsKey(id)) {
        reasons.put(id, why);
      } else if (priors.hasRead(id) || !register.ids().has(id)) {
        // Of a figure or series with faults those are reported, and not this row.
        register.unknown(
            row,
            "be the id of a figure or series",
            () -> NearestNames.to(id, Sets.union(figures.keySet(), series.keySet())),
            "look whether figures.csv or series.csv lost rows, or drop these");
      }
    }
    return Collections.unmodifiableMap(reasons);
  }
}
