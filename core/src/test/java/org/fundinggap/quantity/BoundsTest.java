package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is still in and what is just out; errors say it as the code does it. */
@DisplayName("Bounds of quantities")
class BoundsTest {
  private final FinancialYear first = FinancialYear.parse("2024-25");

  private static Deflator deflator(double index, double growth) {
    return Deflator.fromCalendarYears(
        "v", new TreeMap<>(Map.of(2024, index)), new TreeMap<>(Map.of(2025, growth)));
  }

  @Test
  @DisplayName("growth of prices may be -20% and 50% a year, and is refused just beyond")
  void growthOfPrices() {
    assertEquals(-0.2, deflator(100, -0.2).growth(FinancialYear.starting(2030)), 1e-12);
    assertEquals(0.5, deflator(100, 0.5).growth(FinancialYear.starting(2030)), 1e-12);
    assertThrows(InvalidInputException.class, () -> deflator(100, Math.nextDown(-0.2)));
    assertThrows(InvalidInputException.class, () -> deflator(100, Math.nextUp(0.5)));
  }

  @Test
  @DisplayName("an index of prices must be above 0 and finite")
  void indexOfPrices() {
    assertEquals(
        List.of("outturn of 2024 must be a positive index number, was 0.0"),
        assertThrows(InvalidInputException.class, () -> deflator(0, 0.02)).problems());
    assertEquals(
        List.of("outturn of 2024 must be a positive index number, was Infinity"),
        assertThrows(InvalidInputException.class, () -> deflator(Double.POSITIVE_INFINITY, 0.02))
            .problems());
  }

  @Test
  @DisplayName("a deflator reaches sixty years beyond its outturn, and says what it is")
  void yearsOfPrices() {
    Deflator deflator = deflator(100, 0.02);
    assertEquals(FinancialYear.starting(2024 + 59), deflator.years().last());
    assertEquals("GDP deflator of v, outturn to 2024, then forecast", deflator.toString());
  }

  @Test
  @DisplayName("discount rates may be -10% and 50%, and are refused just beyond")
  void discountRates() {
    assertEquals(1 / 0.9, DiscountSchedule.of("low", Map.of(1, -0.1)).factor(1), 1e-15);
    assertEquals(1 / 1.5, DiscountSchedule.of("high", Map.of(1, 0.5)).factor(1), 1e-15);
    assertThrows(
        InvalidInputException.class,
        () -> DiscountSchedule.of("x", Map.of(1, Math.nextDown(-0.1))));
    assertThrows(
        InvalidInputException.class, () -> DiscountSchedule.of("x", Map.of(1, Math.nextUp(0.5))));
  }

  @ParameterizedTest
  @DisplayName("a million is the first amount in millions, a billion the first in billions")
  @CsvSource(
      delimiter = '|',
      value = {
        "1e6 | GBP 1.0m (cash)",
        "-1e6 | GBP -1.0m (cash)",
        "1e9 | GBP 1.00bn (cash)",
        "-1e9 | GBP -1.00bn (cash)",
      })
  void scalesOfMoney(double pounds, String text) {
    assertEquals(text, Money.of(pounds, PriceBasis.cash()).toString());
  }

  @Test
  @DisplayName("a half-open range that ends where it starts is refused by what it was given")
  void emptyRange() {
    assertEquals(
        "end must be after first 2024-25, was 2024-25; a range holds at least a year",
        assertThrows(IllegalArgumentException.class, () -> YearRange.halfOpen(first, first))
            .getMessage());
    assertEquals(1, YearRange.halfOpen(first, first.plus(1)).length());
  }
}
