package org.fundinggap.search;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;

/**
 * What a set of options costs: what is measured in its scenario, and prices on top.
 *
 * @param statistics one statistic, or none if prices are known
 * @param prices by option; empty if the cost is measured
 * @param isAssumed whether nobody said what counts as cost
 */
record PortfolioCost(List<Statistic> statistics, Map<String, Double> prices, boolean isAssumed) {
  PortfolioCost {
    statistics = List.copyOf(statistics);
    prices = ImmutableMap.copyOf(prices);
  }

  static PortfolioCost own(Scenario baseline) {
    Statistic own = Statistic.ownCosts(baseline.inputs().years());
    return new PortfolioCost(List.of(own), Map.of(), true);
  }

  static PortfolioCost of(Statistic statistic) {
    return new PortfolioCost(List.of(statistic), Map.of(), false);
  }

  static PortfolioCost of(Map<String, Double> prices, List<String> options) {
    List<String> problems = new ArrayList<>();
    for (String option : options) {
      Double price = prices.get(option);
      if (price == null || !Double.isFinite(price)) {
        problems.add("price of " + option + " must be given and finite, was " + price);
      }
    }
    for (String name : prices.keySet()) {
      if (!options.contains(name)) {
        problems.add(NearestNames.refusal("price must be of an option", name, options));
      }
    }
    InvalidInputException.throwIfAny("prices of a portfolio", problems);
    return new PortfolioCost(List.of(), prices, false);
  }

  WithError priced(List<String> chosen) {
    return WithError.known(chosen.stream().mapToDouble(prices::get).sum());
  }

  /** The unit of the cost; prices are in whatever unit the budget is. */
  String unit() {
    return statistics.isEmpty() ? "as the prices given" : statistics.get(0).unit();
  }

  String text() {
    return statistics.isEmpty() ? "prices given" : statistics.get(0).toString();
  }
}
