package org.fundinggap.draws;

import org.fundinggap.internal.Checks;

/**
 * Where among sorted draws a quantile lies.
 *
 * @param below the rank below it, from 0
 * @param weight how far it is to the next, 0 to below 1
 */
record QuantileRank(int below, double weight) {
  static QuantileRank of(double probability, int size) {
    Checks.within(probability, 0, 1, "probability", "write 0.9 for the 90th percentile");
    double position = probability * (size - 1);
    int below = (int) Math.floor(position);
    return new QuantileRank(below, position - below);
  }

  /**
   * Between two draws, and never beyond them or falling as the rank rises, not by the last digit;
   * infinite draws that are equal have nothing between them.
   */
  double between(double lower, double upper) {
    if (lower == upper || weight == 0) {
      return lower;
    }
    double apart = upper - lower;
    return Double.isInfinite(apart)
        ? (1 - weight) * lower + weight * upper
        : Math.min(upper, lower + weight * apart);
  }
}
