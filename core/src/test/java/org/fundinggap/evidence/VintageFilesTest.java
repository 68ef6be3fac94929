package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Earlier values are compared with whole files only: no cut holds an old release. */
@DisplayName("Earlier values against the published files")
@ExtendWith(NeedsWholeFiles.class)
class VintageFilesTest {
  private static final String FORECASTS = "OBR-FORECASTS-2024-10";
  private static final int FIRST_RELEASES = 66;

  /** Where the files of a release lie. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "DFE-SFR-CLA", "vintages/cla-sfr/",
          "DFE-CLA-2023", "vintages/cla-2023/",
          "DFE-CLA-2024", "ees-cla/",
          "DFE-CSWW-2023", "vintages/csww-2023/",
          "DFE-CSWW-2024", "vintages/csww-2024/");

  private static final String WORKBOOK =
      "vintages/obr/obr_historical_official_forecasts_october_2024.xlsx";

  /** The first outlook that a date of 2013 could know. */
  private static final LocalDate FIRST = LocalDate.of(2012, 12, 5);

  private static final DateTimeFormatter OUTLOOK =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  @ParameterizedTest(name = "{0}")
  @CsvSource({"cpi-inflation, 107, 138", "gdp-deflator-forecast, 109, 138"})
  @DisplayName("every forecast since December 2012 is held as it was made, and no other")
  void forecastsAreThoseOfTheDatabase(String series, int sheet, int count) throws IOException {
    Map<String, Double> registered = registered(series);
    Map<String, Double> published = published(sheet);
    assertEquals(published.keySet(), registered.keySet());
    published.forEach(
        (key, value) -> assertEquals(value, registered.getOrDefault(key, Double.NaN), 1e-15, key));
    assertEquals(count, registered.size());
  }

  /** Forecasts of a series by outlook and year, the latest among them. */
  private static Map<String, Double> registered(String id) {
    Series series = PublishedFiles.EVIDENCE.series(id);
    Map<String, Double> forecasts = new TreeMap<>();
    series
        .earlierValues()
        .forEach((year, values) -> values.values().forEach(one -> put(forecasts, year, one)));
    series.observations().forEach((year, one) -> put(forecasts, year, one));
    return forecasts;
  }

  private static void put(Map<String, Double> forecasts, String year, Observation one) {
    Provenance from = one.provenance();
    if (from.source().id().equals(FORECASTS) && from.kind() == EvidenceKind.FORECAST) {
      forecasts.put(OUTLOOK.format(from.published()) + " of " + year, one.value());
    }
  }

  /** What the outlooks since {@link #FIRST} say of the year in which each came and later ones. */
  private static Map<String, Double> published(int sheet) throws IOException {
    Map<String, Double> forecasts = new TreeMap<>();
    Map<Integer, Map<String, String>> rows =
        PublishedFiles.whole().orElseThrow().sheet(WORKBOOK, sheet);
    Map<String, String> years = rows.getOrDefault(4, Map.of());
    for (Map<String, String> row : rows.values()) {
      String outlook = row.getOrDefault("A", "");
      int made = outlook.matches("\\w+ 20\\d\\d") ? Integer.parseInt(outlook.split(" ", -1)[1]) : 0;
      boolean since = made > FIRST.getYear() || outlook.equals(OUTLOOK.format(FIRST));
      row.forEach(
          (column, text) -> {
            if (since && !column.equals("A") && Integer.parseInt(years.get(column)) >= made) {
              double share = new BigDecimal(text).movePointLeft(2).doubleValue();
              forecasts.put(outlook + " of " + years.get(column), share);
            }
          });
    }
    assertTrue(forecasts.size() > 100, () -> "forecasts of the sheet: " + forecasts.size());
    return forecasts;
  }

  @Test
  @DisplayName("every first release is the number of its file, and is another than the latest")
  void firstReleasesAreThoseOfTheirFiles() {
    int compared = 0;
    for (Series series : PublishedFiles.EVIDENCE.allSeries()) {
      for (var year : series.earlierValues().entrySet()) {
        for (Observation first : year.getValue().values()) {
          Provenance from = first.provenance();
          if (FOLDERS.containsKey(from.source().id())) {
            String what = series.id() + " " + year.getKey() + ": " + from.location();
            int calendar = series.timing().endOf(FinancialYear.parse(year.getKey())).getYear();
            double published = published(from, String.valueOf(calendar));
            double unit = series.unit().equals(Unit.SHARE) ? 0.01 : 1;
            assertEquals(published * unit, first.value(), 1e-9, what);
            Observation latest = series.observations().get(year.getKey());
            assertNotEquals(Objects.requireNonNull(latest).value(), first.value(), what);
            compared++;
          }
        }
      }
    }
    assertEquals(FIRST_RELEASES, compared);
  }

  /** The number at a location: file, row, and column or category. */
  private static double published(Provenance from, String calendarYear) {
    String[] place = from.location().split(", ", 3);
    String file = FOLDERS.get(from.source().id()) + place[0] + ".csv";
    List<List<String>> table = PublishedFiles.whole().orElseThrow().financeTable(file, false);
    List<String> header = table.get(0);
    if (place[1].equals("ENGLAND")) {
      List<String> england = only(table.stream(), row -> holds(row, "England"));
      return Stream.of(place[2].split(" \\+ "))
          .mapToDouble(column -> Double.parseDouble(england.get(header.indexOf(column)).strip()))
          .sum();
    }
    Stream<List<String>> national =
        table.stream().filter(row -> row.get(0).equals(calendarYear) && holds(row, "National"));
    return header.contains(place[2])
        ? Double.parseDouble(only(national, row -> true).get(header.indexOf(place[2])))
        : Double.parseDouble(
            only(national, row -> row.contains(place[2])).get(header.indexOf("number")));
  }

  private static boolean holds(List<String> row, String text) {
    return row.stream().anyMatch(text::equalsIgnoreCase);
  }

  private static List<String> only(Stream<List<String>> rows, Predicate<List<String>> which) {
    List<List<String>> found = rows.filter(which).toList();
    assertEquals(1, found.size(), "rows found");
    return found.get(0);
  }
}
