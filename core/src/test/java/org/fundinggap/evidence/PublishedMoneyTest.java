package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.quantity.FinancialYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register's money and prices against the published files. */
@DisplayName("The register's money against the published files")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedMoneyTest {
  private static final String SPENDING_2016 =
      "excerpts/s251_childrens_young_peoples_services_la_regional_national_24"
          + "__EXCERPT_national_2015-16.csv";
  private static final double HALF_A_POUND = 0.5e-6;

  private final EvidenceBase evidence = EvidenceBase.load();

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
    Map<String, String> published = PublishedFiles.tool(measure);
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
    Map<String, String> published = PublishedFiles.tool(measure);
    assertEquals(9, published.size());
    published.forEach(
        (year, pounds) ->
            assertEquals(Double.parseDouble(pounds), at(series, year), series + year));
  }

  private double at(String series, String year) {
    return evidence.series(series).at(FinancialYear.parse(year));
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
        PublishedFiles.england(SPENDING_2016).stream()
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
    "spend-looked-after-gross, 15, 16, TotalExpenditure",
    "spend-looked-after-net, 15, 16, NetCurrentExpenditure",
    "spend-safeguarding-gross, 20, 21, TotalExpenditure",
    "spend-family-support-gross, 26, 27, TotalExpenditure",
    "spend-young-people-gross, 29, 30, TotalExpenditure",
    "spend-early-years-gross, 4, 5, TotalExpenditure",
    "spend-youth-justice-gross, 30, 31, TotalExpenditure",
    "spend-other-gross, 16, 17, TotalExpenditure",
    "spend-residential-gross, 5, 6, TotalExpenditure",
    "spend-fostering-gross, 6, 7, TotalExpenditure",
    "spend-leaving-care-gross, 13, 14, TotalExpenditure",
  })
  void registerAddsUpAuthorities(String series, String line2013, String line2014, String column) {
    var year2013 = PublishedFiles.outturnSum("s251-outturn/outturn_1213.csv", line2013, column);
    var year2014 = PublishedFiles.outturnSum("s251-outturn/outturn_1314.csv", line2014, column);
    assertEquals(
        year2013.movePointLeft(6).doubleValue(), at(series, "2012-13"), HALF_A_POUND, series);
    assertEquals(
        year2014.movePointLeft(6).doubleValue(), at(series, "2013-14"), HALF_A_POUND, series);
  }

  @Test
  void registerHoldsDeflator() {
    List<NamedCsvRecord> rows = PublishedFiles.rows("economic/gdp_deflator.csv");
    assertEquals(35, rows.size());
    for (NamedCsvRecord row : rows) {
      int year = Integer.parseInt(row.getField("year"));
      double published = Double.parseDouble(row.getField("value"));
      assertEquals(published, evidence.series("gdp-deflator").in(year), "gdp-deflator " + year);
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
    List<List<String>> table = outturn();
    List<String> england =
        table.stream().filter(row -> row.get(2).equals("ENGLAND")).findFirst().orElseThrow();
    double published = PublishedFiles.millions(england.get(outturnColumn(table, code)));
    assertEquals(published, at(series, "2023-24"));
  }

  @Test
  @DisplayName("Budgets and overspends are those of the authorities in both files")
  void registerMatchesBudgetsWithOutturn() {
    Map<String, Double> budgets = budgets();
    Map<String, Double> outturns = outturns();
    double all = budgets.values().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(value("ra-budget-returned-2023-24"), all, 1e-6);

    budgets.values().removeIf(budget -> budget <= 1);
    outturns.values().removeIf(outturn -> outturn <= 1);
    budgets.keySet().retainAll(outturns.keySet());
    outturns.keySet().retainAll(budgets.keySet());
    assertEquals(146, budgets.size());
    assertMatched("", "ra-budget-matched-2023-24", "overspend-2023-24", budgets, outturns);
    assertMatched("E09", "london-budget-2023-24", "london-overspend-2023-24", budgets, outturns);
  }

  private void assertMatched(
      String area,
      String budget,
      String overspend,
      Map<String, Double> budgets,
      Map<String, Double> outturns) {
    double budgeted = sum(budgets, area);
    assertEquals(budgeted, value(budget), 1e-6, budget);
    assertEquals(sum(outturns, area) - budgeted, value(overspend), 1e-6, overspend);
  }

  private double value(String figure) {
    return evidence.figure(figure).value();
  }

  private static double sum(Map<String, Double> amounts, String area) {
    return amounts.entrySet().stream()
        .filter(amount -> amount.getKey().startsWith(area))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static List<List<String>> outturn() {
    return PublishedFiles.financeTable("ro-ra/RSX_2023-24_data_by_LA.csv", false);
  }

  private static int outturnColumn(List<List<String>> table, String code) {
    return table.stream().filter(row -> row.contains(code)).findFirst().orElseThrow().indexOf(code);
  }

  private static Map<String, Double> outturns() {
    List<List<String>> table = outturn();
    return byAuthority(table, outturnColumn(table, "RSX-csc-net-cur-exp"));
  }

  private static Map<String, Double> budgets() {
    List<List<String>> table =
        PublishedFiles.financeTable("ro-ra/RA_2023-24_data_Part_1.csv", true);
    List<String> header =
        table.stream().filter(row -> row.get(0).equals("E-code")).findFirst().orElseThrow();
    return byAuthority(table, header.indexOf("TOTAL CHILDREN'S SOCIAL CARE"));
  }

  /** Amounts by ONS code, in GBP million; cells that are no numbers are left out. */
  private static Map<String, Double> byAuthority(List<List<String>> table, int column) {
    Map<String, Double> amounts = new HashMap<>();
    for (List<String> row : table) {
      boolean authority = row.get(0).matches("E\\d+") && row.size() > column;
      if (authority && row.get(column).strip().matches("-?[\\d,]+")) {
        amounts.put(row.get(1), PublishedFiles.millions(row.get(column)));
      }
    }
    return amounts;
  }
}
