package org.fundinggap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fundinggap.analysis.Explainer;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("Cost lines and funding of one's own, in reports")
@Tag("medium")
class OwnLinesShownTest {
  private static final Settings SETTINGS = Settings.of(1, 300);
  private static final FinancialYear END = FinancialYear.parse("2034-35");
  private static final OwnLine BREAKS =
      OwnLine.each(
          "breaks",
          "short breaks",
          Children.CHILDREN,
          Distribution.triangular(20, 25, 40),
          "survey");
  private static final OwnLine TRANSPORT =
      OwnLine.each("transport", "transport", Children.CHILDREN, Distribution.fixed(12), "accounts")
          .outOf(CostLine.OTHER);
  private static final OwnFunding LOCAL =
      OwnFunding.by("local", "local grant", FundingRule.CASH_FLAT, 120, "letter");
  private static final OwnFunding PILOT =
      OwnFunding.by("pilot", "pilot fund", FundingRule.REAL_FLAT, 40, "letter").tied();

  private static Baseline england;
  private static EnglandReport report;
  private static EnglandReport plain;
  private static Document page;

  @BeforeAll
  static void run() {
    EvidenceBase evidence = EvidenceBase.load();
    england = Baseline.england(evidence);
    report = EnglandReport.run(evidence, england, SETTINGS, BREAKS, TRANSPORT, LOCAL, PILOT);
    plain = EnglandReport.run(evidence, england, SETTINGS);
    page = Xml.parse(report.page(List.of()).html());
  }

  /** A row by its first cell, the same in the table and in the page's HTML. */
  private static double[] row(Table table, String name) {
    assertEquals(cells(table, name), inPage(table.title(), name));
    return values(table, name);
  }

  private static List<String> cells(Table table, String name) {
    return table.rows().stream().filter(row -> row.get(0).equals(name)).findFirst().orElseThrow();
  }

  private static double[] values(Table table, String name) {
    return cells(table, name).stream()
        .skip(1)
        .mapToDouble(cell -> Double.parseDouble(cell.replace(",", "")))
        .toArray();
  }

  private static List<String> inPage(String title, String name) {
    Element shown =
        Xml.elements(page, "table").stream()
            .filter(table -> table.getTextContent().contains(title))
            .findFirst()
            .orElseThrow();
    Element row =
        Xml.elements(shown, "tr").stream()
            .filter(each -> Xml.elements(each, "th").size() == 1)
            .filter(each -> texts(each, "th").get(0).equals(name))
            .findFirst()
            .orElseThrow();
    List<String> cells = new ArrayList<>(texts(row, "th"));
    cells.addAll(texts(row, "td"));
    return cells;
  }

  private static List<String> texts(Element parent, String name) {
    return Xml.elements(parent, name).stream().map(Element::getTextContent).toList();
  }

  private static double[] sum(Table table, String total) {
    double[] sum = new double[table.columns().size() - 1];
    for (List<String> row : table.rows()) {
      if (row.get(0).equals(total)) {
        return sum;
      }
      double[] values = row(table, row.get(0));
      IntStream.range(0, sum.length).forEach(year -> sum[year] += values[year]);
    }
    throw new AssertionError(total);
  }

  /** Each of some rows is rounded to a whole GBP million. */
  private static void assertAddsUp(Table table, String total) {
    double[] sum = sum(table, total);
    double[] all = row(table, total);
    for (int year = 0; year < sum.length; year++) {
      assertEquals(all[year], sum[year], 0.5 * table.rows().size(), total);
    }
  }

