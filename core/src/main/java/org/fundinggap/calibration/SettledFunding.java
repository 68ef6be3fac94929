package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
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
import org.fundinggap.internal.NearestNames;
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

  private final BaseYearEvidence base;
  private final YearRange years;
  private final FundingPlan plan;
  private final List<String> problems = new ArrayList<>();

  private SettledFunding(BaseYearEvidence base, YearRange years, FundingPlan plan) {
    this.base = base;
    this.years = years;
    this.plan = plan;
  }

  /**
   * Amounts by year, from the first projected year on without a gap.
   *
   * @throws InvalidInputException if they begin later, or end before the last year and the plan
   *     does not say how funding goes on
   */
  static NavigableMap<FinancialYear, Cited> of(
      BaseYearEvidence base, YearRange years, FundingPlan plan) {
    return new SettledFunding(base, years, plan).amounts();
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
    while (year.compareTo(years.last()) <= 0 && held.test(year)) {
      amounts.put(year, amount.apply(year));
      year = year.plus(1);
    }
    return amounts;
  }

  /** Budgets, then growth of core spending power; what they hold of tied grants is taken off. */
  private NavigableMap<FinancialYear, Cited> published() {
    BaseYearEvidence then = base.then();
    TreeMap<FinancialYear, Cited> budgets = new TreeMap<>();
    if (then.has(BUDGET)) {
      budgets.put(base.year(), base.at(BUDGET));
    }
    return whileHeld(
        year -> {
          if (then.has(BUDGET, year)) {
            budgets.put(year, then.at(BUDGET, year));
          } else if (budgets.containsKey(year.plus(-1)) && then.has(SPENDING_POWER, year)) {
            Cited growth = then.at(SPENDING_POWER, year);
            budgets.put(
                year,
                Objects.requireNonNull(budgets.get(year.plus(-1))).times(Cited.of(1).plus(growth)));
          }
          return budgets.containsKey(year);
        },
        year ->
            Objects.requireNonNull(budgets.get(year)).minus(FamiliesFirst.inBudget(base, year)));
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
    boolean isCash = series.basis().equals(Optional.of(PriceBasis.cash()));
    if (series.unit() != Unit.GBP_MILLION || !isCash || series.timing().isCalendar()) {
      problems.add(
          "series "
              + id
              + " must be in GBP million, cash, by financial year, was in "
              + series.unit()
              + series.basis().map(basis -> ", " + basis).orElse("")
              + ", "
              + series.timing()
              + "; convert it in the register");
      return new TreeMap<>();
    }
    requireFirst("series " + id, series.has(base.year().plus(1)), "add its value");
    return whileHeld(series::has, year -> base.at(id, year));
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
    return whileHeld(
        byYear::containsKey,
        year -> new Cited(Objects.requireNonNull(byYear.get(year)), ids, false));
  }

  private void requireFirst(String what, boolean holds, String fix) {
    if (years.length() > 1 && !holds) {
      problems.add(
          what + " must begin in " + base.year().plus(1) + ", the first projected year; " + fix);
    }
  }
}
