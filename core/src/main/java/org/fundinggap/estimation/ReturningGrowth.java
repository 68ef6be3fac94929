package org.fundinggap.estimation;

import java.util.Objects;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;

/**
 * Yearly growth that swings about a mean: what is left of the last year's distance from it fades
 * year by year, an autoregression of the first order.
 *
 * @param last growth of the last year, in logarithms
 * @param mean the mean that it returns to
 * @param persistence what is left of a distance from it a year later, -1 to 1
 */
public record ReturningGrowth(Cited last, Cited mean, Cited persistence) {
  /**
   * Checks that nothing is missing.
   *
   * @param last as described above
   * @param mean as described above
   * @param persistence as described above
   */
  public ReturningGrowth {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(mean, "mean");
    Checks.within(
        persistence.value(), -1, 1, "persistence", "give the share of a distance that is left");
  }

  /**
   * Estimated from a series of levels.
   *
   * @param logs logarithms of yearly levels, two years or more, oldest first
   * @param mean what is believed of mean growth before data
   * @param persistence what is believed of persistence before data
   * @param shocks what is believed of the spread of yearly shocks before data
   * @return the growth: mean, spread and persistence pooled with what is believed
   * @throws IllegalArgumentException if there is one year only
   */
  public static ReturningGrowth of(
      YearlySeries logs, Belief mean, Belief persistence, SpreadBelief shocks) {
    YearlySeries growth = logs.changes();
    Estimate kept = growth.autocorrelation(persistence);
    Estimate spread = growth.spread(Shrinkage.ofSeries(shocks, kept), kept);
    return new ReturningGrowth(
        growth.citedLast(), growth.mean(mean, spread, kept).cited(), kept.cited());
  }

  /**
   * What it comes to over some years without a shock.
   *
   * @param years how many, 0 or more
   * @return the sum of growth of the years after the last, in logarithms
   */
  public Cited over(int years) {
    Checks.atLeast(years, 0, "years", "growth is of years to come");
    Cited distance = last.minus(mean);
    Cited growth = Cited.of(0);
    for (int i = 0; i < years; i++) {
      distance = distance.times(persistence);
      growth = growth.plus(mean).plus(distance);
    }
    return growth;
  }
}
