package org.fundinggap.estimation;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;

/** Estimates from short yearly series that a belief is pooled with, as calibrations make them. */
public final class Shrinkage {
  /** Persistence beyond this is a random walk. */
  private static final double MOST = 0.95;

  private Shrinkage() {}

  /**
   * The yearly changes.
   *
   * @param years a series
   * @return its changes; where there is one year, a nought, from which a spread is the belief's
   */
  public static YearlySeries changes(YearlySeries years) {
    return years.years() > 1 ? years.changes() : YearlySeries.of(0);
  }

  /**
   * The mean of yearly changes, pooled with a belief.
   *
   * @param years a series
   * @param belief about the mean
   * @param spread a belief about the spread of changes
   * @return the mean; where there is one year, the belief
   */
  public static Estimate drift(YearlySeries years, Belief belief, SpreadBelief spread) {
    if (years.years() == 1) {
      return new Estimate(belief.mean(), belief.standardDeviation(), 0, 0, belief.ids());
    }
    YearlySeries changes = years.changes();
    return changes.mean(belief, changes.spread(spread));
  }

  /**
   * The spread of yearly shocks to a number that reverts: of the spread of its deviations, what
   * persistence does not carry over from the year before.
   *
   * @param spread of deviations
   * @param persistence what is left of a deviation a year later
   * @return the spread of shocks
   */
  public static Estimate innovation(Estimate spread, Estimate persistence) {
    return scaled(spread, persistingShare(persistence));
  }

  private static Cited persistingShare(Estimate persistence) {
    double persists = Math.min(Math.abs(persistence.mean()), MOST);
    return Cited.from(Math.sqrt(1 - persists * persists), persistence.cited());
  }

  private static Estimate scaled(Estimate spread, Cited by) {
    return Estimate.of(
        by.times(spread.cited()),
        by.times(spread.citedError()),
        spread.years(),
        spread.weightOfData());
  }

  /**
   * The spread of yearly shocks to a number that reverts, from the spread of its yearly changes:
   * with persistence r, changes vary by the shocks' spread times the root of 2 / (1 + r).
   *
   * @param spreadOfChanges of yearly changes
   * @param persistence what is left of a deviation a year later
   * @return the spread of shocks
   */
  public static Estimate shocksOf(Estimate spreadOfChanges, Estimate persistence) {
    double persists = Math.max(-MOST, Math.min(persistence.mean(), MOST));
    return scaled(spreadOfChanges, Cited.from(Math.sqrt((1 + persists) / 2), persistence.cited()));
  }

  /**
   * A belief about the spread of yearly shocks, as one about the yearly changes that they make: the
   * inverse of {@link #shocksOf}.
   *
   * @param ofShocks the belief
   * @param persistence what is left of a deviation a year later
   * @return a belief about the spread of yearly changes
   */
  public static SpreadBelief ofChanges(SpreadBelief ofShocks, Estimate persistence) {
    double persists = Math.max(-MOST, Math.min(persistence.mean(), MOST));
    return new SpreadBelief(
        ofShocks.spread() / Math.sqrt((1 + persists) / 2),
        ofShocks.years(),
        Cited.joined(ofShocks.ids(), persistence.ids()));
  }

  /**
   * A belief about the spread of yearly shocks, as one about the series that they make.
   *
   * @param ofShocks the belief
   * @param persistence what is left of a deviation a year later
   * @return a belief about the spread of the series
   */
  public static SpreadBelief ofSeries(SpreadBelief ofShocks, Estimate persistence) {
    Cited share = persistingShare(persistence);
    return new SpreadBelief(
        ofShocks.spread() / share.value(),
        ofShocks.years(),
        Cited.joined(ofShocks.ids(), share.ids()));
  }

  /**
   * The yearly shocks to numbers that revert: what is left of each year when what persists of the
   * year before is taken off.
   *
   * @param years a series of two years or more
   * @param persistence what is left of a deviation a year later
   * @return a series that is a year shorter, about a mean that says nothing
   * @throws IllegalArgumentException if there is one year only
   */
  public static YearlySeries shocks(YearlySeries years, Estimate persistence) {
    Checks.atLeast(years.years(), 2, "years", "a shock needs the year before");
    List<Cited> shocks = new ArrayList<>();
    for (int i = 1; i < years.years(); i++) {
      double shock = years.at(i) - persistence.mean() * years.at(i - 1);
      shocks.add(new Cited(shock, Cited.joined(years.ids(), persistence.ids()), false));
    }
    return YearlySeries.of(shocks);
  }

  /**
   * The mean of a series about which nothing is believed before data.
   *
   * @param series the series
   * @param spread a belief about its spread
   * @return the mean
   */
  public static Estimate plainMean(YearlySeries series, SpreadBelief spread) {
    Estimate spreadOfSeries = series.spread(spread);
    // A belief a thousand times wider than the data weighs nothing.
    Cited wide = Cited.of(1_000).times(spreadOfSeries.cited());
    return series.mean(Belief.of(series.citedLast(), wide), spreadOfSeries);
  }

  /**
   * The mean of a series about which nothing is believed before data, and whose neighbours are
   * alike.
   *
   * @param series the series
   * @param spread its spread
   * @param persistence its autocorrelation
   * @return the mean
   */
  public static Estimate plainMean(YearlySeries series, Estimate spread, Estimate persistence) {
    Cited wide = Cited.of(1_000).times(spread.cited());
    return series.mean(Belief.of(series.citedLast(), wide), spread, persistence);
  }

  /**
   * The mean of logarithms as a number: the geometric mean.
   *
   * @param meanOfLogs the mean of logarithms
   * @return its exponential, with the spread that belongs to it
   */
  public static Estimate geometric(Estimate meanOfLogs) {
    Cited mean = meanOfLogs.cited().exp();
    return Estimate.of(
        mean, mean.times(meanOfLogs.citedError()), meanOfLogs.years(), meanOfLogs.weightOfData());
  }
}
