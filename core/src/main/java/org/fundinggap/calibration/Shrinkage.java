package org.fundinggap.calibration;

import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;

/** Estimates that several calibrations make alike. */
final class Shrinkage {
  private Shrinkage() {}

  /** The mean of yearly changes, shrunk to nil by a believed spread of drifts. */
  static Estimate drift(YearlySeries changes, double driftSpread, SpreadBelief spread) {
    return changes.mean(new Belief(0, driftSpread), changes.spread(spread).mean(), 0);
  }

  /**
   * The spread of yearly shocks to a number that reverts: of the spread of its deviations, what
   * persistence does not carry over from the year before.
   */
  static Estimate innovation(Estimate spread, Estimate persistence) {
    double persists = Math.min(Math.abs(persistence.mean()), 0.95);
    double share = Math.sqrt(1 - persists * persists);
    return new Estimate(
        share * spread.mean(),
        share * spread.standardError(),
        spread.years(),
        spread.weightOfData());
  }

  /** The mean of a series about which nothing is believed before data. */
  static Estimate plainMean(YearlySeries series, SpreadBelief spread) {
    double spreadOfSeries = series.spread(spread).mean();
    // A belief a thousand times wider than the data weighs nothing.
    return series.mean(new Belief(series.last(), 1_000 * spreadOfSeries), spreadOfSeries, 0);
  }
}
