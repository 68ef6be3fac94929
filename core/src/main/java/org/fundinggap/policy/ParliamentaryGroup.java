package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.FinancialYear;

/**
 * The twelve recommendations of the All Party Parliamentary Group for Children, <em>No Good
 * Options</em>, 2017.
 *
 * @param sizes the register
 * @param first the first year in force
 */
record ParliamentaryGroup(Sizes sizes, FinancialYear first) {
  private static final List<String> SOURCES = List.of("SEED-0", "SEED-1");
  private static final String FAILING = "measure-failing-share";
  private static final String ABOVE = "authority-entries-above-median";
  private static final String BELOW = "authority-need-below-median";
  private static final String ADDED_HAZARD = "measure-added-need-hazard";

  /** The stock of children in need follows those who start by about a year. */
  private static final int LATER = 1;

  List<Measure> measures() {
    return List.of(
        resources(),
        earlyHelp(),
        partners(),
        threshold(),
        variation(),
        churn(),
        locumPay(),
        participation(),
        advocacy(),
        intervention(),
        outcomes(),
        leaders());
  }

  private static MeasureDraft draft(int number, String title) {
    return MeasureDraft.of("appgc-" + number, SOURCES, number, title);
  }

  private LeverDraft lever(int number) {
    return lever(String.valueOf(number));
  }

