package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An appraisal of England")
class AppraisalEnglandTest {
  private static final Settings SETTINGS = Settings.of(6, 400);
  private static final Scenario BASE = England.baseline().with(FundingRule.CASH_FLAT);

  private static Appraiser appraiser() {
    return Appraiser.of(GreenBook.standard(England.evidence()), OptimismBias.none());
  }

  private static Scenario changed(String name, Parameter parameter, Distribution distribution) {
    Inputs inputs =
        BASE.inputs().toBuilder().parameter(parameter, distribution, "test-figure").build();
    return new Scenario(name, "one number is another", inputs);
  }

  @Test
  @DisplayName("is zero to the bit against itself")
  void itself() {
    Scenario same = new Scenario("same", "the same", BASE.inputs());
    Appraisal zero = appraiser().appraise(new ScenarioPair(BASE, same), SETTINGS);
    for (double each : zero.netPresentValue().values()) {
      assertEquals(0.0, each);
    }
  }

  @Test
  @DisplayName("takes another rule of general funding for a transfer, to the bit")
  void fundingRules() {
    Scenario real = England.baseline().with(FundingRule.REAL_FLAT);
    Appraisal found = appraiser().appraise(new ScenarioPair(BASE, real), SETTINGS);
    for (double each : found.netPresentValue().values()) {
      assertEquals(0.0, each);
    }
    assertEquals(Optional.empty(), found.benefitCostRatio());
    double councils = found.netBenefit(Payer.COUNCILS).presentValue(found.schedule()).mean();
    double government = found.netBenefit(Payer.GOVERNMENT).presentValue(found.schedule()).mean();
    assertTrue(councils > 1_000, "keeping up with prices is worth billions, was " + councils);
    assertEquals(-councils, government, 1e-6);
  }

  @Test
  @DisplayName("agrees with sums worked out from the projection, draw by draw")
  void plainSums() {
    Parameter share = CostLine.SAFEGUARDING.unitCost();
    double usual = BASE.inputs().distribution(share).quantile(0.5);
    Scenario cheaper = changed("cheaper", share, Distribution.fixed(0.9 * usual));
    Projection run =
        Simulation.of(BASE, cheaper).keeping(Appraisal.variables(BASE, cheaper)).run(SETTINGS);
    Appraisal found = appraiser().appraise(run, BASE.name(), "cheaper");
    double[] sums = new double[SETTINGS.draws()];
    for (int year = 0; year < found.years().length(); year++) {
      for (int i = 0; i < sums.length; i++) {
        double saved = resources(run, BASE.name(), year)[i] - resources(run, "cheaper", year)[i];
        sums[i] += saved / StrictMath.pow(1.035, year);
      }
    }
    double[] values = found.netPresentValue().values();
    for (int i = 0; i < sums.length; i++) {
      assertEquals(sums[i], values[i], 1e-8 * Math.abs(sums[i]) + 1e-8);
    }
    assertTrue(found.netPresentValue().quantile(0) > 0, "cheaper in every draw");
    assertEquals(Optional.empty(), found.benefitCostRatio());
    assertHolds(found.toString(), "cheaper against", "Green Book", "2034-35");
  }

  private static double[] resources(Projection run, String scenario, int year) {
    FinancialYear when = BASE.inputs().years().first().plus(year);
    double[] spending = run.outcome(scenario, Cost.SPENDING).in(when).values();
    double[] funding = run.outcome(scenario, Funding.FUNDING).in(when).values();
    double[] general = run.outcome(scenario, Funding.UNTIED).in(when).values();
    double[] deflator = run.outcome(scenario, Inflation.DEFLATOR).in(when).values();
    double[] all = new double[spending.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (spending[i] + funding[i] - general[i]) / deflator[i];
    }
    return all;
  }
}
