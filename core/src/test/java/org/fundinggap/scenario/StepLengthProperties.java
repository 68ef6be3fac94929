package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.CareLeavers;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.StockFlow;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;

/**
 * A year of every stock of the model is four quarters of it: entrants and hazards hold all year, so
 * it must not matter how often one looks. Hazards and rates are anywhere within their bounds.
 */
@Seeded
@Tag("medium")
class StepLengthProperties {
  private static final int DRAWS = 4;
  private static final int QUARTERS = 4;

  /** Of all people in the stock or joining it; an average divides a small change by a hazard. */
  private static final double STOCKS_AGREE = 1e-11;

  private static final double AVERAGES_AGREE = 1e-9;

  private static final Inputs ENGLAND = England.inputs(FundingRule.CASH_FLAT);

  /** A stock, the average of its year, and what moves it; support is by years, not by a hazard. */
  private record Stock(Variable stock, Variable average, Variable entrants, Quantity hazard) {
    double hazard(TracedRun run, FinancialYear year, int draw) {
      double value = run.at(hazard, year, draw);
      return hazard.equals(CareLeavers.SUPPORT_YEARS) ? 1 / value : value;
    }
  }

  private static final List<Stock> STOCKS =
      List.of(
          new Stock(
              ChildrenInNeed.STOCK,
              ChildrenInNeed.AVERAGE,
              ChildrenInNeed.STARTED,
              ChildrenInNeed.HAZARD),
          new Stock(
              Protection.PLANS,
              Protection.PLANS_AVERAGE,
              Protection.PLANS_STARTED,
              Protection.HAZARD),
          new Stock(
              CareEntries.ASYLUM_STOCK,
              CareEntries.ASYLUM_AVERAGE,
              CareEntries.ASYLUM_ENTRIES,
              CareEntries.ASYLUM_HAZARD),
          new Stock(
              CareLeavers.STOCK,
              CareLeavers.AVERAGE,
              CareLeavers.JOINED,
              CareLeavers.SUPPORT_YEARS),
          new Stock(
              Workforce.IN_POST,
              Workforce.IN_POST_AVERAGE,
              Workforce.STARTERS,
              Workforce.TURNOVER));

  private static final Set<Parameter> RATES = rates();

  private static Set<Parameter> rates() {
    Set<Parameter> rates =
        new HashSet<>(
            Set.of(
                ChildrenInNeed.HAZARD_AT_BASE,
                Protection.HAZARD_AT_BASE,
                CareEntries.ASYLUM_HAZARD_AT_BASE,
                CareLeavers.SUPPORT_YEARS,
                Workforce.TURNOVER_LEVEL));
    for (Placement placement : Placement.values()) {
      rates.addAll(Set.of(placement.exitRate(), placement.moveRate()));
      rates.addAll(Set.of(placement.destinationShare(), placement.entryShare()));
    }
    return rates;
  }

