package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import java.util.Arrays;
import java.util.Locale;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** One variable in one scenario: its draws in every year. Prints as a table. Immutable. */
public final class Outcome {
  private final String scenario;
  private final Variable variable;
  private final YearRange years;
  private final ImmutableList<Draws> byYear;

  Outcome(String scenario, Variable variable, YearRange years, double[][] draws) {
    this.scenario = scenario;
    this.variable = variable;
    this.years = years;
    this.byYear = Arrays.stream(draws).map(Draws::new).collect(ImmutableList.toImmutableList());
  }

  /**
   * The scenario's name.
   *
   * @return as the scenario gives it
   */
  public String scenario() {
    return scenario;
  }

  /**
   * The variable, with its unit and price basis.
   *
   * @return the variable
   */
  public Variable variable() {
    return variable;
  }

  /**
   * The base year and the projected years.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * The draws of a year.
   *
   * @param year one of {@link #years()}
   * @return its draws
   * @throws IllegalArgumentException if the year is outside the projection
   */
  public Draws in(FinancialYear year) {
    return byYear.get(years.indexOf(year));
  }

  void hashInto(Hasher hasher) {
    hasher.putInt(years.first().startYear()).putInt(years.length());
    byYear.forEach(draws -> draws.hashInto(hasher));
  }

  /** Mean and its Monte Carlo standard error, 10th, 50th and 90th percentile, by year. */
  @Override
  public String toString() {
    TextTable table =
        new TextTable().left("year").right("mean").right("MC s.e.").right("p10").right("p50");
    table.right("p90");
    for (FinancialYear year : years.years()) {
      Draws draws = in(year);
      table.row(
          year.toString(),
          number(draws.mean()),
          number(draws.meanError()),
          number(draws.quantile(0.1)),
          number(draws.quantile(0.5)),
          number(draws.quantile(0.9)));
    }
    return variable.label() + " (" + variable.unitText() + "), scenario " + scenario + "\n" + table;
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 1 ? "%.2f" : "%.4f", value);
  }
}
