package org.fundinggap.evidence;

import org.fundinggap.internal.Checks;
import org.fundinggap.internal.csv.EnumWords;

/**
 * The interval that a source gives with a figure, or in place of one.
 *
 * @param low its lower end, in the unit of the figure; finite
 * @param high its upper end; not below {@code low}
 * @param meaning what the ends are
 */
public record Range(double low, double high, Meaning meaning) {
  /** What the two ends of a range are. */
  public enum Meaning {
    /** The least and the greatest value that the source allows. */
    BOUNDS,
    /** The quantiles 0.1 and 0.9. */
    P10_P90,
    /** A 95% confidence interval. */
    CI95;

    /** As the register writes it, such as {@code p10-p90}. */
    @Override
    public String toString() {
      return EnumWords.of(this);
    }
  }

  /**
   * Checks the ends.
   *
   * @param low as described above
   * @param high as described above
   * @param meaning as described above
   * @throws IllegalArgumentException if an end is not finite or {@code low} is above {@code high}
   */
  public Range {
    Checks.finite(low, "low");
    Checks.finite(high, "high");
    if (low > high) {
      throw new IllegalArgumentException(
          "low must not be above high " + high + ", was " + low + "; swap the two");
    }
  }
}
