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
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** What is saved at the margin, by cost line. */
final class MarginTables {
  private static final int[] YEARS = {1, 2, 5};

  private static final String CONFERENCES = "family-group-conferences";

  private MarginTables() {}

  /** Share of average cost saved after one, two and five years, and in the end. */
  static List<String> saved() {
    Inputs inputs = Baseline.england(EvidenceBase.load()).with(FundingRule.REAL_FLAT).inputs();
    MarkdownTable table =
        new MarkdownTable(
            "cost line", ">after one year", ">two years", ">five years", ">in the end");
    for (CostLine line : MarginalCost.lines()) {
      Distribution speed = inputs.distribution(line.savingSpeed());
      Distribution inTheEnd = inputs.distribution(line.savedInTheEnd());
      String[] cells = new String[YEARS.length + 2];
      cells[0] = line.label();
      for (int i = 0; i < YEARS.length; i++) {
        int years = YEARS[i];
        cells[i + 1] =
            range(
                of ->
                    MarginalCost.saved(of.applyAsDouble(speed), of.applyAsDouble(inTheEnd), years));
      }
      cells[YEARS.length + 1] = range(of -> of.applyAsDouble(inTheEnd));
      table.row(cells);
    }
    return table.lines();
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

  /** At the means of both numbers, and where both are least and greatest. */
  private static String range(ToDoubleFunction<ToDoubleFunction<Distribution>> share) {
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f, %.2f]",
        share.applyAsDouble(Distribution::mean),
        share.applyAsDouble(Distribution::lower),
        share.applyAsDouble(Distribution::upper));
  }
}
