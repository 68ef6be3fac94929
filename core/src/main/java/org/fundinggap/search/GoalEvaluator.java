package org.fundinggap.search;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.fundinggap.appraisal.WithError;
import org.fundinggap.draws.Draws;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/** An output by the value of what is varied; each value is run once. */
final class GoalEvaluator {
  private final String name;
  private final DoubleFunction<Scenario> scenarioAt;
  private final Statistic statistic;
  private final StatisticEvaluator runs;
  private final NavigableMap<Double, WithError> outputs = new TreeMap<>();

  GoalEvaluator(
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

  /** The output at every value that was run, rising. */
  NavigableMap<Double, WithError> outputs() {
    return outputs;
  }

  /** The output at a value, from a run unless it is known. */
  WithError at(double x) {
    WithError known = outputs.get(x + 0.0);
    if (known != null) {
      return known;
    }
    run(x);
    return at(x);
  }

  /** Runs all of some values that have not been run, together. */
  void run(double... values) {
    List<Double> fresh = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (double value : values) {
      double x = value + 0.0; // minus zero is zero
      if (!outputs.containsKey(x) && !fresh.contains(x)) {
        fresh.add(x);
        scenarios.add(scenario(x));
      }
    }
    List<List<Draws>> all = runs.run(scenarios);
    for (int i = 0; i < fresh.size(); i++) {
      outputs.put(fresh.get(i), finite(fresh.get(i), statistic.value(all.get(i).get(0))));
    }
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

  private WithError finite(double x, WithError output) {
    if (!Double.isFinite(output.value())) {
      throw new IllegalArgumentException(
          "output must be finite, was "
              + output.value()
              + " at "
              + name
              + " = "
              + x
              + " ("
              + statistic
              + "); choose bounds within which the model gives numbers");
    }
    return output;
  }
}
