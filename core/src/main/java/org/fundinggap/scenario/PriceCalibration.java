package org.fundinggap.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Log;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of C2 for a base year: inflation and price indices. */
final class PriceCalibration {
  /** Fewer yearly changes than this say nothing of a drift. */
  private static final int FEWEST_CHANGES = 3;

  private PriceCalibration() {}

  static void fill(InputsBuilder inputs, BaseYear base, Deflator deflator, YearRange years) {
    inflation(inputs, base, deflator, years);
    inputs.opening(PriceIndex.FADE, 1, "price-drift-half-life");
    base.prior(inputs, PriceIndex.HALF_LIFE, "price-drift-half-life");
    base.prior(inputs, PriceIndex.PERSISTENCE, "price-persistence");
    for (PriceIndex index : PriceIndex.values()) {
      inputs.opening(index.price(), 1, "price-drift-half-life");
      inputs.opening(index.deviation(), 0, "price-persistence");
      base.prior(inputs, index.longRunDrift(), "long-run-drift-" + id(index));
      realGrowth(base, deflator, index)
          .ifPresentOrElse(
              growth -> published(inputs, base, index, growth), () -> assumed(inputs, base, index));
    }
    inputs.correlation(
        Changes.equal(
            Arrays.stream(PriceIndex.values()).map(PriceIndex::shock).map(Shock::name).toList(),
            base.prior("price-correlation")),
        "price-correlation");
  }

  private static void inflation(
      InputsBuilder inputs, BaseYear base, Deflator deflator, YearRange years) {
    TreeMap<FinancialYear, Double> path = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      path.put(year, Log.log(1 + deflator.growth(year)));
    }
    int lastOutturn = base.evidence().series("gdp-deflator").byCalendarYear().lastKey();
    String[] evidence =
        base.year().startYear() >= lastOutturn
            ? new String[] {"gdp-deflator", "cpi-inflation", "inflation-long-run"}
            : new String[] {"gdp-deflator", "inflation-long-run"};
    inputs.path(Inflation.CENTRAL, path, evidence);
    inputs.opening(Inflation.DEVIATION, 0, "gdp-deflator");
    inputs.opening(Inflation.INFLATION, Log.log(1 + deflator.growth(base.year())), "gdp-deflator");
    inputs.opening(Inflation.DEFLATOR, 1, "gdp-deflator");
    base.prior(inputs, Inflation.PERSISTENCE, "inflation-persistence");
    base.prior(inputs, Inflation.SPREAD, "inflation-spread");
  }

  private static String id(PriceIndex index) {
    return switch (index) {
      case HOMES -> "homes";
      case FOSTERING -> "fostering";
      case LEAVING_CARE -> "leaving-care";
      case OTHER_LOOKED_AFTER -> "other-looked-after";
      case SOCIAL_WORK -> "social-work";
      case BLOCK_SERVICES -> "block-services";
    };
  }

  /** The series whose real growth the index had, where one is published. */
  private static List<String> series(PriceIndex index) {
    return switch (index) {
      case HOMES -> List.of("unit-cost-residential");
      case FOSTERING -> List.of("unit-cost-fostering");
      // The published unit cost is rounded to 5 pounds, 4% of it: spending over children in need.
      case SOCIAL_WORK -> List.of("spend-safeguarding-gross", "children-in-need");
      case LEAVING_CARE, OTHER_LOOKED_AFTER, BLOCK_SERVICES -> List.of();
    };
  }

  /** Yearly changes of the logarithm of the real unit cost, if enough are published. */
  private static Optional<double[]> realGrowth(BaseYear base, Deflator deflator, PriceIndex index) {
    List<String> ids = series(index);
    if (ids.isEmpty() || !ids.stream().allMatch(base::has)) {
      return Optional.empty();
    }
    YearRange window = base.window(ids.toArray(String[]::new));
    Series numerator = base.evidence().series(ids.get(0));
    ToDoubleFunction<FinancialYear> unitCost =
        ids.size() == 1
            ? numerator::at
            : year -> numerator.at(year) / base.evidence().series(ids.get(1)).at(year);
    double[] changes =
        new History(base.evidence(), window)
            .logChanges(year -> unitCost.applyAsDouble(year) / deflator.index(year));
    return changes.length < FEWEST_CHANGES ? Optional.empty() : Optional.of(changes);
  }

  private static void published(
      InputsBuilder inputs, BaseYear base, PriceIndex index, double[] growth) {
    List<String> evidence =
        Stream.concat(
                series(index).stream(),
                Stream.of("gdp-deflator", "price-spread", "price-persistence"))
            .toList();
    double prior = base.prior("price-spread");
    BaseYear.estimate(
        inputs, index.recentDrift(), Changes.mean(growth), Changes.error(growth, prior), evidence);
    // What persists is drawn as persistence; the yearly shock is what is left of the spread.
    double persistence = base.prior("price-persistence");
    double spread = Changes.spread(growth, prior) * Math.sqrt(1 - persistence * persistence);
    BaseYear.fixed(inputs, index.spread(), spread, evidence.toArray(String[]::new));
  }

  private static void assumed(InputsBuilder inputs, BaseYear base, PriceIndex index) {
    String recent = "recent-drift-" + id(index);
    String prior = base.evidence().knows(recent) ? recent : "long-run-drift-" + id(index);
    base.prior(inputs, index.recentDrift(), prior);
    base.prior(inputs, index.spread(), "price-spread");
  }
}
