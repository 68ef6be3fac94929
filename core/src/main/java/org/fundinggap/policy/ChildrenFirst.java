package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.FinancialYear;

/**
 * The measures of the government's programme of 2016, <em>Putting children first</em>: its three
 * pillars, its Innovation Programme and its reviews. Therapy as part of support stands beside them
 * in the note that reports on it: a wish of the professional body whose note it is, and not a
 * measure of the programme.
 *
 * @param sizes the register
 * @param first the first year in force
 */
record ChildrenFirst(Sizes sizes, FinancialYear first) {
  private static final List<String> SOURCES = List.of("SEED-4");
  private static final String FAILING = "measure-failing-share";
  private static final String PROJECTS = "measure-innovation-share";

  /** A round of bids, as those of this programme. */
  private static final int ROUND = 4;

  List<Measure> measures() {
    return List.of(
        people(), practice(), governance(), innovation(), residential(), safeguarding(), therapy());
  }

  private static MeasureDraft draft(int number, String id, String title) {
    return MeasureDraft.of("children-first-" + id, SOURCES, number, title);
  }

  private LeverDraft lever(String id) {
    return LeverDraft.named("children-first-" + id, first);
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  private Measure people() {
    return draft(1, "1", "people and leadership")
        .meaning("Fewer social workers leave, at a cost to government for each who is kept.")
        .lever(
            lever("1")
                .ramp(2)
                .lag(1)
                .multiply(Workforce.TURNOVER_LEVEL, sizes.prior("measure-turnover"))
                .costEach(
                    Payer.GOVERNMENT,
                    Workforce.IN_POST_AVERAGE,
                    sizes.prior("measure-retention-cost")))
        .down(soon(), Workforce.LEAVERS, Workforce.AGENCY)
        .up(soon(), Workforce.IN_POST, Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure practice() {
    return draft(2, "2", "practice and systems")
        .meaning("Fewer children in need enter care, at a cost of practice for each in need.")
        .lever(
            lever("2")
                .ramp(3)
                .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("measure-practice-entries"))
                .costEach(
                    Payer.COUNCILS, ChildrenInNeed.AVERAGE, sizes.prior("measure-practice-cost")))
        .down(soon(), CareEntries.ENTRIES, Placements.LOOKED_AFTER)
        .up(soon(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  private Measure governance() {
    Size cost = sizes.prior("measure-intervention-cost", sizes.known("authorities"));
    return draft(3, "3", "governance and accountability")
        .meaning(
            "Failing services go to trusts or commissioners, which changes entries there two years"
                + " after councils and not government begin to pay for it. Either way: the range"
                + " holds fewer and more, the mean is a fall.")
        .lever(
            lever("3")
                .ramp(2)
                .lag(2)
                .coverage(sizes.number(FAILING))
                .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("measure-intervention-entries"))
                .cost(Payer.COUNCILS, cost))
        .reach(FAILING)
        .down(soon(), CareEntries.ENTRIES, Placements.LOOKED_AFTER)
        .up(soon(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  private Measure innovation() {
    FinancialYear last = first.plus(ROUND - 1);
    return draft(4, "innovation", "bids to an Innovation Programme")
        .meaning(
            "For four years authorities with projects enter fewer children to care, a year after"
                + " government begins to pay.")
        .lever(
            lever("innovation: projects")
                .through(last)
                .lag(1)
                .coverage(sizes.number(PROJECTS))
                .multiply(CareEntries.HAZARD_LEVEL, sizes.prior("measure-innovation-entries")))
        .lever(
            lever("innovation: programme")
                .through(last)
                .cost(Payer.GOVERNMENT, sizes.prior("measure-innovation-cost")))
        .reach(PROJECTS)
        .down(first.plus(3), CareEntries.ENTRIES, Placements.LOOKED_AFTER)
        .up(first.plus(3), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure residential() {
    return draft(5, "residential", "review of residential care")
        .meaning("A review of the market slows the growth of what homes charge beyond prices.")
        .lever(
            lever("residential")
                .ramp(2)
                .shift(PriceIndex.HOMES.longRunDrift(), sizes.prior("measure-homes-price-growth")))
        .down(soon(), PriceIndex.HOMES.price(), CostLine.HOMES.need(), Gap.STAND_STILL.cash())
        .build(sizes);
  }

  private Measure safeguarding() {
    return draft(6, "safeguarding", "reviews of multi-agency safeguarding")
        .meaning("Partners pay a part of joint work; no effect on demand is claimed.")
        .lever(
            lever("safeguarding")
                .ramp(2)
                .share(CostLine.SAFEGUARDING, Payer.PARTNERS, sizes.prior("measure-partner-share")))
        .down(soon(), CostLine.SAFEGUARDING.need(), Gap.STAND_STILL.cash())
        .up(soon(), Payer.PARTNERS.cost())
        .build(sizes);
  }

  private Measure therapy() {
    return draft(7, "therapy", "specialist therapy as part of support")
        .meaning(
            "Specialist therapy for children looked after, which councils and health pay for;"
                + " foster placements hold, so some moves to homes end in foster care instead. A"
                + " wish of the members of the body whose note the document is, not a measure of"
                + " the government's programme.")
        .lever(
            lever("therapy")
                .ramp(2)
                .lag(1)
                .move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("measure-therapy-homes-moves"))
                .costEach(
                    Payer.COUNCILS,
                    Placements.LOOKED_AFTER_AVERAGE,
                    sizes.prior("measure-therapy-cost"))
                .splitWith(Payer.PARTNERS, sizes.prior("measure-therapy-health-share")))
        .down(soon(), Placement.HOMES.stock())
        .up(soon(), Placement.FOSTER.stock(), Payer.COUNCILS.cost(), Payer.PARTNERS.cost())
        .build(sizes);
  }
}
