package org.fundinggap.evidence;

import static org.fundinggap.evidence.EvidenceBaseTest.assertMessage;
import static org.fundinggap.evidence.EvidenceBaseTest.year;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfTest {
  @TempDir Path directory;
  private RegisterFixture fixture;
  private EvidenceBase evidence;

  @BeforeEach
  void load() {
    fixture = RegisterFixture.in(directory);
    evidence = fixture.load();
  }

  @Test
  void observationIsKnownFromItsDayOn_whenDatedByLag() {
    LocalDate day = LocalDate.of(2014, 10, 31);
    assertFalse(evidence.asOf(day.minusDays(1)).series("referrals").has(year("2013-14")));
    assertTrue(evidence.asOf(day).series("referrals").has(year("2013-14")));
  }

  @Test
  void observationIsKnownFromItsOwnDate_whenItHasOne() {
    assertEquals(
        year("2013-14"), evidence.asOf(LocalDate.of(2015, 10, 21)).series("referrals").last());
    assertEquals(
        year("2014-15"), evidence.asOf(LocalDate.of(2015, 10, 22)).series("referrals").last());
  }

  @Test
  void seriesIsGoneAndErrorSaysWhenItAppears_whenNothingWasKnown() {
    EvidenceBase early = evidence.asOf(LocalDate.of(2015, 1, 1));
    assertFalse(early.knows("looked-after"));
    assertEquals(List.of("referrals"), early.allSeries().stream().map(Series::id).toList());
    assertMessage(
        "no series \"looked-after\"; first published on 2015-11-30, after 2015-01-01",
        () -> early.series("looked-after"));
  }

  @Test
  void figureIsGoneAndErrorSaysWhenItAppears_whenPublishedLater() {
    EvidenceBase early = evidence.asOf(LocalDate.of(2017, 3, 1));
    assertEquals(1900, early.figure("gap").value());
    assertMessage("first published on 2022-05-23", () -> early.figure("bill"));
    assertEquals(1, early.figures().size());
  }

  @Test
  void priorsStayAndHindsightIsListed_whenPublishedLater() {
    EvidenceBase early = evidence.asOf(LocalDate.of(2016, 6, 1));
    assertEquals(0.8, early.prior("one").centre());
    assertEquals(
        List.of("one", "three", "four"), early.hindsightPriors().stream().map(Prior::id).toList());
    assertEquals(List.of(), evidence.hindsightPriors());
  }

  @Test
  void asOfDateIsKept_whenAsked() {
    LocalDate date = LocalDate.of(2016, 6, 1);
    assertEquals(Optional.empty(), evidence.asOfDate());
    assertEquals(Optional.of(date), evidence.asOf(date).asOfDate());
    assertEquals(
        "Evidence: 2 series, 0 figures, 4 priors from 2 sources, as of 2016-06-01",
        evidence.asOf(date).toString());
  }

  @Test
  void wholeRegisterIsThere_whenItIsAsOfADate() {
    EvidenceBase whole = evidence.asOf(LocalDate.of(2016, 6, 1)).whole();
    assertEquals(Optional.empty(), whole.asOfDate());
    assertEquals(evidence.toString(), whole.toString());
    assertEquals(evidence.ids(), whole.ids());
  }

  @Test
  void datesAreThoseOfWhatWasKnown_inOrderAndOnce() {
    List<LocalDate> dates = evidence.seriesDates();
    assertEquals(LocalDate.of(2013, 10, 31), dates.get(0));
    assertEquals(dates.stream().distinct().sorted().toList(), dates);
    assertTrue(dates.contains(LocalDate.of(2015, 10, 22)));
    LocalDate date = LocalDate.of(2015, 10, 22);
    assertEquals(
        dates.stream().filter(day -> !day.isAfter(date)).toList(),
        evidence.asOf(date).seriesDates());
  }

  @Test
  void laterDateIsRefused_whenRegisterIsAsOfAnEarlierOne() {
    EvidenceBase early = evidence.asOf(LocalDate.of(2016, 6, 1));
    assertMessage("date must not be after 2016-06-01", () -> early.asOf(LocalDate.of(2016, 6, 2)));
    assertFalse(early.asOf(LocalDate.of(2014, 1, 1)).series("referrals").has(year("2013-14")));
  }

  @Test
  void breakPassesToTheNextObservation_whenTheBrokenOneWasNotKnown() {
    fixture.replace(
        RegisterFixture.ACTIVITY,
        "looked-after,2016-17,70,green,yes,,,,",
        "looked-after,2016-17,70,green,yes,,,2019-06-01,");
    Series series = fixture.load().asOf(LocalDate.of(2019, 1, 1)).series("looked-after");
    assertFalse(series.has(year("2016-17")));
    assertMessage("2017-18 not comparable", () -> series.growth(year("2015-16"), year("2017-18")));
    assertDoesNotThrow(() -> series.acrossBreaks().growth(year("2015-16"), year("2017-18")));
  }

  @Test
  void readsAreThoseOfTheWholeRegister_whenAllWasKnown() {
    Series all = evidence.series("referrals");
    Series known = evidence.asOf(LocalDate.of(2030, 1, 1)).series("referrals");
    YearRange range = YearRange.inclusive(year("2012-13"), year("2014-15"));
    assertEquals(all.between(range), known.between(range));
    assertEquals(all.observations(), known.observations());
  }
}
