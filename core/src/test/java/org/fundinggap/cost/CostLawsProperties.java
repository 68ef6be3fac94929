package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Distribution;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;

/** Laws of cost, on the calibrated baseline with numbers changed. */
class CostLawsProperties {
  private static final String EVIDENCE = "spend-gross";
  private static final int DRAWS = 3;

  private final Inputs baseline = England.inputs(FundingRule.CASH_FLAT);

  private InputsBuilder scaled(double factor) {
    InputsBuilder inputs = baseline.toBuilder();
    for (CostLine line : CostLine.values()) {
      double unitCost = baseline.distribution(line.unitCost()).mean();
      inputs.parameter(line.unitCost(), Distribution.fixed(factor * unitCost), EVIDENCE);
    }
    return inputs;
  }

  @Property(tries = 20)
  void needIsProportionalToPrices(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 3) double factor) {
    TracedRun before = TracedRun.of(baseline, DRAWS, seed);
    TracedRun after = TracedRun.of(scaled(factor).build(), DRAWS, seed);
    for (FinancialYear year : baseline.years().years()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        assertTimes(factor, before, after, Cost.NEED, year, draw);
        assertTimes(factor, before, after, Cost.SPENDING, year, draw);
        for (CostLine line : CostLine.values()) {
          assertTimes(factor, before, after, line.need(), year, draw);
        }
      }
    }
  }

  private static void assertTimes(
      double factor, TracedRun before, TracedRun after, Variable cost, FinancialYear year, int i) {
    double expected = factor * before.at(cost, year, i);
    assertEquals(expected, after.at(cost, year, i), 1e-12 * expected, cost.name());
  }

  @Property(tries = 5)
  void doubledPricesDoubleNeedToTheBit(@ForAll long seed) {
    TracedRun before = TracedRun.of(baseline, DRAWS, seed);
    TracedRun after = TracedRun.of(scaled(2).build(), DRAWS, seed);
    for (FinancialYear year : baseline.years().years()) {
      assertEquals(2 * before.at(Cost.NEED, year, 0), after.at(Cost.NEED, year, 0));
    }
  }

  @Property(tries = 20)
  void needRisesWithTheUnitCostOfItsLineAlone(
      @ForAll long seed,
      @ForAll CostLine dearer,
      @ForAll @DoubleRange(min = 0.01, max = 1) double rise) {
    double unitCost = baseline.distribution(dearer.unitCost()).mean();
    Inputs changed =
        baseline.toBuilder()
            .parameter(dearer.unitCost(), Distribution.fixed(unitCost * (1 + rise)), EVIDENCE)
            .build();
    TracedRun before = TracedRun.of(baseline, DRAWS, seed);
    TracedRun after = TracedRun.of(changed, DRAWS, seed);
    for (FinancialYear year : baseline.years().years()) {
      for (int draw = 0; draw < DRAWS; draw++) {
        assertTrue(after.at(Cost.NEED, year, draw) > before.at(Cost.NEED, year, draw));
        for (CostLine line : CostLine.values()) {
          double change = after.at(line.need(), year, draw) - before.at(line.need(), year, draw);
          assertTrue(line == dearer ? change > 0 : change == 0, line.id());
        }
      }
    }
  }

  @Property(tries = 10)
  void totalIsTheSumOfLines(@ForAll long seed) {
    TracedRun run = TracedRun.of(baseline, DRAWS, seed);
    for (FinancialYear year : baseline.years().years()) {
      double sum = 0;
      double spent = 0;
      for (CostLine line : CostLine.values()) {
        sum += run.at(line.need(), year);
        spent += run.at(line.spending(), year);
      }
      assertEquals(sum, run.at(Cost.GROSS_NEED, year), 1e-12 * sum);
      assertEquals(spent, run.at(Cost.GROSS_SPENDING, year), 1e-12 * spent);
    }
  }

  @Property(tries = 10)
  void dutiesAreSpentInFull_andPolicyMovesBlockLinesAlone(@ForAll long seed) {
    TracedRun run = TracedRun.of(baseline, DRAWS, seed);
    FinancialYear last = baseline.years().last();
    for (CostLine line : CostLine.values()) {
      double need = run.at(line.need(), last);
      double spent = run.at(line.spending(), last);
      if (line.isBlock()) {
        assertEquals(need * run.at(line.policy(), last), spent, 1e-12 * need);
      } else {
        assertEquals(need, spent);
      }
    }
  }
}
