package org.fundinggap.lever;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.CentralPath;
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
   * @param tried those of them that must each change something
   * @return the problems, by name
   */
  static List<String> problems(Inputs base, List<Lever> levers, List<Lever> tried) {
    LeverTrial trial = new LeverTrial(base, levers);
    List<String> silent = new ArrayList<>();
    for (List<Lever> some : Lists.partition(tried, AT_A_TIME)) {
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

  /**
   * Sizes that are more likely slips of a unit than meant, beside what there is without levers.
   *
   * @param base the model without them
   * @param levers which {@link LeverChecks} found nothing wrong with
   * @return the problems, by name; none of a lever that says its sizes are meant
   */
  static List<String> unusual(Inputs base, List<Lever> levers) {
    List<Lever> doubted = levers.stream().filter(lever -> !lever.isBeyondUsual()).toList();
    List<String> problems = new ArrayList<>();
    if (!doubted.isEmpty()) {
      CentralPath path = CentralPath.of(base);
      doubted.forEach(lever -> new UsualSizes(base, path, lever, problems).check());
    }
    return problems;
  }

  /** Looks at the sizes of one lever, all but 1 draw of 100 at either end. */
  private record UsualSizes(Inputs base, CentralPath path, Lever lever, List<String> problems) {
    private static final double FACTOR = 10;
    private static final Set<Unit> COUNTS = Set.of(Unit.NUMBER, Unit.FTE);

    void check() {
      for (Action action : lever.actions()) {
        if (!(action.target() instanceof Variable target)) {
          continue;
        }
        Optional<Distribution> size = action.size().map(Change.Size::distribution);
        if (action instanceof Shift) {
          size.ifPresent(amount -> checkAmount(action.kind(), target, amount));
        } else if (action instanceof SetValue || action instanceof Limit) {
          size.ifPresent(
              value -> {
                if (checkValue(action.kind(), target, value.quantile(0.01))) {
                  checkValue(action.kind(), target, value.quantile(0.99));
                }
              });
        } else if (action instanceof SetByYear byYear) {
          checkValues(action.kind(), target, byYear.values().values());
        } else if (action instanceof Known known) {
          checkValues(action.kind(), target, known.values().values());
        }
      }
      lever.costs().forEach(this::checkCost);
    }

    private void checkValues(String kind, Variable target, Collection<Double> values) {
      values.forEach(value -> checkValue(kind, target, value));
    }

    private DoubleSummaryStatistics paths(Variable target) {
      return base.years().years().stream()
          .filter(year -> year.compareTo(lever.timetable().start()) >= 0)
          .mapToDouble(year -> path.at(target, year))
          .summaryStatistics();
    }

    /** A stream of money may begin at nothing: beside a tenth of all need it is no slip. */
    private double most(Variable target) {
      double own = paths(target).getMax();
      return target.unit().isMoney() ? Math.max(own, need() / FACTOR) : own;
    }

    private double need() {
      return base.model().variables().contains(Cost.NEED) ? paths(Cost.NEED).getMax() : 0;
    }

    private void checkAmount(String kind, Variable target, Distribution amount) {
      boolean countsOrMoney = COUNTS.contains(target.unit()) || target.unit().isMoney();
      // A goal seek may try sums beyond sense; a slip of pounds is a million times as much.
      double most = (target.unit().isMoney() ? FACTOR : 1) * most(target);
      double greatest = Math.max(Math.abs(amount.quantile(0.01)), Math.abs(amount.quantile(0.99)));
      if (countsOrMoney && most > 0 && greatest > most) {
        report(kind + " of " + target.name(), greatest, "at most " + text(most), target.unit());
      }
    }

    private boolean checkValue(String kind, Variable target, double value) {
      double least = paths(target).getMin();
      double most = most(target);
      boolean levels = COUNTS.contains(target.unit()) || target.unit().isMoney() || least > 0.01;
      if (!levels || !(most > 0) || value <= 0) {
        return true; // nothing is a value of its own, and logarithms go through zero
      }
      boolean small = least > 0 && value * FACTOR < least;
      if (value > FACTOR * most || small) {
        report(
            kind + " of " + target.name(),
            value,
            "within a factor of 10 of its central path, " + text(least) + " to " + text(most),
            target.unit());
        return false;
      }
      return true;
    }

    private void checkCost(OwnCost cost) {
      Distribution amount = cost.amount();
      double each = Math.max(Math.abs(amount.quantile(0.01)), Math.abs(amount.quantile(0.99)));
      double millions = cost.volume() == null ? each : each * paths(cost.volume()).getMax() / 1e6;
      double need = need();
      if (need > 0 && millions > need) {
        String what = "cost to " + cost.payer() + (cost.volume() == null ? "" : " for each");
        Unit unit = cost.volume() == null ? Unit.GBP_MILLION : Unit.GBP_EACH;
        double bound = cost.volume() == null ? need : need * each / millions;
        report(what, each, "at most " + text(bound) + ", with which it is all need", unit);
      }
    }

    private void report(String what, double was, String bound, Unit unit) {
      problems.add(
          "lever \""
              + lever.name()
              + "\": "
              + what
              + " must be "
              + bound
              + " "
              + unit
              + ", was "
              + text(was)
              + "; "
              + fix(unit)
              + "; if it is meant, say beyondUsual()");
    }

    private static String fix(Unit unit) {
      if (unit == Unit.GBP_MILLION) {
        return "write 100 for GBP 100 million";
      }
      if (COUNTS.contains(unit)) {
        return "write 82000 for 82 thousand";
      }
      return unit.isMoney() ? "write pounds" : "write 0.1 for 10%";
    }

    private static String text(double value) {
      return String.format(Locale.ROOT, "%.4g", value);
    }
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
    if (problems.isEmpty()) {
      run.variables(ALL).stream()
          .map(each -> boundless(run, each))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(problems::add);
    }
    return problems;
  }

  /** A result that is no number, though it is one on the central path without levers. */
  private Optional<String> boundless(Projection run, Variable result) {
    List<String> wrong = new ArrayList<>();
    check(
        result,
        draws(run, ALL, result),
        value -> !Double.isFinite(value),
        "must stay finite",
        wrong);
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    CentralPath path = CentralPath.of(base);
    boolean isOurs =
        base.model().variables().contains(result)
            && base.years().years().stream()
                .allMatch(year -> Double.isFinite(path.at(result, year)));
    return isOurs ? Optional.of(wrong.get(0)) : Optional.empty();
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
    double[][] after = draws(run, ALL, variable);
    check(variable, after, value -> !Double.isFinite(value), "must stay finite", problems);
    check(
        variable,
        after,
        value -> value < 0 && value > Double.NEGATIVE_INFINITY && !mayBeNegative,
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

  /** Of levers that change a quantity; of all if it only follows from what they change. */
  private List<String> names(Quantity target) {
    List<String> changing =
        levers.stream()
            .filter(
                lever ->
                    lever.changes().stream().anyMatch(change -> change.changed().contains(target)))
            .map(Lever::name)
            .toList();
    return changing.isEmpty() ? levers.stream().map(Lever::name).toList() : changing;
  }
}
