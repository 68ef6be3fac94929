package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether scrambled points are as random as they claim, and as even. Seeds are fixed, so a test
 * passes always or never; the rate in each comment is how often a perfect sampler would fail it
 * over all seeds.
 */
@Tag("medium")
class SobolStatisticalTest {
  private static final String AREA = "E92000001";
  private static final List<StreamId> LEADING = streams("lead", 8);
  private static final List<StreamId> OTHERS = streams("other", 8);

  @Test
  void eachDrawIsUniformOverSeeds_andEachPairEvenInItsDigits() {
    // 2 kinds of stream x 4 draws x (64 bins of a draw, 64 of the next three digits of a pair), at
    // 1e-4 each: 0.16%.
    double limit = new ChiSquaredDistribution(null, 63).inverseCumulativeProbability(1 - 1e-4);
    for (StreamId id : List.of(LEADING.get(5), OTHERS.get(0))) {
      long[][] bins = new long[8][64];
      for (int seed = 0; seed < 12_800; seed++) {
        double[] u = uniforms(Sampler.sobol(seed, 2, LEADING), id, 32);
        for (int i = 0; i < 4; i++) {
          bins[i][(int) (u[i] * 64)]++;
          bins[4 + i][digits(u[2 * i], u[2 * i + 2 + 4 * i])]++;
        }
      }
      for (long[] counts : bins) {
        double sum = 0;
        for (long count : counts) {
          sum += (count - 200.0) * (count - 200.0) / 200.0;
        }
        assertTrue(sum < limit, id + ": chi-squared " + sum);
      }
    }
  }

  /** Three digits of each of two numbers, behind the place where they first differ. */
  private static int digits(double u, double v) {
    long one = (long) (u * 0x1p52);
    long other = (long) (v * 0x1p52);
    int behind = 63 - Long.numberOfLeadingZeros(one ^ other);
    return (int) (((one >>> (behind - 3)) & 7) * 8 + ((other >>> (behind - 3)) & 7));
  }

  @Test
  void streamsAndReplicatesAreUncorrelated_overSeeds() {
    // The mean product of two streams, or of two replicates of one, over 16 points, is a number
    // of mean zero, independent over 2,000 seeds: 28 + 28 + 64 + 8 tests at 4.5 standard errors,
    // 7e-6 each: 0.09%.
    int seeds = 2_000;
    int pairs = 17 * 16 / 2;
    double[] sum = new double[pairs];
    double[] squares = new double[pairs];
    for (int seed = 0; seed < seeds; seed++) {
      Sampler sampler = Sampler.sobol(seed, 2, LEADING);
      double[][] points = new double[17][];
      for (int s = 0; s < 8; s++) {
        points[s] = replicate(uniforms(sampler, LEADING.get(s), 32), 0, 2);
        points[8 + s] = replicate(uniforms(sampler, OTHERS.get(s), 32), 0, 2);
      }
      points[16] = replicate(uniforms(sampler, OTHERS.get(0), 32), 1, 2);
      int pair = 0;
      for (int a = 0; a < 17; a++) {
        for (int b = 0; b < a; b++) {
          double product = 0;
          for (int i = 0; i < 16; i++) {
            product += (points[a][i] - 0.5) * (points[b][i] - 0.5);
          }
          sum[pair] += product;
          squares[pair++] += product * product;
        }
      }
    }
    for (int pair = 0; pair < pairs; pair++) {
      double score = sum[pair] / Math.sqrt(squares[pair]);
      assertTrue(Math.abs(score) < 4.5, "pair " + pair + ": " + score + " standard errors");
    }
  }

  @Test
  void variancesFallFasterThanOneOverN() {
    // f = (1/2 + u1) (1/2 + u2) ... (1/2 + u8), smooth, mean 1. Independent draws have variance
    // (13/12)^8 - 1 = 0.897 over n, 0.667 of it from single factors, which streams that don't lead
    // take away; at most they double what comes from pairs, 0.194. Over 64 replicates an estimated
    // variance has a relative error of 0.18. Expected: below 16/n and 0.48 of independent draws'.
    for (int log = 8; log <= 14; log += 2) {
      int n = 1 << log;
      double independent = 0.897 / n;
      double together = variance(LEADING, 1, n) / independent;
      double alone = variance(OTHERS, 1, n) / independent;
      assertTrue(together < 32.0 / n, n + " points: " + together);
      assertTrue(alone < 0.48 * 1.8, n + " points: " + alone);
    }
    // One stream alone, a smooth function: variance falls as n^-3.
    double one = variance(OTHERS.subList(0, 1), 1, 1 << 10);
    assertTrue(one < 4.0 / 12 * Math.pow(2, -30), "times n^3: " + one * Math.pow(2, 30));
  }

