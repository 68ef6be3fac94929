package org.fundinggap.lever;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Overlay;
import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.FinancialYear;

/** The paths of a model that levers set, each the same in every draw. */
final class LeverPaths {
  private final Inputs base;
  private final Map<Schedule, Map<FinancialYear, Double>> values = new LinkedHashMap<>();
  private final Map<Schedule, Origin> origins = new LinkedHashMap<>();

  LeverPaths(Inputs base) {
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
    return new Origin(Origin.Derivation.GIVEN, method + "set by " + lever.name(), List.copyOf(ids));
  }

  void layOver(Overlay overlay) {
    values.forEach(
        (path, byYear) ->
            overlay.schedule(path, byYear, Objects.requireNonNull(origins.get(path))));
  }
}
