package org.fundinggap.draws;

/**
 * What the draws of one number say, each figure with its Monte Carlo standard error.
 *
 * <p>A standard error says how far a figure may be off because draws are finite; it says nothing of
 * what the model leaves out. A draw that is NaN makes every figure NaN. {@link Draws} gives exact
 * quantiles; above the memory budget of the {@code Settings} a histogram stands in for them, whose
 * quantiles are made of draws known to 0.05%.
 */
public sealed interface Summary permits Draws, Histogram {

  /**
   * How many draws there are.
   *
   * @return at least 1
   */
  int size();

  /**
   * How many draws are NaN, which makes every figure NaN.
   *
   * @return 0 to {@link #size}
   */
  int notNumbers();

  /**
   * How many draws are infinite, of either sign.
   *
   * @return 0 to {@link #size}
   */
  int infinite();

  /**
   * The mean; the same bits however the draws were put together. Of {@link Draws} it is right to
   * the last digit or two, of a histogram within 1e-13 of the size of the largest draw.
   *
   * @return the mean
   */
  double mean();

  /**
   * The standard deviation, with n - 1.
   *
   * @return the deviation, 0 if all draws are equal; NaN for a single draw, and if a square is
   *     beyond the largest double, as those of draws beyond 1e154 are. Off by at most {@code 1e-13}
   *     of the mean; deviations below 1e-146 lose digits
   */
  double standardDeviation();

  /**
   * The Monte Carlo standard error of the mean.
   *
   * @return standard deviation over the root of n; NaN for a single draw
   */
  default double meanError() {
    return standardDeviation() / Math.sqrt(size());
  }

  /**
   * How many of its standard errors the 95% interval of a mean reaches to either side: Student's t
   * with one degree of freedom less than there are draws.
   *
   * @return 1.96 of many draws, more of few; NaN for a single draw
   */
  default double meanReach() {
    return Confidence.student(size() - 1);
  }

  /**
   * A 95% confidence interval of the mean. Of few draws of what is very skewed it holds the true
   * mean less often, as they may lack the tail that carries it.
   *
   * @return the mean and {@link #meanReach} standard errors to either side; unknown where the error
   *     is
   */
  default Interval meanInterval() {
    return Interval.about(mean(), meanReach() * meanError());
  }

  /**
   * A quantile, by linear interpolation between order statistics (Hyndman and Fan's type 7).
   *
   * @param probability 0 to 1; 0.5 is the median
   * @return the quantile
   * @throws IllegalArgumentException if {@code probability} is outside [0, 1]
   */
  double quantile(double probability);

  /**
   * A 95% confidence interval of a quantile, whatever the distribution of the draws.
   *
   * <p>Of independent draws its ends are order statistics between which the true quantile lies with
   * a probability of 95% (Hutson 1999).
   *
   * @param probability strictly between 0 and 1
   * @return the interval; infinite to a side for which there are too few draws, as to the left of
   *     the 10th percentile of fewer than 36; unknown for a single draw
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  default Interval quantileInterval(double probability) {
    return Confidence.ofQuantile(this, probability);
  }

  /**
   * The Monte Carlo standard error of a quantile: its 95% interval may reach further to one side,
   * so take {@link #quantileInterval} for the ends.
   *
   * @param probability strictly between 0 and 1
   * @return half of the interval's width over the 1.96 standard errors that it reaches; NaN where
   *     the draws are too few to give both of its ends
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  default double quantileError(double probability) {
    return Confidence.error(quantileInterval(probability), Confidence.NORMAL);
  }

  /**
   * The probability of exceeding a value.
   *
   * @param threshold any finite value
   * @return the share of draws above it; of a histogram, off by no more than the share of draws
   *     within 0.05% of it, and exact at zero and at numbers of up to 12 binary digits
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  double probabilityAbove(double threshold);

  /**
   * A 95% confidence interval of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return within [0, 1]: of independent draws the interval of Wilson, which is wider than nothing
   *     also where no draw or every draw exceeds. As a share moves in steps, it holds the truth 95%
   *     of the time over thresholds, and more or less often at a single one
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  default Interval probabilityAboveInterval(double threshold) {
    return Confidence.ofShare(probabilityAbove(threshold), size());
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return half of the width of {@link #probabilityAboveInterval} over the 1.96 standard errors
   *     that it reaches: about {@code sqrt(p (1 - p) / n)}, and 1 / n where no draw exceeds
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  default double probabilityAboveError(double threshold) {
    return Confidence.error(probabilityAboveInterval(threshold), Confidence.NORMAL);
  }

  /**
   * All that it holds, bit for bit, for a digest.
   *
   * @return numbers in little-endian order; the same bytes for the same draws
   */
  byte[] toBytes();
}
