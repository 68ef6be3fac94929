package org.fundinggap.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placements;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.Figure;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Family group conferences beside what the authors of their trial state: more than GBP 150 million
 * within two years for more than 2,000 children a year, which is 25,000 to 75,000 a child and year
 * of care by when in the year children would have entered (fgc-implied-cost-year).
 */
@DisplayName("Conferences at the margin")
@Tag("medium")
class ConferencesAtMarginTest {
  private static final String MEASURE = "family-group-conferences";
  private static final FinancialYear FIRST = FinancialYear.parse("2026-27");
  private static final double MILLION = 1e6;

  private final Baseline baseline = England.underLaw();
  private final Scenario without = baseline.with(FundingRule.REAL_FLAT);
  private final Scenario with =
      without.with(
          MEASURE, PolicyCatalogue.of(England.evidence(), baseline.baseYear()).levers(MEASURE));
  private final Projection run = run();
  private final Comparison comparison = Comparison.of(run, without.name());

  private Projection run() {
    List<Variable> kept = new ArrayList<>(Margin.variables());
    kept.addAll(List.of(Cost.NEED, Inflation.DEFLATOR, CareEntries.ENTRIES));
    kept.add(Payer.COUNCILS.cost());
    return Simulation.of(without, with)
        .keeping(kept.toArray(Variable[]::new))
        .run(Settings.of(2025, 2_000));
  }

  /** Real saving of its first two years, but for its own cost, over years of care spared. */
  private Draws savedForEach(boolean atMargin) {
    Differences need =
        atMargin
            ? comparison.atMargin(MEASURE, Cost.NEED)
            : comparison.differences(MEASURE, Cost.NEED);
    Differences children = comparison.differences(MEASURE, Placements.LOOKED_AFTER_AVERAGE);
    FinancialYear second = FIRST.plus(1);
    Draws saved = real(need, FIRST).combine(real(need, second), Double::sum);
    Draws years = children.in(FIRST).draws().combine(children.in(second).draws(), Double::sum);
    return saved.combine(years, (money, each) -> MILLION * money / each);
  }

  private Draws real(Differences need, FinancialYear year) {
    Draws prices = run.outcome(without.name(), Inflation.DEFLATOR).in(year);
    Draws cost = run.outcome(MEASURE, Payer.COUNCILS.cost()).in(year);
    return need.in(year)
        .draws()
        .combine(cost, (change, own) -> change - own)
        .combine(prices, (cash, index) -> cash / index);
  }

  private double inBasePrices(double pounds) {
    Money then = Money.of(pounds, PriceBasis.real(FinancialYear.parse("2022-23")));
    return Deflators.of(England.evidence(), baseline.baseYear())
        .reprice(then, baseline.baseYear())
        .pounds();
  }

  @Test
  @DisplayName("save for each child and year what the trial's authors state, in nine draws of ten")
  void savingOfEach() {
    Figure stated = England.evidence().figure("fgc-implied-cost-year");
    Draws saved = savedForEach(true);
    double least = inBasePrices(stated.low());
    double most = inBasePrices(stated.high());
    assertTrue(least < saved.quantile(0.05), "least " + least + ", had " + saved.quantile(0.05));
    assertTrue(saved.quantile(0.95) < most, "most " + most + ", had " + saved.quantile(0.95));
  }

  @Test
  @DisplayName("would save more than the authors state at average cost")
  void averageIsTooMuch() {
    Figure stated = England.evidence().figure("fgc-implied-cost-year");
    double average = savedForEach(false).mean();
    assertTrue(average > inBasePrices(stated.high()), "was " + average);
  }

  @Test
  @DisplayName("of duty and measure keep fewer children out of care than the authors state")
  void children() {
    double stated = England.evidence().figure("fgc-national-entries-avoided").value();
    Scenario neither =
        baseline.withoutLaw("family-decision-making").with(FundingRule.REAL_FLAT).named("neither");
    Projection both =
        Simulation.of(neither, with).keeping(CareEntries.ENTRIES).run(Settings.of(2025, 2_000));
    for (FinancialYear year : List.of(FIRST, FIRST.plus(4), FIRST.plus(8))) {
      Draws change =
          Comparison.of(both, "neither").differences(MEASURE, CareEntries.ENTRIES).in(year).draws();
      assertTrue(change.quantile(0.95) < 0, "all draws fewer, had " + change.quantile(0.95));
      assertTrue(-change.quantile(0.05) < stated, "in " + year + ": " + change.quantile(0.05));
    }
  }
}
