package org.fundinggap.distribution;

import org.apache.commons.math3.special.Beta;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;

/**
 * The lower tail of the beta distribution on [0, 1]; the upper one is that of 1 - x with the shapes
 * the other way round.
 *
 * @param alpha the shape at 0
 * @param beta the shape at 1
 * @param logBeta ln of the beta function at the shapes
 */
record BetaTail(double alpha, double beta, double logBeta) implements TailSolver.Tail {
  /*
   * I_x(a, b) = x^a (1 - x)^b / (a B(a, b)) times a continued fraction, by Lentz's method, which converges
   * fast below (a + 1) / (a + b + 2); above, 1 - I_1-x(b, a). M. Abramowitz and I. A. Stegun, Handbook of
   * Mathematical Functions, 26.5.8.
   */
  private static final double ROUNDING = 4e-16;

  /** The lower and upper quantiles of a beta distribution on [0, 1]. */
  static Tails tails(double alpha, double beta) {
    double logBeta = Beta.logBeta(alpha, beta);
    TailSolver lower = solver(alpha, beta, logBeta);
    TailSolver upper = solver(beta, alpha, logBeta);
    return new Tails(v -> Exp.exp(lower.solve(v)), v -> -Exp.expMinusOne(upper.solve(v)));
  }

  private static TailSolver solver(double alpha, double beta, double logBeta) {
    return new TailSolver(
        new BetaTail(alpha, beta, logBeta), true, Log.log(alpha / (alpha + beta)), 0.0);
  }

  private static double logOfRest(double w) {
    return Log.log(-Exp.expMinusOne(w));
  }

  @Override
  public double logDensity(double w) {
    return alpha * w + (beta - 1.0) * logOfRest(w) - logBeta;
  }

  @Override
  public double densitySlope(double w) {
    return alpha + (beta - 1.0) * Exp.exp(w) / Exp.expMinusOne(w);
  }

  @Override
  public double logProbability(double w) {
    double x = Exp.exp(w);
    double rest = logOfRest(w);
    double product = alpha * w + beta * rest - logBeta;
    if (x < (alpha + 1.0) / (alpha + beta + 2.0)) {
      return product + Log.log(fraction(alpha, beta, x) / alpha);
    }
    double above = product + Log.log(fraction(beta, alpha, -Exp.expMinusOne(w)) / beta);
    return Log.log(-Exp.expMinusOne(above));
  }

  private static double fraction(double a, double b, double x) {
    double c = 1.0;
    double d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    double product = d;
    double factor = 0.0;
    for (int m = 1; Math.abs(factor - 1.0) > ROUNDING; m++) {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
      d = 1.0 / (1.0 + even * d);
      c = 1.0 + even / c;
      product *= c * d;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
      d = 1.0 / (1.0 + odd * d);
      c = 1.0 + odd / c;
      factor = c * d;
      product *= factor;
    }
    return product;
  }
}
