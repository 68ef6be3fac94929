package org.fundinggap.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.model.Block;
import org.fundinggap.model.BlockRun;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Distribution;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Runs whole blocks of draws for all scenarios of a run; one instance a thread.
 *
 * <p>A block is sampled once: each parameter's uniforms and each shock's normals are made from
 * (seed, name, year, area, draw) and handed to every scenario that has a quantity of that name, so
 * scenarios share their random numbers, and which thread runs which block cannot matter.
 */
final class BlockWorker {
  private final Sampler parameterSampler;
  private final Sampler shockSampler;
  private final List<ScenarioRun> runs;
  private final YearRange years;
  private final Map<String, Map<Distribution, List<double[]>>> parameterColumns;
  private final Map<String, double[]> normals = new LinkedHashMap<>();
  private final double[] uniforms = new double[Block.SIZE];

  private record ScenarioRun(Inputs inputs, BlockRun run, Sink sink) {}

  BlockWorker(Settings settings, List<Inputs> inputs, List<? extends Sink> sinks) {
    this.parameterSampler = Sampler.independent(settings.seed());
    this.shockSampler = Sampler.independent(settings.shockSeed());
    this.runs = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Inputs scenario = inputs.get(i);
      BlockRun run = new BlockRun(scenario, lender(runs, scenario));
      runs.add(new ScenarioRun(scenario, run, sinks.get(i)));
    }
    this.years = span(inputs);
    this.parameterColumns = parameterColumns(runs);
    for (ScenarioRun run : runs) {
      for (Shock shock : run.inputs.model().shocks()) {
        normals.put(shock.name(), new double[Block.SIZE]);
      }
    }
  }

  /** The first run before this one that goes through all of its years, if any. */
  private static @Nullable BlockRun lender(List<ScenarioRun> before, Inputs scenario) {
    for (ScenarioRun run : before) {
      if (run.inputs.years().first().equals(scenario.years().first())
          && run.inputs.years().contains(scenario.years().last())) {
        return run.run;
      }
    }
    return null;
  }

  private static YearRange span(List<Inputs> inputs) {
    FinancialYear first = inputs.get(0).years().first();
    FinancialYear last = inputs.get(0).years().last();
    for (Inputs scenario : inputs) {
      first = scenario.years().first().compareTo(first) < 0 ? scenario.years().first() : first;
      last = scenario.years().last().compareTo(last) > 0 ? scenario.years().last() : last;
    }
    return YearRange.inclusive(first, last);
  }

  /**
   * Columns to fill by parameter name and distribution. All are filled for every block, fixed ones
   * too: a formula that wrote to one must not reach the next block.
   */
  private static Map<String, Map<Distribution, List<double[]>>> parameterColumns(
      List<ScenarioRun> runs) {
    Map<String, Map<Distribution, List<double[]>>> columns = new LinkedHashMap<>();
    for (ScenarioRun run : runs) {
      for (Parameter parameter : run.inputs.model().parameters()) {
        if (!run.run.uses(parameter)) {
          continue;
        }
        Distribution distribution = run.inputs.distribution(parameter);
        double[] column = run.run.column(parameter);
        columns
            .computeIfAbsent(parameter.name(), name -> new LinkedHashMap<>())
            .computeIfAbsent(distribution, same -> new ArrayList<>())
            .add(column);
      }
    }
    return columns;
  }

  /**
   * Runs one block and stores its results.
   *
   * @param firstDraw number of its first draw
   * @param draws how many draws it holds
   */
  void run(int firstDraw, int draws) {
    drawParameters(firstDraw, draws);
    for (FinancialYear year : years.years()) {
      List<ScenarioRun> active = new ArrayList<>();
      for (ScenarioRun run : runs) {
        if (run.inputs.years().contains(year)) {
          active.add(run);
        }
      }
      drawShocks(active, year, firstDraw, draws);
      for (ScenarioRun run : active) {
        if (run.inputs.years().first().equals(year)) {
          run.run.open(draws);
        } else {
          run.run.step();
        }
        run.sink.store(run.run, year, firstDraw, draws);
      }
    }
  }

  private void drawParameters(int firstDraw, int draws) {
    parameterColumns.forEach(
        (name, byDistribution) -> {
          if (!byDistribution.keySet().stream().allMatch(Distribution::isFixed)) {
            parameterSampler.uniforms(InputDraws.stream(name), firstDraw, uniforms, draws);
          }
          byDistribution.forEach((distribution, columns) -> fill(distribution, columns, draws));
        });
  }

  private void fill(Distribution distribution, List<double[]> columns, int draws) {
    double[] first = columns.get(0);
    if (distribution.isFixed()) {
      Arrays.fill(first, 0, draws, distribution.quantile(0.5));
    } else {
      distribution.quantiles(uniforms, first, draws);
    }
    copy(first, columns, draws);
  }

  private static void copy(double[] filled, List<double[]> columns, int draws) {
    for (double[] column : columns.subList(1, columns.size())) {
      System.arraycopy(filled, 0, column, 0, draws);
    }
  }

  private void drawShocks(List<ScenarioRun> active, FinancialYear year, int firstDraw, int draws) {
    List<ScenarioRun> stepping = new ArrayList<>(active);
    stepping.removeIf(run -> run.inputs.years().first().equals(year));
    Set<String> names = new LinkedHashSet<>();
    for (ScenarioRun run : stepping) {
      namesOfShocks(run).forEach(names::add);
    }
    for (String name : names) {
      StreamId stream = InputDraws.stream(name, year);
      shockSampler.normals(stream, firstDraw, normal(name), draws);
    }
    for (ScenarioRun run : stepping) {
      fillShocks(run, draws);
    }
  }

  /** Shocks that the run itself uses, and those that are drawn together with them. */
  private static Set<String> namesOfShocks(ScenarioRun run) {
    Set<String> names = new LinkedHashSet<>();
    for (Shock shock : run.inputs.model().shocks()) {
      if (run.run.uses(shock)) {
        names.add(shock.name());
      }
    }
    for (Correlation correlation : run.inputs.correlations()) {
      if (correlation.names().stream().anyMatch(names::contains)) {
        names.addAll(correlation.names());
      }
    }
    return names;
  }

  private void fillShocks(ScenarioRun run, int draws) {
    Set<String> wanted = namesOfShocks(run);
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (Shock shock : run.inputs.model().shocks()) {
      if (wanted.contains(shock.name())) {
        double[] column = run.run.column(shock);
        System.arraycopy(normal(shock.name()), 0, column, 0, draws);
        columns.put(shock.name(), column);
      }
    }
    for (Correlation correlation : run.inputs.correlations()) {
      List<String> group = correlation.names();
      if (wanted.containsAll(group)) {
        double[][] independent = group.stream().map(this::normal).toArray(double[][]::new);
        double[][] together =
            group.stream()
                .map(name -> Objects.requireNonNull(columns.get(name), name))
                .toArray(double[][]::new);
        correlation.correlate(independent, together, draws);
      }
    }
  }

  private double[] normal(String name) {
    return Objects.requireNonNull(normals.get(name), name);
  }
}
