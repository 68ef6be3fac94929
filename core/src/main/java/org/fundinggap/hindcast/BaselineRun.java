package org.fundinggap.hindcast;

import java.util.List;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * A baseline, run to its last year.
 *
 * @param baseline the baseline
 * @param inputs what it was run with
 * @param projection all that is scored
 */
record BaselineRun(Baseline baseline, Inputs inputs, Projection projection) {

  /** Early help follows policy alone, so the funding rule moves neither demand nor cost. */
  private static final FundingRule RULE = FundingRule.REAL_FLAT;

  static BaselineRun run(Baseline baseline, Settings settings, Execution execution) {
    Scenario scenario = scenario(baseline);
    Projection projection = Simulation.of(scenario).keeping(scored()).on(execution).run(settings);
    return new BaselineRun(baseline, scenario.inputs(), projection);
  }

  /** What is run. */
  static Scenario scenario(Baseline baseline) {
    return baseline.with(RULE);
  }

  private static Variable[] scored() {
    return Stream.concat(
            Published.all().stream().map(Published::needed).flatMap(List::stream),
            Stream.of(Inflation.DEFLATOR))
        .distinct()
        .toArray(Variable[]::new);
  }

  Draws draws(Variable variable, FinancialYear year) {
    return projection.outcome(variable).in(year);
  }

  Draws draws(List<Variable> added, FinancialYear year) {
    return added.stream()
        .map(variable -> draws(variable, year))
        .reduce((one, other) -> one.combine(other, Double::sum))
        .orElseThrow();
  }

  Draws draws(Published quantity, FinancialYear year) {
    return quantity.draws(inputs, variable -> draws(variable, year));
  }

  /** Prices of a year over those of the base year, as drawn. */
  Draws prices(FinancialYear year) {
    return draws(Inflation.DEFLATOR, year);
  }

  Draws draws(Published quantity, Terms terms, FinancialYear year) {
    Draws cash = draws(quantity, year);
    return terms == Terms.CASH
        ? cash
        : cash.combine(prices(year), (money, prices) -> money / prices);
  }
}
