package org.fundinggap.search;

import java.util.function.DoubleFunction;
import org.fundinggap.appraisal.Appraiser;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.draws.WithError;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Parameter;
import org.fundinggap.simulation.Settings;

/**
 * Looks for the value of a number at which a policy is worth nothing, neither good nor bad: the
 * mean net present value is zero. It is {@link GoalSeek} for the net present value of a pair of
 * scenarios, with the target 0. Immutable.
 *
 * <p>Every value that is tried is a run of both scenarios on the same draws, so the answer is exact
 * for those draws; its standard error says how far other draws would move it.
 */
public final class SwitchingSearch {
  private static final double USUAL_ACCURACY = 1e-6;

  /** Present values are near linear in most of what is varied: the ends and the middle do. */
  private static final int BETWEEN = 1;

  private final String name;
  private final DoubleFunction<ScenarioPair> scenarios;
  private final double lower;
  private final double upper;
  private final double accuracy;

  private SwitchingSearch(
      String name,
      DoubleFunction<ScenarioPair> scenarios,
      double lower,
      double upper,
      double accuracy) {
    this.name = Checks.notBlank(name, "name");
    this.scenarios = scenarios;
    this.lower = lower;
    this.upper = upper;
    this.accuracy = accuracy;
  }

  /**
   * A search over any number.
   *
   * @param name what the number is, with its unit, for reports
   * @param scenarios both scenarios, by its value; continuous in it
   * @return a search between 0 and 1 until {@link #between} says otherwise
   */
  public static SwitchingSearch of(String name, DoubleFunction<ScenarioPair> scenarios) {
    return new SwitchingSearch(name, scenarios, 0, 1, USUAL_ACCURACY);
  }

  /**
   * A search over a parameter, fixed in both scenarios.
   *
   * @param parameter of at least one of the two models
   * @param pair the scenarios
   * @return a search between the parameter's bounds, if those are finite, until {@link #between}
   *     says otherwise
   */
  public static SwitchingSearch of(Parameter parameter, ScenarioPair pair) {
    return new SwitchingSearch(
        parameter.name() + " (" + parameter.unit() + ")",
        value -> pair.fixing(parameter, value),
        parameter.lower(),
        parameter.upper(),
        USUAL_ACCURACY * (parameter.upper() - parameter.lower()));
  }

  /**
   * The same search between two values, to a millionth of their distance.
   *
   * @param least finite
   * @param most finite, above {@code least}
   * @return the search
   * @throws IllegalArgumentException if the bounds are not finite or in the wrong order
   */
  public SwitchingSearch between(double least, double most) {
    Checks.finite(least, "least");
    Checks.finite(most, "most");
    if (!(least < most)) {
      throw new IllegalArgumentException(
          "least must be below most " + most + ", was " + least + "; swap the two");
    }
    return new SwitchingSearch(name, scenarios, least, most, USUAL_ACCURACY * (most - least));
  }

  /**
   * The same search to another accuracy.
   *
   * @param distance how near to the value to come, in its own unit; above 0
   * @return the search
   * @throws IllegalArgumentException if it is not above 0
   */
  public SwitchingSearch withAccuracy(double distance) {
    if (!(distance > 0 && distance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "distance must be above 0 and finite, was " + distance + "; give it in the value's unit");
    }
    return new SwitchingSearch(name, scenarios, lower, upper, distance);
  }

  /**
   * Searches; six to ten runs are usual.
   *
   * @param appraiser discount rates and optimism bias
   * @param settings seed and number of draws
   * @return the lowest value found, or that there is none between the bounds
   * @throws IllegalArgumentException if the bounds are not finite, or a scenario is refused at a
   *     value that is tried
   */
  public SwitchingValue run(Appraiser appraiser, Settings settings) {
    Checks.finite(lower, "lower bound of " + name);
    Checks.finite(upper, "upper bound of " + name);
    GoalEvaluator runs =
        new GoalEvaluator(
            name,
            "mean net present value",
            values -> values.stream().map(value -> worth(value, appraiser, settings)).toList());
    GoalSearch.Found found = new GoalSearch(runs, 0, accuracy).solve(lower, upper, BETWEEN);
    return new SwitchingValue(
        name,
        found.value(),
        found.standardError(),
        lower,
        upper,
        runs.at(lower).value(),
        runs.at(upper).value(),
        found.value().isPresent() ? found.reached().output().value() : Double.NaN);
  }

  /** Both scenarios are run for each value, as both may differ with it. */
  private WithError worth(double value, Appraiser appraiser, Settings settings) {
    Draws worth = appraiser.appraise(scenarios.apply(value), settings).netPresentValue();
    return WithError.meanOf(worth);
  }

  /** What is varied, and between which bounds. */
  @Override
  public String toString() {
    return "Search for where " + name + " switches in [" + lower + ", " + upper + "]";
  }
}
