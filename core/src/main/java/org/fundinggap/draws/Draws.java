package org.fundinggap.draws;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Checks;
import org.fundinggap.random.Sampling;

/** The draws of one number, by draw number, with exact summaries. Immutable. */
public final class Draws implements Summary {
  private final double[] values;

  private final Run run;

  /**
   * Made when needed; two threads may both make one, of the same numbers. As large as the draws, it
   * is given up for whatever else needs the memory.
   */
  private volatile SoftReference<OrderStatistics> order = new SoftReference<>(null);

  Draws(double[] values) {
    this(values, Sampling.independent());
  }

  /**
   * Draws of a number of one's own, which no run drew: they go together with each other, and not
   * with those of a run.
   *
   * @param values by draw number, at least one; not copied, so not to be written to any more
   * @param sampling how they were placed against each other
   * @throws IllegalArgumentException if there is no draw
   */
  public Draws(double[] values, Sampling sampling) {
    this(values, Run.own(sampling));
  }

  /**
   * Draws of a number of a run.
   *
   * @param values by draw number, at least one; not copied, so not to be written to any more
   * @param run the run, as {@link #run()} of other draws of it has it
   * @throws IllegalArgumentException if there is no draw
   */
  public Draws(double[] values, Run run) {
    Checks.within(values.length, 1, Integer.MAX_VALUE, "number of draws", "give one at least");
    this.values = values;
    this.run = run;
  }

  /**
   * The draws of parts of a run, one after the other.
   *
   * @param parts at least one, in their order, each once
   * @return all draws
   * @throws IllegalArgumentException if there is none, or one is not what follows in the same run
   */
  public static Draws joined(List<Draws> parts) {
    Checks.atLeast(parts.size(), 1, "number of parts", "give one at least");
    double[] all = new double[parts.stream().mapToInt(Draws::size).sum()];
    Run run = parts.get(0).run;
    int from = 0;
    for (Draws part : parts) {
      part.run.require(run.from(from), "part", "join parts of one run in order, each once");
      System.arraycopy(part.values, 0, all, from, part.values.length);
      from += part.values.length;
    }
    return new Draws(all, run);
  }

  private OrderStatistics order() {
    OrderStatistics known = order.get();
    if (known == null) {
      known = new OrderStatistics(values);
      order = new SoftReference<>(known);
    }
    return known;
  }

  @Override
  public int size() {
    return values.length;
  }

  /**
   * The run that they are of.
   *
   * @return what tells it from others
   */
  public Run run() {
    return run;
  }

  /** Whether each draw says by itself how far a figure may be off. */
  private boolean standAlone() {
    return run.sampling().isIndependent();
  }

  private Replicates inReplicates() {
    return Replicates.of(run.sampling());
  }

  /**
   * In how many random replicates the draws were made; draw i is of replicate {@code i %
   * replicates}.
   *
   * <p>If in several, a standard error is the standard deviation of the replicates' estimates over
   * the root of their number, and an interval of 95% reaches as many errors to either side as
   * Student's t with one degree less than there are replicates ({@link #meanReach}): 12.7 of 2
   * replicates, 3.18 of 4, 2.36 of 8, 2.13 of 16, 2.04 of 32, 2.00 of 64.
   *
   * <p>Sobol draws of a single replicate have no standard errors: see {@link #meanError()}.
   *
   * @return 1 for independent draws, and for Sobol draws of a single replicate
   */
  public int replicates() {
    return run.sampling().replicates();
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
    OrderStatistics ordered = order();
    if (ordered.anyNaN()) {
      return Double.NaN; // some draw has no value, so no quantile is known
    }
    double lower = ordered.at(place.below());
    double upper = place.weight() == 0 ? lower : ordered.at(place.below() + 1);
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
    return standAlone() ? Summary.super.meanError() : inReplicates().meanError(values);
  }

  /**
   * How many of its standard errors the 95% interval of a mean reaches to either side: Student's t
   * with one degree of freedom less than there are draws, or replicates of Sobol draws.
   *
   * @return 1.96 of many draws, more of few; NaN for a single draw, and for Sobol draws of a single
   *     replicate
   */
  @Override
  public double meanReach() {
    return standAlone() ? Summary.super.meanReach() : inReplicates().reach();
  }

