package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatorTest {
  /** GDP deflator by calendar year, 2024 = 100, as published in December 2025. */
  private static final TreeMap<Integer, Double> PUBLISHED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(2013, 73.48),
              Map.entry(2014, 74.65),
              Map.entry(2015, 75.15),
              Map.entry(2016, 76.46),
              Map.entry(2017, 77.64),
              Map.entry(2018, 79.16),
              Map.entry(2019, 81.11),
              Map.entry(2020, 85.21),
              Map.entry(2021, 85.64),
              Map.entry(2022, 90.50),
              Map.entry(2023, 96.25),
              Map.entry(2024, 100.0)));

  /** 2024-25 reaches into 2025, which is not among them: 2.6% is assumed, then 2%. */
  private final Deflator december =
      Deflator.fromCalendarYears(
          "December 2025", PUBLISHED, new TreeMap<>(Map.of(2025, 0.026, 2026, 0.02)));

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static Deflator of(Map<Integer, Double> outturn, Map<Integer, Double> growth) {
    return Deflator.fromCalendarYears("v", new TreeMap<>(outturn), new TreeMap<>(growth));
  }

  @ParameterizedTest
  @CsvSource({"2013-14, 73.03", "2018-19, 78.79", "2020-21, 85.10"})
  void publishedFinancialYearIsReproduced_whenMadeOfCalendarYears(String text, double published) {
    double index = 100 * december.index(year(text)) / december.index(year("2024-25"));
    assertEquals(published, index, 0.005 * published);
  }

  @Test
  void indexIsThreeQuartersAndOneQuarter_whenBothYearsAreHeld() {
    Deflator deflator = of(Map.of(2022, 80.0, 2023, 100.0), Map.of(2024, 0.1));
    assertEquals(85, deflator.index(year("2022-23")), 1e-12);
    assertEquals(102.5, deflator.index(year("2023-24")), 1e-12);
    assertEquals(102.5 / 85 - 1, deflator.growth(year("2023-24")), 1e-12);
    assertEquals(0.1, deflator.growth(year("2025-26")), 1e-12);
  }

  @Test
  void forecastStartsWhereEitherCalendarYearDoes_whenAsked() {
    assertFalse(december.isForecast(year("2023-24")));
    assertTrue(december.isForecast(year("2024-25")));
  }

  @Test
  void lastGrowthIsHeld_whenForecastEnds() {
    assertEquals(0.02, december.growth(year("2040-41")), 1e-12);
    assertEquals(year("2013-14"), december.years().first());
    assertEquals(FinancialYear.starting(2083), december.years().last());
    assertEquals("December 2025", december.vintage());
  }

  @Test
  void yearIsRefused_whenItHasNoIndex() {
    assertThrows(IllegalArgumentException.class, () -> december.index(year("2012-13")));
    assertThrows(
        IllegalArgumentException.class, () -> december.index(FinancialYear.starting(2084)));
    assertThrows(IllegalArgumentException.class, () -> december.growth(year("2013-14")));
  }

  @Test
  void conversionIsRefused_whenBasisIsAlreadyTheOther() {
    Money cash = Money.of(1, PriceBasis.cash());
    Money real = Money.of(1, PriceBasis.real(year("2022-23")));
    assertThrows(
        IllegalArgumentException.class,
        () -> december.toReal(real, year("2022-23"), year("2024-25")));
    assertThrows(IllegalArgumentException.class, () -> december.toCash(cash, year("2022-23")));
    assertThrows(IllegalArgumentException.class, () -> december.reprice(cash, year("2022-23")));
  }

  @Test
  void everyProblemIsListed_whenOutturnAndGrowthAreBroken() {
    InvalidInputException error =
        assertThrows(
            InvalidInputException.class,
            () -> of(Map.of(2020, 80.0, 2022, -1.0), Map.of(2023, 3.0, 2025, 0.02)));
    assertEquals(
        List.of(
            "outturn must hold every year from 2020, lacks 2021",
            "growthBeyond must hold every year from 2023, lacks 2024",
            "outturn of 2022 must be a positive index number, was -1.0",
            "growthBeyond of 2023 must be in [-0.2, 0.5], was 3.0; write 0.02 for 2%"),
        error.problems());
  }

  @Test
  void growthIsRefused_whenItOverlapsOutturnOrLeavesAGap() {
    Map<Integer, Double> outturn = Map.of(2020, 80.0, 2021, 81.0);
    assertThrows(InvalidInputException.class, () -> of(outturn, Map.of(2021, 0.02)));
    assertThrows(InvalidInputException.class, () -> of(outturn, Map.of(2023, 0.02)));
    assertThrows(InvalidInputException.class, () -> of(outturn, Map.of()));
    assertThrows(InvalidInputException.class, () -> of(Map.of(), Map.of(2023, 0.02)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void deflatorIsRefused_whenANumberIsNotFinite(double bad) {
    assertThrows(InvalidInputException.class, () -> of(Map.of(2020, bad), Map.of(2021, 0.02)));
    assertThrows(InvalidInputException.class, () -> of(Map.of(2020, 80.0), Map.of(2021, bad)));
  }

  @Test
  void laterChangesDoNotMatter_whenTheCallerKeepsTheMaps() {
    TreeMap<Integer, Double> outturn = new TreeMap<>(Map.of(2022, 80.0, 2023, 100.0));
    TreeMap<Integer, Double> growth = new TreeMap<>(Map.of(2024, 0.1));
    Deflator deflator = Deflator.fromCalendarYears("v", outturn, growth);
    outturn.put(2022, 1.0);
    growth.put(2024, 0.5);
    assertEquals(85, deflator.index(year("2022-23")), 1e-12);
    assertEquals(0.1, deflator.growth(year("2025-26")), 1e-12);
  }
}
