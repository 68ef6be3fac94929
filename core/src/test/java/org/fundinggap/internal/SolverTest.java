package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class SolverTest {
  @Test
  void solverFindsTheOneValue() {
    assertEquals(Math.sqrt(2), Solver.solve("root", x -> x * x, 2, 0, 2), 1e-14);
    assertEquals(2, Solver.solve("end", x -> x, 2, 0, 2), 1e-14);
  }

  @Test
  void solverRefuses_whenTheTargetIsOutOfReach() {
    assertEquals(
        "share must reach 5.0 in [0.0, 2.0], reached only 1.0 to 3.0; check the figures it starts"
            + " from",
        refusal(() -> Solver.solve("share", x -> 1 + x, 5, 0, 2)));
  }

  @Test
  void solverRefuses_whenThereIsNoNumber() {
    assertTrue(
        refusal(() -> Solver.solve("share", x -> Double.NaN, 5, 0, 2))
            .contains("share must reach 5.0 in [0.0, 2.0], reached only NaN to NaN"));
    assertTrue(
        refusal(() -> Solver.solve("share", x -> x, Double.NaN, 0, 2))
            .contains("share must reach NaN in [0.0, 2.0]"));
  }

  private static String refusal(Runnable solving) {
    return Objects.requireNonNull(
        assertThrows(IllegalArgumentException.class, solving::run).getMessage());
  }
}
