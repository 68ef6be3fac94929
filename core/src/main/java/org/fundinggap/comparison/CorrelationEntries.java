package org.fundinggap.comparison;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.random.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * Finds which correlations of parameters or shocks differ, two at a time, so that a matrix that
 * gained a row says no more than that.
 */
final class CorrelationEntries {
  private static final Side INDEPENDENT = new Side("0", null);

  private CorrelationEntries() {}

  static List<Entry> of(Inputs baseline, Inputs alternative) {
    List<Entry> entries = new ArrayList<>();
    Map<Set<String>, Side> before = pairs(baseline);
    Map<Set<String>, Side> after = pairs(alternative);
    for (Set<String> pair : Sets.union(before.keySet(), after.keySet())) {
      Side one = side(before, pair, baseline);
      Side other = side(after, pair, alternative);
      if (!same(one, other)) {
        String name = String.join(", ", pair);
        entries.add(new Entry(Section.CORRELATION, name, "correlation of", null, one, other));
      }
    }
    addOrders(baseline, alternative, entries);
    return entries;
  }

  private static Map<Set<String>, Side> pairs(Inputs inputs) {
    Map<Set<String>, Side> pairs = new LinkedHashMap<>();
    for (Correlation group : inputs.correlations()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs.put(
              ImmutableSet.of(group.names().get(j), group.names().get(i)),
              new Side(NumberText.exact(group.at(i, j)), inputs.origin(group)));
        }
      }
    }
    return pairs;
  }

  private static @Nullable Side side(Map<Set<String>, Side> pairs, Set<String> pair, Inputs of) {
    Side side = pairs.get(pair);
    if (side != null) {
      return side;
    }
    Set<String> drawn =
        Stream.concat(of.model().parameters().stream(), of.model().shocks().stream())
            .map(Quantity::name)
            .collect(Collectors.toSet());
    return drawn.containsAll(pair) ? INDEPENDENT : null;
  }

  private static String kind(Inputs inputs, Correlation group) {
    boolean ofShocks =
        inputs.model().shocks().stream().anyMatch(shock -> group.names().contains(shock.name()));
    return ofShocks ? "correlated shocks" : "correlated parameters";
  }

  /** Independent because nothing is said, or because 0 is, is the same. */
  private static boolean same(@Nullable Side one, @Nullable Side other) {
    boolean independent =
        one != null
            && other != null
            && one.value().equals("0")
            && other.value().equals("0")
            && (one.origin() == null || other.origin() == null);
    return independent || Objects.equals(one, other);
  }

  /** Draws depend on those before them in their group, so the order is an input too. */
  private static void addOrders(Inputs baseline, Inputs alternative, List<Entry> entries) {
    for (Correlation before : baseline.correlations()) {
      for (Correlation after : alternative.correlations()) {
        boolean sameNames =
            ImmutableSet.copyOf(before.names()).equals(ImmutableSet.copyOf(after.names()));
        if (sameNames && !before.names().equals(after.names())) {
          entries.add(
              new Entry(
                  Section.CORRELATION,
                  "order",
                  "order in which " + kind(baseline, before) + " are drawn",
                  null,
                  new Side(String.join(", ", before.names()), baseline.origin(before)),
                  new Side(String.join(", ", after.names()), alternative.origin(after))));
        }
      }
    }
  }
}
