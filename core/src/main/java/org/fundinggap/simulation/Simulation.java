package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Block;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;

/**
 * Scenarios to be run together on the same draws. Immutable.
 *
 * <p>The result is a pure function of scenarios, kept variables and {@link Settings}: threads and
 * the order of blocks cannot change a bit of it.
 */
public final class Simulation {
  /** The largest part of the heap that kept draws may take. */
  private static final double LARGEST_PART = 0.75;

  private final ImmutableList<Scenario> scenarios;
  private final ImmutableSet<Variable> kept;
  private final ImmutableSetMultimap<String, Variable> alsoKept;
  private final Execution execution;

  private Simulation(
      ImmutableList<Scenario> scenarios,
      ImmutableSet<Variable> kept,
      ImmutableSetMultimap<String, Variable> alsoKept,
      Execution execution) {
    this.scenarios = scenarios;
    this.kept = kept;
    this.alsoKept = alsoKept;
    this.execution = execution;
  }

  /**
   * A simulation of some scenarios that keeps all their variables.
   *
   * @param scenarios at least one, with different names
   * @return the simulation
   * @throws InvalidInputException if there is none or two share a name
   */
  public static Simulation of(Scenario... scenarios) {
    return of(Arrays.asList(scenarios));
  }

  /**
   * A simulation of some scenarios that keeps all their variables.
   *
   * @param scenarios at least one, with different names
   * @return the simulation
   * @throws InvalidInputException if there is none or two share a name
   */
  public static Simulation of(List<Scenario> scenarios) {
    List<String> problems = new ArrayList<>();
    if (scenarios.isEmpty()) {
      problems.add("scenarios must hold at least one scenario, had none");
    }
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!names.add(scenario.name())) {
        problems.add(
            "names of scenarios must differ, had twice \"" + scenario.name() + "\"; rename one");
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    return new Simulation(
        ImmutableList.copyOf(scenarios),
        ImmutableSet.of(),
        ImmutableSetMultimap.of(),
        Execution.ofAllProcessors());
  }