  private LeverDraft lever(String id) {
    return LeverDraft.named("appgc-" + id, first);
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  private Measure resources() {
    Size shortfall = sizes.money("seed-shortfall-real");
    return draft(1, "government reviews how services are resourced")
        .meaning(
            "A review gives councils general funding for a part of the shortfall that they state,"
                + " from nothing to all of it.")
        .inForce(
            "The settlement of 2026-27 to 2028-29, the first of several years (MHCLG-CSP-2026), is"
                + " in the funding of a scenario, so the measure is beyond it.")
        .lever(
            lever(1).ramp(2).shift(Funding.FUNDING, sizes.prior("measure-review-share", shortfall)))
        .up(soon(), Funding.UNTIED)
        .down(soon(), Gap.STAND_STILL.cash(), Gap.BUDGET.cash())
        .build(sizes);
  }

  /** Councils' half is in need too, as what levers cost them is: it is a choice, and not free. */
  private Measure earlyHelp() {
    return draft(2, "reward investment in early intervention")
        .meaning(
            "Government matches what councils add to family support: ring-fenced money beside as"
                + " much spending of councils' own, which is a cost to them, and what both"
                + " prevent.")
        .inForce(
            "The prevention grant of 2025-26 and the Families First Partnership "
                + "after it, 2.4 billion from 2026-27 to 2028-29 (DFE-ANSWER-106342), are "
                + "in the baseline's funding. The measure is a match on top.")
        .lever(
            lever(2)
                .ramp(2)
                .shift(
                    FundingStream.familiesFirst().amount(), sizes.prior("measure-early-help-match"))
                .alsoShift(CostLine.FAMILY_SUPPORT.spending())
                .alsoShift(Cost.NEED))
        .up(soon(), Funding.FUNDING, CostLine.FAMILY_SUPPORT.spending(), Gap.STAND_STILL.cash())
        .down(soon(), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER)
        .build(sizes);
  }

  private Measure partners() {
    return draft(3, "stronger duties on schools, health and police")
        .meaning(
            "Partners such as schools, health and police help earlier, so fewer referrals come to"
                + " nothing, or share what they know, so more come: the range holds both, the mean"
                + " is a fall. Those that partners spare or add mostly come to nothing, so only a"
                + " share of the change reaches enquiries and children in need. Partners pay a part"
                + " of joint work.")
        .lever(
            lever(3)
                .ramp(2)
                .multiply(Referrals.REFERRALS, sizes.prior("measure-partner-referrals"))
                .offsetBy(ChildrenInNeed.STARTED, sizes.prior("measure-partner-referrals-in-need"))
                .alsoOffsetBy(Protection.ENQUIRY_RATE)
                .share(CostLine.SAFEGUARDING, Payer.PARTNERS, sizes.prior("measure-partner-share")))
        .down(soon(), Referrals.REFERRALS, Gap.STAND_STILL.cash())
        .up(soon(), Payer.PARTNERS.cost())
        .build(sizes);
  }

  private Measure threshold() {
    return draft(4, "review the framework for children in need")
        .meaning(
            "A framework as a threshold: fewer referrals are assessed as not in need, so more"
                + " children get help as in need. Those whom it adds enter care at a share of the"
                + " hazard of others, so entries rise by that share of the rise, a year later, as"
                + " the stock does.")
        .lever(
            lever(4)
                .ramp(2)
                .multiply(ChildrenInNeed.STARTED, sizes.prior("measure-threshold-need"))
                .offsetBy(CareEntries.HAZARD_LEVEL, LATER, sizes.prior(ADDED_HAZARD)))
        .up(soon(), ChildrenInNeed.STOCK, CostLine.SAFEGUARDING.need())
        .build(sizes);
  }

  /**
   * Until councils are modelled one by one, those above or below a median are a share of England.
   */
  private Measure variation() {
    return draft(5, "inquiry into variation in access")
        .meaning(
            "Areas converge from both sides: authorities whose rate of entries to care is above the"
                + " median one's give up a part of what they have beyond it, and those that have"
                + " fewer children in need than at the median rate help a part of those who are"
                + " missing. What it comes to for cost may be either.")
        .lever(
            lever("5: fewer entries")
                .ramp(4)
                .coverage(sizes.number(ABOVE))
                .multiply(
                    CareEntries.HAZARD_LEVEL,
                    sizes.prior(
                        "measure-convergence", sizes.known("authority-entries-excess").times(-1))))
        .lever(
            lever("5: more access")
                .ramp(4)
                .coverage(sizes.number(BELOW))
                .multiply(
                    ChildrenInNeed.STARTED,
                    sizes.prior(
                        "measure-access-convergence", sizes.known("authority-need-shortfall")))
                .offsetBy(CareEntries.HAZARD_LEVEL, LATER, sizes.prior(ADDED_HAZARD)))
        .reach(ABOVE, BELOW)
        .down(soon(), CareEntries.ENTRIES)
        .up(soon(), ChildrenInNeed.STOCK, CostLine.SAFEGUARDING.need())
        .build(sizes);
  }

  private Measure churn() {
    return draft(6, "strategy against churn of social workers")
        .meaning("Fewer social workers leave, at a cost for each who is kept.")
        .inForce(
            "National rules on agency social workers since 31 October 2024"
                + " (AGENCY-RULES-2024): agency-rules in the baseline. They act on who covers "
                + "vacancies and not on who leaves.")
        .lever(
            lever(6)
                .ramp(2)
                .multiply(Workforce.TURNOVER_LEVEL, sizes.prior("measure-turnover"))
                .costEach(
                    Payer.COUNCILS,
                    Workforce.IN_POST_AVERAGE,
                    sizes.prior("measure-retention-cost")))
        .down(soon(), Workforce.LEAVERS, Workforce.AGENCY)
        .up(soon(), Workforce.IN_POST, Payer.COUNCILS.cost())
        .build(sizes);
  }

  private Measure locumPay() {
    return draft(7, "regional memoranda on pay of locums")
        .meaning(
            "A common cap on what an agency social worker costs councils beyond an employed one. It"
                + " bites where the premium would be above it with the regional caps that there"
                + " have been since 1 October 2025.")
        .inForce(
            "Regional caps on what councils pay for an hour, for new assignments "
                + "from 1 October 2025 (AGENCY-RULES-2024): agency-price-caps in the "
                + "baseline.")
        .lever(
            lever(7)
                .ramp(1)
                .cap(SocialWorkCost.AGENCY_PREMIUM, sizes.prior("measure-agency-premium-cap")))
        .down(soon(), CostLine.SAFEGUARDING.need(), Gap.STAND_STILL.cash(), Gap.BUDGET.cash())
        .build(sizes);
  }

  private Measure participation() {
    return draft(8, "children take part in decisions on their care")
        .meaning(
            "Hours of work for each child looked after, who takes part in decisions; foster"
                + " placements hold, so some moves to homes end in foster care instead. All other"
                + " ways out of a placement stay as they are.")
        .lever(
            lever(8)
                .ramp(2)
                .move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("measure-participation-homes-moves"))
                .costEach(
                    Payer.COUNCILS,
                    Placements.LOOKED_AFTER_AVERAGE,
                    sizes.prior("measure-participation-hours", sizes.hour())))
        .down(soon(), Placement.HOMES.stock())
        .up(soon(), Placement.FOSTER.stock(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  private Measure advocacy() {
    return draft(9, "advocacy and reviewing officers protected")
        .meaning(
            "Hours of advocacy and independent review for each child looked after, beyond those of"
                + " today. A right that costs; no effect on demand is claimed.")
        .lever(
            lever(9)
                .ramp(2)
                .costEach(
                    Payer.COUNCILS,
                    Placements.LOOKED_AFTER_AVERAGE,
                    sizes.prior("measure-advocacy-hours", sizes.hour())))
        .up(soon(), Payer.COUNCILS.cost(), Gap.STAND_STILL.cash(), Gap.BUDGET.cash())
        .build(sizes);
  }

  private Measure intervention() {
    return draft(10, "flexible intervention in failing services")
        .meaning(
            "In the share of England whose services fail, intervention changes how many children"
                + " enter care, a year after it begins, and government pays for it: crises that no"
                + " longer grow are fewer entries, harm that was not seen before is more. The range"
                + " holds both, the mean is a fall.")
        .lever(
            lever(10)
                .ramp(2)
                .lag(1)
                .coverage(sizes.number(FAILING))
                .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("measure-intervention-entries"))
                .cost(Payer.GOVERNMENT, eachAuthority("measure-intervention-cost")))
        .reach(FAILING)
        .down(soon(), CareEntries.ENTRIES, Placements.LOOKED_AFTER, Gap.STAND_STILL.cash())
        .up(soon(), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  /** What one authority costs, for all of them; coverage takes its share. */
  private Size eachAuthority(String id) {
    return sizes.prior(id, sizes.known("authorities"));
  }

  private Measure outcomes() {
    return draft(11, "a framework of outcomes")
        .meaning("Measures and changes nothing: these outputs are what such a framework asks for.")
        .reports(
            ChildrenInNeed.STOCK,
            Protection.PLANS,
            Placements.STARTED,
            Placements.LOOKED_AFTER,
            Placement.HOMES.stock(),
            CareLeavers.TURNED_EIGHTEEN)
        .build(sizes);
  }

  private Measure leaders() {
    return draft(12, "national programme for leaders, and partners for failing authorities")
        .meaning(
            "In the share of England whose services fail, fewer social workers leave under leaders"
                + " who are partnered with outstanding ones, at government's cost.")
        .lever(
            lever(12)
                .ramp(2)
                .coverage(sizes.number(FAILING))
                .multiply(Workforce.TURNOVER_LEVEL, sizes.prior("measure-turnover"))
                .cost(Payer.GOVERNMENT, eachAuthority("measure-leadership-cost")))
        .reach(FAILING)
        .down(soon(), Workforce.LEAVERS, Workforce.AGENCY)
        .up(soon(), Payer.GOVERNMENT.cost())
        .build(sizes);
  }
}
