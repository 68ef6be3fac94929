package org.fundinggap.simulation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Standard errors from the random replicates that draws are made in. */
final class Replicates {
  /*
   * Reason. Sobol points of one replicate depend on each other, so their spread says nothing of how far
   * their mean is off. Replicates are independent and alike, so the spread of their estimates does, for
   * any kind of estimate: over the root of their number it is the standard error of the estimates' mean.
   * A quantile of all draws is a little less biased than the mean of the replicates' quantiles, and no
   * less precise, so its error is stated by the same number.
   *
   * Reference. A. B. Owen, Monte Carlo theory, methods and examples, 2013, section 17.4.
   */
  private Replicates() {}

  /**
   * The standard error of an estimate.
   *
   * @param values draws; number i is of replicate {@code i % replicates}
   * @param replicates how many, at least 2
   * @param estimate from the draws of one replicate, in draw order
   * @return standard deviation of the estimates over the root of their number; NaN if a replicate
   *     has no draw
   */
  static double error(double[] values, int replicates, ToDoubleFunction<double[]> estimate) {
    if (values.length < replicates) {
      return Double.NaN;
    }
    double[] estimates = new double[replicates];
    for (int replicate = 0; replicate < replicates; replicate++) {
      double[] own = new double[(values.length - replicate + replicates - 1) / replicates];
      for (int i = 0; i < own.length; i++) {
        own[i] = values[replicate + i * replicates];
      }
      estimates[replicate] = estimate.applyAsDouble(own);
    }
    double mean = Arrays.stream(estimates).sum() / replicates;
    double squares = 0;
    for (double each : estimates) {
      squares += (each - mean) * (each - mean);
    }
    return Math.sqrt(squares / (replicates - 1) / replicates);
  }
}
