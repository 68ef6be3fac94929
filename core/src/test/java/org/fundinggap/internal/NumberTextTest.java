package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number as text")
class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "1.23456, 1.235",
    "0, 0",
    "-0.0, 0",
    "999.4, 999.4",
    "999.97, '1,000'",
    "1234.6, '1,235'",
    "81770, '81,770'",
    "1e-7, 1.000e-07",
    "NaN, unknown",
    "Infinity, infinite"
  })
  @DisplayName("has four figures below a thousand, and is whole from there on")
  void numbersAreRoundedBeforeTheyAreWritten(double value, String text) {
    assertEquals(text, NumberText.of(value));
  }

  @ParameterizedTest
  @CsvSource({"84.76, 85", "996, '1,000'", "1234, '1,200'", "0.0036, 0.0036", "NaN, unknown"})
  @DisplayName("has two figures if it is a standard error, however large")
  void errorsHaveTwoFigures(double value, String text) {
    assertEquals(text, NumberText.error(value));
  }

  @Test
  @DisplayName("never jumps to powers of ten below a thousand, if it is a ratio")
  void ratiosAreReadable() {
    assertEquals("998", NumberText.ratio(998));
    assertEquals("999.9", NumberText.ratio(999.9));
    assertEquals("> 1e6", NumberText.ratio(2e6));
  }
}
