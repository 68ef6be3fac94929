package org.fundinggap.internal.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Runs;

/**
 * The faults of a register, all of them: those of one cause become one problem, which names every
 * line.
 */
public final class Faults {
  private static final int VALUES_SHOWN = 3;

  /** More than these nobody reads; those that follow are counted. */
  private static final int PROBLEMS_SHOWN = 100;

  private static final int RUNS_SHOWN = 40;

  private final Map<Cause.Key, List<Fault>> byCause = new LinkedHashMap<>();

  public void add(Fault fault) {
    byCause.computeIfAbsent(fault.key(), any -> new ArrayList<>()).add(fault);
  }

  /** Whether a fault of that cause has been found. */
  boolean has(Cause.Key key) {
    return byCause.containsKey(key);
  }

  /** How many causes there are up to now. */
  public int causes() {
    return byCause.size();
  }

  /**
   * One sentence a cause, in the order in which they were found; what a spreadsheet did, first. The
   * last of {@value #PROBLEMS_SHOWN} says how many more there are.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<Cause.Key, List<Fault>> others = new LinkedHashMap<>(byCause);
    Optional.ofNullable(others.remove(Spreadsheet.YEARS.key(Place.of(""), "")))
        .ifPresent(
            years -> {
              List<Fault> dates = others.remove(Spreadsheet.DATES.key(Place.of(""), ""));
              problems.add(Spreadsheet.text(years, dates == null ? List.of() : dates));
            });
    int room = PROBLEMS_SHOWN - problems.size();
    int more = others.size() <= room ? 0 : others.size() - (room - 1);
    others.values().stream()
        .limit(others.size() - more)
        .forEach(faults -> problems.add(text(faults)));
    if (more > 0) {
      problems.add(
          "and "
              + NumberText.count(more, "more problem")
              + " that are not listed; mend those above first, and load again");
    }
    return problems;
  }

  private static String text(List<Fault> faults) {
    Fault first = faults.get(0);
    if (faults.size() == 1) {
      return place(first) + ": " + first.alone() + already(faults);
    }
    Cause cause = first.cause();
    return places(faults)
        + ": "
        + cause.before()
        + values(faults)
        + cause.after()
        + already(faults);
  }

  /** Where a fault is, such as {@code figures.csv line 7, column value}. */
  public static String place(Fault fault) {
    return fault.place() + (fault.column().isEmpty() ? "" : ", column " + fault.column());
  }

  /** Where faults are: every line, and the columns, of each file where they differ. */
  private static String places(List<Fault> faults) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    faults.forEach(
        fault ->
            columns
                .computeIfAbsent(fault.place().file(), any -> new TreeSet<>())
                .add(fault.column()));
    Map<String, String> lines = lines(faults.stream().map(Fault::place).toList());
    Set<Set<String>> kinds = new LinkedHashSet<>(columns.values());
    if (kinds.size() == 1) {
      return String.join("; ", lines.values()) + columns(kinds.iterator().next());
    }
    return lines.entrySet().stream()
        .map(file -> file.getValue() + columns(columns.getOrDefault(file.getKey(), Set.of())))
        .collect(Collectors.joining("; "));
  }

  private static String columns(Set<String> names) {
    return names.contains("") || names.isEmpty()
        ? ""
        : counted(names, ", column ") + String.join(", ", names);
  }

  private static String counted(Set<?> things, String one) {
    return things.size() == 1 ? one : one.stripTrailing() + "s ";
  }

  /** By file, its name and lines, such as {@code figures.csv lines 2, 5 to 9}. */
  private static Map<String, String> lines(List<Place> places) {
    Map<String, Set<Integer>> lines = new LinkedHashMap<>();
    places.forEach(
        place -> lines.computeIfAbsent(place.file(), any -> new TreeSet<>()).add(place.line()));
    Map<String, String> texts = new LinkedHashMap<>();
    lines.forEach(
        (file, numbers) ->
            texts.put(
                file,
                numbers.contains(0)
                    ? file
                    : file
                        + counted(numbers, " line ")
                        + Runs.text(numbers, Integer::toString, RUNS_SHOWN)));
    return texts;
  }

  private static String values(List<Fault> faults) {
    List<String> values = faults.stream().map(Fault::value).distinct().toList();
    int more = values.size() - VALUES_SHOWN;
    return values.stream().limit(VALUES_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + (more == 1 ? " other" : " others") : "");
  }

  private static String already(List<Fault> faults) {
    List<Place> earlier = faults.stream().flatMap(fault -> fault.earlier().stream()).toList();
    if (earlier.isEmpty()) {
      return "";
    }
    return "; "
        + String.join("; ", lines(earlier).values())
        + (earlier.size() == 1 ? " has it already" : " have them already");
  }
}
