package org.fundinggap.lever;

/** An effect of a user's own: what a lever makes of a value. */
@FunctionalInterface
public interface LeverRule {
  /**
   * The changed value of one draw in one year. Is asked only where the strength is above zero, must
   * keep no state, and must return {@code value} where the size is zero, if the size can be zero.
   *
   * @param value the value without this rule
   * @param size the draw's size of the effect
   * @param strength how much of the effect the lever has in the year, above 0 to 1
   * @return the value with it
   */
  double apply(double value, double size, double strength);
}
