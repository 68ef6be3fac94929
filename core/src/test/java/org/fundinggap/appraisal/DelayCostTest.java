package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.fundinggap.cost.Cost;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cost of delay")
class DelayCostTest {
  private static final Settings SETTINGS = Settings.of(4, 500);
  private static final Scenario BASE = Ledger.of("base", 4).build();

  private static Appraiser appraiser() {
    return Appraiser.of(DiscountSchedule.of("quarter", Map.of(1, 0.25)), OptimismBias.none());
  }

  /** Saves 10 + luck in every year from the first after a delay. */
  private static Scenario starting(int delay) {
    double[] spending = new double[4];
    double[] byLuck = new double[4];
    for (int year = 1 + delay; year < 4; year++) {
      spending[year] = -10;
      byLuck[year] = -1;
    }
    return Ledger.of("policy", 4)
        .with(Cost.SPENDING, spending)
        .withLuck(Cost.SPENDING, byLuck)
        .build();
  }

  @Test
  @DisplayName("is what the years that are put off would have been worth, draw by draw")
  void byHand() {
    DelayCost cost = appraiser().costOfDelay(BASE, DelayCostTest::starting, 2, SETTINGS);
    double[] now = cost.now().netPresentValue().values();
    double[] later = cost.later().netPresentValue().values();
    double[] lost = cost.cost().values();
    for (int i = 0; i < lost.length; i++) {
      // Years 1 to 3 are worth 1.952 of a year's saving, year 3 is 0.512, years 1 and 2 are 1.44.
      double saving = now[i] / 1.952;
      assertEquals(0.512 * saving, later[i], 1e-12);
      assertEquals(1.44 * saving, lost[i], 1e-12);
    }
    assertEquals(14.4, cost.cost().mean(), 1.44 * 5 / StrictMath.sqrt(500));
    assertHolds(cost.toString(), "2 years later", "as planned", "cost of delay", "2027-28");
  }

  @Test
  @DisplayName("refuses delays of no year and beyond the horizon")
  void refusals() {
    for (int years : new int[] {0, -1, 4}) {
      assertHolds(
          refusal(() -> appraiser().costOfDelay(BASE, DelayCostTest::starting, years, SETTINGS)),
          "years",
          "[1, 3]",
          "was " + years);
    }
  }

  /** Costs 10 in every year from the first after a delay. */
  private static Scenario paying(int delay) {
    double[] spending = new double[4];
    for (int year = 1 + delay; year < 4; year++) {
      spending[year] = 10;
    }
    return Ledger.of("policy", 4).with(Cost.SPENDING, spending).build();
  }

  private static String text(IntFunction<Scenario> policy, int years) {
    return appraiser().costOfDelay(BASE, policy, years, SETTINGS).toString();
  }

  @Test
  @DisplayName("prints the value now, later and lost, and says where it is cheaper to wait")
  void text() {
    // Years 1 to 3 cost 10 x 1.952, years 2 and 3 cost 10 x 1.152.
    String text = text(DelayCostTest::paying, 1);
    assertHolds(text, "Cost of starting policy 1 year later, GBP million, real 2024-25\n");
    for (String row :
        List.of("as planned +-19.5 ", "1 year later +-11.5 ", "cost of delay +-8.0 ")) {
      assertTrue(text.lines().anyMatch(line -> line.matches(row + ".* 0%")), row + " in " + text);
    }
    assertTrue(
        text.endsWith("left out of both. Negative: by these numbers it is cheaper to wait.\n"));
    String saving = text(DelayCostTest::starting, 1);
    assertTrue(saving.endsWith("what lies beyond is left out of both.\n"), saving);
    String nothing = text(delay -> Ledger.of("policy", 4).build(), 1);
    assertTrue(nothing.endsWith("what lies beyond is left out of both.\n"), nothing);
  }
}
