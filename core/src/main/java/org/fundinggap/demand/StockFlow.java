package org.fundinggap.demand;

import org.fundinggap.internal.Exp;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Variable;

/**
 * A stock that entrants join evenly over the year and leave at a constant hazard.
 *
 * <p>With entrants S a year and hazard h, the stock a year on is {@code C' = C e^-h + S (1 - e^-h)
 * / h}, exactly; and since {@code dC/dt = S - h C}, the average stock of the year is {@code (S -
 * (C' - C)) / h}. Both hold for a step of any length with entrants and hazard constant in it.
 */
public final class StockFlow {
  /**
   * Below this hazard a series is used: the formula for the average cancels twice, and is off by
   * about 1e-16 / h^2. At this hazard either is good to 1e-12.
   */
  private static final double SMALL_HAZARD = 0.02;

  private StockFlow() {}

  /**
   * Closing and average stock of a year, one value a draw.
   *
   * @param opening stock at the start
   * @param entrants entrants in the year, not negative
   * @param hazard leaving hazard a year, not negative
   * @param closing filled with the stock at the end; an array that is given for nothing else
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
      closing[i] = -hazard[i];
    }
    Exp.exp(closing, average, draws);
    for (int i = 0; i < draws; i++) {
      double stay = average[i];
      double h = hazard[i];
      if (h < SMALL_HAZARD) {
        double waiting = waiting(h);
        double held = 1 - h * waiting;
        closing[i] = opening[i] * stay + entrants[i] * held;
        average[i] = opening[i] * held + entrants[i] * waiting;
      } else {
        closing[i] = opening[i] * stay + entrants[i] * ((1 - stay) / h);
        average[i] = (entrants[i] - (closing[i] - opening[i])) / h;
      }
    }
  }

  /**
   * {@code (1 - (1 - e^-h) / h) / h}, the average stock of a year's entrants as a share of them:
   * the sum of {@code (-h)^k / (k + 2)!}, whose first term left out is below 4e-18.
   */
  private static double waiting(double h) {
    double tail = 1.0 / 720 + h * (-1.0 / 5040 + h * (1.0 / 40320));
    return 0.5 + h * (-1.0 / 6 + h * (1.0 / 24 + h * (-1.0 / 120 + h * tail)));
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

  /**
   * {@code stock, average = stock-flow(last year's stock, entrants, hazard)}.
   *
   * @param id the equation's number
   * @param stock the stock at the end of the year; needs an opening value
   * @param average the average stock of the year
   * @param entrants entrants in the year
   * @param hazard leaving hazard a year
   * @return the equation
   */
  public static Equation equation(
      String id, Variable stock, Variable average, Variable entrants, Variable hazard) {
    return Equation.of(id, stock.label() + " = stock-flow(last year's, entrants, hazard)")
        .readsLastYear(stock)
        .reads(entrants, hazard)
        .writes(stock, average)
        .as(new Year(stock, average, entrants, hazard));
  }

  private record Year(Variable stock, Variable average, Variable entrants, Variable hazard)
      implements Formula {
    @Override
    public void apply(Block block) {
      year(
          block.lastYear(stock),
          block.column(entrants),
          block.column(hazard),
          block.column(stock),
          block.column(average),
          block.draws());
    }
  }
}
