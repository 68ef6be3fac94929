package org.fundinggap.appraisal;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.Unit;

/**
 * By how much the costs of a policy are raised because appraisers are found to be too hopeful. An
 * explicit choice: no appraisal has a default.
 *
 * @param share what is added to every cost of the policy: 0.24 for 24%; 0 to 5
 * @param why where the share comes from, or why there is none
 * @param evidence id of the figure that holds it, if one does
 */
public record OptimismBias(double share, String why, Optional<String> evidence) {
  private static final String FIX = "write 0.24 for 24%; nothing is taken off costs";

  /**
   * Checks the share.
   *
   * @param share as described above
   * @param why as described above
   * @param evidence as described above
   * @throws IllegalArgumentException if {@code share} is out of bounds or {@code why} is blank
   */
  public OptimismBias {
    Objects.requireNonNull(evidence, "evidence");
    Checks.within(share, 0, 5, "share", FIX);
    Checks.notBlank(why, "why");
  }

  /**
   * Costs are taken as they are stated. Where their ranges are in the levers' own distributions, a
   * further share would count the same doubt twice.
   *
   * @return nothing added
   */
  public static OptimismBias none() {
    return new OptimismBias(0, "costs are as stated, nothing is added", Optional.empty());
  }

  /**
   * A share of one's own on all costs of the policy.
   *
   * @param share 0.1 for 10%; 0 to 5
   * @param why where it comes from, such as how past programmes of the kind turned out
   * @return the choice
   * @throws IllegalArgumentException if {@code share} is out of bounds or {@code why} is blank
   */
  public static OptimismBias onCosts(double share, String why) {
    return new OptimismBias(share, why, Optional.empty());
  }

  /**
   * A registered share on all costs of the policy. The register's {@code optimism-bias-...} are
   * upper bounds for capital projects; HM Treasury publishes none for programmes of services, and
   * {@link #why} says so.
   *
   * @param evidence the register
   * @param id a figure that is a share of costs, such as {@code
   *     optimism-bias-standard-buildings-capex}
   * @return the choice
   * @throws IllegalArgumentException if there is no such figure, or it is not a share of costs
   */
  public static OptimismBias onCosts(EvidenceBase evidence, String id) {
    Objects.requireNonNull(id, "id");
    Figure figure = evidence.figure(id);
    if (figure.unit() != Unit.SHARE || id.endsWith("-duration")) {
      throw new IllegalArgumentException(
          "figure of optimism bias must be a share of costs, was "
              + id
              + " ("
              + figure.label()
              + ", "
              + figure.unit()
              + "); name one on costs, or delay the policy's levers");
    }
    String note = figure.provenance().note();
    String why = figure.label() + (note.isEmpty() ? "" : "; " + note);
    return new OptimismBias(figure.value(), why, Optional.of(id));
  }

  /** Such as {@code optimism bias +24% on costs (why)}. */
  @Override
  public String toString() {
    String size = share == 0 ? "none" : "+" + percent() + "% on costs";
    return "optimism bias " + size + " (" + why + evidence.map(id -> "; " + id).orElse("") + ")";
  }

  private String percent() {
    return String.format(Locale.ROOT, "%.2f", 100 * share).replaceAll("\\.?0+$", "");
  }
}
