package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.demand.Placement;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.CompensatedSum;
import org.fundinggap.quantity.FinancialYear;

/**
 * Children looked after by placement on 31 March, asylum-seeking children apart or not. Arrays are
 * in the order of {@link Placement}.
 *
 * <p>Until 2018-19 published homes hold semi-independent places, which later statistics, and so all
 * rates of the placement chain, count as supported. Their number is moved: as published where it is
 * known, else a registered share of homes.
 */
@SuppressWarnings("EnumOrdinal") // arrays of states are in the order of Placement
final class PlacementStocks {
  private static final Placement[] STATES = Placement.values();
  private static final String ASYLUM = "asylum-seeking-looked-after";
  private static final String SEMI_INDEPENDENT = "semi-independent-share-of-homes";
  private static final FinancialYear FIRST_APART = FinancialYear.parse("2019-20");

  private final BaseYearEvidence base;

  PlacementStocks(BaseYearEvidence base) {
    this.base = base;
  }

  /** The series that add up to a placement. */
  static String[] evidence(Placement placement) {
    return placement == Placement.OTHER
        ? new String[] {"placed-other-residential", "placed-residential-schools", "placed-other"}
        : new String[] {"placed-" + placement.id()};
  }

  /** Published children of a placement, semi-independent places in supported where known. */
  double published(Placement placement, FinancialYear year) {
    double stock = 0;
    for (String id : evidence(placement)) {
      stock += base.at(id, year);
    }
    double moved = semiIndependentInHomes(year);
    return switch (placement) {
      case HOMES -> stock - moved;
      case SUPPORTED -> stock + moved;
      case FOSTER, ADOPTION, PARENTS, OTHER -> stock;
    };
  }

  private double semiIndependentInHomes(FinancialYear year) {
    if (year.compareTo(FIRST_APART) >= 0) {
      return 0;
    }
    String figure = semiIndependent(year);
    return base.evidence().knows(figure)
        ? base.evidence().figure(figure).value()
        : base.prior(SEMI_INDEPENDENT) * base.at(evidence(Placement.HOMES)[0], year);
  }

  private static String semiIndependent(FinancialYear year) {
    return "placed-homes-" + year + "-semi-independent";
  }

  /** The series of a placement, and the figure or prior that moves semi-independent places. */
  String[] evidenceOf(Placement placement, FinancialYear year) {
    List<String> ids = new ArrayList<>(List.of(evidence(placement)));
    boolean moved = placement == Placement.HOMES || placement == Placement.SUPPORTED;
    if (moved && year.compareTo(FIRST_APART) < 0) {
      String figure = semiIndependent(year);
      ids.add(base.evidence().knows(figure) ? figure : SEMI_INDEPENDENT);
    }
    return ids.toArray(String[]::new);
  }

  /** The base year's stocks, each rounded when published, scaled to the published total. */
  double[] closing() {
    return scaled(base.year(), base.year());
  }

  /**
   * Stocks a year before a year; its own shares where the statistics break between the two, or lack
   * the former: a change of classification is no movement of children.
   */
  double[] before(FinancialYear year) {
    boolean comparable = true;
    for (Placement placement : STATES) {
      comparable &= isComparable(placement, year);
    }
    return comparable ? scaled(year.plus(-1), year.plus(-1)) : mixed(year);
  }

  private double[] mixed(FinancialYear year) {
    double[] stocks = new double[STATES.length];
    for (Placement placement : STATES) {
      boolean own = !isComparable(placement, year);
      stocks[placement.ordinal()] = published(placement, own ? year : year.plus(-1));
    }
    return toTotal(stocks, base.at("looked-after", year.plus(-1)));
  }

  /** Whether a placement's stocks of a year and the year before count the same children. */
  boolean isComparable(Placement placement, FinancialYear year) {
    boolean moved =
        (placement == Placement.HOMES || placement == Placement.SUPPORTED)
            && base.evidence().knows(semiIndependent(year))
                != base.evidence().knows(semiIndependent(year.plus(-1)));
    boolean comparable = !moved;
    for (String id : evidence(placement)) {
      comparable &=
          base.has(id, year.plus(-1))
              && base.has(id, year)
              && !base.evidence().series(id).observation(year).breakBefore();
    }
    return comparable;
  }

  private double[] scaled(FinancialYear shares, FinancialYear total) {
    double[] stocks = new double[STATES.length];
    for (Placement placement : STATES) {
      stocks[placement.ordinal()] = published(placement, shares);
    }
    return toTotal(stocks, base.at("looked-after", total));
  }

  private static double[] toTotal(double[] counts, double total) {
    double sum = CompensatedSum.sum(counts, 0, counts.length);
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= total / sum;
    }
    return counts;
  }

  /**
   * Shares of asylum-seeking children; not adding up to 1 they would make children, or lose them.
   */
  double[] asylumShares() {
    double[] shares = new double[STATES.length];
    for (Placement placement : STATES) {
      shares[placement.ordinal()] = base.prior("asylum-share-" + placement.id());
    }
    double sum = CompensatedSum.sum(shares, 0, shares.length);
    Checks.within(
        sum, 1 - 1e-9, 1 + 1e-9, "sum of priors asylum-share-...", "make the shares add up to 1");
    return shares;
  }

  /** Stocks less asylum-seeking children. */
  double[] others(double[] all, FinancialYear year) {
    double asylum = base.at(ASYLUM, year);
    double[] shares = asylumShares();
    double[] others = all.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] -= shares[i] * asylum;
      Checks.within(
          others[i],
          0,
          all[i],
          "children other than asylum-seeking in " + STATES[i].label(),
          "lower the prior asylum-share-" + STATES[i].id());
    }
    return others;
  }

  /** Stocks of the chain with asylum-seeking children added. */
  double[] withAsylum(double[] others, double asylum) {
    double[] shares = asylumShares();
    double[] all = others.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] += shares[i] * asylum;
    }
    return all;
  }
}
