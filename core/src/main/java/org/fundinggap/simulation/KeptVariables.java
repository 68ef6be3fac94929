package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;

/**
 * Variables of one scenario whose numbers are kept.
 *
 * @param variables which
 * @param years all years of the scenario
 */
record KeptVariables(ImmutableList<Variable> variables, YearRange years) {
  /** How many numbers each draw has. */
  int numbers() {
    return variables.size() * years.length();
  }

  /** What their draws would take. */
  double bytes(int draws) {
    return (double) Double.BYTES * draws * numbers();
  }
}
