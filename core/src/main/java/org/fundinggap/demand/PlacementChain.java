package org.fundinggap.demand;

import java.util.Arrays;

/**
 * One year of a continuous-time Markov chain of placements, for a block of draws.
 *
 * <p>Children leave state i for good at rate x_i and move on at rate m_i; a move ends in state j
 * with probability d_j wherever it began, so the generator is a diagonal plus one outer product:
 *
 * <pre>
 *   C_j' = S_j - t_j C_j + d_j M,   t_j = x_j + m_j,   M = sum of m_i C_i
 * </pre>
 *
 * <p>Layout: every array is {@code [state][draw]}. The year is worked out as the steady state C*
 * (closed form, by Sherman and Morrison's formula for that generator) plus the distance from it
 * carried through the year by uniformisation: {@code e^Q y = sum of w_k (I + Q/L)^k y} with Poisson
 * weights w_k of mean L. Competing exits so share one survival, and the result does not depend on
 * the length of the step. L and the number of terms are constants, so a draw's bits do not depend
 * on the draws beside it; with L = {@value #RATE} and {@value #TERMS} terms the weights left out
 * add up to less than 1e-17. Reference: A. Jensen, "Markoff chains as an aid in the study of
 * Markoff processes", Skandinavisk Aktuarietidskrift 36 (1953).
 */
final class PlacementChain {
  /**
   * Above every total rate seen (at most about 4.5 a year). Up to totals of 14, all that bounds
   * allow, stocks are good to 1e-11 of all children; from 20 on the terms are too few.
   */
  private static final double RATE = 6;

  private static final int TERMS = 40;
  private static final int STATES = Placement.values().length;

  /** How many arrays it works in. */
  static final int SCRATCH = 8;

  private static final double[] POISSON = poisson();

  private PlacementChain() {}

  private static double[] poisson() {
    double[] weights = new double[TERMS];
    weights[0] = StrictMath.exp(-RATE);
    for (int k = 1; k < TERMS; k++) {
      weights[k] = weights[k - 1] * RATE / k;
    }
    return weights;
  }

  /**
   * Works out closing and average stocks.
   *
   * @param opening stocks at the start of the year
   * @param inflow entrants of the year by state; overwritten
   * @param exit x, rates of leaving care; overwritten with total rates t
   * @param move m, rates of moving on
   * @param destination d, shares of moves by where they end; sums to 1 in each draw
   * @param closing filled with the stocks at the end
   * @param average filled with the average stocks
   * @param scratch {@value #SCRATCH} arrays to work in
   * @param draws how many elements count
   */
  static void year(
      double[][] opening,
      double[][] inflow,
      double[][] exit,
      double[][] move,
      double[][] destination,
      double[][] closing,
      double[][] average,
      double[][] scratch,
      int draws) {
    double[] moving = scratch[STATES];
    double[] kept = scratch[STATES + 1];
    double[][] total = exit;
    double[][] distance = new double[STATES][];
    for (int j = 0; j < STATES; j++) {
      distance[j] = scratch[j];
      add(total[j], move[j], draws);
    }
    balance(inflow, total, move, destination, average, moving, kept, draws);
    for (int j = 0; j < STATES; j++) {
      subtract(opening[j], average[j], distance[j], draws);
      System.arraycopy(average[j], 0, closing[j], 0, draws);
    }
    carry(distance, total, move, destination, closing, moving, draws);
    for (int j = 0; j < STATES; j++) {
      // The average solves the same equations with inflow - (closing - opening) for inflow.
      for (int i = 0; i < draws; i++) {
        inflow[j][i] -= closing[j][i] - opening[j][i];
      }
    }
    balance(inflow, total, move, destination, average, moving, kept, draws);
  }

  /** Stocks at which flows balance: {@code C_j = (S_j + d_j M) / t_j}, with M in closed form. */
  private static void balance(
      double[][] inflow,
      double[][] total,
      double[][] move,
      double[][] destination,
      double[][] stocks,
      double[] moving,
      double[] kept,
      int draws) {
    for (int i = 0; i < draws; i++) {
      moving[i] = 0;
      kept[i] = 1;
    }
    for (int j = 0; j < STATES; j++) {
      double[] s = inflow[j];
      double[] t = total[j];
      double[] m = move[j];
      double[] d = destination[j];
      for (int i = 0; i < draws; i++) {
        double movedShare = m[i] / t[i];
        moving[i] += s[i] * movedShare;
        kept[i] -= d[i] * movedShare;
      }
    }
    for (int i = 0; i < draws; i++) {
      moving[i] /= kept[i];
    }
    for (int j = 0; j < STATES; j++) {
      double[] s = inflow[j];
      double[] t = total[j];
      double[] d = destination[j];
      double[] c = stocks[j];
      for (int i = 0; i < draws; i++) {
        c[i] = (s[i] + d[i] * moving[i]) / t[i];
      }
    }
  }

  /**
   * Adds {@code e^Q distance} to {@code closing}; {@code distance} is used up. The two inner loops
   * have methods of their own, which are compiled well from the first block on; inside this one
   * they took up to 2.5 times as long in a short run, by the luck of when they were compiled.
   */
  private static void carry(
      double[][] distance,
      double[][] total,
      double[][] move,
      double[][] destination,
      double[][] closing,
      double[] moving,
      int draws) {
    for (int k = 0; k < TERMS; k++) {
      Arrays.fill(moving, 0, draws, 0);
      for (int j = 0; j < STATES; j++) {
        collect(distance[j], move[j], closing[j], moving, POISSON[k], draws);
      }
      for (int j = 0; j < STATES; j++) {
        advance(distance[j], total[j], destination[j], moving, draws);
      }
    }
  }

  private static void collect(
      double[] y, double[] m, double[] c, double[] moving, double weight, int draws) {
    for (int i = 0; i < draws; i++) {
      moving[i] += m[i] * y[i];
      c[i] += weight * y[i];
    }
  }

  private static void advance(double[] y, double[] t, double[] d, double[] moving, int draws) {
    for (int i = 0; i < draws; i++) {
      y[i] += (d[i] * moving[i] - t[i] * y[i]) * (1 / RATE);
    }
  }

  private static void add(double[] sum, double[] term, int draws) {
    for (int i = 0; i < draws; i++) {
      sum[i] += term[i];
    }
  }

  private static void subtract(double[] from, double[] what, double[] difference, int draws) {
    for (int i = 0; i < draws; i++) {
      difference[i] = from[i] - what[i];
    }
  }
}
