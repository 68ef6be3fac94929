package org.fundinggap.comparison;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Scenario;

/**
 * What levers work on: who enters care, or where children in care live and what that costs. Read
 * off the equations of the model that they are laid over.
 */
final class LeverReach {
  /** What a gap does to early help is an answer to all levers, and counts as the doing of none. */
  private static final ImmutableSet<Variable> LOOP = ImmutableSet.of(EarlyHelp.KEPT);

  private static final ImmutableSet<Variable> CARE =
      Stream.of(CostLine.HOMES, CostLine.FOSTERING)
          .flatMap(line -> Stream.of(line.volume(), line.need()))
          .collect(ImmutableSet.toImmutableSet());

  private LeverReach() {}

  /** Levers that an alternative has and its baseline has not. */
  static List<Lever> added(Scenario baseline, Scenario alternative) {
    return alternative.levers().stream()
        .filter(lever -> !baseline.levers().contains(lever))
        .toList();
  }

  /** Whether a lever changes how many children enter care. */
  static boolean movesEntries(Lever lever, Model model) {
    return follows(lever, model, LOOP).contains(CareEntries.ENTRIES);
  }

  /** Whether a lever changes homes or foster care otherwise than by who enters. */
  static boolean movesCare(Lever lever, Model model) {
    Set<Variable> closed = new LinkedHashSet<>(LOOP);
    closed.add(CareEntries.ENTRIES);
    return follows(lever, model, closed).stream().anyMatch(CARE::contains);
  }

  /** What a lever changes and what follows that, without going on from what is closed. */
  private static Set<Quantity> follows(Lever lever, Model model, Set<Variable> closed) {
    Set<Quantity> reached = new LinkedHashSet<>();
    lever.changes().forEach(change -> reached.addAll(change.changed()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Equation equation : model.equations()) {
        if (takes(equation, reached, closed)) {
          grew |= reached.addAll(equation.writes());
        }
      }
    }
    return reached;
  }

  private static boolean takes(Equation equation, Set<Quantity> reached, Set<Variable> closed) {
    List<Quantity> taken = new ArrayList<>(equation.reads());
    taken.addAll(equation.uses());
    equation.readsLastYear().stream()
        .filter(each -> !equation.writes().contains(each))
        .forEach(taken::add);
    return taken.stream().anyMatch(each -> reached.contains(each) && !closed.contains(each));
  }
}
