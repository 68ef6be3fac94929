package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.fundinggap.evidence.EvidenceBaseTest.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {
  private static final YearRange THREE_YEARS = range("2012-13", "2014-15");

  @TempDir Path directory;
  private Series referrals;
  private Series lookedAfter;
  private Series deflator;

  @BeforeEach
  void load() {
    EvidenceBase evidence = RegisterFixture.in(directory).load();
    referrals = evidence.series("referrals");
    lookedAfter = evidence.series("looked-after");
    deflator = evidence.series("deflator");
    assertEquals(PriceBasis.cash(), evidence.series("budget").basis().orElseThrow());
  }

  private static YearRange range(String first, String last) {
    return YearRange.inclusive(year(first), year(last));
  }

  @Test
  void describesItself_whenAsked() {
    assertEquals("referrals", referrals.id());
    assertEquals("Referrals", referrals.label());
    assertEquals(Unit.NUMBER, referrals.unit());
    assertTrue(referrals.basis().isEmpty());
    assertEquals(Timing.FINANCIAL_YEAR, referrals.timing());
    assertEquals("E92000001", referrals.area());
    assertEquals("in the year", referrals.note());
    assertEquals("referrals (number, 2012-13 to 2014-15, 2016-17)", referrals.toString());
  }

  @Test
  void givesValuesByFinancialYear_whenHeld() {
    assertEquals(110, referrals.at(year("2013-14")));
    assertTrue(referrals.has(year("2016-17")));
    assertFalse(referrals.has(year("2015-16")));
    assertEquals(year("2012-13"), referrals.first());
    assertEquals(year("2016-17"), referrals.last());
    assertEquals(4, referrals.years().size());
    assertEquals(Map.of("2022", 90.5, "2023", 96.25, "2024", 100.0), valuesOf(deflator));
  }

  private static Map<String, Double> valuesOf(Series series) {
    return series.observations().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }

  @Test
  void errorNamesSeriesYearAndYearsHeld_whenYearIsLacking() {
    assertMessage(
        "series referrals has no value for 2015-16; it holds 2012-13 to 2014-15, 2016-17",
        () -> referrals.at(year("2015-16")));
    assertMessage(
        "series deflator has no value for 2021; it holds 2022 to 2024", () -> deflator.in(2021));
  }

  @Test
  void givesValuesByCalendarYear_whenTimingIsCalendar() {
    assertEquals(96.25, deflator.in(2023));
    assertEquals(Map.of(2022, 90.5, 2023, 96.25, 2024, 100.0), deflator.byCalendarYear());
    assertThrows(RuntimeException.class, () -> deflator.byCalendarYear().put(2025, 102.0));
  }

  @Test
  void errorNamesTheRightMethod_whenTimingIsTheOther() {
    String calendar = "series deflator is by calendar year; use in(2024) or byCalendarYear()";
    assertMessage(calendar, () -> deflator.at(year("2023-24")));
    assertMessage(calendar, () -> deflator.observation(year("2023-24")));
    assertMessage(calendar, () -> deflator.has(year("2023-24")));
    assertMessage(calendar, () -> deflator.between(range("2022-23", "2023-24")));
    assertMessage(calendar, () -> deflator.growth(year("2022-23"), year("2023-24")));
    assertMessage(calendar, () -> deflator.logChanges(range("2022-23", "2023-24")));
    assertMessage(calendar, deflator::years);
    assertMessage(calendar, deflator::first);
    assertMessage(calendar, deflator::last);
    String financial = "series referrals is by financial year; use at(FinancialYear)";
    assertMessage(financial, () -> referrals.in(2013));
    assertMessage(financial, referrals::byCalendarYear);
  }

  @Test
  void betweenNamesEveryMissingYear_whenRangeHasGaps() {
    assertEquals(
        Map.of(year("2012-13"), 100.0, year("2013-14"), 110.0, year("2014-15"), 121.0),
        referrals.between(THREE_YEARS));
    assertMessage(
        "no value for 2011-12, 2015-16; it holds",
        () -> referrals.between(range("2011-12", "2016-17")));
    assertMessage("no value for 2015-16;", () -> referrals.between(range("2014-15", "2015-16")));
    assertMessage("no value for 2015-16", () -> referrals.logChanges(range("2012-13", "2016-17")));
  }

  @Test
  void growthIsRatioLessOne_whenYearsAreComparable() {
    assertEquals(0.21, referrals.growth(year("2012-13"), year("2014-15")), 1e-15);
    assertEquals(0.30, referrals.growth(year("2012-13"), year("2016-17")), 1e-15);
    assertMessage(
        "to must be after from", () -> referrals.growth(year("2014-15"), year("2012-13")));
    assertMessage(
        "to must be after from", () -> referrals.growth(year("2014-15"), year("2014-15")));
    assertMessage("no value for 2015-16", () -> referrals.growth(year("2012-13"), year("2015-16")));
  }

  @Test
  void logChangesAreTheSame_whenGrowthIsConstant() {
    List<Double> changes = referrals.logChanges(THREE_YEARS);
    assertEquals(2, changes.size());
    assertEquals(StrictMath.log(1.1), changes.get(0), 1e-15);
    assertEquals(StrictMath.log(1.1), changes.get(1), 1e-15);
    assertEquals(List.of(), referrals.logChanges(range("2012-13", "2012-13")));
  }

  @Test
  void logChangesReadAcrossBreaks_onlyWhenAsked() {
    Series series = lookedAfter.acrossBreaks();
    List<Double> changes = series.logChanges(range("2014-15", "2016-17"));
    assertEquals(StrictMath.log(1.1), changes.get(0), 1e-15);
    assertEquals(StrictMath.log(70.0 / 55), changes.get(1), 1e-15);
  }

  @Test
  void readsAcrossYearsRefuse_whenABreakLiesInside() {
    YearRange broken = range("2015-16", "2017-18");
    String message = "2016-17 not comparable with the year before";
    assertMessage(message, () -> lookedAfter.between(broken));
    assertMessage(message, () -> lookedAfter.logChanges(broken));
    assertMessage(message, () -> lookedAfter.growth(year("2014-15"), year("2016-17")));
  }

  @Test
  void breakIsNoObstacle_whenItLiesBeforeTheFirstYearOrIsAccepted() {
    assertEquals(0.1, lookedAfter.growth(year("2016-17"), year("2017-18")), 1e-15);
    assertEquals(0.1, lookedAfter.growth(year("2014-15"), year("2015-16")), 1e-15);
    assertEquals(4, lookedAfter.acrossBreaks().between(range("2014-15", "2017-18")).size());
    assertEquals(0.54, lookedAfter.acrossBreaks().growth(year("2014-15"), year("2017-18")), 1e-15);
  }

  @Test
  void calendarYearsRefuse_whenTheSeriesBreaks() {
    RegisterFixture fixture = RegisterFixture.in(directory);
    fixture.replace(
        RegisterFixture.PRICES, "deflator,2023,96.25,green,,", "deflator,2023,96.25,green,yes,");
    Series broken = fixture.load().series("deflator");
    assertMessage("2023 not comparable", broken::byCalendarYear);
    assertEquals(3, broken.acrossBreaks().byCalendarYear().size());
  }

  @Test
  void logarithmsAndGrowthRefuse_whenAValueIsNotPositive() {
    RegisterFixture fixture = RegisterFixture.in(directory);
    fixture.replace(RegisterFixture.ACTIVITY, "2012-13,100", "2012-13,0");
    fixture.replace(
        RegisterFixture.ACTIVITY,
        "2013-14,110,green,,,,,",
        "2013-14,-1,green,,,,,as-is: to be refused when it is read");
    Series series = fixture.load().series("referrals");
    assertMessage(
        "value of 2012-13 must be positive for a logarithm, was 0.0",
        () -> series.logChanges(THREE_YEARS));
    assertMessage(
        "value of 2013-14 must be positive for a logarithm, was -1.0",
        () -> series.logChanges(THREE_YEARS));
    assertMessage(
        "value of 2012-13 must be positive for growth",
        () -> series.growth(year("2012-13"), year("2014-15")));
  }
}
