package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fundinggap.calibration.PublishedLine.PriceFrom;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.WeightedByAge;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Shock;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

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

  private static final String HALF_LIFE = "price-drift-half-life";
  private static final String ONE = "1 in the base year";

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final BaseYearPrices prices;
  private final Map<PriceIndex, YearlySeries> growth = new EnumMap<>(PriceIndex.class);

  private PriceCalibration(InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices) {
    this.fill = fill;
    this.base = base;
    this.prices = prices;
  }

  static void fill(
      InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices, YearRange years) {
    PriceCalibration calibration = new PriceCalibration(fill, base, prices);
    calibration.inflationPath(years);
    calibration.inflationSpread();
    fill.opening(PriceIndex.FADE, calibration.one(), ONE);
    fill.prior(PriceIndex.HALF_LIFE, HALF_LIFE);
    for (PriceIndex index : PriceIndex.values()) {
      calibration.index(index);
    }
    calibration.correlation();
  }

  /** What is 1 in the base year and moves as recent drifts fade. */
  private Cited one() {
    return Cited.from(1, base.prior(HALF_LIFE));
  }

  private Cited logGrowth(FinancialYear year) {
    return Cited.of(1).plus(prices.growth(year)).log();
  }

  private void inflationPath(YearRange years) {
    TreeMap<FinancialYear, Cited> path = new TreeMap<>();
    years.years().forEach(year -> path.put(year, logGrowth(year)));
    fill.schedule(Inflation.CENTRAL, path, prices.method());
    Cited now = logGrowth(base.year());
    // The path starts from the base year's own growth, so nothing is left over.
    fill.opening(Inflation.DEVIATION, Cited.from(0, now), "the path is of the base year");
    fill.opening(Inflation.INFLATION, now, "growth of the deflator in the base year");
    fill.opening(Inflation.DEFLATOR, Cited.from(1, prices.index(base.year())), ONE);
  }

  /**
   * How far inflation strays from its path is read from its yearly changes in the record from 1960
   * on, of which late years count more: few years know no regime but their own.
   */
  private void inflationSpread() {
    String persistence = "inflation-persistence";
    fill.prior(Inflation.PERSISTENCE, persistence);
    YearlySeries changes = Deflators.yearlyGrowth(base.evidence(), base.year()).changes();
    fill.estimated(
        Inflation.SPREAD,
        Shrinkage.shocksOf(
            WeightedByAge.size(changes, base.prior("inflation-half-life")),
            base.believed(persistence)),
        "size of # yearly changes of inflation, late ones count more, less what persists");
    fill.shocks(Inflation.SHOCK);
  }

  private void index(PriceIndex index) {
    fill.opening(index.price(), one(), ONE);
    fill.prior(index.longRunDrift(), longRunDrift(index));
    fill.shocks(index.shock());
    realGrowth(index)
        .ifPresentOrElse(
            real -> {
              growth.put(index, real);
              published(index, real);
            },
            () -> assumed(index));
  }

  private static String longRunDrift(PriceIndex index) {
    return "long-run-drift-" + id(index);
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

  /** Yearly changes of the logarithm of the real unit cost; empty if too few are published. */
  private Optional<YearlySeries> realGrowth(PriceIndex index) {
    return PublishedLine.pricing(index)
        .filter(row -> row.priceSeries().stream().allMatch(base::has))
        .flatMap(
            row -> {
              YearRange window = base.window(row.priceSeries().toArray(String[]::new));
              return window.length() <= FEWEST_CHANGES
                  ? Optional.empty()
                  : Optional.of(BaseYearEvidence.logs(window, year -> real(row, year)).changes());
            });
  }

  private Cited real(PublishedLine row, FinancialYear year) {
    Cited price = base.at(row.priceSeries().get(0), year);
    if (row.price() == PriceFrom.SPENDING_OVER_VOLUME) {
      price =
          price.over(
              row.volumeIsModelled()
                  ? new LeaverCalibration(base).stock(year)
                  : row.volume().workedOut(base, year));
    }
    return price.over(prices.index(year));
  }

  /** What is published of growth opens the deviation, too: the base year's beyond the drift. */
  private void published(PriceIndex index, YearlySeries real) {
    Estimate persistence = real.autocorrelation(base.belief("price-persistence"));
    Estimate spread =
        real.spread(
            Shrinkage.ofSeries(base.spreadBelief("price-spread"), persistence), persistence);
    Estimate drift =
        real.mean(
            base.beliefAbout(base.prior(longRunDrift(index)), "recent-drift-spread"),
            spread,
            persistence);
    fill.opening(
        index.deviation(),
        real.citedLast().minus(drift.cited()),
        "real growth of the unit cost in the base year, less the recent drift");
    fill.estimated(
        index.recentDrift(), drift, "mean of # yearly changes of the real unit cost, pooled");
    fill.estimated(index.persistence(), persistence, "autocorrelation of # yearly changes, shrunk");
    fill.estimated(
        index.spread(),
        Shrinkage.innovation(spread, persistence),
        "spread of # yearly changes, less what persists");
  }

  private String recentPrior(PriceIndex index) {
    String recent = "recent-drift-" + id(index);
    return base.evidence().knows(recent) ? recent : longRunDrift(index);
  }

  private void assumed(PriceIndex index) {
    fill.opening(index.deviation(), Cited.from(0, one()), "no growth of the base year is held");
    fill.prior(index.recentDrift(), recentPrior(index));
    fill.prior(index.persistence(), "price-persistence");
    fill.prior(index.spread(), "price-spread");
  }

  /** Sample correlations where real growth is published for both, shrunk to the registered one. */
  private void correlation() {
    List<String> names =
        Arrays.stream(PriceIndex.values()).map(PriceIndex::shock).map(Shock::name).toList();
    int shortest = growth.values().stream().mapToInt(YearlySeries::years).min().orElse(0);
    boolean enough = growth.size() > 1 && shortest >= FEWEST_CHANGES;
    List<YearlySeries> samples = new ArrayList<>();
    for (PriceIndex index : PriceIndex.values()) {
      samples.add(enough ? latest(index, shortest) : YearlySeries.of(0));
    }
    fill.correlation(
        ShrunkCorrelation.of(
            names,
            samples,
            base.prior("price-correlation"),
            enough ? base.prior("correlation-weight") : Cited.of(0)));
  }

  /** An index without a series never varies, so its correlations are the registered one. */
  private YearlySeries latest(PriceIndex index, int count) {
    YearlySeries all = growth.get(index);
    return all == null ? YearlySeries.of(new double[count]) : all.latest(count);
  }
}
