package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.calibration.ChainRates.RateType;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.SystemSearch;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D7 for a base year: placements. */
@SuppressWarnings("EnumOrdinal") // arrays and lists of states are in the order of Placement
final class PlacementCalibration {
  private static final Placement[] STATES = Placement.values();
  private static final int FOSTER = Placement.FOSTER.ordinal();
  private static final int HOMES = Placement.HOMES.ordinal();

  /** Of a child: stocks are published in tens. */
  private static final double ACCURACY = 1e-8;

  /** Longest history of where moves end. */
  private static final int LONGEST = 9;

  private static final String LOOKED_AFTER = "looked-after";
  private static final String STARTED = "looked-after-started";
  private static final String CEASED = "looked-after-ceased";
  private static final String ASYLUM = "asylum-seeking-looked-after";
  private static final String OWN_FOSTER = "placed-foster-own";
  private static final String DRIFT = "homes-weight-drift";

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final ChainRates rates;

  /** What one year of the chain needs to carry stocks to those published for its end. */
  private record YearOfChain(
      Cited exitDeviation, List<Cited> destinations, List<Cited> averages) {}

  private PlacementCalibration(InputsWriter fill, BaseYearEvidence base) {
    this.fill = fill;
    this.base = base;
    this.stocks = new PlacementStocks(base);
    this.rates = new ChainRates(base);
  }

  static void fill(InputsWriter fill, BaseYearEvidence base) {
    PlacementCalibration calibration = new PlacementCalibration(fill, base);
    calibration.rates.fill(fill);
    for (Placement placement : STATES) {
      fill.prior(placement.asylumShare(), "asylum-share-" + placement.id());
    }
    YearOfChain now = calibration.solve(base.year());
    calibration.shortfall();
    calibration.exits(now.exitDeviation());
    calibration.destinations(now);
    calibration.stocks(now);
    calibration.independentFostering();
    fill.shocks(Placements.EXIT_SHOCK);
  }

  /** By how many children published flows of a year fell short of its stocks. */
  private Cited shortfall(FinancialYear year) {
    return base.at(LOOKED_AFTER, year)
        .minus(base.at(LOOKED_AFTER, year.plus(-1)))
        .minus(base.at(STARTED, year))
        .plus(base.at(CEASED, year));
  }

  private void shortfall() {
    YearRange years = PublishedRates.of(base, LOOKED_AFTER, STARTED, CEASED).flowYears().window();
    fill.estimated(
        Placements.FLOW_SHORTFALL,
        Shrinkage.plainMean(
            BaseYearEvidence.series(years, this::shortfall),
            base.spreadBelief("flow-shortfall-spread")),
        "mean of # years");
  }

  private Cited entries(FinancialYear year) {
    return base.at(STARTED, year)
        .minus(EntryCalibration.asylumEntries(base, year))
        .plus(shortfall(year));
  }

  /**
   * The exit deviation and the destinations of moves at which the stocks of one March become those
   * of the next, placement by placement.
   */
  private YearOfChain solve(FinancialYear year) {
    List<Cited> before = stocks.others(stocks.before(year), year.plus(-1));
    List<Cited> after = stocks.others(stocks.closing(year), year);
    Cited entered = entries(year);
    double[] opening = values(before);
    double[] solution =
        SystemSearch.nearest(
            unknowns -> step(opening, entered.value(), unknowns)[0],
            values(after),
            new double[STATES.length],
            ACCURACY);
    List<Cited> from = new ArrayList<>(List.of(entered));
    from.addAll(before);
    from.addAll(after);
    Arrays.stream(RateType.values()).map(rates::rates).forEach(from::addAll);
    double[] weights = weights(solution);
    double all = CompensatedSum.sum(weights, 0, weights.length);
    return new YearOfChain(
        Cited.from(solution[FOSTER], from),
        Arrays.stream(weights).mapToObj(weight -> Cited.from(weight / all, from)).toList(),
        Arrays.stream(step(opening, entered.value(), solution)[1])
            .mapToObj(average -> Cited.from(average, from))
            .toList());
  }

