package org.fundinggap.calibration;

import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;

/** Estimates that several calibrations make alike. */
final class Shrinkage {
  /** Persistence beyond this is a random walk. */
  private static final double MOST = 0.95;

  private Shrinkage() {}

  /** The mean of yearly changes, shrunk to zero by a believed spread of drifts. */
  static Estimate drift(YearlySeries changes, double driftSpread, SpreadBelief spread) {
    return changes.mean(new Belief(0, driftSpread), changes.spread(spread).mean(), 0);
  }

  /**
   * The spread of yearly shocks to a number that reverts: of the spread of its deviations, what
   * persistence does not carry over from the year before.
   */
  static Estimate innovation(Estimate spread, Estimate persistence) {
    return scaled(spread, persistingShare(persistence));
  }

  private static double persistingShare(Estimate persistence) {
    double persists = Math.min(Math.abs(persistence.mean()), MOST);
    return Math.sqrt(1 - persists * persists);
  }

  private static Estimate scaled(Estimate spread, double by) {
    return new Estimate(
        by * spread.mean(), by * spread.standardError(), spread.years(), spread.weightOfData());
  }

  /**
   * The spread of yearly shocks to a number that reverts, from the spread of its yearly changes:
   * with persistence r, changes vary by the shocks' spread times the root of 2 / (1 + r).
   */
  static Estimate shocksOf(Estimate spreadOfChanges, Estimate persistence) {
    double persists = Math.max(-MOST, Math.min(persistence.mean(), MOST));
    return scaled(spreadOfChanges, Math.sqrt((1 + persists) / 2));
  }

  /** A belief about the spread of yearly shocks, as one about the series that they make. */
  static SpreadBelief ofSeries(SpreadBelief ofShocks, Estimate persistence) {
    return new SpreadBelief(ofShocks.spread() / persistingShare(persistence), ofShocks.years());
  }

  /** The mean of a series about which nothing is believed before data. */
  static Estimate plainMean(YearlySeries series, SpreadBelief spread) {
    double spreadOfSeries = series.spread(spread).mean();
    // A belief a thousand times wider than the data weighs nothing.
    return series.mean(new Belief(series.last(), 1_000 * spreadOfSeries), spreadOfSeries, 0);
  }
}
