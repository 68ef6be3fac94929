package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.internal.Log;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of C2 for a base year: inflation and price indices.
 *
 * <p>Where a unit cost is published, or spending and the volume that it follows, drift, spread and
 * autocorrelation of its real growth are estimated and shrunk; elsewhere they are priors. Block
 * lines are policy as much as price, and the rest of looked-after care changed its content in
 * 2019-20: their spending says nothing of prices.
 */
final class PriceCalibration {
  /** Fewer yearly changes than this say nothing of a drift. */
  private static final int FEWEST_CHANGES = 3;

  private static final String[] DEFLATOR = {"gdp-deflator"};

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final Deflator deflator;
  private final YearRange years;
  private final Map<PriceIndex, YearlySeries> growth = new EnumMap<>(PriceIndex.class);

  private PriceCalibration(
      InputsWriter fill, BaseYearEvidence base, Deflator deflator, YearRange years) {
    this.fill = fill;
    this.base = base;
    this.deflator = deflator;
    this.years = years;
  }

  static void fill(InputsWriter fill, BaseYearEvidence base, Deflator deflator, YearRange years) {
    PriceCalibration calibration = new PriceCalibration(fill, base, deflator, years);
    calibration.inflationPath();
    calibration.inflationSpread();
    fill.inputs().opening(PriceIndex.FADE, 1, Origin.prior("price-drift-half-life"));
    fill.prior(PriceIndex.HALF_LIFE, "price-drift-half-life");
    for (PriceIndex index : PriceIndex.values()) {
      calibration.index(index);
    }
    calibration.correlation();
  }

  private void inflationPath() {
    TreeMap<FinancialYear, Double> path = new TreeMap<>();
    for (FinancialYear year : years.years()) {
      path.put(year, Log.log(1 + deflator.growth(year)));
    }
    int lastOutturn = base.evidence().series(DEFLATOR[0]).byCalendarYear().lastKey();
    String[] ids =
        base.year().startYear() >= lastOutturn && base.evidence().knows("cpi-inflation")
            ? new String[] {DEFLATOR[0], "cpi-inflation", "inflation-long-run"}
            : new String[] {DEFLATOR[0], "inflation-long-run"};
    fill.inputs()
        .schedule(Inflation.CENTRAL, path, Origin.estimated("outturn, then forecast", ids));
    fill.workedOut(Inflation.DEVIATION, 0, "the path is of the base year", DEFLATOR);
    fill.workedOut(
        Inflation.INFLATION,
        Log.log(1 + deflator.growth(base.year())),
        "growth of the deflator in the base year",
        DEFLATOR);
    fill.workedOut(Inflation.DEFLATOR, 1, "1 in the base year", DEFLATOR);
  }

  private void inflationSpread() {
    List<Double> logs = new ArrayList<>();
    base.evidence()
        .series(DEFLATOR[0])
        .byCalendarYear()
        .headMap(base.year().startYear(), true)
        .values()
        .forEach(value -> logs.add(Log.log(value)));
    YearlySeries inflation =
        YearlySeries.of(logs.stream().mapToDouble(Double::doubleValue).toArray()).changes();
    Estimate persistence = inflation.autocorrelation(base.belief("inflation-persistence"));
    fill.estimated(
        Inflation.PERSISTENCE,
        persistence,
        "autocorrelation of # calendar years, shrunk",
        DEFLATOR[0],
        "inflation-persistence");
    fill.estimated(
        Inflation.SPREAD,
        Shrinkage.innovation(
            inflation.spread(
                Shrinkage.ofSeries(base.spreadBelief("inflation-spread"), persistence),
                persistence.mean()),
            persistence),
        "spread of # calendar years, less what persists",
        DEFLATOR[0],
        "inflation-spread",
        "spread-years",
        "inflation-persistence");
    fill.shocks(Inflation.SHOCK);
  }

