package org.fundinggap.published;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fundinggap.cost.Cost;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;

/**
 * A quantity that is published and modelled alike: which series answer which variables.
 *
 * <p>A volume or an amount of money is a sum of variables and a sum of series. A unit cost is such
 * a sum of money over {@link #per}, a stock at 31 March, and the weeks of a year, as the Department
 * for Education's are; where no series holds it, both of its sides are worked out alike.
 *
 * @param id lower-case words joined by hyphens
 * @param group what it is counted with when a model is scored
 * @param label what it is, for tables
 * @param variables the variables that are added up; at least one
 * @param series the series that answer them
 * @param per the stocks that a unit cost is divided by; empty for others
 * @param perSeries the series of those; empty where {@code series} holds the unit cost itself
 */
public record Published(
    String id,
    Group group,
    String label,
    List<Variable> variables,
    SeriesSum series,
    List<Variable> per,
    Optional<SeriesSum> perSeries) {
  private static final double MILLION = 1e6;
  private static final String WEEKS = "weeks-in-year";

  /** What quantities are counted with. */
  public enum Group {
    /** Children, referrals, children in need, plans, entries to care and children looked after. */
    VOLUME,
    /** Children looked after by where they live. */
    PLACEMENT,
    /** Cost of a child a week, GBP, cash. */
    UNIT_COST,
    /** Money of a year, GBP million, cash. */
    SPENDING;

    /** As tables write it, such as {@code unit cost}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Checks and copies the lists.
   *
   * @param id as described above
   * @param group as described above
   * @param label as described above
   * @param variables as described above
   * @param series as described above
   * @param per as described above
   * @param perSeries as described above
   * @throws IllegalArgumentException if there is no variable, or a quantity that is divided by
   *     nothing has series to divide by
   */
  public Published {
    Checks.notBlank(id, "id");
    Checks.notBlank(label, "label");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(series, "series");
    variables = ImmutableList.copyOf(variables);
    per = ImmutableList.copyOf(per);
    Checks.atLeast(variables.size(), 1, "number of variables of " + id, "name the variable");
    if (per.isEmpty() && perSeries.isPresent()) {
      throw new IllegalArgumentException(
          "perSeries of " + id + " must be empty, was " + perSeries.get() + "; name its variable");
    }
  }

  /**
   * Every quantity that the model and the register both answer.
   *
   * @return immutable; volumes, placements, unit costs, spending
   */
  public static List<Published> all() {
    return PublishedTable.QUANTITIES;
  }

  /**
   * A quantity by its id.
   *
   * @param id such as {@code looked-after}
   * @return the quantity
   * @throws IllegalArgumentException if there is none
   */
  public static Published named(String id) {
    return all().stream()
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    NearestNames.refusal(
                        "id must be of a published quantity",
                        id,
                        all().stream().map(Published::id).toList())));
  }

  /**
   * What is published of a variable.
   *
   * @param variable a variable of the model
   * @return the quantity that is this variable alone; empty if there is none
   */
  public static Optional<Published> of(Variable variable) {
    return all().stream()
        .filter(each -> each.per.isEmpty() && each.variables.equals(List.of(variable)))
        .findFirst();
  }

  /**
   * The unit of the number.
   *
   * @return number, GBP million, or GBP per week for a unit cost; money is cash
   */
  public Unit unit() {
    return per.isEmpty() ? variables.get(0).unit() : Unit.GBP_PER_WEEK;
  }

  /**
   * Whether it is an amount of money or a cost, which moves with prices.
   *
   * @return true for unit costs and spending
   */
  public boolean isMoney() {
    return group == Group.UNIT_COST || group == Group.SPENDING;
  }

  /**
   * All variables that a run must keep for {@link #draws}.
   *
   * @return those added up, then those divided by
   */
  public List<Variable> needed() {
    return ImmutableList.<Variable>builder().addAll(variables).addAll(per).build();
  }

  /**
   * The number that was published for a year, with the evidence that it is from.
   *
   * @param evidence the register, or one as of a date
   * @param year the year
   * @return empty if a series that it needs lacks the year
   */
  public Optional<Cited> at(EvidenceBase evidence, FinancialYear year) {
    Optional<Cited> sum = series.at(evidence, year);
    if (perSeries.isEmpty()) {
      return sum;
    }
    Cited weeks = Cited.of(evidence.prior(WEEKS).centre(), WEEKS);
    return sum.flatMap(
        millions ->
            perSeries
                .get()
                .at(evidence, year)
                .map(children -> millions.times(MILLION).over(children).over(weeks)));
  }

  /**
   * The number that a model drew for a year.
   *
   * @param inputs the model's inputs, for the weeks of a year
   * @param drawn the draws of each of {@link #needed} in that year
   * @return a draw each
   */
  public Draws draws(Inputs inputs, Function<Variable, Draws> drawn) {
    Draws sum = sum(variables, drawn);
    if (per.isEmpty()) {
      return sum;
    }
    double weeks = inputs.distribution(Cost.WEEKS).mean();
    return sum.combine(
        sum(per, drawn), (millions, children) -> millions * MILLION / children / weeks);
  }

  private static Draws sum(List<Variable> variables, Function<Variable, Draws> drawn) {
    return variables.stream()
        .map(drawn)
        .reduce((one, other) -> one.combine(other, Double::sum))
        .orElseThrow();
  }
}
