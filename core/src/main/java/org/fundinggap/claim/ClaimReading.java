package org.fundinggap.claim;

import java.util.Objects;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A number to set beside a claim, and what it is: never one without the other.
 *
 * @param what what was measured, on which scope, from when
 * @param value the number, in the claim's unit; NaN where there is none
 * @param draws the distribution that the value is the median of; null for a single number
 */
public record ClaimReading(String what, double value, @Nullable Draws draws) {
  /**
   * Checks the text.
   *
   * @param what as described above
   * @param value as described above
   * @param draws as described above
   * @throws IllegalArgumentException if {@code what} is blank
   */
  public ClaimReading {
    Checks.notBlank(what, "what");
  }

  /**
   * A single number.
   *
   * @param what what it is
   * @param value the number
   * @return the reading
   */
  public static ClaimReading of(String what, double value) {
    return new ClaimReading(what, value, null);
  }

  /**
   * A distribution, with its median for value.
   *
   * @param what what it is
   * @param draws its draws
   * @return the reading
   */
  public static ClaimReading of(String what, Draws draws) {
    return new ClaimReading(what, draws.quantile(0.5), draws);
  }

  /**
   * The reason why there is no number.
   *
   * @param why why not
   * @return a reading without a number
   */
  public static ClaimReading none(String why) {
    Objects.requireNonNull(why, "why");
    return new ClaimReading(why, Double.NaN, null);
  }

  /**
   * Whether there is a number.
   *
   * @return false after {@link #none}
   */
  public boolean hasValue() {
    return !Double.isNaN(value);
  }
}
