package org.fundinggap.bridge;

import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.simulation.BridgeInputs.draws;
import static org.fundinggap.simulation.BridgeInputs.sobol;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bridge")
class BridgeTest {

  /**
   * Children looked after go from 100 to 110 and homes' share of them from 10% to 12%; a child in
   * homes costs 50 and then 60, one in fostering 10 and then 11; funding rises from 1,300 to 1,400.
   */
  private static BridgeBuilder twoLines() {
    Draws before = draws(100, 100);
    Draws after = draws(110, 100); // in draw 1 nothing but funding changes
    BridgeTerm homes =
        BridgeTerm.of("homes")
            .times("children", before, after)
            .times("mix", draws(0.10, 0.10), draws(0.12, 0.10))
            .times("unit cost", draws(50, 50), draws(60, 50));
    BridgeTerm fostering =
        BridgeTerm.of("fostering")
            .times("children", before, after)
            .times("mix", draws(0.90, 0.90), draws(0.88, 0.90))
            .times("unit cost", draws(10, 10), draws(11, 10));
    return Bridge.builder("gap of two lines", "pounds")
        .between("then", "now")
        .plus(homes)
        .plus(fostering)
        .minus("funding", draws(1_300, 1_300), draws(1_400, 1_250));
  }

  /*
   * Worked by hand. Homes: 100 x 0.10 x 50 = 500 to 110 x 0.12 x 60 = 792, so
   *   ln(792 / 500) = 0.4599534, L = 292 / 0.4599534 = 634.8469,
   *   children L ln 1.1 = 634.8469 x 0.0953102 = 60.5074,
   *   mix and unit cost each L ln 1.2 = 634.8469 x 0.1823216 = 115.7463.
   * Fostering: 100 x 0.90 x 10 = 900 to 110 x 0.88 x 11 = 1,064.8, so
   *   ln(1,064.8 / 900) = 0.1681475, L = 164.8 / 0.1681475 = 980.0919,
   *   children and unit cost each L ln 1.1 = 93.4128, mix L ln(0.88 / 0.90) = -22.0256.
   * Together: children 153.9202, mix 93.7207, unit cost 209.1591, funding -100; they add up to 356.8,
   * which is (1,856.8 - 1,400) - (1,400 - 1,300).
   */
  @Test
  @DisplayName("of two lines has the numbers worked out by hand")
  void twoLinesByHand() {
    Bridge bridge = twoLines().build();
    assertEquals(100, bridge.start().values()[0], 1e-9);
    assertEquals(456.8, bridge.end().values()[0], 1e-9);
    assertEquals(153.9202, bridge.contribution("children").values()[0], 5e-4);
    assertEquals(93.7207, bridge.contribution("mix").values()[0], 5e-4);
    assertEquals(209.1591, bridge.contribution("unit cost").values()[0], 5e-4);
    assertEquals(-100, bridge.contribution("funding").values()[0]);
    assertEquals(0, bridge.contribution("children").values()[1]);
    assertEquals(50, bridge.contribution("funding").values()[1]);
    assertEquals(List.of("children", "mix", "unit cost", "funding"), bridge.drivers());
  }

  @Test
  @DisplayName("has a waterfall of the means, and one of each draw")
  void waterfalls() {
    Bridge bridge = twoLines().build();
    List<BridgeStep> steps = bridge.waterfall(0);
    assertEquals(
        List.of("then", "children", "mix", "unit cost", "funding", "now"),
        steps.stream().map(BridgeStep::name).toList());
    assertEquals(new BridgeStep("then", 0, bridge.start().values()[0], true), steps.get(0));
    assertEquals(steps.get(0).to(), steps.get(1).from());
    assertEquals(153.9202, steps.get(1).change(), 5e-4);
    assertEquals(steps.get(5).to(), steps.get(4).to(), 1e-9);
    // Draw 0 changes by 356.8, draw 1 by 50.
    List<BridgeStep> means = bridge.waterfall();
    assertEquals(153.9202 / 2, means.get(1).change(), 5e-4);
    assertEquals(100 + 203.4, means.get(5).to(), 1e-9);
    assertEquals(means.get(5).to(), means.get(4).to(), 1e-9);
    assertTrue(Refused.message(() -> bridge.waterfall(2)).contains("draw must be in [0, 1]"));
  }

