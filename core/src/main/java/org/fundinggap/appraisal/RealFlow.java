package org.fundinggap.appraisal;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.Rounding;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * A yearly amount of money in real terms, GBP million in prices of one year, the base year unless
 * restated, draw by draw: what can be discounted. Immutable.
 *
 * <p>Cash never gets in but through the deflator of its own draws, because inflation is one of the
 * uncertain things.
 */
public final class RealFlow {

  private final String name;
  private final YearRange years;
  private final FinancialYear prices;
  private final ImmutableList<Draws> byYear;

  private RealFlow(String name, YearRange years, FinancialYear prices, List<Draws> byYear) {
    this.name = Checks.notBlank(name, "name");
    this.years = years;
    this.prices = prices;
    this.byYear = ImmutableList.copyOf(byYear);
  }

  /**
   * A variable that is in real terms of the base year.
   *
   * @param outcome its draws by year; all finite
   * @return the flow, named after the variable
   * @throws IllegalArgumentException if it is not in GBP million, in cash or in another year's
   *     prices, or a draw is not finite
   * @throws IllegalStateException if its draws were not kept
   */
  public static RealFlow of(Outcome outcome) {
    PriceBasis wanted = PriceBasis.real(outcome.years().first());
    PriceBasis basis = FlowChecks.moneyBasis(outcome.variable());
    if (!basis.equals(wanted)) {
      throw FlowChecks.basis(
          outcome, wanted, basis, "use RealFlow.deflated(...) with the run's deflator");
    }
    return flow(outcome, year -> FlowChecks.finite(outcome, year));
  }

  /**
   * A variable in cash, made real by the deflator of each draw.
   *
   * @param cash its draws by year; all finite
   * @param deflator an index of the same scenario that is 1 in the base year, such as {@code
   *     projection.of(scenario, Inflation.DEFLATOR)}; above 0
   * @return the flow, named after the variable
   * @throws IllegalArgumentException if the variable is not in GBP million or is in real terms
   *     already, the deflator is no index, of another scenario or not 1 in the base year, or a draw
   *     is not finite
   * @throws IllegalStateException if draws were not kept
   */
  public static RealFlow deflated(Outcome cash, Outcome deflator) {
    PriceBasis basis = FlowChecks.moneyBasis(cash.variable());
    if (!basis.equals(PriceBasis.cash())) {
      throw FlowChecks.basis(
          cash, PriceBasis.cash(), basis, "use RealFlow.of(...) for real amounts");
    }
    FlowChecks.requireDeflator(cash, deflator);
    return flow(
        cash,
        year ->
            FlowChecks.finite(cash, year)
                .combine(FlowChecks.positive(deflator, year), (a, d) -> a / d));
  }

  /**
   * A variable in cash, such as a gap, in the prices of a year of the run, carried there by the
   * deflator of each draw.
   *
   * @param prices such as 2025-26
   * @param run which kept the draws of the variable and of the deflator, {@code Inflation.DEFLATOR}
   * @param scenario its name
   * @param cash the variable, GBP million in cash
   * @return the flow, named after the variable
   * @throws IllegalArgumentException as {@link #deflated(Outcome, Outcome)}, or if the run has no
   *     such scenario, variable or year
   * @throws IllegalStateException if draws were not kept
   */
  public static RealFlow inPricesOf(
      FinancialYear prices, Projection run, String scenario, Variable cash) {
    Objects.requireNonNull(scenario, "scenario");
    Outcome deflator = run.outcome(scenario, Inflation.DEFLATOR);
    RealFlow real = deflated(run.outcome(scenario, cash), deflator);
    return prices.equals(real.prices) ? real : real.restated(prices, deflator.in(prices));
  }

  /** Cash by year that is worked out from a run, in the years and prices of another flow. */
  static RealFlow deflated(RealFlow like, ByYear cash, Outcome deflator) {
    List<Draws> all =
        like.years.years().stream()
            .map(
                year -> cash.in(year).combine(FlowChecks.positive(deflator, year), (a, d) -> a / d))
            .toList();
    return new RealFlow(like.name, like.years, like.prices, all);
  }

  /** Draws for each year. */
  interface ByYear {
    Draws in(FinancialYear year);
  }

  private static RealFlow flow(Outcome outcome, ByYear draws) {
    YearRange years = outcome.years();
    return new RealFlow(
        outcome.variable().name(),
        years,
        years.first(),
        years.years().stream().map(draws::in).toList());
  }

  /**
   * What it is.
   *
   * @return not blank
   */
  public String name() {
    return name;
  }

  /**
   * The year to which it is discounted, the base year unless it was cut short, and the years after
   * it.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * The prices in which it is stated.
   *
   * @return real, of the base year unless restated
   */
  public PriceBasis basis() {
    return PriceBasis.real(prices);
  }

  /**
   * The draws of a year.
   *
   * @param year one of {@link #years()}
   * @return GBP million, undiscounted
   * @throws IllegalArgumentException if the year is outside the range
   */
  public Draws in(FinancialYear year) {
    return byYear.get(years.indexOf(year));
  }

