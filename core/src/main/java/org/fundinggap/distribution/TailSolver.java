package org.fundinggap.distribution;

import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/** Inverts a {@link Tail}, each time from where the last answer was. Not thread-safe. */
final class TailSolver {
  /*
   * Halley's method for ln F(e^w) = ln v. In these variables tails are nearly lines, for which it is
   * exact, and the second slope comes free: d ln F' = d ln(x f) - ln F'. From a neighbour of a table's
   * grid one evaluation of F is enough: the step that brings the gap below 1e-5 leaves its cube.
   *
   * Reference. J. F. Traub, Iterative Methods for the Solution of Equations, 1964, for Halley's method.
   */
  private static final double SMALL_GAP = 1e-5;
  private static final int MOST_STEPS = 200;

  /**
   * One tail of the distribution of a positive variable x as a function of w = ln x, in logarithms,
   * so that nothing is lost however small x or the tail is.
   */
  interface Tail {

    /** The logarithm of the tail's probability. */
    double logProbability(double w);

    /** The logarithm of x times the density at x. */
    double logDensity(double w);

    /** The slope of {@link #logDensity(double)}. */
    double densitySlope(double w);
  }

  private final Tail tail;
  private final double sign;
  private final double end;
  private double w;
  private double logProbability;

  /**
   * A solver.
   *
   * @param tail the function
   * @param rising whether the probability rises with w, as a lower tail's does
   * @param start where to start
   * @param end what w stays below
   */
  TailSolver(Tail tail, boolean rising, double start, double end) {
    this.tail = tail;
    this.sign = rising ? 1.0 : -1.0;
    this.w = start;
    this.end = end;
    this.logProbability = tail.logProbability(start);
  }

  /** The w at which the tail has the probability v. */
  double solve(double v) {
    double target = Log.log(v);
    for (int i = 0; i < MOST_STEPS; i++) {
      double gap = target - logProbability;
      double slope = sign * Exp.exp(tail.logDensity(w) - logProbability);
      double newton = gap / slope;
      double bend = 0.5 * newton * (tail.densitySlope(w) - slope);
      double next = w + newton / Math.max(0.5, 1.0 + bend);
      w = next < end ? next : 0.5 * (w + end);
      if (Math.abs(gap) <= SMALL_GAP) {
        logProbability = target;
        return w;
      }
      logProbability = tail.logProbability(w);
    }
    throw new ArithmeticException("no quantile found at tail probability " + v);
  }
}
