package org.fundinggap.scenario;

import java.util.Arrays;
import java.util.List;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Exp;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * Rates of the placement chain, from published flows of 2020-21 to 2022-23, and the stocks of a
 * base year. All arrays are in the order of {@link Placement}.
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
  private final double[] asylumEntry = new double[STATES.length];
  private final double[] opening = new double[STATES.length];
  private final double[] closing = new double[STATES.length];

  PlacementFlows(BaseYear base) {
    this.base = base;
    double asylum = sum("asylum-seeking-started");
    for (Placement placement : STATES) {
      int state = placement.ordinal();
      double childYears = 0;
      for (FinancialYear year : FITTED.years()) {
        childYears += (stock(placement, year.plus(-1)) + stock(placement, year)) / 2;
      }
      exit[state] = sum("placement-exits-" + placement.id()) / childYears;
      move[state] = sum("placement-moves-out-" + placement.id()) / childYears;
      destination[state] = sum("placement-moves-in-" + placement.id());
      asylumEntry[state] = base.prior("asylum-entry-share-" + placement.id());
      entry[state] =
          Math.max(0, sum("placement-entries-" + placement.id()) - asylumEntry[state] * asylum);
      opening[state] = stock(placement, base.year().plus(-1));
      closing[state] = stock(placement, base.year());
    }
    toShares(destination);
    toShares(entry);
    toTotal(opening, base.before("looked-after"));
    toTotal(closing, base.at("looked-after"));
  }

  private static void toShares(double[] counts) {
    toTotal(counts, 1);
  }

  /** Scales counts, each rounded when published, so that they add up to a published total. */
  private static void toTotal(double[] counts, double total) {
    double sum = Arrays.stream(counts).sum();
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

  /** Entrants by placement. */
  double[] inflow(double entries, double asylum) {
    double[] inflow = new double[STATES.length];
    for (int i = 0; i < inflow.length; i++) {
      inflow[i] = entry[i] * entries + asylumEntry[i] * asylum;
    }
    return inflow;
  }

  /** The base year's closing stocks for a deviation of exit rates and a weight of homes. */
  double[] step(double[] inflow, double exitDeviation, double homesWeight) {
    double factor = Exp.exp(exitDeviation);
    double[] weights = destination.clone();
    weights[Placement.HOMES.ordinal()] *= homesWeight;
    return Placements.closing(
        opening, inflow, Arrays.stream(exit).map(rate -> rate * factor).toArray(), move, weights);
  }
}
