package org.fundinggap.analysis;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Run;
import org.fundinggap.draws.WithError;

/** How much of the variance of one column is in its means over bins of another. */
final class CorrelationRatio {
  /*
   * Reason. Var(E[Y|X]) / Var(Y), the first-order index of X, is what is left of 1 when the variance of Y
   * within X is taken away. Draws are cut into B bins of X of equal count; a value that many draws share
   * has a bin of its own. With W and T the sums of squares about the means of the bins and about the mean
   * of all, the estimate is 1 - (W / (n - B)) / (T / (n - 1)): without the divisors, B means of nothing but
   * noise would claim (B - 1)/(n - 1) of the variance.
   *
   * Error. Bins hide what E[Y|X] does inside them: with 40 bins of 50 draws about 1% of the share, with 100
   * less than half of that. The squared standard error has three terms, r being W / T: the variance of the
   * ratio by what each draw adds to it (delta method; the means of bins add nothing, W being least there),
   * less 4 r^4 B / n^2 that the noise of those means puts into it, plus 2 r^2 B / n^2, the variance of
   * their squares, which is all that is left where X carries nothing.
   *
   * Sum. Shares of several columns add up, as those of a shock over years do. What each draw adds to the sum
   * is the sum of what it adds to the shares, for a draw that lies far out counts in all of them; the two
   * terms of noise are of different bins, and add up.
   *
   * Draws. They must be independent: what the noise of means of bins is taken to be is that of independent
   * draws. Bins of a Sobol stream that leads have far less, and each share would come out too low by up to
   * (B - 1)/(n - 1) of the rest.
   *
   * Reference. K. Pearson, On the general theory of skew correlation and non-linear regression, 1905; T. L.
   * Kelley, An unbiased correlation ratio measure, PNAS 21 (1935), 554-559.
   */
  static final int FEWEST_DRAWS = 2_000;

  private static final int DRAWS_A_BIN = 50;
  private static final int MOST_BINS = 100;

  private CorrelationRatio() {}

  /**
   * A share that other shares can be added to.
   *
   * @param share the share, or the sum of several
   * @param influence what each draw adds to it, times the number of draws
   * @param overstated variance that the noise of means of bins puts into the influences
   * @param noise variance of that noise's squares
   */
  private record Part(double share, Draws influence, double overstated, double noise) {
    Part plus(Part other) {
      return new Part(
          share + other.share,
          influence.combine(other.influence, Double::sum),
          overstated + other.overstated,
          noise + other.noise);
    }

    /** The share with its error. */
    VarianceShare stated() {
      WithError seen = WithError.byInfluence(share, influence);
      double variance = Math.max(0, square(seen.standardError()) - overstated);
      return new VarianceShare(share, Math.sqrt(variance + noise), seen.reach());
    }
  }

  /** The share of the variance of a result that a number carries by itself; of one run. */
  static VarianceShare of(Draws of, Draws result) {
    return part(of, result).stated();
  }

  /** The sum of the shares of several numbers of one run; nothing of none. */
  static VarianceShare ofAll(List<Draws> all, Draws result) {
    return all.stream()
        .map(each -> part(each, result))
        .reduce(Part::plus)
        .map(Part::stated)
        .orElse(new VarianceShare(0, 0, Double.NaN));
  }

  private static Part part(Draws of, Draws result) {
    double[] y = result.values();
    int[] bin = bins(of.values());
    double mean = 0;
    double[] means = new double[2 * MOST_BINS];
    int[] counts = new int[2 * MOST_BINS];
    for (int i = 0; i < y.length; i++) {
      means[bin[i]] += y[i];
      counts[bin[i]]++;
      mean += y[i] / y.length;
    }
    int filled = 0;
    for (int b = 0; b < means.length; b++) {
      if (counts[b] > 0) {
        means[b] /= counts[b];
        filled++;
      }
    }
    double[] fromBin = new double[y.length];
    double[] fromAll = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      fromBin[i] = square(y[i] - means[bin[i]]);
      fromAll[i] = square(y[i] - mean);
    }
    return estimate(fromBin, fromAll, filled, result.run());
  }

  private static Part estimate(double[] fromBin, double[] fromAll, int bins, Run run) {
    double n = fromBin.length;
    double within = 0;
    double total = 0;
    for (int i = 0; i < fromBin.length; i++) {
      within += fromBin[i];
      total += fromAll[i];
    }
    double ratio = bins == 1 ? 1 : within / total;
    double[] influence = new double[fromBin.length];
    for (int i = 0; i < fromBin.length; i++) {
      influence[i] = bins == 1 ? 0 : n * (fromBin[i] - ratio * fromAll[i]) / total;
    }
    double share = bins == 1 ? 0 : 1 - ratio * (n - 1) / (n - bins);
    double noise = bins == 1 ? 0 : bins / (n * n);
    return new Part(
        share,
        new Draws(influence, run),
        4 * square(square(ratio)) * noise,
        2 * square(ratio) * noise);
  }

  /** The bin of each draw, from 0; some may be empty. */
  private static int[] bins(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int wanted = Math.max(1, Math.min(MOST_BINS, x.length / DRAWS_A_BIN));
    double[] edges = new double[wanted - 1];
    for (int i = 0; i < edges.length; i++) {
      int at = (int) ((long) (i + 1) * x.length / wanted);
      // Between two draws, so that a draw lies on an edge only if others are equal to it.
      edges[i] = sorted[at - 1] + (sorted[at] - sorted[at - 1]) / 2;
    }
    int[] bins = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      bins[i] = below(edges, x[i]) + below(edges, Math.nextUp(x[i]));
    }
    return bins;
  }

  /** How many edges, which rise, are below a value. */
  private static int below(double[] edges, double value) {
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double square(double value) {
    return value * value;
  }
}
