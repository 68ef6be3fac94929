package org.fundinggap.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Finds where a smooth function of several numbers reaches as many targets. */
public final class SystemSearch {
  /*
   * Method. Newton's, with derivatives by central differences; a step that brings the function no nearer
   * to its targets is halved.
   *
   * Limit. It finds the solution that its start leads to. Where there is none the caller sees how far off
   * the function is.
   */
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVES = 40;
  private static final double DIFFERENCE = 1e-6;

  private SystemSearch() {}

  /**
   * Comes as near to the targets as it can.
   *
   * @param function of as many numbers as there are targets
   * @param targets what it is to give
   * @param start where to begin
   * @param accuracy how near to each target to come, in units of the targets
   * @return the numbers at which it gives the targets, or where it came no nearer
   */
  public static double[] nearest(
      UnaryOperator<double[]> function, double[] targets, double[] start, double accuracy) {
    double[] at = start.clone();
    double[] miss = miss(function, at, targets);
    for (int step = 0; step < MOST_STEPS && !(greatest(miss) <= accuracy); step++) {
      double[] next = step(function, at, miss, targets);
      if (next.length == 0) {
        break;
      }
      at = next;
      miss = miss(function, at, targets);
    }
    return at;
  }

  /** The numbers after a step; none where no step comes nearer. */
  private static double[] step(
      UnaryOperator<double[]> function, double[] at, double[] miss, double[] targets) {
    double[] whole;
    try {
      whole =
          new LUDecomposition(new Array2DRowRealMatrix(derivatives(function, at), false))
              .getSolver()
              .solve(new ArrayRealVector(miss, false))
              .toArray();
    } catch (SingularMatrixException flat) {
      return new double[0];
    }
    double length = 1;
    for (int half = 0; half < MOST_HALVES; half++) {
      double[] next = at.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += length * whole[i];
      }
      if (greatest(miss(function, next, targets)) < greatest(miss)) {
        return next;
      }
      length /= 2;
    }
    return new double[0];
  }

  private static double[][] derivatives(UnaryOperator<double[]> function, double[] at) {
    double[][] derivatives = new double[at.length][at.length];
    for (int j = 0; j < at.length; j++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[j] += DIFFERENCE;
      below[j] -= DIFFERENCE;
      double[] high = function.apply(above);
      double[] low = function.apply(below);
      for (int i = 0; i < at.length; i++) {
        derivatives[i][j] = (high[i] - low[i]) / (2 * DIFFERENCE);
      }
    }
    return derivatives;
  }

  private static double[] miss(UnaryOperator<double[]> function, double[] at, double[] targets) {
    double[] values = function.apply(at.clone());
    double[] miss = new double[targets.length];
    for (int i = 0; i < miss.length; i++) {
      miss[i] = targets[i] - values[i];
    }
    return miss;
  }

  /** The greatest size; not a number if one is not. */
  private static double greatest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).reduce(0, Math::max);
  }
}
