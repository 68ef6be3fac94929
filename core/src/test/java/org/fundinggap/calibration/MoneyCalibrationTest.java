package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Spreads and openings of money, worked out again from the register by the formula. */
@DisplayName("Calibrated numbers of money")
class MoneyCalibrationTest {
  private static final EvidenceBase ALL = England.evidence();
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");

  private static Inputs of(String year) {
    return Baseline.england(ALL, FinancialYear.parse(year)).with(FundingRule.CASH_FLAT).inputs();
  }

  private static double at(String series, FinancialYear year) {
    return ALL.series(series).at(year);
  }

  private static double log(double value) {
    return StrictMath.log(value);
  }

  /** Logarithm of real spending for each child. */
  private static double level(String series, FinancialYear year) {
    return log(at(series, year) / at("children-0-17", year))
        - log(Deflators.of(ALL, BASE).index(year));
  }

  /** Root of (squares about the mean + 4 x belief^2) / (changes - 1 + 4). */
  private static double pooled(double[] changes, double belief) {
    double mean = 0;
    for (double change : changes) {
      mean += change / changes.length;
    }
    double squares = 0;
    for (double change : changes) {
      squares += (change - mean) * (change - mean);
    }
    return Math.sqrt((squares + 4 * belief * belief) / (changes.length - 1 + 4));
  }

  @Test
  @DisplayName("block lines are shaken by the spread of nine real changes, pooled with the belief")
  void policySpreadIsPooled() {
    Inputs inputs = of("2024-25");
    double belief = ALL.prior("policy-spread").centre();
    for (CostLine line : List.of(CostLine.FAMILY_SUPPORT, CostLine.YOUTH_JUSTICE, CostLine.OTHER)) {
      String series = PublishedLine.of(line).spending().plus().get(0);
      double[] changes = new double[9];
      for (int i = 0; i < 9; i++) {
        changes[i] = level(series, BASE.plus(i - 8)) - level(series, BASE.plus(i - 9));
      }
      double expected = pooled(changes, belief);
      // Bounds of 0 and 0.5 lie over four errors away.
      assertEquals(expected, inputs.distribution(line.policySpread()).mean(), 1e-4, line.id());
    }
  }

  @Test
  @DisplayName("of the first base year after a gap rest on the belief: no change is held")
  void policySpreadIsTheBelief_whenNoChangeIsHeld() {
    Inputs inputs = of("2015-16");
    double belief = ALL.prior("policy-spread").centre();
    for (CostLine line : CostLine.values()) {
      if (line.isBlock()) {
        assertEquals(belief, inputs.distribution(line.policySpread()).mean(), 2e-3, line.id());
        assertTrue(group(inputs, line).isEmpty(), line.id());
      }
    }
  }

  @Test
  @DisplayName("of budgets that were cut together move together by half the sample's correlation")
  void policyShocksAreHalfCorrelated() {
    Inputs inputs = of("2024-25");
    Correlation group = group(inputs, CostLine.FAMILY_SUPPORT).orElseThrow();
    double found =
        group.at(
            group.names().indexOf(CostLine.FAMILY_SUPPORT.policyShock().name()),
            group.names().indexOf(CostLine.YOUNG_PEOPLE.policyShock().name()));
    assertEquals(0.34, found, 0.01);
  }

  private static Optional<Correlation> group(Inputs inputs, CostLine line) {
    return inputs.correlations().stream()
        .filter(each -> each.names().contains(line.policyShock().name()))
        .findFirst();
  }

  @Test
  @DisplayName("prices open with the base year's growth beyond the recent drift, as published")
  void deviationIsTheBaseYears() {
    Inputs inputs = of("2024-25");
    double growth =
        log(at("unit-cost-residential", BASE) / at("unit-cost-residential", BASE.plus(-1)))
            - log(1 + Deflators.of(ALL, BASE).growth(BASE));
    // 7,385 pounds after 6,775.
    assertEquals(0.049, growth, 1e-3);
    double drift = inputs.distribution(PriceIndex.HOMES.recentDrift()).mean();
    assertEquals(growth - drift, opening(inputs, PriceIndex.HOMES.deviation()), 1e-5);
    assertEquals(0, opening(inputs, PriceIndex.BLOCK_SERVICES.deviation()));
    // The path of inflation starts from the base year's own growth.
    assertEquals(0, opening(inputs, Inflation.DEVIATION));
    assertEquals(
        inputs.schedule(Inflation.CENTRAL, BASE), opening(inputs, Inflation.INFLATION), 1e-15);
  }

  private static double opening(Inputs inputs, Variable variable) {
    return inputs.opening(variable).orElseThrow();
  }
}
