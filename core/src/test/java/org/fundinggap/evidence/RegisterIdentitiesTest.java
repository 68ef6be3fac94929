package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Identities of the published statistics: a wrong digit in the register breaks one of them. */
@DisplayName("The register closes on its own identities")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterIdentitiesTest {
  private static final double WEEKS_OF_A_YEAR = 52.14;

  private final EvidenceBase evidence = EvidenceBase.load();

  private double at(String series, FinancialYear year) {
    return evidence.series(series).at(year);
  }

  private static List<FinancialYear> years(String first, String last) {
    return IntStream.rangeClosed(
            FinancialYear.parse(first).startYear(), FinancialYear.parse(last).startYear())
        .mapToObj(FinancialYear::starting)
        .toList();
  }

  static Stream<FinancialYear> yearsOfClosingReferrals() {
    return years("2015-16", "2024-25").stream()
        .filter(year -> !year.equals(FinancialYear.parse("2017-18")));
  }

  @ParameterizedTest
  @MethodSource("yearsOfClosingReferrals")
  @DisplayName("Episodes started are referrals less no further action less not in need")
  void referralsCloseOnEpisodesStarted(FinancialYear year) {
    double started =
        at("referrals", year) - at("no-further-action-count", year) - at("not-in-need-count", year);
    assertEquals(started, at("children-in-need-started", year), 130);
  }

  @Test
  @DisplayName("Entries less exits fall short of the change of the stock by 420 to 890 a year")
  void flowsFallShortOfStock_whenChildrenAreLookedAfter() {
    for (FinancialYear year : years("2005-06", "2024-25")) {
      double change = at("looked-after", year) - at("looked-after", year.plus(-1));
      double net = at("looked-after-started", year) - at("looked-after-ceased", year);
      assertTrue(change - net >= 420 && change - net <= 890, () -> year + " by " + (change - net));
    }
  }

  @Test
  @DisplayName("Placements add up to children looked after")
  void placementsAddUp() {
    List<String> types =
        List.of(
            "placed-foster",
            "placed-homes",
            "placed-supported",
            "placed-other-residential",
            "placed-residential-schools",
            "placed-adoption",
            "placed-parents",
            "placed-other");
    for (FinancialYear year : years("2018-19", "2024-25")) {
      double sum = types.stream().mapToDouble(type -> at(type, year)).sum();
      assertEquals(at("looked-after", year), sum, 20, () -> "placements in " + year);
    }
  }

  @Test
  @DisplayName("Spending blocks add up to the total, but for 55 million in 2022-23")
  void spendingBlocksAddUp() {
    List<String> blocks =
        List.of(
            "looked-after",
            "safeguarding",
            "family-support",
            "young-people",
            "early-years",
            "youth-justice",
            "other");
    List<FinancialYear> years = years("2010-11", "2024-25");
    for (FinancialYear year : years) {
      if (evidence.series("spend-gross").has(year)) {
        double sum = blocks.stream().mapToDouble(block -> at(block(block), year)).sum();
        double excess = sum - at("spend-gross", year);
        double known = year.equals(FinancialYear.parse("2022-23")) ? 55.3 : 0;
        assertEquals(known, excess, 0.9, () -> "spending blocks in " + year);
      }
    }
    assertFalse(evidence.series("spend-gross").has(FinancialYear.parse("2014-15")));
  }

  private static String block(String name) {
    return "spend-" + name + "-gross";
  }

  @ParameterizedTest
  @CsvSource({
    "unit-cost-looked-after, spend-looked-after-gross, looked-after, 0.015",
    "unit-cost-social-work, spend-safeguarding-gross, children-in-need, 0.02",
  })
  @DisplayName("Unit costs are spending over children at 31 March and 52.14 weeks")
  void unitCostsDivideSpending(String cost, String spending, String children, double tolerance) {
    for (FinancialYear year : evidence.series(cost).years()) {
      double weekly = at(spending, year) * 1e6 / (at(children, year) * WEEKS_OF_A_YEAR);
      assertEquals(1, weekly / at(cost, year), tolerance, () -> cost + " in " + year);
    }
  }

  @Test
  @DisplayName("Caseload is cases over case holders, vacancies over all posts their share")
  void workforceClosesOnItsRates() {
    for (FinancialYear year : years("2017-18", "2025-26")) {
      assertEquals(
          at("caseload", year),
          at("cases", year) / at("case-holders", year),
          0.051,
          year::toString);
      double vacancies = at("social-worker-vacancies", year);
      double share = vacancies / (vacancies + at("social-workers", year));
      assertEquals(at("social-worker-vacancy-share", year), share, 0.00051, year::toString);
    }
  }

  @Test
  @DisplayName("35 to 39% of those who cease to be looked after do so on their 18th birthday")
  void shareCeasesAtEighteen() {
    for (FinancialYear year : years("2019-20", "2023-24")) {
      double share = at("ceased-on-18th-birthday", year) / at("looked-after-ceased", year);
      assertTrue(share > 0.345 && share < 0.395, () -> share + " in " + year);
    }
  }

  @Test
  @DisplayName("Early help was 3,451 million in 2010-11, in three blocks")
  void earlyHelpIsHeldFrom2010() {
    FinancialYear year = FinancialYear.parse("2010-11");
    assertEquals(870, at(block("family-support"), year));
    assertEquals(1184, at(block("young-people"), year));
    assertEquals(1397, at(block("early-years"), year));
  }

  @Test
  @DisplayName("Revenue outturn closes: employees and running make gross, less income makes net")
  void revenueOutturnCloses() {
    for (FinancialYear year : evidence.series("ro-net").years()) {
      assertEquals(at("ro-gross", year), at("ro-employees", year) + at("ro-running", year), 1.01);
      assertEquals(at("ro-net", year), at("ro-gross", year) - at("ro-income", year), 1.01);
    }
  }

  @Test
  @DisplayName("6,470 more referrals is 2015-16 less what the register holds of 2010-11")
  void seedDifferenceIsBetweenTwoYears() {
    double more = evidence.figure("seed-extra-referrals").value();
    double implied = evidence.figure("referrals-2010-11-implied").value();
    double last = at("referrals", FinancialYear.parse("2015-16"));
    assertEquals(more, last - implied);
    assertEquals(more, last - at("referrals", FinancialYear.parse("2010-11")));
  }

  @Test
  @DisplayName("What was only recalled is a red assumption")
  void recalledIsRedAssumption() {
    List<Provenance> recalled =
        Stream.concat(
                evidence.figures().stream().map(Figure::provenance),
                evidence.allSeries().stream()
                    .flatMap(series -> series.observations().values().stream())
                    .map(Observation::provenance))
            .filter(provenance -> provenance.source().id().equals("RECALLED"))
            .toList();
    assertFalse(recalled.isEmpty());
    for (Provenance provenance : recalled) {
      assertEquals(EvidenceKind.ASSUMPTION, provenance.kind(), provenance::note);
      assertEquals(Quality.RED, provenance.quality(), provenance::note);
    }
  }
}
