package org.fundinggap.search;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Parameter;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * What value of a parameter, or what size of a lever, brings an output to a target? Immutable.
 *
 * <p>Every value is run on the same draws, so the output is as smooth in the value as the model is,
 * and luck does not move the answer to and fro; how far luck moved it at all is its standard error.
 * The bounds and some values between them are run first; if the output passes the target between
 * two of them, Brent's method finds where.
 */
public final class GoalSeek {
  private static final int USUAL_BETWEEN = 5;
  private static final int MOST_BETWEEN = 1_000;
  private static final double USUAL_TOLERANCE = 1e-9;

  private final String name;
  private final DoubleFunction<Scenario> scenarioAt;
  private final double lower;
  private final double upper;
  private final int between;
  private final OptionalDouble tolerance;
  private final Execution execution;

  private GoalSeek(
      String name,
      DoubleFunction<Scenario> scenarioAt,
      double lower,
      double upper,
      int between,
      OptionalDouble tolerance,
      Execution execution) {
    this.name = name;
    this.scenarioAt = scenarioAt;
    this.lower = lower;
    this.upper = upper;
    this.between = between;
    this.tolerance = tolerance;
    this.execution = execution;
  }

  /**
   * Varies anything, such as the size of a lever.
   *
   * @param lower the least value to try
   * @param upper the greatest value to try
   * @param scenarioAt the scenario at a value; of the same years for all. A lever in it keeps its
   *     name whatever its size, as its uncertain sizes are drawn by that name. Where a value means
   *     that nothing is done, which a lever refuses, it may return the baseline itself
   * @return the search
   * @throws IllegalArgumentException if not {@code lower < upper}, or one is not finite
   */
  public static GoalSeek between(double lower, double upper, DoubleFunction<Scenario> scenarioAt) {
    return of("x", scenarioAt).within(lower, upper);
  }

  /**
   * Varies a parameter, which at each value is fixed there in every draw, between the bounds that
   * the parameter itself has.
   *
   * @param scenario in which it is varied
   * @param parameter of the scenario's model; if one of its bounds is infinite, give others by
   *     {@link #within}
   * @return the search
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public static GoalSeek of(Scenario scenario, Parameter parameter) {
    Objects.requireNonNull(parameter, "parameter");
    scenario.inputs().distribution(parameter); // refuses a parameter of another model
    DoubleFunction<Scenario> fixed = x -> fixed(scenario, parameter, x);
    GoalSeek free = of(parameter.label() + " (" + parameter.unit().symbol() + ")", fixed);
    return new GoalSeek(
        free.name,
        fixed,
        parameter.lower(),
        parameter.upper(),
        free.between,
        free.tolerance,
        free.execution);
  }

  private static Scenario fixed(Scenario scenario, Parameter parameter, double x) {
    return scenario
        .fixing(parameter, x)
        .named(scenario.name() + ", " + parameter.name() + " = " + x);
  }

  private static GoalSeek of(String name, DoubleFunction<Scenario> scenarioAt) {
    return new GoalSeek(
        name,
        scenarioAt,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        USUAL_BETWEEN,
        OptionalDouble.empty(),
        Execution.ofAllProcessors());
  }

  /**
   * The same search between other bounds.
   *
   * @param least the least value to try, finite
   * @param greatest the greatest value to try, finite
   * @return the search
   * @throws IllegalArgumentException if not {@code least < greatest}, or one is not finite
   */
  public GoalSeek within(double least, double greatest) {
    checkBounds(least, greatest);
    return new GoalSeek(name, scenarioAt, least, greatest, between, tolerance, execution);
  }

  /**
   * The same search, saying what is varied.
   *
   * @param what for tables and errors, such as {@code coverage of family help}
   * @return the search
   * @throws IllegalArgumentException if it is blank
   */
  public GoalSeek named(String what) {
    Checks.notBlank(what, "what");
    return new GoalSeek(what, scenarioAt, lower, upper, between, tolerance, execution);
  }

