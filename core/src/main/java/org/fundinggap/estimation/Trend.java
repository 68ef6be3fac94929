package org.fundinggap.estimation;

import java.util.Objects;

/**
 * A straight line through yearly values, in which the last year is time 0, and how far the values
 * lie from it.
 *
 * @param level the line's value at the last year, in the unit of the values
 * @param slope the line's rise a year
 * @param spread the standard deviation of values about their line
 * @param residuals each value less the line with this level and slope, oldest first
 */
public record Trend(Estimate level, Estimate slope, Estimate spread, YearlySeries residuals) {

  /**
   * Checks that nothing is missing.
   *
   * @param level as described above
   * @param slope as described above
   * @param spread as described above
   * @param residuals as described above
   */
  public Trend {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(slope, "slope");
    Objects.requireNonNull(spread, "spread");
    Objects.requireNonNull(residuals, "residuals");
  }
}
