package org.fundinggap.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.FinancialYear;

/**
 * The measures of the government's strategy of 2023, <em>Stable Homes, Built on Love</em>. Its
 * money was for two years; here they start anew in the first year.
 *
 * @param sizes the register
 * @param first the first year in force
 */
record StableHomes(Sizes sizes, FinancialYear first) {
  private static final List<String> SOURCES = List.of("SEED-2");

  /** Over which the strategy's money was to be spent: its register rows are of two years. */
  private static final int YEARS = 2;

  private static final double MILLION = 1e6;
  private static final String AREAS = "seed-pathfinder-areas";
  private static final String AUTHORITIES = "authorities";
  private static final String STEP = "measure-test-and-learn-step";
  private static final String PILOT_AREAS = "kinship-pilot-2026-areas";
  private static final String PILOT_YEARS = "kinship-pilot-2026-years";

  List<Measure> measures() {
    return List.of(
        pathfinders(),
        leadPractitioner(),
        kinship(),
        nearHome(),
        workforce(),
        dashboard(),
        fosterCarers(),
        testAndLearn());
  }

  private static MeasureDraft draft(int number, String title) {
    return MeasureDraft.of("stable-homes-" + number, SOURCES, number, title);
  }

  private LeverDraft lever(String id) {
    return LeverDraft.named("stable-homes-" + id, first);
  }

  private FinancialYear soon() {
    return first.plus(4);
  }

  private FinancialYear last() {
    return first.plus(YEARS - 1);
  }

  /** What the pathfinders would take a year if all of England had them. */
  private Size ofAllEngland() {
    Size aYear = sizes.money("seed-pathfinders").over(YEARS);
    return aYear.times(sizes.known(AUTHORITIES)).over(sizes.known(AREAS));
  }

  private Measure pathfinders() {
    return draft(1, "family help, tried in 12 areas")
        .meaning(
            "GBP 45 million over two years for family help in 12 of 153 authorities: as much once"
                + " more, for the pathfinders themselves are over.")
        .inForce(
            "The pathfinders ran from 2023 to 2025 in ten councils (FFP-TRANSFORMATION-2025); all"
                + " of England followed from April 2025 with the Families First Partnership, whose"
                + " money is in the baseline's funding (DFE-ANSWER-106342).")
        .lever(
            lever("1")
                .through(last())
                .coverage(sizes.coverage(AREAS, AUTHORITIES))
                .shift(FundingStream.familiesFirst().amount(), ofAllEngland()))
        .up(first.plus(1), EarlyHelp.LEVEL)
        .down(first.plus(3), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER)
        .build(sizes);
  }

  private Measure leadPractitioner() {
    return draft(2, "child protection lead practitioner, joined-up response to harm")
        .meaning(
            "An expert's hours for each conference, beyond the multi-agency teams that grants have"
                + " paid for since April 2025: cases that are weak end earlier, and harm that"
                + " others missed is seen. The range of plans holds both, the mean is a fall.")
        .inForce(
            "Grants have paid for multi-agency child protection teams since April 2025"
                + " (FFP-STATEMENT-2025), section 3 of the Act of 29 April 2026 will make them a"
                + " duty from a day to be set (ACT-2026-21): child-protection-teams in the"
                + " baseline.")
        .lever(
            lever("2")
                .ramp(2)
                .multiply(Protection.PLAN_RATE, sizes.prior("measure-lead-practitioner-plans"))
                .multiply(
                    CareEntries.HAZARD_LEVEL, sizes.prior("measure-lead-practitioner-entries"))
                .costEach(
                    Payer.COUNCILS,
                    Protection.CONFERENCES,
                    sizes.prior("measure-lead-practitioner-hours", sizes.hour())))
        .down(soon(), Protection.PLANS, CareEntries.ENTRIES)
        .up(soon(), Payer.COUNCILS.cost())
        .build(sizes);
  }

