package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

@Seeded
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

  @Property(tries = 100)
  void nearestIsAcceptedAndNoOtherValidMatrixIsNearer(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] wild = new double[size][size];
    for (int i = 0; i < size; i++) {
      wild[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        wild[i][j] = random.nextDouble(-1.0, 1.0);
        wild[j][i] = wild[i][j];
      }
    }
    List<String> names = IntStream.range(0, size).mapToObj(i -> "v" + i).toList();
    Correlation nearest = Correlation.nearest(names, wild);
    assertEquals(nearest, Correlation.of(names, NearestCorrelationTest.entries(nearest)));
    // The valid matrices are convex: a nearer one would make a step towards it nearer too.
    double[][] other = randomCorrelations(seed, size);
    double inner = 0.0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inner += (wild[i][j] - nearest.at(i, j)) * (other[i][j] - nearest.at(i, j));
      }
    }
    assertTrue(inner <= 1e-4 * size * size, "a step towards another matrix is nearer: " + inner);
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
