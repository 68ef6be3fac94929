package org.fundinggap.docs;

import static org.fundinggap.docs.TrackRecords.log;
import static org.fundinggap.docs.TrackRecords.percent;
import static org.fundinggap.docs.TrackRecords.signed;
import static org.fundinggap.docs.TrackRecords.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Outlook;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.hindcast.Benchmark;
import org.fundinggap.hindcast.Hindcast;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scoring.Band;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The outlooks for children looked after side by side. */
final class OutlookTables {
  private static final FinancialYear HALF_WAY = FinancialYear.parse("2029-30");
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");
  private static final Settings DRAWS = Settings.of(2025, 10_000);

  /** Scores of four outlooks take four hindcasts. */
  private static final Settings FEWER = Settings.of(2025, 1_024);

  private OutlookTables() {}

  /** What each says of later years. */
  static List<String> projections() {
    MarkdownTable table =
        new MarkdownTable(
            "outlook",
            ">looked after 2029-30",
            ">2034-35",
            ">more than in 2024-25",
            ">need 2034-35, GBP bn",
            ">gap 2029-30, GBP bn",
            ">gap 2034-35, GBP bn");
    for (Outlook outlook : Outlook.values()) {
      Projection run = run(outlook);
      Draws last = run.outcome(Placements.LOOKED_AFTER).in(LAST);
      double now = run.outcome(Placements.LOOKED_AFTER).in(LAST.plus(-Baseline.YEARS)).mean();
      table.row(
          outlook.label(),
          children(run, HALF_WAY),
          children(run, LAST),
          percent(last.probabilityAbove(now)) + "%",
          billions(run, Cost.NEED, LAST),
          billions(run, Gap.STAND_STILL.cash(), HALF_WAY),
          billions(run, Gap.STAND_STILL.cash(), LAST));
    }
    return table.lines();
  }

  static Projection run(Outlook outlook) {
    return Simulation.of(
            Baseline.england(TrackRecords.EVIDENCE)
                .withOutlook(outlook)
                .with(FundingRule.REAL_FLAT))
        .keeping(Placements.LOOKED_AFTER, Cost.NEED, Gap.STAND_STILL.cash())
        .run(DRAWS);
  }

  private static String children(Projection run, FinancialYear year) {
    return range(run.outcome(Placements.LOOKED_AFTER).in(year), 1, "%,.0f [%,.0f, %,.0f]");
  }

  private static String billions(Projection run, Variable variable, FinancialYear year) {
    return range(run.outcome(variable).in(year), 1000, "%.1f [%.1f, %.1f]");
  }

  private static String range(Draws draws, double unit, String format) {
    return String.format(
        Locale.ROOT,
        format,
        draws.quantile(0.5) / unit,
        draws.quantile(0.1) / unit,
        draws.quantile(0.9) / unit);
  }

  /** How each would have done from past dates. */
  static List<String> scores() {
    MarkdownTable table =
        new MarkdownTable(
            "outlook",
            "of",
            ">n",
            ">windows",
            ">bias",
            ">80%",
            ">CRPS",
            ">walk",
            ">drift",
            ">sector");
    for (Outlook outlook : Outlook.values()) {
      TrackRecord record =
          Hindcast.of(TrackRecords.EVIDENCE)
              .withOutlook(outlook)
              .on(Execution.ofAllProcessors())
              .run(FEWER);
      for (String id : List.of("looked-after", "spending-gross")) {
        Published quantity = Published.named(id);
        row(table, outlook.label(), quantity.label(), record.of(quantity, Terms.CASH));
      }
    }
    return table.lines();
  }

  private static void row(
      MarkdownTable table, String outlook, String quantity, List<ScoredCase> cases) {
    ScoreRow row = ScoreRow.of(cases);
    List<String> cells = new ArrayList<>(List.of(outlook, quantity));
    cells.add(Integer.toString(row.cases()));
    cells.add(Integer.toString(row.windows()));
    cells.add(signed(row.scores().bias()));
    cells.add(percent(row.scores().coverage(Band.FOUR_FIFTHS).share()));
    cells.add(log(row.scores().crps()));
    cells.add(skill(row.skill(Benchmark.RANDOM_WALK)));
    cells.add(skill(row.skill(Benchmark.DRIFT)));
    cells.add(skill(row.skill(Benchmark.SECTOR)));
    table.row(cells.toArray(String[]::new));
  }
}
