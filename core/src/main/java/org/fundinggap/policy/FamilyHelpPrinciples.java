package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * MacAlister's four principles of family help and the shift from care to family help as he named
 * them at a meeting, and the programme that his review of 2022 asks for.
 *
 * <p>What has been paid since 2023 is said to reach what the review asked for: the one less the
 * other is nothing, and what is still to come of it is in the baseline's funding. So a measure that
 * is the review's programme beyond what is paid would be empty, and the programme here is what as
 * much once more would do. Only so is nothing counted twice.
 *
 * <p>Programme and shift are different money and are never added: the one is temporary and new, the
 * other permanent and taken from care. Amounts whose prices are not stated count as base-year
 * prices.
 *
 * <p>The third principle moves what early help prevents, so it is refused where a gap cuts early
 * help, for the gain of that loop has to be shown to be below 1.
 *
 * @param sizes the register
 * @param first the first year in force
 */
record FamilyHelpPrinciples(Sizes sizes, FinancialYear first) {
  private static final List<String> SOURCES = List.of("SEED-3");
  private static final List<String> REVIEW = List.of("CARE-REVIEW-2022");
  private static final Variable GRANT = FundingStream.familiesFirst().amount();
  private static final String YEARS = "measure-care-review-years";
  private static final String SHIFT_YEARS = "measure-shift-years";
  private static final String ALL = "care-review-investment";
  private static final String PAID = "sr-2025-total-since-2023";
  private static final String HELP = "care-review-family-help";
  private static final String WORKFORCE = "care-review-workforce";
  private static final String SHIFT = "seed-family-help-shift";
  private static final String OTHERS = "measure-other-practitioners";
  static final String MOST_CASES = "measure-other-practitioners-most";

  List<Measure> measures() {
    return List.of(local(), multiAgency(), resourced(), trusted(), programme(), shift());
  }

  private static MeasureDraft draft(int number, String id, String title) {
    return MeasureDraft.of("family-help-" + id, SOURCES, number, title);
  }

