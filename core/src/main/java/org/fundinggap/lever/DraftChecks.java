package org.fundinggap.lever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Problems;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with a lever in the making; gives each of its sizes a parameter of its own, in
 * bounds, and asks where each comes from.
 */
final class DraftChecks {
  private static final double INF = Double.POSITIVE_INFINITY;

  /** GBP million, children or pounds: far beyond anything that is counted. */
  private static final double LARGEST = Problems.LARGEST;

  private final String lever;
  private final List<String> problems = new ArrayList<>();
  private final List<String> unusual = new ArrayList<>();
  private final Set<String> done = new HashSet<>();

  DraftChecks(String lever) {
    this.lever = lever;
  }

  /** All that was found, and floors of some changes that lie above their caps. */
  List<String> problems(List<Change> changes) {
    List<String> all = new ArrayList<>(problems);
    for (Change change : changes) {
      if (change instanceof Limit floor && floor.isLeast()) {
        changes.stream()
            .filter(other -> other instanceof Limit cap && floor.isAbove(cap))
            .map(cap -> "must not keep " + floor + " and " + cap + ", did; swap the two")
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Sizes that are more likely slips of a unit than meant. */
  List<String> unusual() {
    return List.copyOf(unusual);
  }

  /** Doubts a relative change that is more likely a percentage, or what is left of the target. */
  void requireUsual(String what, Change.Size change) {
    double least = change.distribution().quantile(0.01);
    double most = change.distribution().quantile(0.99);
    boolean possible = change.distribution().lower() >= -1;
    if (possible && (least < -0.9 || most > 0.5)) {
      unusual.add(
          "size of "
              + what
              + " must be within -0.9 (90% less) and 0.5 (50% more) in all but 1 draw of 100, was "
              + change.distribution()
              + "; write 0.1 for 10% more, and -0.1 for 10% less or x 0.9; if it is meant, say"
              + " beyondUsual()");
    }
  }

  void report(String problem) {
    problems.add(problem);
  }

  /** Refuses to do the same twice. */
  void requireOnce(String what) {
    if (!done.add(what)) {
      problems.add("must not " + what + " twice, did; join the two or make two levers");
    }
  }

  /** Refuses what has no column of draws to change. */
  void requireColumn(String kind, Quantity target) {
    if (target instanceof Schedule || target instanceof Shock) {
      problems.add(
          "target of "
              + kind
              + " must be a parameter or a variable, was "
              + target.name()
              + "; a path can be set by year");
    }
  }

  /**
   * A size; each thing that is done has one.
   *
   * @param what is done to what, such as {@code multiply referralRate}
   * @param unit of the size
   * @param lower the least that may be drawn
   * @param upper the greatest that may be drawn
   * @param distribution how much
   * @param ids the evidence
   */
  Change.Size size(
      String what,
      Unit unit,
      double lower,
      double upper,
      Distribution distribution,
      String... ids) {
    requireOnce(what);
    boolean within = distribution.lower() >= lower && distribution.upper() <= upper;
    if (!within) {
      problems.add(
          "size of "
              + what
              + " must be in ["
              + lower
              + ", "
              + upper
              + "] "
              + unit
              + ", was "
              + distribution
              + "; truncate it or correct its scale");
    }
    double least = distribution.quantile(0.01);
    double most = distribution.quantile(0.99);
    requireSane("size of " + what, Math.abs(least) > Math.abs(most) ? least : most, unit);
    Parameter parameter =
        new Parameter(
            lever + ": " + what,
            what + ", " + lever,
            unit,
            within ? lower : -INF,
            within ? upper : INF);
    return new Change.Size(parameter, distribution, origin(what, ids));
  }

  /** Refuses what no model holds, even if it is said to be meant. */
  private void requireSane(String what, double value, Unit unit) {
    if (!(Math.abs(value) <= LARGEST) && Double.isFinite(value)) {
      problems.add(
          what
              + " must be in [-1.0E12, 1.0E12] "
              + unit
              + ", was "
              + value
              + "; no sum or number of England is as large: give it in "
              + unit);
    }
  }

  /** A size of any sign and size, such as a cost. */
  Change.Size anySize(String what, Unit unit, Distribution distribution, String... ids) {
    return size(what, unit, -INF, INF, distribution, ids);
  }

  /** A share of something. */
  Change.Size share(String what, Distribution distribution, String... ids) {
    return size(what, Unit.SHARE, 0, 1, distribution, ids);
  }

  /** A share that stands behind several sizes; its label is the name that tables write. */
  Change.Size part(String name, Distribution share, String... ids) {
    Checks.notBlank(name, "name");
    Objects.requireNonNull(share, "share");
    Change.Size size = share(name, share, ids);
    Parameter drawn = size.parameter();
    return new Change.Size(
        new Parameter(drawn.name(), name, drawn.unit(), drawn.lower(), drawn.upper()),
        share,
        size.origin());
  }

  /** Multiplies the size of the last change, or of the last cost, by a share. */
  void in(
      Change.@Nullable Part share, List<Change> changes, List<OwnCost> costs, boolean lastIsCost) {
    if (share == null) {
      report(
          "alsoInPart must follow inPart, which names the share, followed none; say inPart(name,"
              + " share, ids) first");
    } else if (lastIsCost) {
      costs.add(whole(costs).in(share));
    } else {
      in(share, changes);
    }
  }

  private void in(Change.Part share, List<Change> changes) {
    Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
    Optional<Action> inPart = last == null ? Optional.empty() : Action.of(last).in(share);
    boolean sharesSize =
        last != null
            && changes.subList(0, changes.size() - 1).stream()
                .anyMatch(each -> each.size().equals(last.size()));
    if (inPart.isEmpty() || sharesSize) {
      report(
          "inPart must follow multiply, shift, move, share or a cost, and come before alsoShift,"
              + " followed "
              + (last == null ? "nothing" : last));
      return;
    }
    Action before = Action.of(changes.get(changes.size() - 1));
    before.size().ifPresent(size -> requireWhole(before, size));
    changes.set(changes.size() - 1, inPart.get());
  }

  /** Lets another pay a share of the last cost, and its payer the rest. */
  void split(
      Payer other, Distribution ofOther, String[] ids, List<OwnCost> costs, boolean lastIsCost) {
    Objects.requireNonNull(other, "other");
    Change.Size share = part("share that " + other + " pay", ofOther, ids);
    if (!lastIsCost || costs.get(costs.size() - 1).payer() == other) {
      report(
          "splitWith "
              + other
              + " must follow a cost of another payer, followed "
              + (lastIsCost ? costs.get(costs.size() - 1) : "no cost")
              + "; say cost(...) or costEach(...) first");
      return;
    }
    OwnCost cost = whole(costs);
    costs.add(cost.in(new Change.Part(share, true)));
    costs.add(cost.by(other).in(new Change.Part(share, false)));
  }

  /** Takes out the last cost, which may have no share yet. */
  private OwnCost whole(List<OwnCost> costs) {
    OwnCost cost = costs.remove(costs.size() - 1);
    requireWhole(cost, cost.drawn());
    return cost;
  }

  private void requireWhole(Object what, Change.Size size) {
    if (size.part() != null) {
      report("must not multiply by two shares, did: " + what + "; join them into one");
    }
  }

  /** A value in the unit of a target; of a parameter, within its bounds. */
  Change.Size value(String kind, Quantity target, Distribution value, String... ids) {
    double lower = target instanceof Parameter parameter ? parameter.lower() : -INF;
    double upper = target instanceof Parameter parameter ? parameter.upper() : INF;
    Change.Size size = size(kind + " " + target.name(), unit(target), lower, upper, value, ids);
    requireColumn(kind, target);
    return size;
  }

  /** Refuses a number that does not say where it comes from. */
  Origin origin(String what, String... ids) {
    Objects.requireNonNull(ids, "evidenceIds");
    if (ids.length == 0 || Arrays.stream(ids).anyMatch(String::isBlank)) {
      problems.add(
          "size of "
              + what
              + " must name its evidence, named "
              + Arrays.toString(ids)
              + "; give the id of a figure, series or prior");
    }
    return Origin.given(ids);
  }

  /** Refuses values by year that are none, or not finite. */
  void values(Quantity target, Map<FinancialYear, Double> values) {
    if (values.isEmpty()) {
      report("values of " + target.name() + " must hold at least one year, had none");
    }
    values.forEach(
        (year, value) -> {
          if (!Double.isFinite(value)) {
            report(target.name() + " in " + year + " must be finite, was " + value);
          }
          requireSane(target.name() + " in " + year, value, unit(target));
        });
  }

  /**
   * Refuses money without a price basis, a basis of what is not money, and one that cannot be. What
   * is said of a year is as often cash, such as a settlement, as it is in the prices of the base
   * year, such as a plan; so the call has to say it.
   */
  void prices(Quantity target, @Nullable PriceBasis basis) {
    Unit unit = unit(target);
    if (!unit.isMoney()) {
      if (basis != null) {
        report(
            "values of "
                + target.name()
                + " are not money ("
                + unit
                + ") and must have no price basis, had "
                + basis
                + "; leave it out");
      }
    } else if (basis == null) {
      report(
          "values of "
              + target.name()
              + " are money ("
              + unit
              + ") and must say in which prices, did not; add PriceBasis.cash() if they are cash of"
              + " each year, or PriceBasis.real(baseYear) if they are in the prices of the"
              + " scenario's base year");
    } else {
      checkFits(target, basis);
    }
  }

  private void checkFits(Quantity target, PriceBasis basis) {
    boolean cash = basis.equals(PriceBasis.cash());
    if (target instanceof Schedule && !cash) {
      report(
          "values of path "
              + target.name()
              + " must be in cash, for a path is the same in every draw and prices are not, were "
              + basis
              + "; carry them to cash and say PriceBasis.cash()");
    } else if (!(target instanceof Schedule) && !ChangedColumn.isCash(target) && cash) {
      report(
          "values of "
              + target.name()
              + " must be in base-year prices, in which the model holds it, were cash; carry them"
              + " to those prices and say PriceBasis.real(baseYear)");
    }
  }

  static Unit unit(Quantity target) {
    if (target instanceof Variable variable) {
      return variable.unit();
    }
    return target instanceof Parameter parameter
        ? parameter.unit()
        : target instanceof Schedule path ? path.unit() : Unit.NUMBER;
  }
}
