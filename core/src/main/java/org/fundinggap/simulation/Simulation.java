package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Scenarios to be run together on the same draws. Immutable.
 *
 * <p>The result is a pure function of scenarios, kept variables and {@link Settings}: threads and
 * the order of blocks cannot change a bit of it.
 */
public final class Simulation {
  private static final String SETTINGS =
      "settings must be given, were null; use Settings.of(seed, draws)";

  private final ImmutableList<Option> scenarios;
  private final ImmutableSet<Variable> kept;
  private final ImmutableSetMultimap<String, Variable> alsoKept;
  private final Execution execution;
  private final boolean isChecked;

  private Simulation(
      ImmutableList<Option> scenarios,
      ImmutableSet<Variable> kept,
      ImmutableSetMultimap<String, Variable> alsoKept,
      Execution execution,
      boolean isChecked) {
    this.scenarios = scenarios;
    this.kept = kept;
    this.alsoKept = alsoKept;
    this.execution = execution;
    this.isChecked = isChecked;
  }

  /**
   * A simulation of some scenarios that keeps all their variables.
   *
   * @param scenarios at least one, with different names
   * @return the simulation
   * @throws InvalidInputException if there is none or two share a name
   */
  public static Simulation of(Option... scenarios) {
    return of(Arrays.asList(scenarios));
  }

