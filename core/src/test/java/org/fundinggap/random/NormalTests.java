package org.fundinggap.random;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.fundinggap.internal.NormalProbability;

/** Tests of normals: each gives a chance, as {@link UniformTests} do. */
final class NormalTests {
  private static final String AREA = "E92000001";
  private static final StreamId FEES = StreamId.ofParameter("fees", AREA);
  private static final int BLOCK = 1 << 16;
  private static final int PAIRS = 1 << 21;

  private NormalTests() {}

  /**
   * Mean, variance, third, fourth and sixth moment of 2^27 normals. The variance of z^k is E z^2k -
   * (E z^k)^2.
   */
  static double moments(Sampler sampler) {
    int blocks = 1 << 11;
    double[] sums = new double[7];
    DrawStream stream = sampler.stream(FEES);
    Workspace workspace = new Workspace();
    double[] z = new double[BLOCK];
    for (int b = 0; b < blocks; b++) {
      stream.normals((long) b * BLOCK, z, BLOCK, workspace);
      addPowers(z, sums);
    }
    double draws = (double) blocks * BLOCK;
    double[] mean = {0.0, 0.0, 1.0, 0.0, 3.0, 0.0, 15.0};
    double[] variance = {0.0, 1.0, 2.0, 15.0, 96.0, 0.0, 10_170.0};
    double largest = 0.0;
    for (int k : new int[] {1, 2, 3, 4, 6}) {
      double score = (sums[k] / draws - mean[k]) / Math.sqrt(variance[k] / draws);
      largest = Math.max(largest, Math.abs(score));
    }
    return Chance.ofLargest(largest, 5);
  }

  private static void addPowers(double[] z, double[] sums) {
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
    double sixth = 0.0;
    for (double x : z) {
      double square = x * x;
      first += x;
      second += square;
      third += x * square;
      fourth += square * square;
      sixth += square * square * square;
    }
    sums[1] += first;
    sums[2] += second;
    sums[3] += third;
    sums[4] += fourth;
    sums[6] += sixth;
  }

  /** Four million normals fall evenly into 1,024 bins that are equally likely. */
  static double evenBins(Sampler sampler) {
    int[] bins = new int[1_024];
    for (double z : draws(sampler, FEES, 2 * PAIRS)) {
      bins[(int) (NormalProbability.below(z) * bins.length)]++;
    }
    return Chance.ofEvenBins(bins);
  }

  /** The test of Kolmogorov and Smirnov on a million. */
  static double distribution(Sampler sampler) {
    double[] z = draws(sampler, FEES, PAIRS / 2);
    Arrays.parallelSort(z);
    double distance = 0.0;
    for (int i = 0; i < z.length; i++) {
      double p = NormalProbability.below(z[i]);
      distance = Math.max(distance, Math.max(p - i / (double) z.length, (i + 1.0) / z.length - p));
    }
    return Chance.ofDistance(distance, z.length);
  }

  /** The two of a pair fill a square evenly. */
  static double pairsFillASquare(Sampler sampler) {
    double[] z = draws(sampler, FEES, 2 * PAIRS);
    return square(UniformTests.halves(z, z.length, 0), UniformTests.halves(z, z.length, 512));
  }

  /** Their values, squares and signs are uncorrelated, and values with squares, both ways. */
  static double pairsAreUncorrelated(Sampler sampler) {
    double[] z = draws(sampler, FEES, 2 * PAIRS);
    double[] x = UniformTests.halves(z, z.length, 0);
    double[] y = UniformTests.halves(z, z.length, 512);
    double[] sums = new double[5];
    for (int i = 0; i < x.length; i++) {
      double squareOfX = (x[i] * x[i] - 1.0) / Math.sqrt(2.0);
      double squareOfY = (y[i] * y[i] - 1.0) / Math.sqrt(2.0);
      sums[0] += x[i] * y[i];
      sums[1] += squareOfX * squareOfY;
      sums[2] += Math.signum(x[i]) * Math.signum(y[i]);
      sums[3] += x[i] * squareOfY;
      sums[4] += squareOfX * y[i];
    }
    double largest = 0.0;
    for (double sum : sums) {
      largest = Math.max(largest, Math.abs(sum) / Math.sqrt(x.length));
    }
    return Chance.ofLargest(largest, sums.length);
  }

  /** Successive draws, and draws 256 apart, which meet in no pair, fill a square evenly. */
  static double othersOfABlock(Sampler sampler) {
    double[] z = draws(sampler, FEES, 2 * PAIRS);
    double[] even = new double[PAIRS];
    double[] odd = new double[PAIRS];
    double[] near = new double[PAIRS];
    double[] far = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      even[i] = z[2 * i];
      odd[i] = z[2 * i + 1];
      int of512 = i / 256 * 512 + i % 256;
      near[i] = z[of512];
      far[i] = z[of512 + 256];
    }
    return Chance.ofLeast(square(even, odd), square(near, far));
  }

  /**
   * Sums over blocks of 1,024 have variance 1,024, and sums of squares the variance 2,048 about
   * theirs: if any draws of a block hung together these would not.
   */
  static double blocks(Sampler sampler) {
    double[] z = draws(sampler, FEES, 4 * PAIRS);
    int blocks = z.length / 1_024;
    double sums = 0.0;
    double squares = 0.0;
    for (int b = 0; b < blocks; b++) {
      double sum = 0.0;
      double square = 0.0;
      for (int i = b * 1_024; i < (b + 1) * 1_024; i++) {
        sum += z[i];
        square += z[i] * z[i];
      }
      sums += sum * sum / 1_024.0;
      squares += (square - 1_024.0) * (square - 1_024.0) / 2_048.0;
    }
    // The kurtosis of a sum of 1,024 squares is 12 / 1,024.
    double error = Math.sqrt((2.0 + 12.0 / 1_024.0) * blocks);
    return Chance.ofLeast(
        Chance.ofChiSquared(sums, blocks), Chance.ofLargest((squares - blocks) / error, 1));
  }

  static double similarNames(Sampler sampler) {
    return besides(i -> draws(sampler, StreamId.ofParameter("fees" + i, AREA), PAIRS / 4));
  }

  static double successiveYears(Sampler sampler) {
    return besides(i -> draws(sampler, StreamId.ofYear("fees", 2024 + i, AREA), PAIRS / 4));
  }

  /** The same draw of five streams, each with the next. */
  private static double besides(IntFunction<double[]> stream) {
    double[] x = new double[PAIRS];
    double[] y = new double[PAIRS];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(stream.apply(i), 0, x, i * (PAIRS / 4), PAIRS / 4);
      System.arraycopy(stream.apply(i + 1), 0, y, i * (PAIRS / 4), PAIRS / 4);
    }
    return square(x, y);
  }

  /** Whether two standard normals that should be independent fill 32 by 32 likely squares. */
  static double square(double[] x, double[] y) {
    double[] edges = new double[31];
    NormalDistribution normal = new NormalDistribution(null, 0.0, 1.0);
    Arrays.setAll(edges, i -> normal.inverseCumulativeProbability((i + 1) / 32.0));
    int[] bins = new int[1_024];
    for (int i = 0; i < x.length; i++) {
      bins[32 * bin(edges, x[i]) + bin(edges, y[i])]++;
    }
    return Chance.ofEvenBins(bins);
  }

  private static int bin(double[] edges, double x) {
    int place = Arrays.binarySearch(edges, x);
    return place < 0 ? -place - 1 : place;
  }

  private static double[] draws(Sampler sampler, StreamId id, int count) {
    double[] z = new double[count];
    sampler.stream(id).normals(0, z, count, new Workspace());
    return z;
  }
}
