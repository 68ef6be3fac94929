package org.fundinggap.calibration;

import com.google.common.base.CaseFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.MarginalCost;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.ShrunkCorrelation;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;
import org.fundinggap.published.PublishedLine;
import org.fundinggap.published.PublishedTable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of C1 and C4 for a base year, line by line. */
final class CostCalibration {
  private static final double MILLION = 1e6;
  private static final String GROSS = PublishedTable.GROSS;
  private static final String WEEKS = "weeks-in-year";

  /** The published blocks miss their published total by up to 0.5%, in 2022-23. */
  private static final double BLOCKS_CLOSE = 0.005;

  /** Fewer yearly changes than this say nothing of how lines move together. */
  private static final int FEWEST_CHANGES = 3;

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final BaseYearPrices prices;

  /** What was spent, by series: a line's own, and the block that the rest of care is left of. */
  private final Map<String, Cited> spending = new LinkedHashMap<>();

  /** Yearly real changes of each block line, by the shock that they stand for. */
  private final Map<String, YearlySeries> policyChanges = new LinkedHashMap<>();

  private CostCalibration(InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices) {
    this.fill = fill;
    this.base = base;
    this.prices = prices;
  }

  /**
   * Fills in the numbers of cost; average volumes are demand's opening values, which so come first.
   */
  static void fill(InputsWriter fill, BaseYearEvidence base, BaseYearPrices prices) {
    CostCalibration calibration = new CostCalibration(fill, base, prices);
    fill.prior(Cost.WEEKS, WEEKS);
    calibration.lines();
    PublishedLine.all().stream().filter(row -> row.line().isBlock()).forEach(calibration::policy);
    calibration.policyCorrelation();
    MarginalCost.lines().forEach(calibration::margin);
    calibration.followed();
  }

  private void lines() {
    for (PublishedLine row : PublishedLine.all()) {
      spending.put(row.spending().plus().get(0), published(row));
    }
    List<Cited> lines = new ArrayList<>();
    for (PublishedLine row : PublishedLine.all()) {
      // The rest of looked-after care is what the block's published lines leave.
      Cited spent = of(row.spending().plus().get(0));
      for (String part : row.spending().minus()) {
        spent = spent.minus(of(part));
      }
      line(row, spent);
      lines.add(spent);
    }
    scope(lines.stream().reduce(Cited::plus).orElseThrow());
  }

  private Cited of(String series) {
    return Objects.requireNonNull(spending.get(series), series);
  }

  /** What published unit costs divide by: children at 31 March; modelled for care leavers. */
  private Cited volume(PublishedLine row) {
    return row.volumeIsModelled()
        ? fill.openingOf(row.stock())
        : row.volume().workedOut(base.evidence(), base.year());
  }

  private void line(PublishedLine row, Cited spent) {
    CostLine line = row.line();
    Cited volume = volume(row);
    Cited perUnit = volume.times(base.prior(WEEKS)).over(MILLION);
    Optional<Cited> published = unitCost(row);
    Cited unitCost = published.orElseGet(() -> spent.over(perUnit));
    fill.parameter(line.unitCost(), unitCost, "spending over volume at 31 March and weeks");
    fill.parameter(
        line.stockToAverage(),
        volume.over(fill.openingOf(line.volume())),
        "volume at 31 March over the average of the year");
    fill.parameter(
        line.reconciliation(),
        published.isPresent()
            ? spent.over(perUnit.times(unitCost)).minus(Cited.of(1))
            : Cited.from(0, unitCost),
        "spending over volume, unit cost and weeks, less 1");
  }

