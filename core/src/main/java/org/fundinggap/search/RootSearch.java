package org.fundinggap.search;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.fundinggap.internal.Checks;

/**
 * Finds where a costly function is zero between two bounds; no sign change is an answer, no error.
 */
final class RootSearch {
  /*
   * Reason. Every evaluation may be a whole run, so the ends are evaluated once, nothing twice, and
   * the search starts where the line between the ends crosses zero: present values are near linear in
   * most of what is varied, so that two or three more evaluations do. From there Brent's method, which
   * never leaves the bracket and halves it at worst.
   *
   * Limit. Same signs at both ends are told as "none", though a function that turns may cross zero an
   * even number of times between them; opposite signs may hide more than one crossing, of which one is
   * found. A function that jumps over zero is answered with the place of the jump: look at the residual.
   */
  private static final double RELATIVE = 1e-14;
  private static final double FUNCTION = 1e-300;
  private static final int MOST_EVALUATIONS = 1000;

  /**
   * What a search found.
   *
   * @param root where the function is zero; empty if its signs at both bounds are the same
   * @param atLower the function at the lower bound
   * @param atUpper the function at the upper bound
   * @param residual the function at the root, which is far from zero if it jumps there; NaN if
   *     there is none
   * @param evaluations how often the function was worked out
   */
  record Result(
      OptionalDouble root, double atLower, double atUpper, double residual, int evaluations) {}

  private RootSearch() {}

  /**
   * Searches for a root.
   *
   * @param function continuous between the bounds; never NaN or infinite there
   * @param lower finite, below {@code upper}
   * @param upper finite
   * @param accuracy how near to the root to come, in units of the argument; above 0
   * @return the root, or that there is none, with the values at both ends
   * @throws IllegalArgumentException if an argument is out of bounds, or the function is not finite
   *     somewhere
   */
  static Result find(DoubleUnaryOperator function, double lower, double upper, double accuracy) {
    Checks.finite(lower, "lower");
    Checks.finite(upper, "upper");
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "lower must be below upper " + upper + ", was " + lower + "; swap the two");
    }
    if (!(accuracy > 0 && accuracy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "accuracy must be above 0 and finite, was "
              + accuracy
              + "; give how near to the value to come, in its own unit");
    }
    Known known = new Known(function);
    double atLower = known.at(lower);
    double atUpper = known.at(upper);
    OptionalDouble root = root(known, lower, upper, accuracy);
    double residual = root.isPresent() ? known.at(root.getAsDouble()) : Double.NaN;
    return new Result(root, atLower, atUpper, residual, known.values.size());
  }

  private static OptionalDouble root(Known known, double lower, double upper, double accuracy) {
    double atLower = known.at(lower);
    double atUpper = known.at(upper);
    if (atLower == 0) {
      return OptionalDouble.of(lower);
    }
    if (atUpper == 0) {
      return OptionalDouble.of(upper);
    }
    if (atLower > 0 == atUpper > 0) {
      return OptionalDouble.empty();
    }
    double straight = lower + (upper - lower) * (atLower / (atLower - atUpper));
    double middle = lower + (upper - lower) / 2;
    double start = straight > lower && straight < upper ? straight : middle;
    if (!(start > lower && start < upper)) {
      return OptionalDouble.of(lower); // no number lies between the bounds
    }
    try {
      return OptionalDouble.of(
          new BrentSolver(RELATIVE, accuracy, FUNCTION)
              .solve(MOST_EVALUATIONS, known::at, lower, upper, start));
    } catch (TooManyEvaluationsException never) {
      throw new IllegalStateException(
          "no value found in [" + lower + ", " + upper + "]; is the function continuous?", never);
    }
  }

  /** A function whose values are worked out once. */
  private static final class Known {
    private final DoubleUnaryOperator function;
    private final Map<Double, Double> values = new HashMap<>();

    Known(DoubleUnaryOperator function) {
      this.function = function;
    }

    double at(double x) {
      Double before = values.get(x);
      if (before != null) {
        return before;
      }
      double value = Checks.finite(function.applyAsDouble(x), "function at " + x);
      values.put(x, value);
      return value;
    }
  }
}
