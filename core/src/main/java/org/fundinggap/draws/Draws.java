package org.fundinggap.draws;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Checks;
import org.fundinggap.random.Sampling;
import org.jspecify.annotations.Nullable;

/** The draws of one number, by draw number, with exact summaries. Immutable. */
public final class Draws implements Summary {
  private final double[] values;

  private final Replicates replicates;

  /** Made when first needed; two threads may both make one, of the same numbers. */
  private volatile @Nullable OrderStatistics order;

  Draws(double[] values) {
    this(values, Replicates.NONE);
  }

  /**
   * Draws of one number.
   *
   * @param values by draw number, at least one; not copied, so not to be written to any more
   * @param sampling how they were placed against each other
   * @throws IllegalArgumentException if there is no draw
   */
  public Draws(double[] values, Sampling sampling) {
    this(values, Replicates.of(sampling));
    Checks.within(values.length, 1, Integer.MAX_VALUE, "number of draws", "give one at least");
  }

  /** Draws that were made in replicates, one after the other in turn. */
  Draws(double[] values, Replicates replicates) {
    this.values = values;
    this.replicates = replicates;
  }

  /**
   * The draws of parts of a run, one after the other.
   *
   * @param parts at least one, in their order
   * @return all draws
   */
  public static Draws joined(List<Draws> parts) {
    double[] all = new double[parts.stream().mapToInt(Draws::size).sum()];
    int from = 0;
    for (Draws part : parts) {
      System.arraycopy(part.values, 0, all, from, part.values.length);
      from += part.values.length;
    }
    return new Draws(all, parts.get(0).replicates);
  }

  private OrderStatistics order() {
    OrderStatistics known = order;
    if (known == null) {
      known = new OrderStatistics(values);
      order = known;
    }
    return known;
  }

  @Override
  public int size() {
    return values.length;
  }

  /**
   * In how many random replicates the draws were made; draw i is of replicate {@code i %
   * replicates}.
   *
   * <p>If in several, a standard error is the standard deviation of the replicates' estimates over
   * the root of their number, and an interval of 95% reaches as many errors to either side as
   * Student's t with one degree less than there are replicates: 3.18 of 4 replicates, 2.36 of 8,
   * 2.13 of 16, 2.04 of 32, 2.00 of 64.
   *
   * <p>Sobol draws of a single replicate have no standard errors: see {@link #meanError()}.
   *
   * @return 1 for independent draws, and for Sobol draws of a single replicate
   */
  public int replicates() {
    return replicates.number();
  }

  /**
   * The draws themselves, by draw number.
   *
   * @return a copy of {@link #size()} numbers
   */
  public double[] values() {
    return values.clone();
  }

  @Override
  public int notNumbers() {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 1 : 0;
    }
    return count;
  }

  @Override
  public int infinite() {
    int count = 0;
    for (double value : values) {
      count += Double.isInfinite(value) ? 1 : 0;
    }
    return count;
  }

  @Override
  public double mean() {
    return Moments.of(values).mean();
  }

  @Override
  public double standardDeviation() {
    return Moments.of(values).standardDeviation();
  }

  @Override
  public double quantile(double probability) {
    QuantileRank place = QuantileRank.of(probability, values.length);
    if (order().anyNaN()) {
      return Double.NaN; // some draw has no value, so no quantile is known
    }
    double lower = order().at(place.below());
    double upper = place.weight() == 0 ? lower : order().at(place.below() + 1);
    return place.between(lower, upper);
  }

  @Override
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
   * The Monte Carlo standard error of the mean.
   *
   * @return from the spread of independent draws, or of the replicates of Sobol draws. NaN for a
   *     single draw, and for Sobol draws of a single replicate: they depend on each other, so their
   *     spread says nothing of how far their mean is off. Take several replicates, such as {@code
   *     Sampling.sobol(4)}, which state an error at the cost of some of the precision; or run with
   *     several seeds
   */
  @Override
  public double meanError() {
    return replicates.areNone()
        ? Summary.super.meanError()
        : replicates.error(values, own -> new Draws(own).mean());
  }

  /**
   * The Monte Carlo standard error of a quantile.
   *
   * @param probability strictly between 0 and 1
   * @return the standard error; NaN for a single draw, and for Sobol draws of a single replicate,
   *     as with {@link #meanError()}
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  @Override
  public double quantileError(double probability) {
    double ofIndependent = Summary.super.quantileError(probability);
    return replicates.areNone()
        ? ofIndependent
        : replicates.error(values, own -> new Draws(own).quantile(probability));
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return the standard error; NaN for Sobol draws of a single replicate, as with {@link
   *     #meanError()}
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  @Override
  public double probabilityAboveError(double threshold) {
    return replicates.areNone()
        ? Summary.super.probabilityAboveError(threshold)
        : replicates.error(values, own -> new Draws(own).probabilityAbove(threshold));
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

  /**
   * Draw by draw, a function of these draws alone.
   *
   * @param function called once for each draw, in their order; it may give NaN or an infinite value
   * @return new draws, spread as these are
   */
  public Draws map(DoubleUnaryOperator function) {
    return new Draws(Arrays.stream(values).map(function).toArray(), replicates);
  }

  /**
   * Draw by draw, a function of these draws and others of the same run.
   *
   * @param others as many draws
   * @param function such as {@code (a, b) -> a / b}
   * @return new draws
   * @throws IllegalArgumentException if the numbers of draws differ, or how they were spread
   */
  public Draws combine(Draws others, DoubleBinaryOperator function) {
    if (others.values.length != values.length) {
      throw new IllegalArgumentException(
          "number of draws must be "
              + values.length
              + ", was "
              + others.values.length
              + "; combine draws of one run");
    }
    if (!others.replicates.equals(replicates)) {
      throw new IllegalArgumentException(
          "other draws must be "
              + replicates
              + ", were "
              + others.replicates
              + "; combine draws of one run");
    }
    double[] combined = new double[values.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = function.applyAsDouble(values[i], others.values[i]);
    }
    return new Draws(combined, replicates);
  }

  /** Mean and its error, 10th, 50th and 90th percentile. */
  @Override
  public String toString() {
    return SummaryLine.of(this);
  }

  @Override
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES + Double.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(values.length);
    for (double value : values) {
      bytes.putLong(Double.doubleToLongBits(value)); // one NaN for all that there are
    }
    return bytes.array();
  }
}
