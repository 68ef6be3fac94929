package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fundinggap.analysis.VarianceByPart;
import org.fundinggap.analysis.VarianceShare;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
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

  /** Real growth of homes' unit cost from which the study starts. */
  private static final double STUDY_HOMES = 0.064;

  /** Its real growth of every line but homes and fostering: pay. */
  private static final double STUDY_PAY = 0.012;

  private RangeTables() {}

  private static Baseline baseline() {
    return Baseline.england(EvidenceBase.load());
  }

  /** One change of the baseline's numbers, and what to call it. */
  private static final class Changes {
    private final Inputs inputs = baseline().with(FundingRule.REAL_FLAT).inputs();
    private final Map<String, UnaryOperator<InputsBuilder>> byName = new LinkedHashMap<>();

    Changes() {
      byName.put("as it stands", to -> to);
      Map<String, UnaryOperator<InputsBuilder>> demand = demand();
      byName.putAll(demand);
      byName.put(
          "all five together",
          to -> {
            InputsBuilder made = to;
            for (UnaryOperator<InputsBuilder> change : demand.values()) {
              made = change.apply(made);
            }
            return made;
          });
      byName.put("weight of homes does not drift", to -> fix(to, Placements.HOMES_DRIFT, 0));
      byName.put(
          "homes' real unit cost starts at the study's 6.4% a year",
          to -> fix(to, PriceIndex.HOMES.recentDrift(), STUDY_HOMES));
      byName.put(
          "leaving care and the rest of care cost more as pay does, as in the study",
          to -> asPay(asPay(to, PriceIndex.LEAVING_CARE), PriceIndex.OTHER_LOOKED_AFTER));
    }

    private Map<String, UnaryOperator<InputsBuilder>> demand() {
      Map<String, UnaryOperator<InputsBuilder>> demand = new LinkedHashMap<>();
      demand.put(
          "children 0 to 17 stay as many",
          to ->
              level(
                  level(level(to, Children.LOW_GROWTH), Children.CENTRAL_GROWTH),
                  Children.HIGH_GROWTH));
      demand.put("referrals for each child have no trend", to -> fix(to, Referrals.TREND, 0));
      demand.put(
          "no drift of referrals that end without need",
          to ->
              fix(
                  fix(to, ChildrenInNeed.NO_FURTHER_ACTION_DRIFT, 0),
                  ChildrenInNeed.NOT_IN_NEED_DRIFT,
                  0));
      demand.put("no drift of entries for each child in need", to -> fix(to, CareEntries.DRIFT, 0));
      demand.put(
          "children leave care at the base year's rates",
          to ->
              fix(
                  to,
                  Placements.EXIT_LEVEL,
                  inputs.opening(Placements.EXIT_DEVIATION).orElseThrow()));
      return demand;
    }

    private InputsBuilder asPay(InputsBuilder to, PriceIndex index) {
      return fix(fix(to, index.recentDrift(), STUDY_PAY), index.longRunDrift(), STUDY_PAY);
    }

    private InputsBuilder fix(InputsBuilder to, Parameter parameter, double value) {
      return to.parameter(
          parameter, Distribution.fixed(value), inputs.evidence(parameter).toArray(String[]::new));
    }

    private InputsBuilder level(InputsBuilder to, Schedule path) {
      TreeMap<FinancialYear, Double> none = new TreeMap<>();
      inputs.years().years().forEach(year -> none.put(year, 0.0));
      return to.schedule(path, none, inputs.evidence(path).toArray(String[]::new));
    }

    List<Scenario> scenarios() {
      List<Scenario> scenarios = new ArrayList<>();
      byName.forEach(
          (name, change) ->
              scenarios.add(new Scenario(name, name, change.apply(inputs.toBuilder()).build())));
      return scenarios;
    }
  }

  /** What single numbers do to children looked after and to need in the last year. */
  static List<String> changes() {
    List<Scenario> scenarios = new Changes().scenarios();
    Projection run =
        Simulation.of(scenarios).keeping(Placements.LOOKED_AFTER, Cost.NEED).run(SETTINGS);
    MarkdownTable table =
        new MarkdownTable("2034-35", ">looked after", ">need, GBP billion, cash", ">change");
    double stands = median(run, scenarios.get(0), Cost.NEED) / 1000;
    for (Scenario scenario : scenarios) {
      double need = median(run, scenario, Cost.NEED) / 1000;
      table.row(
          scenario.name(),
          String.format(Locale.ROOT, "%,.0f", median(run, scenario, Placements.LOOKED_AFTER)),
          String.format(Locale.ROOT, "%.1f", need),
          scenario.name().equals(scenarios.get(0).name())
              ? ""
              : String.format(Locale.ROOT, "%+.1f", need - stands));
    }
    return table.lines();
  }

  private static double median(Projection run, Scenario scenario, Variable variable) {
    return run.outcome(scenario.name(), variable).in(LAST).quantile(0.5);
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
