package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.EarlyHelpCuts;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.Gap;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.StockAccounts;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with laying levers over a model, before anything is run. */
final class LeverChecks {
  /** A gain below 1 can be shown only while these are what their equations and bounds say. */
  private static final Set<Quantity> OF_THE_LOOP =
      Set.of(
          EarlyHelpCuts.GAP_SHARE,
          EarlyHelpCuts.FLOOR,
          EarlyHelp.ELASTICITY_NEED,
          EarlyHelp.ELASTICITY_ENTRIES,
          EarlyHelp.KEPT,
          EarlyHelp.LEVEL,
          EarlyHelp.ONE_YEAR_AGO,
          EarlyHelp.TWO_YEARS_AGO,
          EarlyHelp.FELT,
          EarlyHelp.ON_NEED,
          EarlyHelp.ON_ENTRIES);

  /** What a change must come to if it is to be about money. */
  private static final Set<Variable> RESULTS = Set.of(Cost.NEED, Cost.SPENDING, Funding.FUNDING);

  private final Inputs base;
  private final Model model;
  private final StockAccounts accounts;
  private final List<String> problems = new ArrayList<>();

  private LeverChecks(Inputs base) {
    this.base = base;
    this.model = base.model();
    this.accounts = StockAccounts.of(model);
  }

  static List<String> problems(Inputs base, List<Lever> levers) {
    LeverChecks checks = new LeverChecks(base);
    Set<String> names = new HashSet<>();
    for (Lever lever : levers) {
      if (!names.add(lever.name())) {
        checks.problems.add(
            "names of levers must differ, had twice \"" + lever.name() + "\"; rename one");
      }
      checks.check(lever);
    }
    checks.checkOrder(levers);
    checks.checkDraws(levers);
    return checks.problems;
  }

  /** Levers may share the draws of a size, and then it has one distribution. */
  private void checkDraws(List<Lever> levers) {
    Map<Parameter, Distribution> drawn = new HashMap<>();
    for (Lever lever : levers) {
      for (Change.Size size : lever.sizes()) {
        Distribution before = drawn.putIfAbsent(size.parameter(), size.distribution());
        if (before != null && !before.equals(size.distribution())) {
          report(
              lever,
              "size \""
                  + size.parameter().name()
                  + "\" must be drawn as in another lever, from "
                  + before
                  + ", was "
                  + size.distribution()
                  + "; rename the lever");
        }
      }
    }
  }

  private void check(Lever lever) {
    FinancialYear start = lever.timetable().start();
    if (start.compareTo(base.years().first()) <= 0) {
      report(
          lever,
          "start must be after the base year "
              + base.years().first()
              + ", whose values are published, was "
              + start);
    }
    lever.actions().forEach(action -> check(lever, action));
    lever.costs().forEach(cost -> check(lever, cost));
  }

  private void check(Lever lever, Action action) {
    action.changed().forEach(quantity -> requireKnown(lever, quantity));
    action.check(this, lever);
    if (!(action instanceof Known)) {
      action.changed().forEach(quantity -> requireCarried(lever, quantity));
    }
    if (model.parameters().contains(EarlyHelpCuts.GAP_SHARE)) {
      action.changed().forEach(quantity -> checkLoop(lever, action, quantity));
    }
  }

  /** Refuses what moves a report and neither the people that it counts nor their cost. */
  private void requireCarried(Lever lever, Quantity changed) {
    if (changed instanceof Variable variable && isKnown(variable)) {
      notCarried(variable).ifPresent(problem -> report(lever, problem));
    }
  }

  /** Whether people or money follow a variable, so that a lever may change it. */
  static boolean mayChange(Inputs base, Variable target) {
    return new LeverChecks(base).notCarried(target).isEmpty();
  }