  /**
   * The same flow under another name.
   *
   * @param other the name; not blank
   * @return the flow
   */
  public RealFlow named(String other) {
    return new RealFlow(other, years, prices, byYear);
  }

  /**
   * The same flow from a later year on, to be discounted to that year.
   *
   * @param year one of {@link #years()}; what lies before is left out
   * @return the flow, in the same prices
   * @throws IllegalArgumentException if the year is outside the range
   */
  public RealFlow from(FinancialYear year) {
    List<Draws> later = byYear.subList(years.indexOf(year), byYear.size());
    return new RealFlow(name, YearRange.inclusive(year, years.last()), prices, later);
  }

  /** The same flow in other prices, by the level of those prices over its own in each draw. */
  RealFlow restated(FinancialYear other, Draws level) {
    List<Draws> all =
        byYear.stream().map(draws -> draws.combine(level, (a, price) -> a * price)).toList();
    return new RealFlow(name, years, other, all);
  }

  /**
   * The sum of two flows, draw by draw.
   *
   * @param other a flow of the same run and years
   * @return the sum
   * @throws IllegalArgumentException if years, prices or draws differ
   */
  public RealFlow plus(RealFlow other) {
    return with(other, " + ", (a, b) -> a.combine(b, Double::sum));
  }

  /**
   * The difference of two flows, draw by draw.
   *
   * @param other a flow of the same run and years, taken away
   * @return the difference
   * @throws IllegalArgumentException if years, prices or draws differ
   */
  public RealFlow minus(RealFlow other) {
    return with(other, " - ", (a, b) -> a.combine(b, (x, y) -> x - y));
  }

  /**
   * A multiple of the flow.
   *
   * @param factor finite
   * @return the multiple
   * @throws IllegalArgumentException if {@code factor} is not finite
   */
  public RealFlow times(double factor) {
    Checks.finite(factor, "factor");
    return map(draws -> draws.times(factor));
  }

  /** Zero in place of what is within 1e-12 of another flow: the last digits of sums. */
  RealFlow withoutRounding(RealFlow scale) {
    return with(
        scale,
        " but for rounding of ",
        (a, b) ->
            a.combine(
                b, (x, size) -> Math.abs(x) <= Rounding.LAST_DIGITS * Math.abs(size) ? 0 : x));
  }

  private RealFlow map(UnaryOperator<Draws> change) {
    return new RealFlow(name, years, prices, byYear.stream().map(change).toList());
  }

  private RealFlow with(RealFlow other, String sign, BinaryOperator<Draws> operation) {
    if (!other.years.equals(years)) {
      throw new IllegalArgumentException(
          "years of "
              + other.name
              + " must be "
              + years
              + ", were "
              + other.years
              + "; run both"
              + " scenarios over the same years");
    }
    if (!other.prices.equals(prices)) {
      throw new IllegalArgumentException(
          "prices of "
              + other.name
              + " must be of "
              + prices
              + ", were of "
              + other.prices
              + "; state both in the prices of one year");
    }
    if (!other.byYear.get(0).run().equals(byYear.get(0).run())) {
      throw new IllegalArgumentException(
          "draws of "
              + other.name
              + " must be of "
              + byYear.get(0).run()
              + ", as "
              + name
              + " is, were of "
              + other.byYear.get(0).run()
              + "; run both together");
    }
    List<Draws> all = new ArrayList<>();
    for (int i = 0; i < byYear.size(); i++) {
      all.add(operation.apply(byYear.get(i), other.byYear.get(i)));
    }
    return new RealFlow(name + sign + other.name, years, prices, all);
  }

  /**
   * What the flow is worth in its first year, draw by draw.
   *
   * @param schedule discount rates; the flow's first year is its year 0
   * @return GBP million in the flow's prices; nothing beyond the last year is counted
   */
  public Draws presentValue(DiscountSchedule schedule) {
    return cumulative(schedule).in(years.last());
  }

  /**
   * What the flow up to and including each year is worth in its first year.
   *
   * @param schedule discount rates; the flow's first year is its year 0
   * @return the running sum of discounted amounts
   */
  public RealFlow cumulative(DiscountSchedule schedule) {
    List<Draws> sums = new ArrayList<>();
    Draws sum = byYear.get(0);
    sums.add(sum);
    for (int year = 1; year < byYear.size(); year++) {
      double factor = schedule.factor(year);
      sum = sum.combine(byYear.get(year), (before, now) -> before + factor * now);
      sums.add(sum);
    }
    return new RealFlow(name + ", cumulative, discounted", years, prices, sums);
  }

  /** Mean and its Monte Carlo standard error, 10th, 50th and 90th percentile, by year. */
  @Override
  public String toString() {
    TextTable table = AppraisalText.table("year");
    for (FinancialYear year : years.years()) {
      table.row(AppraisalText.row(year.toString(), in(year)));
    }
    return Markup.oneLine(name)
        + " (GBP million, "
        + basis()
        + ")\n"
        + table
        + PercentileErrors.note(byYear, 0.1, 0.5, 0.9);
  }
}
