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
   * A quantile, by linear interpolation between order statistics (Hyndman and Fan's type 7).
   *
   * @param probability 0 to 1; 0.5 is the median
   * @return the quantile
   * @throws IllegalArgumentException if {@code probability} is outside [0, 1]
   */
  double quantile(double probability);

  /**
   * The Monte Carlo standard error of a quantile.
   *
   * <p>The number of draws below the true quantile has standard deviation {@code sqrt(n p (1 -
   * p))}; the error is half the distance between the quantiles that far to either side.
   *
   * @param probability strictly between 0 and 1
   * @return the standard error; NaN for a single draw
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  default double quantileError(double probability) {
    checkInside(probability);
    if (size() == 1) {
      return Double.NaN;
    }
    double step = Math.sqrt(probability * (1 - probability) / size());
    double low = quantile(Math.max(0, probability - step));
    double high = quantile(Math.min(1, probability + step));
    return (high - low) / 2;
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
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return {@code sqrt(p (1 - p) / n)}; 0 where no draw or every draw exceeds, which says only
   *     that the probability is within about 3 / n of 0 or 1
   */
  default double probabilityAboveError(double threshold) {
    double share = probabilityAbove(threshold);
    return Math.sqrt(share * (1 - share) / size());
  }

  /**
   * All that it holds, bit for bit, for a digest.
   *
   * @return numbers in little-endian order; the same bytes for the same draws
   */
  byte[] toBytes();

  /** Refuses the ends, at which a quantile has no standard error. */
  private static void checkInside(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability must be inside (0, 1), was "
              + probability
              + "; the ends have no standard error");
    }
  }
}