  /** Weights of destinations: shares of moves times e to the unknown, which foster care has not. */
  private double[] weights(double[] unknowns) {
    double[] weights = rates.values(RateType.DESTINATION);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= i == FOSTER ? 1 : Exp.exp(unknowns[i]);
    }
    return weights;
  }

  /** A year of the chain. In place of a weight of foster care stands the deviation of exits. */
  private double[][] step(double[] opening, double entries, double[] unknowns) {
    double factor = Exp.exp(unknowns[FOSTER]);
    return Placements.oneYear(
        opening,
        Arrays.stream(rates.values(RateType.ENTRY)).map(share -> share * entries).toArray(),
        Arrays.stream(rates.values(RateType.EXIT)).map(rate -> rate * factor).toArray(),
        rates.values(RateType.MOVE),
        weights(unknowns));
  }

  private static double[] values(List<Cited> numbers) {
    return numbers.stream().mapToDouble(Cited::value).toArray();
  }

  /**
   * Exits of all placements swing together. Their level and how they swing come from the hazards of
   * leaving care that stocks and entries imply, which reach back further than flows by placement.
   */
  private void exits(Cited deviation) {
    PublishedRates history = PublishedRates.of(base, LOOKED_AFTER, STARTED, ASYLUM).flowYears();
    YearlySeries hazards = history.logs(this::hazardOfOthers);
    Estimate persistence = hazards.autocorrelation(base.belief("exit-persistence"));
    exitLevel(deviation, hazards, persistence);
    fill.estimated(
        Placements.EXIT_PERSISTENCE,
        persistence,
        "autocorrelation of # yearly log hazards, shrunk");
    fill.estimated(
        Placements.EXIT_SPREAD,
        Shrinkage.shocksOf(
            Shrinkage.changes(hazards).spread(base.spreadBelief("exit-spread")), persistence),
        "spread of # yearly log changes, less what reverts");
    fill.opening(
        Placements.EXIT_DEVIATION,
        deviation,
        "solved so that last year's stocks become this year's");
  }

  /**
   * The chain's deviation is from its own rates; the level keeps its distance from the base year.
   */
  private void exitLevel(Cited deviation, YearlySeries hazards, Estimate persistence) {
    Cited last = hazards.citedLast();
    Estimate spread = hazards.spread(base.spreadBelief("exit-level-spread"), persistence);
    Estimate level = hazards.mean(base.beliefAbout(last, "exit-level-spread"), spread, persistence);
    fill.estimated(
        Placements.EXIT_LEVEL,
        Estimate.of(
            deviation.plus(level.cited()).minus(last),
            // The belief is about the last of the same hazards, so data make it no surer.
            base.prior("exit-level-spread"),
            level.years(),
            level.weightOfData()),
        "mean of # yearly log hazards, pooled with the last");
  }

  /** The hazard of leaving care of children other than asylum-seeking ones. */
  private Cited hazardOfOthers(FinancialYear year) {
    FinancialYear before = year.plus(-1);
    return PublishedRates.hazard(
        "children looked after",
        base.at(LOOKED_AFTER, before).minus(base.at(ASYLUM, before)),
        entries(year),
        base.at(LOOKED_AFTER, year).minus(base.at(ASYLUM, year)));
  }

  /** Moves end where the base year's stocks need them to; homes go on to gain weight as of late. */
  private void destinations(YearOfChain now) {
    for (Placement placement : STATES) {
      fill.parameter(
          placement.destinationShare(),
          now.destinations().get(placement.ordinal()),
          "solved so that last year's stocks become this year's");
    }
    fill.opening(Placements.HOMES_WEIGHT, Cited.from(1, now.destinations()), "1 in the base year");
    List<Cited> changes = changesOfWeight();
    fill.estimated(
        Placements.HOMES_DRIFT,
        changes.size() > 1 ? drift(YearlySeries.of(changes)) : base.believed(DRIFT),
        "mean of # yearly log changes of the odds of residential moves, shrunk");
  }

  /**
   * Yearly changes of the log odds that a move ends in homes, supported or other placements. What
   * these count apart changed time and again, their sum not; changes into a year in which it did
   * are left out, for rates differ within the sum.
   */
  private List<Cited> changesOfWeight() {
    List<Cited> changes = new ArrayList<>();
    FinancialYear year = base.year();
    while (year.yearsUntil(base.year()) < LONGEST && stocks.areHeld(year.plus(-2))) {
      if (stocks.regrouped(year).isEmpty()) {
        changes.add(0, residentialOdds(year).minus(residentialOdds(year.plus(-1))));
      }
      year = year.plus(-1);
    }
    return changes;
  }

  private Cited residentialOdds(FinancialYear year) {
    List<Cited> destinations = solve(year).destinations();
    Cited share =
        destinations
            .get(HOMES)
            .plus(destinations.get(Placement.SUPPORTED.ordinal()))
            .plus(destinations.get(Placement.OTHER.ordinal()));
    return share.over(Cited.of(1).minus(share)).log();
  }

  private Estimate drift(YearlySeries changes) {
    return changes.mean(base.belief(DRIFT), changes.spread(base.spreadBelief("chain-rate-spread")));
  }

  private void stocks(YearOfChain now) {
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
