package org.fundinggap.random;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A correlation matrix of named variables, and the step from independent standard normals to
 * correlated ones. Immutable; equal to another with the same names in the same order and the same
 * entries.
 */
public final class Correlation {
  /*
   * Layout. The lower triangle L with L L' = the matrix, row by row; correlated row i = sum over j <= i
   * of L[i][j] z[j], own term first, then j = 0, 1, ... in order, by fused products and sums. A variable's draws therefore depend on
   * the variables before it in the list and on none after it.
   *
   * Reason. Cholesky's steps are sums, products, quotients and square roots, whose bits Java fixes. Rows
   * are made from the last to the first so that the answer may overwrite the input.
   */
  private final ImmutableList<String> names;
  private final double[][] matrix;
  private final double[][] lower;

  private Correlation(ImmutableList<String> names, double[][] matrix, double[][] lower) {
    this.names = names;
    this.matrix = matrix;
    this.lower = lower;
  }

  /**
   * A correlation matrix.
   *
   * @param names the variables, each once, not blank
   * @param matrix one row a variable, in the order of {@code names}: symmetric (to 1e-12), 1 on the
   *     diagonal, entries in [-1, 1], positive definite; copied
   * @return the correlation
   * @throws InvalidInputException naming every fault; if only positive definiteness is missing, it
   *     says what {@link #nearest(List, double[][])} would change
   */
  public static Correlation of(List<String> names, double[][] matrix) {
    ImmutableList<String> copiedNames = ImmutableList.copyOf(names);
    Objects.requireNonNull(matrix, "matrix");
    InvalidInputException.throwIfAny(
        "correlation", CorrelationChecks.problems(copiedNames, matrix));
    double[][] copy = CorrelationChecks.mirrored(matrix);
    InvalidInputException.throwIfAny(
        "correlation", CorrelationChecks.definiteness(copiedNames, copy));
    return new Correlation(copiedNames, copy, CorrelationChecks.cholesky(copy));
  }

  /**
   * The valid correlation matrix with the least sum of squared changes: judged or pairwise measured
   * correlations often contradict each other a little.
   *
   * @param names the variables, each once, not blank
   * @param matrix as for {@link #of(List, double[][])}, but it need not be positive definite
   * @return the given matrix if it is valid, else the nearest that is, entries with six decimals
   * @throws InvalidInputException naming every fault but missing positive definiteness
   */
  public static Correlation nearest(List<String> names, double[][] matrix) {
    ImmutableList<String> copiedNames = ImmutableList.copyOf(names);
    Objects.requireNonNull(matrix, "matrix");
    InvalidInputException.throwIfAny(
        "correlation", CorrelationChecks.problems(copiedNames, matrix));
    double[][] copy = CorrelationChecks.mirrored(matrix);
    return of(copiedNames, CorrelationChecks.isDefinite(copy) ? copy : NearestCorrelation.of(copy));
  }

  /**
   * The correlation matrix of independent variables.
   *
   * @param names the variables, each once, not blank
   * @return the correlation
   * @throws InvalidInputException naming every fault
   */
  public static Correlation identity(List<String> names) {
    double[][] matrix = new double[names.size()][names.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1.0;
    }
    return of(names, matrix);
  }

  /**
   * The variables, in the order of the rows.
   *
   * @return an immutable list, never empty
   */
  public List<String> names() {
    return names;
  }

  /**
   * How many variables there are.
   *
   * @return at least 1
   */
  public int size() {
    return names.size();
  }

  /**
   * The correlation of two variables.
   *
   * @param i index of the one, 0 to {@code size() - 1}
   * @param j index of the other, 0 to {@code size() - 1}
   * @return the correlation, in [-1, 1]; 1 if {@code i == j}
   * @throws IllegalArgumentException if an index is out of bounds
   */
  public double at(int i, int j) {
    Arguments.whole(i, 0, size() - 1, "i", "variables are numbered from 0");
    Arguments.whole(j, 0, size() - 1, "j", "variables are numbered from 0");
    return matrix[i][j];
  }

  /**
   * Turns independent standard normals into correlated ones.
   *
   * @param independent one row a variable, each with at least {@code count} draws
   * @param out where the correlated draws go, the same shape; row i may be row i of {@code
   *     independent}, but no other array may be given twice
   * @param count how many draws, from 0
   * @throws IllegalArgumentException if the shapes don't fit or arrays are shared
   */
  public void correlate(double[][] independent, double[][] out, int count) {
    checkRows(independent, "independent", count);
    checkRows(out, "out", count);
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < i; j++) {
        if (out[i] == independent[j] || out[j] == independent[i] || out[i] == out[j]) {
          throw new IllegalArgumentException(
              "out must not share the arrays of other variables, rows "
                  + j
                  + " and "
                  + i
                  + " do; give each row an array of its own");
        }
      }
    }
    for (int i = out.length - 1; i >= 0; i--) {
      correlate(lower[i], independent, i, out[i], count);
    }
  }

  /** One row of the product: the row's own normal first, then the earlier ones in order. */
  private static void correlate(
      double[] weights, double[][] independent, int i, double[] out, int count) {
    double[] own = independent[i];
    if (i == 0) {
      scale(weights[0], own, out, count);
      return;
    }
    double[] first = independent[0];
    if (i == 1) {
      weigh(weights[1], own, weights[0], first, out, count);
      return;
    }
    weigh(weights[i], own, weights[0], first, weights[1], independent[1], out, count);
    int j = 2;
    for (; j + 1 < i; j += 2) {
      addScaled(weights[j], independent[j], weights[j + 1], independent[j + 1], out, count);
    }
    if (j < i) {
      addScaled(weights[j], independent[j], out, count);
    }
  }

  /** Compares before it checks, so that blocks don't make texts of errors that they don't have. */
  private void checkRows(double[][] rows, String name, int count) {
    Checks.atLeast(count, 0, "count", "ask for some draws");
    if (rows.length != size()) {
      Arguments.whole(rows.length, size(), size(), name + ".length", "give one row a variable");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length < count) {
        Checks.atLeast(
            rows[i].length,
            count,
            name + "[" + i + "].length",
            "give longer rows or a smaller count");
      }
    }
  }

  private static void scale(double weight, double[] x, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = weight * x[k];
    }
  }

  /** Two and three rows at a time, because reading and writing takes longer than the sums. */
  private static void weigh(double a, double[] x, double b, double[] y, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = Math.fma(b, y[k], a * x[k]);
    }
  }

  private static void weigh(
      double a, double[] x, double b, double[] y, double c, double[] z, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = Math.fma(c, z[k], Math.fma(b, y[k], a * x[k]));
    }
  }

  private static void addScaled(double weight, double[] x, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = Math.fma(weight, x[k], out[k]);
    }
  }

  private static void addScaled(
      double a, double[] x, double b, double[] y, double[] out, int count) {
    for (int k = 0; k < count; k++) {
      out[k] = Math.fma(b, y[k], Math.fma(a, x[k], out[k]));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Correlation that
        && names.equals(that.names)
        && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.deepHashCode(matrix);
  }

  @Override
  public String toString() {
    return "Correlation" + names + Arrays.deepToString(matrix);
  }
}
