package org.fundinggap.hindcast;

import org.fundinggap.draws.Draws;

/**
 * What a run said of a number, in its unit: five quantiles.
 *
 * @param low the 10th percentile
 * @param quarter the 25th
 * @param median the 50th
 * @param threeQuarters the 75th
 * @param high the 90th
 */
public record SaidRange(
    double low, double quarter, double median, double threeQuarters, double high) {
  /**
   * Of draws.
   *
   * @param draws of one number
   * @return their quantiles
   */
  static SaidRange of(Draws draws) {
    return new SaidRange(
        draws.quantile(0.1),
        draws.quantile(0.25),
        draws.quantile(0.5),
        draws.quantile(0.75),
        draws.quantile(0.9));
  }
}
