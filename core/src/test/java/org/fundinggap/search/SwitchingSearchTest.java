package org.fundinggap.search;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalDouble;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.Ledger;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.lever.Payer;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search for a switching value")
class SwitchingSearchTest {
  private static final Settings SETTINGS = Settings.of(4, 1_000);
  private static final Appraiser APPRAISER =
      Appraiser.of(DiscountSchedule.of("quarter", Map.of(1, 0.25)), OptimismBias.none());

  private static final Scenario BASE = Ledger.of("base", 3).build();

  /** Costs {@code cost} in year 1 and saves 30 + 8 luck in year 2. */
  private static ScenarioPair pair(double cost) {
    Ledger policy = Ledger.of("policy", 3).with(Payer.GOVERNMENT.cost(), 0, cost, 0);
    policy.with(Cost.SPENDING, 0, 0, -30).withLuck(Cost.SPENDING, 0, 0, -8);
    return new ScenarioPair(BASE, policy.build());
  }

  @Test
  @DisplayName("finds where the mean is zero on the same draws, with its error")
  void found() {
    SwitchingValue found =
        SwitchingSearch.of("own cost", SwitchingSearchTest::pair)
            .between(0, 100)
            .run(APPRAISER, SETTINGS);
    // -0.8 cost + 0.64 (30 + 8 mean luck) = 0, so cost = 0.8 (30 + 8 mean luck)
    double saved = APPRAISER.appraise(pair(0), SETTINGS).netPresentValue().mean();
    assertEquals(saved / 0.8, found.value().getAsDouble(), 1e-4);
    // Mean luck has a standard error of 1 / sqrt(1000); three of it are 0.6 of cost.
    assertEquals(24, found.value().getAsDouble(), 0.6);
    assertEquals(0.8 * 8 / StrictMath.sqrt(1_000), found.error(), 0.02);
    assertEquals(saved, found.atLower());
    assertEquals(saved - 80, found.atUpper(), 1e-9);
    assertEquals(0, found.residual(), 1e-4);
    assertHolds(found.toString(), "own cost switches at 2", "at 0", "at 100");
  }

  @Test
  @DisplayName("of a parameter fixes it in both scenarios")
  void ofParameter() {
    // The net value is 0.64 (30 + 8 luck) - 8: zero where luck is (12.5 - 30) / 8.
    SwitchingValue found =
        SwitchingSearch.of(Ledger.LUCK, pair(10)).between(-10, 10).run(APPRAISER, SETTINGS);
    assertEquals((12.5 - 30) / 8, found.value().getAsDouble(), 1e-4);
    assertEquals(0, found.error(), 1e-12); // nothing else is drawn
    assertHolds(found.toString(), "luck");
  }

  @Test
  @DisplayName("says that no value between the bounds switches, with both ends")
  void none() {
    SwitchingValue none =
        SwitchingSearch.of("own cost", SwitchingSearchTest::pair)
            .between(0, 10)
            .run(APPRAISER, SETTINGS);
    assertEquals(OptionalDouble.empty(), none.value());
    assertEquals(none.atLower() - 8, none.atUpper(), 1e-9);
    assertHolds(none.toString(), "no value of own cost", "at 0", "at 10");
  }

  @Test
  @DisplayName("refuses bounds and accuracies that are none, and unknown parameters")
  void refusals() {
    SwitchingSearch search = SwitchingSearch.of("own cost", SwitchingSearchTest::pair);
    assertHolds(refusal(() -> search.between(1, 1)), "least", "below most 1.0");
    assertHolds(refusal(() -> search.between(Double.NaN, 1)), "least", "NaN");
    assertHolds(refusal(() -> search.between(0, Double.POSITIVE_INFINITY)), "most");
    assertHolds(refusal(() -> search.withAccuracy(0)), "distance", "0.0");
    assertHolds(refusal(() -> search.withAccuracy(Double.NaN)), "distance", "NaN");
    SwitchingSearch unbounded = SwitchingSearch.of(Ledger.LUCK, pair(1));
    assertHolds(refusal(() -> unbounded.run(APPRAISER, SETTINGS)), "lower bound of luck");
    SwitchingSearch stranger = SwitchingSearch.of(parameter("stranger"), pair(1)).between(0, 1);
    assertHolds(refusal(() -> stranger.run(APPRAISER, SETTINGS)), "stranger", "nearest known");
    assertHolds(refusal(() -> SwitchingSearch.of(" ", SwitchingSearchTest::pair)), "name");
  }

