package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.claim.SourceChecks;
import org.fundinggap.cost.Cost;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Source;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The main job's tables and page. */
@Tag("slow")
class EnglandReportTest {
  private static final Settings SETTINGS = Settings.of(2025, 300);
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final String SOURCE_LINK = "<a rel=\"noreferrer\" href=\"https?://[^\"<>\\s]+\">";
  private static final List<String> RULES =
      List.of(
          "published plans, then cash-flat",
          "published plans, then real-flat",
          "published plans, then council-tax growth");

  private static EvidenceBase evidence;
  private static EnglandReport report;
  private static List<SourceCheck> checks;
  private static String html;
  private static Document page;

  @BeforeAll
  static void run() {
    evidence = EvidenceBase.load();
    report = EnglandReport.run(evidence, Baseline.england(evidence), SETTINGS);
    checks = SourceChecks.run(evidence, SETTINGS);
    html = report.page(checks).html();
    page = Xml.parse(html);
  }

  /** What columns are called, without the mark of gaps that could not be spent. */
  private static List<String> names(Table table) {
    return table.columns().stream()
        .map(column -> column.name().replaceAll(" \\(not spendable from .*\\)", ""))
        .toList();
  }

  private static List<String> captions(Document document) {
    return Xml.texts(document, "figcaption");
  }

  @Test
  @DisplayName("every gap table has three rules and says definition, area, year and price basis")
  void gapTablesSayWhatTheyShow() {
    assertLaw(report.gapTable(Gap.STAND_STILL), Gap.STAND_STILL, "cash");
    assertLaw(report.gapTable(Gap.BUDGET), Gap.BUDGET, "cash");
    assertLaw(report.gapTable(Gap.NEED), Gap.NEED, "cash");
    assertLaw(report.realGapTable(), Gap.STAND_STILL, "real 2024-25");
  }

  private static void assertLaw(Table table, Gap gap, String basis) {
    assertEquals(RULES, names(table).subList(1, 4));
    String caption = table.caption();
    assertTrue(
        caption.startsWith(
            "England, from 2024-25 and 6 provisions of current law. " + gap.definition()),
        caption);
    assertTrue(
        caption.contains(
            "Funding starts from the published budget, GBP 14.1bn in 2024-25; grants tied"));
    assertTrue(
        caption.contains(
            "Published plans: budgets that are published, then growth of core spending power as"
                + " settled for all services of councils; known to 2028-29,"),
        caption);
    assertTrue(caption.contains("Original budget: the gap opens"), caption);
    assertTrue(caption.endsWith("GBP billion, " + basis + "."), caption);
    for (String rule : List.of("Cash-flat: ", "Real-flat: ", "Council-tax growth: ")) {
      assertTrue(caption.contains(rule), caption);
    }
    assertTrue(table.title().contains(gap.label()) && table.title().contains("published plans"));
    assertEquals(
        report.gaps().outcome(RULES.get(0), gap.cash()).years().years().stream()
            .map(FinancialYear::toString)
            .toList(),
        table.rows().stream().map(row -> row.get(0)).toList());
    assertEquals("2034-35", table.rows().get(10).get(0));
  }

  @Test
  @DisplayName("three definitions stand side by side under one rule, each with its meaning")
  void definitionsTableSaysThatGapsDiffer() {
    Table table = report.definitionsTable();
    assertEquals(List.of("stand-still gap", "budget gap", "need gap"), names(table).subList(1, 4));
    for (Gap gap : Gap.values()) {
      assertTrue(table.caption().contains(gap.definition()), table.caption());
    }
    assertTrue(table.caption().contains("Real-flat: "), table.caption());
    assertTrue(table.caption().contains("not to be added"), table.caption());
    assertTrue(table.caption().endsWith("GBP billion, cash."), table.caption());
    List<String> row = table.rows().get(10);
    for (Gap gap : Gap.values()) {
      String found = row.get(names(table).indexOf(gap.label()));
      assertTrue(found.startsWith(median(RULES.get(1), gap.cash()) + " ["), found);
    }
  }

  @Test
  void budgetGapHasAFourthRule() {
    Table table = report.gapTable(Gap.BUDGET);
    assertEquals("follows last outturn", names(table).get(4));
    assertEquals(
        "The budget gap under published plans and three continuations, and where budgets follow"
            + " outturn",
        table.title());
    assertEquals(4, names(report.gapTable(Gap.STAND_STILL)).size());
  }

  @Test
  void gapTableHasTheMediansOfItsDraws() {
    List<String> row = report.gapTable(Gap.STAND_STILL).rows().get(10);
    List<String> real = report.realGapTable().rows().get(10);
    for (int r = 0; r < RULES.size(); r++) {
      assertTrue(row.get(r + 1).startsWith(median(RULES.get(r), Gap.STAND_STILL.cash()) + " ["));
      assertTrue(real.get(r + 1).startsWith(median(RULES.get(r), Gap.STAND_STILL.real(BASE))));
    }
    assertNotEquals(row, real);
  }

