package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.PriceIndex;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.WeightedByAge;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.model.Shock;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.PublishedLine.PriceFrom;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.published.SeriesSum;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Numbers of C2 for a base year: inflation and price indices.
 *
 * <p>Where a unit cost is published, or spending and the volume that it follows, drift, spread and
 * autocorrelation of its real growth are estimated, pooled with one belief for all indices, and
 * fade to it; elsewhere they are priors. Block lines are policy as much as price: their spending
 * says nothing of prices.
 */
final class PriceCalibration {
  /** Fewer yearly changes than this say nothing of how shocks strike together. */
  private static final int FEWEST_CHANGES = 3;

  private static final String DRIFT = "price-drift";
  private static final String HALF_LIFE = "price-drift-half-life";
  private static final String ONE = "1 in the base year";

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final BaseYearPrices prices;
  private final LeaverCalibration leavers;
  private final Map<PriceIndex, NavigableMap<FinancialYear, Cited>> growth =
      new EnumMap<>(PriceIndex.class);

  private PriceCalibration(InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices) {
    this.fill = fill;
    this.base = base;
    this.prices = prices;
    this.leavers = new LeaverCalibration(base);
  }

  static void fill(
      InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices, YearRange years) {
    PriceCalibration calibration = new PriceCalibration(fill, base, prices);
    calibration.inflationPath(years);
    calibration.inflationSpread();
    fill.opening(
        PriceIndex.FADE, base.fade(HALF_LIFE, PublishedTable.GROSS), "1 in a published base year");
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
    years.years().forEach(year -> path.put(year, prices.growth(year)));
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
    fill.prior(index.longRunDrift(), DRIFT);
    fill.shocks(index.shock());
    NavigableMap<FinancialYear, Cited> real = realGrowth(index);
    if (real.isEmpty()) {
      assumed(index);
    } else {
      growth.put(index, real);
      published(index, real);
    }
  }

  /** Real growth of a unit cost, in logarithms, in the years whose change is published. */
  private NavigableMap<FinancialYear, Cited> realGrowth(PriceIndex index) {
    NavigableMap<FinancialYear, Cited> growths = new TreeMap<>();
    PublishedLine.pricing(index)
        .ifPresent(
            row ->
                window()
                    .filter(year -> isComparable(row, year))
                    .forEach(
                        year -> {
                          Cited before = real(row, year.plus(-1), year);
                          growths.put(year, real(row, year, year).over(before).log());
                        }));
    return growths;
  }

  /** The years that an estimate looks back over, up to the base year. */
  private Stream<FinancialYear> window() {
    FinancialYear first = base.year().plus(1 - BaseYearEvidence.WINDOW);
    return YearRange.inclusive(first, base.year()).years().stream();
  }

  private boolean isComparable(PublishedLine row, FinancialYear year) {
    if (row.price() == PriceFrom.UNIT_COST) {
      return isComparable(SeriesSum.of(row.unitCost().orElseThrow()), year);
    }
    return isComparable(SeriesSum.of(row.spending().plus().get(0)), year)
        && isComparable(row.volume(), year)
        && row.spending().minus().stream().allMatch(part -> isKnown(part, year));
  }

  private boolean isComparable(SeriesSum sum, FinancialYear year) {
    return sum.isComparable(base.evidence(), year);
  }

  /** Whether spending on a line is held of a year and the one before, or its unit cost is. */
  private boolean isKnown(String spending, FinancialYear year) {
    PublishedLine part = line(spending);
    boolean priced =
        part.unitCost().filter(id -> isComparable(SeriesSum.of(id), year)).isPresent()
            && isComparable(part.volume(), year);
    return priced || isComparable(SeriesSum.of(spending), year);
  }

  private static PublishedLine line(String spending) {
    return PublishedLine.all().stream()
        .filter(row -> row.spending().plus().get(0).equals(spending))
        .findFirst()
        .orElseThrow();
  }

