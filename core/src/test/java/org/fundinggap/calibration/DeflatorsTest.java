package org.fundinggap.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.fundinggap.cost.Inflation;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The deflator of a past base year")
class DeflatorsTest {
  private static final EvidenceBase ALL = EvidenceBase.load();

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    // The outturn of consumer prices for the year just over, then the outlook of November before.
    "2015-16, 2017-01-31, 0.0066, 0.0233, 0.0200, 2021",
    "2018-19, 2020-01-31, 0.0179, 0.0186, 0.0200, 2023",
    "2021-22, 2023-01-31, 0.0907, 0.0736, 0.0172, 2027",
    "2023-24, 2025-01-31, 0.0253, 0.0258, 0.0203, 2029",
  })
  @DisplayName("goes on as was known on the 31 January after, with that date or without")
  void growthIsThatOfTheTime(
      String base, LocalDate date, double next, double second, double last, int lastYear) {
    FinancialYear year = FinancialYear.parse(base);
    for (EvidenceBase evidence : List.of(ALL, ALL.asOf(date))) {
      NavigableMap<Integer, Double> growth = Deflators.forecast(evidence, year);
      assertEquals(next, growth.getOrDefault(year.startYear() + 1, Double.NaN), 5e-5);
      assertEquals(second, growth.getOrDefault(year.startYear() + 2, Double.NaN), 5e-5);
      assertEquals(last, growth.getOrDefault(lastYear, Double.NaN), 5e-5);
      assertEquals(lastYear + 1, growth.lastKey());
      assertEquals(0.02, growth.getOrDefault(lastYear + 1, Double.NaN));
      double index = Deflators.of(evidence, year).growth(FinancialYear.starting(lastYear + 2));
      assertEquals(0.02, index, 5e-7);
    }
  }

  @Test
  @DisplayName("is of the newest outlook as of a date on which the base year is the newest")
  void newestOutlookIsTaken_whenTheDateIsLater() {
    FinancialYear base = FinancialYear.parse("2018-19");
    assertEquals(
        "outturn to 2018, then forecast of 2019-03-13",
        Deflators.method(ALL.asOf(LocalDate.of(2020, 3, 10)), base));
    assertEquals(
        "outturn to 2018, then forecast of 2020-03-11",
        Deflators.method(ALL.asOf(LocalDate.of(2020, 3, 11)), base));
    assertEquals(
        "outturn to 2018, then forecast of 2019-03-13",
        Deflators.method(ALL.asOf(LocalDate.of(2026, 1, 31)), base));
    assertEquals("outturn to 2018, then forecast of 2019-03-13", Deflators.method(ALL, base));
  }

  @Test
  @DisplayName("goes on with the outlook of March 2026, before its day with that of November 2025")
  void newestOutlookReplacesTheOneBefore() {
    FinancialYear base = FinancialYear.parse("2024-25");
    NavigableMap<Integer, Double> now = Deflators.forecast(ALL, base);
    assertEquals(0.023, now.getOrDefault(2026, Double.NaN));
    EvidenceBase before = ALL.asOf(LocalDate.of(2026, 3, 2));
    NavigableMap<Integer, Double> then = Deflators.forecast(before, base);
    assertEquals(0.0248, then.getOrDefault(2026, Double.NaN));
    assertEquals(0.0204, then.getOrDefault(2029, Double.NaN));
    assertEquals("outturn to 2024, then forecast of 2025-11-26", Deflators.method(before, base));
  }

  @Test
  @DisplayName("is cited by the path of inflation, which names prices and the long run")
  void pathCitesTheVintage() {
    Origin origin =
        Baseline.england(ALL, FinancialYear.parse("2018-19"))
            .with(FundingRule.CASH_FLAT)
            .inputs()
            .origin(Inflation.CENTRAL);
    assertEquals("outturn to 2018, then forecast of 2019-03-13", origin.method());
    assertEquals(
        Set.of("gdp-deflator", "cpi-inflation", "inflation-long-run"),
        Set.copyOf(origin.evidence()));
  }

  @Test
  @DisplayName("grows by the long run where no forecast of the time is held")
  void longRunIsTaken_whenNoForecastIsHeld() {
    FinancialYear early = FinancialYear.parse("2009-10");
    assertEquals(Map.of(2010, 0.02), Deflators.forecast(ALL, early));
    assertEquals(2009, Deflators.lastForecast(ALL, early));
    assertEquals(
        "outturn to 2009, then the long run: no forecast of the time is held",
        Deflators.method(ALL, early));
  }

  @Test
  @DisplayName("of 2024-25 is that of the register")
  void latestIsThatOfTheRegister() {
    FinancialYear latest = FinancialYear.parse("2024-25");
    assertEquals("outturn, then forecast", Deflators.method(ALL, latest));
    assertEquals(Deflators.latest(ALL).toString(), Deflators.of(ALL, latest).toString());
    for (FinancialYear year : Deflators.latest(ALL).years().years()) {
      assertEquals(Deflators.latest(ALL).index(year), Deflators.of(ALL, latest).index(year));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"2015-16, 55, 0.0066, 0.0141, 27.5", "2024-25, 64, 0.0382, 0.0189, 28.1"})
  @DisplayName("grew in a record that starts in 1961 and ends in the base year's calendar year")
  void recordIsLong(String base, int years, double last, double spread, double counted) {
    FinancialYear year = FinancialYear.parse(base);
    YearlySeries growth = Deflators.yearlyGrowth(ALL, year);
    assertEquals(years, growth.years());
    assertEquals(StrictMath.log(4.546 / 4.3981), growth.at(0), 1e-12);
    assertEquals(last, growth.last(), 1e-4);
    // Where two records of the World Bank's meet, the Treasury's is read.
    assertEquals(StrictMath.log(50.7097 / 49.4168), growth.at(1995 - 1961), 1e-12);
    Inputs inputs = Baseline.england(ALL, year).with(FundingRule.CASH_FLAT).inputs();
    // A truncated normal whose bounds are far away has the mean of the estimate.
    assertEquals(spread, inputs.distribution(Inflation.SPREAD).mean(), 1e-4);
    assertEquals(
        spread / Math.sqrt(2 * counted),
        inputs.distribution(Inflation.SPREAD).standardDeviation(),
        1e-4);
  }

  @Test
  @DisplayName("of a past date has the years that were out: three months after their end")
  void recordEndsWithWhatWasOut() {
    for (String series : List.of(Deflators.OUTTURN, Deflators.LONG_RECORD)) {
      assertEquals(2014, last(series, LocalDate.of(2016, 3, 30)), series);
      assertEquals(2015, last(series, LocalDate.of(2016, 3, 31)), series);
    }
  }

  private static int last(String series, LocalDate date) {
    return ALL.asOf(date).series(series).acrossBreaks().byCalendarYear().lastKey();
  }

  @Test
  @DisplayName("and the long record are the same but where the latter joins two")
  void recordsAgree() {
    NavigableMap<Integer, Double> treasury = ALL.series(Deflators.OUTTURN).byCalendarYear();
    NavigableMap<Integer, Double> bank =
        ALL.series(Deflators.LONG_RECORD).acrossBreaks().byCalendarYear();
    for (int year = 1996; year < 2020; year++) {
      assertEquals(growth(treasury, year), growth(bank, year), 5e-4, "growth in " + year);
    }
    assertEquals(0.026, growth(treasury, 1995), 5e-4);
    assertEquals(0.103, growth(bank, 1995), 5e-4);
  }

  private static double growth(NavigableMap<Integer, Double> index, int year) {
    return StrictMath.log(
        index.getOrDefault(year, Double.NaN) / index.getOrDefault(year - 1, Double.NaN));
  }
}
