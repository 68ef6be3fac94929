package org.fundinggap.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalInt;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.Rounding;
import org.fundinggap.search.PortfolioEvaluator.Ran;

/** Compares the runs of all sets of options with nothing, with each other and with the best. */
final class PortfolioSearch {

  private static final int NOTHING = 0;

  private final PortfolioSets sets;
  private final NavigableMap<Integer, Ran> runs;
  private final double budget;

  /** 1 if the least objective is sought, -1 if the greatest. */
  private final double sign;

  private final Statistic objective;

  PortfolioSearch(
      Statistic objective,
      PortfolioSets sets,
      NavigableMap<Integer, Ran> runs,
      double budget,
      boolean least) {
    this.objective = objective;
    this.sets = sets;
    this.runs = runs;
    this.budget = budget;
    this.sign = least ? 1 : -1;
  }

  /** Every set, the best first. */
  List<PortfolioChoice> choices() {
    List<Integer> order = new ArrayList<>(runs.keySet());
    order.sort(
        Comparator.<Integer>comparingDouble(
                set -> Rounding.toTwelveFigures(sign * ran(set).objective().value()))
            .thenComparingDouble(set -> Rounding.toTwelveFigures(ran(set).cost().value()))
            .thenComparingInt(Integer::bitCount)
            .thenComparingInt(set -> set));
    OptionalInt best = order.stream().mapToInt(set -> set).filter(this::isAffordable).findFirst();
    return order.stream().map(set -> choice(set, best)).toList();
  }

  private Ran ran(int set) {
    return Objects.requireNonNull(runs.get(set));
  }

  private boolean isAffordable(int set) {
    return ran(set).cost().value() <= budget + Rounding.ADDING_UP * Math.abs(budget);
  }

  private PortfolioChoice choice(int set, OptionalInt best) {
    return new PortfolioChoice(
        sets.names(set),
        ran(set).objective(),
        ran(set).cost(),
        isAffordable(set),
        worse(NOTHING, set),
        best.isPresent() ? worse(set, best.getAsInt()) : WithError.UNKNOWN,
        interaction(set));
  }

  /** How much worse one set is than another, on the same draws. */
  private WithError worse(int one, int other) {
    double value = sign * (ran(one).objective().value() - ran(other).objective().value());
    return difference(value, less(one, other), List.of(one, other));
  }

  /**
   * A difference of objectives. Where the draws are too few to say how far off a quantile is, as of
   * a 99th percentile of a hundred, they don't say it of a difference of such quantiles either.
   */
  private WithError difference(double value, Draws influence, List<Integer> of) {
    boolean isKnown =
        of.stream().distinct().count() == 1
            || of.stream().noneMatch(set -> Double.isNaN(ran(set).objective().standardError()));
    WithError stated = objective.difference(withoutRounding(value), influence);
    return isKnown ? stated : new WithError(stated.value(), Double.NaN, Double.NaN);
  }

  private Draws less(int one, int other) {
    return ran(one).influence().combine(ran(other).influence(), (a, b) -> a - b);
  }

  private WithError interaction(int set) {
    List<Integer> singles = sets.singles(set);
    if (singles.size() < 2) {
      return WithError.known(0);
    }
    double value = worse(NOTHING, set).value();
    Draws rest = less(NOTHING, set);
    for (int single : singles) {
      value -= worse(NOTHING, single).value();
      rest = rest.combine(less(NOTHING, single), (a, b) -> a - b);
    }
    List<Integer> all = new ArrayList<>(singles);
    all.add(NOTHING);
    all.add(set);
    return difference(value, rest, all);
  }

  /** What is left of a difference between equals is zero, and not minus zero. */
  private double withoutRounding(double difference) {
    double size = Math.abs(ran(NOTHING).objective().value());
    return Math.abs(difference) <= Rounding.LAST_DIGITS * size ? 0 : difference;
  }
}