  @Test
  @DisplayName("comes as near as was asked")
  void accuracy() {
    // A kinked value: 0.64 x 30 less 0.8 max(x, x^2) has its root where x^2 = 24.
    Ledger certain = Ledger.of("policy", 3).luck(Distribution.fixed(0));
    SwitchingSearch search =
        SwitchingSearch.of(
                "root",
                x -> {
                  certain.with(Cost.SPENDING, 0, 0, -30);
                  certain.with(Payer.GOVERNMENT.cost(), 0, Math.max(x, x * x), 0);
                  return new ScenarioPair(BASE, certain.build());
                })
            .between(0, 10);
    double exact = StrictMath.sqrt(24);
    assertEquals(exact, search.run(APPRAISER, SETTINGS).value().getAsDouble(), 2e-5);
    SwitchingValue finer = search.withAccuracy(1e-10).run(APPRAISER, SETTINGS);
    assertEquals(exact, finer.value().getAsDouble(), 2e-10);
  }

  @Test
  @DisplayName("finds what switches and switches back, and gives the lower value")
  void switchesBack() {
    // Worth 0.64 x 30 less 0.8 times a cost that is 30 at both ends and 20 in the middle.
    int[] runs = {0};
    SwitchingValue found =
        SwitchingSearch.of(
                "share",
                x -> {
                  runs[0]++;
                  Ledger policy =
                      Ledger.of("policy", 3)
                          .luck(Distribution.fixed(0))
                          .with(Payer.GOVERNMENT.cost(), 0, 30 - 40 * x * (1 - x), 0)
                          .with(Cost.SPENDING, 0, 0, -30);
                  return new ScenarioPair(BASE, policy.build());
                })
            .between(0, 1)
            .run(APPRAISER, SETTINGS);
    assertEquals((1 - StrictMath.sqrt(0.4)) / 2, found.value().getAsDouble(), 1e-6);
    assertEquals(found.atLower(), found.atUpper(), 1e-9);
    assertTrue(runs[0] <= 12, runs[0] + " runs");
  }

  @Test
  @DisplayName("of what is linear takes seven runs, and three to say that there is none")
  void takesFewRuns() {
    int[] runs = {0};
    SwitchingSearch search =
        SwitchingSearch.of(
            "own cost",
            cost -> {
              runs[0]++;
              return pair(cost);
            });
    search.between(0, 100).run(APPRAISER, SETTINGS);
    assertEquals(7, runs[0]);
    search.between(0, 10).run(APPRAISER, SETTINGS);
    assertEquals(10, runs[0]);
  }

  @Test
  @DisplayName("states no error where the value jumps over zero")
  void jumps() {
    SwitchingValue found =
        SwitchingSearch.of("size", x -> pair(x < 0.3 ? 0 : 100)).run(APPRAISER, SETTINGS);
    assertEquals(0.3, found.value().getAsDouble(), 2e-6);
    assertEquals(Double.NaN, found.error());
    assertTrue(Math.abs(found.residual()) > 1, "residual " + found.residual());
  }

  @Test
  @DisplayName("says what it looks for")
  void prints() {
    assertEquals(
        "Search for where own cost switches in [0.0, 9.0]",
        SwitchingSearch.of("own cost", SwitchingSearchTest::pair).between(0, 9).toString());
  }

  @Test
  @DisplayName("says at which value the caller's function failed, and keeps the cause")
  void callersFault() {
    SwitchingSearch failing =
        SwitchingSearch.of(
            "own cost",
            value -> {
              if (value > 0) {
                throw new ArithmeticException("by zero");
              }
              return pair(value);
            });
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> failing.run(APPRAISER, SETTINGS));
    assertHolds(
        String.valueOf(thrown.getMessage()), "failed at own cost = 0.5", "by zero", "bounds");
    assertTrue(thrown.getCause() instanceof ArithmeticException);
  }
}