  /** Why nothing that matters would move with a variable of a model; empty if something does. */
  private Optional<String> notCarried(Variable target) {
    String by = " (" + accounts.equationOf(target) + ")";
    if (accounts.isOutcome(target)) {
      boolean hand = KnownYears.problem(model, target).isEmpty();
      return Optional.of(
          target.name()
              + " must not be changed by itself, for flows make it what it is"
              + by
              + " and would not follow, so that the report moved and not the people or their cost;"
              + " change "
              + String.join(", ", accounts.makers(target))
              + (hand ? ", or give known values with known(...)" : ""));
    }
    // What the split gives to one share it takes from the other, and only their sum counts.
    boolean divides = target.equals(ChildrenInNeed.NO_FURTHER_ACTION_SPLIT);
    // Cash stays where it is if it is only divided by other prices.
    boolean deflates = target.equals(Inflation.DEFLATOR);
    boolean moves =
        accounts.followers(target).stream()
            .anyMatch(each -> matters(each) || (!deflates && isCashGap(each)));
    return isGap(target) || divides || !(moves || matters(target) || !isKnown(Cost.NEED))
        ? Optional.of(
            target.name()
                + " must move people or money to be changed, but is a result that neither follows"
                + by
                + "; change what it is worked out from: "
                + String.join(", ", accounts.sourcesOf(target)))
        : Optional.empty();
  }

  private boolean matters(Variable variable) {
    return RESULTS.contains(variable) || accounts.isKept(variable);
  }

  private static boolean isCashGap(Variable variable) {
    return Arrays.stream(Gap.values()).anyMatch(gap -> variable.equals(gap.cash()));
  }

  private boolean isGap(Variable variable) {
    return isCashGap(variable)
        || Arrays.stream(Gap.values()).anyMatch(gap -> variable.equals(gap.real(baseYear())));
  }

  private void checkLoop(Lever lever, Action action, Quantity changed) {
    // More early help of the same kind, a shift of its logarithm, leaves elasticities as they are.
    boolean more = action.keepsSlopes() && changed.equals(EarlyHelp.LEVEL);
    if (!more && OF_THE_LOOP.contains(changed)) {
      report(
          lever,
          changed.name()
              + " must stay as it is where a gap cuts early help, for the gain of that loop must"
              + " be shown to be below 1; give the scenario other numbers instead");
    }
  }

  /** The base year, in whose prices amounts are. */
  FinancialYear baseYear() {
    return base.years().first();
  }

  /** The first year in which the effects of a lever are felt, if there is one. */
  Optional<FinancialYear> firstYearOfEffect(Lever lever) {
    return base.years().years().stream()
        .filter(year -> lever.timetable().effect(year) > 0)
        .findFirst();
  }

  /** The first of some years that are projected in which a lever is not felt in full. */
  Optional<FinancialYear> firstYearNotInFull(Lever lever, List<FinancialYear> years) {
    return years.stream()
        .filter(year -> base.years().contains(year) && lever.timetable().effect(year) != 1)
        .findFirst();
  }

  /** Refuses known values of what does not go on from its last year's. */
  void requireHandOver(Lever lever, Variable target) {
    if (isKnown(target)) {
      KnownYears.problem(model, target).ifPresent(problem -> report(lever, problem));
    }
  }

  /** Refuses amounts of a target in cash where the model has no prices. */
  void requirePrices(Lever lever, Quantity target) {
    if (ChangedColumn.isCash(target)) {
      requireFor(lever, target.name() + " in base-year prices", Inflation.DEFLATOR);
    }
  }

  /**
   * Refuses prices of another year than the scenario's base year, and real terms without prices.
   */
  void requirePrices(Lever lever, Quantity target, @Nullable PriceBasis basis) {
    if (basis instanceof PriceBasis.Real real && !real.year().equals(baseYear())) {
      report(
          lever,
          "values of "
              + target.name()
              + " must be in cash or in prices of the base year "
              + baseYear()
              + ", were "
              + basis
              + "; carry them to prices of "
              + baseYear()
              + " and say PriceBasis.real(FinancialYear.parse(\""
              + baseYear()
              + "\"))");
    }
    if (ChangedColumn.isCarried(target, basis)) {
      requirePrices(lever, target);
    }
  }

  private void check(Lever lever, OwnCost cost) {
    requireFor(lever, "an own cost in base-year prices", Inflation.DEFLATOR);
    if (cost.payer() == Payer.COUNCILS) {
      requireFor(lever, "a cost to councils", Cost.NEED, Cost.SPENDING);
    }
    if (cost.volume() != null) {
      requireKnown(lever, cost.volume());
    }
  }

