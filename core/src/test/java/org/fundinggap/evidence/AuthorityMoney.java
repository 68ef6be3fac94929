package org.fundinggap.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.quantity.FinancialYear;

/**
 * Money of authorities one by one, in GBP million.
 *
 * @param files where their returns are read
 * @param evidence the register
 */
record AuthorityMoney(PublishedFiles files, EvidenceBase evidence) {
  private static final double HALF_A_POUND = 0.5e-6;

  static AuthorityMoney of(PublishedFiles files) {
    return new AuthorityMoney(files, PublishedFiles.EVIDENCE);
  }

  /** The authorities' lines of two years add up to the series. */
  void assertAddsUp(String series, String line2013, String line2014, String column) {
    assertSum(
        series, "2012-13", files.outturnSum("s251-outturn/outturn_1213.csv", line2013, column));
    assertSum(
        series, "2013-14", files.outturnSum("s251-outturn/outturn_1314.csv", line2014, column));
  }

  private void assertSum(String series, String year, BigDecimal pounds) {
    double registered = evidence.series(series).at(FinancialYear.parse(year));
    assertEquals(pounds.movePointLeft(6).doubleValue(), registered, HALF_A_POUND, series + year);
  }

  /** Budget and overspend are those of the authorities of an area that are in both returns. */
  void assertMatched(String area, int authorities, String budget, String overspend) {
    Map<String, Double> budgets = budgets();
    Map<String, Double> outturns = outturns();
    budgets.entrySet().removeIf(entry -> !counts(entry, area));
    outturns.entrySet().removeIf(entry -> !counts(entry, area));
    budgets.keySet().retainAll(outturns.keySet());
    outturns.keySet().retainAll(budgets.keySet());
    assertEquals(authorities, budgets.size());
    double budgeted = sum(budgets);
    assertEquals(budgeted, evidence.figure(budget).value(), 1e-6, budget);
    assertEquals(sum(outturns) - budgeted, evidence.figure(overspend).value(), 1e-6, overspend);
  }

  private static boolean counts(Map.Entry<String, Double> amount, String area) {
    return amount.getKey().startsWith(area) && amount.getValue() > 1;
  }

  static double sum(Map<String, Double> amounts) {
    return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** One column of the outturn's row of England. */
  double outturnOfEngland(String code) {
    List<List<String>> table = outturn();
    List<String> england =
        table.stream().filter(row -> row.get(2).equals("ENGLAND")).findFirst().orElseThrow();
    return PublishedFiles.millions(england.get(outturnColumn(table, code)));
  }

  private List<List<String>> outturn() {
    return files.financeTable("ro-ra/RSX_2023-24_data_by_LA.csv", false);
  }

  private static int outturnColumn(List<List<String>> table, String code) {
    return table.stream().filter(row -> row.contains(code)).findFirst().orElseThrow().indexOf(code);
  }

  private Map<String, Double> outturns() {
    List<List<String>> table = outturn();
    return byAuthority(table, outturnColumn(table, "RSX-csc-net-cur-exp"));
  }

  /** Budgets by ONS code. */
  Map<String, Double> budgets() {
    List<List<String>> table = files.financeTable("ro-ra/RA_2023-24_data_Part_1.csv", true);
    List<String> header =
        table.stream().filter(row -> row.get(0).equals("E-code")).findFirst().orElseThrow();
    return byAuthority(table, header.indexOf("TOTAL CHILDREN'S SOCIAL CARE"));
  }

  /** Amounts by ONS code; cells that are no numbers are left out. */
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
