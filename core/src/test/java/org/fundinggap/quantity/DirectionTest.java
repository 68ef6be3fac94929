package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A direction")
class DirectionTest {

  @Test
  @DisplayName("tells which of two numbers lies further its way")
  void further() {
    assertEquals(2, Direction.LOWER.further(2, 5));
    assertEquals(2, Direction.LOWER.further(5, 2));
    assertEquals(5, Direction.HIGHER.further(2, 5));
    assertEquals(5, Direction.HIGHER.further(5, 2));
  }

  @Test
  @DisplayName("tells how far a number is behind the best, which is never negative")
  void behind() {
    assertEquals(3, Direction.LOWER.behind(5, 2));
    assertEquals(3, Direction.HIGHER.behind(2, 5));
    for (Direction direction : Direction.values()) {
      assertEquals(
          3, direction.behind(direction.further(2, 5) == 2 ? 5 : 2, direction.further(2, 5)));
      assertEquals(0, direction.behind(4, 4));
    }
  }

  @Test
  @DisplayName("turns a difference so that positive means its way, and prints as a word")
  void signAndWord() {
    for (Direction direction : Direction.values()) {
      double best = direction.further(2, 5);
      double worst = 7 - best;
      assertEquals(direction.behind(worst, best), direction.sign() * (best - worst));
    }
    assertEquals("lower", Direction.LOWER.toString());
    assertEquals("higher", Direction.HIGHER.toString());
  }
}
