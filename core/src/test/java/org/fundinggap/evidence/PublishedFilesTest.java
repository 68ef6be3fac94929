package org.fundinggap.evidence;

import static org.fundinggap.evidence.PublishedFiles.assertSame;
import static org.fundinggap.evidence.PublishedFiles.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The register says what the published files say, digit by digit, for every year they share. */
@DisplayName("The register against the published files")
@ParameterizedClass(name = "{0}")
@MethodSource("org.fundinggap.evidence.PublishedFiles#held")
class PublishedFilesTest {
  private static final String CIN_NEED = "ees-cin/b1_children_in_need_2013_to_2025.csv";
  private static final String CIN_REFERRALS =
      "ees-cin/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv";
  private static final String CIN_ENQUIRIES =
      "la/cin/c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv";
  private static final String CIN_PLANS = "ees-cin/d5_cpps_at31march_by_duration_2013_to_2025.csv";
  private static final String WORKFORCE = "ees-workforce/csww_indicators_2017_to_2025.csv";
  private static final String POPULATION =
      "ees-population/ons_mid-year_population_estimates_2012_to_2024.csv";

  private final PublishedFiles files;

  PublishedFilesTest(PublishedFiles files) {
    this.files = files;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "children-in-need, At31_episodes",
    "children-in-need-started, Started_episodes",
    "children-in-need-ended, Ended_episodes",
  })
  void registerHoldsChildrenInNeed(String series, String column) {
    assertYearsEnding(CIN_NEED, series, column, 13);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "referrals, referral_count",
    "no-further-action-count, no_further_action_count",
    "not-in-need-count, not_in_need_count",
  })
  void registerHoldsReferrals(String series, String column) {
    assertYearsEnding(CIN_REFERRALS, series, column, 13);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "re-referral-share, rereferral_percent",
    "no-further-action-share, no_further_action_percent",
    "not-in-need-share, not_in_need_percent",
  })
  void registerHoldsSharesOfReferrals(String series, String column) {
    List<NamedCsvRecord> rows = files.england(CIN_REFERRALS);
    assertEquals(13, rows.size());
    for (NamedCsvRecord row : rows) {
      double published = PublishedFiles.share(row.getField(column));
      assertEquals(published, registered(series, ending(row)), () -> series + " " + ending(row));
    }
  }

  @Test
  void registerHoldsChildProtectionPlans() {
    assertYearsEnding(CIN_PLANS, "plans", "CPP_At31", 13);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"section-47-enquiries, Section47", "initial-conferences, ICPC"})
  @DisplayName("Enquiries and conferences that are said to come from the release are those in it")
  void registerHoldsEnquiriesAndConferences(String id, String column) {
    Series series = PublishedFiles.EVIDENCE.series(id);
    List<NamedCsvRecord> rows =
        files.england(CIN_ENQUIRIES).stream()
            .filter(row -> source(series, ending(row)).equals("DFE-CIN-2025"))
            .toList();
    FinancialYear latest = FinancialYear.parse("2024-25");
    assertTrue(rows.stream().anyMatch(row -> ending(row).equals(latest)), "no row of " + latest);
    rows.forEach(row -> assertSame(row.getField(column), id, ending(row)));
  }

  private static String source(Series series, FinancialYear year) {
    return series.observation(year).provenance().source().id();
  }

  private void assertYearsEnding(String file, String series, String column, int years) {
    List<NamedCsvRecord> rows = files.england(file);
    assertEquals(years, rows.size());
    rows.forEach(row -> assertSame(row.getField(column), series, ending(row)));
  }

  private static FinancialYear ending(NamedCsvRecord row) {
    return FinancialYear.ending(Integer.parseInt(row.getField("time_period")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "social-workers, inpost_fte, false",
    "social-worker-vacancies, vacancy_fte, false",
    "social-worker-vacancy-share, vacancy_rate_fte, true",
    "agency-share, agency_rate_fte, true",
    "agency-social-workers, agency_fte, false",
    "social-worker-turnover-share, turnover_rate_fte, true",
    "caseload, caseload_fte, false",
    "case-holders, case_holders_fte, false",
    "cases, cases, false",
    "social-worker-starters, starters_fte, false",
    "social-worker-leavers, leavers_fte, false",
  })
  void registerHoldsSocialWorkers(String series, String column, boolean percentage) {
    List<NamedCsvRecord> rows = files.england(WORKFORCE);
    assertEquals(9, rows.size());
    for (NamedCsvRecord row : rows) {
      String cell = row.getField(column);
      double published = percentage ? PublishedFiles.share(cell) : Double.parseDouble(cell);
      assertEquals(published, registered(series, starting(row)), () -> series + starting(row));
    }
  }

  @Test
  void registerHoldsPopulation() {
    List<NamedCsvRecord> rows = files.england(POPULATION);
    assertEquals(13, rows.size());
    rows.forEach(
        row -> assertSame(row.getField("population_estimate"), "children-0-17", starting(row)));
  }

  private static FinancialYear starting(NamedCsvRecord row) {
    return FinancialYear.starting(Integer.parseInt(row.getField("time_period")));
  }
}