  private void index(PriceIndex index) {
    Origin base1 = Origin.estimated("1 in the base year", "price-drift-half-life");
    fill.inputs().opening(index.price(), 1, base1);
    fill.inputs().opening(index.deviation(), 0, base1);
    fill.prior(index.longRunDrift(), "long-run-drift-" + id(index));
    fill.shocks(index.shock());
    YearlySeries real = realGrowth(index);
    if (real == null) {
      assumed(index);
    } else {
      growth.put(index, real);
      published(index, real);
    }
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
      case LEAVING_CARE -> List.of("spend-leaving-care-gross", "looked-after-ceased");
      case OTHER_LOOKED_AFTER, BLOCK_SERVICES -> List.of();
    };
  }

  /** Yearly changes of the logarithm of the real unit cost; null if too few are published. */
  private @Nullable YearlySeries realGrowth(PriceIndex index) {
    List<String> ids = series(index);
    if (ids.isEmpty() || !ids.stream().allMatch(base::has)) {
      return null;
    }
    YearRange window = base.window(ids.toArray(String[]::new));
    if (window.length() <= FEWEST_CHANGES) {
      return null;
    }
    ToDoubleFunction<FinancialYear> volume = volume(index);
    return BaseYearEvidence.logs(
            window,
            year -> base.at(ids.get(0), year) / volume.applyAsDouble(year) / deflator.index(year))
        .changes();
  }

  private ToDoubleFunction<FinancialYear> volume(PriceIndex index) {
    LeaverCalibration leavers = new LeaverCalibration(base);
    return switch (index) {
      case SOCIAL_WORK -> year -> base.at("children-in-need", year);
      case LEAVING_CARE -> leavers::stock;
      case HOMES, FOSTERING, OTHER_LOOKED_AFTER, BLOCK_SERVICES -> year -> 1;
    };
  }

  private void published(PriceIndex index, YearlySeries real) {
    Estimate persistence = real.autocorrelation(base.belief("price-persistence"));
    Estimate spread =
        real.spread(
            Shrinkage.ofSeries(base.spreadBelief("price-spread"), persistence), persistence.mean());
    Estimate drift =
        real.mean(
            base.beliefAbout(base.prior("long-run-drift-" + id(index)), "recent-drift-spread"),
            spread.mean(),
            persistence.mean());
    fill.estimated(
        index.recentDrift(),
        drift,
        "mean of # yearly changes of the real unit cost, pooled",
        evidence(
            index,
            "long-run-drift-" + id(index),
            "recent-drift-spread",
            "price-spread",
            "price-persistence"));
    fill.estimated(
        index.persistence(),
        persistence,
        "autocorrelation of # yearly changes, shrunk",
        evidence(index, "price-persistence"));
    fill.estimated(
        index.spread(),
        Shrinkage.innovation(spread, persistence),
        "spread of # yearly changes, less what persists",
        evidence(index, "price-spread", "price-persistence", "spread-years"));
  }

  private static String[] evidence(PriceIndex index, String... priors) {
    return Stream.of(series(index).stream(), Stream.of(DEFLATOR), Arrays.stream(priors))
        .flatMap(ids -> ids)
        .toArray(String[]::new);
  }

  private String recentPrior(PriceIndex index) {
    String recent = "recent-drift-" + id(index);
    return base.evidence().knows(recent) ? recent : "long-run-drift-" + id(index);
  }

  private void assumed(PriceIndex index) {
    fill.prior(index.recentDrift(), recentPrior(index));
    fill.prior(index.persistence(), "price-persistence");
    fill.prior(index.spread(), "price-spread");
  }

  /** Sample correlations where real growth is published for both, shrunk to the registered one. */
  private void correlation() {
    List<String> names =
        Arrays.stream(PriceIndex.values()).map(PriceIndex::shock).map(Shock::name).toList();
    double registered = base.prior("price-correlation");
    int shortest = growth.values().stream().mapToInt(YearlySeries::years).min().orElse(0);
    boolean enough = growth.size() > 1 && shortest >= FEWEST_CHANGES;
    double weight = enough ? base.prior("correlation-weight") : 0;
    List<YearlySeries> samples = new ArrayList<>();
    for (PriceIndex index : PriceIndex.values()) {
      samples.add(enough ? latest(index, shortest) : YearlySeries.of(0));
    }
    Correlation correlation = ShrunkCorrelation.of(names, samples, registered, weight);
    fill.inputs()
        .correlation(
            correlation,
            enough
                ? Origin.estimated(
                    "sample correlations of " + shortest + " years, weight " + weight,
                    "unit-cost-residential",
                    "unit-cost-fostering",
                    "spend-safeguarding-gross",
                    "price-correlation",
                    "correlation-weight")
                : Origin.prior("price-correlation"));
  }

  /** An index without a series never varies, so its correlations are the registered one. */
  private YearlySeries latest(PriceIndex index, int count) {
    double[] values = new double[count];
    YearlySeries all = growth.get(index);
    if (all != null) {
      for (int i = 0; i < count; i++) {
        values[i] = Objects.requireNonNull(all).at(all.years() - count + i);
      }
    }
    return YearlySeries.of(values);
  }
}
