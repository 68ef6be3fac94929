package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fundinggap.calibration.ChainRates.RateType;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.SystemSearch;
import org.fundinggap.quantity.FinancialYear;

/**
 * What the placement chain needs in a year to carry the stocks published for one March to those of
 * the next.
 */
@SuppressWarnings("EnumOrdinal") // arrays and lists of states are in the order of Placement
final class ChainYears {
  private static final Placement[] STATES = Placement.values();
  private static final int FOSTER = Placement.FOSTER.ordinal();

  /** Of a child: stocks are published in tens. */
  private static final double ACCURACY = 1e-8;

  /** Share of all children by which a stock may be missed. */
  private static final double MOST_MISSED = 0.001;

  private static final String LOOKED_AFTER = "looked-after";

  private final BaseYearEvidence base;
  private final PlacementStocks stocks;
  private final ChainRates rates;
  private final Map<FinancialYear, Year> solved = new HashMap<>();

  /** What one year of the chain needs to carry stocks to those published for its end. */
  record Year(Cited exitDeviation, List<Cited> destinations, List<Cited> averages) {}

  ChainYears(BaseYearEvidence base) {
    this.base = base;
    this.stocks = new PlacementStocks(base);
    this.rates = new ChainRates(base);
  }

  /** By how many children published flows of a year fell short of its stocks. */
  Cited shortfall(FinancialYear year) {
    return base.at(LOOKED_AFTER, year)
        .minus(base.at(LOOKED_AFTER, year.plus(-1)))
        .minus(base.at("looked-after-started", year))
        .plus(base.at("looked-after-ceased", year));
  }

  /** Children other than asylum-seeking ones who entered care, those that flows lack with them. */
  Cited entries(FinancialYear year) {
    return base.at("looked-after-started", year)
        .minus(EntryCalibration.asylumEntries(base, year))
        .plus(shortfall(year));
  }

  /**
   * The exit deviation and the destinations of moves at which the stocks of one March become those
   * of the next, placement by placement.
   */
  Year solve(FinancialYear year) {
    List<Cited> before = stocks.others(stocks.before(year), year.plus(-1));
    List<Cited> after = stocks.others(stocks.closing(year), year);
    Cited entered = entries(year);
    double[] opening = values(before);
    double[] solution =
        SystemSearch.nearest(
            unknowns -> step(opening, entered.value(), unknowns)[0],
            values(after),
            mix(values(after)),
            ACCURACY);
    List<Cited> from = new ArrayList<>(List.of(entered));
    from.addAll(before);
    from.addAll(after);
    Arrays.stream(RateType.values()).map(rates::rates).forEach(from::addAll);
    double[][] carried = step(opening, entered.value(), solution);
    checkReached(year, carried[0], values(after), Cited.idsOf(from));
    double[] weights = weights(solution);
    double all = CompensatedSum.sum(weights, 0, weights.length);
    return new Year(
        Cited.from(solution[FOSTER], from),
        Arrays.stream(weights).mapToObj(weight -> Cited.from(weight / all, from)).toList(),
        Arrays.stream(carried[1]).mapToObj(average -> Cited.from(average, from)).toList());
  }

  /**
   * No weight is below zero: where a stock fell faster than children leave it, a few children are
   * missed, 42 of 70,000 at the most.
   */
  private static void checkReached(
      FinancialYear year, double[] carried, double[] published, Set<String> ids) {
    double all = CompensatedSum.sum(published, 0, published.length);
    for (int i = 0; i < carried.length; i++) {
      double missed = carried[i] - published[i];
      String name = "children in " + STATES[i].label() + " whom the flows of " + year + " miss";
      Culprits.naming(
          ids,
          () ->
              Checks.within(
                  missed,
                  -MOST_MISSED * all,
                  MOST_MISSED * all,
                  name,
                  "look at placements, entries and leavers of " + year + " and the year before"));
    }
  }

  /** Where the search starts: moves end as children are placed. */
  private static double[] mix(double[] stocks) {
    double[] logs = new double[stocks.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] =
          i == FOSTER ? 0 : StrictMath.log(Math.max(1, stocks[i]) / Math.max(1, stocks[FOSTER]));
    }
    return logs;
  }

  /** Weights of destinations: e to the unknown, and 1 for foster care, which has none. */
  private static double[] weights(double[] unknowns) {
    double[] weights = new double[unknowns.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i == FOSTER ? 1 : Exp.exp(unknowns[i]);
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
   * Yearly changes of the log odds that a move ends in homes, supported or other placements. What
   * these count apart changed time and again, their sum not; changes into a year in which it did
   * are left out, for rates differ within the sum.
   */
  List<Cited> changesOfResidentialOdds() {
    return changes(
        year -> stocks.regrouped(year).isEmpty(),
        year -> {
          Cited share =
              destination(Placement.HOMES, year)
                  .plus(destination(Placement.SUPPORTED, year))
                  .plus(destination(Placement.OTHER, year));
          return share.over(Cited.of(1).minus(share));
        });
  }

  /** Yearly changes of the log weight of a placement, but across breaks of its statistics. */
  List<Cited> changesOfWeight(Placement placement) {
    Cited least = base.prior("least-destination-share");
    return changes(
        year -> !stocks.regrouped(year).contains(placement),
        year -> {
          Cited share = destination(placement, year);
          // Below it a weight is as good as none, and its changes say nothing.
          return Cited.from(Math.max(share.value(), least.value()), share, least)
              .over(destination(Placement.FOSTER, year));
        });
  }

  private List<Cited> changes(
      Predicate<FinancialYear> counts, Function<FinancialYear, Cited> number) {
    List<Cited> changes = new ArrayList<>();
    FinancialYear year = base.year();
    while (year.yearsUntil(base.year()) < BaseYearEvidence.WINDOW
        && stocks.areHeld(year.plus(-2))) {
      if (counts.test(year)) {
        changes.add(0, number.apply(year).over(number.apply(year.plus(-1))).log());
      }
      year = year.plus(-1);
    }
    return changes;
  }

  private Cited destination(Placement placement, FinancialYear year) {
    return solved.computeIfAbsent(year, this::solve).destinations().get(placement.ordinal());
  }
}
