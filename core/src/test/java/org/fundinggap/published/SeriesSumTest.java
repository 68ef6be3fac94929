package org.fundinggap.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.demand.Placement;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sum of series")
class SeriesSumTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final SeriesSum CARE = SeriesSum.of("spend-looked-after-gross");
  private static final SeriesSum ALL_HOMES = SeriesSum.of("placed-homes", "placed-supported");

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  private static Optional<Cited> at(SeriesSum sum, String year) {
    return sum.at(EVIDENCE, year(year));
  }

  @Test
  @DisplayName("of one series is the number as it stands, with its id")
  void oneSeries() {
    assertEquals(
        Optional.of(Cited.of(8955.421269, "spend-looked-after-gross")), at(CARE, "2024-25"));
  }

  @Test
  @DisplayName("adds some up and takes some off, and cites them all")
  void byHand() {
    // Children in homes and in supported accommodation at 31 March 2025.
    Cited sum = at(ALL_HOMES, "2024-25").orElseThrow();
    assertEquals(9480 + 7520, sum.value());
    assertEquals(Set.of("placed-homes", "placed-supported"), sum.ids());
    SeriesSum less = SeriesSum.of("placed-homes").less("placed-supported");
    assertEquals(9480 - 7520, at(less, "2024-25").orElseThrow().value());
    assertEquals(List.of("placed-homes", "placed-supported"), less.series());
    assertEquals(List.of("placed-homes", "placed-supported"), ALL_HOMES.series());
  }

  @Test
  @DisplayName("is empty where one series lacks the year or is not in the register")
  void lackingYears() {
    assertEquals(Optional.empty(), at(CARE, "2014-15"));
    assertFalse(CARE.isHeld(EVIDENCE, year("2014-15")));
    assertTrue(CARE.isHeld(EVIDENCE, year("2015-16")));
    // Children looked after are held for 2014-15.
    assertEquals(
        Optional.empty(), at(SeriesSum.of("looked-after", "spend-looked-after-gross"), "2014-15"));
    assertEquals(
        Optional.empty(),
        at(SeriesSum.of("looked-after").less("spend-looked-after-gross"), "2014-15"));
    assertEquals(Optional.empty(), at(SeriesSum.of("looked-after", "no-such"), "2024-25"));
    assertTrue(
        Refused.message(() -> CARE.workedOut(EVIDENCE, year("2014-15"))).contains("2014-15"));
    assertTrue(Refused.message(SeriesSum::of).startsWith("number of series in a sum must be"));
  }

  /*
   * Up to 2018-19 published homes hold semi-independent places: 3,190 of 10,050 at 31 March 2019,
   * when 3,020 were in supported accommodation. Of earlier years the number is not held.
   */
  @Test
  @DisplayName("moves a group that was counted elsewhere, up to the last year in which it was")
  void regroups() {
    SeriesSum homes = PublishedTable.placement(Placement.HOMES);
    SeriesSum supported = PublishedTable.placement(Placement.SUPPORTED);
    Cited last = at(homes, "2018-19").orElseThrow();
    assertEquals(10_050 - 3190, last.value());
    assertEquals(Set.of("placed-homes", "placed-homes-2018-19-semi-independent"), last.ids());
    assertEquals(3020 + 3190, at(supported, "2018-19").orElseThrow().value());
    assertEquals(Optional.of(Cited.of(7100, "placed-homes")), at(homes, "2019-20"));
    assertEquals(Optional.of(Cited.of(6510, "placed-supported")), at(supported, "2019-20"));
  }

  @Test
  @DisplayName("is empty where that number is not held, and worked out by its share if asked to")
  void regroupsByShare() {
    SeriesSum homes = PublishedTable.placement(Placement.HOMES);
    SeriesSum supported = PublishedTable.placement(Placement.SUPPORTED);
    assertEquals(Optional.empty(), at(homes, "2017-18"));
    assertTrue(homes.isHeld(EVIDENCE, year("2017-18")));
    double share = EVIDENCE.prior("semi-independent-share-of-homes").centre();
    Cited worked = homes.workedOut(EVIDENCE, year("2017-18"));
    assertEquals(8530 * (1 - share), worked.value(), 1e-9);
    assertEquals(Set.of("placed-homes", "semi-independent-share-of-homes"), worked.ids());
    assertEquals(3100 + 8530 * share, supported.workedOut(EVIDENCE, year("2017-18")).value(), 1e-9);
    assertEquals(6860, homes.workedOut(EVIDENCE, year("2018-19")).value());
    SeriesSum again = SeriesSum.of("placed-homes").regrouped(homes.regrouping().orElseThrow());
    assertEquals(homes, again);
  }

  @Test
  @DisplayName("counts the same as the year before unless a series breaks or lacks one of the two")
  void comparesYears() {
    assertTrue(CARE.isComparable(EVIDENCE, year("2024-25")));
    assertFalse(CARE.isComparable(EVIDENCE, year("2012-13")), "it breaks before that year");
    assertFalse(CARE.isComparable(EVIDENCE, year("2014-15")), "that year is missing");
    assertFalse(CARE.isComparable(EVIDENCE, year("2015-16")), "the year before is missing");
    assertFalse(SeriesSum.of("no-such").isComparable(EVIDENCE, year("2024-25")));
    assertFalse(
        SeriesSum.of("placed-homes", "placed-supported").isComparable(EVIDENCE, year("2023-24")),
        "one of the two breaks");
    assertTrue(SeriesSum.of("placed-homes").isComparable(EVIDENCE, year("2023-24")));
    assertFalse(
        SeriesSum.of("placed-homes")
            .less("placed-supported")
            .isComparable(EVIDENCE, year("2023-24")));
  }

  @Test
  @DisplayName("counts the same only if a group could be moved in both years or in neither")
  void comparesRegroupedYears() {
    SeriesSum homes = PublishedTable.placement(Placement.HOMES);
    // No series breaks before either year.
    assertTrue(SeriesSum.of("placed-homes").isComparable(EVIDENCE, year("2018-19")));
    assertFalse(homes.isComparable(EVIDENCE, year("2018-19")), "moved in the later year only");
    assertTrue(homes.isComparable(EVIDENCE, year("2017-18")), "moved in neither");
    assertTrue(homes.isComparable(EVIDENCE, year("2020-21")));
  }
}
