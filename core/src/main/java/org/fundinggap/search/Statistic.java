package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Projection;

/**
 * One number by which a scenario is judged: the mean, or a quantile, of something that every draw
 * has a value of, such as the gap in a year. What {@link GoalSeek} brings to a target and {@link
 * Portfolio} makes least, greatest or affordable. Immutable.
 */
public final class Statistic {
  /** How far to look for the density at a quantile, in standard deviations of its rank. */
  private static final int FEWEST_REPLICATES = 8;

  private static final double DENSITY_REACH = 3;
  private static final String CASH = "GBP million, cash";

  private final String label;

  /** With the price basis behind a comma, if it is money; empty if nobody said. */
  private final String unit;

  private final Function<Scenario, Set<Variable>> needed;
  private final BiFunction<Projection, Scenario, Draws> draws;
  private final OptionalDouble quantile;

  /** The years that it is of; none if that is not known. */
  private final ImmutableList<FinancialYear> years;

  private Statistic(
      String label,
      String unit,
      Function<Scenario, Set<Variable>> needed,
      BiFunction<Projection, Scenario, Draws> draws,
      OptionalDouble quantile,
      List<FinancialYear> years) {
    this.label = label;
    this.unit = unit;
    this.needed = needed;
    this.draws = draws;
    this.quantile = quantile;
    this.years = ImmutableList.copyOf(years);
  }

  /**
   * The mean of a variable in a year.
   *
   * @param variable of the scenarios' models
   * @param year one of their years
   * @return the statistic, in the variable's unit
   */
  public static Statistic of(Variable variable, FinancialYear year) {
    Objects.requireNonNull(year, "year");
    return new Statistic(
        variable.label() + " in " + year + " (" + variable.unitText() + ")",
        variable.unitText(),
        scenario -> required(scenario, Set.of(variable), List.of(year)),
        (projection, scenario) -> projection.outcome(scenario.name(), variable).in(year),
        OptionalDouble.empty(),
        List.of(year));
  }

  /**
   * The mean of a variable's sum over years. Cash of several years is added as it stands.
   *
   * @param variable of the scenarios' models
   * @param years within theirs
   * @return the statistic, in the variable's unit
   */
  public static Statistic total(Variable variable, YearRange years) {
    return new Statistic(
        "total " + variable.label() + ", " + years + " (" + variable.unitText() + ")",
        variable.unitText(),
        scenario -> required(scenario, Set.of(variable), years.years()),
        (projection, scenario) -> total(projection, scenario, Set.of(variable), years),
        OptionalDouble.empty(),
        years.years());
  }

  /**
   * The mean of what levers themselves cost over years, GBP million: cash of several years, added
   * as it stands. Bills that a payer takes over from councils are transfers and do not count. A
   * scenario whose levers cost a payer nothing has no variable for it, and the cost is 0.
   *
   * @param years within those of the scenarios
   * @param payers whose own costs to count; all if none is named
   * @return the statistic
   */
  public static Statistic ownCosts(YearRange years, Payer... payers) {
    Set<Payer> counted = ImmutableSet.copyOf(payers.length == 0 ? Payer.values() : payers);
    return new Statistic(
        "own costs to " + counted + ", " + years + " (" + CASH + ")",
        CASH,
        scenario -> required(scenario, known(scenario, paid(counted)), years.years()),
        (projection, scenario) -> ownCosts(projection, scenario, counted, years),
        OptionalDouble.empty(),
        years.years());
  }

