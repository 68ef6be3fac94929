package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.fundinggap.internal.Checks;
import org.fundinggap.lever.Lever;
import org.fundinggap.policy.Measure;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * Which of some options to take under a budget. Immutable.
 *
 * <p>Every set of them is run, all on the same draws: no rule of thumb is used, and what options do
 * for or to each other is in the answer. That takes 2 to the power of their number of runs, so
 * there may be 10 of them.
 */
public final class Portfolio {
  /** How many options there may be. */
  public static final int MOST_OPTIONS = 10;

  private final Scenario baseline;
  private final ImmutableList<String> options;
  private final Function<Set<String>, Scenario> scenarioOf;
  private final PortfolioCost cost;
  private final double budget;
  private final Execution execution;

  private Portfolio(
      Scenario baseline,
      ImmutableList<String> options,
      Function<Set<String>, Scenario> scenarioOf,
      PortfolioCost cost,
      double budget,
      Execution execution) {
    this.baseline = baseline;
    this.options = options;
    this.scenarioOf = scenarioOf;
    this.cost = cost;
    this.budget = budget;
    this.execution = execution;
  }

  /**
   * Options of any kind. Unless said otherwise, their cost is the own costs of levers in all years,
   * and there is no limit to it.
   *
   * @param baseline the scenario if none is taken
   * @param options their names, 1 to 10, all different
   * @param scenarioOf the scenario if some are taken, whose names it is given in the order of
   *     {@code options}, at least one. It may refuse what does not go together by an {@link
   *     IllegalArgumentException}: such sets are left out and listed
   * @return the portfolio
   * @throws InvalidInputException if there is no option or there are too many, or a name is blank
   *     or there twice; all problems at once
   */
  public static Portfolio of(
      Scenario baseline, List<String> options, Function<Set<String>, Scenario> scenarioOf) {
    InvalidInputException.throwIfAny("portfolio", problems(options));
    return new Portfolio(
        baseline,
        ImmutableList.copyOf(options),
        scenarioOf,
        PortfolioCost.own(baseline),
        Double.POSITIVE_INFINITY,
        Execution.ofAllProcessors());
  }

  /**
   * Levers, each of which may be pulled or not. Their cost is their own costs in all years, to all
   * payers, and there is no limit to it, unless said otherwise.
   *
   * @param baseline the scenario to which they are added
   * @param levers 1 to 10, of different names
   * @return the portfolio. Sets that the scenario refuses, such as two levers that set the same
   *     number or one that changes nothing beside another, are left out and listed
   * @throws InvalidInputException if there is no lever or there are too many, or two share a name
   */
  public static Portfolio of(Scenario baseline, Lever... levers) {
    Objects.requireNonNull(levers, "levers");
    ImmutableList<Lever> all = ImmutableList.copyOf(levers);
    return of(
        baseline,
        all.stream().map(Lever::name).toList(),
        chosen ->
            baseline.with(
                all.stream().filter(lever -> chosen.contains(lever.name())).toArray(Lever[]::new)));
  }

  /**
   * Measures of the catalogue, each of which may be taken, with all of its levers, or not. Their
   * cost is their levers' own costs in all years, to all payers, and there is no limit to it,
   * unless said otherwise.
   *
   * @param baseline the scenario to which they are added
   * @param measures 1 to 10 that have levers, all different
   * @return the portfolio, its options named by the measures' ids
   * @throws InvalidInputException as {@link #of(Scenario, List, Function)}
   */
  public static Portfolio ofMeasures(Scenario baseline, List<Measure> measures) {
    return of(
        baseline,
        measures.stream().map(Measure::id).toList(),
        chosen ->
            baseline.with(
                measures.stream()
                    .filter(measure -> chosen.contains(measure.id()))
                    .flatMap(measure -> measure.levers().stream())
                    .toArray(Lever[]::new)));
  }

  private static List<String> problems(List<String> options) {
    List<String> problems = new ArrayList<>();
    if (options.isEmpty()) {
      problems.add("options must hold at least one option, had none");
    }
    if (options.size() > MOST_OPTIONS) {
      String runs = options.size() < Long.SIZE - 1 ? " = " + (1L << options.size()) : "";
      problems.add(
          "options must be at most "
              + MOST_OPTIONS
              + ", were "
              + options.size()
              + ", which would take 2^"
              + options.size()
              + runs
              + " runs; join those that go together, or leave out what is never worth it");
    }
    for (String option : options) {
      if (option.isBlank()) {
        problems.add("names of options must not be blank, was \"" + option + "\"");
      }
    }
    if (ImmutableSet.copyOf(options).size() < options.size()) {
      problems.add("names of options must differ, were " + options + "; rename one");
    }
    return problems;
  }

