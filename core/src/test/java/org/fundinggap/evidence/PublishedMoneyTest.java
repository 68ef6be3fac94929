package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The register's money and prices against the published files. */
@DisplayName("The register's money against the published files")
@ParameterizedClass(name = "{0}")
@MethodSource("org.fundinggap.evidence.PublishedFiles#held")
class PublishedMoneyTest {
  private static final String SPENDING_2016 =
      "excerpts/s251_childrens_young_peoples_services_la_regional_national_24"
          + "__EXCERPT_national_2015-16.csv";
  private final PublishedFiles files;

  PublishedMoneyTest(PublishedFiles files) {
    this.files = files;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "spend-gross, C&YPExpenditure",
    "spend-looked-after-gross, TotalLACFinance",
    "spend-safeguarding-gross, SafeguardingFinance",
    "spend-family-support-gross, FamilySupportFinance",
    "spend-young-people-gross, YoungPeopleFinance",
    "spend-early-years-gross, SureStartFinance",
    "spend-youth-justice-gross, YouthJusticeFinance",
    "spend-other-gross, OtherChildren&FamilyFinance",
    "spend-leaving-care-gross, LeaveCareSupServTotExp",
  })
  void registerHoldsSpendingSince2016(String series, String measure) {
    Map<String, String> published = files.tool(measure);
    assertEquals(9, published.size());
    published.forEach(
        (year, pounds) ->
            assertEquals(PublishedFiles.millionsOfPounds(pounds), at(series, year), series + year));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "unit-cost-residential, RescareFinance",
    "unit-cost-fostering, FosteringFinance",
    "unit-cost-looked-after, LACFinance",
    "unit-cost-adoption, AdoptionFinance",
    "unit-cost-social-work, SWFinance",
  })
  void registerHoldsUnitCosts(String series, String measure) {
    Map<String, String> published = files.tool(measure);
    assertEquals(9, published.size());
    published.forEach(
        (year, pounds) ->
            assertEquals(Double.parseDouble(pounds), at(series, year), series + year));
  }

  private double at(String series, String year) {
    return PublishedFiles.EVIDENCE.series(series).at(FinancialYear.parse(year));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "spend-gross, 5.0.2, total_expenditure",
    "spend-net, 5.0.2, net_current_expenditure",
    "spend-looked-after-gross, 3.1.11, total_expenditure",
    "spend-looked-after-net, 3.1.11, net_current_expenditure",
    "spend-safeguarding-gross, 3.3.4, total_expenditure",
    "spend-family-support-gross, 3.4.6, total_expenditure",
    "spend-young-people-gross, 3.5.3, total_expenditure",
    "spend-early-years-gross, 3.0.5, total_expenditure",
    "spend-youth-justice-gross, 3.6.1, total_expenditure",
    "spend-other-gross, 3.2.1, total_expenditure",
    "spend-residential-gross, 3.1.1, total_expenditure",
    "spend-fostering-gross, 3.1.2, total_expenditure",
    "spend-leaving-care-gross, 3.1.9, total_expenditure",
  })
  void registerHoldsSpendingOf2015To2016(String series, String line, String column) {
    List<NamedCsvRecord> rows =
        files.england(SPENDING_2016).stream()
            .filter(row -> row.getField("time_period").equals("201516"))
            .filter(row -> row.getField("description_of_expenditure").startsWith(line + " "))
            .toList();
    assertEquals(1, rows.size());
    double published = PublishedFiles.millionsOfPounds(rows.get(0).getField(column));
    assertEquals(published, at(series, "2015-16"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "spend-gross, 33, 33, TotalExpenditure",
    "spend-net, 33, 33, NetCurrentExpenditure",
  })
  void registerAddsUpAuthorities(String series, String line2013, String line2014, String column) {
    AuthorityMoney.of(files).assertAddsUp(series, line2013, line2014, column);
  }

  @Test
  void registerHoldsDeflator() {
    List<NamedCsvRecord> rows = files.rows("economic/gdp_deflator.csv");
    assertEquals(files.isWhole() ? 35 : 16, rows.size());
    for (NamedCsvRecord row : rows) {
      int year = Integer.parseInt(row.getField("year"));
      double published = Double.parseDouble(row.getField("value"));
      assertEquals(
          published,
          PublishedFiles.EVIDENCE.series("gdp-deflator").in(year),
          "gdp-deflator " + year);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ro-employees, RSX-csc-empl",
    "ro-running, RSX-csc-run-exp",
    "ro-gross, RSX-csc-tot-exp",
    "ro-income, RSX-csc-tot-inc",
    "ro-net, RSX-csc-net-cur-exp",
  })
  void registerHoldsRevenueOutturn(String series, String code) {
    assertEquals(AuthorityMoney.of(files).outturnOfEngland(code), at(series, "2023-24"));
  }

  @Test
  void registerMatchesBudgetsOfLondonWithOutturn() {
    AuthorityMoney.of(files)
        .assertMatched("E09", 32, "london-budget-2023-24", "london-overspend-2023-24");
  }
}
