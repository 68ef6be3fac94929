package org.fundinggap.simulation;

import com.google.common.hash.Hasher;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one number, with summaries that know their Monte Carlo standard error.
 *
 * <p>A standard error says how far a summary may be off because draws are finite; it says nothing
 * of what the model leaves out. A draw that is NaN makes every summary NaN. Immutable.
 */
public final class Draws {
  private final double[] values;

  private final boolean anyNaN;

  /** Made when first needed; two threads may both make one, of the same numbers. */
  private volatile @Nullable OrderStatistics order;

  Draws(double[] values) {
    this.values = values;
    this.anyNaN = Arrays.stream(values).anyMatch(Double::isNaN);
  }

  private OrderStatistics order() {
    OrderStatistics known = order;
    if (known == null) {
      known = new OrderStatistics(values.clone());
      order = known;
    }
    return known;
  }

  /**
   * How many draws there are.
   *
   * @return at least 1
   */
  public int size() {
    return values.length;
  }

  /**
   * The draws themselves, by draw number.
   *
   * @return a copy of {@link #size()} numbers
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The mean, summed in draw order with compensation.
   *
   * @return the mean
   */
  public double mean() {
    return CompensatedSum.sum(values, 0, values.length) / values.length;
  }

  /**
   * The standard deviation, with n - 1.
   *
   * @return the deviation; NaN for a single draw
   */
  public double standardDeviation() {
    double mean = mean();
    CompensatedSum squares = new CompensatedSum();
    for (double value : values) {
      squares.add((value - mean) * (value - mean));
    }
    return Math.sqrt(squares.value() / (values.length - 1));
  }

  /**
   * The Monte Carlo standard error of the mean.
   *
   * @return standard deviation over the root of n; NaN for a single draw
   */
  public double meanError() {
    return standardDeviation() / Math.sqrt(values.length);
  }

  /**
   * A quantile, by linear interpolation between order statistics (Hyndman and Fan's type 7).
   *
   * @param probability 0 to 1; 0.5 is the median
   * @return the quantile
   * @throws IllegalArgumentException if {@code probability} is outside [0, 1]
   */
  public double quantile(double probability) {
    Checks.within(probability, 0, 1, "probability", "write 0.9 for the 90th percentile");
    if (anyNaN) {
      return Double.NaN; // some draw has no value, so no quantile is known
    }
    int last = values.length - 1;
    double position = probability * last;
    int below = (int) Math.floor(position);
    double weight = position - below;
    double lower = order().at(below);
    return weight == 0 ? lower : lower + weight * (order().at(Math.min(below + 1, last)) - lower);
  }

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
  public double quantileError(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability must be inside (0, 1), was "
              + probability
              + "; the ends have no standard error");
    }
    if (values.length == 1) {
      return Double.NaN;
    }
    double step = Math.sqrt(probability * (1 - probability) / values.length);
    double low = quantile(Math.max(0, probability - step));
    double high = quantile(Math.min(1, probability + step));
    return (high - low) / 2;
  }

  /**
   * The probability of exceeding a value.
   *
   * @param threshold any finite value
   * @return the share of draws above it
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  public double probabilityAbove(double threshold) {
    Checks.finite(threshold, "threshold");
    int above = 0;
    for (double value : values) {
      if (value > threshold) {
        above++;
      } else if (Double.isNaN(value)) {
        return Double.NaN;
      }
    }
    return (double) above / values.length;
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return {@code sqrt(p (1 - p) / n)}; 0 where no draw or every draw exceeds, which says only
   *     that the probability is within about 3 / n of 0 or 1
   */
  public double probabilityAboveError(double threshold) {
    double share = probabilityAbove(threshold);
    return Math.sqrt(share * (1 - share) / values.length);
  }

  /**
   * The draws times a factor, for another unit or scope.
   *
   * @param factor finite
   * @return new draws
   * @throws IllegalArgumentException if {@code factor} is not finite
   */
  public Draws times(double factor) {
    Checks.finite(factor, "factor");
    return map(value -> value * factor);
  }

  /**
   * The draws plus a constant.
   *
   * @param term finite; negative to subtract
   * @return new draws
   * @throws IllegalArgumentException if {@code term} is not finite
   */
  public Draws plus(double term) {
    Checks.finite(term, "term");
    return map(value -> value + term);
  }

  private Draws map(DoubleUnaryOperator function) {
    return new Draws(Arrays.stream(values).map(function).toArray());
  }

  /**
   * Draw by draw, a function of these draws and others of the same run.
   *
   * @param others as many draws
   * @param function such as {@code (a, b) -> a / b}
   * @return new draws
   * @throws IllegalArgumentException if the numbers of draws differ
   */
  public Draws with(Draws others, DoubleBinaryOperator function) {
    if (others.values.length != values.length) {
      throw new IllegalArgumentException(
          "number of draws must be "
              + values.length
              + ", was "
              + others.values.length
              + "; combine draws of one run");
    }
    double[] combined = new double[values.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = function.applyAsDouble(values[i], others.values[i]);
    }
    return new Draws(combined);
  }

  void hashInto(Hasher hasher) {
    hasher.putInt(values.length);
    for (double value : values) {
      hasher.putDouble(value);
    }
  }
}