  /**
   * The same options, their cost being a statistic of the scenario in which they are taken.
   *
   * @param statistic such as {@code Statistic.ownCosts(years, Payer.COUNCILS)}
   * @return the portfolio
   */
  public Portfolio costing(Statistic statistic) {
    return new Portfolio(
        baseline, options, scenarioOf, PortfolioCost.of(statistic), budget, execution);
  }

  /**
   * The same options at known prices, which add up.
   *
   * @param prices a finite number for each option, in the unit of the budget
   * @return the portfolio
   * @throws InvalidInputException if an option has no price, a price is of no option, or one is not
   *     finite; all problems at once
   */
  public Portfolio costing(Map<String, Double> prices) {
    PortfolioCost known = PortfolioCost.of(prices, options);
    return new Portfolio(baseline, options, scenarioOf, known, budget, execution);
  }

  /**
   * The same options under a limit.
   *
   * @param most the most that the mean cost may be, finite; over it by a billionth of its size is
   *     rounding and within it
   * @return the portfolio
   * @throws IllegalArgumentException if {@code most} is not finite
   */
  public Portfolio budget(double most) {
    Checks.finite(most, "budget");
    return new Portfolio(baseline, options, scenarioOf, cost, most, execution);
  }

  /**
   * The same portfolio on other threads; the answer is the same.
   *
   * @param other how to run
   * @return the portfolio
   */
  public Portfolio on(Execution other) {
    return new Portfolio(baseline, options, scenarioOf, cost, budget, other);
  }

  /**
   * Looks for the set within the budget whose objective is least, such as the gap's.
   *
   * @param objective what to make least
   * @param settings seed and draws of every run, two draws at least; the draws of all sets together
   *     must fit into their memory budget
   * @return every set, the best first
   * @throws IllegalArgumentException if an option alone makes no scenario; a scenario lacks what is
   *     measured; a statistic is not finite; there is a budget but nothing has a cost; or the draws
   *     take too much memory; it says which set
   * @throws IllegalStateException if a run is stopped before its end
   */
  public PortfolioResult minimise(Statistic objective, Settings settings) {
    return search(objective, settings, true);
  }

  /**
   * Looks for the set within the budget whose objective is greatest.
   *
   * @param objective what to make greatest
   * @param settings as {@link #minimise}
   * @return every set, the best first
   * @throws IllegalArgumentException as {@link #minimise}
   * @throws IllegalStateException as {@link #minimise}
   */
  public PortfolioResult maximise(Statistic objective, Settings settings) {
    return search(objective, settings, false);
  }

  private PortfolioResult search(Statistic objective, Settings settings, boolean least) {
    PortfolioSets sets = PortfolioSets.of(baseline, options, scenarioOf);
    NavigableMap<Integer, PortfolioEvaluator.Ran> runs =
        new PortfolioEvaluator(objective, cost, settings, execution).run(sets);
    if (cost.isAssumed() && Double.isFinite(budget)) {
      requireCosts(runs);
    }
    return new PortfolioResult(
        (least ? "Least " : "Greatest ") + objective,
        objective.unit(),
        cost.text(),
        cost.unit(),
        budget,
        settings,
        new PortfolioSearch(objective, sets, runs, budget, least).choices(),
        sets.refused());
  }

  /** What spends by a grant or a cost line has no own costs, and no budget would ever bind it. */
  private void requireCosts(NavigableMap<Integer, PortfolioEvaluator.Ran> runs) {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      PortfolioEvaluator.Ran alone = runs.get(1 << i);
      if (alone != null && alone.cost().value() == 0) {
        free.add(options.get(i));
      }
    }
    if (!free.isEmpty()) {
      throw new IllegalArgumentException(
          "options must have own costs for a budget of "
              + budget
              + " to mean anything, had none: "
              + free
              + "; name the cost with costing(...)");
    }
  }

  /** The options and the budget. */
  @Override
  public String toString() {
    return "Portfolio of " + options + " beside " + baseline.name() + ", budget " + budget;
  }
}