  /** The real unit cost of a year, measured as can be in the one and in the year before it. */
  private Cited real(PublishedLine row, FinancialYear at, FinancialYear year) {
    Cited index = prices.index(at);
    if (row.price() == PriceFrom.UNIT_COST) {
      return base.at(row.unitCost().orElseThrow(), at).over(index);
    }
    Cited spent = base.at(row.spending().plus().get(0), at);
    for (String part : row.spending().minus()) {
      spent = spent.minus(spent(part, at, year));
    }
    Cited volume =
        row.volumeIsModelled() ? leavers.stock(at) : row.volume().workedOut(base.evidence(), at);
    return spent.over(volume).over(index);
  }

  /** GBP million on a line: as it is held, else what its unit cost gives. */
  private Cited spent(String spending, FinancialYear at, FinancialYear year) {
    if (isComparable(SeriesSum.of(spending), year)) {
      return base.at(spending, at);
    }
    PublishedLine part = line(spending);
    return base.at(part.unitCost().orElseThrow(), at)
        .times(part.volume().workedOut(base.evidence(), at))
        .times(base.prior("weeks-in-year"))
        .over(1e6);
  }

  /** What is published of growth opens the deviation, too: the base year's beyond the drift. */
  private void published(PriceIndex index, NavigableMap<FinancialYear, Cited> growths) {
    YearlySeries real = YearlySeries.of(List.copyOf(growths.values()));
    Estimate persistence = real.autocorrelation(base.belief("price-persistence"));
    Estimate spread =
        real.spread(
            Shrinkage.ofSeries(base.spreadBelief("price-spread"), persistence), persistence);
    Estimate drift = real.mean(base.belief(DRIFT), spread, persistence);
    Cited last = growths.get(base.year());
    if (last == null) {
      opensOnItsDrift(index);
    } else {
      fill.opening(
          index.deviation(),
          last.minus(drift.cited()),
          "real growth of the unit cost in the base year, less the recent drift");
    }
    fill.estimated(
        index.recentDrift(), drift, "mean of # yearly changes of the real unit cost, pooled");
    fill.estimated(index.persistence(), persistence, "autocorrelation of # yearly changes, shrunk");
    fill.estimated(
        index.spread(),
        Shrinkage.innovation(spread, persistence),
        "spread of # yearly changes, less what persists");
  }

  private void assumed(PriceIndex index) {
    opensOnItsDrift(index);
    fill.prior(index.recentDrift(), DRIFT);
    fill.prior(index.persistence(), "price-persistence");
    fill.prior(index.spread(), "price-spread");
  }

  private void opensOnItsDrift(PriceIndex index) {
    fill.opening(
        index.deviation(), Cited.from(0, one()), "no growth of the unit cost in the base year");
  }

  /** Sample correlations where real growth is published for both, shrunk to the registered one. */
  private void correlation() {
    List<String> names =
        Arrays.stream(PriceIndex.values()).map(PriceIndex::shock).map(Shock::name).toList();
    List<FinancialYear> shared =
        window()
            .filter(year -> growth.values().stream().allMatch(each -> each.containsKey(year)))
            .toList();
    boolean enough = growth.size() > 1 && shared.size() >= FEWEST_CHANGES;
    List<YearlySeries> samples = new ArrayList<>();
    for (PriceIndex index : PriceIndex.values()) {
      samples.add(enough ? shared(index, shared) : YearlySeries.of(0));
    }
    fill.correlation(
        ShrunkCorrelation.of(
            names,
            samples,
            base.prior("price-correlation"),
            enough ? base.prior("correlation-weight") : Cited.of(0)));
  }

  /** An index without a series never varies, so its correlations are the registered one. */
  private YearlySeries shared(PriceIndex index, List<FinancialYear> years) {
    NavigableMap<FinancialYear, Cited> all = growth.get(index);
    return all == null
        ? YearlySeries.of(new double[years.size()])
        : YearlySeries.of(years.stream().map(all::get).toList());
  }
}
