package org.fundinggap.random;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Changes smaller than this are the rounding to six decimals. */
  private static final double LEAST_CHANGE = 1e-6;

  private static final int MOST_LISTED = 10;

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
                + " not positive definite); %s",
            names.get(row),
            String.join(", ", names.subList(0, row)),
            offer(names, matrix, NearestCorrelation.of(matrix))));
  }

  /** What the nearest valid matrix changes, the largest changes first. */
  private static String offer(List<String> names, double[][] matrix, double[][] nearest) {
    List<Change> changes = new ArrayList<>();
    if (!anyShown(matrix, nearest)) {
      return "it lies on the edge of what is valid: move its correlations towards 0 by 0.00001, or"
          + " leave a variable out and work it out from the others";
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(nearest[i][j] - matrix[i][j]) >= LEAST_CHANGE) {
          String pair = names.get(j) + " and " + names.get(i);
          changes.add(new Change(pair, matrix[i][j], nearest[i][j]));
        }
      }
    }
    changes.sort(Comparator.comparingDouble(Change::size).reversed());
    String largest = changes.stream().limit(MOST_LISTED).map(Change::text).collect(joining(", "));
    return String.format(
        Locale.ROOT,
        "Correlation.nearest gives the nearest valid matrix, which changes %d of %d by %.6f or"
            + " less: %s%s",
        changes.size(),
        matrix.length * (matrix.length - 1) / 2,
        changes.isEmpty() ? 0.0 : changes.get(0).size(),
        largest,
        changes.size() > MOST_LISTED ? " and smaller changes" : "");
  }

  /** Whether the nearest valid matrix differs by more than rounding, so that it can be shown. */
  private static boolean anyShown(double[][] matrix, double[][] nearest) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(nearest[i][j] - matrix[i][j]) >= LEAST_CHANGE) {
          return true;
        }
      }
    }
    return false;
  }

  /** A pair's correlation as it is and as it would be. */
  private record Change(String pair, double before, double after) {
    double size() {
      return Math.abs(after - before);
    }

    String text() {
      return String.format(Locale.ROOT, "%s from %s to %.6f", pair, before, after);
    }
  }

  /** Whether a matrix that is right in itself is positive definite too. */
  static boolean isDefinite(double[][] matrix) {
    return firstBadRow(matrix) < 0;
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

  /** The lower triangle, mirrored, with exact ones on the diagonal. */
  static double[][] mirrored(double[][] matrix) {
    int size = matrix.length;
    double[][] copy = new double[size][size];
    for (int i = 0; i < size; i++) {
      copy[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        copy[i][j] = matrix[i][j];
        copy[j][i] = matrix[i][j];
      }
    }
    return copy;
  }
}
