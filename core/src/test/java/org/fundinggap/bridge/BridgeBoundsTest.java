package org.fundinggap.bridge;

import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.simulation.BridgeInputs.draws;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is still taken and what is just refused, and in which words. */
@DisplayName("A bridge is refused")
class BridgeBoundsTest {

  private static BridgeBuilder of(double start, double end) {
    return Bridge.builder("of x", "pounds").plus("x", draws(start), draws(end));
  }

  @Test
  @DisplayName(
      "where an end is further from its terms than a billionth of the largest, at either end")
  void totalsMayDifferByABillionth() {
    // The tolerance of 1e9 is one pound.
    assertEquals(1e9, of(1e9 - 1, 5).totals(draws(1e9), draws(5)).build().start().mean());
    assertEquals(1e9, of(5, 1e9 - 1).totals(draws(5), draws(1e9)).build().end().mean());
    assertEquals(
        List.of(
            "start must be the sum of the terms in every draw, was 1.0E9 where they add up to"
                + " 9.99999998E8 in draw 0; add what is missing as a term"),
        problems(() -> of(1e9 - 2, 5).totals(draws(1e9), draws(5)).build()));
    assertEquals(
        List.of(
            "end must be the sum of the terms in every draw, was 1.0E9 where they add up to"
                + " 9.99999998E8 in draw 0; add what is missing as a term"),
        problems(() -> of(5, 1e9 - 2).totals(draws(5), draws(1e9)).build()));
  }

  @Test
  @DisplayName("only beyond what the largest term allows, even if terms cancel")
  void largeTermsThatCancelAllowMore() {
    BridgeBuilder cancelling =
        of(1e9, 1e9).minus("y", draws(1e9), draws(1e9)).totals(draws(1), draws(1));
    assertEquals(0, cancelling.build().change().mean());
    BridgeBuilder beyond =
        of(1e9, 1e9).minus("y", draws(1e9), draws(1e9)).totals(draws(2), draws(2));
    assertEquals(2, problems(beyond::build).size());
  }

  @Test
  @DisplayName("without a term, and for each term without a factor, by name")
  void emptyBridges() {
    assertEquals(
        List.of(
            "term \"homes\" must have at least one factor, had none",
            "bridge must have at least one term, had none; add one with plus(...)"),
        problems(() -> Bridge.builder("t", "u").plus(BridgeTerm.of("homes")).build()));
    assertEquals(
        List.of("term \"homes\" must have at least one factor, had none"),
        problems(() -> of(1, 2).minus(BridgeTerm.of("homes")).build()));
  }

  @Test
  @DisplayName("where the sum of terms is beyond the largest number, at either end, with the draw")
  void infiniteSums() {
    double most = Double.MAX_VALUE;
    assertEquals(
        List.of(
            "terms must have a finite sum in every draw, was Infinity at the start and 2.0 at the"
                + " end of draw 0; take a larger unit"),
        problems(() -> of(most, 1).plus("y", draws(most), draws(1)).build()));
    assertEquals(
        List.of(
            "terms must have a finite sum in every draw, was 2.0 at the start and Infinity at the"
                + " end of draw 0; take a larger unit"),
        problems(() -> of(1, most).plus("y", draws(1), draws(most)).build()));
  }

  @Test
  @DisplayName("for a blank title, unit, end or driver, by the name of what is blank")
  void blankTexts() {
    assertTrue(Refused.message(() -> Bridge.builder("", "u")).startsWith("title must"));
    assertTrue(Refused.message(() -> Bridge.builder("t", " ")).startsWith("unit must"));
    BridgeBuilder builder = Bridge.builder("t", "u");
    assertTrue(Refused.message(() -> builder.between("", "b")).startsWith("start must"));
    assertTrue(Refused.message(() -> builder.between("a", "")).startsWith("end must"));
    assertTrue(Refused.message(() -> builder.drivers("a", "")).startsWith("driver must"));
    assertTrue(
        Refused.message(() -> builder.plus("", draws(1), draws(1))).startsWith("driver must"));
  }

  @Test
  @DisplayName("only for a factor below zero: what is added may be")
  void negativeNumbers() {
    assertEquals(-3, of(-1, -4).build().change().mean());
    BridgeTerm negative = BridgeTerm.of("homes").times("x", draws(1), draws(-1e-300));
    assertEquals(
        List.of(
            "x of \"homes\" at the end must be finite and at least 0 in every draw, was -1.0E-300"
                + " in draw 0; add what may be negative as a term of its own"),
        problems(() -> Bridge.builder("t", "u").plus(negative).build()));
    BridgeTerm zero = BridgeTerm.of("homes").times("x", draws(1), draws(0));
    assertEquals(-1, Bridge.builder("t", "u").plus(zero).build().change().mean());
    assertEquals(1, Bridge.builder("t", "u").minus(zero).build().change().mean());
  }

  @Test
  @DisplayName("for a draw that it has not, and not for its last")
  void drawsOfAWaterfall() {
    Bridge bridge = Bridge.builder("t", "u").plus("x", draws(1, 2), draws(5, 8)).build();
    assertEquals(
        List.of(
            new BridgeStep("start", 0, 2, true),
            new BridgeStep("x", 2, 8, false),
            new BridgeStep("end", 0, 8, true)),
        bridge.waterfall(1));
    assertTrue(Refused.message(() -> bridge.waterfall(2)).contains("draw must be in [0, 1]"));
    assertTrue(Refused.message(() -> bridge.waterfall(-1)).contains("draw must be in [0, 1]"));
  }
}