  /** Refuses what needs quantities that the model lacks. */
  void requireFor(Lever lever, String what, Quantity... needed) {
    for (Quantity quantity : needed) {
      if (!isKnown(quantity)) {
        report(
            lever, what + " needs " + quantity.name() + " in model " + model.name() + ", had none");
      }
    }
  }

  private void requireKnown(Lever lever, Quantity quantity) {
    if (!isKnown(quantity)) {
      List<String> known =
          Stream.of(model.parameters(), model.variables(), model.schedules())
              .flatMap(Set::stream)
              .map(Quantity::name)
              .toList();
      report(
          lever,
          quantity.name()
              + " must be in model "
              + model.name()
              + ", was not; "
              + NearestNames.to(quantity.name(), known));
    }
  }

  private boolean isKnown(Quantity quantity) {
    return quantity instanceof Variable
        ? model.variables().contains(quantity)
        : quantity instanceof Schedule
            ? model.schedules().contains(quantity)
            : model.parameters().contains(quantity);
  }

  /** Two of these in one year would give different results in different orders. */
  private void checkOrder(List<Lever> levers) {
    Set<String> reported = new LinkedHashSet<>();
    for (int i = 0; i < levers.size(); i++) {
      for (int j = i + 1; j < levers.size(); j++) {
        checkOrder(levers.get(i), levers.get(j), reported);
      }
      checkOrder(levers.get(i), reported);
    }
    problems.addAll(reported);
  }

  private void checkOrder(Lever one, Lever other, Set<String> reported) {
    Set<Quantity> both = new LinkedHashSet<>(setBy(one));
    both.retainAll(setBy(other));
    Set<Quantity> known = new LinkedHashSet<>(knownBy(one));
    known.retainAll(knownBy(other));
    known.forEach(target -> reported.add(problem(one, other, "give known values of", target)));
    if (anyYear(one, other, 0)) {
      both.forEach(target -> reported.add(problem(one, other, "set", target)));
    }
    // Two caps in full force are the lower one; in part of England each depends on the other.
    if (anyYear(one, other, 1)) {
      one.actions().stream()
          .filter(limit -> limit.isOrderSensitiveInPart() && isLimited(other, limit))
          .map(limit -> problem(one, other, "partly keep " + limit.kind(), limit.target()))
          .forEach(reported::add);
    }
  }

  private static boolean isLimited(Lever lever, Action limit) {
    return lever.actions().stream()
        .anyMatch(
            action -> action.order() == limit.order() && action.target().equals(limit.target()));
  }

  /** Whether both have an effect in a year, and one of them less than a strength; 0 for any. */
  private boolean anyYear(Lever one, Lever other, double below) {
    for (FinancialYear year : base.years().years()) {
      double a = one.timetable().effect(year);
      double b = other.timetable().effect(year);
      if (a > 0 && b > 0 && (below == 0 || Math.min(a, b) < below)) {
        return true;
      }
    }
    return false;
  }

  private static String problem(Lever one, Lever other, String what, Quantity target) {
    return "levers \""
        + one.name()
        + "\" and \""
        + other.name()
        + "\" must not both "
        + what
        + " "
        + target.name()
        + (what.startsWith("give")
            ? "; give all of them in one lever"
            : " in one year, for the order would matter; end one before the other starts");
  }

  private void checkOrder(Lever lever, Set<String> reported) {
    List<Quantity> twice = new ArrayList<>(setBy(lever));
    new LinkedHashSet<>(twice).forEach(twice::remove);
    for (Quantity target : twice) {
      reported.add(
          "lever \""
              + lever.name()
              + "\": must set "
              + target.name()
              + " in one way, did in two; take one out");
    }
  }

  private static List<Quantity> knownBy(Lever lever) {
    return lever.actions().stream().filter(Known.class::isInstance).map(Action::target).toList();
  }

  private static List<Quantity> setBy(Lever lever) {
    return lever.actions().stream().filter(Action::isOrderSensitive).map(Action::target).toList();
  }

  void report(Lever lever, String problem) {
    problems.add("lever \"" + lever.name() + "\": " + problem);
  }
}