  private LeverDraft lever(String id) {
    return LeverDraft.named("family-help-" + id, first);
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  private Measure local() {
    return draft(1, "1", "local, and built on what a community has")
        .meaning("The same money reaches further, as communities add to it.")
        .lever(lever("1").ramp(2).shift(EarlyHelp.LEVEL, sizes.prior("measure-community-reach")))
        .up(soon(), EarlyHelp.LEVEL)
        .down(soon(), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Gap.STAND_STILL.cash())
        .build(sizes);
  }

  private Measure multiAgency() {
    return draft(2, "2", "multi-agency, not for social workers alone")
        .meaning(
            "Others than social workers hold a share of the cases, one of them for each case holder"
                + " whom they replace, and councils pay them. Posts fall by those who held the"
                + " cases and their supervision; posts that hold none stay. Partners pay a part of"
                + " joint multi-agency work.")
        .inForce(
            "Family help teams have held cases since April 2025 (FFP-STATEMENT-2025): family-help"
                + " in the baseline. The measure is more of it.")
        .lever(
            lever("2")
                .ramp(2)
                .multiply(Workforce.CASE_SHARE, sizes.known(MOST_CASES).times(-1))
                .inPart("share of those cases that others hold", sizes.prior(OTHERS))
                .offsetBy(Workforce.POSTS_PER_HOLDER, sizes.prior("measure-posts-with-cases"))
                .costEach(Payer.COUNCILS, ChildrenInNeed.AVERAGE, othersForEachChild())
                .alsoInPart()
                .share(CostLine.SAFEGUARDING, Payer.PARTNERS, sizes.prior("measure-partner-share")))
        .down(soon(), Workforce.CASE_HOLDERS, Workforce.POSTS, Workforce.AGENCY)
        .up(soon(), Payer.PARTNERS.cost(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  /**
   * One for each case holder of the base year, of those whose cases others may hold at the most.
   */
  private Size othersForEachChild() {
    Size each = sizes.inBaseYear("case-holders").over(sizes.inBaseYear("children-in-need"));
    return sizes.prior("measure-other-practitioner-pay", each.times(sizes.known(MOST_CASES)));
  }

  private Measure resourced() {
    return draft(3, "3", "well resourced and evidenced")
        .meaning(
            "More ring-fenced money for good, and a pound of early help does what more of it would"
                + " where services follow evidence.")
        .lever(
            lever("3")
                .ramp(2)
                .shift(GRANT, sizes.prior("measure-family-help-money"))
                .shift(EarlyHelp.LEVEL, sizes.prior("measure-evidence-gain")))
        .up(soon(), EarlyHelp.LEVEL, Funding.FUNDING)
        .down(soon(), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Gap.STAND_STILL.cash())
        .build(sizes);
  }

  private Measure trusted() {
    return draft(4, "4", "the tension between welfare and protection resolved")
        .meaning(
            "Fewer enquiries, and so fewer plans, and fewer entries to care of families who trust"
                + " those who help. No cost line follows enquiries.")
        .lever(
            lever("4")
                .ramp(3)
                .multiply(Protection.ENQUIRY_RATE, sizes.prior("measure-enquiries"))
                .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("measure-trust-entries")))
        .down(soon(), Protection.ENQUIRIES, Protection.PLANS, CareEntries.ENTRIES)
        .down(soon(), Placements.LOOKED_AFTER, Gap.STAND_STILL.cash())
        .build(sizes);
  }

  private Measure programme() {
    Size years = sizes.known(YEARS);
    Size help = sizes.money(HELP);
    Size workforce = sizes.money(WORKFORCE);
    Size rest = sizes.money(ALL).minus(help).minus(workforce);
    FinancialYear last = first.plus((int) years.value() - 1);
    return MeasureDraft.of(
            "family-help-programme", REVIEW, 1, "as much as the Care Review asked for, once more")
        .meaning(
            "GBP 2.6 billion on top of what is paid: about 2 billion of temporary, ring-fenced"
                + " money for family help, 253 million for the workforce and the rest, over four"
                + " years in equal parts; then it ends. Reports of the review say four years or"
                + " five.")
        .inForce(
            "Paid since 2023 and planned are 2.6 billion by what the Spending Review said"
                + " (SR-2025), so what the review asked for beyond that is nothing. The Families"
                + " First Partnership, 2.4 billion from 2026-27 to 2028-29 (DFE-ANSWER-106342), is"
                + " in the baseline's funding, and the measure comes on top of it.")
        .lever(lever("programme: family help").through(last).shift(GRANT, help.over(years)))
        .lever(
            lever("programme: workforce")
                .through(last)
                .multiply(Workforce.TURNOVER_LEVEL, sizes.prior("measure-turnover"))
                .cost(Payer.GOVERNMENT, workforce.over(years)))
        .lever(lever("programme: the rest").through(last).cost(Payer.GOVERNMENT, rest.over(years)))
        .reach(PAID)
        .up(first.plus(2), EarlyHelp.LEVEL, Payer.GOVERNMENT.cost())
        .down(last, ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Workforce.LEAVERS)
        .build(sizes);
  }

  /** Funding as a whole stays: what family help gains, general funding loses. */
  private Measure shift() {
    int years = (int) sizes.number(SHIFT_YEARS);
    Size amount = sizes.money(SHIFT);
    FinancialYear start = first.plus(years);
    FinancialYear full = start.plus(3);
    return draft(5, "shift", "GBP 1 billion moved from care to family help")
        .meaning(
            "Money for family help that general funding loses: no new money. Unless care comes to"
                + " cost as much less, the gap widens; the model shows what family help prevents.")
        .lever(
            LeverDraft.named("family-help-shift", start)
                .ramp(2)
                .shift(GRANT, amount)
                .shift(Funding.FUNDING, amount.times(-1)))
        .reach(SHIFT_YEARS)
        .up(full, EarlyHelp.LEVEL, Gap.STAND_STILL.cash())
        .down(full, ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Funding.UNTIED)
        .build(sizes);
  }
}
