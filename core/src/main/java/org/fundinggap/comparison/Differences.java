package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Rounding;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;

/** One variable in two scenarios, by year and in total. Prints as a table. Immutable. */
public final class Differences {
  /** Units of what can be added up over years. */
  private static final ImmutableSet<Unit> ADDED_UP =
      Sets.immutableEnumSet(Unit.NUMBER, Unit.GBP, Unit.GBP_MILLION, Unit.FTE);

  private final String title;
  private final Variable variable;
  private final YearRange years;
  private final Side baseline;
  private final Side alternative;

  /**
   * One side.
   *
   * @param name the scenario, or what else it is
   * @param byYear its draws, in the order of the years
   * @param levels draws of the numbers that it was worked out from, whose size says what rounding
   *     may do to it
   */
  record Side(String name, List<Draws> byYear, List<Draws> levels) {
    Side {
      byYear = ImmutableList.copyOf(byYear);
      levels = ImmutableList.copyOf(levels);
    }

    /** A scenario. */
    Side(String name, List<Draws> byYear) {
      this(name, byYear, byYear);
    }

    Draws sum(int first, int last) {
      Draws sum = byYear.get(first);
      for (int year = first + 1; year <= last; year++) {
        sum = sum.combine(byYear.get(year), Double::sum);
      }
      return sum;
    }
  }

  /** The years that both sides have. The first is a base year on at least one side. */
  Differences(String title, Variable variable, YearRange years, Side baseline, Side alternative) {
    this.title = title;
    this.variable = variable;
    this.years = years;
    this.baseline = baseline;
    this.alternative = alternative;
  }

  /**
   * The variable that is compared.
   *
   * @return the variable
   */
  public Variable variable() {
    return variable;
  }

  /**
   * The base year and the projected years; only those that both scenarios have.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * The difference in a year.
   *
   * @param year one of {@link #years()}
   * @return alternative less baseline
   * @throws IllegalArgumentException if the year is outside the range
   */
  public Difference in(FinancialYear year) {
    int index = years.indexOf(year);
    return difference(year.toString(), variable.unitText(), index, index);
  }

  /**
   * The difference in all projected years together: those after the base year.
   *
   * @return as {@link #total(YearRange)}
   * @throws IllegalArgumentException if there is no projected year, or as {@link #total(YearRange)}
   */
  public Difference total() {
    if (years.length() == 1) {
      throw new IllegalArgumentException(
          "years to add up must be projected ones, was the base year "
              + years.first()
              + " alone; run the scenarios to a later year");
    }
    return total(projected());
  }

  /**
   * The difference in some projected years together, added up and not discounted.
   *
   * <p>Cash of different years is money of different prices, and {@link Difference#unitText()} of
   * its total says so; a variable in real terms, where the model has one, is the better choice.
   * Added up over years, a stock of children is child-years, and a flow is events.
   *
   * @param period projected years
   * @return alternative less baseline, each added up
   * @throws IllegalArgumentException if a year is the base year or outside the range, or the
   *     variable is not an amount or a count: shares, rates and prices don't add up
   */
  public Difference total(YearRange period) {
    if (!addsUp(variable)) {
      throw new IllegalArgumentException(
          "variable to add up over years must be in one of "
              + ADDED_UP
              + ", was "
              + variable.name()
              + " ("
              + variable.unitText()
              + "); ask for single years with in(year)");
    }
    if (!period.first().equals(years.first())
        && years.contains(period.first())
        && years.contains(period.last())) {
      return difference(
          period.toString(),
          totalUnit(),
          years.indexOf(period.first()),
          years.indexOf(period.last()));
    }
    throw new IllegalArgumentException(
        "period must be of the years after the base year "
            + years.first()
            + " to "
            + years.last()
            + ", was "
            + period
            + "; the base year is not projected");
  }

  private YearRange projected() {
    return YearRange.inclusive(years.first().plus(1), years.last());
  }

  private static boolean addsUp(Variable variable) {
    return ADDED_UP.contains(variable.unit());
  }

  private String totalUnit() {
    return variable.basis() instanceof PriceBasis.Cash
        ? variable.unitText() + " of different years added up"
        : variable.unitText() + ", years added up";
  }

  private Difference difference(String period, String unit, int first, int last) {
    return new Difference(
        variable,
        new Difference.Of(baseline.name, alternative.name, period, unit),
        baseline.sum(first, last),
        alternative.sum(first, last),
        rounding(first, last));
  }

  private double rounding(int first, int last) {
    double sum = 0;
    for (int year = first; year <= last; year++) {
      sum +=
          Rounding.explains(
              List.of(baseline.levels.get(year).values(), alternative.levels.get(year).values()));
    }
    return sum;
  }

  /**
   * By year and in total: both means, mean difference and its Monte Carlo standard error, 10th,
   * 50th and 90th percentile, the probabilities of being lower and higher, and the variance ratio.
   */
  @Override
  public String toString() {
    TextTable table = new TextTable().left("year").right(baseline.name).right(alternative.name);
    table.right("difference").right("MC s.e.").right("p10").right("p50").right("p90");
    table.right("P(lower)").right("P(higher)").right("variance ratio");
    List<Draws> rows = new ArrayList<>();
    for (FinancialYear year : years.years()) {
      row(table, in(year));
      rows.add(in(year).draws());
    }
    String note = "";
    if (addsUp(variable) && years.length() > 1) {
      Difference total = total();
      row(table, total);
      rows.add(total.draws());
      note = "The last row is " + total.unitText() + ".\n";
    }
    String head = title + ": " + variable.label() + " (" + variable.unitText() + ")";
    return Markup.oneLine(head)
        + "; means, and percentiles of the difference\n"
        + table
        + note
        + PercentileErrors.note(rows, 0.1, 0.5, 0.9);
  }

  private static void row(TextTable table, Difference difference) {
    Draws draws = difference.draws();
    table.row(
        difference.period(),
        difference.text(difference.ofBaseline().mean()),
        difference.text(difference.ofAlternative().mean()),
        difference.text(draws.mean()),
        difference.text(draws.meanError()),
        difference.text(draws.quantile(0.1)),
        difference.text(draws.quantile(0.5)),
        difference.text(draws.quantile(0.9)),
        NumberText.share(difference.probabilityBetter(Direction.LOWER)),
        NumberText.share(difference.probabilityBetter(Direction.HIGHER)),
        NumberText.ratio(difference.varianceRatio()));
  }
}
