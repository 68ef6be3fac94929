package org.fundinggap.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;

/**
 * Which equations give the same numbers in two runs on the same draws, so that one run can take
 * them from the other: the same equation, the same numbers for all that it uses, and only such
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

  private static boolean readsBeyond(Set<Equation> shared, Equation equation) {
    Set<Variable> written = new HashSet<>();
    shared.forEach(other -> written.addAll(other.writes()));
    return !written.containsAll(equation.reads()) || !written.containsAll(equation.readsLastYear());
  }

  private static boolean sameNumbers(Inputs lender, Inputs borrower, Equation equation) {
    for (Variable variable : equation.writes()) {
      if (!lender.opening(variable).equals(borrower.opening(variable))) {
        return false;
      }
    }
    for (Quantity used : equation.uses()) {
      if (!sameNumber(lender, borrower, used)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameNumber(Inputs lender, Inputs borrower, Quantity used) {
    if (used instanceof Parameter parameter) {
      return lender.distribution(parameter).equals(borrower.distribution(parameter));
    }
    if (used instanceof Schedule path) {
      for (FinancialYear year : borrower.years().years()) {
        if (lender.schedule(path, year) != borrower.schedule(path, year)) {
          return false;
        }
      }
      return true;
    }
    return group(lender.correlations(), used).equals(group(borrower.correlations(), used));
  }

  private static Optional<Correlation> group(List<Correlation> groups, Quantity shock) {
    return groups.stream().filter(group -> group.names().contains(shock.name())).findFirst();
  }
}
