package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The whole report for a register as it stood on past dates, and for today's. */
@Tag("slow")
class EnglandReportAsOfTest {
  private static final String TODAY = "today";
  private static final EvidenceBase ALL = EvidenceBase.load();
  private static final Map<String, Report> REPORTS = new HashMap<>();

  /** A report with the register and the baseline that it was made from. */
  private record Report(EvidenceBase evidence, Baseline baseline, EnglandReport report) {
    static Report of(String date) {
      EvidenceBase evidence = date.equals(TODAY) ? ALL : ALL.asOf(LocalDate.parse(date));
      Baseline baseline = Baseline.england(evidence);
      return new Report(
          evidence, baseline, EnglandReport.run(evidence, baseline, Settings.of(1, 20)));
    }

    Document page() {
      return Xml.parse(report.page(List.of()).html());
    }

    Set<String> cited() {
      EnglandPage page = new EnglandPage(report, evidence, baseline);
      page.page(List.of());
      return page.cited();
    }
  }

  private static Report report(String date) {
    return REPORTS.computeIfAbsent(date, Report::of);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-01-31, 2015-16",
    "2018-06-30, 2016-17",
    "2020-01-31, 2018-19",
    "2023-01-31, 2021-22",
    TODAY + ", 2024-25"
  })
  @DisplayName("every table starts from the base year of the date")
  void everyTableIsMade(String date, String baseYear) {
    EnglandReport report = report(date).report();
    List<Table> tables = new ArrayList<>();
    tables.addAll(List.of(report.demandTable(), report.costTable(), report.realGapTable()));
    Arrays.stream(Gap.values()).map(report::gapTable).forEach(tables::add);
    Arrays.stream(Gap.values()).map(report::plainGapTable).forEach(tables::add);
    tables.addAll(List.of(report.definitionsTable(), report.openingsTable()));
    for (Table table : tables) {
      assertEquals(baseYear, table.rows().get(0).get(0), table.title());
      assertEquals(1 + Baseline.YEARS, table.rows().size(), table.title());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-01-31", "2018-06-30", "2020-01-31", "2023-01-31", TODAY})
  void pageHasFiveChartsWithSources(String date) {
    List<String> captions = Xml.texts(report(date).page(), "figcaption");
    assertEquals(5, captions.size());
    for (String caption : captions) {
      assertTrue(caption.matches("Sources: \\S.*\\S\\."), caption);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-01-31", "2018-06-30", "2020-01-31", "2023-01-31", TODAY})
  @DisplayName("every id that a page cites is in the register of the date")
  void citesTheRegisterOfTheDate(String date) {
    Report report = report(date);
    Set<String> cited = report.cited();
    assertTrue(cited.containsAll(List.of("referrals", "looked-after", "children-0-17")), date);
    for (String id : cited) {
      assertTrue(report.evidence().knows(id), id);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-01-31, spend-net, section 251",
    "2018-06-30, spend-net, section 251",
    "2020-01-31, spend-net, section 251",
    "2023-01-31, ro-net, revenue-outturn",
    TODAY + ", ro-net, revenue-outturn"
  })
  @DisplayName("net cost is drawn and named on the basis that the numbers start from")
  void netCostHasOneBasis(String date, String netSeries, String basis) {
    Report report = report(date);
    assertTrue(report.cited().contains(netSeries), report.cited().toString());
    String caption = report.report().costTable().caption();
    assertTrue(caption.contains("net totals on the " + basis + " basis"), caption);
    Series net = report.evidence().series(netSeries);
    FinancialYear first = ProjectionCharts.drawn(net, report.baseline().baseYear()).get(0);
    String description = Xml.texts(report.page(), "desc").get(4);
    assertTrue(description.matches(".*published: [0-9.]+ in " + first + ".*"), description);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-01-31, false, false",
    "2018-06-30, true, false",
    "2023-01-31, true, true",
    TODAY + ", true, true"
  })
  @DisplayName("a page speaks of overspends and budgets only where the register has them")
  void saysWhatItHolds(String date, boolean hasOverspends, boolean hasBudget) {
    String html = report(date).report().page(List.of()).html();
    assertEquals(hasOverspends, html.contains("the line is outturn less original budget"), date);
    assertEquals(hasOverspends, html.contains("outturn less budget"), date);
    assertEquals(hasBudget, html.contains("Funding starts from the published budget, "), date);
  }

  @ParameterizedTest
  @CsvSource({"2020-01-31, false", TODAY + ", true"})
  void citesAForecastOfCouncilTax_onlyWhereThereIsOne(String date, boolean hasForecast) {
    Set<String> cited = report(date).cited();
    assertEquals(hasForecast, cited.contains("council-tax-receipts-growth"), cited.toString());
    assertTrue(cited.contains("council-tax-growth-beyond"), cited.toString());
    assertFalse(cited.isEmpty());
  }
}
