package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cited number")
class CitedTest {
  private static Cited six() {
    return Cited.of(6, "six");
  }

  private static Cited four() {
    return Cited.of(4, "four");
  }

  private static void assertWorkedOut(double value, String ids, Cited found) {
    assertEquals(value, found.value(), 1e-12);
    assertEquals(ids, String.join(" ", found.ids()));
    assertFalse(found.asItStands());
  }

  @Test
  @DisplayName("names its one id while it stands as it was read, and a constant none")
  void asItStands() {
    assertTrue(six().asItStands());
    assertEquals("6.0 from six", six().toString());
    assertWorkedOut(6, "", Cited.of(6));
    assertEquals("6.0", Cited.of(6).toString());
  }

  @Test
  @DisplayName("that is worked out names all that was read for it, once and in order")
  void arithmetic() {
    assertWorkedOut(10, "six four", six().plus(four()));
    assertWorkedOut(2, "six four", six().minus(four()));
    assertWorkedOut(24, "six four", six().times(four()));
    assertWorkedOut(1.5, "six four", six().over(four()));
    assertWorkedOut(12, "six", six().times(2));
    assertWorkedOut(3, "six", six().over(2));
    assertWorkedOut(40, "four six", four().plus(six()).times(four()));
    assertEquals("10.0 from six, four", six().plus(four()).toString());
  }

  @Test
  @DisplayName("keeps its ids through bounds, logarithms and exponentials")
  void functions() {
    assertWorkedOut(7, "six", six().atLeast(7));
    assertWorkedOut(6, "six", six().atLeast(5));
    assertWorkedOut(StrictMath.log(6), "six", six().log());
    assertWorkedOut(StrictMath.exp(4), "four", four().exp());
  }

  @Test
  @DisplayName("of a solver has the ids of all that it was worked out from")
  void fromOthers() {
    assertWorkedOut(0.5, "four six", Cited.from(0.5, four(), six(), four()));
    assertWorkedOut(0.5, "six", Cited.from(0.5, List.of(six(), Cited.of(1))));
    assertEquals(Set.of("four", "six"), Cited.idsOf(List.of(six(), four())));
    assertEquals(List.of("a", "b"), List.copyOf(Cited.joined(Set.of("a"), Set.of("b"))));
    assertEquals(Set.of("a"), Cited.joined(Set.of("a"), Set.of()));
  }

  @Test
  @DisplayName("is finite, and stands for one id only")
  void refusals() {
    assertMessage(
        "number made from [six] must be finite, was Infinity", () -> six().over(Cited.of(0)));
    assertMessage(
        "a number as it stands must have one id, had []", () -> new Cited(1, Set.of(), true));
    assertMessage(
        "a number as it stands must have one id", () -> new Cited(1, Set.of("a", "b"), true));
  }
}
