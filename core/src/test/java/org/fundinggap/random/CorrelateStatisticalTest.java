package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.internal.NormalProbability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether normals that were correlated are jointly normal with the correlations given, and so are
 * quantities of other families that are made of them. Seeds are fixed; perfect draws fail a test
 * with chance 1e-6 over all seeds, hence any of the three with 3e-6. Each must see draws that have
 * the right distributions one by one, and are wrong together.
 */
@DisplayName("Correlated draws")
@Tag("medium")
class CorrelateStatisticalTest {
  private static final double LEVEL = 1e-6;
  private static final int DRAWS = 1 << 20;
  private static final double[][] MATRIX = {
    {1.0, 0.8, -0.4, 0.0, 0.1},
    {0.8, 1.0, -0.2, 0.3, 0.0},
    {-0.4, -0.2, 1.0, 0.5, -0.1},
    {0.0, 0.3, 0.5, 1.0, 0.6},
    {0.1, 0.0, -0.1, 0.6, 1.0}
  };
  private static final int SIZE = MATRIX.length;
  private static final List<Distribution> FAMILIES =
      List.of(
          Distribution.gamma(3.0, 2.0),
          Distribution.logNormal(1.0, 0.7),
          Distribution.triangular(0.0, 1.0, 5.0),
          Distribution.elicited(1.0, 2.0, 5.0),
          Distribution.normal(4.0, 0.1));

  private static double[][] drawn() {
    return correlated(MATRIX);
  }

  private static double[][] correlated(double[][] matrix) {
    List<String> names = IntStream.range(0, SIZE).mapToObj(i -> "shock" + i).toList();
    double[][] z = new double[SIZE][DRAWS];
    for (int i = 0; i < SIZE; i++) {
      StreamId id = StreamId.ofYear(names.get(i), 2026, "E92000001");
      Sampler.independent(2026).normals(id, 300, z[i], DRAWS);
    }
    Correlation.of(names, matrix).correlate(z, z, DRAWS);
    return z;
  }

  /** The first two have 0.01 less than they should. */
  private static double[][] slightlyWrong() {
    double[][] matrix = new double[SIZE][];
    for (int i = 0; i < SIZE; i++) {
      matrix[i] = MATRIX[i].clone();
    }
    matrix[0][1] = 0.79;
    matrix[1][0] = 0.79;
    return correlated(matrix);
  }

  /**
   * One draw in four has the first two equal, the rest less in common than they should: normal one
   * by one, with the right correlation, and not jointly normal.
   */
  private static double[][] notJointlyNormal() {
    double[][] matrix = new double[SIZE][];
    for (int i = 0; i < SIZE; i++) {
      matrix[i] = new double[SIZE];
      matrix[i][i] = 1.0;
    }
    double rest = (0.8 - 0.25) / 0.75;
    matrix[0][1] = rest;
    matrix[1][0] = rest;
    double[][] z = correlated(matrix);
    for (int k = 0; k < DRAWS; k += 4) {
      z[1][k] = z[0][k];
    }
    return z;
  }

  /** The chance of correlations that are as far from those given, by Fisher's transformation. */
  private static double ofCorrelations(double[][] z) {
    double largest = 0.0;
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < i; j++) {
        double seen = sum(z[i], z[j]) / Math.sqrt(sum(z[i], z[i]) * sum(z[j], z[j]));
        double off = FastMath.atanh(seen) - FastMath.atanh(MATRIX[i][j]);
        largest = Math.max(largest, Math.abs(off) * Math.sqrt(DRAWS - 2.0));
      }
    }
    return Chance.ofLargest(largest, SIZE * (SIZE - 1) / 2);
  }

  private static double sum(double[] x, double[] y) {
    double sum = 0.0;
    for (int k = 0; k < DRAWS; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /** The chance that what of the second is not of the first be as dependent on it as it is. */
  private static double ofRemainders(double[][] z, int pairs) {
    double least = 1.0;
    for (int pair = 0; pair < pairs; pair++) {
      double rho = MATRIX[pair][pair + 1];
      double[] rest = new double[DRAWS];
      for (int k = 0; k < DRAWS; k++) {
        rest[k] = (z[pair + 1][k] - rho * z[pair][k]) / Math.sqrt(1.0 - rho * rho);
      }
      least = Math.min(least, NormalTests.square(z[pair], rest));
    }
    return Math.min(1.0, pairs * least);
  }

  /** The chance of so many draws in which both of the first two families pass their quantiles. */
  private static double ofJointTails(double[][] z) {
    double[] chances = new double[3];
    double[] levels = {0.0, 1.0, 2.5};
    double[] x = of(FAMILIES.get(0), z[0]);
    double[] y = of(FAMILIES.get(1), z[1]);
    for (int l = 0; l < levels.length; l++) {
      double p = NormalProbability.below(levels[l]);
      double edgeOfX = FAMILIES.get(0).quantile(p);
      double edgeOfY = FAMILIES.get(1).quantile(p);
      long both = 0;
      for (int k = 0; k < DRAWS; k++) {
        both += x[k] > edgeOfX && y[k] > edgeOfY ? 1 : 0;
      }
      double expected = DRAWS * bothAbove(levels[l], MATRIX[0][1]);
      double error = Math.sqrt(expected * (1.0 - expected / DRAWS));
      chances[l] = Chance.ofLargest((both - expected) / error, 1);
    }
    return Chance.ofLeast(chances);
  }

  private static double[] of(Distribution family, double[] z) {
    double[] x = new double[DRAWS];
    family.fromNormals(z, x, DRAWS);
    return x;
  }

  /**
   * The chance that two standard normals both lie above a level: the square of one's, and the
   * integral of their density there over correlations from 0 to theirs (Simpson, 200 steps).
   */
  private static double bothAbove(double level, double rho) {
    double one = NormalProbability.below(-level);
    int steps = 200;
    double sum = 0.0;
    for (int i = 0; i <= steps; i++) {
      double r = rho * i / steps;
      double density =
          StrictMath.exp(-level * level / (1.0 + r)) / (2.0 * Math.PI * Math.sqrt(1.0 - r * r));
      sum += density * (i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0);
    }
    return one * one + sum * rho / (3.0 * steps);
  }

  @Test
  @DisplayName("have the correlations given; 0.79 is no 0.8")
  void correlationsAreRight() {
    assertTrue(ofCorrelations(drawn()) > LEVEL, "correlations must be those given");
    assertTrue(ofCorrelations(slightlyWrong()) < LEVEL, "0.79 in place of 0.8 must show");
  }

  @Test
  @DisplayName("are jointly normal; the right correlation alone will not do")
  void theyAreJointlyNormal() {
    assertTrue(ofRemainders(drawn(), SIZE - 1) > LEVEL, "what is left must be independent");
    assertTrue(ofRemainders(notJointlyNormal(), 1) < LEVEL, "equal draws in four must show");
  }

  @Test
  @DisplayName("of other families pass their quantiles together as often as normals do")
  void familiesHaveTheTailsOfTheCopula() {
    assertTrue(ofJointTails(drawn()) > LEVEL, "joint tails must be those of the copula");
    assertTrue(ofJointTails(notJointlyNormal()) < LEVEL, "equal draws in four must show");
  }
}
