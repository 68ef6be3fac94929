package org.fundinggap.scoring;

import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;

/**
 * All values from one to another, both included.
 *
 * @param lower the least, finite
 * @param upper the greatest, at least {@code lower}, finite
 */
public record Interval(double lower, double upper) {

  /**
   * Checks the order.
   *
   * @param lower as described above
   * @param upper as described above
   * @throws IllegalArgumentException if a number is not finite, or {@code upper} is below {@code
   *     lower}
   */
  public Interval {
    Checks.finite(lower, "lower");
    Checks.finite(upper, "upper");
    if (upper < lower) {
      throw new IllegalArgumentException(
          "upper must be at least lower " + lower + ", was " + upper + "; swap the two");
    }
  }

  /**
   * Whether a value is in it.
   *
   * @param value any value
   * @return true at the ends too; false for NaN
   */
  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }

  /**
   * From end to end.
   *
   * @return 0 or more
   */
  public double width() {
    return upper - lower;
  }

  /** Such as {@code [0.2, 0.6]}, to four figures. */
  @Override
  public String toString() {
    return NumberText.interval(lower, upper);
  }
}
