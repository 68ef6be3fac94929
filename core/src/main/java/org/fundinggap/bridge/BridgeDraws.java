package org.fundinggap.bridge;

import org.fundinggap.draws.Draws;

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
    int[] next = {0}; // draws are mapped in their order
    return run.map(replaced -> values[next[0]++]);
  }
}
