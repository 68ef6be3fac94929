package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CorrelationProperties {

  @Property(tries = 200)
  void correlatingTheUnitVectorsGivesBackTheMatrix(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    double[][] matrix = randomCorrelations(seed, size);
    Correlation correlation =
        Correlation.of(IntStream.range(0, size).mapToObj(i -> "v" + i).toList(), matrix);
    double[][] units = new double[size][size];
    for (int i = 0; i < size; i++) {
      units[i][i] = 1.0;
    }
    correlation.correlate(units, units, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double product = 0.0;
        for (int k = 0; k < size; k++) {
          product += units[i][k] * units[j][k];
        }
        assertEquals(matrix[i][j], product, 1e-14);
      }
    }
  }

  /** Correlations of variables with two common factors and noise of their own. */
  private static double[][] randomCorrelations(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] loading = new double[size][2];
    for (double[] row : loading) {
      row[0] = random.nextDouble(-0.7, 0.7);
      row[1] = random.nextDouble(-0.7, 0.7);
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 1.0 : loading[i][0] * loading[j][0] + loading[i][1] * loading[j][1];
      }
    }
    return matrix;
  }
}
