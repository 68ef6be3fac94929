package org.fundinggap.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.benchmarks.ReferenceWorkload.Difference;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The reference workload")
@Tag("medium")
class ReferenceWorkloadTest {
  private static final FinancialYear LAST = ReferenceWorkload.YEARS.last();

  @Test
  @DisplayName("gives the right mean and spread")
  void givesRightMeanAndSpread() {
    Settings settings = Settings.of(42, 1 << 17);
    Draws gap =
        ReferenceWorkload.simulation().run(settings).outcome(ReferenceWorkload.GAP).in(LAST);
    RightAnswer.check(gap.mean(), gap.standardDeviation(), gap.size());
  }

  @Test
  @DisplayName("starts from the gap of the base year, the same in every draw")
  void baseYearIsFixed() {
    Projection run = ReferenceWorkload.simulation().run(Settings.of(42, 100));
    Draws gap = run.outcome(ReferenceWorkload.GAP).in(ReferenceWorkload.YEARS.first());
    double cost =
        0.0005 * 621_470 + 0.0025 * 394_400 + 0.009 * 50_310 + 0.03 * 34_000 + 0.05 * 18_000;
    assertEquals(cost + 0.2 * 8_000 - 8_300, gap.mean(), 1e-9);
    assertEquals(0, gap.standardDeviation(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("has scenarios that start with itself and differ")
  void scenariosDiffer(Difference difference) {
    Settings settings = Settings.of(42, 1_000);
    Projection run = ReferenceWorkload.scenarios(difference, 3).run(settings);
    Draws first = run.outcome(difference + " 0", ReferenceWorkload.GAP).in(LAST);
    Draws second = run.outcome(difference + " 1", ReferenceWorkload.GAP).in(LAST);
    Draws alone =
        ReferenceWorkload.simulation().run(settings).outcome(ReferenceWorkload.GAP).in(LAST);
    assertEquals(alone.mean(), first.mean());
    assertNotEquals(first.mean(), second.mean());
    assertTrue(run.scenarios().size() == 3);
  }
}
