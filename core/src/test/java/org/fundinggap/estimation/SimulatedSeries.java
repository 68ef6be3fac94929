package org.fundinggap.estimation;

import java.util.SplittableRandom;
import org.fundinggap.internal.NormalQuantile;

/**
 * A world whose numbers are known, and the series that it throws up: a straight line, and about it
 * deviations of which a part is left a year later (AR(1)).
 *
 * @param level the line at the last year
 * @param slope its rise a year
 * @param spread the standard deviation about it
 * @param autocorrelation the correlation of a year with the next
 */
record SimulatedSeries(double level, double slope, double spread, double autocorrelation) {

  /** A world drawn from what is believed. */
  static SimulatedSeries drawn(
      SplittableRandom random, Belief level, Belief slope, SpreadBelief spread, Belief memory) {
    double rho = normal(random, memory);
    while (Math.abs(rho) >= 0.95) {
      rho = normal(random, memory);
    }
    // A scaled inverse chi-squared variance with as many degrees of freedom as the belief has
    // years.
    double squares = 0;
    for (int i = 0; i < spread.years(); i++) {
      double z = normal(random);
      squares += z * z;
    }
    return new SimulatedSeries(
        normal(random, level),
        normal(random, slope),
        spread.spread() * Math.sqrt(spread.years() / squares),
        rho);
  }

  YearlySeries of(SplittableRandom random, int years) {
    double[] values = new double[years];
    double fresh = Math.sqrt(1 - autocorrelation * autocorrelation);
    double deviation = normal(random);
    for (int i = 0; i < years; i++) {
      if (i > 0) {
        deviation = autocorrelation * deviation + fresh * normal(random);
      }
      values[i] = level + slope * (i - (years - 1)) + spread * deviation;
    }
    return YearlySeries.of(values);
  }

  private static double normal(SplittableRandom random, Belief belief) {
    return belief.mean() + belief.standardDeviation() * normal(random);
  }

  private static double normal(SplittableRandom random) {
    // The generator may give 0, where the normal quantile is minus infinity.
    return NormalQuantile.quantile(random.nextDouble(0x1p-60, 1));
  }
}
