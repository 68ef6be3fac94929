package org.fundinggap.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.TracedRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Price indices")
class PriceIndexTest {
  private static final String EVIDENCE = "gdp-deflator";
  private static final double HALF_LIFE = 4;

  private final Inputs baseline = England.inputs(FundingRule.CASH_FLAT);

  /**
   * The baseline with the same inflation every year, drifts as given, no shocks and no deviation.
   */
  private InputsBuilder prices(double inflation, double recent, double longRun) {
    InputsBuilder inputs = baseline.toBuilder();
    inputs.schedule(
        Inflation.CENTRAL, England.constant(baseline, StrictMath.expm1(inflation)), EVIDENCE);
    inputs.parameter(Inflation.SPREAD, Distribution.fixed(0), EVIDENCE);
    inputs.parameter(PriceIndex.HALF_LIFE, Distribution.fixed(HALF_LIFE), EVIDENCE);
    for (PriceIndex index : PriceIndex.values()) {
      inputs
          .opening(index.deviation(), 0, EVIDENCE)
          .parameter(index.recentDrift(), Distribution.fixed(recent), EVIDENCE)
          .parameter(index.longRunDrift(), Distribution.fixed(longRun), EVIDENCE)
          .parameter(index.spread(), Distribution.fixed(0), EVIDENCE);
    }
    return inputs;
  }

  @Test
  void pricesStayAtOne_whenThereIsNoInflationNoDriftAndNoShock() {
    TracedRun run = TracedRun.of(prices(0, 0, 0).build(), 5, 1);
    for (FinancialYear year : baseline.years().years()) {
      for (int draw = 0; draw < run.draws(); draw++) {
        assertEquals(1, run.at(Inflation.DEFLATOR, year, draw));
        for (PriceIndex index : PriceIndex.values()) {
          assertEquals(1, run.at(index.price(), year, draw));
        }
      }
    }
  }

  @Test
  void pricesFollowTheDeflator_whenThereIsNoDriftAndNoShock() {
    TracedRun run = TracedRun.of(prices(0.03, 0, 0).build(), 1, 1);
    for (FinancialYear year : baseline.years().years()) {
      double expected = StrictMath.exp(0.03 * baseline.years().first().yearsUntil(year));
      assertEquals(expected, run.at(Inflation.DEFLATOR, year), 1e-13);
      for (PriceIndex index : PriceIndex.values()) {
        assertEquals(expected, run.at(index.price(), year), 1e-13);
      }
    }
  }

  @Test
  @DisplayName("rise by all of the recent drift in the first year and half of it a half-life later")
  void driftFadesFromRecentToLongRun() {
    TracedRun run = TracedRun.of(prices(0, 0.06, 0.02).build(), 1, 1);
    assertEquals(0.06, growth(run, 1), 1e-13);
    assertEquals(0.02 + 0.04 / StrictMath.sqrt(2), growth(run, 3), 1e-13);
    assertEquals(0.02 + 0.04 / 2, growth(run, 5), 1e-13);
    assertEquals(0.02 + 0.04 / 4, growth(run, 9), 1e-13);
  }

  private static double growth(TracedRun run, int years) {
    double now = run.after(years, PriceIndex.HOMES.price());
    return StrictMath.log(now / run.after(years - 1, PriceIndex.HOMES.price()));
  }

  @Test
  @DisplayName("share one general inflation: it moves every index and the deflator alike")
  void inflationIsCommonToAllLines() {
    InputsBuilder inputs = prices(0.02, 0, 0);
    inputs.parameter(Inflation.SPREAD, Distribution.fixed(0.03), EVIDENCE);
    TracedRun run = TracedRun.of(inputs.build(), 20, 7);
    FinancialYear last = baseline.years().last();
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int draw = 0; draw < run.draws(); draw++) {
      double deflator = run.at(Inflation.DEFLATOR, last, draw);
      least = Math.min(least, deflator);
      most = Math.max(most, deflator);
      for (PriceIndex index : PriceIndex.values()) {
        assertEquals(deflator, run.at(index.price(), last, draw), 1e-12 * deflator);
      }
    }
    assertTrue(most / least > 1.1, "inflation must differ between draws");
  }
}
