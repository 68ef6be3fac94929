package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D7 for a base year: placements. */
@SuppressWarnings("EnumOrdinal") // arrays and lists of states are in the order of Placement
final class PlacementCalibration {
  private static final Placement[] STATES = Placement.values();
  private static final String LOOKED_AFTER = "looked-after";
  private static final String STARTED = "looked-after-started";
  private static final String CEASED = "looked-after-ceased";
  private static final String OWN_FOSTER = "placed-foster-own";
  private static final String DRIFT = "homes-weight-drift";

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final ChainYears chain;

  private PlacementCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
    this.stocks = new PlacementStocks(base);
    this.chain = new ChainYears(base);
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    PlacementCalibration calibration = new PlacementCalibration(fill, base);
    new ChainRates(base).fill(fill);
    for (Placement placement : STATES) {
      fill.prior(placement.asylumShare(), "asylum-share-" + placement.id());
    }
    ChainYears.Year now = calibration.chain.solve(base.year());
    calibration.shortfall();
    calibration.destinations(now);
    calibration.stocks(now);
    calibration.independentFostering();
  }

  private void shortfall() {
    YearRange years = PublishedRates.of(base, LOOKED_AFTER, STARTED, CEASED).flowYears().window();
    fill.estimated(
        Placements.FLOW_SHORTFALL,
        Shrinkage.plainMean(
            BaseYearEvidence.series(years, chain::shortfall),
            base.spreadBelief("flow-shortfall-spread")),
        "mean of # years");
  }

  /**
   * Moves end where the base year's stocks need them to; from there weights wander as they did, and
   * homes go on to gain.
   */
  private void destinations(ChainYears.Year now) {
    for (Placement placement : STATES) {
      fill.parameter(
          placement.destinationShare(),
          now.destinations().get(placement.ordinal()),
          "solved so that last year's stocks become this year's");
    }
    for (Placement placement : Placement.weighted()) {
      fill.opening(placement.weight(), Cited.from(1, now.destinations()), "1 in the base year");
      fill.estimated(
          placement.weightSpread(),
          spread(chain.changesOfWeight(placement)),
          "spread of # yearly log changes of the weight that each year's stocks need");
      fill.shocks(placement.weightShock());
    }
    List<Cited> changes = chain.changesOfResidentialOdds();
    fill.estimated(
        Placements.HOMES_DRIFT,
        changes.size() > 1 ? drift(YearlySeries.of(changes)) : base.believed(DRIFT),
        "mean of # yearly log changes of the odds of residential moves, shrunk");
  }

  /** A single change or none says nothing of a spread. */
  private Estimate spread(List<Cited> changes) {
    YearlySeries series = changes.isEmpty() ? YearlySeries.of(0) : YearlySeries.of(changes);
    return series.spread(base.spreadBelief("chain-rate-spread"));
  }

  private Estimate drift(YearlySeries changes) {
    return changes.mean(base.belief(DRIFT), changes.spread(base.spreadBelief("chain-rate-spread")));
  }

  private void stocks(ChainYears.Year now) {
    List<Cited> closing = stocks.closing();
    List<Cited> othersClosing = stocks.others(closing, base.year());
    // Averages come from the same chain as those of later years, so that cost does not step.
    List<Cited> averages =
        stocks.withAsylum(now.averages(), fill.openingOf(CareEntries.ASYLUM_AVERAGE));
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      String average = "average of a year of the chain";
      fill.opening(
          placement.stock(),
          closing.get(state),
          "published, scaled to add up to children looked after");
      fill.opening(placement.average(), averages.get(state), average);
      fill.opening(
          placement.othersStock(),
          othersClosing.get(state),
          "less asylum-seeking children at their assumed share");
      fill.opening(placement.othersAverage(), now.averages().get(state), average);
    }
    fill.published(Placements.LOOKED_AFTER, base.at(LOOKED_AFTER));
    fill.opening(
        Placements.LOOKED_AFTER_AVERAGE, PlacementStocks.sum(averages), "sum over placements");
    fill.published(Placements.STARTED, base.at(STARTED));
    fill.published(Placements.CEASED, base.at(CEASED));
  }

  private Cited independentShare(FinancialYear year) {
    Cited independent =
        base.at("placed-foster-private", year).plus(base.at("placed-foster-voluntary", year));
    return independent.over(independent.plus(base.at(OWN_FOSTER, year)));
  }

  private void independentFostering() {
    boolean published =
        base.evidence().knows(OWN_FOSTER)
            && base.evidence().series(OWN_FOSTER).first().compareTo(base.year()) <= 0;
    if (!published) {
      fill.prior(Placements.INDEPENDENT_DRIFT, "independent-foster-drift");
      fill.opening(
          Placements.INDEPENDENT_FOSTER_SHARE,
          base.prior("independent-foster-share"),
          "providers are not published yet");
      return;
    }
    Series own = base.evidence().series(OWN_FOSTER);
    // Providers are published for some years only: take the nearest to the base year.
    FinancialYear from = own.first();
    FinancialYear at = own.last().compareTo(base.year()) > 0 ? base.year() : own.last();
    int years = from.yearsUntil(at);
    Cited drift =
        years == 0
            ? Cited.of(0)
            : independentShare(at).over(independentShare(from)).log().over(years);
    fill.opening(
        Placements.INDEPENDENT_FOSTER_SHARE,
        independentShare(at),
        "of fostering by provider in " + at);
    fill.estimated(
        Placements.INDEPENDENT_DRIFT,
        Estimate.of(
            drift, base.prior("independent-foster-drift-spread"), years, years == 0 ? 0 : 1),
        "mean of # yearly log changes");
  }
}
