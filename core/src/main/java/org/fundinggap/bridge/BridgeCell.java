package org.fundinggap.bridge;

import org.fundinggap.internal.Checks;
import org.fundinggap.model.Option;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Projection;

/**
 * One end of a bridge: a year of a scenario of a run.
 *
 * @param projection what the run found
 * @param scenario the name of one of its scenarios
 * @param year the base year or a projected year
 */
public record BridgeCell(Projection projection, String scenario, FinancialYear year) {
  /**
   * Checks that the run has the scenario and the scenario the year.
   *
   * @param projection as described above
   * @param scenario as described above
   * @param year as described above
   * @throws IllegalArgumentException if there is no such scenario or year
   */
  public BridgeCell {
    projection.scenario(scenario).inputs().years().indexOf(year);
  }

  /**
   * A year of a run of one scenario.
   *
   * @param projection what the run found
   * @param year the base year or a projected year
   * @return the cell
   * @throws IllegalArgumentException if the run has several scenarios or no such year
   */
  public static BridgeCell of(Projection projection, FinancialYear year) {
    Checks.within(
        projection.scenarios().size(),
        1,
        1,
        "number of scenarios",
        "name one with new BridgeCell(projection, scenario, year)");
    return new BridgeCell(projection, projection.scenarios().get(0).name(), year);
  }

  /**
   * The same scenario of the same run in another year.
   *
   * @param other the base year or a projected year
   * @return the cell
   * @throws IllegalArgumentException if the scenario has no such year
   */
  public BridgeCell in(FinancialYear other) {
    return new BridgeCell(projection, scenario, other);
  }

  Option found() {
    return projection.scenario(scenario);
  }

  FinancialYear baseYear() {
    return found().inputs().years().first();
  }

  /** Scenario, year and base year. */
  @Override
  public String toString() {
    return scenario + " in " + year + " from " + baseYear();
  }
}