  private Measure kinship() {
    Size training = sizes.money("stable-homes-kinship-training").over(YEARS);
    return draft(3, "kinship care: allowance, leave from work, legal aid")
        .meaning(
            "Children leave foster care for kin outside care: in the seven areas of a pilot by an"
                + " allowance, for three and a half years, everywhere by legal aid and leave from"
                + " work. Government pays, training too.")
        .inForce(
            "GBP 126 million for the first two years of the pilot, from 2026 on, were announced on"
                + " 27 February 2026 (KINSHIP-PILOT-2026); its money is not in the baseline. Legal"
                + " aid and leave beyond it are neither law nor paid for, as far as is known.")
        .lever(
            pilot()
                .multiply(Placement.FOSTER.exitRate(), sizes.prior("measure-kinship-exits"))
                .cost(Payer.GOVERNMENT, pilotForAllEngland()))
        .lever(
            lever("3: aid")
                .ramp(1)
                .multiply(Placement.FOSTER.exitRate(), sizes.prior("measure-kin-aid-exits"))
                .cost(Payer.GOVERNMENT, sizes.prior("measure-kin-aid-cost")))
        .lever(lever("3: training").through(last()).cost(Payer.GOVERNMENT, training))
        .reach(PILOT_AREAS, AUTHORITIES, PILOT_YEARS)
        .down(soon(), Placement.FOSTER.stock(), Placements.LOOKED_AFTER)
        .up(soon(), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  /** In whole years in its areas, and in the year in which it ends in a part of them. */
  private LeverDraft pilot() {
    double years = sizes.number(PILOT_YEARS);
    double areas = sizes.coverage(PILOT_AREAS, AUTHORITIES);
    int whole = (int) years;
    return lever("3: allowance")
        .through(first.plus((int) Math.ceil(years) - 1))
        .coverage(Map.of(first, areas, first.plus(whole), areas * (years - whole)));
  }

  /** The pilot's money of a year as if all of England had it; coverage takes its share. */
  private Size pilotForAllEngland() {
    return sizes
        .money("kinship-pilot-2026")
        .over(YEARS)
        .times(sizes.known(AUTHORITIES))
        .over(sizes.known(PILOT_AREAS));
  }

  private Measure nearHome() {
    return draft(4, "placements near home")
        .meaning(
            "Homes near home, planned together, may cost less for each child, and foster placements"
                + " near home hold, so some moves to homes end in foster care instead; government"
                + " pays capital and planning.")
        .inForce(
            "GBP 560 million of capital for homes and foster placements, 2026-27 to 2029-30, are"
                + " announced (DFE-ANSWER-106342, SR-2025) and are the measure"
                + " programme-capital, and cooperatives that plan together programme-cooperatives:"
                + " do not add this to them.")
        .lever(
            lever("4")
                .ramp(3)
                .lag(1)
                .multiply(CostLine.HOMES.unitCost(), sizes.prior("measure-near-home-price"))
                .move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("measure-near-home-homes-moves"))
                .cost(Payer.GOVERNMENT, sizes.prior("measure-near-home-cost")))
        .down(soon(), CostLine.HOMES.need(), Placement.HOMES.stock())
        .up(soon(), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure workforce() {
    String all = "seed-apprentices";
    Size joining = sizes.known(all).over(YEARS);
    Size millions = sizes.known(all).over(MILLION);
    return draft(5, "500 apprentices, less reliance on agencies")
        .meaning(
            "Up to 500 apprentices train for two years at government's cost, then half of them join"
                + " in each of two years, less those who do not; rules that go beyond those in"
                + " force since 31 October 2024 keep vacancies from being covered by agency"
                + " workers.")
        .inForce(
            "National rules on agency social workers since 31 October 2024"
                + " (AGENCY-RULES-2024): agency-rules in the baseline.")
        .lever(
            lever("5: apprentices")
                .through(last())
                .lag(2)
                .shift(
                    Workforce.NEWLY_QUALIFIED, sizes.prior("measure-apprentices-joining", joining))
                .cost(Payer.GOVERNMENT, sizes.prior("measure-apprentice-cost", millions)))
        .lever(
            lever("5: agency")
                .ramp(1)
                .multiply(Workforce.AGENCY_COVER, sizes.prior("measure-agency-cover")))
        .down(soon(), Workforce.AGENCY, Workforce.VACANCIES)
        .up(soon(), Workforce.IN_POST)
        .up(first.plus(1), Payer.GOVERNMENT.cost())
        .build(sizes);
  }

  private Measure dashboard() {
    return draft(6, "national framework and dashboard")
        .meaning("Measures and changes nothing: these outputs are what a dashboard shows.")
        .reports(
            Placements.LOOKED_AFTER,
            Placement.FOSTER.stock(),
            Placement.HOMES.stock(),
            Placements.INDEPENDENT_FOSTER,
            Protection.ENQUIRIES,
            Protection.PLANS,
            Workforce.TURNOVER,
            Workforce.AGENCY,
            Workforce.CASELOAD)
        .build(sizes);
  }

  private Measure fosterCarers() {
    return draft(7, "foster carers' allowance above inflation")
        .meaning(
            "The allowance rises above prices once more as it did over the two years to 2024-25,"
                + " which is in the base year, and beyond the 3.55% of 2025-26; fostering costs"
                + " more, and some moves end in foster care and not in homes.")
        .inForce(
            "The rises of 2023-24 and 2024-25 are in the base year's cost; the rise "
                + "of 3.55% in 2025-26 (ANSWER-38410) is foster-allowances in the "
                + "baseline.")
        .lever(
            lever("7: allowance")
                .ramp(1)
                .multiply(CostLine.FOSTERING.unitCost(), allowance())
                .move(
                    Placement.HOMES.destinationShare(),
                    Placement.FOSTER.destinationShare(),
                    sizes.prior("measure-allowance-retention")))
        .lever(
            lever("7: recruitment")
                .through(last())
                .cost(Payer.GOVERNMENT, sizes.money("stable-homes-fostering").over(YEARS)))
        .up(soon(), CostLine.FOSTERING.need(), Placement.FOSTER.stock())
        .down(soon(), Placement.HOMES.stock())
        .build(sizes);
  }

  /** Real rise of the minimum x allowances' share of the cost x how far allowances follow it. */
  private Size allowance() {
    Size one = Size.number(1);
    Size inOneYear = one.plus(sizes.known("minimum-fostering-allowance-growth-2023-24"));
    Size inTheNext = one.plus(sizes.known("minimum-fostering-allowance-growth-2024-25"));
    Size inflation = prices("2024-25").over(prices("2022-23"));
    Size rise = inOneYear.times(inTheNext).over(inflation).minus(one);
    Size share = sizes.known("gmca-foster-care-allowances").over(sizes.known("gmca-foster-care"));
    return sizes.prior("measure-allowance-reach", rise.times(share));
  }

  /** By the latest vintage, for an earlier base year has no later prices. */
  private Size prices(String year) {
    return sizes.latestPrices(FinancialYear.parse(year));
  }

  private Measure testAndLearn() {
    double start = sizes.coverage(AREAS, AUTHORITIES);
    double step = sizes.number(STEP);
    Map<FinancialYear, Double> steps = new TreeMap<>();
    for (int i = 0; start + (i - 1) * step < 1; i++) {
      steps.put(first.plus(YEARS * i), Math.min(1, start + i * step));
    }
    return draft(8, "test and learn: most areas wait, then follow")
        .meaning(
            "The pathfinders' family help goes from 12 areas to all of England in steps every two"
                + " years, at the same cost for each area, for good: most areas wait.")
        .inForce(
            "All of England has had the Families First Partnership since April 2025, with its money"
                + " in the baseline's funding (DFE-ANSWER-106342): the measure comes on top.")
        .lever(
            lever("8")
                .coverage(steps)
                .shift(FundingStream.familiesFirst().amount(), ofAllEngland()))
        .reach(STEP)
        .up(soon(), EarlyHelp.LEVEL)
        .down(soon(), ChildrenInNeed.STARTED, Placements.LOOKED_AFTER)
        .build(sizes);
  }
}