  private static String median(String rule, Variable variable) {
    double middle = report.gaps().outcome(rule, variable).in(LAST).quantile(0.5);
    return String.format(Locale.ROOT, "%,.2f", middle / 1000);
  }

  @Test
  @DisplayName(
      "demand and gaps are two runs on the same draws: need less general funding is the gap")
  void runsShareTheirDraws() {
    double[] need = report.demand().outcome(Cost.NEED).in(LAST).values();
    for (String rule : RULES) {
      double[] funding = report.gaps().outcome(rule, Funding.UNTIED).in(LAST).values();
      double[] gap = report.gaps().outcome(rule, Gap.STAND_STILL.cash()).in(LAST).values();
      for (int i = 0; i < SETTINGS.draws(); i++) {
        assertEquals(need[i] - funding[i], gap[i], 0.0);
      }
    }
  }

  @Test
  void baseYearIsThePublishedOne() {
    assertEquals(
        List.of("2024-25", "632.83", "402.40", "49.42", "81.77", "9.48"),
        report.demandTable().rows().get(0));
    List<String> cost = report.costTable().rows().get(0);
    assertEquals(List.of("15.56", "15.56"), cost.subList(cost.size() - 2, cost.size()));
    assertEquals(
        List.of("2024-25", "1.46", "1.46", "1.46"), report.gapTable(Gap.STAND_STILL).rows().get(0));
  }

  @Test
  void demandAndCostSayUnitsAndBasis() {
    assertTrue(report.demandTable().caption().endsWith("thousand."));
    assertTrue(
        report
            .demandTable()
            .caption()
            .startsWith("England, from 2024-25 and 6 provisions of current law. "));
    String cost = report.costTable().caption();
    assertTrue(cost.endsWith("GBP billion, cash.") && cost.contains("revenue-outturn basis"));
    List<String> names = names(report.costTable());
    assertEquals(
        List.of("need, gross", "need, net", "spending, net"),
        names.subList(names.size() - 3, names.size()));
  }

  @Test
  void pageHasFiveChartsWithSources() {
    List<Element> figures = Xml.elements(page, "figure");
    assertEquals(5, figures.size());
    assertEquals(10, Xml.elements(page, "svg").size());
    for (Element figure : figures) {
      String caption = Xml.elements(figure, "figcaption").get(0).getTextContent();
      assertTrue(caption.startsWith("Sources: ") && caption.endsWith("."), caption);
    }
    assertEquals(
        List.of(
            "Referrals to children's social care",
            "Children looked after at 31 March",
            "Net need against funding by published plans and three continuations",
            "Stand-still gap under published plans and three continuations",
            "Budget gap where budgets follow last outturn"),
        figures.stream()
            .map(f -> Xml.elements(f, "svg").get(0).getAttribute("aria-label"))
            .toList());
  }

  @Test
  void everyChartSaysItsUnitAndArea() {
    for (Element description : Xml.elements(page, "desc")) {
      String text = description.getTextContent();
      assertTrue(text.contains("; England). Base year 2024-25."), text);
    }
    assertTrue(html.contains("GBP billion, cash; England"));
  }

  @Test
  void pageNeedsNothingFromOutside() {
    String rest = html.replace("http://www.w3.org/2000/svg", "").replaceAll(SOURCE_LINK, "");
    Stream.of("http", "//", "url(", "@import", "<script", "<link", "<img", "src=", "href=")
        .forEach(outside -> assertFalse(rest.contains(outside), outside));
  }

  @Test
  void pageHasEveryTableAndClaim() {
    assertEquals(12, Xml.elements(page, "table").size());
    assertEquals("Three definitions of a gap", Xml.texts(page, "h2").get(5));
    assertTrue(Xml.texts(page, "h2").get(6).startsWith("Published claims"));
    Element claims = Xml.elements(page, "table").get(11);
    Element body = Xml.elements(claims, "tbody").get(0);
    assertEquals(checks.size(), Xml.elements(body, "tr").size());
    Document without = Xml.parse(report.page(List.of()).html());
    assertEquals(11, Xml.elements(without, "table").size());
  }

  @Test
  void leadSaysHowFarTheRuleMovesTheAnswer() {
    String lead = Xml.ofClass(page, "fg-lead").get(1).getTextContent();
    String expected =
        String.format(
            Locale.ROOT,
            "In 2034-35 the rule alone moves the median stand-still gap from GBP %.1fbn"
                + " (%s) to GBP %.1fbn (%s), in cash.",
            report.gaps().outcome(RULES.get(2), Gap.STAND_STILL.cash()).in(LAST).quantile(0.5)
                / 1000,
            RULES.get(2),
            report.gaps().outcome(RULES.get(0), Gap.STAND_STILL.cash()).in(LAST).quantile(0.5)
                / 1000,
            RULES.get(0));
    assertTrue(lead.endsWith(expected), lead);
  }

  @Test
  void pageSaysSettingsAndLicence() {
    String subtitle = Xml.ofClass(page, "fg-subtitle").get(0).getTextContent();
    assertEquals("Baseline 2024-25 to 2034-35, 300 draws, seed 2025", subtitle);
    assertTrue(Xml.texts(page, "footer").get(0).contains("Open Government Licence v3.0"));
    assertEquals(html, report.page(checks).html());
  }

