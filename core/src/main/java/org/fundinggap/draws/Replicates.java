package org.fundinggap.draws;

import java.util.Arrays;
import org.fundinggap.random.Sampling;

/**
 * How far figures of Sobol draws may be off, from the random replicates that they are made in.
 *
 * @param number how many replicates; draw i is of replicate {@code i % number}
 */
record Replicates(int number) {
  /*
   * Reason. Sobol points of one replicate depend on each other, so their spread says nothing of how far
   * their mean is off. Replicates are independent and alike, so the spread of their means does: over the
   * root of their number it is the standard error of the mean of all, with Student's t for so many means.
   *
   * Share. Draws above a value, as a share, are the mean of ones and zeros. Where one input decides them, a
   * replicate of n draws has one in each n-th of its range, and its share is one of two neighbours of
   * n-ths, which several replicates may have in common by chance. Two such values have a variance of at most
   * 1 / 4n^2: replicates are never taken to be nearer to each other than that. Where none or all of the draws
   * are above, their spread is nothing, and they count as independent draws.
   *
   * Quantile. Replicates' own quantiles lie on other draws than the quantile of all, whose error they don't
   * know. How far the share of draws below that quantile may be off, they do; and the quantiles of that
   * share, less and more, are the interval.
   *
   * References. A. B. Owen, Monte Carlo theory, methods and examples, 2013, section 17.4. R. S. Woodruff,
   * Confidence intervals for medians and other position measures, JASA 47 (1952), 635-646.
   */
  private static final double STEP_VARIANCE = 0.25;

  static Replicates of(Sampling sampling) {
    return new Replicates(sampling.replicates());
  }

  /** How many standard errors a 95% interval reaches to either side; NaN of one replicate. */
  double reach() {
    return Confidence.student(number - 1);
  }

  /** The standard error of a mean; NaN if there is but one replicate, or one has no draw. */
  double meanError(double[] values) {
    return Math.sqrt(variance(values) / number);
  }

  /** Of the share of draws for which something holds: ones, the others being zeros. */
  Interval ofShare(double[] ones) {
    double share = Moments.of(ones).mean();
    if (isWhole(share) && number > 1) {
      return Confidence.ofShare(share, ones.length);
    }
    double reach = reach() * spread(ones);
    return Double.isNaN(reach) || Double.isNaN(share)
        ? Interval.UNKNOWN
        : new Interval(Math.max(0, share - reach), Math.min(1, share + reach));
  }

  /** The standard error of such a share. */
  double shareError(double[] ones) {
    double share = Moments.of(ones).mean();
    return isWhole(share) && number > 1
        ? Confidence.error(Confidence.ofShare(share, ones.length), Confidence.NORMAL)
        : spread(ones);
  }

  private static boolean isWhole(double share) {
    return share == 0 || share == 1;
  }

  /** Of the quantile of all draws. */
  Interval ofQuantile(Draws draws, double probability) {
    double quantile = draws.quantile(probability);
    double[] below = draws.values();
    for (int i = 0; i < below.length; i++) {
      below[i] = below[i] < quantile ? 1 : below[i] == quantile ? 0.5 : 0;
    }
    double reach = reach() * spread(below);
    if (Double.isNaN(quantile) || Double.isNaN(reach)) {
      return Interval.UNKNOWN;
    }
    double lower = probability - reach;
    double upper = probability + reach;
    return Interval.between(
        lower <= 0 ? Double.NEGATIVE_INFINITY : Math.min(quantile, draws.quantile(lower)),
        upper >= 1 ? Double.POSITIVE_INFINITY : Math.max(quantile, draws.quantile(upper)));
  }

  /** The standard error of a share, which is never nothing. */
  private double spread(double[] ones) {
    double perReplicate = (double) ones.length / number;
    double seen = Math.sqrt(variance(ones) / number);
    double steps = Confidence.NORMAL / reach() * Math.sqrt(STEP_VARIANCE / number) / perReplicate;
    return Double.isNaN(seen) ? Double.NaN : Math.max(seen, steps);
  }

  /** The variance of the mean between replicates; NaN if they don't show it. */
  private double variance(double[] values) {
    if (number == 1 || values.length < number) {
      return Double.NaN;
    }
    double[] means = new double[number];
    for (int replicate = 0; replicate < number; replicate++) {
      double[] own = new double[(values.length - replicate + number - 1) / number];
      for (int i = 0; i < own.length; i++) {
        own[i] = values[replicate + i * number];
      }
      means[replicate] = Moments.of(own).mean();
    }
    double mean = Arrays.stream(means).sum() / number;
    double squares = 0;
    for (double each : means) {
      squares += (each - mean) * (each - mean);
    }
    return squares / (number - 1);
  }
}
