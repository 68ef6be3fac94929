package org.fundinggap.scenario;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.internal.Exp;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Rates of the placement chain, from published flows of 2020-21 to 2022-23, and the stocks of a
 * base year. All arrays are in the order of {@link Placement}.
 *
 * <p>The chain is of children other than asylum-seeking ones: stocks, entries and exits are net of
 * the latter's, at their assumed shares of placements; moves are taken to be all of the former.
 *
 * <p>No flows by placement are held before 2019-20, so earlier base years take the same rates.
 */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
final class PlacementFlows {
  private static final YearRange FITTED =
      YearRange.inclusive(FinancialYear.parse("2020-21"), FinancialYear.parse("2022-23"));
  private static final Placement[] STATES = Placement.values();

  private final BaseYear base;
  private final double[] exit = new double[STATES.length];
  private final double[] move = new double[STATES.length];
  private final double[] destination = new double[STATES.length];
  private final double[] entry = new double[STATES.length];
  private final double[] asylumShare = new double[STATES.length];
  private final double[] opening = new double[STATES.length];
  private final double[] closing = new double[STATES.length];

  PlacementFlows(BaseYear base) {
    this.base = base;
    double asylumYears = 0;
    for (FinancialYear year : FITTED.years()) {
      asylumYears += (asylum(year.plus(-1)) + asylum(year)) / 2;
    }
    double asylumEntries = sum("asylum-seeking-started");
    double asylumExits = asylumEntries - asylum(FITTED.last()) + asylum(FITTED.first().plus(-1));
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      double share = base.prior("asylum-share-" + placement.id());
      double childYears = -share * asylumYears;
      for (FinancialYear year : FITTED.years()) {
        childYears += (stock(placement, year.plus(-1)) + stock(placement, year)) / 2;
      }
      asylumShare[state] = share;
      exit[state] = (sum("placement-exits-" + placement.id()) - share * asylumExits) / childYears;
      move[state] = sum("placement-moves-out-" + placement.id()) / childYears;
      destination[state] = sum("placement-moves-in-" + placement.id());
      entry[state] =
          Math.max(0, sum("placement-entries-" + placement.id()) - share * asylumEntries);
      opening[state] = openingStock(placement);
      closing[state] = stock(placement, base.year());
    }
    checkShares();
    toTotal(destination, 1);
    toTotal(entry, 1);
    toTotal(opening, base.before("looked-after"));
    toTotal(closing, base.at("looked-after"));
  }

  /**
   * Last year's stock, or the base year's where the statistics break between the two: a change of
   * classification is no movement of children.
   */
  private double openingStock(Placement placement) {
    boolean broken = false;
    for (String id : stockEvidence(placement)) {
      broken |= base.evidence().series(id).observation(base.year()).breakBefore();
    }
    return stock(placement, broken ? base.year() : base.year().plus(-1));
  }

  /** Shares that do not add up to 1 would make children, or lose them, in every placement. */
  private void checkShares() {
    double sum = CompensatedSum.sum(asylumShare, 0, asylumShare.length);
    Checks.within(
        sum, 1 - 1e-9, 1 + 1e-9, "sum of priors asylum-share-...", "make the shares add up to 1");
  }

  private double asylum(FinancialYear year) {
    return base.evidence().series("asylum-seeking-looked-after").at(year);
  }

  /** Scales counts, each rounded when published, so that they add up to a published total. */
  private static void toTotal(double[] counts, double total) {
    double sum = CompensatedSum.sum(counts, 0, counts.length);
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= total / sum;
    }
  }

  private double sum(String seriesId) {
    Series series = base.evidence().series(seriesId);
    return FITTED.years().stream().mapToDouble(series::at).sum();
  }

  private double stock(Placement placement, FinancialYear year) {
    double stock = 0;
    for (String id : stockEvidence(placement)) {
      stock += base.evidence().series(id).at(year);
    }
    return stock;
  }

  static String[] stockEvidence(Placement placement) {
    return placement == Placement.OTHER
        ? new String[] {"placed-other-residential", "placed-residential-schools", "placed-other"}
        : new String[] {"placed-" + placement.id()};
  }

  static String[] evidence(Placement placement) {
    return List.of("entries", "exits", "moves-out", "moves-in").stream()
        .map(flow -> "placement-" + flow + "-" + placement.id())
        .toArray(String[]::new);
  }

  double[] exit() {
    return exit;
  }

  double[] move() {
    return move;
  }

  double[] destination() {
    return destination;
  }

  double[] entry() {
    return entry;
  }

  double[] opening() {
    return opening;
  }

  double[] closing() {
    return closing;
  }

  /** Last year's stocks, asylum-seeking children apart. */
  double[] othersOpening() {
    return others(opening, base.before("asylum-seeking-looked-after"));
  }

  /** The base year's stocks, asylum-seeking children apart. */
  double[] othersClosing() {
    return others(closing, base.at("asylum-seeking-looked-after"));
  }

  /** Stocks of the chain with asylum-seeking children added. */
  double[] withAsylum(double[] others, double asylum) {
    double[] all = others.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] += asylumShare[i] * asylum;
    }
    return all;
  }

  private double[] others(double[] all, double asylum) {
    double[] others = all.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] -= asylumShare[i] * asylum;
      Checks.within(
          others[i],
          0,
          all[i],
          "children other than asylum-seeking in " + STATES[i].label(),
          "lower the prior asylum-share-" + STATES[i].id());
    }
    return others;
  }

  /**
   * The base year in the chain, for its entrants, a deviation of exit rates and a weight of homes:
   * a row of closing stocks and one of averages.
   */
  double[][] step(double entries, double exitDeviation, double homesWeight) {
    double factor = Exp.exp(exitDeviation);
    double[] weights = destination.clone();
    weights[Placement.HOMES.ordinal()] *= homesWeight;
    return Placements.oneYear(
        othersOpening(),
        Arrays.stream(entry).map(share -> share * entries).toArray(),
        Arrays.stream(exit).map(rate -> rate * factor).toArray(),
        move,
        weights);
  }
}
