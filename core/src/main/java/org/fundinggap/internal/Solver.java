package org.fundinggap.internal;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;

/** Finds the one value of a named quantity at which a function reaches a target. */
public final class Solver {
  private static final double RELATIVE = 1e-15;
  private static final double ABSOLUTE = 1e-16;
  private static final double FUNCTION = 1e-16;
  private static final int EVALUATIONS = 1000;

  private Solver() {}

  /**
   * Solves {@code function(x) = target} for x between two bounds, by Brent's method.
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
    try {
      return new BrentSolver(RELATIVE, ABSOLUTE, FUNCTION)
          .solve(EVALUATIONS, x -> function.applyAsDouble(x) - target, lower, upper);
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
}
