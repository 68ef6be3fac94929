package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialYearTest {
  private final FinancialYear now = FinancialYear.parse("2024-25");

  @Test
  void yearHasItsEnds_whenParsed() {
    assertEquals(2024, now.startYear());
    assertEquals(2025, now.endYear());
    assertEquals(LocalDate.of(2025, 3, 31), now.lastDay());
    assertEquals("2024-25", now.toString());
  }

  @Test
  void startAndEndGiveTheSameYear_whenTheyBelongTogether() {
    assertEquals(now, FinancialYear.starting(2024));
    assertEquals(now, FinancialYear.ending(2025));
  }

  @Test
  void centuryIsWrittenWithTwoDigits_whenTheYearEndsIt() {
    assertEquals("1999-00", FinancialYear.starting(1999).toString());
    assertEquals(1999, FinancialYear.parse("1999-00").startYear());
    assertEquals("2009-10", FinancialYear.starting(2009).toString());
  }

  @Test
  void yearsAreOrderedAndCounted_whenCompared() {
    assertTrue(now.compareTo(now.plus(1)) < 0);
    assertEquals(10, now.yearsUntil(FinancialYear.parse("2034-35")));
    assertEquals(-4, now.yearsUntil(now.plus(-4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-24",
        "2024-26",
        "2024/25",
        "2024-2025",
        " 2024-25",
        "2024-25 ",
        "24-25",
        "2024-5",
        "-2024-25",
        "２０２４-25",
        "1899-00",
        "2201-02",
        "2024-25\n",
        "NaN"
      })
  void textIsRefused_whenItIsNotAYear(String text) {
    assertThrows(IllegalArgumentException.class, () -> FinancialYear.parse(text));
  }

  @Test
  void errorNamesValueAndBounds_whenYearIsOutside() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> FinancialYear.starting(24));
    assertEquals(
        "startYear must be in [1900, 2200], was 24; write 2024 for 2024-25", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> FinancialYear.starting(2200).plus(1));
    assertEquals(2200, FinancialYear.starting(2200).startYear());
    assertEquals(1900, FinancialYear.starting(1900).startYear());
  }
}
