package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.fundinggap.internal.NormalProbability;
import org.fundinggap.random.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DistributionTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void distributionsAgreeWithCommonsMath() {
    assertAgree(new NormalDistribution(null, 3.0, 2.0), Distribution.normal(3.0, 2.0));
    assertAgree(
        new LogNormalDistribution(null, StrictMath.log(5.0), 0.5),
        Distribution.logNormal(5.0, 0.5));
    assertAgree(new UniformRealDistribution(null, -1.0, 4.0), Distribution.uniform(-1.0, 4.0));
    assertAgree(
        new TriangularDistribution(null, 1.0, 2.0, 5.0), Distribution.triangular(1.0, 2.0, 5.0));
  }

  private static void assertAgree(RealDistribution expected, Distribution distribution) {
    for (int i = 1; i < 200; i++) {
      double p = i / 200.0;
      assertEquals(p, expected.cumulativeProbability(distribution.quantile(p)), 1e-13);
    }
    assertEquals(expected.getNumericalMean(), distribution.mean(), 1e-12);
    double variance = distribution.standardDeviation() * distribution.standardDeviation();
    assertEquals(expected.getNumericalVariance(), variance, 1e-12);
  }

  @Test
  void truncatedNormalIsTheNormal_whenNothingIsCutOff() {
    Distribution whole = Distribution.truncatedNormal(3.0, 2.0, -INFINITE, INFINITE);
    Distribution normal = Distribution.normal(3.0, 2.0);
    for (int i = 0; i <= 100; i++) {
      assertEquals(normal.quantile(i / 100.0), whole.quantile(i / 100.0));
    }
  }

  @Test
  void truncatedNormalHasTheMomentsOfTheClosedForm_whereThatIsAccurate() {
    for (double[] bounds : new double[][] {{-1.0, 2.0}, {0.5, 3.0}, {-4.0, -1.0}, {-9.0, 9.0}}) {
      double a = bounds[0];
      double b = bounds[1];
      double mass = NormalProbability.below(b) - NormalProbability.below(a);
      double densityA = NormalProbability.density(a);
      double densityB = NormalProbability.density(b);
      double mean = (densityA - densityB) / mass;
      double variance = 1.0 + (a * densityA - b * densityB) / mass - mean * mean;
      Distribution distribution = Distribution.truncatedNormal(0.0, 1.0, a, b);
      assertEquals(mean, distribution.mean(), 1e-9);
      assertEquals(Math.sqrt(variance), distribution.standardDeviation(), 1e-9);
    }
  }

  @Test
  void truncatedNormalIsNearlyUniform_betweenCloseBounds() {
    Distribution distribution = Distribution.truncatedNormal(0.0, 1.0, -1e-6, 1e-6);
    assertEquals(0.0, distribution.mean(), 1e-18);
    assertEquals(2e-6 / Math.sqrt(12.0), distribution.standardDeviation(), 1e-15);
    assertEquals(0.5e-6, distribution.quantile(0.75), 1e-15);
  }

  @Test
  void truncatedNormalIsMirrored_whenItsBoundsAre() {
    Distribution above = Distribution.truncatedNormal(0.0, 1.0, 5.0, 7.0);
    Distribution below = Distribution.truncatedNormal(0.0, 1.0, -7.0, -5.0);
    for (int i = 0; i <= 64; i++) {
      double p = i / 64.0;
      assertEquals(-below.quantile(1.0 - p), above.quantile(p), 1e-12);
    }
    assertEquals(-below.mean(), above.mean(), 1e-12);
  }

  @Test
  void logNormalMomentsAreFinite_atTheWidestSpread() {
    Distribution widest = Distribution.logNormal(1e100, 10.0);
    assertTrue(Double.isFinite(widest.mean()) && Double.isFinite(widest.standardDeviation()));
    assertTrue(Double.isFinite(widest.quantile(1.0 - 0x1.0p-53)));
  }

  @Test
  void triangularMediansAreExact() {
    assertEquals(1.0, Distribution.triangular(0.0, 1.0, 2.0).quantile(0.5));
    assertEquals(0.5, Distribution.triangular(0.0, 1.0, 1.0).quantile(0.25));
    assertEquals(0.5, Distribution.triangular(0.0, 0.0, 1.0).quantile(0.75));
  }

  @Test
  void parametersAreRefused_whenNaNInfiniteOrOutOfOrder() {
    List<Executable> refused =
        List.of(
            () -> Distribution.fixed(NAN),
            () -> Distribution.fixed(INFINITE),
            () -> Distribution.normal(NAN, 1.0),
            () -> Distribution.normal(0.0, NAN),
            () -> Distribution.normal(0.0, 0.0),
            () -> Distribution.normal(0.0, -1.0),
            () -> Distribution.normal(1e101, 1.0),
            () -> Distribution.truncatedNormal(NAN, 1.0, 0.0, 1.0),
            () -> Distribution.truncatedNormal(0.0, 0.0, 0.0, 1.0),
            () -> Distribution.truncatedNormal(0.0, 1.0, NAN, 1.0),
            () -> Distribution.truncatedNormal(0.0, 1.0, 0.0, NAN),
            () -> Distribution.truncatedNormal(0.0, 1.0, 1.0, 1.0),
            () -> Distribution.truncatedNormal(0.0, 1.0, 2.0, 1.0),
            () -> Distribution.truncatedNormal(0.0, 1.0, 40.0, 41.0),
            () -> Distribution.truncatedNormal(0.0, 1.0, -INFINITE, -INFINITE),
            () -> Distribution.logNormal(0.0, 1.0),
            () -> Distribution.logNormal(-1.0, 1.0),
            () -> Distribution.logNormal(1.0, NAN),
            () -> Distribution.logNormal(1.0, 0.0),
            () -> Distribution.logNormal(1.0, 20.0),
            () -> Distribution.uniform(1.0, 1.0),
            () -> Distribution.uniform(NAN, 1.0),
            () -> Distribution.uniform(0.0, INFINITE),
            () -> Distribution.triangular(0.0, NAN, 1.0),
            () -> Distribution.triangular(0.0, 1.1, 1.0),
            () -> Distribution.triangular(0.0, -0.1, 1.0),
            () -> Distribution.triangular(1.0, 1.0, 1.0),
            () -> Distribution.zeroOr(NAN, Distribution.uniform(0.0, 1.0)),
            () -> Distribution.zeroOr(-0.1, Distribution.uniform(0.0, 1.0)),
            () -> Distribution.zeroOr(1.0, Distribution.uniform(0.0, 1.0)),
            () -> Distribution.zeroOr(0.0, Distribution.uniform(-0.1, 1.0)),
            () -> Distribution.zeroOr(0.5, Distribution.normal(1.0, 0.1)));
    for (int i = 0; i < refused.size(); i++) {
      assertThrows(IllegalArgumentException.class, refused.get(i), "case " + i);
    }
  }

  @Test
  void refusalSaysNameValueBoundAndFix() {
    String sd = Refusals.message(() -> Distribution.normal(0.0, 0.0));
    assertEquals(
        "standardDeviation must be in [1.0E-100, 1.0E100], was 0.0;"
            + " use Distribution.fixed(mean) for a known value",
        sd);
    String cut = Refusals.message(() -> Distribution.truncatedNormal(0.0, 1.0, 40.0, 41.0));
    assertTrue(cut.contains("40.0 and 41.0 keep 0.0; move them nearer"));
  }
}
