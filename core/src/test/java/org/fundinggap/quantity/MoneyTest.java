package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private final PriceBasis inCash = PriceBasis.cash();
  private final PriceBasis inReal = PriceBasis.real(FinancialYear.parse("2022-23"));

  @Test
  void amountsAddUp_whenTheyHaveOneBasis() {
    assertEquals(Money.of(5, inCash), Money.of(2, inCash).plus(Money.of(3, inCash)));
    assertEquals(Money.of(-1, inReal), Money.of(2, inReal).minus(Money.of(3, inReal)));
    assertEquals(Money.of(-4, inCash), Money.of(2, inCash).times(-2));
    assertEquals(1600, Money.ofMillions(1600, inReal).millions());
    assertEquals(1.6e9, Money.ofMillions(1600, inReal).pounds());
  }

  @Test
  void amountsAreRefused_whenCashMeetsReal() {
    Money cash = Money.of(2, inCash);
    Money real = Money.of(3, inReal);
    String message =
        assertThrows(IllegalArgumentException.class, () -> cash.plus(real)).getMessage();
    assertEquals(
        "price basis must be cash to add, was real 2022-23 (GBP 3.00 (real 2022-23)); convert with"
            + " a Deflator first",
        message);
    assertThrows(IllegalArgumentException.class, () -> real.minus(cash));
  }

  @Test
  void amountsAreRefused_whenTheirPriceYearsDiffer() {
    Money one = Money.of(2, inReal);
    Money other = Money.of(2, PriceBasis.real(FinancialYear.parse("2023-24")));
    assertThrows(IllegalArgumentException.class, () -> one.plus(other));
    assertThrows(IllegalArgumentException.class, () -> one.minus(other));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void amountIsRefused_whenItIsNotFinite(double pounds) {
    assertThrows(IllegalArgumentException.class, () -> Money.of(pounds, inCash));
    assertThrows(IllegalArgumentException.class, () -> Money.ofMillions(pounds, inCash));
    assertThrows(IllegalArgumentException.class, () -> Money.of(1, inCash).times(pounds));
  }

  @Test
  void amountIsRefused_whenItOverflows() {
    Money most = Money.of(Double.MAX_VALUE, inCash);
    assertThrows(IllegalArgumentException.class, () -> most.plus(most));
    assertThrows(IllegalArgumentException.class, () -> most.times(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.6e9 | GBP 1.60bn (cash)",
        "-1.6e9 | GBP -1.60bn (cash)",
        "12345678 | GBP 12.3m (cash)",
        "999999.5 | GBP 999,999.50 (cash)",
        "0 | GBP 0.00 (cash)",
      })
  void textHasAReadableScale_whenWritten(double pounds, String text) {
    assertEquals(text, Money.of(pounds, inCash).toString());
  }

  @Test
  void textIsTheSame_whenTheLocaleWritesCommas() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("GBP 1.50bn (real 2022-23)", Money.of(1.5e9, inReal).toString());
      assertEquals("2022-23", FinancialYear.starting(2022).toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void basisParsesBack_whenWritten() {
    assertEquals(inCash, PriceBasis.parse(inCash.toString()));
    assertEquals(inReal, PriceBasis.parse(inReal.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cash", "real", "real 2022", "real  2022-23", "nominal", "cash "})
  void basisIsRefused_whenTextIsNeither(String text) {
    assertThrows(IllegalArgumentException.class, () -> PriceBasis.parse(text));
  }

  @Test
  void problemsAreAllListed_whenInputIsInvalid() {
    InvalidInputException error =
        assertThrows(
            InvalidInputException.class,
            () -> InvalidInputException.throwIfAny("input", List.of("first", "second")));
    assertEquals("input: 2 problems\n  - first\n  - second", error.getMessage());
    assertEquals(List.of("first", "second"), error.problems());
    assertThrows(RuntimeException.class, () -> error.problems().add("third"));
    assertEquals(
        "input: 1 problem\n  - one",
        new InvalidInputException("input", List.of("one")).getMessage());
  }
}
