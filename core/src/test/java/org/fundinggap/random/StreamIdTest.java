package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {
  private static final String ENGLAND = "E92000001";

  @Test
  void factoriesSetTheYear() {
    assertEquals(new StreamId("fees", 0, ENGLAND), StreamId.ofParameter("fees", ENGLAND));
    assertEquals(new StreamId("fees", 2024, ENGLAND), StreamId.ofYear("fees", 2024, ENGLAND));
    assertEquals(1900, StreamId.ofYear("fees", 1900, ENGLAND).year());
    assertEquals(2200, StreamId.ofYear("fees", 2200, ENGLAND).year());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 1, 24, 1899, 2201, 202425})
  void yearIsRefused_whenItIsNeitherZeroNorPlausible(int year) {
    String refusal = Refusals.message(() -> new StreamId("fees", year, ENGLAND));
    assertTrue(refusal.startsWith("year must be in [1900, 2200], was " + year));
  }

  @Test
  void startYearIsRefused_whenItIsZero() {
    String refusal = Refusals.message(() -> StreamId.ofYear("fees", 0, ENGLAND));
    assertEquals("startYear must be in [1900, 2200], was 0; write 2024 for 2024-25", refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void textsAreRefused_whenBlank(String blank) {
    assertThrows(IllegalArgumentException.class, () -> StreamId.ofParameter(blank, ENGLAND));
    assertThrows(IllegalArgumentException.class, () -> StreamId.ofParameter("fees", blank));
  }
}
