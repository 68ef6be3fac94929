package org.fundinggap.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import org.fundinggap.Seeded;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.SocialWorkCost;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;

/** Laws of the whole model, on the calibrated baseline with numbers changed. */
@Seeded
@Tag("medium")
class GapLawsProperties {
  private static final String EVIDENCE = "looked-after";

  /** Every child in need and in care gone, in the base year and for good. */
  private static InputsBuilder withoutDemand(FundingRule rule) {
    InputsBuilder inputs = England.inputs(rule).toBuilder();
    for (Variable variable :
        List.of(
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
            Placements.CEASED,
            CareLeavers.STOCK,
            CareLeavers.AVERAGE)) {
      inputs.opening(variable, 0, EVIDENCE);
    }
    for (Placement placement : Placement.values()) {
      inputs.opening(placement.stock(), 0, EVIDENCE).opening(placement.average(), 0, EVIDENCE);
      inputs.opening(placement.othersStock(), 0, EVIDENCE);
      inputs.opening(placement.othersAverage(), 0, EVIDENCE);
    }
    inputs.parameter(CareEntries.ASYLUM_AT_BASE, Distribution.fixed(0), EVIDENCE);
    inputs.parameter(Placements.FLOW_SHORTFALL, Distribution.fixed(0), EVIDENCE);
    return inputs;
  }

  private static Inputs withoutReferralsAndBlockLines(FundingRule rule) {
    InputsBuilder inputs = withoutDemand(rule).opening(Referrals.LEVEL, 0, EVIDENCE);
    for (CostLine line : CostLine.values()) {
      if (line.isBlock()) {
        inputs.parameter(line.unitCost(), Distribution.fixed(0), EVIDENCE);
      }
    }
    return inputs.build();
  }

  private static Inputs withoutChildren(FundingRule rule) {
    return withoutDemand(rule).opening(Children.CHILDREN, 0, EVIDENCE).build();
  }

  @Property(tries = 10)
  void gapIsAllFundingUnspent_whenThereIsNoDemandAndNoBlockLine(@ForAll long seed) {
    for (FundingRule rule : FundingPlan.RULES) {
      assertUnspent(TracedRun.of(withoutReferralsAndBlockLines(rule), 5, seed));
    }
  }

  @Property(tries = 10)
  void gapIsAllFundingUnspent_whenThereAreNoChildren(@ForAll long seed) {
    for (FundingRule rule : FundingPlan.RULES) {
      assertUnspent(TracedRun.of(withoutChildren(rule), 5, seed));
    }
  }

  /** To the bit: zero less a number is that number with its sign turned. */
  private static void assertUnspent(TracedRun run) {
    for (FinancialYear year : run.inputs().years().years()) {
      for (int draw = 0; draw < run.draws(); draw++) {
        assertEquals(0, run.at(Cost.NEED, year, draw));
        double general = run.at(Funding.UNTIED, year, draw);
        assertEquals(-general, run.at(Gap.STAND_STILL.cash(), year, draw));
        assertEquals(-general, run.at(Gap.BUDGET.cash(), year, draw));
        double funding = run.at(Funding.FUNDING, year, draw);
        assertEquals(-funding, run.at(Gap.NEED.cash(), year, draw));
        assertEquals(1, run.at(SocialWorkCost.INTENSITY, year, draw));
        assertEquals(0, run.at(EarlyHelp.LEVEL, year, draw));
      }
    }
  }

  @Property(tries = 20)
  void gapIsCostLessFunding_andRealIsCashOverDeflator(@ForAll long seed) {
    for (FundingRule rule : List.of(FundingRule.REAL_FLAT, FundingRule.FOLLOWS_OUTTURN)) {
      TracedRun run = TracedRun.of(England.inputs(rule), 5, seed);
      for (FinancialYear year : run.inputs().years().years()) {
        for (int draw = 0; draw < run.draws(); draw++) {
          double need = run.at(Cost.NEED, year, draw);
          double general = run.at(Funding.UNTIED, year, draw);
          assertGap(Gap.STAND_STILL, need - general, run, year, draw);
          assertGap(Gap.BUDGET, run.at(Cost.SPENDING, year, draw) - general, run, year, draw);
          double restored = need + run.at(Cost.RESTORATION, year, draw);
          assertGap(Gap.NEED, restored - run.at(Funding.FUNDING, year, draw), run, year, draw);
        }
      }
    }
  }

  private static void assertGap(
      Gap gap, double expected, TracedRun run, FinancialYear year, int draw) {
    FinancialYear base = run.inputs().years().first();
    double size = run.at(Cost.NEED, year, draw);
    assertEquals(expected, run.at(gap.cash(), year, draw), 1e-12 * size, gap.label());
    double real = run.at(gap.real(base), year, draw);
    double deflator = run.at(Inflation.DEFLATOR, year, draw);
    assertEquals(expected, real * deflator, 1e-12 * size, gap.label());
  }

  @Property(tries = 10)
  void realFlatCoreFundingBuysTheSameInEveryDraw(@ForAll long seed) {
    Inputs inputs = England.inputs(FundingRule.REAL_FLAT);
    Variable core = FundingStream.core(FundingRule.REAL_FLAT).amount();
    double atBase = inputs.opening(core).orElseThrow();
    TracedRun run = TracedRun.of(inputs, 5, seed);
    for (FinancialYear year : run.inputs().years().years()) {
      for (int draw = 0; draw < run.draws(); draw++) {
        double real = run.at(core, year, draw) / run.at(Inflation.DEFLATOR, year, draw);
        assertEquals(atBase, real, 1e-8);
      }
    }
  }

  @Property(tries = 20)
  void moreFundingLowersEveryGapByAsMuch(
      @ForAll long seed, @ForAll @DoubleRange(min = 1, max = 5_000) double more) {
    Inputs inputs = England.inputs(FundingRule.CASH_FLAT);
    Variable core = FundingStream.core(FundingRule.CASH_FLAT).amount();
    double atBase = inputs.opening(core).orElseThrow();
    Inputs richer = inputs.toBuilder().opening(core, atBase + more, "ra-budget-net").build();
    TracedRun before = TracedRun.of(inputs, 2, seed);
    TracedRun after = TracedRun.of(richer, 2, seed);
    for (FinancialYear year : inputs.years().years()) {
      for (Gap gap : Gap.values()) {
        double fall = before.at(gap.cash(), year, 1) - after.at(gap.cash(), year, 1);
        assertEquals(more, fall, 1e-9, gap.label());
      }
    }
  }
}
