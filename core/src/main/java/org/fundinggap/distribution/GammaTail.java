package org.fundinggap.distribution;

import org.apache.commons.math3.special.Gamma;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/**
 * A tail of the gamma distribution of scale 1.
 *
 * @param shape the shape
 * @param logGamma ln of the gamma function at the shape
 * @param upper whether it is the upper tail
 */
record GammaTail(double shape, double logGamma, boolean upper) implements TailSolver.Tail {
  /*
   * P = x f (1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ...) / a below a + 1, and above it Q = x f times
   * the continued fraction 1 / (x + 1 - a - (1 - a) / (x + 3 - a - ...)), by Lentz's method, which
   * both converge fast there. M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 6.5.29
   * and 6.5.31.
   */
  private static final double SMALL = 1e-17;

  private static final double ROUNDING = 4e-16;

  /** The lower and upper quantiles of a gamma distribution of scale 1. */
  static Tails tails(double shape) {
    double logGamma = Gamma.logGamma(shape);
    double log = Log.log(shape);
    // From the mean, or below shape 1 from the power of x that the lower tail follows.
    double start = shape < 1.0 ? (Log.log(0.5) + logGamma + log) / shape : log;
    GammaTail lowerTail = new GammaTail(shape, logGamma, false);
    TailSolver lower = new TailSolver(lowerTail, true, start, Double.POSITIVE_INFINITY);
    GammaTail upperTail = new GammaTail(shape, logGamma, true);
    TailSolver upper = new TailSolver(upperTail, false, lower.solve(0.5), Double.POSITIVE_INFINITY);
    return new Tails(v -> Exp.exp(lower.solve(v)), v -> Exp.exp(upper.solve(v)));
  }

  @Override
  public double logDensity(double w) {
    return shape * w - Exp.exp(w) - logGamma;
  }

  @Override
  public double densitySlope(double w) {
    return shape - Exp.exp(w);
  }

  @Override
  public double logProbability(double w) {
    double x = Exp.exp(w);
    boolean sumLower = x < shape + 1.0;
    double log = logDensity(w) + (sumLower ? Log.log(series(x) / shape) : Log.log(fraction(x)));
    return sumLower == upper ? Log.log(-Exp.expMinusOne(log)) : log;
  }

  private double series(double x) {
    double term = 1.0;
    double sum = 1.0;
    for (double n = shape + 1.0; term > SMALL * sum; n += 1.0) {
      term *= x / n;
      sum += term;
    }
    return sum;
  }

  private double fraction(double x) {
    double b = x + 1.0 - shape;
    double c = Double.MAX_VALUE;
    double d = 1.0 / b;
    double product = d;
    double factor = 0.0;
    for (int n = 1; Math.abs(factor - 1.0) > ROUNDING; n++) {
      double a = -n * (n - shape);
      b += 2.0;
      d = 1.0 / (a * d + b);
      c = b + a / c;
      factor = c * d;
      product *= factor;
    }
    return product;
  }
}
