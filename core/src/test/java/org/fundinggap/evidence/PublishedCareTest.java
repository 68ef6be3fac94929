package org.fundinggap.evidence;

import static org.fundinggap.evidence.PublishedFiles.assertSame;
import static org.fundinggap.evidence.PublishedFiles.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Children looked after in the register: stocks, flows and placements as published. */
@DisplayName("Children looked after against the published files")
@ParameterizedClass(name = "{0}")
@MethodSource("org.fundinggap.evidence.PublishedFiles#held")
class PublishedCareTest {
  private static final String CARE_RATES = "ees-cla/cla_number_and_rate_per_10k_children.csv";
  private static final String CARE_SINCE_1994 = "ees-cla/cla_time_series_1994_2024.csv";
  private static final String CARE_STOCK =
      "ees-cla/national_cla_on_31_march_by_characteristics.csv";
  private static final String CARE_PROVIDERS =
      "ees-cla/national_cla_on_31_march_by_placement_provider_placement_type_and_locality.csv";
  private static final String CARE_STARTED = "ees-cla/national_cla_started_to_be_looked_after.csv";
  private static final String CARE_CEASED =
      "ees-cla/national_children_who_ceased_to_be_looked_after_during_the_year.csv";
  private static final String CARE_LEAVERS = "la/cla/la_care_leavers_activity__2025release.csv";
  private static final String CARE_DURATIONS =
      "ees-cla/national_duration_of_placements_by_type_ceasing_during_the_year.csv";

  private final PublishedFiles files;

