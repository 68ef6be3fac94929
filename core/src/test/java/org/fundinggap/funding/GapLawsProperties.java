package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Distribution;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;

/** Laws of the whole model, on the calibrated baseline with numbers changed. */
class GapLawsProperties {
  private static final String EVIDENCE = "looked-after";

  /** Every child gone, in the base year and for good; block lines at nil. */
  private static Inputs withoutDemand(FundingRule rule) {
    InputsBuilder inputs = England.inputs(rule).toBuilder();
    for (Variable variable :
        List.of(
            Referrals.LEVEL,
            ChildrenInNeed.STOCK,
            ChildrenInNeed.AVERAGE,
            ChildrenInNeed.ENDED,
            ChildrenInNeed.ENDED_AS_PUBLISHED,
            Protection.PLANS,
            Protection.PLANS_AVERAGE,
            CareEntries.ASYLUM_STOCK,
            CareEntries.ASYLUM_AVERAGE,
            CareEntries.ASYLUM_ENTRIES,
            Placements.LOOKED_AFTER,
            Placements.LOOKED_AFTER_AVERAGE,
            Placements.STARTED,
            Placements.CEASED)) {
      inputs.opening(variable, 0, EVIDENCE);
    }
    for (Placement placement : Placement.values()) {
      inputs.opening(placement.stock(), 0, EVIDENCE).opening(placement.average(), 0, EVIDENCE);
      inputs.opening(placement.othersStock(), 0, EVIDENCE);
      inputs.opening(placement.othersAverage(), 0, EVIDENCE);
    }
    inputs.parameter(CareEntries.ASYLUM_LEVEL, Distribution.fixed(0), EVIDENCE);
    inputs.parameter(Placements.FLOW_SHORTFALL, Distribution.fixed(0), EVIDENCE);
    for (CostLine line : CostLine.values()) {
      if (line.isBlock()) {
        inputs.parameter(line.unitCost(), Distribution.fixed(0), EVIDENCE);
      }
    }
    return inputs.build();
  }

  @Property(tries = 10)
  void gapIsAllFundingUnspent_whenThereIsNoDemandAndNoBlockLine(@ForAll long seed) {
    for (FundingRule rule :
        List.of(FundingRule.CASH_FLAT, FundingRule.REAL_FLAT, FundingRule.COUNCIL_TAX)) {
      TracedRun run = TracedRun.of(withoutDemand(rule), 5, seed);
      for (FinancialYear year : run.inputs().years().years()) {
        for (int draw = 0; draw < run.draws(); draw++) {
          double funding = run.at(Funding.FUNDING, year, draw);
          assertEquals(-funding, run.at(Gap.STAND_STILL.cash(), year, draw));
          assertEquals(-funding, run.at(Gap.BUDGET.cash(), year, draw));
        }
      }
    }
  }

  @Property(tries = 20)
  void gapIsCostLessFunding_andRealIsCashOverDeflator(@ForAll long seed) {
    for (FundingRule rule : List.of(FundingRule.REAL_FLAT, FundingRule.FOLLOWS_OUTTURN)) {
      TracedRun run = TracedRun.of(England.inputs(rule), 5, seed);
      FinancialYear base = run.inputs().years().first();
      for (FinancialYear year : run.inputs().years().years()) {
        for (int draw = 0; draw < run.draws(); draw++) {
          double need = run.at(Cost.NEED, year, draw);
          double funding = run.at(Funding.FUNDING, year, draw);
          double gap = run.at(Gap.STAND_STILL.cash(), year, draw);
          double real = run.at(Gap.STAND_STILL.real(base), year, draw);
          assertEquals(need, gap + funding, 1e-12 * need);
          assertEquals(gap, real * run.at(Inflation.DEFLATOR, year, draw), 1e-12 * need);
        }
      }
    }
  }

  @Property(tries = 10)
  void realFlatFundingBuysTheSameInEveryDraw(@ForAll long seed) {
    TracedRun run = TracedRun.of(England.inputs(FundingRule.REAL_FLAT), 5, seed);
    for (FinancialYear year : run.inputs().years().years()) {
      for (int draw = 0; draw < run.draws(); draw++) {
        double real = run.at(Funding.FUNDING, year, draw) / run.at(Inflation.DEFLATOR, year, draw);
        assertEquals(14_100, real, 1e-8);
      }
    }
  }

  @Property(tries = 20)
  void moreFundingLowersTheGapByAsMuch(
      @ForAll long seed, @ForAll @DoubleRange(min = 1, max = 5_000) double more) {
    Inputs inputs = England.inputs(FundingRule.CASH_FLAT);
    Variable amount = FundingStream.core(FundingRule.CASH_FLAT).amount();
    TracedRun before = TracedRun.of(inputs, 2, seed);
    TracedRun after =
        TracedRun.of(
            inputs.toBuilder().opening(amount, 14_100 + more, "ra-budget-net").build(), 2, seed);
    for (FinancialYear year : inputs.years().years()) {
      double fall =
          before.at(Gap.STAND_STILL.cash(), year, 1) - after.at(Gap.STAND_STILL.cash(), year, 1);
      assertEquals(more, fall, 1e-9);
    }
  }
}
