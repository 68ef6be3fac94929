package org.fundinggap.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundinggap.analysis.VarianceByPart;
import org.fundinggap.analysis.VarianceShare;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** Where the range of need comes from, and what cuts of early help do to the gap. */
final class RangeTables {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final FinancialYear LAST = FinancialYear.parse("2034-35");

  private RangeTables() {}

  private static Baseline baseline() {
    return Baseline.england(EvidenceBase.load());
  }

  /** What each line adds to need, and to its variance, in the last year. */
  static List<String> lines() {
    Projection run =
        Simulation.of(baseline().with(FundingRule.REAL_FLAT))
            .keeping(
                Stream.concat(
                        Stream.of(Cost.GROSS_NEED),
                        Stream.of(CostLine.values()).map(CostLine::need))
                    .toArray(Variable[]::new))
            .run(SETTINGS);
    Draws total = run.outcome(Cost.GROSS_NEED).in(LAST);
    MarkdownTable table =
        new MarkdownTable(
            "line",
            ">2024-25",
            ">2034-35, GBP billion, gross",
            ">share of variance",
            ">correlation with all lines");
    Map<Variable, VarianceShare> shares = new LinkedHashMap<>();
    List<Outcome> parts =
        Stream.of(CostLine.values()).map(line -> run.outcome(line.need())).toList();
    VarianceByPart.of(run.outcome(Cost.GROSS_NEED), parts, LAST)
        .parts()
        .forEach(part -> shares.put(part.variable(), part.share()));
    for (CostLine line : CostLine.values()) {
      Draws need = run.outcome(line.need()).in(LAST);
      table.row(
          line.label(),
          billions(run.outcome(line.need()).in(baseline().baseYear()).quantile(0.5)),
          ModelTables.band(need),
          percent(Objects.requireNonNull(shares.get(line.need())).value()),
          String.format(Locale.ROOT, "%.2f", correlation(need, total)));
    }
    table.row(
        "all lines",
        billions(run.outcome(Cost.GROSS_NEED).in(baseline().baseYear()).quantile(0.5)),
        ModelTables.band(total),
        percent(1),
        "");
    return table.lines();
  }

  private static double correlation(Draws one, Draws other) {
    return covariance(one, other)
        / (StrictMath.sqrt(covariance(one, one)) * StrictMath.sqrt(covariance(other, other)));
  }

  private static String billions(double millions) {
    return String.format(Locale.ROOT, "%.1f", millions / 1000);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  private static double covariance(Draws one, Draws other) {
    double first = one.mean();
    double second = other.mean();
    return one.combine(other, (x, y) -> (x - first) * (y - second)).mean();
  }

  /** Gaps with and without cuts of early help, and the paired difference. */
  static List<String> cuts() {
    Scenario without = baseline().with(FundingRule.REAL_FLAT);
    Scenario with = baseline().withEarlyHelpCuts().with(FundingRule.REAL_FLAT);
    Projection run =
        Simulation.of(without, with)
            .keeping(Gap.STAND_STILL.cash(), Gap.BUDGET.cash(), Placements.LOOKED_AFTER)
            .run(SETTINGS);
    MarkdownTable table =
        new MarkdownTable(
            "real-flat funding", "year", ">without cuts", ">with cuts", ">with less without");
    for (Gap gap : List.of(Gap.STAND_STILL, Gap.BUDGET)) {
      for (String text : List.of("2029-30", "2034-35")) {
        FinancialYear year = FinancialYear.parse(text);
        Draws before = run.outcome(without.name(), gap.cash()).in(year);
        Draws after = run.outcome(with.name(), gap.cash()).in(year);
        Draws difference = after.combine(before, (x, y) -> x - y);
        table.row(
            gap.label() + ", GBP billion, cash",
            text,
            ModelTables.band(before),
            ModelTables.band(after),
            String.format(Locale.ROOT, "mean %+.2f, ", difference.mean() / 1000)
                + String.format(
                    Locale.ROOT,
                    "median %+.2f [%+.2f, %+.2f]",
                    difference.quantile(0.5) / 1000,
                    difference.quantile(0.1) / 1000,
                    difference.quantile(0.9) / 1000));
      }
    }
    return table.lines();
  }
}
