package org.fundinggap.demand;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The placement chain by the exponential of one matrix: the slow and plain way.
 *
 * <p>Stocks C, their integral A and the number 1 follow {@code C' = Q C + S, A' = C, 1' = 0}, which
 * is one linear system without a source; its exponential over a year gives closing and average
 * stocks at once. Scaling and squaring with a Taylor sum; no division by any rate.
 */
public final class ChainByMatrix {
  private static final int SQUARINGS = 8;
  private static final int TERMS = 18;

  private final double[] closing;
  private final double[] average;

  private ChainByMatrix(double[] closing, double[] average) {
    this.closing = closing;
    this.average = average;
  }

  /** The chain over some length of time, in years, with {@code inflow} entrants a year. */
  public static ChainByMatrix over(
      double years,
      double[] opening,
      double[] inflow,
      double[] exit,
      double[] move,
      double[] destination) {
    int n = opening.length;
    RealMatrix system = MatrixUtils.createRealMatrix(2 * n + 1, 2 * n + 1);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        system.setEntry(j, i, destination[j] * move[i]);
      }
      system.addToEntry(j, j, -exit[j] - move[j]);
      system.setEntry(j, 2 * n, inflow[j]);
      system.setEntry(n + j, j, 1);
    }
    RealMatrix flow = exponential(system.scalarMultiply(years));
    double[] state = new double[2 * n + 1];
    System.arraycopy(opening, 0, state, 0, n);
    state[2 * n] = 1;
    double[] end = flow.operate(state);
    double[] average = new double[n];
    for (int j = 0; j < n; j++) {
      average[j] = end[n + j] / years;
    }
    return new ChainByMatrix(java.util.Arrays.copyOf(end, n), average);
  }

  private static RealMatrix exponential(RealMatrix matrix) {
    RealMatrix small = matrix.scalarMultiply(1.0 / (1 << SQUARINGS));
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(matrix.getRowDimension());
    RealMatrix sum = identity;
    for (int k = TERMS; k >= 1; k--) {
      sum = identity.add(small.multiply(sum).scalarMultiply(1.0 / k));
    }
    for (int k = 0; k < SQUARINGS; k++) {
      sum = sum.multiply(sum);
    }
    return sum;
  }

  public double[] closing() {
    return closing.clone();
  }

  public double[] average() {
    return average.clone();
  }
}
