package org.fundinggap.policy;

import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;

/**
 * What a measure is declared to do to an output: the mean over draws moves this way. Single draws
 * may go the other way where a size may.
 *
 * @param variable the output
 * @param direction which way
 * @param by a year by which it shows, against the same scenario without the measure
 */
public record Movement(Variable variable, Direction direction, FinancialYear by) {
  /** Name, direction and year, such as {@code lookedAfter lower by 2030-31}. */
  @Override
  public String toString() {
    return variable.name() + " " + direction + " by " + by;
  }
}