  PublishedCareTest(PublishedFiles files) {
    this.files = files;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "looked-after, Children looked after on 31 March each year",
    "looked-after-started, Children starting to be looked after each year",
    "looked-after-ceased, Children ceasing to be looked after each year",
  })
  void registerHoldsLatestReleaseOfChildrenLookedAfter(String series, String population) {
    Map<Integer, String> published =
        files.england(CARE_RATES, "population_type", population, "children_count");
    assertSame(PublishedFiles.of(published, 2024), series, FinancialYear.parse("2023-24"));
    assertSame(PublishedFiles.of(published, 2025), series, FinancialYear.parse("2024-25"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "looked-after, 1994, Children looked after at 31 March",
    "looked-after-started, 1994, Children starting to be looked after during the year",
    "looked-after-ceased, 1994, Children ceasing to be looked after during the year",
    "adopted, 1994, Children looked after who were adopted during the year",
    "asylum-seeking-looked-after, 2004, Children looked after at 31 March who were "
        + "unaccompanied asylum-seeking children",
  })
  void registerHoldsChildrenLookedAfterSince1994(String series, int first, String population) {
    Map<Integer, String> published =
        files.england(CARE_SINCE_1994, "population_count", population, "number");
    IntStream.rangeClosed(first, 2023)
        .filter(year -> files.isWhole() || isInCut(year))
        .forEach(
            year ->
                assertSame(PublishedFiles.of(published, year), series, FinancialYear.ending(year)));
    assertEquals(FinancialYear.ending(first), PublishedFiles.EVIDENCE.series(series).first());
  }

  /** Whether the cut of the long series has a year. */
  private static boolean isInCut(int year) {
    return year == 1994 || year == 2004 || year >= 2014;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "placed-foster, 1. Total foster placements",
    "placed-homes, 4. Total secure homes and children's homes",
    "placed-supported, 5. Total independent and semi-independent living arrangements/ "
        + "supported accommodation",
    "placed-other-residential, 6. Total other residential settings",
    "placed-residential-schools, 7. Total residential schools",
    "placed-adoption, 2. Total placed for adoption",
    "placed-parents, 3. Total placed with parents or other person with parental responsibility",
    "placed-other, 8. Total other placements",
  })
  @DisplayName("Placements are those first published, revised by at most 40 children to 2022-23")
  void registerHoldsPlacements(String series, String placement) {
    Map<Integer, String> published =
        files.england(CARE_STOCK, "characteristic", placement, "number");
    assertSame(PublishedFiles.of(published, 2020), series, FinancialYear.parse("2019-20"));
    for (int year = 2021; year <= 2023; year++) {
      double first = Double.parseDouble(PublishedFiles.of(published, year));
      assertEquals(first, registered(series, FinancialYear.ending(year)), 40, series + year);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "placed-foster, CLA_Fost",
    "placed-homes, CLA_Secure",
    "placed-supported, CLA_Ocom",
    "placed-other-residential, CLA_Ores",
    "placed-residential-schools, CLA_RSch",
    "placed-adoption, CLA_Adopt",
    "placed-parents, CLA_Parent",
    "placed-other, CLA_OthPl",
  })
  @DisplayName("Placements of 2017 and 2018 are those of the releases of those years")
  void registerHoldsPlacementsOfEarlierReleases(String series, String column) {
    Map<String, String> releases =
        Map.of(
            "2016-17", "vintages/cla-sfr/SFR50_CLA2017.csv",
            "2017-18", "vintages/cla-sfr/CLA2018.csv");
    releases.forEach(
        (year, file) -> {
          List<NamedCsvRecord> england =
              files.rows(file).stream()
                  .filter(row -> row.getField("geog_l").equals("NATIONAL"))
                  .toList();
          assertEquals(1, england.size(), file);
          assertSame(england.get(0).getField(column), series, FinancialYear.parse(year));
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "placed-foster-own, Own provision (by the LA)",
    "placed-foster-private, Private provision",
    "placed-foster-voluntary, Voluntary/third sector provision",
  })
  void registerHoldsFosterCareByProvider(String series, String provider) {
    for (int year = 2020; year <= 2024; year++) {
      double published = provided(year, provider, "2a. Foster", "3a. Foster");
      assertEquals(published, registered(series, FinancialYear.ending(year)), series + year);
    }
  }

  @Test
  void registerHoldsPrivateShareOfHomes() {
    for (int year = 2020; year <= 2024; year++) {
      double held = provided(year, "Private provision", "2b. Secure", "3b. Secure");
      double all = provided(year, "All children", "2b. Secure", "3b. Secure");
      double share = registered("private-share-of-homes", FinancialYear.ending(year));
      assertEquals(held / all, share, 0.00005, "private-share-of-homes " + year);
    }
  }

  /** Children by provider, inside and outside the council boundary together. */
  private double provided(int year, String provider, String inside, String outside) {
    List<NamedCsvRecord> rows =
        files.england(CARE_PROVIDERS).stream()
            .filter(row -> row.getField("time_period").equals(String.valueOf(year)))
            .filter(row -> row.getField("placement_provider").equals(provider))
            .filter(
                row ->
                    Stream.of(inside, outside).anyMatch(row.getField("placement_type")::startsWith))
            .toList();
    assertEquals(2, rows.size());
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("number"))).sum();
  }

  @Test
  void registerHoldsFosterCareWithRelatives() {
    for (int year = 2020; year <= 2024; year++) {
      String wanted = String.valueOf(year);
      List<NamedCsvRecord> rows =
          files.england(CARE_STOCK).stream()
              .filter(row -> row.getField("time_period").equals(wanted))
              .filter(row -> row.getField("characteristic").matches("1[ab]\\.1 Total.*relative.*"))
              .toList();
      assertEquals(2, rows.size());
      double published = rows.stream().mapToDouble(row -> number(row)).sum();
      double held = registered("placed-foster-relative", FinancialYear.ending(year));
      assertEquals(published, held, "placed-foster-relative " + year);
    }
  }

  private static double number(NamedCsvRecord row) {
    String cell = row.getField("number");
    return cell.equals("c") ? 0 : Double.parseDouble(cell);
  }

  @Test
  void registerHoldsAsylumSeekingEntries() {
    Map<Integer, String> published =
        files.england(
            CARE_STARTED, "characteristic", "Unaccompanied asylum-seeking children", "number");
    assertEquals(5, published.size());
    published.forEach(
        (year, number) -> assertSame(number, "asylum-seeking-started", FinancialYear.ending(year)));
  }

  @Test
  @DisplayName("Care leavers are those of both groups of ages")
  void registerHoldsCareLeavers() {
    Map<FinancialYear, Double> published = new HashMap<>();
    for (NamedCsvRecord row : files.england(CARE_LEAVERS)) {
      if (row.getField("breakdown").equals("Total")) {
        FinancialYear year = FinancialYear.ending(Integer.parseInt(row.getField("time_period")));
        double number = Double.parseDouble(row.getField("care_leaver_count"));
        published.merge(year, number, Double::sum);
      }
    }
    assertEquals(5, published.size());
    published.forEach((year, number) -> assertEquals(number, registered("care-leavers", year)));
    assertEquals(5, PublishedFiles.EVIDENCE.series("care-leavers").years().size());
  }

  @Test
  void registerHoldsThoseWhoCeasedOnTheir18thBirthday() {
    Map<Integer, String> published =
        files.england(CARE_CEASED, "characteristic", "Ceased on 18th birthday", "number");
    assertEquals(5, published.size());
    published.forEach(
        (year, number) ->
            assertSame(number, "ceased-on-18th-birthday", FinancialYear.ending(year)));
    assertEquals(5, PublishedFiles.EVIDENCE.series("ceased-on-18th-birthday").years().size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "foster, 1, Foster placements",
    "homes, 4, Secure homes and children's homes",
    "supported, 5, 'Independent and semi-independent living arrangements/ supported accommodation'",
    "adoption, 2, Placed for adoption",
    "parents, 3, Placed with parents or other persons with parental responsibility",
    "other, 678, Other residential settings|Residential schools|Other placement",
  })
  void registerHoldsFlowsBetweenPlacements(String group, String numbers, String types) {
    String totals = "[" + numbers + "]\\. Total .*";
    String ceasing = types.replace("|", "$|") + "$";
    for (int year = 2020; year <= 2024; year++) {
      FinancialYear ending = FinancialYear.ending(year);
      double entries = placements(CARE_STARTED, totals, year);
      double exits = placements(CARE_CEASED, totals, year);
      double ceased = ceasedPlacements(ceasing, year);
      assertEquals(entries, registered("placement-entries-" + group, ending), "entries " + year);
      assertEquals(exits, registered("placement-exits-" + group, ending), "exits " + year);
      double out = registered("placement-moves-out-" + group, ending);
      assertEquals(ceased - exits, out, "moves out " + year);
      if (year > 2020) {
        double change = stock(group, ending) - stock(group, ending.plus(-1));
        double in = registered("placement-moves-in-" + group, ending);
        assertEquals(change + ceased - entries, in, "moves in " + year);
      }
    }
  }

  private double placements(String file, String pattern, int year) {
    return files.england(file).stream()
        .filter(row -> row.getField("time_period").equals(String.valueOf(year)))
        .filter(row -> row.getField("cla_group").equals("Placement group"))
        .filter(row -> row.getField("characteristic").matches(pattern))
        .mapToDouble(PublishedCareTest::number)
        .sum();
  }

  private double ceasedPlacements(String pattern, int year) {
    return files.england(CARE_DURATIONS).stream()
        .filter(row -> row.getField("time_period").equals(String.valueOf(year)))
        .filter(row -> row.getField("placement_duration").equals("All placements"))
        .filter(row -> row.getField("placement_group").matches(pattern))
        .mapToDouble(PublishedCareTest::number)
        .sum();
  }

  private double stock(String group, FinancialYear year) {
    Stream<String> parts =
        group.equals("other")
            ? Stream.of("other", "other-residential", "residential-schools")
            : Stream.of(group);
    return parts.mapToDouble(part -> registered("placed-" + part, year)).sum();
  }
}
