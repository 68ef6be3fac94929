package org.fundinggap.bridge;

import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Rounding;

/** What keeps draws from being bridged. */
final class BridgeChecks {

  private BridgeChecks() {}

  /** Faults of a factor of a term, whose words follow the driver's name, or of what is added. */
  static void add(
      String term, BridgeFactor factor, Draws run, double least, List<String> problems) {
    String name = factor.driver() + term;
    add(name + " at the start", factor.from(), run, least, problems);
    add(name + " at the end", factor.to(), run, least, problems);
  }

  private static void add(
      String name, Draws draws, Draws run, double least, List<String> problems) {
    try {
      run.combine(draws, Double::sum); // refuses draws that don't pair up
    } catch (IllegalArgumentException e) {
      problems.add(name + ": " + e.getMessage());
      return;
    }
    double[] values = draws.values();
    for (int i = 0; i < values.length; i++) {
      if (!(Double.isFinite(values[i]) && values[i] >= least)) {
        problems.add(
            name
                + (least == 0 ? " must be finite and at least 0" : " must be finite")
                + " in every draw, was "
                + values[i]
                + " in draw "
                + i
                + (values[i] < 0 ? "; add what may be negative as a term of its own" : ""));
        return;
      }
    }
  }

  /** The first draw in which terms do not add up to their total. */
  static void addDifference(
      String end, Draws total, double[] sum, double[] largest, List<String> problems) {
    double[] totals = total.values();
    for (int i = 0; i < totals.length; i++) {
      double size = Math.max(largest[i], Math.abs(totals[i]));
      if (!(Math.abs(totals[i] - sum[i]) <= Rounding.ADDING_UP * size)) {
        problems.add(
            end
                + " must be the sum of the terms in every draw, was "
                + totals[i]
                + " where they add up to "
                + sum[i]
                + " in draw "
                + i
                + "; add what is missing as a term");
        return;
      }
    }
  }
}
