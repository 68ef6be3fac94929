package org.fundinggap.random;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * How likely a perfect sampler gives a statistic as extreme as the one seen, on either side: draws
 * that are too even are as wrong as draws that are too uneven.
 */
final class Chance {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0.0, 1.0);

  private Chance() {}

  /** Of counts that all have the same expectation. */
  static double ofEvenBins(int[] bins) {
    double total = 0.0;
    for (int bin : bins) {
      total += bin;
    }
    double expected = total / bins.length;
    double sum = 0.0;
    for (int bin : bins) {
      sum += (bin - expected) * (bin - expected) / expected;
    }
    return ofChiSquared(sum, bins.length - 1);
  }

  static double ofChiSquared(double sum, int degrees) {
    double below = new ChiSquaredDistribution(null, degrees).cumulativeProbability(sum);
    return twoSided(below, 1.0 - below);
  }

  /** Of the largest of some scores that are standard normal, whatever hangs together. */
  static double ofLargest(double score, int scores) {
    return Math.min(1.0, 2.0 * scores * NORMAL.cumulativeProbability(-Math.abs(score)));
  }

  /** Of a number of rare events. */
  static double ofCount(long count, double expected) {
    PoissonDistribution events =
        new PoissonDistribution(
            null,
            expected,
            PoissonDistribution.DEFAULT_EPSILON,
            PoissonDistribution.DEFAULT_MAX_ITERATIONS);
    int seen = Math.toIntExact(count);
    return twoSided(
        events.cumulativeProbability(seen), 1.0 - events.cumulativeProbability(seen - 1));
  }

  /** Of the largest distance of an empirical distribution function from the true one. */
  static double ofDistance(double distance, int draws) {
    double scaled = distance * Math.sqrt(draws);
    double sum = 0.0;
    for (int k = 1; k <= 100; k++) {
      double sign = k % 2 == 1 ? 1.0 : -1.0;
      sum += sign * StrictMath.exp(-2.0 * k * k * scaled * scaled);
    }
    return scaled < 0.2 ? 1.0 : Math.min(1.0, Math.max(0.0, 2.0 * sum));
  }

  /** Of the least of several chances. */
  static double ofLeast(double... chances) {
    double least = 1.0;
    for (double chance : chances) {
      least = Math.min(least, chance);
    }
    return Math.min(1.0, least * chances.length);
  }

  private static double twoSided(double below, double above) {
    return Math.min(1.0, 2.0 * Math.min(below, above));
  }
}
