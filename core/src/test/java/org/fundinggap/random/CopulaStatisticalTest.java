package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.fundinggap.distribution.Distribution;
import org.junit.jupiter.api.Test;

/**
 * Whether quantities of any families, tied together by correlated normals, keep their distributions
 * and get their correlation. Seeds are fixed; the rates are how often a right program would fail
 * over all seeds.
 */
class CopulaStatisticalTest {
  private static final int DRAWS = 20_000;
  private static final double[][] MATRIX = {
    {1.0, 0.6, -0.3, 0.2}, {0.6, 1.0, 0.1, 0.0}, {-0.3, 0.1, 1.0, 0.5}, {0.2, 0.0, 0.5, 1.0}
  };
  private static final List<Distribution> FAMILIES =
      List.of(
          Distribution.pert(0.0, 0.25, 1.0),
          Distribution.gamma(3.0, 2.0),
          Distribution.elicited(0.0, 0.1, 0.25, 0.5, 1.0),
          Distribution.ofQuantiles(new double[] {0.0, 0.1, 0.5, 1.0}, new double[] {1, 2, 3, 9}));

  @Test
  void rankCorrelationsAreThoseOfTheNormals() {
    // Six pairs at 4.5 standard errors, each at most 1.1 / sqrt(draws): false alarms 4e-5.
    double[][] x = draws();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double expected = 6.0 / Math.PI * StrictMath.asin(0.5 * MATRIX[i][j]);
        double seen = new SpearmansCorrelation().correlation(x[i], x[j]);
        double score = (seen - expected) / (1.1 / Math.sqrt(DRAWS));
        assertTrue(Math.abs(score) < 4.5, "pair " + i + ", " + j + ": " + score);
      }
    }
  }

  @Test
  void eachKeepsItsDistribution() {
    // Two Kolmogorov-Smirnov tests at 1e-5 each: false alarms 2e-5.
    double[][] x = draws();
    Map<Integer, RealDistribution> known =
        Map.of(0, new BetaDistribution(null, 2.0, 4.0), 1, new GammaDistribution(null, 3.0, 2.0));
    known.forEach(
        (i, distribution) -> {
          double chance = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, x[i]);
          assertTrue(chance > 1e-5, "variable " + i + ": " + chance);
        });
  }

  private static double[][] draws() {
    List<String> names = IntStream.range(0, MATRIX.length).mapToObj(i -> "v" + i).toList();
    double[][] x = new double[MATRIX.length][DRAWS];
    for (int i = 0; i < x.length; i++) {
      StreamId stream = StreamId.ofParameter(names.get(i), "E92000001");
      Sampler.independent(12).normals(stream, 0, x[i], DRAWS);
    }
    Correlation.of(names, MATRIX).correlate(x, x, DRAWS);
    for (int i = 0; i < x.length; i++) {
      FAMILIES.get(i).fromNormals(x[i], x[i], DRAWS);
    }
    return x;
  }
}
