package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBaseTest {
  @TempDir Path directory;
  private EvidenceBase evidence;

  @BeforeEach
  void load() {
    evidence = RegisterFixture.in(directory).load();
  }

  @Test
  void figureHasEveryColumn_whenRead() {
    Figure gap = evidence.figure("gap");
    assertEquals("Gap, England", gap.label());
    assertEquals(1900, gap.value());
    assertEquals(Unit.GBP_MILLION, gap.unit());
    assertEquals(Optional.of(PriceBasis.cash()), gap.basis());
    assertEquals("2019-20", gap.period());
    assertEquals("E92000001", gap.area());
    assertEquals(EvidenceKind.CLAIM, gap.provenance().kind());
    assertEquals(Quality.GREEN, gap.provenance().quality());
    assertEquals(
        "SEED-1 (Association of Councils, March 2017), table x", gap.provenance().citation());
  }

  @Test
  void publicationDateIsThatOfTheSource_whenFigureHasNone() {
    assertEquals(LocalDate.of(2017, 3, 1), evidence.figure("gap").provenance().published());
    assertEquals(LocalDate.of(2022, 5, 23), evidence.figure("bill").provenance().published());
  }

  @Test
  void observationInheritsFromItsSeries_whenItsColumnsAreEmpty() {
    Observation inherited = evidence.series("referrals").observation(year("2013-14"));
    assertEquals(EvidenceKind.OUTTURN, inherited.provenance().kind());
    assertEquals(
        "DFE-1 (Department for Education, October 2025), table C1",
        inherited.provenance().citation());
    Observation own = evidence.series("referrals").observation(year("2016-17"));
    assertEquals(EvidenceKind.ESTIMATE, own.provenance().kind());
    assertEquals("SEED-1", own.provenance().source().id());
    assertEquals(Quality.AMBER, own.provenance().quality());
  }

  @Test
  void publicationIsPeriodEndPlusLag_whenObservationHasNoDate() {
    Observation lagged = evidence.series("referrals").observation(year("2013-14"));
    assertEquals(LocalDate.of(2014, 10, 31), lagged.provenance().published());
    assertTrue(lagged.latestValues());
    Observation dated = evidence.series("referrals").observation(year("2014-15"));
    assertEquals(LocalDate.of(2015, 10, 22), dated.provenance().published());
    assertFalse(dated.latestValues());
    Observation calendar = evidence.series("deflator").observations().firstEntry().getValue();
    assertEquals(LocalDate.of(2023, 3, 31), calendar.provenance().published());
  }

  @Test
  void priorHasItsShape_whenRead() {
    assertEquals(0.8, evidence.prior("one").centre());
    assertEquals(Double.NEGATIVE_INFINITY, evidence.prior("one").lower());
    assertEquals(0.02, evidence.prior("two").spread());
    assertEquals(0, evidence.prior("two").lower());
    assertEquals(Double.POSITIVE_INFINITY, evidence.prior("two").upper());
    assertEquals(PriorShape.TRIANGULAR, evidence.prior("three").distribution());
    assertEquals(2.5, evidence.prior("four").centre());
  }

  @Test
  void priorHasItsMassAndItsReason_whenRead() {
    assertEquals(0.25, evidence.prior("three").massAtZero());
    assertEquals(0, evidence.prior("four").massAtZero());
    assertEquals("a convention", evidence.prior("one").whyFixed());
    assertEquals("", evidence.prior("two").whyFixed());
  }

  @Test
  void listsKeepTheOrderOfTheFiles_whenAsked() {
    assertEquals(
        List.of("gap", "bill", "effect", "grant", "fee"),
        evidence.figures().stream().map(Figure::id).toList());
    assertEquals(
        List.of("referrals", "looked-after", "deflator", "budget"),
        evidence.allSeries().stream().map(Series::id).toList());
    assertEquals(
        List.of("one", "two", "three", "four"), evidence.priors().stream().map(Prior::id).toList());
    assertEquals(List.of("SEED-1", "DFE-1"), evidence.sources().stream().map(Source::id).toList());
  }

  @Test
  void knowsFiguresSeriesAndPriors_whenHeld() {
    assertTrue(evidence.knows("gap"));
    assertTrue(evidence.knows("referrals"));
    assertTrue(evidence.knows("two"));
    assertFalse(evidence.knows("SEED-1"));
    assertFalse(evidence.knows(""));
    assertTrue(evidence.hasPrior("two"));
    assertFalse(evidence.hasPrior("gap"));
    assertTrue(evidence.hasSeries("referrals"));
    assertFalse(evidence.hasSeries("two"));
  }

  @Test
  void idsAreOfAllTablesInTheOrderOfTheAlphabet_whenAsked() {
    assertEquals(
        "bill budget deflator effect fee four gap grant looked-after one referrals three two",
        String.join(" ", evidence.ids()));
  }

  @Test
  void observationsAndTheirSourcesJoin_whenTheirSeriesLackTheYear() {
    Source source =
        new Source(
            Source.PROJECTED + "1",
            "Totals",
            "Nobody",
            LocalDate.of(2019, 6, 1),
            "",
            Optional.empty(),
            "made up",
            "none",
            "",
            "");
    Provenance from =
        new Provenance(
            EvidenceKind.ESTIMATE, Quality.AMBER, source, "", LocalDate.of(2019, 6, 1), "");
    Map<String, Observation> one = Map.of("looked-after", new Observation(80, false, false, from));
    EvidenceBase more = evidence.with(year("2018-19"), one);
    assertEquals(80, more.series("looked-after").at(year("2018-19")));
    assertEquals(77, more.series("looked-after").at(year("2017-18")));
    assertEquals(
        80, more.asOf(LocalDate.of(2019, 6, 1)).series("looked-after").at(year("2018-19")));
    assertFalse(more.asOf(LocalDate.of(2019, 5, 31)).series("looked-after").has(year("2018-19")));
    assertFalse(evidence.series("looked-after").has(year("2018-19")));
    assertEquals(source, more.sources().get(2));
    assertTrue(source.isProjection());
    assertFalse(evidence.sources().get(0).isProjection());
    assertMessage(
        "series looked-after must lack 2017-18, holds it",
        () -> evidence.with(year("2017-18"), one));
    assertMessage(
        "no series \"lookd-after\"; nearest known: looked-after",
        () ->
            evidence.with(
                year("2018-19"),
                Map.of("lookd-after", Objects.requireNonNull(one.get("looked-after")))));
  }

  @Test
  void errorNamesNearestIds_whenIdIsMistyped() {
    assertMessage(
        "no series \"referal\"; nearest known: referrals", () -> evidence.series("referal"));
    assertMessage("no figure \"gapp\"; nearest known: gap", () -> evidence.figure("gapp"));
    assertMessage("no prior \"tree\"; nearest known: three", () -> evidence.prior("tree"));
  }

  @Test
  void errorNamesTheRightMethod_whenIdIsOfAnotherTable() {
    assertMessage("use series(id)", () -> evidence.figure("referrals"));
    assertMessage("use figure(id)", () -> evidence.series("gap"));
    assertMessage("use prior(id)", () -> evidence.series("two"));
  }

  @Test
  void loadRefuses_whenThereIsNoDirectory() {
    assertMessage(
        "directory must be a directory", () -> EvidenceBase.load(directory.resolve("none")));
  }

  static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  static void assertMessage(String part, Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.contains(part), () -> "expected \"" + part + "\" in: " + message);
  }
}
