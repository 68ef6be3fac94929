package org.fundinggap.simulation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundinggap.model.Block;
import org.fundinggap.model.InputEntry;
import org.fundinggap.model.Option;

/** What keeps parts of a run from being put together. */
final class PartChecks {
  private PartChecks() {}

  /** Every fault of some parts in the order of their draws. */
  static List<String> problems(List<Projection> parts) {
    List<String> problems = new ArrayList<>();
    if (parts.isEmpty()) {
      problems.add("parts must hold at least one projection, had none");
    }
    for (int i = 1; i < parts.size(); i++) {
      addDifferences(parts.get(0), parts.get(i), problems);
      addHole(parts.get(i - 1), parts.get(i), problems);
    }
    return problems;
  }

  private static void addDifferences(Projection first, Projection part, List<String> problems) {
    if (part.askedDraws() != first.askedDraws()) {
      problems.add(
          "the part from draw "
              + part.firstDraw()
              + " must be of a run of "
              + first.askedDraws()
              + " draws, was of one of "
              + part.askedDraws());
    }
    Settings same = first.settings().withDraws(part.settings().draws());
    if (!part.settings().equals(same)) {
      problems.add(
          "settings of the part from draw "
              + part.firstDraw()
              + " must be those of the first but for the draws, "
              + same
              + ", were "
              + part.settings());
    }
    if (!kept(first).equals(kept(part))) {
      problems.add(
          "scenarios and variables of the part from draw "
              + part.firstDraw()
              + " must be "
              + kept(first)
              + ", were "
              + kept(part)
              + "; run the same simulation");
    } else {
      for (int i = 0; i < first.scenarios().size(); i++) {
        addOtherNumbers(first.scenarios().get(i), part.scenarios().get(i), part, problems);
      }
    }
  }

  /** Equations are not compared: formulas of users' own need not know their equals. */
  private static void addOtherNumbers(
      Option first, Option second, Projection part, List<String> problems) {
    Set<String> different = new TreeSet<>();
    Sets.symmetricDifference(numbers(first), numbers(second))
        .forEach(entry -> different.add(entry.name()));
    if (!different.isEmpty()) {
      problems.add(
          "scenario "
              + first.name()
              + " of the part from draw "
              + part.firstDraw()
              + " must have the numbers of the first part, had others of "
              + different
              + "; run the same simulation");
    }
  }

  private static Set<InputEntry> numbers(Option option) {
    return ImmutableSet.copyOf(option.inputs().entries());
  }

  private static void addHole(Projection before, Projection part, List<String> problems) {
    int end = before.firstDraw() + before.settings().draws();
    if (end != part.firstDraw()) {
      problems.add(
          "parts must follow one another, the part from draw "
              + part.firstDraw()
              + " comes after one that ends before draw "
              + end
              + (end % Block.SIZE == 0 ? "" : ", in the middle of a block")
              + "; give every part once");
    }
  }

  private static List<String> kept(Projection part) {
    return part.scenarios().stream().map(scenario -> kept(part, scenario)).toList();
  }

  private static String kept(Projection part, Option scenario) {
    boolean draws =
        part.variables(scenario.name()).stream()
            .allMatch(variable -> part.outcome(scenario.name(), variable).hasDraws());
    return scenario.name()
        + (draws ? "" : " in histograms")
        + " "
        + scenario.inputs().years()
        + " "
        + part.variables(scenario.name());
  }
}
