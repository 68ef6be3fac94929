package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YearRangeTest {
  private final FinancialYear first = FinancialYear.parse("2024-25");

  @Test
  void bothEndsAreIn_whenInclusive() {
    YearRange range = YearRange.inclusive(first, first.plus(2));
    assertEquals(3, range.length());
    assertEquals(List.of(first, first.plus(1), first.plus(2)), range.years());
    assertEquals("2024-25 to 2026-27", range.toString());
    assertEquals(0, range.indexOf(first));
    assertEquals(2, range.indexOf(first.plus(2)));
  }

  @Test
  void secondEndIsOut_whenHalfOpen() {
    YearRange range = YearRange.halfOpen(first, first.plus(2));
    assertEquals(YearRange.inclusive(first, first.plus(1)), range);
    assertFalse(range.contains(first.plus(2)));
    assertFalse(range.contains(first.plus(-1)));
    assertTrue(range.contains(first));
  }

  @Test
  void rangeIsRefused_whenItWouldHoldNoYear() {
    assertThrows(IllegalArgumentException.class, () -> YearRange.inclusive(first, first.plus(-1)));
    assertThrows(IllegalArgumentException.class, () -> YearRange.halfOpen(first, first));
    assertEquals(1, YearRange.inclusive(first, first).length());
  }

  @Test
  void indexIsRefused_whenYearIsOutside() {
    YearRange range = YearRange.inclusive(first, first.plus(2));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> range.indexOf(first.plus(3)));
    assertEquals(
        "year must be in 2024-25 to 2026-27, was 2027-28; ask for a year of the range",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> range.indexOf(first.plus(-1)));
  }

  @Test
  void yearsAreFixed_whenSomebodyTriesToChangeThem() {
    List<FinancialYear> years = YearRange.inclusive(first, first.plus(1)).years();
    assertThrows(RuntimeException.class, () -> years.remove(0));
  }

  @Test
  void spanHoldsBoth_andWhatLiesBetween() {
    YearRange early = YearRange.inclusive(first, first.plus(2));
    YearRange late = YearRange.inclusive(first.plus(5), first.plus(6));
    YearRange inside = YearRange.inclusive(first.plus(1), first.plus(1));
    assertEquals(YearRange.inclusive(first, first.plus(6)), early.span(late));
    assertEquals(early.span(late), late.span(early));
    assertEquals(early, early.span(inside));
    assertEquals(early, inside.span(early));
  }

  @Test
  void overlapIsWhatBothHold() {
    YearRange early = YearRange.inclusive(first, first.plus(2));
    YearRange later = YearRange.inclusive(first.plus(2), first.plus(6));
    YearRange after = YearRange.inclusive(first.plus(3), first.plus(6));
    YearRange shared = YearRange.inclusive(first.plus(2), first.plus(2));
    assertEquals(Optional.of(shared), early.overlap(later));
    assertEquals(Optional.of(shared), later.overlap(early));
    assertEquals(Optional.of(early), early.overlap(early));
    assertEquals(Optional.empty(), early.overlap(after));
    assertEquals(Optional.empty(), after.overlap(early));
  }
}
