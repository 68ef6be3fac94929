package org.fundinggap.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fundinggap.analysis.Tornado;
import org.fundinggap.bridge.Bridge;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.chart.Chart;
import org.fundinggap.chart.Charts;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The pictures of the page of charts, by the same calls. */
final class ChartPictures {
  private static final FinancialYear NOW = FinancialYear.parse("2024-25");
  private static final FinancialYear LATER = FinancialYear.parse("2034-35");
  private static final Variable GAP = Gap.STAND_STILL.cash();
  private static final String TITLE = "Stand-still gap in " + LATER;

  private ChartPictures() {}

  /** Every picture by its file name. */
  static Map<String, String> all() {
    Baseline england = Baseline.england(EvidenceBase.load());
    Scenario real = england.with(FundingRule.REAL_FLAT);
    Scenario cash = england.with(FundingRule.CASH_FLAT);
    Projection run =
        Simulation.of(real, cash).keeping(Bridge.variables()).run(Settings.of(2025, 1_000));
    BridgeCell start = new BridgeCell(run, real.name(), NOW);
    Tornado tornado =
        Tornado.of(real)
            .choicesOfEngland(UnaryOperator.identity())
            .run(GAP, LATER, Settings.of(2025, 1_024));
    Map<String, Draws> byRule = new LinkedHashMap<>();
    for (Scenario each : List.of(real, cash)) {
      byRule.put(each.name(), run.outcome(each.name(), GAP).in(LATER));
    }
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("fans", Charts.fan(run, GAP));
    charts.put(
        "difference", Charts.fan(Comparison.of(run, real.name()).differences(cash.name(), GAP)));
    charts.put("waterfall", Charts.waterfall(Bridge.of(start, start.in(LATER))));
    charts.put("tornado", Charts.tornado(tornado, 12));
    charts.put("ranges", Charts.ranges(TITLE, GAP.unitText(), byRule));
    charts.put("exceedance", Charts.exceedance(TITLE, GAP.unitText(), byRule));
    Map<String, String> pictures = new LinkedHashMap<>();
    charts.forEach((name, chart) -> pictures.put(name + ".svg", chart.svg()));
    return pictures;
  }
}
