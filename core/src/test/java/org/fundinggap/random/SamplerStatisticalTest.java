package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the draws look random. Seeds are fixed, so a test passes always or never; the rate in
 * each comment is how often a perfect sampler would fail it over all seeds, hence how much a change
 * of seed or of the sampler may be blamed on chance.
 */
@Tag("medium")
class SamplerStatisticalTest {
  private static final String AREA = "E92000001";
  private static final int DRAWS = 1_000_000;

  /** Two-sided chance 6.8e-6 for a normal variable. */
  private static final double LIMIT = 4.5;

  @Test
  void uniformsFillABinsEvenly() {
    // 50 streams at 1% each; more than 3 failures by chance: 0.16% (binomial).
    double limit = chiSquaredLimit(99, 0.01);
    int failures = 0;
    for (int s = 0; s < 50; s++) {
      double[] u = uniforms(1, StreamId.ofYear("stream" + s % 5, 2000 + s, AREA), 20_000);
      long[] bins = new long[100];
      for (double x : u) {
        bins[(int) (x * 100.0)]++;
      }
      failures += chiSquared(bins, 200.0) > limit ? 1 : 0;
    }
    assertTrue(failures <= 3, failures + " of 50 streams fill the bins unevenly");
  }

  @Test
  void neighbouringStreamsFillASquareEvenly() {
    // Streams of one name in following years, draw by draw; false alarms as above: 0.16%.
    double limit = chiSquaredLimit(255, 0.01);
    int failures = 0;
    for (int s = 0; s < 50; s++) {
      double[] x = uniforms(2, StreamId.ofYear("fees", 2000 + s, AREA), 25_600);
      double[] y = uniforms(2, StreamId.ofYear("fees", 2001 + s, AREA), 25_600);
      long[] bins = new long[256];
      for (int i = 0; i < x.length; i++) {
        bins[16 * (int) (x[i] * 16.0) + (int) (y[i] * 16.0)]++;
      }
      failures += chiSquared(bins, 100.0) > limit ? 1 : 0;
    }
    assertTrue(failures <= 3, failures + " of 50 pairs fill the square unevenly");
  }

  @Test
  void followingDrawsOfAStreamFillASquareEvenly() {
    // As above: 0.16%.
    double limit = chiSquaredLimit(255, 0.01);
    int failures = 0;
    for (int s = 0; s < 50; s++) {
      double[] u = uniforms(s, StreamId.ofParameter("fees", AREA), 51_200);
      long[] bins = new long[256];
      for (int i = 0; i < u.length; i += 2) {
        bins[16 * (int) (u[i] * 16.0) + (int) (u[i + 1] * 16.0)]++;
      }
      failures += chiSquared(bins, 100.0) > limit ? 1 : 0;
    }
    assertTrue(failures <= 3, failures + " of 50 seeds fill the square unevenly");
  }

  @Test
  void normalsHaveTheMomentsOfANormal() {
    // Four tests at 4.5 standard errors: 2.7e-5.
    double[] z = normals(3, StreamId.ofParameter("fees", AREA), DRAWS);
    double[] sums = new double[5];
    for (double x : z) {
      double power = 1.0;
      for (int k = 1; k <= 4; k++) {
        power *= x;
        sums[k] += power;
      }
    }
    // E z^k = 0, 1, 0, 3; the variance of z^k is E z^2k - (E z^k)^2 = 1, 2, 15, 96.
    double[] mean = {0.0, 0.0, 1.0, 0.0, 3.0};
    double[] variance = {0.0, 1.0, 2.0, 15.0, 96.0};
    for (int k = 1; k <= 4; k++) {
      double score = (sums[k] / DRAWS - mean[k]) / Math.sqrt(variance[k] / DRAWS);
      assertTrue(Math.abs(score) < LIMIT, "moment " + k + " is " + score + " standard errors off");
    }
  }

  @Test
  void normalsHaveTheTailsOfANormal() {
    // Ten exact binomial tests at 1e-5 each: 1e-4.
    NormalDistribution normal = new NormalDistribution(null, 0.0, 1.0);
    double[] z = normals(4, StreamId.ofParameter("fees", AREA), DRAWS);
    for (double edge : new double[] {0.5, 1.44, 2.0, 3.0, 4.0}) {
      double chance = normal.cumulativeProbability(-edge);
      BinomialDistribution count = new BinomialDistribution(null, DRAWS, chance);
      int low = 0;
      int high = 0;
      for (double x : z) {
        low += x < -edge ? 1 : 0;
        high += x > edge ? 1 : 0;
      }
      for (int tail : new int[] {low, high}) {
        double below = count.cumulativeProbability(tail);
        double above = 1.0 - count.cumulativeProbability(tail - 1);
        assertTrue(Math.min(below, above) > 5e-6, tail + " draws beyond " + edge);
      }
    }
  }

  @Test
  void drawsOfAStreamAreUncorrelated_atManyLags() {
    // 20 tests at 4.5 standard errors: 1.4e-4.
    double[] z = normals(5, StreamId.ofParameter("fees", AREA), DRAWS);
    List<Integer> lags = new ArrayList<>(List.of(24, 64, 256, 1_024));
    for (int lag = 1; lag <= 16; lag++) {
      lags.add(lag);
    }
    for (int lag : lags) {
      double sum = 0.0;
      for (int i = lag; i < DRAWS; i++) {
        sum += z[i] * z[i - lag];
      }
      double score = sum / Math.sqrt(DRAWS - lag);
      assertTrue(Math.abs(score) < LIMIT, "lag " + lag + " is " + score + " standard errors off");
    }
  }

  @Test
  void streamsAreUncorrelated_acrossNamesYearsAreasAndSeeds() {
    // 66 pairs at 4.5 standard errors: 4.5e-4.
    int count = 200_000;
    List<double[]> streams = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      streams.add(normals(6, StreamId.ofParameter("fees" + i, AREA), count));
      streams.add(normals(6, StreamId.ofYear("fees", 2024 + i, AREA), count));
      streams.add(normals(6, StreamId.ofParameter("fees", "E0600000" + i), count));
      streams.add(normals(7 + i, StreamId.ofParameter("fees", AREA), count));
    }
    for (int a = 0; a < streams.size(); a++) {
      for (int b = 0; b < a; b++) {
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
          sum += streams.get(a)[i] * streams.get(b)[i];
        }
        double score = sum / Math.sqrt(count);
        assertTrue(Math.abs(score) < LIMIT, a + " and " + b + ": " + score + " standard errors");
      }
    }
  }

  private static double chiSquaredLimit(int degrees, double chance) {
    return new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(1.0 - chance);
  }

  private static double chiSquared(long[] bins, double expected) {
    double sum = 0.0;
    for (long bin : bins) {
      sum += (bin - expected) * (bin - expected) / expected;
    }
    return sum;
  }

  private static double[] uniforms(long seed, StreamId stream, int count) {
    double[] out = new double[count];
    Sampler.independent(seed).uniforms(stream, 0, out, count);
    return out;
  }

  private static double[] normals(long seed, StreamId stream, int count) {
    double[] out = new double[count];
    Sampler.independent(seed).normals(stream, 0, out, count);
    return out;
  }
}
