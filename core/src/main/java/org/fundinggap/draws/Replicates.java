package org.fundinggap.draws;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.fundinggap.random.Sampling;

/**
 * Standard errors from the random replicates that draws are made in.
 *
 * @param method how draws are placed against each other
 * @param number how many replicates; 1 for independent draws
 */
record Replicates(Sampling.Method method, int number) {
  /*
   * Reason. Sobol points of one replicate depend on each other, so their spread says nothing of how far
   * their mean is off. Replicates are independent and alike, so the spread of their estimates does, for
   * any kind of estimate: over the root of their number it is the standard error of the estimates' mean.
   * A quantile of all draws is a little less biased than the mean of the replicates' quantiles, and no
   * less precise, so its error is stated by the same number.
   *
   * Reference. A. B. Owen, Monte Carlo theory, methods and examples, 2013, section 17.4.
   */

  /** Every draw stands alone, and is as good as a replicate. */
  static final Replicates NONE = of(Sampling.independent());

  static Replicates of(Sampling sampling) {
    return new Replicates(sampling.method(), sampling.replicates());
  }

  boolean areNone() {
    return method == Sampling.Method.INDEPENDENT;
  }

  /**
   * The standard error of an estimate from Sobol draws.
   *
   * @param values draws; number i is of replicate {@code i % number}
   * @param estimate from the draws of one replicate, in draw order
   * @return standard deviation of the estimates over the root of their number; NaN if there is but
   *     one replicate, or one has no draw
   */
  double error(double[] values, ToDoubleFunction<double[]> estimate) {
    if (number == 1 || values.length < number) {
      return Double.NaN;
    }
    double[] estimates = new double[number];
    for (int replicate = 0; replicate < number; replicate++) {
      double[] own = new double[(values.length - replicate + number - 1) / number];
      for (int i = 0; i < own.length; i++) {
        own[i] = values[replicate + i * number];
      }
      estimates[replicate] = estimate.applyAsDouble(own);
    }
    double mean = Arrays.stream(estimates).sum() / number;
    double squares = 0;
    for (double each : estimates) {
      squares += (each - mean) * (each - mean);
    }
    return Math.sqrt(squares / (number - 1) / number);
  }

  @Override
  public String toString() {
    return areNone()
        ? "independent"
        : "Sobol points in " + number + (number == 1 ? " replicate" : " replicates");
  }
}
