package org.fundinggap.lever;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * A few draws of a model with levers and without each of them, to refuse a lever that changes
 * nothing, leads out of bounds, or makes negative what was not.
 */
final class LeverTrial {
  /** A lever that works in one draw of fifty is called silent in 6 trials of a thousand. */
  static final int DRAWS = 256;

  private static final Settings SETTINGS = Settings.of(1, DRAWS);

  /** Models that are run together share draws and most results; each takes some megabytes. */
  private static final int AT_A_TIME = 8;

  private static final String ALL = "with all levers";

  private final Inputs base;
  private final List<Lever> levers;
  private final Option all;

  private LeverTrial(Inputs base, List<Lever> levers) {
    this.base = base;
    this.levers = levers;
    this.all = Option.of(ALL, LeverEquations.on(base, levers, false));
  }

  /**
   * What is wrong with levers that can be laid over a model.
   *
   * @param base the model without them
   * @param levers which {@link LeverChecks} found nothing wrong with
   * @return the problems, by name
   */
  static List<String> problems(Inputs base, List<Lever> levers) {
    LeverTrial trial = new LeverTrial(base, levers);
    List<String> silent = new ArrayList<>();
    for (List<Lever> some : Lists.partition(levers, AT_A_TIME)) {
      Projection run = trial.run(some);
      List<String> astray = trial.astray(run);
      if (!astray.isEmpty()) {
        return astray;
      }
      some.stream()
          .filter(each -> trial.isSilent(each, run))
          .map(trial::silence)
          .forEach(silent::add);
    }
    return silent;
  }

  /** All levers together, and all but each of some. */
  private Projection run(List<Lever> some) {
    List<Option> options = new ArrayList<>(List.of(all));
    for (Lever each : some) {
      List<Lever> others = others(each);
      Inputs rest = others.isEmpty() ? base : LeverEquations.on(base, others, false);
      options.add(Option.of(without(each), rest));
    }
    return Simulation.of(options).run(SETTINGS);
  }

  private List<Lever> others(Lever lever) {
    return levers.stream().filter(other -> !other.equals(lever)).toList();
  }

  private static String without(Lever lever) {
    return "without " + lever.name();
  }

  private String silence(Lever lever) {
    return "lever \""
        + lever.name()
        + "\" must change something by "
        + base.years().last()
        + ", changed nothing in "
        + DRAWS
        + " draws"
        + (others(lever).isEmpty() ? "" : " beside the other levers")
        + "; take it out, or correct its start, size or target";
  }

  /** Whether no result differs in a bit; what only one model has counts as zero in the other. */
  private boolean isSilent(Lever lever, Projection run) {
    Set<Variable> results = new LinkedHashSet<>(base.model().variables());
    Arrays.stream(Payer.values()).map(Payer::cost).forEach(results::add);
    results.retainAll(run.variables(ALL));
    double[][] zero = new double[base.years().length()][DRAWS];
    Set<Variable> known = run.variables(without(lever));
    return results.stream()
        .allMatch(
            each ->
                Arrays.deepEquals(
                    draws(run, ALL, each),
                    known.contains(each) ? draws(run, without(lever), each) : zero));
  }

  /** By year, then by draw. */
  private static double[][] draws(Projection run, String option, Variable variable) {
    Outcome outcome = run.outcome(option, variable);
    return outcome.years().years().stream()
        .map(year -> outcome.in(year).values())
        .toArray(double[][]::new);
  }

  /** What leaves its bounds, or is negative where it was not. */
  private List<String> astray(Projection run) {
    List<String> problems = new ArrayList<>();
    Set<Quantity> targets = new LinkedHashSet<>();
    for (Lever lever : levers) {
      for (Action action : lever.actions()) {
        if (action instanceof Known known) {
          checkConsequences(run, known.target(), problems);
        } else {
          targets.addAll(action.changed());
        }
      }
    }
    for (Quantity target : targets) {
      if (target instanceof Parameter parameter) {
        checkBounds(run, parameter, problems);
      } else if (target instanceof Variable variable) {
        checkSign(run, variable, problems);
      }
    }
    return problems;
  }

  /** Of a stock that is known: what it leaves of others must not be less than nothing. */
  private void checkConsequences(Projection run, Variable known, List<String> problems) {
    for (Variable each : KnownYears.consequences(base.model(), known)) {
      check(
          known,
          draws(run, ALL, each),
          value -> !(value >= 0),
          "must leave " + each.name() + " at least zero",
          problems);
    }
  }

  private void checkBounds(Projection run, Parameter parameter, List<String> problems) {
    double[][] values = draws(run, ALL, LeverEquations.effective(parameter, base.years().first()));
    check(
        parameter,
        values,
        value -> !(value >= parameter.lower() && value <= parameter.upper()),
        "must stay in [" + parameter.lower() + ", " + parameter.upper() + "] " + parameter.unit(),
        problems);
  }

  private void checkSign(Projection run, Variable variable, List<String> problems) {
    double[][] before = draws(run, ALL, LeverEquations.own(variable));
    boolean mayBeNegative =
        Arrays.stream(before).flatMapToDouble(Arrays::stream).anyMatch(value -> value < 0);
    check(
        variable,
        draws(run, ALL, variable),
        value -> Double.isNaN(value) || (value < 0 && !mayBeNegative),
        "must stay at least zero",
        problems);
  }

  private void check(
      Quantity target,
      double[][] values,
      DoublePredicate isWrong,
      String bound,
      List<String> problems) {
    for (int year = 0; year < values.length; year++) {
      OptionalDouble wrong = Arrays.stream(values[year]).filter(isWrong).findFirst();
      if (wrong.isPresent()) {
        problems.add(
            target.name()
                + " with levers "
                + names(target)
                + " "
                + bound
                + ", was "
                + wrong.getAsDouble()
                + " in a draw of "
                + base.years().years().get(year)
                + "; give the lever a smaller size");
        return;
      }
    }
  }

  private List<String> names(Quantity target) {
    return levers.stream()
        .filter(
            lever -> lever.changes().stream().anyMatch(change -> change.changed().contains(target)))
        .map(Lever::name)
        .toList();
  }
}
