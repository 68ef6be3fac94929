package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.evidence.Cited;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * MacAlister's four principles of family help, the programme that his review asks for, and the
 * shift from care to family help that it is to end in.
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
  private static final Variable GRANT = FundingStream.familiesFirst().amount();
  private static final String YEARS = "measure-care-review-years";
  private static final String SHIFT_YEARS = "measure-shift-years";
  private static final String ALL = "care-review-investment";
  private static final String HELP = "care-review-family-help";
  private static final String WORKFORCE = "care-review-workforce";
  private static final String SHIFT = "seed-family-help-shift";

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
            "Others than social workers hold some cases, for which councils pay them; partners pay"
                + " a part of joint work.")
        .lever(
            lever("2")
                .ramp(2)
                .multiply(Workforce.CASE_SHARE, sizes.prior("measure-other-practitioners"))
                .share(CostLine.SAFEGUARDING, Payer.PARTNERS, sizes.prior("measure-partner-share"))
                .costEach(
                    Payer.COUNCILS,
                    ChildrenInNeed.AVERAGE,
                    sizes.prior("measure-other-practitioners-cost")))
        .down(soon(), Workforce.CASE_HOLDERS, Workforce.AGENCY)
        .up(soon(), Payer.PARTNERS.cost(), Payer.COUNCILS.cost())
        .build(sizes);
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
    Cited years = sizes.cited(YEARS);
    Cited help = sizes.money(HELP);
    Cited workforce = sizes.money(WORKFORCE);
    Cited rest = sizes.money(ALL).minus(help).minus(workforce);
    FinancialYear last = first.plus((int) years.value() - 1);
    return draft(5, "programme", "GBP 2.6 billion of investment")
        .meaning(
            "About 2 billion of temporary, ring-fenced money for family help, 253 million for the"
                + " workforce and the rest, over five years in equal parts; then it ends.")
        .lever(
            lever("programme: family help")
                .through(last)
                .shift(GRANT, sizes.known(help.over(years))))
        .lever(
            lever("programme: workforce")
                .through(last)
                .multiply(Workforce.TURNOVER_LEVEL, sizes.prior("measure-turnover"))
                .cost(Payer.GOVERNMENT, sizes.known(workforce.over(years))))
        .lever(
            lever("programme: the rest")
                .through(last)
                .cost(Payer.GOVERNMENT, sizes.known(rest.over(years))))
        .up(first.plus(2), EarlyHelp.LEVEL, Payer.GOVERNMENT.cost())
        .down(soon(), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Workforce.LEAVERS)
        .build(sizes);
  }

  /** Funding as a whole stays: what family help gains, general funding loses. */
  private Measure shift() {
    int years = (int) sizes.number(SHIFT_YEARS);
    Cited amount = sizes.money(SHIFT);
    FinancialYear start = first.plus(years);
    FinancialYear full = start.plus(3);
    return draft(6, "shift", "GBP 1 billion moved from care to family help")
        .meaning(
            "Money for family help that general funding loses: no new money. Unless care comes to"
                + " cost as much less, the gap widens; the model shows what family help prevents.")
        .lever(
            LeverDraft.named("family-help-shift", start)
                .ramp(2)
                .shift(GRANT, sizes.known(amount))
                .shift(Funding.FUNDING, sizes.known(amount.times(-1))))
        .reach(SHIFT_YEARS)
        .up(full, EarlyHelp.LEVEL, Gap.STAND_STILL.cash())
        .down(full, ChildrenInNeed.STARTED, Placements.LOOKED_AFTER, Funding.UNTIED)
        .build(sizes);
  }
}
