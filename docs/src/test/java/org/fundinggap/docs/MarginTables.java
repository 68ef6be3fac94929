package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.comparison.Differences;
import org.fundinggap.comparison.Margin;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.MarginalCost;
import org.fundinggap.demand.Placements;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What is saved at the margin, by cost line. */
final class MarginTables {
  private static final int FOR_EVER = 1_000;

  private static final String CONFERENCES = "family-group-conferences";

  private MarginTables() {}

  /** Share of average cost saved in the first, second and fifth year, and in the end. */
  static List<String> saved() {
    Inputs inputs = Baseline.england(EvidenceBase.load()).with(FundingRule.REAL_FLAT).inputs();
    MarkdownTable table =
        new MarkdownTable("cost line", ">first year", ">second year", ">fifth year", ">in the end");
    for (CostLine line : MarginalCost.lines()) {
      table.row(
          line.label(),
          range(inputs, List.of(line), 1),
          range(inputs, List.of(line), 2),
          range(inputs, List.of(line), 5),
          range(inputs, List.of(line), FOR_EVER));
    }
    List<CostLine> care =
        MarginalCost.lines().stream().filter(line -> line != CostLine.SAFEGUARDING).toList();
    table.row(
        "the four of care together, by base-year cost",
        range(inputs, care, 1),
        range(inputs, care, 2),
        range(inputs, care, 5),
        range(inputs, care, FOR_EVER));
    return table.lines();
  }

  /** At the means of both numbers, and where both are least and greatest. */
  private static String range(Inputs inputs, List<CostLine> lines, int years) {
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f, %.2f]",
        share(inputs, lines, years, Distribution::mean),
        share(inputs, lines, years, Distribution::lower),
        share(inputs, lines, years, Distribution::upper));
  }

  private static double share(
      Inputs inputs, List<CostLine> lines, int years, ToDoubleFunction<Distribution> of) {
    CentralPath path = CentralPath.of(inputs);
    double saved = 0;
    double cost = 0;
    for (CostLine line : lines) {
      double need = path.at(line.need(), inputs.years().first());
      double speed = of.applyAsDouble(inputs.distribution(line.savingSpeed()));
      double inTheEnd = of.applyAsDouble(inputs.distribution(line.savedInTheEnd()));
      saved += need * MarginalCost.saved(speed, inTheEnd, years);
      cost += need;
    }
    return saved / cost;
  }

  /** How far spending followed children in the panel of authorities, from the register. */
  static List<String> panel() {
    EvidenceBase evidence = EvidenceBase.load();
    MarkdownTable table = new MarkdownTable("figure", "what", ">elasticity", ">low", ">high");
    for (Figure figure : evidence.figures()) {
      if (figure.id().contains("-spend-elasticity-")) {
        table.row(
            "`" + figure.id() + "`",
            figure.label(),
            two(figure.value()),
            two(figure.low()),
            two(figure.high()));
      }
    }
    return table.lines();
  }

  /** What conferences save for each child and year in their first two years, both ways. */
  static List<String> conferences() {
    EvidenceBase evidence = EvidenceBase.load();
    Baseline england = Baseline.england(evidence);
    Scenario without = england.with(FundingRule.REAL_FLAT);
    PolicyCatalogue catalogue = PolicyCatalogue.of(evidence, england.baseYear());
    Scenario with = without.with(CONFERENCES, catalogue.levers(CONFERENCES));
    List<Variable> kept = new ArrayList<>(Margin.variables());
    kept.addAll(List.of(Cost.NEED, Inflation.DEFLATOR, Payer.COUNCILS.cost()));
    Projection run =
        Simulation.of(without, with)
            .keeping(kept.toArray(Variable[]::new))
            .run(Settings.of(2025, 10_000));
    Comparison comparison = Comparison.of(run, without.name());
    Draws atMargin = forEach(run, catalogue, year -> comparison.atMargin(CONFERENCES, Cost.NEED));
    Draws atAverage =
        forEach(run, catalogue, year -> comparison.differences(CONFERENCES, Cost.NEED));
    return List.of(
        String.format(
            Locale.ROOT,
            "> GBP %,.0f [%,.0f, %,.0f] at the margin for each child and year of care that"
                + " conferences spare in their first two years, mean [10th, 90th percentile], and"
                + " GBP %,.0f at average cost, in prices of %s, before what they cost themselves.",
            atMargin.mean(),
            atMargin.quantile(0.1),
            atMargin.quantile(0.9),
            atAverage.mean(),
            england.baseYear()));
  }

  private static Draws forEach(
      Projection run, PolicyCatalogue catalogue, Function<FinancialYear, Differences> need) {
    String without = run.scenarios().get(0).name();
    List<Draws> saved = new ArrayList<>();
    List<Draws> children = new ArrayList<>();
    for (FinancialYear year : List.of(catalogue.first(), catalogue.first().plus(1))) {
      Draws prices = run.outcome(without, Inflation.DEFLATOR).in(year);
      Draws own = run.outcome(CONFERENCES, Payer.COUNCILS.cost()).in(year);
      saved.add(
          need.apply(year)
              .in(year)
              .draws()
              .combine(own, (change, cost) -> change - cost)
              .combine(prices, (cash, index) -> cash / index));
      children.add(
          Comparison.of(run, without)
              .differences(CONFERENCES, Placements.LOOKED_AFTER_AVERAGE)
              .in(year)
              .draws());
    }
    Draws money = saved.get(0).combine(saved.get(1), Double::sum);
    Draws years = children.get(0).combine(children.get(1), Double::sum);
    return money.combine(years, (millions, each) -> 1e6 * millions / each);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
