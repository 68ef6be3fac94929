package org.fundinggap.scoring;

import org.fundinggap.internal.CompensatedSum;

/** The weighted interval score. */
final class IntervalScores {
  /*
   * An interval with tail a on either side, from l to u, scores u - l + (1 / a) times how far the outcome
   * is outside it, and has the weight a; the median's absolute error has the weight 1/2. The sum is over
   * K + 1/2, so that with ever more intervals it comes to the CRPS.
   *
   * Reference. J. Bracher, E. L. Ray, T. Gneiting, N. G. Reich, Evaluating epidemic forecasts in an interval
   * format, PLoS Computational Biology 17 (2021), e1008618, with their alpha = 2 a.
   */
  private IntervalScores() {}

  /**
   * The score of the median and some central intervals.
   *
   * @param tails the probability on either side of each interval, inside (0, 1/2)
   */
  static double weighted(Forecast forecast, double outcome, double... tails) {
    CompensatedSum sum = new CompensatedSum();
    sum.add(0.5 * Math.abs(outcome - forecast.median()));
    for (double tail : tails) {
      double lower = forecast.quantile(tail);
      double upper = forecast.quantile(1 - tail);
      double outside = Math.max(0, lower - outcome) + Math.max(0, outcome - upper);
      sum.add(tail * Math.max(0, upper - lower) + outside);
    }
    return sum.value() / (tails.length + 0.5);
  }
}
