package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundinggap.analysis.Explainer;
import org.fundinggap.appraisal.Appraisal;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.GreenBook;
import org.fundinggap.appraisal.OptimismBias;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Regret;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.Quality;
import org.fundinggap.export.Csvw;
import org.fundinggap.export.Tidy;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.csv.PlainCell;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.own.Addition;
import org.fundinggap.own.OwnFunding;
import org.fundinggap.own.OwnLine;
import org.fundinggap.policy.Measure;
import org.fundinggap.policy.Movement;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.report.EnglandReport;
import org.fundinggap.report.LineTables;
import org.fundinggap.report.Page;
import org.fundinggap.report.PageSection;
import org.fundinggap.report.ProjectionCharts;
import org.fundinggap.report.ProjectionTables;
import org.fundinggap.report.Table;
import org.fundinggap.report.Xml;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.Portfolio;
import org.fundinggap.search.PortfolioResult;
import org.fundinggap.search.Statistic;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Names that users may give, by slip or by malice")
@Tag("slow")
class HostileNamesTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear END = FinancialYear.parse("2026-27");
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final Pattern TURNED = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028&&[^\n]]");
  private static final int LONGEST_LABEL = 200;
  private static final int VERY_LONG = 10_000;

  private static final List<String> NAMES =
      List.of(
          "<script>alert('a')</script> & ]]> \"quoted\" <!-- --> &amp;",
          "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDC67 family",
          "\u202Eknab\u202C \u2067\u05E2\u05D1\u05E8\u05D9\u05EA\u2069 \u05D0",
          "x".repeat(VERY_LONG),
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-1-1",
          "@SUM(1)",
          "\t=1+1",
          "first\nsecond\r\nthird\u2028fourth",
          "\u0000\u0007\u001B[31mred\u0085",
          "\uD800 half a pair \uFFFE",
          "# a comment, \"with\" commas",
          "%s %n %1$s {0} \\ \\u0041 $1");

  private static final List<Scenario> SCENARIOS = new ArrayList<>();
  private static Projection run;
  private static EnglandReport report;

  @TempDir Path directory;

  @BeforeAll
  static void run() {
    Scenario plain = England.baseline().to(END).with(FundingRule.REAL_FLAT);
    SCENARIOS.add(plain);
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      SCENARIOS.add(plain.with(own(i), stream(i)).with(name, lever(name)));
    }
    Set<Variable> kept = new HashSet<>(LineTables.variables(plain));
    kept.addAll(List.of(Appraisal.variables(plain, SCENARIOS.get(1))));
    kept.addAll(List.of(Bridge.variables(plain)));
    kept.add(GAP);
    Simulation simulation = Simulation.of(SCENARIOS).keeping(kept.toArray(Variable[]::new));
    for (Scenario each : SCENARIOS) {
      Variable[] more =
          Stream.concat(LineTables.variables(each).stream(), Stream.of(Bridge.variables(each)))
              .distinct()
              .toArray(Variable[]::new);
      simulation = simulation.alsoKeeping(each.name(), more);
    }
    run = simulation.run(Settings.of(1, 100));
    Addition[] own =
        Stream.iterate(0, i -> i < NAMES.size(), i -> i + 1)
            .flatMap(i -> Stream.of(own(i), stream(i)))
            .toArray(Addition[]::new);
    report =
        EnglandReport.run(England.evidence(), England.baseline().to(END), Settings.of(1, 20), own);
  }

  private static OwnLine own(int i) {
    String name = NAMES.get(i);
    return OwnLine.each("line" + i, name, Children.CHILDREN, Distribution.fixed(1 + i), name);
  }

  private static OwnFunding stream(int i) {
    String name = NAMES.get(i);
    return OwnFunding.by("stream" + i, name, FundingRule.CASH_FLAT, 10 + i, name);
  }

  private static Lever lever(String name) {
    return Lever.named(name)
        .from(BASE.plus(1))
        .multiply(CareEntries.ENTRIES, Distribution.fixed(-0.1), name)
        .build();
  }

  /** Well-formed, without a tag that a name brought in, and with nothing that turns text round. */
  private static void assertMarkup(String xml) {
    Xml.parse(xml);
    assertFalse(xml.contains("<script"), "a script");
    assertFalse(xml.contains("&amp;amp;amp;"), "escaped twice");
    assertFalse(TURNED.matcher(xml).find(), "turned");
  }

  /** Lines end in line feeds alone; no control of a terminal, and none that turns text round. */
  private static void assertShown(String text) {
    assertFalse(TURNED.matcher(text).find(), "turned");
    assertFalse(CONTROL.matcher(text).find(), "control");
  }

  /** Every text of a table comes back whole, and none is a formula to a spreadsheet. */
  private static void assertCsv(String csv, List<String> texts) {
    Set<String> cells = new HashSet<>();
    CsvReader.builder().ofCsvRecord(csv).stream()
        .forEach(
            row -> {
              for (String cell : row.getFields()) {
                assertEquals(cell, PlainCell.of(PlainCell.read(cell)), "a formula");
                cells.add(PlainCell.read(cell));
              }
            });
    for (String text : texts) {
      assertTrue(cells.contains(Markup.carried(text)), () -> "cut: " + text);
    }
  }

  private static void assertTable(Table table) {
    assertMarkup(table.toHtml());
    assertShown(table.toString());
    assertCsv(table.toCsv(), List.of());
  }

  @Test
  @DisplayName("are escaped in the report of England, whole and in every table")
  void report() {
    assertMarkup(report.page(List.of()).html());
    for (Table table :
        List.of(
            report.costTable(),
            report.linesTable(),
            report.streamsTable(),
            report.gapTable(Gap.STAND_STILL),
            report.definitionsTable())) {
      assertTable(table);
    }
    assertShown(report.headline(END).toString().replace('\n', ' '));
    String cells = report.linesTable().toHtml();
    NAMES.forEach(
        name ->
            assertTrue(cells.contains(Markup.escape(name) + " (own, line"), () -> "cut: " + name));
  }

  @Test
  @DisplayName("are escaped in tables of a run")
  void tables() {
    for (Option option : run.scenarios()) {
      assertTable(ProjectionTables.of(run.outcome(option.name(), GAP)));
      assertTable(LineTables.costs(run, option.name()));
      assertTable(LineTables.funding(run, option.name()));
      assertShown(run.outcome(option.name(), GAP).toString());
    }
    assertTable(
        ProjectionTables.sideBySide(
            NAMES.get(0),
            NAMES.get(2),
            NAMES.stream().map(name -> run.outcome(name, GAP)).toList(),
            NAMES));
  }

  @Test
  @DisplayName("stand in charts within the picture, or are refused by their length")
  void charts() {
    for (String name : NAMES) {
      if (name.length() > LONGEST_LABEL) {
        InvalidInputException refused =
            assertThrows(InvalidInputException.class, () -> chart(name, false));
        assertTrue(
            refused.problems().toString().contains("must have at most 200 characters, was 10000"),
            refused.problems().toString());
        continue;
      }
      for (boolean several : new boolean[] {false, true}) {
        FanChart chart = chart(name, several);
        for (int width : new int[] {360, 720}) {
          assertMarkup(chart.svg(width));
          assertMarkup(chart.inlineSvg(width));
          assertEquals(List.of(), TextBoxes.faults(chart.svg(width)), name);
        }
        Page page =
            Page.builder(name)
                .subtitle(name)
                .lead(name)
                .section(
                    PageSection.builder(name)
                        .paragraph(name)
                        .chart(chart, name)
                        .sources(name)
                        .build())
                .footer(name)
                .build();
        assertMarkup(page.html());
        assertShown(chart.toString());
      }
    }
  }

  @Test
  @DisplayName("are words in rows and beside curves")
  void rowsAndCurves() {
    for (String name : NAMES) {
      if (name.length() > LONGEST_LABEL) {
        assertThrows(InvalidInputException.class, () -> rows(name));
        assertThrows(InvalidInputException.class, () -> curves(name));
        continue;
      }
      for (Chart kind : List.of(rows(name), curves(name))) {
        for (int width : new int[] {360, 720}) {
          assertMarkup(kind.svg(width));
          assertEquals(List.of(), TextBoxes.faults(kind.svg(width)), name);
        }
        assertShown(kind.description());
      }
    }
  }

  private static Chart rows(String name) {
    return RowChart.builder(name, name)
        .legend(RowMark.Tone.FIRST, name)
        .row(new ChartRow(name, name, List.of(RowMark.bar(RowMark.Tone.FIRST, 0, 1))))
        .build();
  }

  private static Chart curves(String name) {
    return CurveChart.builder(name, name, name)
        .curve(CurveChart.Curve.of(name).with(0, 1).with(1, 0))
        .build();
  }

  private static FanChart chart(String name, boolean several) {
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .title(name)
            .fan(ProjectionCharts.fan(run.outcome(name, GAP), name, 1e-3))
            .line(ProjectionCharts.median(run.outcome("real-flat", GAP), name + " less", 1e-3))
            .marker(new ChartMarker(END, 1.5, name));
    FanChart.Builder chart = FanChart.builder(name, name).panel(panel.build());
    return several ? chart.panel(panel.build()).build() : chart.build();
  }

  @Test
  @DisplayName("are one line each in what answers print")
  void answers() {
    Comparison comparison = Comparison.of(run, "real-flat");
    assertShown(comparison.sideBySide(END, GAP).toString());
    Map<String, Draws> options = new LinkedHashMap<>();
    NAMES.forEach(name -> options.put(name, run.outcome(name, GAP).in(END)));
    assertShown(Regret.of(NAMES.get(9), options, Direction.LOWER).toString());
    BridgeCell start = new BridgeCell(run, "real-flat", END);
    Appraiser appraiser = Appraiser.of(GreenBook.standard(England.evidence()), OptimismBias.none());
    for (Scenario each : SCENARIOS.subList(1, SCENARIOS.size())) {
      String name = each.name();
      assertShown(comparison.differences(name, GAP).toString());
      assertShown(comparison.inputs(name).toString());
      assertShown(Bridge.of(start, new BridgeCell(run, name, END)).toString());
      assertShown(appraiser.appraise(run, "real-flat", name).toString());
      assertShown(
          Explainer.of(each, Settings.of(1, 5), England.evidence()).mean(GAP, END).toText(9));
    }
  }

  @Test
  @DisplayName("come back whole from tidy tables, which no spreadsheet runs")
  void tidy() throws IOException {
    Comparison comparison = Comparison.of(run, "real-flat");
    BridgeCell start = new BridgeCell(run, "real-flat", END);
    assertTidy(Tidy.of(run, GAP), NAMES);
    assertTidy(Tidy.draws(Simulation.of(SCENARIOS).keeping(GAP).run(Settings.of(1, 2))), NAMES);
    assertTidy(Tidy.of(comparison, GAP), NAMES);
    for (String name : NAMES) {
      assertTidy(Tidy.inputs(run.scenario(name)), List.of(name));
      assertTidy(Tidy.of(Bridge.of(start, new BridgeCell(run, name, END))), List.of());
    }
  }

  private void assertTidy(Tidy table, List<String> names) throws IOException {
    assertCsv(table.toCsv(), names);
    Csvw.assertKept(table.toCsv(), table.metadata("a b.csv"), "a b.csv");
    Path file = directory.resolve("a b.csv");
    table.save(file);
    assertEquals(table.toCsv(), Files.readString(file));
    assertEquals(
        table.metadata("a b.csv"), Files.readString(directory.resolve("a b.csv-metadata.json")));
  }

  @Test
  @DisplayName("of options and measures are one line in a portfolio")
  void portfolio() throws IOException {
    Scenario plain = SCENARIOS.get(0);
    for (String name : NAMES) {
      Measure measure =
          new Measure(
              name,
              List.of(name),
              1,
              name,
              name,
              List.of(lever(name)),
              List.of(new Movement(GAP, Direction.LOWER, END)),
              List.of(),
              List.of(name),
              Optional.of(Quality.RED),
              true,
              name,
              Map.of());
      PortfolioResult result =
          Portfolio.ofMeasures(plain, List.of(measure))
              .minimise(Statistic.of(GAP, END), Settings.of(1, 10));
      assertShown(result.toString());
      assertShown(measure.toString());
      assertTidy(Tidy.of(result), List.of(name));
    }
  }

  @Test
  @DisplayName("are refused as ids, which stand in names of files and columns")
  void ids() {
    for (String name : NAMES) {
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class,
              () -> OwnLine.each(name, "x", Children.CHILDREN, Distribution.fixed(1), "x"));
      assertTrue(
          refused.problems().toString().contains("id must be a letter and then up to 59 letters"),
          refused.problems().toString());
    }
  }
}
