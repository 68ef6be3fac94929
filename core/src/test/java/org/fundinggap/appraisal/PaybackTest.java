package org.fundinggap.appraisal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Payback")
class PaybackTest {

  private static Appraiser undiscounted() {
    return Appraiser.of(DiscountSchedule.of("zero", Map.of(1, 0.0)), OptimismBias.none());
  }

  /** Of net benefits from 2024-25 on. */
  private static Payback of(Appraiser appraiser, double... benefits) {
    double[] spending = new double[benefits.length];
    for (int i = 0; i < benefits.length; i++) {
      spending[i] = -benefits[i];
    }
    Scenario base = Ledger.of("base", benefits.length).build();
    Scenario policy = Ledger.of("policy", benefits.length).with(Cost.SPENDING, spending).build();
    return appraiser.appraise(new ScenarioPair(base, policy), Settings.of(1, 3)).payback();
  }

  private static Optional<FinancialYear> median(double... benefits) {
    return of(undiscounted(), benefits).medianYear();
  }

  @Test
  @DisplayName("is the first year from which the sum so far is never below zero")
  void byHand() {
    // Sums: 0, -10, -6, -2, 2
    assertEquals(Optional.of(year(2028)), median(0, -10, 4, 4, 4));
    // 0, -8, -4, 0: zero is enough
    assertEquals(Optional.of(year(2027)), median(0, -8, 4, 4));
    // 0, -10, -6, -2
    assertEquals(Optional.empty(), median(0, -10, 4, 4));
    // 0, -5, 5, -5, 5: the first 5 does not last
    assertEquals(Optional.of(year(2028)), median(0, -5, 10, -10, 10));
    // 0, 5, -5: good at first, bad in the end
    assertEquals(Optional.empty(), median(0, 5, -10));
    // 0, 0, 3, 4: nothing happens before 2026-27
    assertEquals(Optional.of(year(2026)), median(0, 0, 3, 1));
  }

  @Test
  @DisplayName("comes later when later benefits are worth less")
  void discounted() {
    Appraiser quarter =
        Appraiser.of(DiscountSchedule.of("quarter", Map.of(1, 0.25)), OptimismBias.none());
    // -10 x 0.8 = -8, + 6 x 0.64 = -4.16, + 6 x 0.512 = -1.088, + 6 x 0.4096 = 1.3696
    assertEquals(Optional.of(year(2028)), of(quarter, 0, -10, 6, 6, 6).medianYear());
    assertEquals(Optional.of(year(2027)), median(0, -10, 6, 6, 6));
  }

  @Test
  @DisplayName("has a year of its own in every draw")
  void distribution() {
    // Cost 10 in year 1, then 5 (1 + luck) a year; luck is 0, 1 or -2, each as likely as another:
    // paid back in year 3, in year 2, never.
    Scenario base = Ledger.of("base", 4).build();
    Ledger policy = Ledger.of("policy", 4).with(Cost.SPENDING, 0, 10, -5, -5);
    policy.withLuck(Cost.SPENDING, 0, 0, -5, -5);
    policy.luck(Distribution.empirical(0, 1, -2));
    Payback found =
        undiscounted()
            .appraise(new ScenarioPair(base, policy.build()), Settings.of(7, 9_000))
            .payback();
    // Five standard errors of a third of 9,000 draws are 0.025.
    assertEquals(0, found.probabilityBy(year(2025)));
    assertEquals(1.0 / 3, found.probabilityBy(year(2026)), 0.025);
    assertEquals(2.0 / 3, found.probabilityBy(year(2027)), 0.025);
    assertEquals(found.probabilityBy(year(2027)), found.probability());
    assertEquals(StrictMath.sqrt(2.0 / 9 / 9_000), found.probabilityError(), 1e-4);
    assertEquals(0, found.probabilityErrorBy(year(2025)), 2e-4); // in no draw
    assertEquals(StrictMath.sqrt(2.0 / 9 / 9_000), found.probabilityErrorBy(year(2026)), 1e-4);
    assertEquals(Optional.of(year(2027)), found.medianYear());
    assertHolds(found.toString(), "median 2027-28", "in 67% of draws");
    assertHolds(refusal(() -> found.probabilityBy(year(2030))), "2030-31");
  }

  @Test
  @DisplayName(
      "of a policy that changes no net benefit has no probability and no year, and says so")
  void ofNothing() {
    Payback nothing = of(undiscounted(), 0, 0, 0);
    assertTrue(nothing.isOfNothing());
    assertEquals(Double.NaN, nothing.probability());
    assertEquals(Double.NaN, nothing.probabilityBy(year(2024)));
    assertEquals(Double.NaN, nothing.probabilityError());
    assertEquals(Optional.empty(), nothing.medianYear());
    assertHolds(nothing.toString(), "nothing to pay back");
    assertFalse(of(undiscounted(), 0, 0, 3).isOfNothing());
  }

  @Test
  @DisplayName("says so when it is not within the years")
  void never() {
    Payback never = of(undiscounted(), 0, -1, 0.5);
    assertEquals(0, never.probability());
    assertHolds(never.toString(), "not within the years", "0% of draws");
  }

  @Test
  @DisplayName("says when it comes, or that there is nothing to pay back")
  void texts() {
    assertEquals(
        "median 2028-29; by 2028-29 in 100% of draws",
        of(undiscounted(), 0, -10, 4, 4, 4).toString());
    assertEquals(
        "median not within the years; by 2026-27 in 0% of draws",
        of(undiscounted(), 0, -1, 0.5).toString());
    assertEquals(
        "nothing to pay back: the net benefit is zero in every draw",
        of(undiscounted(), 0, 0, 0).toString());
  }
}
