package org.fundinggap.draws;

import org.fundinggap.internal.NumberText;

/**
 * A 95% confidence interval: made of draws anew with other seeds, 95 of 100 such intervals hold
 * what endless draws would give. It says how far a figure may be off because draws are finite, and
 * nothing of what the model leaves out.
 *
 * @param lower its lower end; negative infinity where the draws are too few to give one, NaN where
 *     they say nothing at all
 * @param upper its upper end; infinity or NaN likewise
 */
public record Interval(double lower, double upper) {
  /** What draws give that say nothing of how far a figure may be off. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /**
   * Checks the order.
   *
   * @param lower as described above
   * @param upper as described above
   * @throws IllegalArgumentException if {@code lower} is above {@code upper}, or one of the two
   *     alone is NaN
   */
  public Interval {
    if (!(lower <= upper) && !(Double.isNaN(lower) && Double.isNaN(upper))) {
      throw new IllegalArgumentException(
          "lower must not be above upper "
              + upper
              + ", was "
              + lower
              + "; swap the two, or give NaN for both where nothing is known");
    }
  }

  /** From one end to the other; unknown if either is. */
  static Interval between(double lower, double upper) {
    return Double.isNaN(lower) || Double.isNaN(upper) ? UNKNOWN : new Interval(lower, upper);
  }

  /** As far to both sides of a value; unknown if either is. */
  static Interval about(double value, double reach) {
    double by = Math.abs(reach);
    return Double.isNaN(value) || Double.isNaN(by) || Double.isInfinite(value)
        ? UNKNOWN
        : new Interval(value - by, value + by);
  }

  /**
   * Whether the draws give both of its ends.
   *
   * @return false if one is infinite or NaN
   */
  public boolean isKnown() {
    return Double.isFinite(lower) && Double.isFinite(upper);
  }

  /**
   * Whether a value is in it, ends included.
   *
   * @param value any
   * @return false if nothing is known, or the value is NaN
   */
  public boolean holds(double value) {
    return lower <= value && value <= upper;
  }

  /**
   * How wide it is.
   *
   * @return upper less lower; infinite or NaN if not known
   */
  public double width() {
    return upper - lower;
  }

  /** Such as {@code [1,204, 1,263]}; {@code unknown} where draws say nothing. */
  @Override
  public String toString() {
    return Double.isNaN(lower) ? NumberText.of(lower) : NumberText.interval(lower, upper);
  }
}
