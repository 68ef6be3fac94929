package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@DisplayName("The headline and what stands beside it")
@Tag("medium")
class HeadlineTest {
  private static EnglandReport report;
  private static Document page;

  @BeforeAll
  static void run() {
    EvidenceBase evidence = EvidenceBase.load();
    report = EnglandReport.run(evidence, Baseline.england(evidence), Settings.of(2025, 300));
    page = Xml.parse(report.page(List.of()).html());
  }

  @Test
  @DisplayName("the headline says definition, area, year, price basis, range, funding and opening")
  void headlineSaysAllThatItDependsOn() {
    FinancialYear year = FinancialYear.parse("2029-30");
    List<String> lines = report.headline(year).lines();
    for (String part :
        List.of(
            "Stand-still gap of England in 2029-30: GBP ",
            "in cash, GBP ",
            "in prices of 2024-25, median [10th, 90th percentile]",
            "from base year 2024-25",
            "published plans to 2028-29, then real-flat",
            "opening at the original budget")) {
      assertTrue(lines.get(0).contains(part), lines.get(0));
    }
    for (String other : List.of("cash-flat", "council-tax growth", "other money")) {
      assertTrue(lines.get(1).contains(other), lines.get(1));
    }
    assertTrue(lines.get(1).startsWith("Otherwise, medians in cash (GBP): "), lines.get(1));
    assertTrue(lines.get(2).contains("80% ranges held"), lines.get(2));
    assertTrue(lines.get(2).contains("of the median need of 2029-30 is GBP "), lines.get(2));
    assertTrue(lines.get(2).contains("above the median on average"), lines.get(2));
    String lead = Xml.ofClass(page, "fg-lead").get(0).getTextContent();
    assertTrue(lead.contains(lines.get(0)), lead);
  }

  @Test
  @DisplayName("at a past date it names no plan that was not held, and no later record")
  void headlineOfThePastKnowsNothingLater() {
    EvidenceBase then = EvidenceBase.load().asOf(LocalDate.of(2017, 1, 31));
    EnglandReport past = EnglandReport.run(then, Baseline.england(then), Settings.of(2025, 50));
    List<String> lines = past.headline(FinancialYear.parse("2020-21")).lines();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("as known on 2017-01-31"), lines.get(0));
    assertTrue(lines.get(0).contains("real-flat, for no later plan is held"), lines.get(0));
    assertFalse(lines.get(1).contains("plans"), lines.get(1));
    assertTrue(past.gapTable(Gap.STAND_STILL).title().contains("no published plan is held"));
  }

  @Test
  @DisplayName("a budget gap that could not be spent says so, one that could does not")
  void budgetGapSaysWhenItCannotBeSpent() {
    Table rules = report.plainGapTable(Gap.BUDGET);
    String marked = rules.columns().get(1).name();
    assertTrue(marked.startsWith("cash-flat (not spendable from "), marked);
    assertTrue(rules.caption().contains("largest overspend published"), rules.caption());
    Table plans = report.gapTable(Gap.BUDGET);
    assertEquals("follows last outturn", plans.columns().get(4).name());
    assertFalse(report.gapTable(Gap.STAND_STILL).caption().contains("spendable"));
  }

  @Test
  @DisplayName("openings stand apart by what councils found, and open where they say")
  void openingsStandApart() {
    List<String> first = report.openingsTable().rows().get(0);
    assertEquals(List.of("2024-25", "1.46", "1.32", "0.00"), first);
  }
}
