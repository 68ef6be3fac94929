package org.fundinggap.internal;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search for a root")
class RootSearchTest {
  @Test
  @DisplayName("of a straight line needs both ends and one value more")
  void straightLine() {
    RootSearch.Result found = RootSearch.find(x -> 3 - 2 * x, 0, 10, 1e-9);
    assertEquals(1.5, found.root().getAsDouble(), 1e-9);
    assertEquals(3, found.atLower());
    assertEquals(-17, found.atUpper());
    assertEquals(0, found.residual(), 1e-9);
    assertEquals(3, found.evaluations());
  }

  @Test
  @DisplayName("of a curve comes as near as was asked and works nothing out twice")
  void curve() {
    List<Double> asked = new ArrayList<>();
    RootSearch.Result found =
        RootSearch.find(
            x -> {
              asked.add(x);
              return x * x * x - 2;
            },
            0,
            4,
            1e-8);
    assertEquals(StrictMath.cbrt(2), found.root().getAsDouble(), 2e-8);
    assertEquals(asked.size(), found.evaluations());
    assertEquals(asked.size(), new HashSet<>(asked).size(), "asked twice");
    assertTrue(asked.size() < 20, asked.size() + " evaluations");
  }

  @Test
  @DisplayName("takes an end that is zero")
  void ends() {
    assertEquals(OptionalDouble.of(2), RootSearch.find(x -> x - 2, 2, 3, 0.1).root());
    assertEquals(OptionalDouble.of(3), RootSearch.find(x -> x - 3, 2, 3, 0.1).root());
    assertEquals(OptionalDouble.of(2), RootSearch.find(x -> 0, 2, 3, 0.1).root());
  }

  @Test
  @DisplayName("says that there is none where both ends have one sign")
  void none() {
    RootSearch.Result found = RootSearch.find(x -> x * x + 1, -1, 2, 0.1);
    assertEquals(OptionalDouble.empty(), found.root());
    assertEquals(2, found.atLower());
    assertEquals(5, found.atUpper());
    assertEquals(Double.NaN, found.residual());
    assertEquals(2, found.evaluations());
  }

  @Test
  @DisplayName("tells a jump by its residual")
  void jump() {
    RootSearch.Result found = RootSearch.find(x -> x < 0.7 ? -5 : 5, 0, 1, 1e-6);
    assertEquals(0.7, found.root().getAsDouble(), 2e-6);
    assertEquals(5, Math.abs(found.residual()));
  }

  @Test
  @DisplayName("between neighbours ends at one of them")
  void neighbours() {
    double above = Math.nextUp(1.0);
    RootSearch.Result found = RootSearch.find(x -> x == 1 ? -1 : 1, 1, above, 1e-20);
    assertEquals(1, found.root().getAsDouble(), 1e-15);
  }

  @Test
  @DisplayName("refuses bad bounds, accuracies and functions that are not finite")
  void refusals() {
    assertHolds(refusal(() -> RootSearch.find(x -> x, 1, 1, 0.1)), "lower", "below upper 1.0");
    assertHolds(refusal(() -> RootSearch.find(x -> x, 2, 1, 0.1)), "lower", "was 2.0");
    assertHolds(refusal(() -> RootSearch.find(x -> x, Double.NaN, 1, 0.1)), "lower", "NaN");
    assertHolds(refusal(() -> RootSearch.find(x -> x, 0, Double.POSITIVE_INFINITY, 0.1)), "upper");
    assertHolds(refusal(() -> RootSearch.find(x -> x, -1, 1, 0)), "accuracy", "was 0.0");
    assertHolds(refusal(() -> RootSearch.find(x -> x, -1, 1, Double.NaN)), "accuracy", "NaN");
    assertHolds(
        refusal(() -> RootSearch.find(x -> x > 0 ? Double.NaN : -1, -1, 1, 0.1)),
        "function at 1.0",
        "NaN");
    assertHolds(
        refusal(() -> RootSearch.find(x -> Math.abs(x) < 0.5 ? Double.NaN : x, -1, 1, 0.1)),
        "function at 0.0");
  }

  @Test
  @DisplayName("solves for a target to the last digits")
  void solves() {
    assertEquals(Math.sqrt(2), RootSearch.solve("root", x -> x * x, 2, 0, 2), 1e-14);
    assertEquals(2, RootSearch.solve("end", x -> x, 2, 0, 2), 1e-14);
  }

  @Test
  @DisplayName("refuses a target out of reach, by name")
  void outOfReach() {
    assertEquals(
        "share must reach 5.0 in [0.0, 2.0], reached only 1.0 to 3.0; check the figures it starts"
            + " from",
        refusal(() -> RootSearch.solve("share", x -> 1 + x, 5, 0, 2)));
    assertHolds(
        refusal(() -> RootSearch.solve("share", x -> Double.NaN, 5, 0, 2)),
        "share must reach 5.0 in [0.0, 2.0], reached only NaN to NaN");
    assertHolds(
        refusal(() -> RootSearch.solve("share", x -> x, Double.NaN, 0, 2)),
        "share must reach NaN in [0.0, 2.0]");
  }
}
