package org.fundinggap.benchmarks.peers;

import java.util.Arrays;
import org.fundinggap.benchmarks.ReferenceWorkload;
import umontreal.ssj.randvar.NormalACRGen;
import umontreal.ssj.randvarmulti.MultinormalCholeskyGen;
import umontreal.ssj.rng.MRG32k3a;

/**
 * SSJ's way: a stream of random numbers, a generator of normals on it, and on that one a generator
 * of correlated vectors, one for each draw and year.
 *
 * <p>Acceptance and complement ({@link NormalACRGen}) is the fastest of SSJ's normal generators.
 */
final class SsjPeer implements PeerSimulator {
  private final MultinormalCholeskyGen shocks;

  SsjPeer(long seed) {
    MRG32k3a stream = new MRG32k3a();
    // The six parts of a seed are below 4,294,944,443 and not all zero.
    long[] parts = new long[6];
    Arrays.fill(parts, 12_345 + (seed & 0x3fffffffL));
    stream.setSeed(parts);
    double[][] lower = ReferenceWorkload.choleskyFactor();
    double[] means = new double[lower.length];
    this.shocks =
        new MultinormalCholeskyGen(new NormalACRGen(stream, 0, 1), means, covariance(lower));
  }

  private static double[][] covariance(double[][] lower) {
    double[][] covariance = new double[lower.length][lower.length];
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j < lower.length; j++) {
        for (int k = 0; k <= Math.min(i, j); k++) {
          covariance[i][j] += lower[i][k] * lower[j][k];
        }
      }
    }
    return covariance;
  }

  @Override
  public void fill(double[][] gap) {
    double[] shock = new double[shocks.getDimension()];
    for (int draw = 0; draw < gap[0].length; draw++) {
      DrawState state = new DrawState();
      for (int year = 0; year < YEARS; year++) {
        shocks.nextPoint(shock);
        gap[year][draw] = state.nextGap(shock);
      }
    }
  }
}
