package org.fundinggap.benchmarks.peers;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fundinggap.benchmarks.ReferenceWorkload;

/**
 * The loop that anybody would write around a generator of normals: draw by draw, year by year,
 * levels in local variables, shocks correlated by hand.
 */
final class LoopPeer implements PeerSimulator {
  private final DoubleSupplier normals;
  private final double[][] lower = ReferenceWorkload.choleskyFactor();

  private LoopPeer(DoubleSupplier normals) {
    this.normals = normals;
  }

  static LoopPeer ofCommonsMath(long seed) {
    return new LoopPeer(new Well19937c(seed)::nextGaussian);
  }

  static LoopPeer ofCommonsRng(long seed) {
    ContinuousSampler sampler =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    return new LoopPeer(sampler::sample);
  }

  static LoopPeer ofJdk(String algorithm, long seed) {
    RandomGenerator generator = RandomGeneratorFactory.of(algorithm).create(seed);
    return new LoopPeer(generator::nextGaussian);
  }

  @Override
  public void fill(double[][] gap) {
    double[] shocks = new double[lower.length];
    for (int draw = 0; draw < gap[0].length; draw++) {
      DrawState state = new DrawState();
      for (int year = 0; year < YEARS; year++) {
        drawShocks(shocks);
        gap[year][draw] = state.nextGap(shocks);
      }
    }
  }

  /** Rows from the last to the first, so that independent normals can be overwritten. */
  private void drawShocks(double[] shocks) {
    for (int i = 0; i < shocks.length; i++) {
      shocks[i] = normals.getAsDouble();
    }
    for (int i = shocks.length - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += lower[i][j] * shocks[j];
      }
      shocks[i] = sum;
    }
  }
}
