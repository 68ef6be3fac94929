package org.fundinggap.claim;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.evidence.Figure;
import org.fundinggap.internal.Checks;

/**
 * A published claim beside the model's reproduction of it, the calibrated model's distribution for
 * the same thing, and what happened.
 *
 * @param claim the figure
 * @param reading how it is read, since most claims can be read in two ways
 * @param reproduction what its trajectory gives
 * @param calibrated what the calibrated model gives for the same thing and year
 * @param outturns what happened, on the same scope; none, one or several, each said apart
 * @param note what a reader must know before comparing
 */
public record SourceCheck(
    Figure claim,
    String reading,
    ClaimReading reproduction,
    ClaimReading calibrated,
    List<ClaimReading> outturns,
    String note) {
  /**
   * Checks the text and copies the list.
   *
   * @param claim as described above
   * @param reading as described above
   * @param reproduction as described above
   * @param calibrated as described above
   * @param outturns as described above
   * @param note as described above
   * @throws IllegalArgumentException if {@code reading} is blank
   */
  public SourceCheck {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(reproduction, "reproduction");
    Objects.requireNonNull(calibrated, "calibrated");
    Objects.requireNonNull(outturns, "outturns");
    Objects.requireNonNull(note, "note");
    Checks.notBlank(reading, "reading");
    outturns = ImmutableList.copyOf(outturns);
  }

  /**
   * How far the claim was from what happened, by the first outturn.
   *
   * @return claim over outturn, less 1; NaN where nothing to compare happened
   */
  public double error() {
    return outturns.isEmpty() ? Double.NaN : claim.value() / outturns.get(0).value() - 1;
  }

  /**
   * Where the claim lies in the calibrated model's distribution.
   *
   * @return the share of draws below it; NaN where there is no distribution
   */
  public double shareOfDrawsBelow() {
    return calibrated.draws() == null
        ? Double.NaN
        : 1 - calibrated.draws().probabilityAbove(claim.value());
  }
}
