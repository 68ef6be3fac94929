package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.fundinggap.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;

class NearestCorrelationTest {
  private static final List<String> ABC = List.of("pay", "fees", "prices");

  @Test
  void nearestIsThePublishedOne_ofHighamsExample() {
    // Published to four places. Ours keeps its least eigenvalue at 3e-6.
    double[][] matrix = {{1.0, 1.0, 0.0}, {1.0, 1.0, 1.0}, {0.0, 1.0, 1.0}};
    Correlation nearest = Correlation.nearest(ABC, matrix);
    assertEquals(0.7607, nearest.at(0, 1), 6e-5);
    assertEquals(0.1573, nearest.at(0, 2), 6e-5);
    assertEquals(0.7607, nearest.at(1, 2), 6e-5);
  }

  @Test
  void nearestIsTheOneByHand_whenAllCorrelationsAreTheSame() {
    // By symmetry all stay the same; at -1/2 the least eigenvalue is 0.
    double[][] matrix = {{1.0, -0.9, -0.9}, {-0.9, 1.0, -0.9}, {-0.9, -0.9, 1.0}};
    Correlation nearest = Correlation.nearest(ABC, matrix);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(-0.5, nearest.at(i, j), 3e-6);
      }
    }
  }

  @Test
  void nearestOfAValidMatrixIsTheMatrix() {
    double[][] matrix = {{1.0, 0.123456789, 0.3}, {0.123456789, 1.0, 0.2}, {0.3, 0.2, 1.0}};
    assertEquals(Correlation.of(ABC, matrix), Correlation.nearest(ABC, matrix));
  }

  @Test
  void refusalOffersTheNearestMatrix_withEachChange() {
    double[][] matrix = {{1.0, -0.9, -0.9}, {-0.9, 1.0, -0.9}, {-0.9, -0.9, 1.0}};
    String refusal = Refusals.message(() -> Correlation.of(ABC, matrix));
    assertTrue(
        refusal.endsWith(
            "correlations of prices with pay, fees contradict each other or leave it no freedom"
                + " (the matrix is not positive definite); Correlation.nearest gives the nearest"
                + " valid matrix, which changes 3 of 3 by 0.400001 or less: pay and fees from -0.9"
                + " to -0.499999, pay and prices from -0.9 to -0.499999, fees and prices from -0.9"
                + " to -0.499999"),
        refusal);
  }

  @Test
  void whatTheMessageOffersIsAccepted() {
    double[][] offered = {{1, -0.499999, -0.499999}, {-0.499999, 1, -0.499999}, {0, 0, 1}};
    offered[2][0] = -0.499999;
    offered[2][1] = -0.499999;
    double[][] matrix = {{1.0, -0.9, -0.9}, {-0.9, 1.0, -0.9}, {-0.9, -0.9, 1.0}};
    assertEquals(Correlation.nearest(ABC, matrix), Correlation.of(ABC, offered));
  }

  @Test
  void refusalListsTheTenLargestChanges_whenThereAreMore() {
    int size = 6;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 1.0 : -0.5 - 0.01 * Math.max(i, j);
      }
    }
    List<String> names = IntStream.range(0, size).mapToObj(i -> "v" + i).toList();
    String refusal = Refusals.message(() -> Correlation.of(names, matrix));
    assertTrue(refusal.contains("which changes 15 of 15 by 0.349058 or less"), refusal);
    assertTrue(refusal.contains(": v4 and v5 from -0.55 to -0.200942"), refusal);
    assertTrue(refusal.endsWith(" and smaller changes"), refusal);
    assertEquals(10, refusal.split(" from ", -1).length - 1);
  }

  @Test
  void perfectCorrelationIsRefused_andNearestLeavesALittleFreedom() {
    List<String> names = List.of("pay", "fees");
    double[][] matrix = {{1.0, -1.0}, {-1.0, 1.0}};
    String refusal = Refusals.message(() -> Correlation.of(names, matrix));
    assertTrue(refusal.endsWith("pay and fees from -1.0 to -0.999998"), refusal);
    assertEquals(-0.999998, Correlation.nearest(names, matrix).at(0, 1));
  }

  @Test
  void nearestRefusesWhatIsWrongOtherwise() {
    double[][] asymmetric = {{1.0, 0.5}, {0.4, 1.0}};
    double[][] outside = {{1.0, 1.5}, {1.5, 1.0}};
    double[][] missing = {{1.0, Double.NaN}, {Double.NaN, 1.0}};
    List<String> names = List.of("pay", "fees");
    for (double[][] matrix : List.of(asymmetric, outside, missing)) {
      assertThrows(InvalidInputException.class, () -> Correlation.nearest(names, matrix));
    }
    assertThrows(InvalidInputException.class, () -> Correlation.nearest(ABC, outside));
  }

  @Test
  void nearestHasNoNegativeEigenvalue_whenManyVariablesContradict() {
    int size = 40;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 1.0 : (i + j) % 3 == 0 ? 0.9 : -0.3;
      }
    }
    List<String> names = IntStream.range(0, size).mapToObj(i -> "v" + i).toList();
    Correlation nearest = Correlation.nearest(names, matrix);
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(entries(nearest))).getRealEigenvalues();
    assertTrue(eigenvalues[size - 1] > 0.0);
    assertSame(names.get(0), nearest.names().get(0));
  }

  static double[][] entries(Correlation correlation) {
    double[][] entries = new double[correlation.size()][correlation.size()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries.length; j++) {
        entries[i][j] = correlation.at(i, j);
      }
    }
    return entries;
  }
}
