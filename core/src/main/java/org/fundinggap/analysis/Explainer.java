package org.fundinggap.analysis;

import java.util.Set;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.fundinggap.simulation.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Says where any number of a scenario comes from. Immutable to whoever uses it; keeps the means of
 * all numbers once they are asked for.
 */
public final class Explainer {
  private final Scenario scenario;
  private final Settings settings;
  private final RegisterIndex register;

  /** Made when first needed; two threads may both make it, with the same numbers. */
  private volatile @Nullable Snapshot means;

  private Explainer(Scenario scenario, Settings settings, RegisterIndex register) {
    this.scenario = scenario;
    this.settings = settings;
    this.register = register;
  }

  /**
   * An explainer of one scenario.
   *
   * @param scenario the scenario
   * @param settings seed and number of draws of the run whose numbers are to be explained
   * @param evidence the register that the scenario's inputs name
   * @return the explainer; nothing is run yet
   */
  public static Explainer of(Scenario scenario, Settings settings, EvidenceBase evidence) {
    return new Explainer(scenario, settings, new RegisterIndex(evidence));
  }

  /**
   * Explains a mean over all draws. The first call runs the scenario.
   *
   * @param variable a variable of the scenario's model
   * @param year one of its years
   * @return the tree, its values means with the bits of the projection's
   * @throws IllegalArgumentException if the scenario has no such variable or year
   */
  public Explanation mean(Variable variable, FinancialYear year) {
    check(variable, year);
    Snapshot known = means;
    if (known == null) {
      known = Simulation.of(scenario).means(settings);
      means = known;
    }
    return new ExplanationTree(scenario, known, register).explain(variable, year);
  }

  /**
   * Explains a mean over all draws.
   *
   * @param variable the name of a variable, such as {@code standStillGap}
   * @param year one of the scenario's years
   * @return as {@link #mean(Variable, FinancialYear)}
   * @throws IllegalArgumentException if the scenario has no such variable or year, naming the
   *     nearest
   */
  public Explanation mean(String variable, FinancialYear year) {
    return mean(named(variable), year);
  }

  /**
   * Explains one draw.
   *
   * @param variable a variable of the scenario's model
   * @param year one of its years
   * @param index which draw, 0 to the number of draws less 1
   * @return the tree, its values those of the draw, with the bits of the whole run
   * @throws IllegalArgumentException if the scenario has no such variable or year, or the run no
   *     such draw
   */
  public Explanation draw(Variable variable, FinancialYear year, int index) {
    check(variable, year);
    Snapshot draw = Simulation.of(scenario).draw(settings, index);
    return new ExplanationTree(scenario, draw, register).explain(variable, year);
  }

  /**
   * Explains one draw.
   *
   * @param variable the name of a variable, such as {@code standStillGap}
   * @param year one of the scenario's years
   * @param index which draw, 0 to the number of draws less 1
   * @return as {@link #draw(Variable, FinancialYear, int)}
   * @throws IllegalArgumentException if the scenario has no such variable or year, naming the
   *     nearest, or the run no such draw
   */
  public Explanation draw(String variable, FinancialYear year, int index) {
    return draw(named(variable), year, index);
  }

  private Variable named(String name) {
    Checks.notBlank(name, "variable");
    for (Variable variable : scenario.inputs().model().variables()) {
      if (variable.name().equals(name)) {
        return variable;
      }
    }
    throw unknown(name);
  }

  private IllegalArgumentException unknown(String name) {
    Set<Variable> variables = scenario.inputs().model().variables();
    return new IllegalArgumentException(
        NearestNames.refusal(
            "variable must be of scenario " + scenario.name(),
            name,
            variables.stream().map(Variable::name).toList()));
  }

  private void check(Variable variable, FinancialYear year) {
    if (!scenario.inputs().model().variables().contains(variable)) {
      throw unknown(variable.name());
    }
    YearRange years = scenario.inputs().years();
    if (!years.contains(year)) {
      throw new IllegalArgumentException(
          "year must be in "
              + years
              + ", was "
              + year
              + "; ask for a year of scenario "
              + scenario.name()
              + " or project further");
    }
  }

  /** The scenario and the settings of its runs. */
  @Override
  public String toString() {
    return "Explainer of " + scenario.name() + ", " + settings;
  }
}
