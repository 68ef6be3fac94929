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
import org.fundinggap.published.PublishedLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Spreads and openings of money, worked out again from the register by the formula. */
@DisplayName("Calibrated numbers of money:")
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
        log(1 + inputs.schedule(Inflation.CENTRAL, BASE)),
        opening(inputs, Inflation.INFLATION),
        1e-15);
  }

  private static double opening(Inputs inputs, Variable variable) {
    return inputs.opening(variable).orElseThrow();
  }

  @Test
  @DisplayName("one belief is the long run of every price, and the recent drift is pooled with it")
  void driftsArePooledWithOneBelief() {
    Inputs inputs = of("2024-25");
    for (PriceIndex index : PriceIndex.values()) {
      assertEquals(0.015, inputs.distribution(index.longRunDrift()).mean(), 1e-9, index.name());
    }
    double published = log(7385.0 / 3430) / 8;
    double prices = log(index("2024-25") / index("2016-17")) / 8;
    double recent = inputs.distribution(PriceIndex.HOMES.recentDrift()).mean();
    // 6.2% a year, with an error of 2.4% beside a belief of 1.5% and 2%.
    assertEquals(0.062, published - prices, 1e-3);
    assertEquals(0.41, (recent - 0.015) / (published - prices - 0.015), 0.02);
    assertEquals(0.015, inputs.distribution(PriceIndex.BLOCK_SERVICES.recentDrift()).mean(), 1e-9);
  }

  private static double index(String year) {
    return Deflators.of(ALL, BASE).index(FinancialYear.parse(year));
  }

  @Test
  @DisplayName("the rest of care has grown since its content last changed, in 2019-20")
  void restOfCareIsWhatItsPartsLeave() {
    Inputs inputs = of("2024-25");
    double first = rest("2019-20", 4165, 7_100, 600, 56_950, 466.023387);
    double last = rest("2024-25", 7385, 9_480, 765, 54_820, 817.159484);
    double before = rest("2023-24", 6775, 8_710, 720, 55_960, 738.593963);
    assertEquals(0.042, (last - first) / 5, 1e-3);
    double drift = inputs.distribution(PriceIndex.OTHER_LOOKED_AFTER.recentDrift()).mean();
    assertTrue(drift > 0.015 && drift < 0.042, () -> "drift " + drift);
    assertEquals(
        last - before - drift, opening(inputs, PriceIndex.OTHER_LOOKED_AFTER.deviation()), 1e-5);
  }

  /** Logarithm of the real rest for each child looked after; homes and fostering a child a week. */
  private static double rest(
      String year, double home, double homes, double foster, double fostered, double leaving) {
    FinancialYear when = FinancialYear.parse(year);
    double spent =
        at("spend-looked-after-gross", when)
            - 52.14e-6 * (home * homes + foster * fostered)
            - leaving;
    return log(spent / at("looked-after", when) / index(year));
  }
}
