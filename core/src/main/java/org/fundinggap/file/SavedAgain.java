package org.fundinggap.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Fingerprint;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;

/**
 * What a text makes otherwise than the scenario that it was written from: a part that a file can't
 * hold, or that the writer forgot, must not be lost in silence.
 */
final class SavedAgain {
  private static final int NAMED = 5;
  private static final String FIX = "; take it out, and put it in after loading";

  private SavedAgain() {}

  /** By name, in sentences; empty if nothing differs. */
  static List<String> differences(ScenarioFile file, String text, EvidenceBase register) {
    ScenarioFile again;
    try {
      again = ScenarioFile.parse(text, register);
    } catch (InvalidInputException refused) {
      return refused.problems().stream()
          .map(problem -> "must be readable when it is written, was not: " + problem + FIX)
          .toList();
    }
    List<String> lost = new ArrayList<>();
    add(lost, "name", file.scenario().name(), again.scenario().name());
    add(lost, "description", file.scenario().description(), again.scenario().description());
    add(lost, "settings", file.settings(), again.settings());
    // Lines come before streams in a file; their order makes no difference.
    add(
        lost,
        "additions",
        new HashSet<>(file.scenario().additions()),
        new HashSet<>(again.scenario().additions()));
    levers(file.scenario(), again.scenario(), lost);
    numbers(file.scenario().inputs(), again.scenario().inputs(), lost);
    if (lost.isEmpty()
        && !Fingerprint.of(file.scenario()).equals(Fingerprint.of(again.scenario()))) {
      lost.add("equations must be the same when they are read again, were not" + FIX);
    }
    return lost;
  }

  private static void add(List<String> lost, String what, Object before, Object after) {
    if (!before.equals(after)) {
      lost.add(what + " must be the same when it is read again, was not" + FIX);
    }
  }

  private static void levers(Scenario before, Scenario after, List<String> lost) {
    Map<String, Lever> read = new LinkedHashMap<>();
    after.levers().forEach(lever -> read.put(lever.name(), lever));
    for (Lever lever : before.levers()) {
      Lever again = read.remove(lever.name());
      if (again == null || !isSame(lever, again)) {
        lost.add(
            "lever \"" + lever.name() + "\" must be the same when it is read again, was not" + FIX);
      }
    }
    read.keySet().forEach(name -> lost.add("lever \"" + name + "\" must not come in, did" + FIX));
  }

  /** Steps may stand in another order, which makes no difference. */
  private static boolean isSame(Lever one, Lever other) {
    return one.timetable().equals(other.timetable())
        && one.isBeyondUsual() == other.isBeyondUsual()
        && new HashSet<Change>(one.changes()).equals(new HashSet<Change>(other.changes()))
        && new HashSet<>(one.costs()).equals(new HashSet<>(other.costs()));
  }

  private static void numbers(Inputs before, Inputs after, List<String> lost) {
    List<InputEntry> entries = new ArrayList<>(before.entries());
    entries.removeAll(new HashSet<>(after.entries()));
    Stream<String> values = entries.stream().map(InputEntry::name);
    Stream<String> origins =
        Stream.of(
                before.model().parameters(), before.model().variables(), before.model().schedules())
            .flatMap(each -> each.stream().map(Quantity.class::cast))
            .filter(before::hasOrigin)
            .filter(
                quantity ->
                    !after.hasOrigin(quantity)
                        || !before.origin(quantity).equals(after.origin(quantity)))
            .map(quantity -> "where " + quantity.name() + " comes from");
    List<String> names = Stream.concat(values, origins).toList();
    if (!names.isEmpty()) {
      lost.add(
          String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
              + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")
              + " must be the same when it is read again, was not"
              + FIX);
    }
  }
}
