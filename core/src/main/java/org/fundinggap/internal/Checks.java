package org.fundinggap.internal;

import java.util.Objects;

/**
 * Argument checks whose messages give name, value, bound and fix.
 *
 * <p>Every comparison is written so that NaN fails it.
 */
public final class Checks {
  private Checks() {}

  /**
   * Refuses NaN and the infinities.
   *
   * @param value the value to check
   * @param name the argument's name, for the message
   * @return {@code value}
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public static double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " must be finite, was " + value + "; give a finite number");
    }
    return value;
  }

  /**
   * Refuses a value outside a closed interval.
   *
   * @param value the value to check
   * @param lower the least value allowed
   * @param upper the greatest value allowed
   * @param name the argument's name, for the message
   * @param fix what the caller should write instead
   * @return {@code value}
   * @throws IllegalArgumentException if {@code value} is NaN or outside {@code [lower, upper]}
   */
  public static double within(double value, double lower, double upper, String name, String fix) {
    if (!(value >= lower && value <= upper)) {
      throw new IllegalArgumentException(
          name + " must be in [" + lower + ", " + upper + "], was " + value + "; " + fix);
    }
    return value;
  }

  /**
   * Refuses a whole number outside a closed interval.
   *
   * @param value the value to check
   * @param lower the least value allowed
   * @param upper the greatest value allowed
   * @param name the argument's name, for the message
   * @param fix what the caller should write instead
   * @return {@code value}
   * @throws IllegalArgumentException if {@code value} is outside {@code [lower, upper]}
   */
  public static long within(long value, long lower, long upper, String name, String fix) {
    if (value < lower || value > upper) {
      throw new IllegalArgumentException(
          name + " must be in [" + lower + ", " + upper + "], was " + value + "; " + fix);
    }
    return value;
  }

  /**
   * Refuses a whole number below a minimum.
   *
   * @param value the value to check
   * @param minimum the least value allowed
   * @param name the argument's name, for the message
   * @param fix what the caller should write instead
   * @return {@code value}
   * @throws IllegalArgumentException if {@code value < minimum}
   */
  public static long atLeast(long value, long minimum, String name, String fix) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          name + " must be at least " + minimum + ", was " + value + "; " + fix);
    }
    return value;
  }

  /**
   * Refuses an empty or blank text.
   *
   * @param value the text to check
   * @param name the argument's name, for the message
   * @return {@code value}
   * @throws NullPointerException if it is null, by its name
   * @throws IllegalArgumentException if {@code value} is blank
   */
  public static String notBlank(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          name + " must not be blank, was \"" + value + "\"; give it a name");
    }
    return value;
  }
}
