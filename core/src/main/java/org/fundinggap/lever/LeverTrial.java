package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.fundinggap.random.Workspace;

/**
 * A few draws of a model with levers and without each of them, to refuse a lever that changes
 * nothing, leads out of bounds, or makes negative what was not.
 */
final class LeverTrial {
  /** A lever that works in one draw of fifty is called silent in 6 trials of a thousand. */
  static final int DRAWS = 256;

  private static final long SEED = 1;
  private static final String AREA = "trial";

  private final Inputs base;
  private final List<Lever> levers;

  /** By variable: draws by year. */
  private final Map<Variable, double[][]> with;

  private LeverTrial(Inputs base, List<Lever> levers) {
    this.base = base;
    this.levers = levers;
    this.with = run(LeverEquations.on(base, levers, false));
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
    List<String> problems = new ArrayList<>();
    trial.checkTargets(problems);
    if (problems.isEmpty()) {
      trial.checkSilence(problems);
    }
    return problems;
  }

  private void checkSilence(List<String> problems) {
    for (Lever lever : levers) {
      List<Lever> others = levers.stream().filter(other -> !other.equals(lever)).toList();
      Inputs rest = others.isEmpty() ? base : LeverEquations.on(base, others, false);
      if (!differs(run(rest))) {
        problems.add(
            "lever \""
                + lever.name()
                + "\" must change something by "
                + base.years().last()
                + ", changed nothing in "
                + DRAWS
                + " draws"
                + (others.isEmpty() ? "" : " beside the other levers")
                + "; take it out, or correct its start, size or target");
      }
    }
  }

  /** Whether any result differs in a bit; what only one model has counts as zero in the other. */
  private boolean differs(Map<Variable, double[][]> rest) {
    double[][] nothing = new double[base.years().length()][DRAWS];
    for (Map.Entry<Variable, double[][]> each : with.entrySet()) {
      Variable variable = each.getKey();
      boolean isResult =
          base.model().variables().contains(variable)
              || Arrays.stream(Payer.values()).anyMatch(payer -> payer.cost().equals(variable));
      if (isResult && !Arrays.deepEquals(each.getValue(), rest.getOrDefault(variable, nothing))) {
        return true;
      }
    }
    return false;
  }

  private double[][] draws(Variable variable) {
    return Objects.requireNonNull(with.get(variable), variable.name());
  }

  private void checkTargets(List<String> problems) {
    Set<Quantity> targets = new LinkedHashSet<>();
    for (Lever lever : levers) {
      for (Change change : lever.changes()) {
        targets.add(change.target());
        if (change.source() != null) {
          targets.add(change.source());
        }
      }
    }
    for (Quantity target : targets) {
      if (target instanceof Parameter parameter) {
        checkBounds(parameter, problems);
      } else if (target instanceof Variable variable) {
        checkSign(variable, problems);
      }
    }
  }

  private void checkBounds(Parameter parameter, List<String> problems) {
    double[][] values = draws(LeverEquations.effective(parameter, base.years().first()));
    check(
        parameter,
        values,
        value -> !(value >= parameter.lower() && value <= parameter.upper()),
        "must stay in [" + parameter.lower() + ", " + parameter.upper() + "] " + parameter.unit(),
        problems);
  }

  private void checkSign(Variable variable, List<String> problems) {
    double[][] before = draws(LeverEquations.own(variable));
    boolean mayBeNegative =
        Arrays.stream(before).flatMapToDouble(Arrays::stream).anyMatch(value -> value < 0);
    check(
        variable,
        draws(variable),
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
            lever ->
                lever.changes().stream()
                    .anyMatch(c -> target.equals(c.target()) || target.equals(c.source())))
        .map(Lever::name)
        .toList();
  }

  private static Map<Variable, double[][]> run(Inputs inputs) {
    BlockStepper run = new BlockStepper(inputs);
    Sampler sampler = Sampling.independent().sampler(SEED);
    Workspace workspace = new Workspace();
    for (Parameter parameter : inputs.model().parameters()) {
      double[] column = run.column(parameter);
      sampler.stream(StreamId.ofParameter(parameter.name(), AREA))
          .uniforms(0, column, DRAWS, workspace);
      inputs.distribution(parameter).quantiles(column, column, DRAWS, workspace);
    }
    Map<Variable, double[][]> values = new LinkedHashMap<>();
    int years = inputs.years().length();
    inputs.model().variables().forEach(variable -> values.put(variable, new double[years][]));
    run.open(DRAWS);
    for (int year = 0; year < years; year++) {
      if (year > 0) {
        drawShocks(inputs, run, sampler, workspace);
        run.step();
      }
      int index = year;
      values.forEach(
          (variable, byYear) -> byYear[index] = Arrays.copyOf(run.column(variable), DRAWS));
    }
    return values;
  }

  /** Without correlations: the trial asks whether anything changes, not how much. */
  private static void drawShocks(
      Inputs inputs, BlockStepper run, Sampler sampler, Workspace workspace) {
    FinancialYear next = run.year().plus(1);
    for (Shock shock : inputs.model().shocks()) {
      sampler.stream(StreamId.ofYear(shock.name(), next.startYear(), AREA))
          .normals(0, run.column(shock), DRAWS, workspace);
    }
  }
}
