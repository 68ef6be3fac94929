package org.fundinggap.own;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Variable;

/**
 * The order in which additions are laid: each behind those whose numbers of the year it reads, such
 * as an on-cost behind the line that it is a share of; else equations first, then by id.
 */
final class AdditionOrder {
  private static final Comparator<Addition> BY_KIND_AND_ID =
      Comparator.comparing((Addition each) -> !(each instanceof OwnEquations))
          .thenComparing(Addition::id);

  private AdditionOrder() {}

  /** The same additions in order; those that read each other in a circle come last, by id. */
  static List<Addition> of(List<Addition> added) {
    List<Addition> waiting = new ArrayList<>(added);
    waiting.sort(BY_KIND_AND_ID);
    List<Addition> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Addition next =
          waiting.stream()
              .filter(each -> readsNothingOf(each, waiting))
              .findFirst()
              .orElse(waiting.get(0));
      ordered.add(next);
      waiting.remove(next);
    }
    return ordered;
  }

  private static boolean readsNothingOf(Addition reader, List<Addition> waiting) {
    Set<Variable> reads = reads(reader);
    return waiting.stream()
        .allMatch(each -> each.equals(reader) || Sets.intersection(writes(each), reads).isEmpty());
  }

  private static Set<Variable> writes(Addition each) {
    if (each instanceof OwnLine line) {
      return Set.of(line.need());
    }
    return each instanceof OwnFunding funding
        ? Set.of(funding.stream().amount())
        : equations(each, Equation::writes);
  }

  private static Set<Variable> reads(Addition each) {
    if (each instanceof OwnLine line) {
      return OwnLineEquations.amount(line).reads();
    }
    return each instanceof OwnFunding funding
        ? funding.stream().equation().reads()
        : equations(each, Equation::reads);
  }

  private static Set<Variable> equations(Addition each, Function<Equation, Set<Variable>> part) {
    Set<Variable> all = new HashSet<>();
    if (each instanceof OwnEquations own) {
      own.equations().forEach(equation -> all.addAll(part.apply(equation)));
    }
    return all;
  }
}
