package org.fundinggap.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** What can be wrong with a correlation matrix, each fault as a sentence. */
final class CorrelationChecks {
  private static final double TOLERANCE = 1e-12;

  /** Pivots at or below this count as not positive: a variable that the others nearly decide. */
  private static final double LEAST_PIVOT = 1e-10;

  /** Shrinking weights are tried in steps of one in this many. */
  private static final int WEIGHT_STEPS = 10_000;

  private CorrelationChecks() {}

  /** Faults of the names, of the matrix's shape and, if that is right, of its entries. */
  static List<String> problems(List<String> names, double[][] matrix) {
    List<String> problems = new ArrayList<>();
    addNameProblems(names, problems);
    int before = problems.size();
    addShapeProblems(names.size(), matrix, problems);
    if (problems.size() == before) {
      for (int i = 0; i < matrix.length; i++) {
        addDiagonalProblem(names.get(i), matrix[i][i], problems);
        for (int j = 0; j < i; j++) {
          addPairProblem(
              names.get(j) + " and " + names.get(i), matrix[j][i], matrix[i][j], problems);
        }
      }
    }
    return problems;
  }

  private static void addNameProblems(List<String> names, List<String> problems) {
    if (names.isEmpty()) {
      problems.add("names must hold at least one variable, was empty; name the variables");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        problems.add("names must not be blank, was \"" + name + "\"; name every variable");
      } else if (!seen.add(name)) {
        problems.add("names must differ, was twice \"" + name + "\"; rename or drop one");
      }
    }
  }

  private static void addShapeProblems(int size, double[][] matrix, List<String> problems) {
    if (matrix.length != size) {
      problems.add(
          "matrix must have one row for each of "
              + size
              + " names, had "
              + matrix.length
              + "; add or drop rows");
    }
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i].length != size) {
        problems.add(
            "matrix["
                + i
                + "] must have one entry for each of "
                + size
                + " names, had "
                + matrix[i].length
                + "; add or drop entries");
      }
    }
  }

  private static void addDiagonalProblem(String name, double entry, List<String> problems) {
    if (!(Math.abs(entry - 1.0) <= TOLERANCE)) {
      problems.add(
          "correlation of "
              + name
              + " with itself must be 1, was "
              + entry
              + "; divide covariances by both standard deviations");
    }
  }

  private static void addPairProblem(
      String pair, double above, double below, List<String> problems) {
    if (!(Math.abs(above) <= 1.0 && Math.abs(below) <= 1.0)) {
      double entry = Math.abs(above) <= 1.0 ? below : above;
      problems.add(
          "correlation of " + pair + " must be in [-1, 1], was " + entry + "; write 0.3 for 30%");
    } else if (!(Math.abs(above - below) <= TOLERANCE)) {
      problems.add(
          "correlation of "
              + pair
              + " must be the same both ways, was "
              + above
              + " and "
              + below
              + "; decide on one");
    }
  }

  /** The one fault of a matrix that is right in itself but not positive definite, or none. */
  static List<String> definiteness(List<String> names, double[][] matrix) {
    int row = firstBadRow(matrix);
    if (row < 0) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "correlations of %s with %s contradict each other or leave it no freedom (the matrix is"
                + " not positive definite); multiply every correlation by %.4f or less",
            names.get(row),
            String.join(", ", names.subList(0, row)),
            largestWeight(matrix)));
  }

  /** The largest weight on the correlations, to four places, that leaves a valid matrix. */
  private static double largestWeight(double[][] matrix) {
    int valid = 0;
    int invalid = WEIGHT_STEPS;
    while (invalid - valid > 1) {
      int middle = (valid + invalid) / 2;
      if (firstBadRow(shrunk(matrix, (double) middle / WEIGHT_STEPS)) < 0) {
        valid = middle;
      } else {
        invalid = middle;
      }
    }
    return (double) valid / WEIGHT_STEPS;
  }

  private static int firstBadRow(double[][] matrix) {
    try {
      cholesky(matrix);
      return -1;
    } catch (NonPositiveDefiniteMatrixException e) {
      return e.getRow();
    }
  }

  /** The lower triangular factor: arithmetic and square roots only, so its bits are fixed. */
  static double[][] cholesky(double[][] matrix) {
    Array2DRowRealMatrix copy = new Array2DRowRealMatrix(matrix, true);
    return new CholeskyDecomposition(copy, 0.0, LEAST_PIVOT).getL().getData();
  }

  /** The lower triangle times a weight, mirrored, with exact ones on the diagonal. */
  static double[][] shrunk(double[][] matrix, double weight) {
    int size = matrix.length;
    double[][] copy = new double[size][size];
    for (int i = 0; i < size; i++) {
      copy[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        copy[i][j] = weight * matrix[i][j];
        copy[j][i] = copy[i][j];
      }
    }
    return copy;
  }
}
