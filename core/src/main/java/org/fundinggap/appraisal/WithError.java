package org.fundinggap.appraisal;

import org.fundinggap.internal.NumberText;

/**
 * A number that comes out of draws, and how far it may be off because they are finite.
 *
 * @param value the number
 * @param standardError its Monte Carlo standard error, in the same unit; 0 for what is known, NaN
 *     if the draws do not say, as Sobol draws of a single replicate
 */
public record WithError(double value, double standardError) {

  /** The number to four figures or to the unit, and its error to two. */
  @Override
  public String toString() {
    return NumberText.of(value) + " (MC s.e. " + NumberText.error(standardError) + ")";
  }
}
