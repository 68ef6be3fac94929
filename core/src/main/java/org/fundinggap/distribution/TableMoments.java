package org.fundinggap.distribution;

import org.fundinggap.internal.NumberText;

/**
 * What a distribution comes to as a whole.
 *
 * @param mean the mean
 * @param standardDeviation the standard deviation
 */
record TableMoments(double mean, double standardDeviation) {
  /** The first octave of the far tails, which are v < 2^-36. */
  private static final int FAR = 36;

  /** The last octave that counts: beyond 2^-46 functions that solve F(x) = u return anything. */
  private static final int LAST = 45;

  private static final double LARGEST_FAR_SHARE = 1e-3;

  /**
   * The moments of what a table draws, but for rounding and one draw in 10^13.
   *
   * @param name what the distribution is called, for the message
   * @param table the table
   * @throws IllegalArgumentException if more than a thousandth of the variance comes from the two
   *     tails beyond 2^-36, as it does where there is no variance
   */
  static TableMoments of(String name, QuantileTable table) {
    double median = table.at(0.5);
    double first = table.moment(1, median, 1, LAST);
    double variance = table.moment(2, median + first, 1, LAST);
    double far = table.moment(2, median + first, FAR, LAST);
    if (!(far <= LARGEST_FAR_SHARE * variance)) {
      throw new IllegalArgumentException(
          name
              + " must have a standard deviation, but draws rarer than one in 10^11 make up "
              + far / variance
              + " of its variance: either it has none, or the function fails so far out; cut the"
              + " tails off, as u -> quantile(1e-9 + (1 - 2e-9) * u) does");
    }
    return new TableMoments(median + first, Math.sqrt(variance));
  }

  /** The moments of the variable times {@code scale}, plus {@code location}. */
  TableMoments moved(double location, double scale) {
    return new TableMoments(location + scale * mean, scale * standardDeviation);
  }

  /**
   * Mean, standard deviation and bounds in words, of a distribution that few numbers do not tell.
   */
  static String inWords(Distribution distribution) {
    return "mean "
        + NumberText.of(distribution.mean())
        + ", s.d. "
        + NumberText.of(distribution.standardDeviation())
        + ", "
        + NumberText.interval(distribution.lower(), distribution.upper());
  }
}
