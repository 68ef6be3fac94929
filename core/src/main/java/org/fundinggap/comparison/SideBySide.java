package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;

/**
 * Several outcomes of several alternatives in one year, each less the baseline's: money beside what
 * becomes of children. Prints as a table. Immutable.
 */
public final class SideBySide {
  private static final String NONE = "-";

  private final FinancialYear year;
  private final String baseline;
  private final ImmutableList<String> alternatives;
  private final ImmutableList<Variable> variables;
  private final ImmutableTable<Variable, String, Difference> differences;

  private SideBySide(
      FinancialYear year,
      Comparison comparison,
      List<Variable> variables,
      ImmutableTable<Variable, String, Difference> differences) {
    this.year = year;
    this.baseline = comparison.baseline();
    this.alternatives = ImmutableList.copyOf(comparison.alternatives());
    this.variables = ImmutableList.copyOf(variables);
    this.differences = differences;
  }

  static SideBySide of(Comparison comparison, FinancialYear year, List<Variable> variables) {
    InvalidInputException.throwIfAny("outcomes side by side", problems(comparison, variables));
    ImmutableTable.Builder<Variable, String, Difference> all = ImmutableTable.builder();
    for (Variable variable : variables) {
      for (String alternative : comparison.alternatives()) {
        if (comparison.has(alternative, variable)) {
          all.put(variable, alternative, comparison.differences(alternative, variable).in(year));
        }
      }
    }
    return new SideBySide(year, comparison, variables, all.buildOrThrow());
  }

  private static List<String> problems(Comparison comparison, List<Variable> variables) {
    List<String> problems = new ArrayList<>();
    if (variables.isEmpty()) {
      problems.add("variables must hold at least one variable, had none");
    }
    Set<Variable> seen = new HashSet<>();
    for (Variable variable : variables) {
      if (!seen.add(variable)) {
        problems.add("variables must differ, had twice " + variable.name());
      }
      if (comparison.alternatives().stream().noneMatch(each -> comparison.has(each, variable))) {
        problems.add(
            "variable "
                + variable.name()
                + " ("
                + variable.unitText()
                + ") must be kept in "
                + comparison.baseline()
                + " and in one of "
                + comparison.alternatives()
                + ", was not; keep it with Simulation.keeping(...)");
      }
    }
    return problems;
  }

  /**
   * The year.
   *
   * @return as asked for
   */
  public FinancialYear year() {
    return year;
  }

  /**
   * What stands side by side.
   *
   * @return the names of the scenarios, in the order of the run
   */
  public List<String> alternatives() {
    return alternatives;
  }

  /**
   * The outcomes.
   *
   * @return in the order in which they were asked for
   */
  public List<Variable> variables() {
    return variables;
  }

  /**
   * One cell.
   *
   * @param alternative one of {@link #alternatives()}
   * @param variable one of {@link #variables()}
   * @return alternative less baseline
   * @throws IllegalArgumentException if the table has no such cell, or one side lacks the variable
   */
  public Difference difference(String alternative, Variable variable) {
    Difference difference = differences.get(variable, alternative);
    if (difference == null) {
      throw new IllegalArgumentException(noCell(alternative, variable));
    }
    return difference;
  }

  private String noCell(String alternative, Variable variable) {
    if (!alternatives.contains(alternative)) {
      return NearestNames.refusal("alternative must be of the table", alternative, alternatives);
    }
    return variables.contains(variable)
        ? "variable "
            + variable.name()
            + " must be kept in scenario \""
            + alternative
            + "\", was not"
        : NearestNames.refusal(
            "variable must be of the table", variable, variables, Variable::name);
  }

  /**
   * One row for each outcome: the baseline's mean, then of each alternative the mean difference,
   * its Monte Carlo standard error and the band from the 10th to the 90th percentile, or 0 where it
   * changes nothing in any draw.
   */
  @Override
  public String toString() {
    TextTable table = new TextTable().left("outcome").right(baseline);
    alternatives.forEach(table::right);
    for (Variable variable : variables) {
      List<String> row = new ArrayList<>();
      row.add(variable.label() + " (" + variable.unitText() + ")");
      row.add(NumberText.of(ofBaseline(variable).mean()));
      for (String alternative : alternatives) {
        Difference difference = differences.get(variable, alternative);
        row.add(difference == null ? NONE : cell(difference));
      }
      table.row(row);
    }
    String name = Markup.oneLine(baseline);
    return "Less "
        + name
        + " in "
        + year
        + ": mean (Monte Carlo standard error), 10th to 90th percentile; of "
        + name
        + " itself the mean\n"
        + table
        + PercentileErrors.note(
            differences.values().stream().map(Difference::draws).toList(), 0.1, 0.9);
  }

  private Draws ofBaseline(Variable variable) {
    return differences.row(variable).values().iterator().next().ofBaseline();
  }

  private static String cell(Difference difference) {
    Draws draws = difference.draws();
    return difference.probabilitySame() == 1
        ? "0"
        : difference.text(draws.mean())
            + " ("
            + difference.text(draws.meanError())
            + "), "
            + difference.text(draws.quantile(0.1))
            + " to "
            + difference.text(draws.quantile(0.9));
  }
}
