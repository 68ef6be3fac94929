package org.fundinggap.appraisal;

import com.google.common.collect.Sets;
import java.util.Objects;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Parameter;
import org.fundinggap.scenario.Scenario;

/**
 * A policy alternative and the scenario it is held against.
 *
 * @param baseline without the policy
 * @param alternative with it; of another name and the same years
 */
public record ScenarioPair(Scenario baseline, Scenario alternative) {
  /**
   * Checks that the two can be told apart and span the same years.
   *
   * @param baseline as described above
   * @param alternative as described above
   * @throws IllegalArgumentException if names are equal or years differ
   */
  public ScenarioPair {
    if (baseline.name().equals(alternative.name())) {
      throw new IllegalArgumentException(
          "name of the alternative must differ from the baseline's, was \""
              + alternative.name()
              + "\" for both; rename one");
    }
    if (!baseline.inputs().years().equals(alternative.inputs().years())) {
      throw new IllegalArgumentException(
          "years of "
              + alternative.name()
              + " must be those of the baseline, "
              + baseline.inputs().years()
              + ", were "
              + alternative.inputs().years()
              + "; project both over the same years");
    }
  }

  /**
   * The pair with a parameter fixed in both, as far as both have it. Nothing else is drawn
   * otherwise for it.
   *
   * @param parameter of at least one of the two models
   * @param value within its bounds
   * @return the pair; its numbers name the evidence that they had
   * @throws IllegalArgumentException if neither model has the parameter or the value is out of
   *     bounds, or would let cuts of early help feed on themselves
   */
  public ScenarioPair fixing(Parameter parameter, double value) {
    Objects.requireNonNull(parameter, "parameter");
    if (!has(baseline, parameter) && !has(alternative, parameter)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "parameter must be of the model of " + baseline.name() + " or " + alternative.name(),
              parameter,
              Sets.union(
                  baseline.inputs().model().parameters(),
                  alternative.inputs().model().parameters()),
              Parameter::name));
    }
    return new ScenarioPair(
        fixed(baseline, parameter, value), fixed(alternative, parameter, value));
  }

  private static boolean has(Scenario scenario, Parameter parameter) {
    return scenario.inputs().model().parameters().contains(parameter);
  }

  private static Scenario fixed(Scenario scenario, Parameter parameter, double value) {
    if (!has(scenario, parameter)) {
      return scenario;
    }
    return scenario.fixing(parameter, value);
  }
}
