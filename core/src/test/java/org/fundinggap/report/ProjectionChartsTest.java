package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.fundinggap.chart.ChartFan;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.chart.ChartPanel;
import org.fundinggap.chart.FanChart;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.simulation.Outcome;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What charts draw of series and projections: the right years, scaled, broken where they break. */
class ProjectionChartsTest {
  private static final FinancialYear BASE = ProjectionTablesTest.BASE;
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();

  private static FinancialYear year(String text) {
    return FinancialYear.parse(text);
  }

  @Test
  void historyHasEveryPublishedValueScaled() {
    Series series = EVIDENCE.series("looked-after");
    ChartLine line = ProjectionCharts.history(series, BASE, 1e-3);
    assertEquals("published", line.name());
    assertFalse(line.dashed());
    assertEquals(series.years(), List.copyOf(line.values().keySet()));
    assertEquals(81.77, line.values().lastEntry().getValue(), 1e-12);
    line.values().forEach((year, value) -> assertEquals(series.at(year), 1000 * value, 1e-6));
  }

  @Test
  void historyEndsAtTheLastYear() {
    ChartLine line = ProjectionCharts.history(EVIDENCE.series("referrals"), year("2015-16"), 1);
    assertEquals(year("2015-16"), line.values().lastKey());
    assertEquals(621_470, line.values().get(year("2015-16")));
  }

  @Test
  void historyIsBrokenWhereTheSeriesBreaks() {
    Series series = EVIDENCE.series("placed-supported");
    ChartLine line = ProjectionCharts.history(series, BASE, 1e-3);
    assertEquals(
        List.of("2015-16", "2019-20", "2023-24", "2024-25"),
        line.breaks().stream().map(FinancialYear::toString).toList());
    // 2023-24 and 2024-25 stand alone between breaks.
    assertEquals(
        List.of(5, 4, 4, 1, 1), line.stretches().stream().map(stretch -> stretch.size()).toList());
    FanChart chart =
        FanChart.builder("Supported", "thousand")
            .panel(ChartPanel.builder().history(line).build())
            .build();
    Document document = Xml.parse(chart.svg());
    long lines =
        Xml.ofClass(document, "fg-history").stream()
            .filter(element -> element.getTagName().equals("path"))
            .count();
    assertEquals(3, lines);
    long dots =
        Xml.elements(document, "circle").stream()
            .filter(circle -> circle.getAttribute("class").equals("fg-ink"))
            .count();
    assertEquals(2, dots);
  }

  @Test
  void everySeriesBreaksWhereTheRegisterSaysSo() {
    int broken = 0;
    for (Series series : EVIDENCE.allSeries()) {
      if (!series.timing().isCalendar() && series.first().compareTo(BASE) <= 0) {
        ChartLine line = ProjectionCharts.history(series, BASE, 1e-6);
        TreeSet<FinancialYear> expected = new TreeSet<>(line.values().keySet());
        expected.removeIf(year -> !series.observation(year).breakBefore());
        expected.remove(line.values().firstKey());
        assertEquals(expected, line.breaks(), series::id);
        broken += expected.size();
      }
    }
    assertTrue(broken > 20, "the register marks many breaks, found " + broken);
  }

  @Test
  void historyLeavesOutWhatNobodySawPublished() {
    Series series = EVIDENCE.series("referrals");
    assertEquals(EvidenceKind.ASSUMPTION, series.observation(year("2010-11")).provenance().kind());
    ChartLine line = ProjectionCharts.history(series, BASE, 1);
    // 2009-10 stands alone: what follows it is not drawn.
    assertEquals(List.of(year("2009-10")), List.copyOf(line.stretches().get(0).keySet()));
    assertEquals(year("2011-12"), line.stretches().get(1).firstKey());
    line.values()
        .keySet()
        .forEach(
            year ->
                assertNotEquals(
                    EvidenceKind.ASSUMPTION, series.observation(year).provenance().kind()));
  }

  @Test
  void historyIsRefused_whenThereIsNothingToDraw() {
    Series series = EVIDENCE.series("ro-net");
    var refusal =
        assertThrows(
            InvalidInputException.class,
            () -> ProjectionCharts.history(series, series.first().plus(-1), 1));
    assertEquals(
        List.of("values must have at least 1 year, was 0; call value(year, value)"),
        refusal.problems());
  }

  @Test
  void fanHasTheQuantilesOfTheYearsAfterTheBaseYear() {
    Outcome outcome =
        ProjectionTablesTest.outcome(
            ProjectionTablesTest.CASH, ProjectionTablesTest.YEARS, 10_000, 1000, 0.2);
    ChartFan fan = ProjectionCharts.fan(outcome, "gap", 1e-3);
    assertEquals("gap", fan.name());
    assertEquals(
        List.of("2025-26", "2026-27", "2027-28"),
        fan.years().keySet().stream().map(FinancialYear::toString).toList());
    fan.years()
        .forEach(
            (year, quantiles) -> {
              Draws draws = outcome.in(year);
              assertEquals(draws.quantile(0.1), 1000 * quantiles.p10(), 1e-9);
              assertEquals(draws.quantile(0.25), 1000 * quantiles.p25(), 1e-9);
              assertEquals(draws.quantile(0.5), 1000 * quantiles.p50(), 1e-9);
              assertEquals(draws.quantile(0.75), 1000 * quantiles.p75(), 1e-9);
              assertEquals(draws.quantile(0.9), 1000 * quantiles.p90(), 1e-9);
            });
  }

  @Test
  void medianIsADashedLineFromTheBaseYear() {
    Outcome outcome =
        ProjectionTablesTest.outcome(
            ProjectionTablesTest.CASH, ProjectionTablesTest.YEARS, 10_000, 1000, 0.2);
    ChartLine line = ProjectionCharts.median(outcome, "funding, cash-flat", 1e-3);
    assertTrue(line.dashed());
    assertEquals("funding, cash-flat", line.name());
    assertEquals(outcome.years().years(), List.copyOf(line.values().keySet()));
    assertEquals(10, line.values().firstEntry().getValue(), 1e-12);
    line.values()
        .forEach((year, value) -> assertEquals(outcome.in(year).quantile(0.5), 1000 * value, 1e-9));
  }
}
