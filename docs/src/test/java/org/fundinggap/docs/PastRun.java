package org.fundinggap.docs;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/** The model as of a past date, run to the last published year, beside what was published later. */
final class PastRun {
  private static final Settings SETTINGS = Settings.of(2025, 10_000);
  private static final FinancialYear LAST = FinancialYear.parse("2024-25");
  private static final double WEEKS = 52.14;

  private final EvidenceBase all = EvidenceBase.load();
  private final EvidenceBase known;
  private final List<FinancialYear> targets;
  private final Inputs inputs;
  private final FinancialYear base;
  private final Projection run;

  private PastRun(String date, String... targets) {
    this.known = all.asOf(LocalDate.parse(date));
    this.targets = Stream.of(targets).map(FinancialYear::parse).toList();
    Baseline baseline = Baseline.england(known).to(LAST);
    // Early help follows policy alone here, so the funding rule moves neither demand nor cost.
    Scenario scenario = baseline.with(FundingRule.REAL_FLAT);
    this.inputs = scenario.inputs();
    this.base = baseline.baseYear();
    this.run = Simulation.of(scenario).keeping(kept()).run(SETTINGS);
  }

  /** With what was published by 31 January 2017: figures of 2015-16. */
  static PastRun from2015() {
    return First.RUN;
  }

  /** With what was published by 31 January 2020: figures of 2018-19. */
  static PastRun from2018() {
    return Second.RUN;
  }

  /** Runs when first asked for, and once. */
  private static final class First {
    private static final PastRun RUN = new PastRun("2017-01-31", "2018-19", "2021-22", "2024-25");
  }

  /** Runs when first asked for, and once. */
  private static final class Second {
    private static final PastRun RUN = new PastRun("2020-01-31", "2021-22", "2024-25");
  }

  private static Variable[] kept() {
    Stream<Variable> demand =
        Stream.of(
            Children.CHILDREN,
            Referrals.REFERRALS,
            ChildrenInNeed.STOCK,
            Protection.ENQUIRIES,
            Protection.PLANS,
            Placements.LOOKED_AFTER,
            Placements.STARTED,
            CareEntries.ASYLUM_STOCK,
            Inflation.DEFLATOR,
            Cost.GROSS_SPENDING);
    Stream<Variable> placements = Stream.of(Placement.values()).map(Placement::stock);
    Stream<Variable> spending = Stream.of(CostLine.values()).map(CostLine::spending);
    return Stream.of(demand, placements, spending)
        .flatMap(Function.identity())
        .toArray(Variable[]::new);
  }

  List<FinancialYear> targets() {
    return targets;
  }

  FinancialYear base() {
    return base;
  }

  Inputs inputs() {
    return inputs;
  }

  EvidenceBase known() {
    return known;
  }

  Draws model(FinancialYear year, Variable first, Variable... more) {
    Draws sum = run.outcome(first).in(year);
    for (Variable each : more) {
      sum = sum.combine(run.outcome(each).in(year), Double::sum);
    }
    return sum;
  }

  /** Spending of a line over the volume at 31 March and 52.14 weeks, GBP, as unit costs are. */
  Draws unitCost(FinancialYear year, CostLine line, Variable volume) {
    return model(year, line.spending())
        .combine(model(year, volume), (millions, children) -> millions * 1e6 / children / WEEKS);
  }

  double publishedUnitCost(FinancialYear year, String spending, String volume) {
    return published(year, spending) * 1e6 / published(year, volume) / WEEKS;
  }

  /** The sum of series in their latest revision; NaN where one has no value for the year. */
  double published(FinancialYear year, String... series) {
    double sum = 0;
    for (String id : series) {
      sum += all.series(id).has(year) ? all.series(id).at(year) : Double.NaN;
    }
    return sum;
  }

  /** The deflator as it came about; latest revision. */
  Deflator outturn() {
    return Deflators.latest(all);
  }

  /** Prices of a year over those of the base year, as they came about. */
  double pricesThatCame(FinancialYear year) {
    return outturn().index(year) / outturn().index(base);
  }

  /** Each draw in the base year's prices, by its own deflator. */
  Draws inRealTerms(Draws cash, FinancialYear year) {
    return cash.combine(model(year, Inflation.DEFLATOR), (money, prices) -> money / prices);
  }

  /** Inflation from the base year as it came about, over the middle of what the model drew. */
  double inflationMiss(FinancialYear year) {
    return pricesThatCame(year) / model(year, Inflation.DEFLATOR).quantile(0.5);
  }
}
