package org.fundinggap.policy;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.FinancialYear;

/**
 * What was tried and measured: family group conferences at pre-proceedings (a randomised trial) and
 * Family Safeguarding in Hertfordshire (before and after, without a control).
 *
 * @param sizes the register
 * @param first the first year in force
 */
record StudiedMeasures(Sizes sizes, FinancialYear first) {
  private static final String WITH = "fgc-in-care-12-months";
  private static final String WITHOUT = "fgc-in-care-12-months-control";
  private static final String FAMILIES = "fgc-families";
  private static final String REACHED = "measure-pre-proceedings-share";
  private static final String OFFERED = "share of entries without a conference today";

  List<Measure> measures() {
    return List.of(conferences(), familySafeguarding());
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  /**
   * What the duty in law leaves of the families in pre-proceedings without a conference. Each child
   * offered a conference is one at pre-proceedings, of whom only the control group's share would
   * have entered.
   */
  private Measure conferences() {
    double duty =
        CurrentLaw.has(sizes.evidence(), sizes.baseYear(), CurrentLaw.FAMILY_DECISIONS)
            ? sizes.number(CurrentLaw.DUTY)
            : 0;
    Size offered = Size.number(1).over(sizes.known(WITHOUT));
    return MeasureDraft.of(
            "family-group-conferences",
            List.of("STUDY-FGC-2024"),
            1,
            "family group conferences before proceedings")
        .meaning(
            "Families in pre-proceedings that the duty in law (from 29 April 2026) does not reach"
                + " have a conference as in the trial too: as many fewer of them enter care, at the"
                + " cost of the conferences.")
        .inForce(
            "The duty to offer a meeting of the family before proceedings, section "
                + "1 of the Act of 29 April 2026 (ACT-2026-21): family-decision-making in "
                + "the baseline. The day from which it binds is not set.")
        .lever(
            withConferences(
                    LeverDraft.drawnAs(CurrentLaw.CONFERENCES, "family-group-conferences", first)
                        .ramp(2)
                        .coverage(1 - duty),
                    sizes)
                .costEach(
                    Payer.COUNCILS,
                    CareEntries.ENTRIES,
                    sizes.prior("measure-conference-cost", offered))
                .alsoInPart())
        .reach(CurrentLaw.DUTY)
        .down(soon(), CareEntries.ENTRIES, Placements.LOOKED_AFTER)
        .up(soon(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  /**
   * The trial's effect among those who go through pre-proceedings, times the share of all entries
   * that do and have no conference today: fewer entries if all of them had one.
   */
  static LeverDraft withConferences(LeverDraft lever, Sizes sizes) {
    return lever
        .multiply(CareEntries.HAZARD_LEVEL, fewer(sizes))
        .inPart(OFFERED, sizes.prior(REACHED));
  }

  /**
   * Relative fall of children in care, with the sampling error of a difference of two proportions
   * from arms of equal size; cut off where it would be zero or more than twice as large. Families
   * count and not children, as if brothers and sisters always went the same way: they were drawn
   * together, and how far they went apart is not published.
   */
  private static Size fewer(Sizes sizes) {
    double with = sizes.number(WITH);
    double without = sizes.number(WITHOUT);
    double arm = sizes.number(FAMILIES) / 2;
    double error = Math.sqrt((with * (1 - with) + without * (1 - without)) / arm);
    double fall = (with - without) / without;
    Distribution effect = Distribution.truncatedNormal(fall, error / without, 2 * fall, 0);
    Size change = sizes.known(WITH).minus(sizes.known(WITHOUT)).over(sizes.known(WITHOUT));
    return new Size(
        effect,
        ImmutableSet.of(WITH, WITHOUT, FAMILIES),
        change.formula() + ", with the sampling error of " + FAMILIES);
  }

  private Measure familySafeguarding() {
    String fall = "family-safeguarding-plans-change";
    return MeasureDraft.of(
            "family-safeguarding",
            List.of("STUDY-HERTS"),
            1,
            "Family Safeguarding: adult specialists in the team")
        .meaning(
            "Plans fall by a part of the fall seen in Hertfordshire before and after, which had no"
                + " control; entries to care may fall too, at the cost of the specialists.")
        .lever(
            LeverDraft.named("family-safeguarding", first)
                .ramp(3)
                .multiply(
                    Protection.PLAN_RATE, sizes.prior("measure-plans-discount", sizes.known(fall)))
                .multiply(
                    CareEntries.HAZARD_LEVEL, sizes.prior("measure-family-safeguarding-entries"))
                .costEach(
                    Payer.COUNCILS,
                    ChildrenInNeed.AVERAGE,
                    sizes.prior("measure-family-safeguarding-cost")))
        .down(soon(), Protection.PLANS, CareEntries.ENTRIES, Placements.LOOKED_AFTER)
        .up(soon(), Payer.COUNCILS.cost())
        .build(sizes);
  }
}
