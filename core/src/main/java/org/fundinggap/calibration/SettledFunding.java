package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;

/**
 * General funding of the first projected years where a plan knows it: GBP million in cash, all
 * streams together that are not tied to new services.
 */
final class SettledFunding {
  static final String BUDGET = "ra-budget-net";
  static final String SPENDING_POWER = "core-spending-power-growth";

  /** Amounts further off are taken to be in another unit. */
  private static final int FAR = BaseFunding.FAR;

  private final BaseYearEvidence base;
  private final YearRange years;
  private final BaseFunding funding;
  private final FundingPlan plan;
  private final List<String> problems = new ArrayList<>();

  private SettledFunding(
      BaseYearEvidence base, YearRange years, BaseFunding funding, FundingPlan plan) {
    this.base = base;
    this.years = years;
    this.funding = funding;
    this.plan = plan;
  }

  /**
   * Amounts by year, from the first projected year on without a gap.
   *
   * @throws InvalidInputException if they begin later, or end before the last year and the plan
   *     does not say how funding goes on
   */
  static NavigableMap<FinancialYear, Cited> of(
      BaseYearEvidence base, YearRange years, BaseFunding funding, FundingPlan plan) {
    return new SettledFunding(base, years, funding, plan).amounts();
  }

  private NavigableMap<FinancialYear, Cited> amounts() {
    NavigableMap<FinancialYear, Cited> amounts =
        switch (plan.known().source()) {
          case NONE -> new TreeMap<>();
          case PUBLISHED -> published();
          case SERIES -> registered();
          case GIVEN -> given();
        };
    boolean whole = years.length() == 1 || amounts.containsKey(years.last());
    if (problems.isEmpty() && !whole && plan.rule().isEmpty()) {
      problems.add(
          "plan must say how funding goes on "
              + (amounts.isEmpty() ? "from " + years.first() : "after " + amounts.lastKey())
              + ", does not; say then(FundingRule.REAL_FLAT)");
    }
    InvalidInputException.throwIfAny("plan \"" + plan.label() + "\"", problems);
    return ImmutableSortedMap.copyOf(amounts);
  }

  /** What is held from the first projected year on, up to the first year that is not. */
  private NavigableMap<FinancialYear, Cited> whileHeld(
      Predicate<FinancialYear> held, Function<FinancialYear, Cited> amount) {
    TreeMap<FinancialYear, Cited> amounts = new TreeMap<>();
    FinancialYear year = base.year().plus(1);
    while (plan.reaches(year) && year.compareTo(years.last()) <= 0 && held.test(year)) {
      amounts.put(year, amount.apply(year));
      year = year.plus(1);
    }
    return amounts;
  }

  /**
   * Budgets, then growth of core spending power; what they hold of tied grants is taken off. Only
   * where the base year is on the basis of budgets, the revenue outturn: beside section 251 a
   * change of basis would look like money. Where another amount than the budget opens the
   * projection, it grows as they do.
   */
  private NavigableMap<FinancialYear, Cited> published() {
    BaseYearEvidence then = base.then();
    TreeMap<FinancialYear, Cited> budgets = new TreeMap<>();
    if (NetBasis.of(base) != NetBasis.REVENUE_OUTTURN || !then.has(BUDGET)) {
      return budgets;
    }
    requireBounds(then);
    budgets.put(base.year(), base.at(BUDGET));
    NavigableMap<FinancialYear, Cited> amounts =
        whileHeld(
            year -> {
              budget(then, budgets, year).ifPresent(budget -> budgets.put(year, budget));
              return budgets.containsKey(year);
            },
            year ->
                Objects.requireNonNull(budgets.get(year))
                    .minus(FamiliesFirst.inBudget(base, year)));
    return funding.isPublished()
        ? amounts
        : Maps.transformValues(
            amounts, amount -> amount.times(funding.amount()).over(base.at(BUDGET)));
  }

  /** The budget of a year, or that of the year before with the growth of the year. */
  private static Optional<Cited> budget(
      BaseYearEvidence then, NavigableMap<FinancialYear, Cited> before, FinancialYear year) {
    if (then.has(BUDGET, year)) {
      return Optional.of(then.at(BUDGET, year));
    }
    return Optional.ofNullable(before.get(year.plus(-1)))
        .filter(any -> then.has(SPENDING_POWER, year))
        .map(budget -> budget.times(Cited.of(1).plus(then.at(SPENDING_POWER, year))));
  }