  /** A run whose rates are anywhere between their bounds; at the bounds themselves now and then. */
  private static TracedRun run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return TracedRun.of(
        ENGLAND,
        DRAWS,
        seed,
        (parameter, drawn) -> {
          if (!RATES.contains(parameter)) {
            return drawn;
          }
          double share = Math.min(1, Math.max(0, 1.1 * random.nextDouble() - 0.05));
          return parameter.lower() + share * (parameter.upper() - parameter.lower());
        });
  }

  @Property(tries = 100)
  void fourQuartersOfAStockAreAYear(@ForAll long seed) {
    TracedRun run = run(seed);
    for (Stock stock : STOCKS) {
      for (int year = 1; year < ENGLAND.years().length(); year++) {
        for (int draw = 0; draw < DRAWS; draw++) {
          assertQuarters(stock, run, ENGLAND.years().first().plus(year), draw);
        }
      }
    }
  }

  private static void assertQuarters(Stock stock, TracedRun run, FinancialYear year, int draw) {
    double opening = run.at(stock.stock(), year.plus(-1), draw);
    double entrants = run.at(stock.entrants(), year, draw);
    double hazard = stock.hazard(run, year, draw);
    double[] now = {opening};
    double average = 0;
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      double[] closing = new double[1];
      double[] ofQuarter = new double[1];
      StockFlow.year(
          now,
          new double[] {entrants / QUARTERS},
          new double[] {hazard / QUARTERS},
          closing,
          ofQuarter,
          1);
      now = closing;
      average += ofQuarter[0] / QUARTERS;
    }
    double size = opening + entrants;
    String what = stock.stock().name() + " in " + year + " at " + hazard;
    assertEquals(now[0], run.at(stock.stock(), year, draw), STOCKS_AGREE * size, what);
    assertEquals(average, run.at(stock.average(), year, draw), AVERAGES_AGREE * size, what);
  }

  private static double[] each(ToDoubleFunction<Placement> value) {
    return Arrays.stream(Placement.values()).mapToDouble(value).toArray();
  }

  private static double[] over(double[] values, double divisor) {
    return Arrays.stream(values).map(value -> value / divisor).toArray();
  }

  @Property(tries = 100)
  void fourQuartersOfEveryPlacementAreAYear(@ForAll long seed) {
    TracedRun run = run(seed);
    for (int year = 1; year < ENGLAND.years().length(); year++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        assertQuarters(run, ENGLAND.years().first().plus(year), draw);
      }
    }
  }

  private static void assertQuarters(TracedRun run, FinancialYear year, int draw) {
    double[] opening = each(p -> run.at(p.othersStock(), year.plus(-1), draw));
    double entries =
        run.at(CareEntries.ENTRIES, year, draw) + run.at(Placements.FLOW_SHORTFALL, year, draw);
    double[] shares = each(p -> run.at(p.entryShare(), year, draw));
    double[] inflow = over(shares, Arrays.stream(shares).sum() / entries);
    double factor = StrictMath.exp(run.at(Placements.EXIT_DEVIATION, year, draw));
    double[] exit = each(p -> Math.min(8, factor * run.at(p.exitRate(), year, draw)));
    double[] move = each(p -> run.at(p.moveRate(), year, draw));
    double[] weights =
        each(
            p ->
                run.at(p.destinationShare(), year, draw)
                    * (p == Placement.FOSTER ? 1 : run.at(p.weight(), year, draw)));
    double[] now = opening;
    double[] average = new double[now.length];
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      double[][] step =
          Placements.oneYear(
              now, over(inflow, QUARTERS), over(exit, QUARTERS), over(move, QUARTERS), weights);
      now = step[0];
      Arrays.setAll(average, state -> average[state] + step[1][state] / QUARTERS);
    }
    double size = Arrays.stream(opening).sum() + entries;
    int state = 0;
    for (Placement placement : Placement.values()) {
      String what = placement.id() + " in " + year;
      double stock = run.at(placement.othersStock(), year, draw);
      assertEquals(now[state], stock, STOCKS_AGREE * size, what);
      double mean = run.at(placement.othersAverage(), year, draw);
      assertEquals(average[state], mean, AVERAGES_AGREE * size, what);
      state++;
    }
  }

  @Example
  void everyAverageOfTheModelIsOfAStockAbove_orASumOfSuch() {
    List<Variable> covered = new ArrayList<>();
    STOCKS.forEach(stock -> covered.add(stock.average()));
    for (Placement placement : Placement.values()) {
      covered.addAll(List.of(placement.othersAverage(), placement.average()));
    }
    covered.add(Placements.LOOKED_AFTER_AVERAGE);
    assertEquals(
        covered.stream().map(Variable::name).collect(Collectors.toSet()),
        ENGLAND.model().variables().stream()
            .map(Variable::name)
            .filter(name -> name.contains("Average"))
            .collect(Collectors.toSet()));
  }
}
