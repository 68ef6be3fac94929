package org.fundinggap.comparison;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.OwnCost;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Finds which levers differ, part by part: timetable, changes and own costs. */
final class LeverEntries {
  private static final String CHANGES = "lever: what it changes";
  private static final String COSTS = "lever: what it costs";

  private LeverEntries() {}

  /**
   * One part of a lever.
   *
   * @param label what the part is
   * @param what the part itself
   * @param side as tables write it
   */
  private record Part(String label, Object what, Side side) {
    /** Rules that are code count as the same if they were written in one place. */
    boolean isSame(Part other) {
      if (what instanceof Change one && other.what instanceof Change two) {
        return one.isLike(two);
      }
      return what.equals(other.what);
    }
  }

  static List<Entry> of(Option baseline, Option alternative) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Part> before = parts(baseline);
    Map<String, Part> after = parts(alternative);
    for (String name : Sets.union(before.keySet(), after.keySet())) {
      Part one = before.get(name);
      Part other = after.get(name);
      if (one == null || other == null || !one.isSame(other)) {
        String label = one == null ? Objects.requireNonNull(other).label : one.label;
        entries.add(new Entry(Section.LEVER, name, label, null, side(one, null), side(other, one)));
      }
    }
    return entries;
  }

  /** What differs in a way that its text does not show says so. */
  private static @Nullable Side side(@Nullable Part part, @Nullable Part other) {
    if (part == null) {
      return null;
    }
    Side side = part.side;
    return other != null && other.side.equals(side)
        ? new Side(side.value() + " of other values", side.origin())
        : side;
  }

  private static Map<String, Part> parts(Option scenario) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Lever lever : Scenario.leversOf(scenario)) {
      Side when = new Side(lever.timetable().toString(), null);
      parts.put(lever.name(), new Part("lever: when and where", lever.timetable(), when));
      for (Change change : lever.changes()) {
        String size =
            change
                .size()
                .map(each -> each.parameter().name())
                .orElse(lever.name() + ": " + change.target().name());
        // Two levers may share the draws of a size.
        String name = parts.containsKey(size) ? lever.name() + ": " + size : size;
        Side side = new Side(change.toString(), change.origin());
        put(parts, name, " of " + change.target().name(), new Part(CHANGES, change, side));
      }
      for (OwnCost cost : lever.costs()) {
        Side side = new Side(cost.toString(), cost.origin());
        put(parts, cost.size().name(), " by " + cost.payer(), new Part(COSTS, cost, side));
      }
    }
    return parts;
  }

  /** Two that share a size are told apart by what they are of. */
  private static void put(Map<String, Part> parts, String name, String of, Part part) {
    parts.put(parts.containsKey(name) ? name + of : name, part);
  }

  /** The parameters that hold the sizes of levers, which are shown with the levers. */
  static Set<Parameter> sizes(Option scenario) {
    ImmutableSet.Builder<Parameter> sizes = ImmutableSet.builder();
    for (Lever lever : Scenario.leversOf(scenario)) {
      for (Change change : lever.changes()) {
        change.sizes().forEach(size -> sizes.add(size.parameter()));
      }
      lever.costs().forEach(cost -> cost.drawn().all().forEach(of -> sizes.add(of.parameter())));
    }
    return sizes.build();
  }
}