  @Test
  @DisplayName("are rows by label, and rows add up to the totals")
  void rowsAddUp() {
    assertTrue(row(report.linesTable(), "short breaks (own)")[0] > 0);
    assertTrue(row(report.linesTable(), "transport (own)")[10] > 0);
    assertAddsUp(report.linesTable(), "need, gross");
    assertEquals(120, row(report.streamsTable(), "local grant (own)")[10]);
    assertEquals(40, row(report.streamsTable(), "pilot fund (own)")[0]);
    assertAddsUp(report.streamsTable(), "funding, net");
    double[] net = row(report.linesTable(), "need, net");
    double[] untied = row(report.streamsTable(), "funding not tied to new services");
    double gap =
        report.gaps().outcome(FundingPlan.HEADLINE.label(), Gap.STAND_STILL.cash()).in(END).mean();
    assertEquals(gap, net[10] - untied[10], 1);
  }

  @Test
  @DisplayName("say what they are and where they come from")
  void notesSayWhatTheyAre() {
    String lines = report.linesTable().toString().replace('\n', ' ');
    assertTrue(lines.contains("Own, " + BREAKS + "; from survey."), lines);
    assertTrue(lines.contains("out of other services; from accounts."), lines);
    String streams = report.streamsTable().toString().replace('\n', ' ');
    assertTrue(streams.contains("Own, " + PILOT + "; from letter."), streams);
    assertTrue(report.linesTable().caption().contains("Means, which add up but for rounding"));
  }

  @Test
  @DisplayName("are columns of the cost table, and are named wherever the baseline is")
  void namedWithTheBaseline() {
    List<String> names = report.costTable().columns().stream().map(Table.Column::name).toList();
    assertTrue(names.containsAll(List.of("short breaks (own)", "transport (own)")), names + "");
    String start = ", with short breaks, transport, local grant, pilot fund (own)";
    assertTrue(report.gapTable(Gap.STAND_STILL).caption().contains(start));
    assertTrue(report.headline(END).sentence().contains(start));
    assertTrue(Xml.texts(page, "p").stream().anyMatch(text -> text.contains(start)));
  }

  @Test
  @DisplayName("take from the line that held them, and change nothing else")
  void nothingElseChanges() {
    double[] other = values(plain.linesTable(), "other services");
    double[] rest = row(report.linesTable(), "other services");
    double[] own = row(report.linesTable(), "transport (own)");
    assertEquals(other[0], rest[0] + own[0], 1);
    assertEquals(
        plain.linesTable().rows().get(0), report.linesTable().rows().get(0), "children's homes");
  }

  @Test
  @DisplayName("show beside a lever's own costs, and where two share a label, by id")
  void leversAndEqualLabels() {
    Map<FinancialYear, Double> years = new TreeMap<>();
    england.years().years().forEach(year -> years.put(year, 5.0));
    Scenario own =
        england
            .with(FundingRule.REAL_FLAT)
            .with("own", OwnLine.byYear("one", "visits", years, "plan"), LOCAL)
            .with("own", OwnLine.byYear("two", "visits", years, "plan"))
            .with("own", lever());
    Projection run =
        Simulation.of(own)
            .keeping(LineTables.variables(own).toArray(Variable[]::new))
            .run(SETTINGS);
    Table lines = LineTables.costs(run, "own");
    List<String> names = lines.rows().stream().map(row -> row.get(0)).toList();
    assertTrue(names.containsAll(List.of("visits (own, one)", "visits (own, two)")), names + "");
    assertEquals("need, gross", names.get(12));
    assertTrue(LineTables.funding(run, "own").toString().contains("local grant (own)"));
  }

  private static Lever lever() {
    return Lever.named("visits for all")
        .from(england.baseYear().plus(1))
        .cost(Payer.COUNCILS, Distribution.fixed(10), "plan")
        .build();
  }

  @Test
  @DisplayName("are explained by their labels")
  void explained() {
    Scenario own = england.with(FundingRule.REAL_FLAT).with("own", BREAKS, LOCAL);
    String need =
        Explainer.of(own, Settings.of(1, 10), EvidenceBase.load())
            .mean(Gap.STAND_STILL.cash(), END)
            .toText(4);
    assertTrue(need.contains("need, short breaks"), need);
    assertTrue(need.contains("local grant"), need);
  }
}
