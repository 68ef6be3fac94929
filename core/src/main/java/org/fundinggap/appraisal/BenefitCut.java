package org.fundinggap.appraisal;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.Unit;

/**
 * By how much benefits are cut that rest on sizes which nobody has measured. An explicit choice:
 * none is cut unless the appraiser says so.
 *
 * <p>A lever's size is assumed if any evidence that it names is of red quality, or is not in the
 * register: then it is a judgement, whatever else went into it. What is cut is what the policy
 * saves of services, net of bills that others take over, in every draw and year alike, losses of
 * single years with it: as if the effect were so much smaller. Amounts of money that a lever gives
 * are what the policy spends and no assumed effect; own costs are never cut.
 *
 * <p>One run does not tell apart what two levers do. If one size of a policy is assumed, all that
 * it saves is cut. To cut less, appraise in two steps: the levers of seen sizes against the
 * baseline, and all of them against those; the two net present values add up.
 *
 * @param share what is taken off, 0.4 for 40%; 0 to 1
 * @param why where the share comes from, or why there is none
 * @param evidence id of the figure that holds it, if one does
 * @param register where qualities are looked up; empty only where nothing is cut
 */
public record BenefitCut(
    double share, String why, Optional<String> evidence, Optional<EvidenceBase> register) {
  private static final String FIX = "write 0.4 for 40%; no more than all of a benefit is cut";

  /**
   * Checks the share.
   *
   * @param share as described above
   * @param why as described above
   * @param evidence as described above
   * @param register as described above
   * @throws IllegalArgumentException if {@code share} is out of bounds, {@code why} is blank, or
   *     something is to be cut and there is no register
   */
  public BenefitCut {
    Checks.within(share, 0, 1, "share", FIX);
    Checks.notBlank(why, "why");
    if (share > 0 && register.isEmpty()) {
      throw new IllegalArgumentException(
          "register must be given where benefits are cut, was empty; the quality of sizes is looked"
              + " up there");
    }
  }

  /**
   * Benefits are taken as the model has them.
   *
   * @return nothing cut
   */
  public static BenefitCut none() {
    return new BenefitCut(
        0, "benefits are as modelled, nothing is cut", Optional.empty(), Optional.empty());
  }

  /**
   * A share of one's own off benefits that rest on assumed sizes.
   *
   * @param register where the quality of sizes is looked up
   * @param share 0.4 for 40%; 0 to 1
   * @param why where it comes from, such as how past savings of the kind turned out
   * @return the choice
   * @throws IllegalArgumentException if {@code share} is out of bounds or {@code why} is blank
   */
  public static BenefitCut onAssumedSizes(EvidenceBase register, double share, String why) {
    Objects.requireNonNull(register, "register");
    return new BenefitCut(share, why, Optional.empty(), Optional.of(register));
  }

  /**
   * A registered share off benefits that rest on assumed sizes. HM Treasury publishes none: its
   * guidance asks for benefits to be adjusted by what one's own past programmes achieved.
   *
   * @param register where the share is, and where the quality of sizes is looked up
   * @param id a figure that is a share of benefits
   * @return the choice
   * @throws IllegalArgumentException if there is no such figure, it is no share, or it is a share
   *     of costs
   */
  public static BenefitCut onAssumedSizes(EvidenceBase register, String id) {
    Objects.requireNonNull(id, "id");
    Figure figure = register.figure(id);
    if (figure.unit() != Unit.SHARE || id.startsWith("optimism-bias-")) {
      throw new IllegalArgumentException(
          "figure of a cut must be a share of benefits, was "
              + id
              + " ("
              + figure.label()
              + ", "
              + figure.unit()
              + "); name one on benefits, or give a share and its reason");
    }
    return new BenefitCut(figure.value(), figure.label(), Optional.of(id), Optional.of(register));
  }

  /** Such as {@code benefits of assumed size cut by 40% (why)}. */
  @Override
  public String toString() {
    return "benefits" + choice();
  }

  /** What is done with benefits, and why. */
  String choice() {
    String size = share == 0 ? "not cut" : "cut by " + percent();
    return " of assumed size " + size + " (" + why + evidence.map(id -> "; " + id).orElse("") + ")";
  }

  private String percent() {
    return String.format(Locale.ROOT, "%.2f", 100 * share).replaceAll("\\.?0+$", "") + "%";
  }
}