  private static double variance(List<StreamId> streams, long seed, int points) {
    double[] estimates = estimates(streams, seed, 64, points);
    double squares = 0;
    for (double estimate : estimates) {
      squares += (estimate - 1) * (estimate - 1);
    }
    return squares / estimates.length;
  }

  /** The mean of the product in each replicate. */
  private static double[] estimates(List<StreamId> streams, long seed, int replicates, int points) {
    Sampler sampler = Sampler.sobol(seed, replicates, LEADING);
    double[] product = new double[points * replicates];
    Arrays.fill(product, 1);
    for (StreamId id : streams) {
      double[] u = uniforms(sampler, id, product.length);
      for (int i = 0; i < product.length; i++) {
        product[i] *= 0.5 + u[i];
      }
    }
    double[] estimates = new double[replicates];
    for (int i = 0; i < product.length; i++) {
      estimates[i % replicates] += product[i] / points;
    }
    return estimates;
  }

  @Test
  void intervalsFromReplicatesCoverTheTruth_asOftenAsTheyClaim() {
    // 90% intervals by Student's t over 2,000 seeds. The number that cover is binomial; the bounds
    // are 1e-4 to either side, 6 tests: 0.12%. Estimates of few points are not quite normal, so
    // coverage may be off by one percent in truth, which the bounds allow for.
    int seeds = 2_000;
    for (int replicates : new int[] {4, 8, 16}) {
      double factor = new TDistribution(null, replicates - 1).inverseCumulativeProbability(0.95);
      for (List<StreamId> streams : List.of(LEADING, OTHERS)) {
        int covered = 0;
        for (int seed = 0; seed < seeds; seed++) {
          double[] estimates = estimates(streams, seed, replicates, 64);
          double mean = IntStream.range(0, replicates).mapToDouble(i -> estimates[i]).sum();
          mean /= replicates;
          double squares = 0;
          for (double estimate : estimates) {
            squares += (estimate - mean) * (estimate - mean);
          }
          double error = Math.sqrt(squares / (replicates - 1) / replicates);
          covered += Math.abs(mean - 1) <= factor * error ? 1 : 0;
        }
        int least = new BinomialDistribution(null, seeds, 0.89).inverseCumulativeProbability(1e-4);
        int most =
            new BinomialDistribution(null, seeds, 0.91).inverseCumulativeProbability(1 - 1e-4);
        assertTrue(
            covered >= least && covered <= most,
            covered + " of " + seeds + " with " + replicates + " replicates");
      }
    }
  }

  @Test
  void drawsKeepTheirBits() {
    Sampler sampler = Sampler.sobol(2025, 2, LEADING);
    double[] first = uniforms(sampler, LEADING.get(0), 3);
    double[] fifth = uniforms(sampler, LEADING.get(4), 3);
    double[] other = uniforms(sampler, OTHERS.get(0), 3);
    assertArrayEquals(
        new double[] {0x1.c81d995e16473p-1, 0x1.c88686143d8aep-2, 0x1.e792d6babe466p-2}, first);
    assertArrayEquals(
        new double[] {0x1.d00349b445ec4p-3, 0x1.5e15b14129dd4p-3, 0x1.70da04d353db9p-1}, fifth);
    assertArrayEquals(
        new double[] {0x1.2425704c0ec2ep-2, 0x1.f2b52ae79f8bp-5, 0x1.1bbc34adbf60dp-1}, other);
  }

  private static List<StreamId> streams(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> StreamId.ofYear(name, 2025 + i, AREA)).toList();
  }

  private static double[] replicate(double[] draws, int replicate, int replicates) {
    return IntStream.range(0, draws.length / replicates)
        .mapToDouble(i -> draws[i * replicates + replicate])
        .toArray();
  }

  private static double[] uniforms(Sampler sampler, StreamId id, int count) {
    double[] out = new double[count];
    sampler.uniforms(id, 0, out, count);
    return out;
  }
}
