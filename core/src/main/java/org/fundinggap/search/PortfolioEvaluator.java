package org.fundinggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fundinggap.draws.WithError;
import org.fundinggap.draws.Draws;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/** Runs sets of options and keeps what they are compared by. */
final class PortfolioEvaluator {
  /** Few enough that what is not needed of them, once measured, takes little memory. */
  private static final int AT_A_TIME = 32;

  private final Statistic objective;
  private final PortfolioCost cost;
  private final Settings settings;
  private final StatisticEvaluator runs;

  PortfolioEvaluator(
      Statistic objective, PortfolioCost cost, Settings settings, Execution execution) {
    this.objective = objective;
    this.cost = cost;
    this.settings = settings;
    List<Statistic> statistics = new ArrayList<>(List.of(objective));
    statistics.addAll(cost.statistics());
    this.runs = new StatisticEvaluator(statistics, settings, execution);
  }

  /**
   * What the run of a set gave.
   *
   * @param objective the objective
   * @param influence the draws that differences of objectives have their errors from
   * @param cost what the set costs
   */
  record Ran(WithError objective, Draws influence, WithError cost) {}

  /** Runs the scenarios of sets, by set. */
  NavigableMap<Integer, Ran> run(PortfolioSets sets) {
    requireMemory(sets.scenarios().size());
    List<Integer> places = new ArrayList<>(sets.scenarios().keySet());
    List<Scenario> scenarios = new ArrayList<>(sets.scenarios().values());
    scenarios.forEach(runs::needed); // refuses before anything is run
    NavigableMap<Integer, Ran> ran = new TreeMap<>();
    for (int from = 0; from < places.size(); from += AT_A_TIME) {
      int to = Math.min(places.size(), from + AT_A_TIME);
      List<List<Draws>> draws = runs.run(scenarios.subList(from, to));
      for (int i = from; i < to; i++) {
        List<String> chosen = sets.names(places.get(i));
        ran.put(places.get(i), ran(scenarios.get(i), chosen, draws.get(i - from)));
      }
    }
    return ran;
  }

  private Ran ran(Scenario scenario, List<String> chosen, List<Draws> draws) {
    WithError price =
        cost.statistics().isEmpty()
            ? cost.priced(chosen)
            : finite(scenario, cost.statistics().get(0), draws.get(1));
    return new Ran(
        finite(scenario, objective, draws.get(0)), objective.influence(draws.get(0)), price);
  }

  private static WithError finite(Scenario scenario, Statistic statistic, Draws draws) {
    WithError measured = statistic.value(draws);
    if (!Double.isFinite(measured.value())) {
      throw new IllegalArgumentException(
          statistic
              + " must be finite in every set, was "
              + measured.value()
              + " in "
              + scenario.name()
              + "; leave out the options whose numbers the model can't take");
    }
    return measured;
  }

  private void requireMemory(int sets) {
    double bytes = (double) Double.BYTES * sets * settings.draws();
    if (bytes > settings.memory()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "memory must be at least %.0f for %d draws of the objective in %d sets, was %d; give"
                  + " Settings.withMemory(...) more, or take fewer draws or options",
              bytes,
              settings.draws(),
              sets,
              settings.memory()));
    }
  }
}