  /**
   * The same search with more or fewer values between the bounds tried first, evenly spaced; 5
   * unless said. More find an output that turns to the target and back between two of them.
   *
   * @param values 1 to 1,000
   * @return the search
   * @throws IllegalArgumentException if the number is out of bounds
   */
  public GoalSeek tryingFirst(int values) {
    Checks.within(values, 1, MOST_BETWEEN, "values", "5 find what turns once or twice");
    return new GoalSeek(name, scenarioAt, lower, upper, values, tolerance, execution);
  }

  /**
   * The same search, more or less near to where the output passes the target. Unless said, to
   * within a billionth of the distance between the bounds, far nearer than draws can tell. A
   * quantile moves in small steps or kinks as draws overtake each other: it is where the steps pass
   * the target that is found.
   *
   * @param near how near, in the unit of what is varied; positive and finite
   * @return the search
   * @throws IllegalArgumentException if {@code near} is not positive and finite
   */
  public GoalSeek tolerance(double near) {
    Checks.within(near, Double.MIN_NORMAL, Double.MAX_VALUE, "near", "give a small distance");
    OptionalDouble other = OptionalDouble.of(near);
    return new GoalSeek(name, scenarioAt, lower, upper, between, other, execution);
  }

  /**
   * The same search on other threads; the answer is the same.
   *
   * @param other how to run
   * @return the search
   */
  public GoalSeek on(Execution other) {
    Objects.requireNonNull(other, "other");
    return new GoalSeek(name, scenarioAt, lower, upper, between, tolerance, other);
  }

  /**
   * Searches.
   *
   * @param statistic the output that is to reach the target
   * @param target what it is to be, finite, in its unit
   * @param settings seed and draws of every run, two draws at least
   * @return the lowest value found, with its standard error; or that there is none, with what came
   *     nearest
   * @throws IllegalArgumentException if the target or a bound is not finite, no scenario can be
   *     made at a value, it lacks what is measured, or the output is not finite there; each says at
   *     which value. Also if the output is of the base year, and so moves with nothing that is
   *     varied
   * @throws IllegalStateException if a run is stopped before its end, or the caller's function
   *     throws something else: at which value, with its cause
   */
  public GoalSolution solve(Statistic statistic, double target, Settings settings) {
    Objects.requireNonNull(statistic, "statistic");
    Checks.finite(target, "target");
    checkBounds(lower, upper);
    GoalScenarios scenarios = new GoalScenarios(name, scenarioAt, statistic, settings, execution);
    GoalEvaluator runs = new GoalEvaluator(name, statistic.toString(), scenarios);
    double near = tolerance.orElse(USUAL_TOLERANCE * (upper - lower));
    GoalSearch.Found found = new GoalSearch(runs, target, near).solve(lower, upper, between);
    if (scenarios.isBaseYearOnly() && runs.isFlat()) {
      throw new IllegalArgumentException(
          statistic
              + " must move with "
              + name
              + ", was "
              + NumberText.of(found.reached().output().value())
              + " at every value tried: it is of the base year, and nothing acts before the year"
              + " after it; measure a later year");
    }
    return new GoalSolution(
        name,
        statistic,
        target,
        settings,
        found.value(),
        found.standardError(),
        found.slope(),
        found.reached(),
        found.tried(),
        near);
  }

  private void checkBounds(double least, double greatest) {
    String fix = "; give two finite values with within(least, greatest)";
    if (!(Double.isFinite(greatest - least) && least < greatest)) {
      throw new IllegalArgumentException(
          "bounds of "
              + name
              + " must be finite and least < greatest, were ["
              + least
              + ", "
              + greatest
              + "]"
              + fix);
    }
  }

  /** What is varied, and between which bounds. */
  @Override
  public String toString() {
    return "Search for " + name + " in [" + lower + ", " + upper + "]";
  }
}
