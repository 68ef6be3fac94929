package org.fundinggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.draws.WithError;

/** An output by the value of what is varied; each value is run once. */
final class GoalEvaluator {
  private final String name;
  private final String output;
  private final Runs runs;
  private final NavigableMap<Double, WithError> outputs = new TreeMap<>();

  /** Runs values, together where that is cheaper. */
  @FunctionalInterface
  interface Runs {
    /**
     * The output of each value, on the same draws for all.
     *
     * @param values all different, none of them run before
     * @return as many outputs, in their order
     */
    List<WithError> run(List<Double> values);
  }

  /**
   * Keeps what runs give.
   *
   * @param name what is varied, for messages
   * @param output what comes out, for messages
   * @param runs how a value is run
   */
  GoalEvaluator(String name, String output, Runs runs) {
    this.name = name;
    this.output = output;
    this.runs = runs;
  }

  /** The output at every value that was run, rising. */
  NavigableMap<Double, WithError> outputs() {
    return outputs;
  }

  /** The output at a value, from a run unless it is known. */
  WithError at(double x) {
    WithError known = outputs.get(x + 0.0);
    if (known != null) {
      return known;
    }
    run(x);
    return at(x);
  }

  /** Runs all of some values that have not been run, together. */
  void run(double... values) {
    List<Double> fresh = new ArrayList<>();
    for (double value : values) {
      double x = value + 0.0; // minus zero is zero
      if (!outputs.containsKey(x) && !fresh.contains(x)) {
        fresh.add(x);
      }
    }
    List<WithError> all = runs.run(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      outputs.put(fresh.get(i), finite(fresh.get(i), all.get(i)));
    }
  }

  private WithError finite(double x, WithError found) {
    if (!Double.isFinite(found.value())) {
      throw new IllegalArgumentException(
          "output must be finite, was "
              + found.value()
              + " at "
              + name
              + " = "
              + x
              + " ("
              + output
              + "); choose bounds within which the model gives numbers");
    }
    return found;
  }
}
