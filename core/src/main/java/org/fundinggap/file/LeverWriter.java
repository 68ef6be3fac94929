package org.fundinggap.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.lever.Timetable;
import org.fundinggap.quantity.FinancialYear;

/** Levers as a file holds them. */
final class LeverWriter {
  private LeverWriter() {}

  /** The entries of a lever. */
  static Map<String, Object> written(Lever lever) {
    Map<String, Object> entries = new LinkedHashMap<>();
    String drawnAs = drawnAs(lever);
    entries.put("name", lever.name());
    if (!drawnAs.equals(lever.name())) {
      entries.put("drawn-as", drawnAs);
    }
    timing(lever.timetable(), entries);
    if (lever.isBeyondUsual()) {
      entries.put("beyond-usual", true);
    }
    entries.put("steps", steps(lever));
    return entries;
  }

  /** The name in front of the names of its sizes: of the catalogue's levers not always its own. */
  private static String drawnAs(Lever lever) {
    for (Change.Size size : lever.sizes()) {
      String name = size.parameter().name();
      for (int end = name.indexOf(": "); end >= 0; end = name.indexOf(": ", end + 1)) {
        String what = name.substring(end + 2);
        String start = name.substring(0, end);
        if (size.parameter().label().equals(what + ", " + start)) {
          return start;
        }
      }
    }
    return lever.name();
  }

  private static void timing(Timetable timetable, Map<String, Object> entries) {
    entries.put("from", timetable.start().toString());
    if (timetable.last() != null) {
      entries.put("through", timetable.last().toString());
    }
    if (timetable.ramp() > 0) {
      entries.put("ramp", timetable.ramp());
    }
    if (timetable.lag() > 0) {
      entries.put("lag", timetable.lag());
    }
    NavigableMap<FinancialYear, Double> coverage = timetable.coverage();
    boolean isWhole = coverage.size() == 1 && coverage.firstKey().equals(timetable.start());
    if (!isWhole) {
      entries.put("coverage", ScenarioWriter.byYear(coverage));
    } else if (coverage.firstEntry().getValue() != 1) {
      entries.put("coverage", coverage.firstEntry().getValue());
    }
  }

  /**
   * The steps, those behind one share next to each other. Their order makes no difference to a
   * result.
   */
  private static List<Object> steps(Lever lever) {
    Map<String, List<StepWriter>> byPart = new LinkedHashMap<>();
    byPart.put("", new ArrayList<>());
    for (StepWriter step : all(lever)) {
      byPart.computeIfAbsent(step.part(), any -> new ArrayList<>()).add(step);
    }
    List<Object> written = new ArrayList<>();
    byPart.forEach(
        (part, steps) -> {
          for (int i = 0; i < steps.size(); i++) {
            written.add(steps.get(i).entries(i == 0));
          }
        });
    return written;
  }

  private static List<StepWriter> all(Lever lever) {
    List<StepWriter> steps = new ArrayList<>();
    List<Change> changes = lever.changes();
    for (int i = 0; i < changes.size(); ) {
      StepWriter step = StepWriter.of(changes.subList(i, changes.size()));
      steps.add(step);
      i += step.length();
    }
    List<OwnCost> costs = lever.costs();
    for (int i = 0; i < costs.size(); ) {
      Change.Part part = costs.get(i).drawn().part();
      boolean isSplit = part != null && part.isRest();
      steps.add(StepWriter.ofCost(costs.subList(i, isSplit ? i + 2 : i + 1)));
      i += isSplit ? 2 : 1;
    }
    return steps;
  }
}
