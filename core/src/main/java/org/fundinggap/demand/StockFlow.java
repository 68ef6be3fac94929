package org.fundinggap.demand;

import org.fundinggap.internal.Exp;

/**
 * A stock that entrants join evenly over the year and leave at a constant hazard.
 *
 * <p>With entrants S a year and hazard h, the stock a year on is {@code C' = C e^-h + S (1 - e^-h)
 * / h}, exactly; and since {@code dC/dt = S - h C}, the average stock of the year is {@code (S -
 * (C' - C)) / h}. Both hold for a step of any length with entrants and hazard constant in it.
 */
public final class StockFlow {
  /** Below this hazard {@code (1 - e^-h) / h} loses digits to cancellation, so a series is used. */
  private static final double SMALL_HAZARD = 1e-4;

  private StockFlow() {}

  /**
   * Closing and average stock of a year, one value a draw.
   *
   * @param opening stock at the start
   * @param entrants entrants in the year, not negative
   * @param hazard leaving hazard a year, not negative
   * @param closing filled with the stock at the end; may not be {@code opening}
   * @param average filled with the average stock of the year
   * @param draws how many elements count
   */
  public static void year(
      double[] opening,
      double[] entrants,
      double[] hazard,
      double[] closing,
      double[] average,
      int draws) {
    for (int i = 0; i < draws; i++) {
      average[i] = -hazard[i];
    }
    Exp.exp(average, average, draws);
    for (int i = 0; i < draws; i++) {
      double stay = average[i];
      double h = hazard[i];
      boolean small = h < SMALL_HAZARD;
      double held = small ? 1 - h / 2 + h * h / 6 : (1 - stay) / h;
      closing[i] = opening[i] * stay + entrants[i] * held;
      // For a small hazard the exact average, expanded to second order in h.
      average[i] =
          small
              ? opening[i] * held + entrants[i] * (0.5 - h / 6)
              : (entrants[i] - (closing[i] - opening[i])) / h;
    }
  }

  /**
   * Closing stock for one draw; the function that calibration inverts for the hazard.
   *
   * @param opening stock at the start
   * @param entrants entrants in the year
   * @param hazard leaving hazard a year
   * @return the stock at the end
   */
  public static double closing(double opening, double entrants, double hazard) {
    double[] closing = new double[1];
    year(
        new double[] {opening},
        new double[] {entrants},
        new double[] {hazard},
        closing,
        new double[1],
        1);
    return closing[0];
  }
}