  /**
   * The same simulation keeping the draws of some variables only, which saves memory.
   *
   * @param variables at least one; each of at least one scenario's model
   * @return the simulation
   * @throws InvalidInputException if none is given or one is in no model
   */
  public Simulation keeping(Variable... variables) {
    List<String> problems = new ArrayList<>();
    if (variables.length == 0) {
      problems.add("variables must hold at least one variable, had none");
    }
    for (Variable variable : variables) {
      if (scenarios.stream().noneMatch(s -> s.inputs().model().variables().contains(variable))) {
        problems.add(
            "variable "
                + variable.name()
                + " must be in the model of a scenario, was in none of "
                + scenarios.stream().map(Scenario::name).toList());
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    return new Simulation(scenarios, ImmutableSet.copyOf(variables), alsoKept, execution);
  }

  /**
   * The same simulation keeping more variables in one of its scenarios.
   *
   * @param scenario the scenario's name
   * @param variables of its model
   * @return the simulation
   * @throws InvalidInputException if there is no such scenario or its model lacks a variable
   */
  public Simulation alsoKeeping(String scenario, Variable... variables) {
    List<String> problems = new ArrayList<>();
    Set<Variable> known = new HashSet<>();
    for (Scenario each : scenarios) {
      if (each.name().equals(scenario)) {
        known.addAll(each.inputs().model().variables());
      }
    }
    if (known.isEmpty()) {
      problems.add(
          "scenario must be one of "
              + scenarios.stream().map(Scenario::name).toList()
              + ", was \""
              + scenario
              + "\"");
    }
    for (Variable variable : variables) {
      if (!known.isEmpty() && !known.contains(variable)) {
        problems.add(
            "variable " + variable.name() + " must be in the model of " + scenario + ", is not");
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    ImmutableSetMultimap.Builder<String, Variable> more = ImmutableSetMultimap.builder();
    more.putAll(alsoKept).putAll(scenario, variables);
    return new Simulation(scenarios, kept, more.build(), execution);
  }

  /**
   * The same simulation on other threads; the result is the same.
   *
   * @param other how to run
   * @return the simulation
   */
  public Simulation on(Execution other) {
    return new Simulation(scenarios, kept, alsoKept, other);
  }

  /**
   * Runs it.
   *
   * @param settings seed and number of draws
   * @return the draws of every kept variable, scenario and year
   * @throws IllegalArgumentException if the draws to be kept do not fit in memory
   */
  public Projection run(Settings settings) {
    return run(settings, IntUnaryOperator.identity());
  }

  /** Runs the blocks in an order of the caller's; the result must not depend on it. */
  Projection run(Settings settings, IntUnaryOperator blockOrder) {
    List<Inputs> inputs = scenarios.stream().map(Scenario::inputs).toList();
    List<Set<Variable>> variables = scenarios.stream().map(this::keptOf).toList();
    requireMemory(inputs, variables, settings.draws());
    Results results = new Results(inputs, variables, settings.draws());
    runBlocks(settings, inputs, results.slots(), blockOrder);
    return new Projection(settings, scenarios, results);
  }

  /**
   * The means of all that every scenario holds, whatever is kept; memory does not grow with draws.
   *
   * @param settings seed and number of draws
   * @return the mean of every variable, parameter, shock and path, by scenario and year; those of
   *     variables have the bits of the projection's
   */
  public Snapshot means(Settings settings) {
    Map<String, Snapshot.Numbers> means = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      // One at a time: a scenario that borrows from another is not given all of its parameters.
      MeanSink sink = new MeanSink(scenario.inputs());
      runBlocks(settings, List.of(scenario.inputs()), List.of(sink), IntUnaryOperator.identity());
      means.put(scenario.name(), new Snapshot.Numbers(scenario.inputs(), sink.means()));
    }
    return new Snapshot(settings, OptionalInt.empty(), means);
  }

  /**
   * One draw of all that every scenario holds, whatever is kept.
   *
   * @param settings seed and number of draws of the run that the draw is of
   * @param index which draw, 0 to the number of draws less 1
   * @return the value of every variable, parameter, shock and path, by scenario and year, with the
   *     bits that they have in the whole run
   * @throws IllegalArgumentException if the run has no such draw
   */
  public Snapshot draw(Settings settings, int index) {
    Checks.within(index, 0, settings.draws() - 1, "index of a draw", "draws are numbered from 0");
    int first = index / Block.SIZE * Block.SIZE;
    Map<String, Snapshot.Numbers> values = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      DrawSink sink = new DrawSink(scenario.inputs(), index);
      new BlockWorker(settings, List.of(scenario.inputs()), List.of(sink))
          .run(first, Math.min(Block.SIZE, settings.draws() - first));
      values.put(scenario.name(), new Snapshot.Numbers(scenario.inputs(), sink.values()));
    }
    return new Snapshot(settings, OptionalInt.of(index), values);
  }

  private void runBlocks(
      Settings settings, List<Inputs> inputs, List<? extends Sink> sinks, IntUnaryOperator order) {
    int blocks = (settings.draws() + Block.SIZE - 1) / Block.SIZE;
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          BlockWorker worker = new BlockWorker(settings, inputs, sinks);
          for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
            int first = order.applyAsInt(i) * Block.SIZE;
            worker.run(first, Math.min(Block.SIZE, settings.draws() - first));
          }
        };
    Workers.run(work, () -> next.set(blocks), Math.min(execution.threads(), blocks));
  }

  private Set<Variable> keptOf(Scenario scenario) {
    Set<Variable> all = scenario.inputs().model().variables();
    return kept.isEmpty()
        ? all
        : Sets.intersection(all, Sets.union(kept, alsoKept.get(scenario.name()))).immutableCopy();
  }

  private static void requireMemory(List<Inputs> inputs, List<Set<Variable>> kept, int draws) {
    double bytes = 0;
    for (int i = 0; i < inputs.size(); i++) {
      bytes += (double) Double.BYTES * draws * kept.get(i).size() * inputs.get(i).years().length();
    }
    double most = LARGEST_PART * Runtime.getRuntime().maxMemory();
    if (bytes > most) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "memory for kept draws must be at most %.0f MB (75%% of the heap), was %.0f MB for %d"
                  + " draws; keep fewer variables with keeping(...), or give the JVM a larger -Xmx",
              most / 1e6,
              bytes / 1e6,
              draws));
    }
  }
}