  /**
   * A 95% confidence interval of a quantile.
   *
   * @param probability strictly between 0 and 1
   * @return of independent draws as {@link Summary#quantileInterval} says. Of Sobol draws, the
   *     quantiles between which the share of draws below the true one lies, by the spread of
   *     replicates (Woodruff 1952); of draws that one input decides alone, rather too wide
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  @Override
  public Interval quantileInterval(double probability) {
    Confidence.requireInside(probability);
    return standAlone()
        ? Summary.super.quantileInterval(probability)
        : inReplicates().ofQuantile(this, probability);
  }

  /**
   * The Monte Carlo standard error of a quantile.
   *
   * @param probability strictly between 0 and 1
   * @return half of the width of {@link #quantileInterval} over the standard errors that it
   *     reaches: 1.96 of independent draws, {@link #meanReach} of Sobol draws; NaN where an end of
   *     it is not known
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  @Override
  public double quantileError(double probability) {
    return Confidence.error(quantileInterval(probability), shareReach());
  }

  /**
   * A 95% confidence interval of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return of independent draws as {@link Summary#probabilityAboveInterval} says, of Sobol draws
   *     by the spread of replicates; unknown for Sobol draws of a single replicate
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  @Override
  public Interval probabilityAboveInterval(double threshold) {
    return above(threshold).shareInterval();
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityAbove}.
   *
   * @param threshold any finite value
   * @return as {@link #shareError}; NaN for Sobol draws of a single replicate, as with {@link
   *     #meanError()}
   * @throws IllegalArgumentException if {@code threshold} is not finite
   */
  @Override
  public double probabilityAboveError(double threshold) {
    return above(threshold).shareError();
  }

  private Draws above(double threshold) {
    Checks.finite(threshold, "threshold");
    return map(value -> value > threshold ? 1 : Double.isNaN(value) ? value : 0);
  }

  /**
   * A 95% confidence interval of the mean of draws that are shares, such as 1 where an option is
   * the best and 0 where it is not. It is wider than nothing also where all draws are the same.
   *
   * @return within [0, 1]; unknown for Sobol draws of a single replicate
   * @throws IllegalStateException if a draw is outside [0, 1]
   */
  public Interval shareInterval() {
    for (double value : values) {
      if (value < 0 || value > 1) {
        throw new IllegalStateException(
            "draws must be in [0, 1] to be shares, one was " + value + "; ask for meanInterval()");
      }
    }
    return standAlone() ? Confidence.ofShare(mean(), size()) : inReplicates().ofShare(values);
  }

  /**
   * The Monte Carlo standard error of the mean of draws that are shares.
   *
   * @return of independent draws half of the width of {@link #shareInterval} over the 1.96 standard
   *     errors that it reaches, of Sobol draws by the spread of replicates
   * @throws IllegalStateException if a draw is outside [0, 1]
   */
  public double shareError() {
    Interval interval = shareInterval();
    return standAlone()
        ? Confidence.error(interval, Confidence.NORMAL)
        : inReplicates().shareError(values);
  }

  /** How many standard errors the interval of a share or a quantile reaches, on average. */
  double shareReach() {
    return standAlone() ? Confidence.NORMAL : inReplicates().reach();
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
    return new Draws(Arrays.stream(values).map(function).toArray(), run);
  }

  /**
   * Draw by draw, a function of these draws and others of the same run.
   *
   * @param others as many draws
   * @param function such as {@code (a, b) -> a / b}
   * @return new draws
   * @throws IllegalArgumentException if the numbers of draws differ, or the runs that they are of
   */
  public Draws combine(Draws others, DoubleBinaryOperator function) {
    requireSameRun(others);
    double[] combined = new double[values.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = function.applyAsDouble(values[i], others.values[i]);
    }
    return new Draws(combined, run);
  }

  private void requireSameRun(Draws others) {
    if (others.values.length != values.length) {
      throw new IllegalArgumentException(
          "number of draws must be "
              + values.length
              + ", was "
              + others.values.length
              + "; combine draws of one run");
    }
    others.run.require(run, "other", "combine draws of one run, which met the same luck");
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