  /** What was spent; where the line is published for other years only, what its unit cost gives. */
  private Cited published(PublishedLine row) {
    String series = row.spending().plus().get(0);
    if (base.has(series)) {
      return base.at(series);
    }
    Cited unitCost =
        unitCost(row)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "spending on "
                            + row.line().label()
                            + " must be held for "
                            + base.year()
                            + " as "
                            + series
                            + " or as a unit cost, is neither; add it to the register or choose"
                            + " another base year"));
    return volume(row).times(unitCost).times(base.prior(WEEKS)).over(MILLION);
  }

  private Optional<Cited> unitCost(PublishedLine row) {
    return row.unitCost().filter(base::has).map(base::at);
  }

  /** From the sum of section 251 lines to the net basis on which funding is counted. */
  private void scope(Cited lines) {
    Cited ratio = lines.over(base.at(GROSS));
    Culprits.naming(
        ratio.ids(),
        () ->
            Checks.within(
                ratio.value(),
                1 - BLOCKS_CLOSE,
                1 + BLOCKS_CLOSE,
                "sum of cost lines over spend-gross in " + base.year(),
                "a line is missing, or counted in two lines"));
    fill.parameter(
        Cost.SCOPE,
        NetBasis.of(base).gross(base).over(lines).minus(Cited.of(1)),
        "published total over the lines, less 1");
    fill.parameter(
        Cost.INCOME, Cited.of(1).minus(NetBasis.of(base).share(base)), "1 less net over gross");
  }

  /**
   * Past growth of a block line for each child beyond prices, taken part of the way to zero, and
   * how far its yearly changes in real terms lie from their mean.
   */
  private void policy(PublishedLine row) {
    CostLine line = row.line();
    String id = row.spending().plus().get(0);
    String children = row.volume().plus().get(0);
    YearRange window = base.window(id, children);
    FinancialYear first = window.first();
    int years = first.yearsUntil(base.year());
    Cited real =
        base.at(id)
            .over(base.at(id, first))
            .over(base.at(children).over(base.at(children, first)))
            .over(index(base.year()).over(index(first)));
    fill.opening(line.policy(), Cited.from(1, base.at(id)), "1 in the base year");
    Cited weight = base.prior("policy-growth-weight");
    // Without history policy is taken to stand still.
    Cited mean =
        years == 0
            ? Cited.of(0)
            : weight.times(real.log().over(years).minus(base.prior("price-drift")));
    fill.estimated(
        line.policyGrowth(),
        Estimate.of(
            mean, base.prior("policy-growth-spread"), years, years == 0 ? 0 : weight.value()),
        "mean of # years, real, for each child, beyond prices, part of the way");
    YearlySeries changes =
        Shrinkage.changes(
            BaseYearEvidence.logs(
                window, year -> base.at(id, year).over(base.at(children, year)).over(index(year))));
    fill.estimated(
        line.policySpread(),
        changes.spread(base.spreadBelief("policy-spread")),
        "spread of # yearly changes, real, for each child");
    fill.shocks(line.policyShock());
    policyChanges.put(line.policyShock().name(), changes);
  }

  /** Budgets are cut together: sample correlations, shrunk towards none; too few years say none. */
  private void policyCorrelation() {
    int shortest = policyChanges.values().stream().mapToInt(YearlySeries::years).min().orElse(0);
    if (shortest >= FEWEST_CHANGES) {
      fill.correlation(
          ShrunkCorrelation.of(
              List.copyOf(policyChanges.keySet()),
              policyChanges.values().stream().map(all -> all.latest(shortest)).toList(),
              Cited.of(0),
              base.prior("correlation-weight")));
    }
  }

  private Cited index(FinancialYear year) {
    return prices.index(year);
  }

  /** Numbers of C4: what is saved when fewer people need a service. */
  private void margin(CostLine line) {
    fill.parameter(
        line.baseVolume(),
        fill.openingOf(line.volume()),
        "changes of volume are counted from the base year");
    fill.prior(line.savingSpeed(), "saving-speed-" + word(line));
    fill.prior(line.savedInTheEnd(), "saved-in-the-end-" + word(line));
  }

  private void followed() {
    fill.prior(MarginalCost.AVOIDED_IN_HOMES, "avoided-in-homes");
    fill.prior(MarginalCost.SAVED_BY_MOVE, "saved-by-move");
    MarginalCost.followed()
        .forEach(
            (people, line) ->
                fill.opening(
                    people,
                    fill.openingOf(line.volume()),
                    "cost has followed the base year's volume"));
  }

  /** As ids of the register are written. */
  private static String word(CostLine line) {
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, line.id());
  }
}
