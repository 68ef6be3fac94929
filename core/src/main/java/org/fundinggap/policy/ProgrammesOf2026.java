package org.fundinggap.policy;

import java.util.List;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.Placement;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.FinancialYear;

/**
 * What law and programmes of 2026 do about placements: a cap on profits, foster places, regional
 * care cooperatives and capital. None of it is in the baseline's numbers but by what it did before
 * the base year.
 *
 * @param sizes the register
 * @param first the first year in force
 */
record ProgrammesOf2026(Sizes sizes, FinancialYear first) {
  private static final String LAW = "ACT-2026-21";
  private static final String FOSTERING = "FOSTERING-2026";
  private static final String PLAN = "fostering-plan-money";
  private static final String COOPERATIVES = "fostering-plan-cooperatives";
  private static final String REGIONS = "measure-cooperatives-share";

  /** Over which the fostering plan's money is to be spent. */
  private static final int PLAN_YEARS = 2;

  /** Over which the capital is to be spent: 2026-27 to 2029-30. */
  private static final int CAPITAL_YEARS = 4;

  List<Measure> measures() {
    return List.of(profitCap(), fosterPlaces(), cooperatives(), capital());
  }

  private static MeasureDraft draft(String id, List<String> sources, String title) {
    return MeasureDraft.of("programme-" + id, sources, 1, title);
  }

  private LeverDraft lever(String id) {
    return LeverDraft.named("programme-" + id, first);
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  /**
   * What is taken of the margin lowers what a place costs; places that leave the market for it make
   * the others dearer, in proportion. So the two belong to one draw of how hard the cap bites.
   */
  private Measure profitCap() {
    Size margin = sizes.known("cma-homes-margin").times(sizes.known("nao-2025-private-share"));
    return draft("profit-cap", List.of(LAW, "CMA-2021"), "a cap on profits of children's homes")
        .meaning(
            "A cap takes a share of the margin of private homes, from nothing to half of it, off"
                + " what councils pay; where providers leave for it, places are scarce and dearer,"
                + " which may cost more than the cap saves.")
        .inForce(
            "The Act of 29 April 2026 gives the power (ACT-2026-21, section 17); no cap is in"
                + " force, as far as is known.")
        .lever(
            lever("profit-cap")
                .ramp(2)
                .lag(1)
                .multiply(CostLine.HOMES.unitCost(), margin.times(-1))
                .inPart("share of the margin that a cap takes", sizes.prior("measure-profit-cap"))
                .multiply(PriceIndex.HOMES.price(), sizes.prior("measure-profit-cap-scarcity"))
                .alsoInPart())
        .down(soon(), CostLine.HOMES.need(), Gap.STAND_STILL.cash())
        .build(sizes);
  }

  private Measure fosterPlaces() {
    Size ofHomes = sizes.known("fostering-plan-places").over(sizes.inBaseYear("placed-homes"));
    return draft("foster-places", List.of(FOSTERING), "10,000 more foster places")
        .meaning(
            "Of 10,000 more places a share is net new and holds a child who would be in a home:"
                + " so many of the moves to homes end in foster care instead. Most new places make"
                + " up for carers who leave, or hold children who would be fostered anyway.")
        .inForce(
            "GBP 88 million over two years from 2026-27, by the written statement of 4 February"
                + " 2026 (FOSTERING-2026), by the trade press from other budgets; neither its money"
                + " nor its places are in the baseline. Cooperatives' part is"
                + " programme-cooperatives.")
        .lever(
            lever("foster-places: places")
                .ramp(2)
                .lag(1)
                .move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("measure-foster-places-from-homes", ofHomes)))
        .lever(
            lever("foster-places: money")
                .through(first.plus(PLAN_YEARS - 1))
                .cost(
                    Payer.GOVERNMENT,
                    sizes.money(PLAN).minus(sizes.money(COOPERATIVES)).over(PLAN_YEARS)))
        .up(soon(), Placement.FOSTER.stock(), CostLine.FOSTERING.need())
        .down(soon(), Placement.HOMES.stock(), CostLine.HOMES.need(), Gap.STAND_STILL.cash())
        .up(first.plus(1), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure cooperatives() {
    return draft("cooperatives", List.of(LAW, FOSTERING), "regional care cooperatives")
        .meaning(
            "Councils of two regions plan and buy placements together: what homes and fostering"
                + " cost there may fall, or rise where one buyer meets few sellers and pays for the"
                + " work. The range holds both, the mean is a fall.")
        .inForce(
            "Two pathfinder regions are at work, with GBP 10.8 million in the fostering plan of 4"
                + " February 2026 (FOSTERING-2026); the sections of the Act of 29 April 2026 on"
                + " cooperatives were not read (ACT-2026-21).")
        .lever(
            lever("cooperatives: prices")
                .ramp(3)
                .lag(1)
                .coverage(sizes.number(REGIONS))
                .multiply(CostLine.HOMES.unitCost(), sizes.prior("measure-cooperative-homes"))
                .multiply(
                    CostLine.FOSTERING.unitCost(), sizes.prior("measure-cooperative-fostering")))
        .lever(
            lever("cooperatives: money")
                .through(first.plus(PLAN_YEARS - 1))
                .cost(Payer.GOVERNMENT, sizes.money(COOPERATIVES).over(PLAN_YEARS)))
        .reach(REGIONS)
        .down(soon(), CostLine.HOMES.need(), CostLine.FOSTERING.need(), Gap.STAND_STILL.cash())
        .up(first.plus(1), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure capital() {
    return draft("capital", List.of("DFE-ANSWER-106342"), "capital for homes and foster placements")
        .meaning(
            "Government pays to refurbish and expand homes and for foster placements; more places"
                + " may lower what a home costs, or may not where staff and not buildings are what"
                + " is scarce.")
        .inForce(
            "GBP 560 million of 2026-27 to 2029-30 (DFE-ANSWER-106342, SR-2025); capital is not in"
                + " the baseline, whose spending is revenue.")
        .lever(
            lever("capital: places")
                .ramp(CAPITAL_YEARS - 1)
                .lag(2)
                .multiply(CostLine.HOMES.unitCost(), sizes.prior("measure-capital-homes")))
        .lever(
            lever("capital: money")
                .through(first.plus(CAPITAL_YEARS - 1))
                .cost(
                    Payer.GOVERNMENT, sizes.money("homes-and-foster-capital").over(CAPITAL_YEARS)))
        .down(soon(), CostLine.HOMES.need(), Gap.STAND_STILL.cash())
        .up(first.plus(3), Payer.GOVERNMENT.cost())
        .build(sizes);
  }
}
