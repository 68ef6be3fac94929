package org.fundinggap.comparison;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import org.fundinggap.simulation.Draws;

/** Draws of numbers worked out from the draws of a run. */
final class BridgeDraws {
  private BridgeDraws() {}

  /**
   * Draws that were spread as others were, so that they have standard errors where those have.
   *
   * @param run draws of the run
   * @param values one number for each of them
   * @return the values
   */
  static Draws like(Draws run, double[] values) {
    PrimitiveIterator.OfDouble next = Arrays.stream(values).iterator();
    return run.with(run, (one, same) -> next.nextDouble());
  }
}