  @Test
  @DisplayName("what a chart cites leads to where a reader can open it")
  void citationsLeadToTheirAddresses() {
    Element caption = Xml.elements(page, "figcaption").get(0);
    List<String> links =
        Xml.elements(caption, "a").stream().map(link -> link.getAttribute("href")).toList();
    for (Source source : evidence.sources()) {
      // A judgement and the study of the same month have the same author and no other address.
      if (source.publisher().equals("fundinggap maintainers")) {
        continue;
      }
      boolean cited = caption.getTextContent().contains(source.citation());
      assertEquals(cited, source.link().map(links::contains).orElse(false), source::citation);
    }
    assertFalse(links.isEmpty());
  }

  @Test
  @DisplayName("every section with a table says where its numbers come from, with links")
  void tablesHaveSources() {
    for (Element section : Xml.elements(page, "section")) {
      if (!Xml.elements(section, "table").isEmpty()) {
        List<Element> lines =
            Stream.of("p", "figcaption")
                .flatMap(name -> Xml.elements(section, name).stream())
                .filter(element -> element.getTextContent().startsWith("Sources: "))
                .toList();
        assertFalse(lines.isEmpty(), section::getTextContent);
        lines.forEach(line -> assertFalse(Xml.elements(line, "a").isEmpty()));
      }
    }
    List<Element> all = Xml.ofClass(page, "fg-sources");
    assertEquals(4, all.size());
    String claims = all.get(3).getTextContent();
    for (SourceCheck check : checks) {
      String citation = check.claim().provenance().source().citation();
      assertTrue(claims.contains(citation), citation);
    }
  }

  @Test
  @DisplayName("charts cite what they draw: the base year's budget, every edition, every overspend")
  void chartsCiteWhatTheyDraw() {
    List<String> captions = captions(page);
    assertTrue(captions.get(0).contains("DFE-CIN-HISTORIC"), captions.get(0));
    assertTrue(captions.get(0).contains("DFE-CIN-2025"), captions.get(0));
    for (String caption : captions.subList(2, 5)) {
      assertTrue(caption.contains(budgetSource(BASE)), caption);
      assertFalse(caption.contains(budgetSource(BASE.plus(1))), caption);
    }
    for (String caption : captions.subList(3, 5)) {
      for (String id : List.of("overspend-2021-22", "overspend-2023-24", "overspend-2024-25")) {
        assertTrue(caption.contains(evidence.figure(id).provenance().location()), id);
      }
    }
    captions.forEach(caption -> assertFalse(caption.contains("RECALLED"), caption));
  }

  private static String budgetSource(FinancialYear year) {
    return evidence.series("ra-budget-net").observation(year).provenance().source().id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015-16", "2021-22", "2023-24"})
  void pageIsMadeFromEveryBaseYearThatHasTheSeries(String year) {
    FinancialYear base = FinancialYear.parse(year);
    EnglandReport past =
        EnglandReport.run(evidence, Baseline.england(evidence, base), Settings.of(1, 20));
    Document document = Xml.parse(past.page(List.of()).html());
    assertEquals(5, Xml.elements(document, "figure").size());
    String gap = past.gapTable(Gap.STAND_STILL).caption();
    assertEquals(!year.equals("2015-16"), gap.contains("published budget"), gap);
    String cost = past.costTable().caption();
    String basis = year.equals("2015-16") ? "section 251 basis. Need" : "revenue-outturn basis";
    assertTrue(cost.contains(basis), cost);
    String later = budgetSource(BASE.plus(1));
    captions(document).forEach(caption -> assertFalse(caption.contains(later), caption));
  }

  @Test
  void captionDoesNotClaimABudget_whenFundingIsGiven() {
    Baseline given =
        Baseline.england(evidence)
            .to(BASE.plus(1))
            .withFunding(Money.ofMillions(15_556, PriceBasis.cash()), "ro-net");
    EnglandReport report = EnglandReport.run(evidence, given, Settings.of(1, 20));
    for (Table table : List.of(report.gapTable(Gap.BUDGET), report.realGapTable())) {
      assertTrue(table.caption().contains("Funding starts from GBP 15.6bn in 2024-25;"));
      assertFalse(table.caption().contains("budget,"), table.caption());
    }
    assertEquals("0.00", report.gapTable(Gap.STAND_STILL).rows().get(0).get(1));
  }

  @Test
  @DisplayName("every plan, rule and opening is run once, on the same draws")
  void everyPlanIsRunOnce() {
    List<String> expected = new ArrayList<>(RULES);
    expected.addAll(List.of("cash-flat", "real-flat", "council-tax growth"));
    expected.add(RULES.get(1) + ", revised budget");
    expected.add(RULES.get(1) + ", closed by councils' other money");
    expected.add("follows last outturn");
    assertEquals(expected, report.gaps().scenarios().stream().map(s -> s.name()).toList());
  }
}
