package org.fundinggap.claim;

import java.util.Locale;
import org.fundinggap.evidence.Figure;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.CentralPath;

/**
 * The path that a published claim implies: a small scenario that starts where its source started,
 * on its source's scope, and hits the claimed figure exactly by the size of one named parameter.
 *
 * @param reading how the claim is read, in a few words, since most can be read in two ways
 * @param claim the figure that it hits
 * @param scenario the solved scenario; it has no uncertainty
 * @param output the variable that hits the figure
 * @param year the year in which it does
 * @param free the parameter that was solved for
 * @param solved its value
 */
public record SourceTrajectory(
    String reading,
    Figure claim,
    Scenario scenario,
    Variable output,
    FinancialYear year,
    Parameter free,
    double solved) {
  /**
   * The claimed variable as the scenario has it, in the claimed year.
   *
   * @return the same as the figure within 1e-9
   */
  public double reproduced() {
    return at(output, year);
  }

  /**
   * Any variable of the scenario in any of its years.
   *
   * @param variable a variable of its model
   * @param at one of its years
   * @return the value
   */
  public double at(Variable variable, FinancialYear at) {
    return CentralPath.of(scenario.inputs()).at(variable, at);
  }

  /** The reading and the solved parameter, such as {@code ... by need growth 0.0529}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %s = %.7g %s", reading, free.label(), solved, free.unit());
  }
}
