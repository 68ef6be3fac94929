package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;

/**
 * What there is to spend in the base year, all streams together, ring-fenced new money apart.
 *
 * @param amount GBP million, net, cash; not negative; with the ids of what it comes from
 * @param method how it came about, in a clause
 */
public record BaseFunding(Cited amount, String method) {
  private static final String BUDGET = SettledFunding.BUDGET;

  /** An amount that is this many times more or less than published is a slip of a digit or unit. */
  public static final int FAR = 5;

  /** The method of funding that a user gave. */
  public static final String GIVEN = "given";

  private static final String PUBLISHED = "published budget";
  private static final String REVISED_PREFIX = "revised-budget-rise-";
  private static final String USUAL_OVERSPEND = "overspend-share";

  /**
   * Checks the amount.
   *
   * @param amount as described above
   * @param method as described above
   * @throws IllegalArgumentException if the amount is negative or too large, or no evidence named
   */
  public BaseFunding {
    Checks.within(
        amount.value(), 0, 1_000_000, "base funding in GBP million", "give the net budget");
    Checks.atLeast(amount.ids().size(), 1, "number of evidence ids", "name what it comes from");
  }

  /**
   * An amount that is given, with the evidence that it comes from.
   *
   * @param millions GBP million, net, cash; not negative
   * @param method how it came about, in a clause
   * @param evidence ids of what it comes from; at least one
   * @throws IllegalArgumentException if the amount is negative or not finite, or no evidence named
   */
  public BaseFunding(double millions, String method, List<String> evidence) {
    this(new Cited(millions, ImmutableSet.copyOf(evidence), false), method);
  }

  /**
   * The amount alone.
   *
   * @return GBP million, net, cash
   */
  public double millions() {
    return amount.value();
  }

  /**
   * What it comes from.
   *
   * @return ids, at least one; immutable
   */
  public List<String> evidence() {
    return List.copyOf(amount.ids());
  }

  /**
   * The published budget; where none is held, spending less the published overspend; where that is
   * not held either, spending less a usual overspend.
   *
   * @param evidence the register
   * @param year the base year
   * @return the funding
   */
  public static BaseFunding published(EvidenceBase evidence, FinancialYear year) {
    BaseYearEvidence base = new BaseYearEvidence(evidence, year);
    if (base.has(BUDGET)) {
      return new BaseFunding(base.at(BUDGET), PUBLISHED);
    }
    Cited spent = NetBasis.of(base).net(base);
    String overspend = overspendId(year);
    if (evidence.knows(overspend)) {
      return new BaseFunding(
          spent.minus(base.figure(overspend)), "net spending less the published overspend");
    }
    return new BaseFunding(
        spent.over(Cited.of(1).plus(base.prior(USUAL_OVERSPEND))),
        "net spending less a usual overspend");
  }

  /** What councils found in the base year beyond the amount, as far as an opening counts it. */
  Cited otherMoney(BaseYearEvidence base, Opening opening) {
    return switch (opening) {
      case ORIGINAL_BUDGET -> Cited.from(0, amount);
      case REVISED_BUDGET -> amount.times(base.prior(revisionId(base.year())));
      case CLOSED -> NetBasis.of(base).net(base).minus(amount);
    };
  }

  /**
   * Whether a register has what an opening needs.
   *
   * @param evidence the register
   * @param year the base year
   * @param opening the opening
   * @return false for the revised budget of a year of which no revision is held
   */
  public static boolean hasOpening(EvidenceBase evidence, FinancialYear year, Opening opening) {
    return opening != Opening.REVISED_BUDGET || evidence.hasPrior(revisionId(year));
  }

  /** Refuses an opening that the register has no figure for, or that means nothing. */
  static void requireOpening(EvidenceBase evidence, FinancialYear year, FundingPlan plan) {
    Opening opening = plan.opening();
    if (!hasOpening(evidence, year, opening)) {
      throw new IllegalArgumentException(
          "opening at "
              + opening.phrase()
              + " needs prior "
              + revisionId(year)
              + ", which the register lacks; register by what share it rose, or choose another"
              + " opening");
    }
    if (plan.rule().filter(FundingRule.FOLLOWS_OUTTURN::equals).isPresent()) {
      throw new IllegalArgumentException(
          "opening must be the original budget where budgets follow outturn, which holds what"
              + " councils found, was "
              + opening.phrase()
              + "; choose another rule or opening");
    }
  }

  /**
   * The prior that holds by how much the budget of a year was raised in it, as a share.
   *
   * @param year the year
   * @return its id; the register may not hold it
   */
  public static String revisionId(FinancialYear year) {
    return REVISED_PREFIX + year;
  }

  /**
   * The figure that holds what was spent beyond the budget of a year.
   *
   * @param year the year
   * @return its id; the register may not hold it
   */
  public static String overspendId(FinancialYear year) {
    return "overspend-" + year;
  }

  /**
   * Whether the amount is the published budget, and not one that was given or worked out.
   *
   * @return true if it is
   */
  public boolean isPublished() {
    return method.equals(PUBLISHED);
  }
}
