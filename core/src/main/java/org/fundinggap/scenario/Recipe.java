package org.fundinggap.scenario;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;

/**
 * What a scenario of England was made from before anything of one's own was added: the settings of
 * a baseline and a plan of funding. {@link #scenario} makes it again.
 *
 * @param register the register, without totals that a part-published baseline projects
 * @param isPartPublished whether it starts from a {@linkplain Baseline#partPublished part-published
 *     year}
 * @param years the base year and the projected years
 * @param funding of the base year
 * @param outlook how children looked after go on in the middle
 * @param cutsEarlyHelp whether a part of a growing gap is met by cutting early help
 * @param lawLeftOut ids of what is law or paid for by the last year and was left out
 * @param plan how funding goes on
 */
public record Recipe(
    EvidenceBase register,
    boolean isPartPublished,
    YearRange years,
    BaseFunding funding,
    Outlook outlook,
    boolean cutsEarlyHelp,
    List<String> lawLeftOut,
    FundingPlan plan) {
  /**
   * Keeps a copy.
   *
   * @param register as described above
   * @param isPartPublished as described above
   * @param years as described above
   * @param funding as described above
   * @param outlook as described above
   * @param cutsEarlyHelp as described above
   * @param lawLeftOut as described above
   * @param plan as described above
   */
  public Recipe {
    Objects.requireNonNull(register, "register");
    Objects.requireNonNull(years, "years");
    Objects.requireNonNull(funding, "funding");
    Objects.requireNonNull(outlook, "outlook");
    Objects.requireNonNull(plan, "plan");
    lawLeftOut = ImmutableList.copyOf(lawLeftOut);
  }

  /**
   * Whether funding of the base year was given, and not read from the register.
   *
   * @return true after {@link Baseline#withFunding}
   */
  public boolean isFundingGiven() {
    return funding.method().equals(BaseFunding.GIVEN);
  }

  /**
   * The baseline.
   *
   * @return made again
   * @throws IllegalArgumentException if the register has not what the settings need
   */
  public Baseline baseline() {
    Baseline start =
        isPartPublished
            ? Baseline.partPublished(register)
            : Baseline.england(register, years.first());
    Baseline set = start.to(years.last()).withOutlook(outlook);
    if (isFundingGiven()) {
      Money amount = Money.ofMillions(funding.millions(), PriceBasis.cash());
      set = set.withFunding(amount, funding.evidence().get(0));
    }
    if (cutsEarlyHelp) {
      set = set.withEarlyHelpCuts();
    }
    for (String id : lawLeftOut) {
      set = set.withoutLaw(id);
    }
    return set;
  }

  /**
   * The scenario as the baseline made it.
   *
   * @return made again, without anything that was added or changed later
   * @throws IllegalArgumentException if the register has not what the settings need
   */
  public Scenario scenario() {
    return baseline().with(plan);
  }

  /** Years and plan. */
  @Override
  public String toString() {
    return "England, " + years + ", " + plan;
  }
}