  /** Refuses a growth that cannot be one, such as 5.8 for 5.8%, and budgets that are no cash. */
  private void requireBounds(BaseYearEvidence then) {
    requireCash(then.evidence().series(BUDGET));
    if (!then.evidence().hasSeries(SPENDING_POWER)) {
      return;
    }
    Series growth = then.evidence().series(SPENDING_POWER);
    for (FinancialYear year :
        growth.timing().isCalendar() ? List.<FinancialYear>of() : growth.years()) {
      double value = growth.at(year);
      if (!(value >= FundingStream.LEAST_GROWTH && value <= FundingStream.MOST_GROWTH)) {
        problems.add(
            "growth of "
                + SPENDING_POWER
                + " in "
                + year
                + " must be in ["
                + FundingStream.LEAST_GROWTH
                + ", "
                + FundingStream.MOST_GROWTH
                + "], was "
                + value
                + "; write 0.058 for 5.8%");
      }
    }
  }

  private NavigableMap<FinancialYear, Cited> registered() {
    String id = plan.known().evidence().get(0);
    if (!base.evidence().hasSeries(id)) {
      problems.add(
          NearestNames.refusal(
              "settlement must be a series of the register",
              id,
              base.evidence().allSeries().stream().map(Series::id).toList()));
      return new TreeMap<>();
    }
    Series series = base.evidence().series(id);
    if (!requireCash(series)) {
      return new TreeMap<>();
    }
    requireFirst("series " + id, series.has(base.year().plus(1)), "add its value");
    NavigableMap<FinancialYear, Cited> amounts = whileHeld(series::has, year -> base.at(id, year));
    series.years().stream()
        .filter(year -> !amounts.isEmpty() && year.equals(amounts.lastKey().plus(2)))
        .filter(year -> year.compareTo(years.last()) <= 0 && plan.reaches(year))
        .forEach(
            year ->
                problems.add(
                    "series "
                        + id
                        + " must hold "
                        + year.plus(-1)
                        + " where it holds "
                        + year
                        + ", does not; add its value, or say until("
                        + year.plus(-2)
                        + ")"));
    return likely(amounts);
  }

  private boolean requireCash(Series series) {
    boolean isCash = series.basis().equals(Optional.of(PriceBasis.cash()));
    boolean fits = series.unit() == Unit.GBP_MILLION && isCash && !series.timing().isCalendar();
    if (!fits) {
      problems.add(
          "series "
              + series.id()
              + " must be in GBP million, cash, by financial year, was in "
              + series.unit()
              + series.basis().map(basis -> ", " + basis).orElse("")
              + ", "
              + series.timing()
              + "; convert it in the register");
    }
    return fits;
  }

  /**
   * Refuses amounts that are no amounts of England in GBP million, such as 15.3 for 15.3 billion.
   */
  private NavigableMap<FinancialYear, Cited> likely(NavigableMap<FinancialYear, Cited> amounts) {
    double opening = funding.millions();
    amounts.forEach(
        (year, amount) -> {
          if (!(amount.value() >= opening / FAR && amount.value() <= opening * FAR)) {
            problems.add(
                "amount of "
                    + year
                    + " must be in GBP million, within a factor of "
                    + FAR
                    + " of base funding, "
                    + NumberText.of(opening)
                    + ", was "
                    + amount.value()
                    + "; write 15300 for GBP 15.3 billion");
          }
        });
    return amounts;
  }

  private NavigableMap<FinancialYear, Cited> given() {
    NavigableMap<FinancialYear, Double> byYear = plan.known().byYear();
    requireFirst(
        "settlement of " + byYear.firstKey() + " to " + byYear.lastKey(),
        byYear.firstKey().equals(base.year().plus(1)),
        byYear.firstKey().compareTo(base.year()) <= 0
            ? "leave earlier years out; funding of the base year is withFunding's"
            : "give the amounts of the years before, too");
    ImmutableSet<String> ids = ImmutableSet.copyOf(plan.known().evidence());
    return likely(
        whileHeld(
            byYear::containsKey,
            year -> new Cited(Objects.requireNonNull(byYear.get(year)), ids, false)));
  }

  private void requireFirst(String what, boolean holds, String fix) {
    if (years.length() > 1 && !holds) {
      problems.add(
          what + " must begin in " + base.year().plus(1) + ", the first projected year; " + fix);
    }
  }
}
