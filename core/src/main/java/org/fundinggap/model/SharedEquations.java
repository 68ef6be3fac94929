package org.fundinggap.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which equations give the same numbers in two runs on the same draws, so that one run can take
 * them from the other: an equal equation, the same numbers for all that it uses, and only such
 * equations before it. Four funding rules so work out demand and cost once.
 */
final class SharedEquations {
  private SharedEquations() {}

  /**
   * The equations that a run may borrow.
   *
   * @param lender inputs of the run that works them out
   * @param borrower inputs of the run that takes them over
   * @return a subset of the borrower's equations; empty unless the lender runs every year of it
   */
  static Set<Equation> of(Inputs lender, Inputs borrower) {
    Set<Equation> shared = new LinkedHashSet<>();
    boolean sameStart = lender.years().first().equals(borrower.years().first());
    if (!sameStart || !lender.years().contains(borrower.years().last())) {
      return shared;
    }
    Set<Equation> theirs = new HashSet<>(lender.model().equations());
    for (Equation equation : borrower.model().equations()) {
      if (theirs.contains(equation) && sameNumbers(lender, borrower, equation)) {
        shared.add(equation);
      }
    }
    while (shared.removeIf(equation -> readsBeyond(shared, equation))) {
      // Each pass drops equations that read what is not shared; what is left at the end is closed.
    }
    return shared;
  }

  /**
   * Where a run finds what it borrows.
   *
   * @param lent the equations that it borrows
   * @param slots places of its variables, from 0
   * @param lender places of the lender's
   * @return by place, the same variable's place at the lender; -1 where the run works it out itself
   */
  static int[] places(
      Set<Equation> lent, Map<Variable, Integer> slots, Map<Variable, Integer> lender) {
    int[] places = new int[slots.size()];
    Arrays.fill(places, -1);
    for (Equation equation : lent) {
      for (Variable each : equation.writes()) {
        places[Objects.requireNonNull(slots.get(each))] = Objects.requireNonNull(lender.get(each));
      }
    }
    return places;
  }

  private static boolean readsBeyond(Set<Equation> shared, Equation equation) {
    Set<Variable> written = new HashSet<>();
    shared.forEach(other -> written.addAll(other.writes()));
    return !written.containsAll(equation.reads()) || !written.containsAll(equation.readsLastYear());
  }

  private static boolean sameNumbers(Inputs lender, Inputs borrower, Equation equation) {
    return Stream.concat(equation.writes().stream(), equation.uses().stream())
        .allMatch(each -> entries(lender, each, borrower).equals(borrower.entries(each)));
  }

  /** The entries of a quantity in the years of another run. */
  private static List<InputEntry> entries(Inputs inputs, Quantity quantity, Inputs other) {
    return inputs.entries(quantity).stream()
        .filter(
            entry ->
                !(entry instanceof InputEntry.OfSchedule of && !other.years().contains(of.year())))
        .toList();
  }
}
