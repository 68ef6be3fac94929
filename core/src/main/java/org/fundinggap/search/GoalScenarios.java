package org.fundinggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.fundinggap.draws.WithError;
import org.fundinggap.draws.Draws;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/** A statistic of the scenario at a value of what is varied; several are run together. */
final class GoalScenarios implements GoalEvaluator.Runs {
  private final String name;
  private final DoubleFunction<Scenario> scenarioAt;
  private final Statistic statistic;
  private final StatisticEvaluator runs;

  GoalScenarios(
      String name,
      DoubleFunction<Scenario> scenarioAt,
      Statistic statistic,
      Settings settings,
      Execution execution) {
    this.name = name;
    this.scenarioAt = scenarioAt;
    this.statistic = statistic;
    this.runs = new StatisticEvaluator(List.of(statistic), settings, execution);
  }

  @Override
  public List<WithError> run(List<Double> values) {
    List<WithError> outputs = new ArrayList<>();
    for (List<Draws> draws : runs.run(values.stream().map(this::scenario).toList())) {
      outputs.add(statistic.value(draws.get(0)));
    }
    return outputs;
  }

  private Scenario scenario(double x) {
    try {
      Scenario scenario = scenarioAt.apply(x);
      statistic.needed(scenario); // refuses a scenario that lacks it
      return scenario.named(scenario.name() + ", " + name + " at " + x);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "scenario must be there and hold what is measured at every value tried, was refused at "
              + name
              + " = "
              + x
              + "; choose bounds without that value, or return the baseline where nothing is done: "
              + refused.getMessage(),
          refused);
    }
  }
}
