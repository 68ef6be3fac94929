package org.fundinggap.evidence;

import org.fundinggap.internal.Checks;

/**
 * One value of a {@link Series}.
 *
 * @param value in the unit of the series; finite
 * @param breakBefore whether the value is not comparable with the observation before it
 * @param latestValues true where the register holds no publication date of this value itself: it is
 *     the latest value, taken as known from the end of its period plus the publication lag of its
 *     series, or from the end of the last earlier value that is held. A later revision may hide in
 *     it, so a score against it is flattered. False for an earlier value
 * @param provenance where it comes from
 */
public record Observation(
    double value, boolean breakBefore, boolean latestValues, Provenance provenance) {
  /**
   * Checks the value.
   *
   * @param value as described above
   * @param breakBefore as described above
   * @param latestValues as described above
   * @param provenance as described above
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public Observation {
    Checks.finite(value, "value");
  }

  Observation withBreakBefore() {
    return new Observation(value, true, latestValues, provenance);
  }
}
