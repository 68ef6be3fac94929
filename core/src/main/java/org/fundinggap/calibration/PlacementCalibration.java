package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fundinggap.calibration.ChainRates.RateType;
import org.fundinggap.demand.CareEntries;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.Log;
import org.fundinggap.internal.Solver;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** Numbers of D7 for a base year: placements. */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
final class PlacementCalibration {
  private static final Placement[] STATES = Placement.values();
  private static final int HOMES = Placement.HOMES.ordinal();

  /** Longest history of the weight of homes. */
  private static final int LONGEST = 9;

  private static final String[] FLOWS = {
    "looked-after", "looked-after-started", "looked-after-ceased"
  };

  private final InputsWriter fill;
  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final ChainRates rates;

  /** What one year of the chain needs to carry stocks to those published for its end. */
  private static final class YearOfChain {
    private final double exitDeviation;
    private final double homesWeight;
    private final double[] averages;

    private YearOfChain(double exitDeviation, double homesWeight, double[] averages) {
      this.exitDeviation = exitDeviation;
      this.homesWeight = homesWeight;
      this.averages = averages;
    }
  }

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
    calibration.exits(now.exitDeviation);
    calibration.homes(now.homesWeight);
    calibration.stocks(now);
    calibration.independentFostering();
    fill.shocks(Placements.EXIT_SHOCK);
  }

  /** By how many children published flows of a year fell short of its stocks. */
  private double shortfall(FinancialYear year) {
    return base.at(FLOWS[0], year)
        - base.at(FLOWS[0], year.plus(-1))
        - base.at(FLOWS[1], year)
        + base.at(FLOWS[2], year);
  }

  private void shortfall() {
    YearRange years = PublishedRates.of(base, FLOWS).withoutFirstYear().window();
    YearlySeries shortfalls =
        YearlySeries.of(years.years().stream().mapToDouble(this::shortfall).toArray());
    fill.estimated(
        Placements.FLOW_SHORTFALL,
        Shrinkage.plainMean(shortfalls, base.spreadBelief("flow-shortfall-spread")),
        "mean of # years",
        FLOWS[0],
        FLOWS[1],
        FLOWS[2],
        "flow-shortfall-spread",
        "spread-years");
  }

  private double entries(FinancialYear year) {
    return base.at(FLOWS[1], year) - EntryCalibration.asylumEntries(base, year) + shortfall(year);
  }

  /**
   * The exit deviation and the weight of homes at which the stocks of one March become those of the
   * next, in all and in homes: for each weight the deviation is solved, then the weight.
   */
  private YearOfChain solve(FinancialYear year) {
    double[] opening = stocks.others(stocks.before(year), year.plus(-1));
    double[] closing = stocks.others(stocksAt(year), year);
    double entries = entries(year);
    double weight =
        Solver.solve(
            "weight of homes in " + year,
            candidate ->
                step(
                    opening,
                    entries,
                    deviation(opening, entries, candidate, sum(closing)),
                    candidate)[0][HOMES],
            closing[HOMES],
            0.1,
            6);
    double deviation = deviation(opening, entries, weight, sum(closing));
    return new YearOfChain(deviation, weight, step(opening, entries, deviation, weight)[1]);
  }

  private double[] stocksAt(FinancialYear year) {
    return new PlacementStocks(new BaseYearEvidence(base.evidence(), year)).closing();
  }

  private double deviation(double[] opening, double entries, double weight, double total) {
    return Solver.solve(
        "deviation of exit rates",
        candidate -> sum(step(opening, entries, candidate, weight)[0]),
        total,
        -1.5,
        1.5);
  }

  private double[][] step(double[] opening, double entries, double deviation, double weight) {
    double factor = Exp.exp(deviation);
    double[] weights = rates.rates(RateType.DESTINATION);
    weights[HOMES] *= weight;
    return Placements.oneYear(
        opening,
        Arrays.stream(rates.rates(RateType.ENTRY)).map(share -> share * entries).toArray(),
        Arrays.stream(rates.rates(RateType.EXIT)).map(rate -> rate * factor).toArray(),
        rates.rates(RateType.MOVE),
        weights);
  }

  private static double sum(double[] values) {
    return CompensatedSum.sum(values, 0, values.length);
  }

  /**
   * Exits of all placements swing together. Their level and how they swing come from the hazards of
   * leaving care that stocks and entries imply, which reach back further than flows by placement.
   */
  private void exits(double deviation) {
    PublishedRates history =
        PublishedRates.of(
                base, "looked-after", "looked-after-started", "asylum-seeking-looked-after")
            .withoutFirstYear();
    YearlySeries hazards = history.logs(this::hazardOfOthers);
    Estimate persistence = hazards.autocorrelation(base.belief("exit-persistence"));
    String asylumEntries = EntryCalibration.asylumEvidence(base)[1];
    exitLevel(deviation, hazards, persistence, asylumEntries);
    fill.estimated(
        Placements.EXIT_PERSISTENCE,
        persistence,
        "autocorrelation of # yearly log hazards, shrunk",
        "looked-after",
        "looked-after-started",
        asylumEntries,
        "exit-persistence");
    fill.estimated(
        Placements.EXIT_SPREAD,
        Shrinkage.shocksOf(hazards.changes().spread(base.spreadBelief("exit-spread")), persistence),
        "spread of # yearly log changes, less what reverts",
        "looked-after",
        "looked-after-started",
        asylumEntries,
        "exit-spread",
        "spread-years");
    fill.workedOut(
        Placements.EXIT_DEVIATION,
        deviation,
        "solved so that last year's stocks become this year's",
        "looked-after",
        "looked-after-started",
        rates.areFitted() ? "placement-exits-foster" : "exit-rate-foster");
  }

  /**
   * The chain's deviation is from its own rates; the level keeps its distance from the base year.
   */
  private void exitLevel(
      double deviation, YearlySeries hazards, Estimate persistence, String asylumEntries) {
    Estimate spread = hazards.spread(base.spreadBelief("exit-level-spread"), persistence.mean());
    Estimate level =
        hazards.mean(
            base.beliefAbout(hazards.last(), "exit-level-spread"),
            spread.mean(),
            persistence.mean());
    fill.estimated(
        Placements.EXIT_LEVEL,
        new Estimate(
            deviation + level.mean() - hazards.last(),
            // The belief is about the last of the same hazards, so data make it no surer.
            base.prior("exit-level-spread"),
            level.years(),
            level.weightOfData()),
        "mean of # yearly log hazards, pooled with the last",
        "looked-after",
        "looked-after-started",
        asylumEntries,
        "exit-level-spread",
        "spread-years",
        "exit-persistence");
  }

  /** The hazard of leaving care of children other than asylum-seeking ones. */
  private double hazardOfOthers(FinancialYear year) {
    FinancialYear before = year.plus(-1);
    String asylum = "asylum-seeking-looked-after";
    return PublishedRates.hazard(
        "children looked after",
        base.at(FLOWS[0], before) - base.at(asylum, before),
        entries(year),
        base.at(FLOWS[0], year) - base.at(asylum, year));
  }

  private void homes(double weight) {
    List<Double> logs = new ArrayList<>();
    for (FinancialYear year = base.year();
        stocks.isComparable(Placement.HOMES, year) && logs.size() <= LONGEST;
        year = year.plus(-1)) {
      logs.add(0, Log.log(solve(year).homesWeight));
    }
    YearlySeries weights =
        logs.isEmpty()
            ? YearlySeries.of(Log.log(weight))
            : YearlySeries.of(logs.stream().mapToDouble(Double::doubleValue).toArray());
    Estimate drift =
        weights.years() > 2
            ? weights
                .changes()
                .mean(
                    base.belief("homes-weight-drift"),
                    weights.changes().spread(base.spreadBelief("chain-rate-spread")).mean(),
                    0)
            : priorDrift();
    fill.estimated(
        Placements.HOMES_DRIFT,
        drift,
        "mean of # yearly log changes of the weight that each year's stocks need, shrunk",
        "placed-homes",
        "looked-after",
        "homes-weight-drift",
        "chain-rate-spread",
        "spread-years");
    fill.workedOut(
        Placements.HOMES_WEIGHT,
        weight,
        "solved so that last year's homes become this year's",
        "placed-homes",
        "looked-after",
        rates.areFitted() ? "placement-moves-in-homes" : "destination-share-homes");
  }

  private Estimate priorDrift() {
    return new Estimate(
        base.prior("homes-weight-drift"),
        base.evidence().prior("homes-weight-drift").spread(),
        0,
        0);
  }

  private void stocks(YearOfChain now) {
    double[] closing = stocks.closing();
    double[] othersClosing = stocks.others(closing, base.year());
    // Averages come from the same chain as those of later years, so that cost does not step.
    double[] averages =
        stocks.withAsylum(now.averages, fill.inputs().openingOf(CareEntries.ASYLUM_AVERAGE));
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      String[] ids = stocks.evidenceOf(placement, base.year());
      String method = "less asylum-seeking children at their assumed share";
      String[] net = append(ids, "asylum-seeking-looked-after", "asylum-share-" + placement.id());
      fill.published(placement.stock(), closing[state], ids);
      fill.workedOut(placement.average(), averages[state], "average of a year of the chain", net);
      fill.workedOut(placement.othersStock(), othersClosing[state], method, net);
      fill.workedOut(
          placement.othersAverage(), now.averages[state], "average of a year of the chain", net);
    }
    fill.published(Placements.LOOKED_AFTER, base.at(FLOWS[0]), FLOWS[0]);
    fill.workedOut(Placements.LOOKED_AFTER_AVERAGE, sum(averages), "sum over placements", FLOWS[0]);
    fill.published(Placements.STARTED, base.at(FLOWS[1]), FLOWS[1]);
    fill.published(Placements.CEASED, base.at(FLOWS[2]), FLOWS[2]);
  }

  private static String[] append(String[] ids, String... more) {
    String[] all = Arrays.copyOf(ids, ids.length + more.length);
    System.arraycopy(more, 0, all, ids.length, more.length);
    return all;
  }

  private void independentFostering() {
    String[] series = {"placed-foster-own", "placed-foster-private", "placed-foster-voluntary"};
    ToDoubleFunction<FinancialYear> share =
        year -> {
          double independent = base.at(series[1], year) + base.at(series[2], year);
          return independent / (independent + base.at(series[0], year));
        };
    boolean published =
        base.evidence().knows(series[0])
            && base.evidence().series(series[0]).first().compareTo(base.year()) <= 0;
    if (!published) {
      fill.prior(Placements.INDEPENDENT_DRIFT, "independent-foster-drift");
      fill.assumed(
          Placements.INDEPENDENT_FOSTER_SHARE,
          base.prior("independent-foster-share"),
          "providers are not published yet",
          "independent-foster-share");
      return;
    }
    Series own = base.evidence().series(series[0]);
    // Providers are published for some years only: take the nearest to the base year.
    FinancialYear from = own.first();
    FinancialYear at = own.last().compareTo(base.year()) > 0 ? base.year() : own.last();
    int years = from.yearsUntil(at);
    double drift =
        years == 0 ? 0 : Log.log(share.applyAsDouble(at) / share.applyAsDouble(from)) / years;
    fill.workedOut(
        Placements.INDEPENDENT_FOSTER_SHARE,
        share.applyAsDouble(at),
        "of fostering by provider in " + at,
        series);
    fill.estimated(
        Placements.INDEPENDENT_DRIFT,
        new Estimate(drift, base.prior("independent-foster-drift-spread"), years, 1),
        "mean of # yearly log changes",
        series[0],
        series[1],
        series[2],
        "independent-foster-drift-spread");
  }
}
