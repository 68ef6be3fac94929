package org.fundinggap.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Draws;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * What the run of every set of options gave, by its place: bit i of the place says whether option i
 * is in the set.
 *
 * @param objectives the objective
 * @param influences the draws that differences of objectives have their errors from
 * @param costs the cost, of which prices are not part
 */
record PortfolioRuns(List<Measured> objectives, List<Draws> influences, List<Measured> costs) {
  /** Few enough that what is not needed of them, once measured, takes little memory. */
  private static final int AT_A_TIME = 32;

  static PortfolioRuns of(
      List<Scenario> scenarios,
      Measure objective,
      PortfolioCost cost,
      Settings settings,
      Execution execution) {
    requireMemory(scenarios.size(), settings);
    List<Measure> measures = new ArrayList<>();
    measures.add(objective);
    measures.addAll(cost.measures());
    MeasureRuns runs = new MeasureRuns(measures, settings, execution);
    scenarios.forEach(scenario -> measures.forEach(measure -> measure.needed(scenario)));
    PortfolioRuns all = new PortfolioRuns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int from = 0; from < scenarios.size(); from += AT_A_TIME) {
      List<Scenario> some = scenarios.subList(from, Math.min(scenarios.size(), from + AT_A_TIME));
      List<List<Draws>> draws = runs.run(some);
      for (int i = 0; i < some.size(); i++) {
        all.add(some.get(i), measures, draws.get(i));
      }
    }
    return all;
  }

  private void add(Scenario scenario, List<Measure> measures, List<Draws> draws) {
    Measure objective = measures.get(0);
    objectives.add(finite(scenario, objective, objective.of(draws.get(0))));
    influences.add(objective.influence(draws.get(0)));
    for (int i = 1; i < measures.size(); i++) {
      costs.add(finite(scenario, measures.get(i), measures.get(i).of(draws.get(i))));
    }
  }

  private static Measured finite(Scenario scenario, Measure measure, Measured measured) {
    if (!Double.isFinite(measured.value())) {
      throw new IllegalArgumentException(
          measure
              + " must be finite in every set, was "
              + measured.value()
              + " in "
              + scenario.name()
              + "; leave out the options whose numbers the model can't take");
    }
    return measured;
  }

  private static void requireMemory(int sets, Settings settings) {
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
