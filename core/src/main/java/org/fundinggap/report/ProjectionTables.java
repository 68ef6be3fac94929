package org.fundinggap.report;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.draws.Interval;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.Outcome;

/**
 * Tables of projections: a row a year, each cell the median with the 10th and 90th percentile.
 *
 * <p>Amounts in GBP million are shown in GBP billion and counts in thousands, with two decimals.
 */
public final class ProjectionTables {
  private static final double THOUSAND = 1000;

  private ProjectionTables() {}

  /**
   * One variable in one scenario.
   *
   * @param outcome its draws
   * @return a table that says variable, scenario, unit and price basis
   */
  public static Table of(Outcome outcome) {
    return sideBySide(
        outcome.variable().label(),
        "Scenario " + outcome.scenario() + ".",
        List.of(outcome),
        List.of("median [p10, p90]"));
  }

  /**
   * Several outcomes of one unit and price basis side by side.
   *
   * @param title what they are
   * @param definition what a reader must know of all of them: definition, area, base year
   * @param outcomes one a column, over the same years
   * @param names the columns' names, such as funding rules
   * @return the table, whose caption ends in unit and price basis
   * @throws InvalidInputException if there are not as many names as outcomes, or units, bases or
   *     years differ
   */
  public static Table sideBySide(
      String title, String definition, List<Outcome> outcomes, List<String> names) {
    check(title, outcomes, names);
    Outcome first = outcomes.get(0);
    Unit unit = first.variable().unit();
    double scale = unit == Unit.GBP_MILLION || unit == Unit.NUMBER ? 1 / THOUSAND : 1;
    String format = scale == 1 ? "%.3f" : "%,.2f";
    String unitText =
        first
            .variable()
            .unitText()
            .replace("GBP million", "GBP billion")
            .replace("number", "thousand");
    Table.Builder table =
        Table.builder(title, definition + " Median [10th, 90th percentile], " + unitText + ".");
    table.left("year");
    names.forEach(table::right);
    List<List<List<Double>>> columns = outcomes.stream().map(ProjectionTables::column).toList();
    for (FinancialYear year : first.years().years()) {
      int index = first.years().indexOf(year);
      List<String> row = new ArrayList<>(List.of(year.toString()));
      columns.forEach(column -> row.add(cell(column.get(index), scale, format)));
      table.row(row);
    }
    return table.note(monteCarlo(outcomes, scale, format)).build();
  }

  /** How far the printed figures may be off because draws are finite, at most. */
  private static String monteCarlo(List<Outcome> outcomes, double scale, String format) {
    return "Because draws are finite, with 95% confidence medians are off by up to "
        + most(outcomes, 0.5, scale, format)
        + ", 10th percentiles by "
        + most(outcomes, 0.1, scale, format)
        + ", 90th by "
        + most(outcomes, 0.9, scale, format)
        + ".";
  }

  private static String most(
      List<Outcome> outcomes, double probability, double scale, String format) {
    double most = 0;
    for (Outcome outcome : outcomes) {
      for (FinancialYear year : outcome.years().years()) {
        Interval interval = outcome.in(year).quantileInterval(probability);
        most = Math.max(most, interval.isKnown() ? interval.width() / 2 : Double.NaN);
      }
    }
    return Double.isNaN(most)
        ? "an amount that so few draws don't tell"
        : NumberText.fixed(format, most * scale);
  }

  /** Low, middle and high by year; of draws only, as a histogram's are not exact. */
  private static List<List<Double>> column(Outcome outcome) {
    ProjectionCharts.requireDraws(outcome);
    return outcome.quantiles(0.1, 0.5, 0.9);
  }

  private static void check(String title, List<Outcome> outcomes, List<String> names) {
    List<String> problems = new ArrayList<>();
    if (outcomes.isEmpty() || outcomes.size() != names.size()) {
      problems.add(
          "names must be as many as outcomes, and at least one, were "
              + names.size()
              + " for "
              + outcomes.size()
              + "; name every column");
    }
    for (Outcome outcome : outcomes) {
      Outcome first = outcomes.get(0);
      if (!outcome.variable().unitText().equals(first.variable().unitText())) {
        problems.add(
            "unit of "
                + outcome.variable().name()
                + " must be "
                + first.variable().unitText()
                + " as of "
                + first.variable().name()
                + ", was "
                + outcome.variable().unitText()
                + "; make a table for each unit and price basis");
      }
      if (!outcome.years().equals(first.years())) {
        problems.add(
            "years of "
                + outcome.variable().name()
                + " must be "
                + first.years()
                + ", were "
                + outcome.years()
                + "; run them over the same years");
      }
    }
    InvalidInputException.throwIfAny("table " + title, problems);
  }

  private static String cell(List<Double> quantiles, double scale, String format) {
    double low = quantiles.get(0);
    double high = quantiles.get(2);
    String middle = NumberText.fixed(format, quantiles.get(1) * scale);
    // A band too narrow to show is still a band: only a number without chance stands alone.
    return low == high
        ? middle
        : middle
            + " ["
            + NumberText.fixed(format, low * scale)
            + ", "
            + NumberText.fixed(format, high * scale)
            + "]";
  }
}
