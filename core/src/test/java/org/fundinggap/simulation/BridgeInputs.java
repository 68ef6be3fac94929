package org.fundinggap.simulation;

import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampling;

/** Draws of numbers of one's own, for tests of bridges. */
public final class BridgeInputs {
  private BridgeInputs() {}

  public static Draws draws(double... values) {
    return new Draws(values.clone(), Sampling.independent());
  }

  /** Draws as a run on Sobol points makes them. */
  public static Draws sobol(int replicates, double... values) {
    return new Draws(values.clone(), Sampling.sobol(replicates));
  }
}