  @Test
  @DisplayName("prints as a table of means, errors and percentiles")
  void printsAsATable() {
    String expected =
        """
        gap of two lines (pounds), then to now
        Made up.
                     mean  MC s.e.     p10     p90
        ---------  ------  -------  ------  ------
        then       100.00     0.00  100.00  100.00
        children    76.96    76.96   15.39  138.53
        mix         46.86    46.86    9.37   84.35
        unit cost  104.58   104.58   20.92  188.24
        funding    -25.00    75.00  -85.00   35.00
        now        303.40   153.40  180.68  426.12
        change     203.40   153.40   80.68  326.12
        Contributions add up in every draw and in the mean; percentiles do not.
        Monte Carlo standard errors of percentiles, in those of the row's mean: p10 unknown, p90 unknown.
        """;
    assertEquals(expected, twoLines().note("Made up.").build().toString());
  }

  @Test
  @DisplayName("takes the ends that it is given, if the terms add up to them")
  void takesTotals() {
    Bridge bridge = twoLines().totals(draws(100, 100), draws(456.8, 150)).build();
    assertArrayEquals(new double[] {456.8, 150}, bridge.end().values());
    List<String> problems =
        problems(() -> twoLines().totals(draws(100, 101), draws(456.8, 150)).build());
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("start must be the sum of the terms in every draw, was"));
    assertTrue(problems.get(0).contains("101.0 where they add up to 100.0"), problems.get(0));
    assertTrue(problems.get(0).contains("in draw 1"), problems.get(0));
  }

  @Test
  @DisplayName("has the standard errors of draws made in replicates")
  void keepsReplicates() {
    Draws before = sobol(2, 1, 2, 3, 4);
    Draws after = sobol(2, 2, 2, 4, 4);
    Bridge bridge = Bridge.builder("replicates", "pounds").plus("x", before, after).build();
    assertEquals(2, bridge.contribution("x").replicates());
    // Replicates 0 and 1 rise by 1 and by 0: their mean 0.5 has the error 0.5.
    assertEquals(0.5, bridge.contribution("x").meanError(), 1e-12);
  }

  @Test
  @DisplayName("refuses what is not finite and negative factors, all at once, with the draw")
  void refusesBadNumbers() {
    BridgeTerm term =
        BridgeTerm.of("homes")
            .times("children", draws(1, Double.NaN), draws(1, -2))
            .times("cost", draws(Double.POSITIVE_INFINITY, 1), draws(1, 1));
    BridgeBuilder builder =
        Bridge.builder("bad", "pounds").plus(term).plus("rest", draws(-1, 0), draws(Double.NaN, 0));
    assertEquals(
        List.of(
            "children of \"homes\" at the start must be finite and at least 0 in every draw, was"
                + " NaN in draw 1",
            "children of \"homes\" at the end must be finite and at least 0 in every draw, was -2.0"
                + " in draw 1; add what may be negative as a term of its own",
            "cost of \"homes\" at the start must be finite and at least 0 in every draw, was"
                + " Infinity in draw 0",
            "rest at the end must be finite in every draw, was NaN in draw 0"),
        problems(builder::build));
  }

  @Test
  @DisplayName("refuses draws that don't pair up")
  void refusesUnpairedDraws() {
    BridgeBuilder numbers = Bridge.builder("bad", "pounds").plus("x", draws(1, 2), draws(1));
    assertTrue(problems(numbers::build).get(0).startsWith("x at the end: number of draws must be"));
    BridgeBuilder spread = Bridge.builder("bad", "pounds").plus("x", draws(1, 2), sobol(1, 1, 2));
    assertTrue(problems(spread::build).get(0).startsWith("x at the end: other draws must be"));
    BridgeBuilder totals = twoLines().totals(draws(1), draws(Double.NaN, 1));
    assertEquals(2, problems(totals::build).size());
  }

  @Test
  @DisplayName("refuses terms without factors, no terms and sums beyond the largest number")
  void refusesEmptyAndTooLarge() {
    BridgeBuilder empty = Bridge.builder("bad", "pounds").plus(BridgeTerm.of("homes"));
    assertEquals(2, problems(empty::build).size());
    BridgeBuilder large =
        Bridge.builder("bad", "pounds")
            .plus(
                BridgeTerm.of("homes")
                    .times("x", draws(1e200), draws(1))
                    .times("y", draws(1e200), draws(1)));
    assertTrue(problems(large::build).get(0).startsWith("terms must have a finite sum"));
    assertTrue(Refused.message(() -> Bridge.builder(" ", "pounds")).startsWith("title"));
    assertTrue(Refused.message(() -> BridgeTerm.of("")).startsWith("name"));
    assertTrue(
        Refused.message(() -> BridgeTerm.of("x").times("", draws(1), draws(1)))
            .startsWith("driver"));
  }

  @Test
  @DisplayName("names its drivers to whoever asks for another")
  void refusesUnknownDrivers() {
    Bridge bridge = twoLines().build();
    String message = Refused.message(() -> bridge.contribution(BridgeDriver.POLICY));
    assertTrue(message.contains("was \"policy\"; nearest known: mix, funding, children"), message);
  }
}
