package org.fundinggap.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;

/** Finds where a function is zero, or reaches a target, between two bounds. */
public final class RootSearch {
  /*
   * Method. Brent's, which never leaves the bracket and halves it at worst.
   *
   * Reason. Two kinds of functions are solved. Of one, every evaluation may be a whole run (find): the ends
   * are evaluated once, nothing twice, and the search starts where the line between the ends crosses zero,
   * since present values are near linear in most of what is varied, so that two or three more evaluations
   * do. The other is arithmetic (solve): it starts in the middle and goes on to the last digits. Where it
   * starts and when it ends are bits of every calibrated number.
   *
   * Limit. Same signs at both ends are told as "none" (find) or refused (solve), though a function that
   * turns may cross zero an even number of times between them; opposite signs may hide more than one
   * crossing, of which one is found. A function that jumps over zero is answered with the place of the
   * jump: look at the residual.
   */
  private static final int MOST_EVALUATIONS = 1000;
  private static final double RELATIVE = 1e-14;
  private static final double FUNCTION = 1e-300;
  private static final double LAST_DIGIT_RELATIVE = 1e-15;
  private static final double LAST_DIGIT = 1e-16;

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
  public record Result(
      OptionalDouble root, double atLower, double atUpper, double residual, int evaluations) {}

  private RootSearch() {}

  /**
   * Searches for a root of a costly function; that there is none is an answer, not an error.
   *
   * @param function continuous between the bounds; never NaN or infinite there
   * @param lower finite, below {@code upper}
   * @param upper finite
   * @param accuracy how near to the root to come, in units of the argument; above 0
   * @return the root, or that there is none, with the values at both ends
   * @throws IllegalArgumentException if an argument is out of bounds, or the function is not finite
   *     somewhere
   */
  public static Result find(
      DoubleUnaryOperator function, double lower, double upper, double accuracy) {
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

  /**
   * Solves {@code function(x) = target} for x between two bounds, where there must be such an x.
   *
   * @param name what x is, for the message
   * @param function continuous between the bounds
   * @param target the value to reach
   * @param lower the least x
   * @param upper the greatest x
   * @return x, to 1e-15 of its size
   * @throws IllegalArgumentException if the function does not pass the target between the bounds
   */
  public static double solve(
      String name, DoubleUnaryOperator function, double target, double lower, double upper) {
    BrentSolver toTheLastDigits = new BrentSolver(LAST_DIGIT_RELATIVE, LAST_DIGIT, LAST_DIGIT);
    try {
      return brent(
          toTheLastDigits,
          x -> function.applyAsDouble(x) - target,
          lower,
          upper,
          middle(lower, upper));
    } catch (NoBracketingException none) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must reach %s in [%s, %s], reached only %s to %s; check the figures it starts"
                  + " from",
              name,
              target,
              lower,
              upper,
              function.applyAsDouble(lower),
              function.applyAsDouble(upper)),
          none);
    }
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
    double start = straight > lower && straight < upper ? straight : middle(lower, upper);
    if (!(start > lower && start < upper)) {
      return OptionalDouble.of(lower); // no number lies between the bounds
    }
    BrentSolver solver = new BrentSolver(RELATIVE, accuracy, FUNCTION);
    return OptionalDouble.of(brent(solver, known::at, lower, upper, start));
  }

  private static double middle(double lower, double upper) {
    return lower + 0.5 * (upper - lower);
  }

  private static double brent(
      BrentSolver solver, DoubleUnaryOperator function, double lower, double upper, double start) {
    try {
      return solver.solve(MOST_EVALUATIONS, function::applyAsDouble, lower, upper, start);
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
