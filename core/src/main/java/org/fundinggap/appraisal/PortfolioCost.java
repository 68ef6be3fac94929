package org.fundinggap.appraisal;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;

/**
 * What a set of options costs: what is measured in its scenario, and prices on top.
 *
 * @param measures one measure, or none if prices are known
 * @param prices by option; empty if the cost is measured
 * @param isAssumed whether nobody said what counts as cost
 */
record PortfolioCost(List<Measure> measures, Map<String, Double> prices, boolean isAssumed) {
  PortfolioCost {
    measures = List.copyOf(measures);
    prices = ImmutableMap.copyOf(prices);
  }

  static PortfolioCost own(Scenario baseline) {
    Measure own = Measure.ownCosts(baseline.inputs().years());
    return new PortfolioCost(List.of(own), Map.of(), true);
  }

  static PortfolioCost of(Measure measure) {
    return new PortfolioCost(List.of(measure), Map.of(), false);
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
        problems.add("price must be of one of " + options + ", was of \"" + name + "\"");
      }
    }
    InvalidInputException.throwIfAny("prices of a portfolio", problems);
    return new PortfolioCost(List.of(), prices, false);
  }

  Measured priced(List<String> chosen) {
    return new Measured(chosen.stream().mapToDouble(prices::get).sum(), 0);
  }

  String text() {
    return measures.isEmpty() ? "prices given" : measures.get(0).toString();
  }
}
