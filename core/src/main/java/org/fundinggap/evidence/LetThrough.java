package org.fundinggap.evidence;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.internal.plausible.AsIs;

/**
 * A number of a register that a person lets stand although the rules of what it can be may refuse
 * it: its note says {@code as-is:} and why.
 *
 * @param id the figure, series or prior
 * @param year the year of a series; empty for others
 * @param value the number; the middle where a figure or prior has only ends
 * @param reason what the note says behind the word
 */
public record LetThrough(String id, String year, double value, String reason) {
  /**
   * All of a register, to be read before its numbers are quoted.
   *
   * @param evidence the register; one as of a date gives what was known then
   * @return figures, then series by year, then priors, in the order of the register; immutable
   */
  public static List<LetThrough> of(EvidenceBase evidence) {
    List<LetThrough> all = new ArrayList<>();
    for (Figure figure : evidence.figures()) {
      double middle = figure.central().orElseGet(() -> figure.low() / 2 + figure.high() / 2);
      add(all, figure.id(), "", middle, figure.provenance());
    }
    for (Series series : evidence.allSeries()) {
      series
          .observations()
          .forEach((year, one) -> add(all, series.id(), year, one.value(), one.provenance()));
    }
    for (Prior prior : evidence.priors()) {
      add(all, prior.id(), "", prior.centre(), prior.provenance());
    }
    return List.copyOf(all);
  }

  private static void add(
      List<LetThrough> all, String id, String year, double value, Provenance provenance) {
    AsIs.reason(provenance.note())
        .ifPresent(reason -> all.add(new LetThrough(id, year, value, reason)));
  }

  /** Such as {@code referrals in 2024-25, 300000: two regions made no return}. */
  @Override
  public String toString() {
    return id + (year.isEmpty() ? "" : " in " + year) + ", " + value + ": " + reason;
  }
}