  /**
   * A simulation of some scenarios that keeps all their variables.
   *
   * @param scenarios at least one, with different names
   * @return the simulation
   * @throws InvalidInputException if there is none or two share a name
   */
  public static Simulation of(List<? extends Option> scenarios) {
    Objects.requireNonNull(scenarios, "scenarios must be given, were null");
    List<String> problems = new ArrayList<>();
    if (scenarios.isEmpty()) {
      problems.add("scenarios must hold at least one scenario, had none");
    }
    Set<String> names = new HashSet<>();
    for (Option scenario : scenarios) {
      if (scenario == null) {
        problems.add("scenarios must hold no null, held one");
      } else if (!names.add(scenario.name())) {
        problems.add(
            "names of scenarios must differ, had twice \"" + scenario.name() + "\"; rename one");
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    return new Simulation(
        ImmutableList.copyOf(scenarios),
        ImmutableSet.of(),
        ImmutableSetMultimap.of(),
        Execution.ofAllProcessors(),
        false);
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
      Objects.requireNonNull(variable, "variable must be given, was null");
      if (!known().contains(variable)) {
        problems.add(
            NearestNames.refusal(
                "variable must be in the model of a scenario", variable, known(), Variable::name));
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    return new Simulation(
        scenarios, ImmutableSet.copyOf(variables), alsoKept, execution, isChecked);
  }

  /** The variables of all scenarios. */
  private Set<Variable> known() {
    Set<Variable> known = new LinkedHashSet<>();
    scenarios.forEach(each -> known.addAll(each.inputs().model().variables()));
    return known;
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
    Objects.requireNonNull(scenario, "scenario must be given, was null");
    List<String> problems = new ArrayList<>();
    Set<Variable> known = new HashSet<>();
    for (Option each : scenarios) {
      if (each.name().equals(scenario)) {
        known.addAll(each.inputs().model().variables());
      }
    }
    if (known.isEmpty()) {
      problems.add(
          NearestNames.refusal(
              "scenario must be of the simulation",
              scenario,
              scenarios.stream().map(Option::name).toList()));
    }
    for (Variable variable : variables) {
      Objects.requireNonNull(variable, "variable must be given, was null");
      if (!known.isEmpty() && !known.contains(variable)) {
        problems.add(
            NearestNames.refusal(
                "variable must be in the model of " + scenario, variable, known, Variable::name));
      }
    }
    InvalidInputException.throwIfAny("simulation", problems);
    ImmutableSetMultimap.Builder<String, Variable> more = ImmutableSetMultimap.builder();
    more.putAll(alsoKept).putAll(scenario, variables);
    return new Simulation(scenarios, kept, more.build(), execution, isChecked);
  }

  /**
   * The same simulation on other threads; the result is the same.
   *
   * @param other how to run
   * @return the simulation
   */
  public Simulation on(Execution other) {
    Objects.requireNonNull(other, "execution must be given, was null");
    return new Simulation(scenarios, kept, alsoKept, other, isChecked);
  }

  /**
   * The same simulation with every equation checked in every block, for equations of one's own that
   * are new or under suspicion. The result is the same to the bit; it takes three to four times as
   * long.
   *
   * <p>A run then ends with a {@link Formula.Failure}, which names equation, scenario, year and
   * draw, if an equation writes to what it must only read, leaves a draw of an output unwritten,
   * gives different numbers for the same inputs (because it keeps something from one call to the
   * next, or reads an output or a scratch column that it has not written), or makes NaN. What is
   * infinite is let through: {@link #firstNotFinite} finds it.
   *
   * <p>An unchecked run looks for all but NaN too, but only at the first 32 draws of equations that
   * no run of this JVM has looked at before.
   *
   * @return the simulation
   */
  public Simulation checked() {
    return new Simulation(scenarios, kept, alsoKept, execution, true);
  }

  /**
   * Where NaN or an infinite number comes up first, whatever is kept. Runs all draws, checked as by
   * {@link #checked}, and keeps nothing.
   *
   * @param settings seed and number of draws
   * @return names equation, variable, scenario, year and draw, and the inputs that the equation had
   *     in that draw: the first in the order of equations, of the earliest year, in the first 1,024
   *     draws that have any; empty if every number of every draw is finite
   * @throws Formula.Failure if an equation fails in another way before
   * @throws java.util.concurrent.CancellationException if the run is interrupted or stopped
   */
  public Optional<Formula.Failure> firstNotFinite(Settings settings) {
    Objects.requireNonNull(settings, SETTINGS);
    List<Sink> none = Collections.nCopies(scenarios.size(), (run, year, first, draws) -> {});
    DrawRange all = DrawRange.all(settings);
    IntUnaryOperator order = IntUnaryOperator.identity();
    int workers = Math.min(execution.threads(), all.blocks());
    new HeapNeed().addColumns(scenarios, workers).require("work on fewer threads");
    BlockQueue run =
        new BlockQueue(settings, scenarios, () -> none, all, execution, order)
            .watching(value -> !Double.isFinite(value));
    try {
      int done = run.to(settings.draws());
      run.end();
      Snapshots.requireAll(done, settings);
    } catch (Formula.Failure failure) {
      if (failure.variable().isEmpty()) {
        throw failure;
      }
      return Optional.of(failure);
    }
    return Optional.empty();
  }

  /**
   * Runs it.
   *
   * @param settings seed and number of draws
   * @return every kept variable, scenario and year
   * @throws IllegalArgumentException if the draws to be kept do not fit in memory
   * @throws Formula.Failure if an equation fails, or does what it must not: see {@link #checked}
   * @throws java.util.concurrent.CancellationException if the run is interrupted, or stopped before
   *     the first block
   */
  public Projection run(Settings settings) {
    Objects.requireNonNull(settings, SETTINGS);
    return run(settings, DrawRange.all(settings), IntUnaryOperator.identity());
  }

  /**
   * Runs it until it is precise enough.
   *
   * @param settings seed, and the most draws that are run
   * @param precision when there are enough
   * @return as {@link #run(Settings)}; its settings hold the number of draws that were run
   * @throws IllegalArgumentException if the precision is of what is not kept, the most draws to be
   *     kept do not fit in memory, or they are Sobol draws of fewer than 16 replicates, whose error
   *     is too rough to stop by
   * @throws Formula.Failure as {@link #run(Settings)}
   * @throws java.util.concurrent.CancellationException as {@link #run(Settings)}
   */
  public Projection run(Settings settings, Precision precision) {
    Objects.requireNonNull(
        precision, "precision must be given, was null; run(settings) needs none");
    Objects.requireNonNull(settings, SETTINGS);
    Precision.requireSteadyErrors(settings);
    Store results = results(settings, DrawRange.all(settings));
    Store.Cell looked = results.cell(scenarios, precision);
    BlockQueue run = run(settings, results, DrawRange.all(settings), IntUnaryOperator.identity());
    int done = run.to(Precision.firstLook(settings));
    while (!run.isStopped()
        && done < settings.draws()
        && !precision.isReachedBy(results.summary(looked, done))) {
      done = run.to(Precision.nextLook(done, settings));
    }
    run.end();
    return Projection.of(settings, scenarios, results, done, execution.threads());
  }

  /**
   * Runs a part of it, for machines that share the work; {@link Projection#joined} puts parts
   * together.
   *
   * @param settings seed and number of draws of the whole run
   * @param part which part, from 0
   * @param parts how many parts there are, at most one for each 1,024 draws
   * @return the projection of the part's draws
   * @throws IllegalArgumentException if there is no such part, or its draws do not fit in memory
   * @throws Formula.Failure as {@link #run(Settings)}
   * @throws java.util.concurrent.CancellationException as {@link #run(Settings)}
   */
  public Projection runPart(Settings settings, int part, int parts) {
    Objects.requireNonNull(settings, SETTINGS);
    DrawRange stretch = DrawRange.part(settings, part, parts);
    return run(settings, stretch, IntUnaryOperator.identity());
  }

  /** Runs the blocks in an order of the caller's; the result must not depend on it. */
  Projection run(Settings settings, DrawRange stretch, IntUnaryOperator blockOrder) {
    Store results = results(settings, stretch);
    BlockQueue run = run(settings, results, stretch, blockOrder);
    int done = run.to(stretch.end());
    run.end();
    return Projection.of(settings, scenarios, results, done, execution.threads());
  }

  private BlockQueue run(
      Settings settings, Store results, DrawRange stretch, IntUnaryOperator order) {
    BlockQueue run = new BlockQueue(settings, scenarios, results::sinks, stretch, execution, order);
    return isChecked ? run.watching(Double::isNaN) : run;
  }

  private Store results(Settings settings, DrawRange stretch) {
    List<Store.KeptVariables> what = scenarios.stream().map(this::keptOf).toList();
    return Store.of(scenarios, what, settings, stretch, execution.threads());
  }

  /**
   * The means of all that every scenario holds, whatever is kept; memory does not grow with draws.
   *
   * @param settings seed and number of draws
   * @return the mean of every variable, parameter, shock and path, by scenario and year; those of
   *     variables have the bits of the means of {@link Draws}
   * @throws Formula.Failure as {@link #run(Settings)}
   * @throws java.util.concurrent.CancellationException if the run is interrupted or stopped
   */
  public Snapshot means(Settings settings) {
    Objects.requireNonNull(settings, SETTINGS);
    return Snapshots.means(scenarios, settings, execution, isChecked);
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
    Objects.requireNonNull(settings, SETTINGS);
    return Snapshots.draw(scenarios, settings, index, isChecked);
  }

  private Store.KeptVariables keptOf(Option scenario) {
    Set<Variable> all = scenario.inputs().model().variables();
    Set<Variable> chosen =
        kept.isEmpty()
            ? all
            : Sets.intersection(all, Sets.union(kept, alsoKept.get(scenario.name())));
    return new Store.KeptVariables(ImmutableList.copyOf(chosen), scenario.inputs().years());
  }

  /** The scenarios and what is kept of them. */
  @Override
  public String toString() {
    return "Simulation of "
        + scenarios.stream().map(Option::name).toList()
        + ", keeping "
        + (kept.isEmpty() ? "every variable" : kept.stream().map(Variable::name).toList())
        + (isChecked ? ", checked" : "")
        + (alsoKept.isEmpty()
            ? ""
            : ", and in "
                + alsoKept.keySet().stream()
                    .map(
                        name ->
                            name + " " + alsoKept.get(name).stream().map(Variable::name).toList())
                    .collect(Collectors.joining(", ")));
  }
}
