package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Runs any number of scenarios, some at a time, and keeps of each only what is measured. The draws
 * are the same for all, whichever run together.
 */
final class StatisticEvaluator {
  /** Scenarios that run together share what they have in common; more than these hardly gain. */
  private static final int MOST_AT_A_TIME = 16;

  /** What those that run together may keep, in bytes. */
  private static final double MOST_BYTES = 1L << 28;

  private final ImmutableList<Statistic> statistics;
  private final Settings settings;
  private final Execution execution;

  StatisticEvaluator(List<Statistic> statistics, Settings settings, Execution execution) {
    Checks.atLeast(
        settings.draws(), 2, "draws", "a single one has no standard error; 10,000 give a mean");
    this.statistics = ImmutableList.copyOf(statistics);
    this.settings = settings;
    this.execution = execution;
  }

  /**
   * Runs scenarios.
   *
   * @param scenarios with different names
   * @return by scenario, the draws of each statistic
   */
  List<List<Draws>> run(List<Scenario> scenarios) {
    List<List<Draws>> all = new ArrayList<>();
    List<Scenario> together = new ArrayList<>();
    double bytes = 0;
    for (Scenario scenario : scenarios) {
      double more = bytes(scenario);
      boolean full = together.size() == MOST_AT_A_TIME || bytes + more > atMost();
      if (full && !together.isEmpty()) {
        all.addAll(runTogether(together));
        together.clear();
        bytes = 0;
      }
      together.add(scenario);
      bytes += more;
    }
    if (!together.isEmpty()) {
      all.addAll(runTogether(together));
    }
    return all;
  }

  private double atMost() {
    return Math.min(MOST_BYTES, (double) settings.memory());
  }

  /** What must be kept of a scenario; refuses one that lacks it. */
  Set<Variable> needed(Scenario scenario) {
    Set<Variable> needed = new LinkedHashSet<>();
    statistics.forEach(statistic -> needed.addAll(statistic.needed(scenario)));
    if (needed.isEmpty()) {
      needed.add(scenario.inputs().model().variables().iterator().next()); // something is kept
    }
    return needed;
  }

  private double bytes(Scenario scenario) {
    double bytes =
        (double) Double.BYTES
            * settings.draws()
            * needed(scenario).size()
            * scenario.inputs().years().length();
    if (bytes > settings.memory()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "memory must be at least %.0f, as the draws of each scenario are needed, was %d; give"
                  + " Settings.withMemory(...) more, or take fewer draws",
              bytes,
              settings.memory()));
    }
    return bytes;
  }

  private List<List<Draws>> runTogether(List<Scenario> scenarios) {
    Set<Variable> kept = new LinkedHashSet<>();
    scenarios.forEach(scenario -> kept.addAll(needed(scenario)));
    // Kept for all, so they may be more than the scenarios need one by one.
    Projection projection =
        Simulation.of(scenarios)
            .keeping(kept.toArray(Variable[]::new))
            .on(execution)
            .run(settings.withMemory(Long.MAX_VALUE));
    if (projection.settings().draws() != settings.draws()) {
      throw new IllegalStateException(
          "run was stopped after "
              + projection.settings().draws()
              + " of "
              + settings.draws()
              + " draws; scenarios are judged on the same draws, so there is no answer");
    }
    return scenarios.stream()
        .map(
            scenario ->
                statistics.stream()
                    .map(statistic -> draws(statistic, projection, scenario))
                    .toList())
        .toList();
  }

  private static Draws draws(Statistic statistic, Projection projection, Scenario scenario) {
    try {
      Draws found = Objects.requireNonNull(statistic.draws(projection, scenario), "draws");
      // Sets are compared draw by draw, and the answer gives the settings of this run.
      return someDraws(projection, scenario).combine(found, (any, value) -> value);
    } catch (RuntimeException thrown) {
      throw Blamed.on(
          statistic
              + " must be there in every scenario tried, failed in scenario \""
              + scenario.name()
              + "\"; correct the function that works it out",
          thrown);
    }
  }

  /** Any draws of the run. */
  private static Draws someDraws(Projection projection, Scenario scenario) {
    Variable any = projection.variables(scenario.name()).iterator().next();
    return projection.outcome(scenario.name(), any).in(scenario.inputs().years().first());
  }
}
