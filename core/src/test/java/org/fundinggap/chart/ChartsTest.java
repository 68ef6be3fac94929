package org.fundinggap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.fundinggap.analysis.Tornado;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.bridge.BridgeStep;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Differences;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.report.Xml;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Charts by one call")
@Tag("medium")
class ChartsTest {
  private static final FinancialYear NOW = FinancialYear.parse("2024-25");
  private static final FinancialYear END = FinancialYear.parse("2026-27");
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final Settings SETTINGS = Settings.of(3, 64);
  private static final int[] WIDTHS = {280, 400, 720, 1280};

  private static Bridge bridge;
  private static Tornado tornado;
  private static Differences differences;
  private static Projection run;
  private static Map<String, Draws> byRule;

  @BeforeAll
  static void make() {
    Baseline baseline = England.baseline().to(END);
    Scenario real = baseline.with(FundingRule.REAL_FLAT);
    Scenario cash = baseline.with(FundingRule.CASH_FLAT);
    Projection one = Simulation.of(real).keeping(Bridge.variables()).run(SETTINGS);
    bridge = Bridge.of(BridgeCell.of(one, NOW), BridgeCell.of(one, END));
    tornado = Tornado.of(real).choicesOfEngland(UnaryOperator.identity()).run(GAP, END, SETTINGS);
    run = Simulation.of(real, cash).keeping(GAP).run(SETTINGS);
    differences = Comparison.of(run, real.name()).differences(cash.name(), GAP);
    byRule = new LinkedHashMap<>();
    for (Scenario each : List.of(real, cash)) {
      byRule.put(each.name(), run.outcome(each.name(), GAP).in(END));
    }
  }

  private static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("waterfall", Charts.waterfall(bridge));
    charts.put("tornado", Charts.tornado(tornado, 15));
    charts.put("ranges", Charts.ranges("Gap by rule", GAP.unitText(), byRule));
    charts.put("exceedance", Charts.exceedance("Gap by rule", GAP.unitText(), byRule));
    charts.put("fans", Charts.fan(run, GAP));
    charts.put("difference", Charts.fan(differences));
    return charts;
  }

  @Test
  @DisplayName("are well-formed at any width, cut no word off, and come out the same each time")
  void everyWidth() {
    all()
        .forEach(
            (kind, chart) -> {
              for (int width : WIDTHS) {
                String svg = chart.svg(width);
                assertEquals(List.of(), TextBoxes.faults(svg), kind);
                assertEquals(width, Xml.number(Xml.parse(svg).getDocumentElement(), "width"));
                assertEquals(svg, chart.svg(width), kind);
                assertEquals(
                    chart.description(),
                    Xml.elements(Xml.parse(svg), "desc").get(0).getTextContent(),
                    kind);
                assertFalse(chart.inlineSvg(width).contains("<style>"), kind);
              }
              assertEquals(chart.svg(720), chart.svg(), kind);
              assertThrows(IllegalArgumentException.class, () -> chart.svg(279), kind);
            });
  }

  @Test
  @DisplayName("a waterfall has the steps of the bridge with the bands of its draws")
  void waterfall() {
    List<ChartRow> rows = ((RowChart) Charts.waterfall(bridge)).rows();
    List<BridgeStep> steps = bridge.waterfall();
    assertEquals(steps.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      BridgeStep step = steps.get(i);
      RowMark bar = rows.get(i).marks().get(0);
      assertEquals(step.name(), rows.get(i).label());
      assertEquals(step.from(), bar.from());
      assertEquals(step.to(), bar.to());
      assertEquals(
          step.isEnd()
              ? RowMark.Tone.PLAIN
              : step.change() < 0 ? RowMark.Tone.SECOND : RowMark.Tone.FIRST,
          bar.tone());
    }
    RowMark band = rows.get(1).marks().get(1);
    Draws first = bridge.contribution(steps.get(1).name());
    assertEquals(steps.get(1).from() + first.quantile(0.1), band.from());
    assertEquals(steps.get(1).from() + first.quantile(0.9), band.to());
  }

  @Test
  @DisplayName("a tornado has the widest bars, and names what is set on each side")
  void widestBars() {
    RowChart chart = (RowChart) Charts.tornado(tornado, 5);
    assertEquals(5, chart.rows().size());
    for (int i = 0; i < 5; i++) {
      Tornado.Bar bar = tornado.bars().get(i);
      ChartRow row = chart.rows().get(i);
      assertEquals(bar.label(), row.label());
      assertEquals(bar.low().change(), row.marks().get(0).to());
      assertEquals(bar.high().change(), row.marks().get(1).to());
      assertTrue(row.detail().contains(bar.low().setting()), row.detail());
      assertFalse(row.detail().contains("at as it is"), row.detail());
    }
    assertTrue(chart.unit().contains("MC s.e. of a change at most "), chart.unit());
    assertFalse(chart.unit().contains("unknown"), chart.unit());
    assertThrows(IllegalArgumentException.class, () -> Charts.tornado(tornado, 61));
  }

  @Test
  @DisplayName("chances of more than a value fall along it, and are those of the draws")
  void chances() {
    CurveChart chart = (CurveChart) Charts.exceedance("Gap by rule", GAP.unitText(), byRule);
    for (CurveChart.Curve curve : chart.curves()) {
      Draws draws = Objects.requireNonNull(byRule.get(curve.name()));
      for (CurveChart.Point point : curve.points()) {
        assertEquals(draws.quantile(1 - point.y() / 100), point.x(), 1e-9 * Math.abs(point.x()));
      }
      assertEquals(99, curve.points().get(0).y());
      assertEquals(1, curve.points().get(98).y());
    }
  }

  @Test
  @DisplayName("several fans have edges in place of bands, so that none hides another")
  void severalFans() {
    var several = Xml.parse(Charts.fan(run, GAP).svg());
    assertEquals(2, Xml.ofClass(several, "fg-wash").size());
    assertEquals(List.of(), Xml.ofClass(several, "fg-inner"));
    var single = Xml.parse(Charts.fan(differences).svg());
    assertEquals(List.of(), Xml.ofClass(single, "fg-wash"));
    assertFalse(Xml.ofClass(single, "fg-inner").isEmpty());
    Draws last = differences.in(END).draws();
    ChartFan fan = Charts.fan(differences).panels().get(0).fans().get(0);
    assertEquals(last.quantile(0.5), Objects.requireNonNull(fan.years().get(END)).p50());
  }

  @Test
  @DisplayName("say what is wrong with their parts, all at once")
  void refusals() {
    List<String> problems =
        assertThrows(InvalidInputException.class, () -> RowChart.builder(" ", "").build())
            .problems();
    assertEquals(3, problems.size(), problems::toString);
    CurveChart.Curve point = CurveChart.Curve.of("a point").with(1, 1);
    problems =
        assertThrows(
                InvalidInputException.class,
                () -> CurveChart.builder("t", "x", "y").curve(point).build())
            .problems();
    assertTrue(
        problems.get(0).contains("curve \"a point\" must have at least 2"), problems::toString);
    assertThrows(IllegalArgumentException.class, () -> RowMark.band(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new ChartRow("row", "", List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> CurveChart.Curve.of("c").with(Double.NaN, 1));
  }
}
