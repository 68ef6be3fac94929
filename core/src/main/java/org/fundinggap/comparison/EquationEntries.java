package org.fundinggap.comparison;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundinggap.comparison.InputsDiff.Entry;
import org.fundinggap.comparison.InputsDiff.Section;
import org.fundinggap.comparison.InputsDiff.Side;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Finds which equations differ, by their ids. */
final class EquationEntries {
  /** L1 changes a quantity, L2 adds up what levers cost. */
  private static final Pattern OF_LEVERS = Pattern.compile("L[12]\\..*");

  private EquationEntries() {}

  /**
   * What differs.
   *
   * @param leversDiffer whether levers are known to differ, which then explains equations of levers
   *     whose arithmetic alone is another
   */
  static List<Entry> of(Model baseline, Model alternative, boolean leversDiffer) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Equation> before = byId(baseline);
    Map<String, Equation> after = byId(alternative);
    for (String id : Sets.union(before.keySet(), after.keySet())) {
      Equation one = before.get(id);
      Equation other = after.get(id);
      boolean explained = leversDiffer && OF_LEVERS.matcher(id).matches();
      if (one == null || other == null || differ(one, other, explained)) {
        entries.add(entry(id, one, other));
      }
    }
    return entries;
  }

  private static boolean differ(Equation one, Equation other, boolean explained) {
    return !one.equals(other) && !(explained && declareTheSame(one, other));
  }

  private static Map<String, Equation> byId(Model model) {
    return Maps.uniqueIndex(model.equations(), Equation::id);
  }

  private static boolean declareTheSame(Equation one, Equation other) {
    return one.text().equals(other.text())
        && one.writes().equals(other.writes())
        && one.reads().equals(other.reads())
        && one.readsLastYear().equals(other.readsLastYear())
        && one.uses().equals(other.uses());
  }

  private static Entry entry(String id, @Nullable Equation one, @Nullable Equation other) {
    Equation shown = other == null ? one : other;
    String label = shown == null ? "" : "works out " + names(shown.writes());
    return new Entry(Section.EQUATION, id, label, null, side(one, other), side(other, one));
  }

  /** Its text, and what it declares that the other does not. */
  private static @Nullable Side side(@Nullable Equation equation, @Nullable Equation other) {
    if (equation == null) {
      return null;
    }
    if (other == null) {
      return new Side(equation.text(), null);
    }
    List<String> notes = new ArrayList<>();
    note("writes", equation.writes(), other.writes(), notes);
    note("reads", equation.reads(), other.reads(), notes);
    note("reads last year's", equation.readsLastYear(), other.readsLastYear(), notes);
    note("uses", equation.uses(), other.uses(), notes);
    if (declareTheSame(equation, other)) {
      notes.add("other arithmetic");
    }
    String more = notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
    return new Side(equation.text() + more, null);
  }

  private static void note(
      String verb, Set<? extends Quantity> own, Set<? extends Quantity> others, List<String> to) {
    Set<? extends Quantity> only = Sets.difference(own, others);
    if (!only.isEmpty()) {
      to.add(verb + " " + names(only));
    }
  }

  private static String names(Set<? extends Quantity> quantities) {
    return quantities.stream().map(Quantity::name).collect(Collectors.joining(", "));
  }
}
