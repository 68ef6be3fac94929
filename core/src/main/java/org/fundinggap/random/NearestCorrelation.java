package org.fundinggap.random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The valid correlation matrix with the least sum of squared changes to one that is not. */
final class NearestCorrelation {
  /*
   * Layout. Two projections by turns: onto the matrices whose eigenvalues are at least a small bound,
   * by raising the eigenvalues, and onto those with ones on the diagonal, by writing them. Before the
   * first what it changed last time is taken back (Dykstra's correction): without that the answer is
   * valid but not the nearest. At the end the eigenvalues are raised once more, the rows scaled to ones
   * on the diagonal, and entries rounded to six decimals, so that what a message prints is what is made.
   *
   * Error. The bound is 1e-6 times the number of variables: twice what rounding can take away. So the
   * answer is off the nearest singular one by about 1e-6 an entry.
   *
   * Reference. N. J. Higham, Computing the Nearest Correlation Matrix: a Problem from Finance, IMA
   * Journal of Numerical Analysis 22 (2002), 329-343, algorithm 3.3 without weights.
   */
  private static final double LEAST_EIGENVALUE_A_VARIABLE = 1e-6;
  private static final double DECIMALS = 1e6;
  private static final double CONVERGED = 1e-8;
  private static final int MOST_ROUNDS = 1_000;

  private NearestCorrelation() {}

  /**
   * The nearest valid matrix.
   *
   * @param matrix symmetric, with ones on the diagonal and entries in [-1, 1]
   * @return a new matrix like that, positive definite too, entries with six decimals
   */
  static double[][] of(double[][] matrix) {
    int size = matrix.length;
    double least = LEAST_EIGENVALUE_A_VARIABLE * size;
    RealMatrix given = new Array2DRowRealMatrix(matrix);
    RealMatrix correction = new Array2DRowRealMatrix(size, size);
    RealMatrix current = given;
    double change = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && change > CONVERGED; round++) {
      RealMatrix corrected = current.subtract(correction);
      RealMatrix raised = raised(corrected, least);
      correction = raised.subtract(corrected);
      RealMatrix next = raised.copy();
      for (int i = 0; i < size; i++) {
        next.setEntry(i, i, 1.0);
      }
      change = next.subtract(current).getFrobeniusNorm();
      current = next;
    }
    return rounded(raised(current, least));
  }

  /** The matrix with its eigenvalues raised to {@code least} where they are below. */
  private static RealMatrix raised(RealMatrix matrix, double least) {
    EigenDecomposition eigen = new EigenDecomposition(symmetric(matrix));
    RealMatrix vectors = eigen.getV();
    RealMatrix scaled = vectors.copy();
    for (int j = 0; j < scaled.getColumnDimension(); j++) {
      double value = Math.max(eigen.getRealEigenvalue(j), least);
      for (int i = 0; i < scaled.getRowDimension(); i++) {
        scaled.setEntry(i, j, value * scaled.getEntry(i, j));
      }
    }
    return scaled.multiply(vectors.transpose());
  }

  /** Exactly symmetric: the decomposition takes another way for what is not. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  private static double[][] rounded(RealMatrix matrix) {
    int size = matrix.getRowDimension();
    double[][] rounded = new double[size][size];
    for (int i = 0; i < size; i++) {
      rounded[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        double variances = matrix.getEntry(i, i) * matrix.getEntry(j, j);
        double entry = matrix.getEntry(i, j) / Math.sqrt(variances);
        // Adding 0.0 turns a negative zero into zero.
        rounded[i][j] = Math.rint(entry * DECIMALS) / DECIMALS + 0.0;
        rounded[j][i] = rounded[i][j];
      }
    }
    return rounded;
  }
}
