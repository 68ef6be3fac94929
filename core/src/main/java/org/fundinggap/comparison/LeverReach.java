package org.fundinggap.comparison;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Scenario;

/**
 * What levers work on: children at the edge of care, or others and what they cost. Read off the
 * equations of the model that they are laid over.
 */
final class LeverReach {
  private static final ImmutableSet<Variable> CARE =
      Stream.of(CostLine.HOMES, CostLine.FOSTERING)
          .flatMap(line -> Stream.of(line.volume(), line.need()))
          .collect(ImmutableSet.toImmutableSet());

  private LeverReach() {}

  /** Levers that one scenario has and another has not. */
  static List<Lever> beyond(Scenario other, Scenario one) {
    return one.levers().stream().filter(lever -> !other.levers().contains(lever)).toList();
  }

  /**
   * What of a lever changes how many children enter care, otherwise than by early help: the lever,
   * a lever with some of its changes and no costs, or nothing.
   */
  static Optional<Lever> atEdgeOfCare(Lever lever, Model model) {
    List<Change> edge =
        lever.changes().stream().filter(change -> isAtEdgeOfCare(change, model)).toList();
    if (edge.size() == lever.changes().size() && !edge.isEmpty()) {
      return Optional.of(lever);
    }
    return edge.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Lever(lever.name(), lever.timetable(), edge, List.of(), lever.isBeyondUsual()));
  }

  private static boolean isAtEdgeOfCare(Change change, Model model) {
    return !change.changed().contains(EarlyHelp.LEVEL)
        && follows(change, model, closed(EarlyHelp.LEVEL, change, model))
            .contains(CareEntries.ENTRIES);
  }

  /** What of a lever is not at the edge of care, its costs among it. */
  static Optional<Lever> beside(Lever lever, Model model) {
    List<Change> others =
        lever.changes().stream().filter(change -> !isAtEdgeOfCare(change, model)).toList();
    return others.isEmpty() && lever.costs().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Lever(
                lever.name(), lever.timetable(), others, lever.costs(), lever.isBeyondUsual()));
  }

  /** Whether a lever changes homes or foster care otherwise than at the edge of care. */
  static boolean isOfOthers(Lever lever, Model model) {
    return lever.changes().stream().anyMatch(change -> isOfOthers(change, model));
  }

  private static boolean isOfOthers(Change change, Model model) {
    Set<Quantity> reached = follows(change, model, closed(CareEntries.ENTRIES, change, model));
    return reached.contains(EarlyHelp.LEVEL) || reached.stream().anyMatch(CARE::contains);
  }

  /**
   * What a gap does to early help is an answer to all levers, and counts as the doing of none but
   * of those that change it themselves.
   */
  private static Set<Variable> closed(Variable also, Change change, Model model) {
    Set<Variable> closed = new LinkedHashSet<>(List.of(also));
    boolean isLoop = model.parameters().contains(EarlyHelpCuts.GAP_SHARE);
    if (isLoop && !change.changed().contains(EarlyHelp.KEPT)) {
      closed.add(EarlyHelp.KEPT);
    }
    return closed;
  }

  /** What a change changes and what follows that, without going on from what is closed. */
  private static Set<Quantity> follows(Change change, Model model, Set<Variable> closed) {
    Set<Quantity> reached = new LinkedHashSet<>(change.changed());
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