  private static Set<Variable> paid(Set<Payer> payers) {
    return payers.stream()
        .flatMap(payer -> Stream.of(payer.cost(), payer.takenOver()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Set<Variable> known(Scenario scenario, Set<Variable> variables) {
    return Sets.intersection(variables, scenario.inputs().model().variables()).immutableCopy();
  }

  private static Draws ownCosts(
      Projection projection, Scenario scenario, Set<Payer> payers, YearRange years) {
    Set<Variable> costs = payers.stream().map(Payer::cost).collect(ImmutableSet.toImmutableSet());
    Set<Variable> bills =
        payers.stream().map(Payer::takenOver).collect(ImmutableSet.toImmutableSet());
    Draws all = total(projection, scenario, known(scenario, costs), years);
    Draws transfers = total(projection, scenario, known(scenario, bills), years);
    return all.combine(transfers, (paid, taken) -> paid - taken);
  }

  /**
   * The mean of anything that is worked out from variables, draw by draw, such as a present value.
   *
   * @param label what it is, with its unit, for tables; for data say the unit by {@link #in}
   * @param draws its draws in one scenario of a projection, which may hold other scenarios too: as
   *     many as that has, and of its run. The scenario may be named otherwise than where it was
   *     made, so ask by {@code scenario.name()}
   * @param variables what it is worked out from; at least one
   * @return the statistic
   * @throws InvalidInputException if the label is blank or no variable is given
   */
  public static Statistic by(
      String label, BiFunction<Projection, Scenario, Draws> draws, Variable... variables) {
    List<String> problems = new ArrayList<>();
    if (label.isBlank()) {
      problems.add("label must not be blank, was \"" + label + "\"; say what it is");
    }
    if (variables.length == 0) {
      problems.add("variables must hold at least one variable, had none");
    }
    InvalidInputException.throwIfAny("statistic", problems);
    Set<Variable> from = ImmutableSet.copyOf(variables);
    return new Statistic(
        label,
        "",
        scenario -> required(scenario, from, List.of()),
        draws,
        OptionalDouble.empty(),
        List.of());
  }

  /**
   * The same with a quantile in place of the mean.
   *
   * @param probability strictly between 0 and 1, such as 0.9 for what nine draws in ten stay below
   * @return the statistic
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  public Statistic quantile(double probability) {
    Checks.within(probability, 1e-9, 1 - 1e-9, "probability", "write 0.9 for the 90th percentile");
    return new Statistic(label, unit, needed, draws, OptionalDouble.of(probability), years);
  }

  /**
   * The same with a unit, for what is worked out {@link #by} a function.
   *
   * @param unitText such as {@code GBP million, real 2024-25}: of money with the price basis behind
   *     a comma; not blank
   * @return the statistic
   * @throws IllegalArgumentException if the unit is blank
   */
  public Statistic in(String unitText) {
    return new Statistic(
        label, Checks.notBlank(unitText, "unitText"), needed, draws, quantile, years);
  }

  /**
   * The unit that the statistic is in.
   *
   * @return such as {@code GBP million, cash}; empty if nobody said
   */
  public String unit() {
    return unit;
  }

  /** What must be kept of a scenario; perhaps nothing. */
  Set<Variable> needed(Scenario scenario) {
    return needed.apply(scenario);
  }

  /** Whether it is known to be of one year alone. */
  boolean isOnlyOf(FinancialYear year) {
    return years.equals(List.of(year));
  }

  Draws draws(Projection projection, Scenario scenario) {
    return draws.apply(projection, scenario);
  }

  /** The mean or the quantile. */
  WithError value(Draws values) {
    return quantile.isPresent()
        ? WithError.quantileOf(values, quantile.getAsDouble())
        : WithError.meanOf(values);
  }

  /**
   * What each draw does to the statistic: numbers whose mean has its standard error. Differences of
   * them, draw by draw, have that of differences of statistics. For a mean they are the draws. For
   * a quantile they are two values, which a draw has above and below it, as far apart as the
   * inverse of the density there. That is taken from quantiles three of their standard deviations
   * to either side, or as far as there are draws: nearer ones would be a rough guide, and errors of
   * differences between what is nearly in step would be mostly the noise of two such guides.
   */
  Draws influence(Draws values) {
    if (quantile.isEmpty()) {
      return values;
    }
    double p = quantile.getAsDouble();
    double at = values.quantile(p);
    double step =
        Math.min(DENSITY_REACH * Math.sqrt(p * (1 - p) / values.size()), Math.min(p, 1 - p));
    double above =
        (values.quantile(Math.min(1, p + step)) - values.quantile(Math.max(0, p - step)))
            / (2 * step);
    return values.map(value -> value > at ? above : 0);
  }

  /**
   * A difference of values of the statistic, with the error of the mean of what each draw adds.
   *
   * <p>What draws add to quantiles are a few numbers, and replicates of Sobol draws may have as
   * many of each by chance. So they are never taken to be nearer to each other than half a draw
   * apart, as for the quantiles themselves, and fewer than eight of them say nothing of it.
   */
  WithError difference(double value, Draws influence) {
    WithError stated = WithError.byInfluence(value, influence);
    if (quantile.isEmpty() || influence.run().sampling().isIndependent()) {
      return stated;
    }
    double least = influence.quantile(0);
    double range = influence.quantile(1) - least;
    if (range == 0) {
      return stated;
    }
    double error =
        influence.replicates() < FEWEST_REPLICATES
            ? Double.NaN
            : range * influence.map(each -> (each - least) / range).shareError();
    return new WithError(value, error, stated.reach());
  }

  private static Draws total(
      Projection projection, Scenario scenario, Set<Variable> variables, YearRange years) {
    Variable any = projection.variables(scenario.name()).iterator().next();
    Draws first = projection.outcome(scenario.name(), any).in(scenario.inputs().years().first());
    Draws sum = first.map(value -> 0);
    for (Variable variable : variables) {
      for (FinancialYear year : years.years()) {
        sum = sum.combine(projection.outcome(scenario.name(), variable).in(year), Double::sum);
      }
    }
    return sum;
  }

  private static Set<Variable> required(
      Scenario scenario, Set<Variable> variables, List<FinancialYear> years) {
    List<String> problems = new ArrayList<>();
    for (Variable variable : variables) {
      if (!scenario.inputs().model().variables().contains(variable)) {
        problems.add(
            NearestNames.refusal(
                    "variable must be in the model " + scenario.inputs().model(),
                    variable,
                    scenario.inputs().model().variables(),
                    Variable::name)
                + "; choose one that all scenarios have");
      }
    }
    for (FinancialYear year : years) {
      if (!scenario.inputs().years().contains(year)) {
        problems.add("year must be in " + scenario.inputs().years() + ", was " + year);
      }
    }
    InvalidInputException.throwIfAny("statistic in scenario " + scenario.name(), problems);
    return variables;
  }

  /** Such as {@code mean of stand-still gap in 2034-35 (GBP million, cash)}. */
  @Override
  public String toString() {
    return (quantile.isPresent() ? "quantile " + quantile.getAsDouble() : "mean") + " of " + label;
  }
}
