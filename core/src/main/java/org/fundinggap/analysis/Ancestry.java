package org.fundinggap.analysis;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * What a number follows from in its model: by what equations read of this year and of last, to any
 * depth. Goes by variable and year, because an opening value that nobody reads carries nothing.
 */
final class Ancestry {
  private final Inputs inputs;
  private final Map<Variable, Equation> writers = new HashMap<>();
  private final Set<Dated> seen = new HashSet<>();
  private final ArrayDeque<Dated> open = new ArrayDeque<>();
  private final Set<Quantity> found = new LinkedHashSet<>();

  /** A variable in a year. */
  private record Dated(Variable variable, FinancialYear year) {}

  private Ancestry(Inputs inputs) {
    this.inputs = inputs;
    for (Equation equation : inputs.model().equations()) {
      equation.writes().forEach(variable -> writers.put(variable, equation));
    }
  }

  /** Parameters, paths and shocks that a number follows from, and variables by opening value. */
  static Set<Quantity> of(Inputs inputs, Variable output, FinancialYear year) {
    Ancestry walk = new Ancestry(inputs);
    walk.visit(output, year);
    while (!walk.open.isEmpty()) {
      walk.follow(walk.open.pop());
    }
    return walk.found;
  }

  private void visit(Variable variable, FinancialYear year) {
    Dated dated = new Dated(variable, year);
    if (seen.add(dated)) {
      open.push(dated);
    }
  }

  private void follow(Dated dated) {
    Variable variable = dated.variable;
    if (dated.year.equals(inputs.years().first()) && inputs.opening(variable).isPresent()) {
      found.add(variable);
      return;
    }
    Equation equation = Objects.requireNonNull(writers.get(variable), variable.name());
    found.addAll(equation.uses());
    equation.reads().forEach(read -> visit(read, dated.year));
    equation.readsLastYear().forEach(read -> visit(read, dated.year.plus(-1)));
  }
}
