package org.fundinggap.distribution;

/**
 * Where the values of a table lie: each times {@code scale}, plus {@code location}, and held
 * between the bounds.
 *
 * @param location what is added
 * @param scale what the table's values are multiplied by, above 0
 * @param lower the least value, or minus infinity
 * @param upper the greatest value, or infinity
 */
record Support(double location, double scale, double lower, double upper) {

  /** Values between two bounds, from a table over [0, 1]. */
  static Support between(double lower, double upper) {
    return new Support(lower, upper - lower, lower, upper);
  }

  double place(double value) {
    return Math.max(lower, Math.min(upper, location + scale * value));
  }

  /** Replaces the first {@code count} values by where they lie. */
  void place(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = place(values[i]);
    }
  }
}
