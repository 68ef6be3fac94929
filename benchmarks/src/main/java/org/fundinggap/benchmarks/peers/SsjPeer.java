package org.fundinggap.benchmarks.peers;

import java.util.Arrays;
import org.fundinggap.benchmarks.ReferenceWorkload;
import umontreal.ssj.randvar.NormalGen;
import umontreal.ssj.randvarmulti.MultinormalCholeskyGen;
import umontreal.ssj.rng.LFSR113;
import umontreal.ssj.rng.MRG32k3aL;
import umontreal.ssj.rng.RandomStream;

/**
 * SSJ's way: a stream of random numbers, a generator of normals on it, and on that one a generator
 * of correlated vectors, one for each draw and year.
 *
 * <p>Normals by inversion: SSJ's default, and on its usual stream as fast as its other generators,
 * because the stream takes most of the time.
 */
final class SsjPeer implements PeerSimulator {
  private final MultinormalCholeskyGen shocks;

  private SsjPeer(RandomStream stream) {
    double[][] lower = ReferenceWorkload.choleskyFactor();
    NormalGen normals = new NormalGen(stream, 0, 1);
    this.shocks = new MultinormalCholeskyGen(normals, new double[lower.length], covariance(lower));
  }

  /** On MRG32k3a, in the form of it that is faster here: the same numbers from 64-bit integers. */
  static SsjPeer onUsualStream(long seed) {
    MRG32k3aL stream = new MRG32k3aL();
    long[] parts = new long[6];
    Arrays.fill(parts, partOf(seed));
    stream.setSeed(parts);
    return new SsjPeer(stream);
  }

  static SsjPeer onFastestStream(long seed) {
    LFSR113 stream = new LFSR113();
    int[] parts = new int[4];
    Arrays.fill(parts, (int) partOf(seed));
    stream.setSeed(parts);
    return new SsjPeer(stream);
  }

  /** Both streams want seeds that are neither small nor beyond 32 bits. */
  private static long partOf(long seed) {
    return 12_345 + (seed & 0x3fffffffL);
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
