package org.fundinggap.model;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shapes of equations, stepped by hand")
class ShapesByHandTest {
  private static final Parameter SPREAD = parameter("spread");
  private static final Parameter LEVEL = parameter("level");
  private static final Parameter KEPT = parameter("kept");
  private static final Shock LUCK = shock("luck");
  private static final double LN2 = StrictMath.log(2);

  private static Variable share(String name) {
    return Variable.of(name, "share of " + name, Unit.SHARE);
  }

  /** Steps a rate that opens at 0.9 and wanders with a spread of 0.2, by shocks to two draws. */
  private static double[] wandered(Variable rate, double[]... shocks) {
    Model model = Model.of("wandering", List.of(Shapes.wandering("E1", rate, SPREAD, LUCK)));
    BlockStepper run =
        new BlockStepper(
            Inputs.builder(model, years(2024, 2030))
                .parameter(SPREAD, Distribution.fixed(0.2), EVIDENCE)
                .opening(rate, 0.9, EVIDENCE)
                .build());
    Arrays.fill(run.column(SPREAD), 0.2);
    run.open(2);
    for (double[] shock : shocks) {
      System.arraycopy(shock, 0, run.column(LUCK), 0, shock.length);
      run.step();
    }
    return Arrays.copyOf(run.column(rate), 2);
  }

  private static double grown(double from, double growth) {
    return from * StrictMath.exp(growth);
  }

  @Test
  @DisplayName("a rate wanders by e to the spread times the shock, up or down")
  void rateWanders() {
    double[] once = wandered(number("rate"), new double[] {2, -1});
    assertEquals(grown(0.9, 0.4), once[0], 1e-15);
    assertEquals(grown(0.9, -0.2), once[1], 1e-15);
    double[] back = wandered(number("rate"), new double[] {2, -1}, new double[] {-2, 1});
    assertEquals(0.9, back[0], 1e-15);
    assertEquals(0.9, back[1], 1e-15);
    double[] still = wandered(number("rate"), new double[] {0, 0}, new double[] {0, 0});
    assertEquals(0.9, still[0]);
  }

  @Test
  @DisplayName("a share that wanders stays at most 1, and comes down from there")
  void shareIsBounded() {
    double[] once = wandered(share("rate"), new double[] {2, -1});
    assertEquals(1, once[0]);
    assertEquals(grown(0.9, -0.2), once[1], 1e-15);
    double[] down = wandered(share("rate"), new double[] {2, -1}, new double[] {-1, 0.1});
    assertEquals(StrictMath.exp(-0.2), down[0], 1e-15);
    assertEquals(grown(0.9, -0.18), down[1], 1e-15);
  }

  @Test
  @DisplayName("what is not a share wanders past 1")
  void othersAreNotBounded() {
    assertTrue(wandered(number("rate"), new double[] {2, 2})[0] > 1.34);
  }

  @Test
  @DisplayName("a rate that wanders says how, and that a share is bounded")
  void textSaysHowItWanders() {
    assertEquals(
        "count of rate = last year's x exp(spread x shock)",
        Shapes.wandering("E1", number("rate"), SPREAD, LUCK).text());
    assertEquals(
        "share of rate = last year's x exp(spread x shock), at most 1",
        Shapes.wandering("E1", share("rate"), SPREAD, LUCK).text());
  }

  @Test
  @DisplayName("a rate at a level is the level times e to this year's deviation, and returns to it")
  void rateIsAtItsLevel() {
    Variable deviation = number("deviation");
    Variable rate = number("rate");
    Equation at = Levels.at("E2", rate, LEVEL, deviation);
    Model model =
        Model.of("at", List.of(Levels.reverting("E1", deviation, KEPT, SPREAD, LUCK), at));
    BlockStepper run =
        new BlockStepper(
            Inputs.builder(model, years(2024, 2026))
                .parameter(KEPT, Distribution.fixed(0.5), EVIDENCE)
                .parameter(SPREAD, Distribution.fixed(0.1), EVIDENCE)
                .parameter(LEVEL, Distribution.fixed(3), EVIDENCE)
                .opening(deviation, 2 * LN2, EVIDENCE)
                .build());
    Arrays.fill(run.column(KEPT), 0.5);
    Arrays.fill(run.column(SPREAD), 0.1);
    System.arraycopy(new double[] {3, 5}, 0, run.column(LEVEL), 0, 2);
    run.open(2);
    assertRates(run.column(rate), 12, 20);
    System.arraycopy(new double[] {0, 1}, 0, run.column(LUCK), 0, 2);
    run.step();
    // Half of the deviation is left, and one draw has a shock of a tenth.
    assertRates(run.column(rate), 6, grown(10, 0.1));
    Arrays.fill(run.column(LUCK), 0);
    run.step();
    assertRates(run.column(rate), 3 * Math.sqrt(2), grown(5 * Math.sqrt(2), 0.05));
    assertEquals("count of rate = level x exp(deviation)", at.text());
  }

  private static void assertRates(double[] rates, double first, double second) {
    assertEquals(first, rates[0], 1e-14 * first);
    assertEquals(second, rates[1], 1e-14 * second);
  }
}
