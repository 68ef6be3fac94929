package org.fundinggap.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fundinggap.simulation.Draws;

/** Compares the runs of all sets of options with nothing, with each other and with the best. */
final class PortfolioSearch {
  /** Over the budget by less of its size is rounding of a sum. */
  private static final double ROUNDING = 1e-9;

  private final List<String> options;
  private final PortfolioRuns runs;
  private final double budget;
  private final double sign;
  private final List<Measured> costs;

  /** Runs that are done; the least objective is sought, or the greatest. */
  PortfolioSearch(
      List<String> options, PortfolioRuns runs, PortfolioCost cost, double budget, boolean least) {
    this.options = options;
    this.runs = runs;
    this.budget = budget;
    this.sign = least ? 1 : -1;
    this.costs =
        cost.measures().isEmpty()
            ? IntStream.range(0, runs.objectives().size())
                .mapToObj(set -> cost.priced(names(options, set)))
                .toList()
            : runs.costs();
  }

  /** The options of a set. */
  static List<String> names(List<String> options, int set) {
    return IntStream.range(0, options.size())
        .filter(i -> (set >> i & 1) == 1)
        .mapToObj(options::get)
        .toList();
  }

  /** Every set, the best first. */
  List<PortfolioChoice> choices() {
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, runs.objectives().size()).forEach(order::add);
    order.sort(
        Comparator.<Integer>comparingDouble(
                set -> Measured.rounded(sign * runs.objectives().get(set).value()))
            .thenComparingDouble(set -> Measured.rounded(costs.get(set).value()))
            .thenComparingInt(Integer::bitCount)
            .thenComparingInt(set -> set));
    OptionalInt best = order.stream().mapToInt(set -> set).filter(this::isAffordable).findFirst();
    return order.stream().map(set -> choice(set, best)).toList();
  }

  private boolean isAffordable(int set) {
    return costs.get(set).value() <= budget + ROUNDING * Math.abs(budget);
  }

  private PortfolioChoice choice(int set, OptionalInt best) {
    return new PortfolioChoice(
        names(options, set),
        runs.objectives().get(set),
        costs.get(set),
        isAffordable(set),
        worse(0, set),
        best.isPresent() ? worse(set, best.getAsInt()) : new Measured(Double.NaN, Double.NaN),
        interaction(set));
  }

  /** How much worse one set is than another, on the same draws. */
  private Measured worse(int one, int other) {
    double value =
        sign * (runs.objectives().get(one).value() - runs.objectives().get(other).value());
    Draws difference = less(one, other);
    return new Measured(value + 0.0, difference.meanError());
  }

  private Draws less(int one, int other) {
    return runs.influences().get(one).with(runs.influences().get(other), (a, b) -> a - b);
  }

  private Measured interaction(int set) {
    if (Integer.bitCount(set) < 2) {
      return new Measured(0, 0);
    }
    double value = worse(0, set).value();
    Draws rest = less(0, set);
    for (int i = 0; i < options.size(); i++) {
      if ((set >> i & 1) == 1) {
        value -= worse(0, 1 << i).value();
        rest = rest.with(less(0, 1 << i), (a, b) -> a - b);
      }
    }
    return new Measured(value, rest.meanError());
  }
}
