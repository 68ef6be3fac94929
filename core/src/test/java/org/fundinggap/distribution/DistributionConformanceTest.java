package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.fundinggap.internal.NormalProbability;
import org.fundinggap.random.Refusals;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.fundinggap.random.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family must satisfy; a new family is one line below. */
@Tag("medium")
class DistributionConformanceTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  static List<Distribution> all() {
    return Stream.concat(inClosedForm().stream(), ofTablesAndPoints().stream()).toList();
  }

  private static List<Distribution> inClosedForm() {
    return List.of(
        Distribution.fixed(0.0),
        Distribution.fixed(-12.5),
        Distribution.normal(0.0, 1.0),
        Distribution.normal(1e9, 1e-3),
        Distribution.normal(-0.05, 0.02),
        Distribution.truncatedNormal(0.0, 1.0, -1.0, 2.0),
        Distribution.truncatedNormal(0.05, 0.04, 0.0, 0.16),
        Distribution.truncatedNormal(10.0, 2.0, -INFINITE, 9.0),
        Distribution.truncatedNormal(10.0, 2.0, 9.0, INFINITE),
        Distribution.truncatedNormal(10.0, 2.0, -INFINITE, INFINITE),
        Distribution.truncatedNormal(0.0, 1.0, 8.0, 9.0),
        Distribution.truncatedNormal(0.0, 1.0, 30.0, INFINITE),
        Distribution.truncatedNormal(0.0, 1.0, -31.0, -30.0),
        Distribution.truncatedNormal(0.0, 1.0, 1.0, 1.000001),
        Distribution.logNormal(34_000.0, 0.03),
        Distribution.logNormal(1.0, 1.0),
        Distribution.logNormal(2.0, 1e-8),
        Distribution.uniform(0.1, 0.3),
        Distribution.uniform(-1e100, 1e100),
        Distribution.triangular(0.0, 0.05, 0.16),
        Distribution.triangular(0.0, 0.0, 1.0),
        Distribution.triangular(-3.0, 1.0, 1.0),
        Distribution.zeroOr(0.2, Distribution.gamma(2.0, 1.0)),
        Distribution.discrete(new double[] {-0.01, -0.004, 0.003}, new double[] {0.25, 0.5, 0.25}),
        Distribution.discrete(new double[] {-1e9, 1e9}, new double[] {0.999, 0.001}),
        Distribution.zeroOr(0.25, Distribution.triangular(0.0, 0.05, 0.16)),
        Distribution.zeroOr(0.5, Distribution.uniform(0.1, 0.3)),
        Distribution.zeroOr(0.9, Distribution.logNormal(2.0, 0.5)),
        Distribution.zeroOr(0.3, Distribution.fixed(7.0)),
        Distribution.zeroOr(0.3, Distribution.fixed(-7.0)),
        Distribution.zeroOr(0.25, Distribution.triangular(-0.3, -0.1, 0.0)),
        Distribution.zeroOr(0.4, Distribution.truncatedNormal(-1.0, 1.0, -INFINITE, -0.5)),
        Distribution.zeroOr(0.5, Distribution.zeroOr(0.1, Distribution.uniform(-2.0, -1.0))),
        Distribution.zeroOr(0.0, Distribution.uniform(-2.0, -1.0)),
        Distribution.zeroOr(0.5, Distribution.zeroOr(0.1, Distribution.uniform(1.0, 2.0))),
        Distribution.zeroOr(0.0, Distribution.truncatedNormal(0.05, 0.04, 0.01, INFINITE)));
  }

  private static List<Distribution> ofTablesAndPoints() {
    return List.of(
        Distribution.pert(0.0, 0.05, 0.2),
        Distribution.pert(-3.0, -3.0, 1e6),
        Distribution.beta(2.0, 5.0, 0.0, 1.0),
        Distribution.beta(0.5, 0.5, -1.0, 1.0),
        Distribution.beta(0.05, 50.0, 0.0, 1.0),
        Distribution.beta(10_000.0, 3.0, 10.0, 11.0),
        Distribution.gamma(1.0, 3.0),
        Distribution.gamma(0.05, 2.0),
        Distribution.gamma(10_000.0, 1e-3),
        Distribution.elicited(90.0, 100.0, 130.0),
        Distribution.elicitedAbove(0.0, 8.0, 10.0, 14.0),
        Distribution.elicitedBelow(-14.0, -10.0, -8.0, 0.0),
        Distribution.elicited(1e9 - 1e-2, 1e9, 1e9 + 1e-2),
        Distribution.elicited(0.0, 0.1667, 1.0),
        Distribution.elicited(0.0, 0.1, 0.25, 0.5, 1.0),
        Distribution.elicited(-10.0, -9.999, 0.0, 9.99, 10.0),
        Distribution.ofQuantiles(new double[] {0.0, 0.1, 0.5, 1.0}, new double[] {1, 2, 3, 9}),
        Distribution.ofQuantiles(new double[] {0.0, 0.3, 0.6, 1.0}, new double[] {-1, 0, 0, 1}),
        Distribution.ofQuantileFunction("log-normal", Distribution.logNormal(3.0, 0.5)::quantile),
        Distribution.ofQuantileFunction("high", Distribution.normal(1e9, 1e-3)::quantile),
        Distribution.ofQuantileFunction(
            "weibull", new WeibullDistribution(null, 2.0, 3.0)::inverseCumulativeProbability),
        Distribution.empirical(3.0, 1.0, 4.0, 1.0, 5.0),
        Distribution.empirical(-1e9, 1e9));
  }

  @ParameterizedTest
  @MethodSource("all")
  void quantileNeverFalls_whenTheProbabilityRises(Distribution distribution) {
    double last = distribution.lower();
    for (int i = 0; i <= 20_000; i++) {
      double next = distribution.quantile(i / 20_000.0);
      assertTrue(next >= last, "the quantile fell at " + i);
      assertTrue(next <= distribution.upper(), "the quantile left the support at " + i);
      last = next;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void quantilesEndAtTheSupport_alsoInAVector(Distribution distribution) {
    assertEquals(distribution.lower(), distribution.quantile(0.0));
    assertEquals(distribution.upper(), distribution.quantile(1.0));
    double[] ends = {0.0, 1.0, 0x1.0p-53, 1.0 - 0x1.0p-53};
    distribution.quantiles(ends, ends, 4);
    assertEquals(distribution.lower(), ends[0]);
    assertEquals(distribution.upper(), ends[1]);
    assertTrue(Double.isFinite(ends[2]) && ends[2] >= distribution.lower());
    assertTrue(Double.isFinite(ends[3]) && ends[3] <= distribution.upper());
  }

  @ParameterizedTest
  @MethodSource("all")
  void vectorGivesTheScalarBits_inPlaceToo(Distribution distribution) {
    double[] u = new double[1_500];
    Sampler.independent(1).uniforms(StreamId.ofParameter("u", "E92000001"), 0, u, u.length);
    double[] expected = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      expected[i] = distribution.quantile(u[i]);
    }
    double[] out = new double[u.length];
    distribution.quantiles(u, out, u.length);
    assertArrayEquals(expected, out);
    double[] inWorkspace = u.clone();
    distribution.quantiles(inWorkspace, inWorkspace, u.length, new Workspace());
    assertArrayEquals(expected, inWorkspace);
    double[] oneBlock = Arrays.copyOf(u, 1_000);
    distribution.quantiles(oneBlock, oneBlock, oneBlock.length, new Workspace());
    assertArrayEquals(Arrays.copyOf(expected, oneBlock.length), oneBlock);
    distribution.quantiles(u, u, u.length);
    assertArrayEquals(expected, u);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fromNormalsGivesTheSameBits_withMemoryToWorkIn(Distribution distribution) {
    double[] z = new double[1_024];
    Sampler.independent(2).normals(StreamId.ofParameter("z", "E92000001"), 0, z, z.length);
    double[] expected = new double[z.length];
    distribution.fromNormals(z, expected, z.length);
    distribution.fromNormals(z, z, z.length, new Workspace());
    assertArrayEquals(expected, z);
  }

  @ParameterizedTest
  @MethodSource("all")
  void momentsAreTheIntegralsOfTheQuantile(Distribution distribution) {
    // The mean of g(Z) by the trapezium rule over z, where g takes a normal to the quantity.
    int steps = 40_000;
    double[] z = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      z[i] = -10.0 + i * (20.0 / steps);
    }
    double[] x = new double[z.length];
    distribution.fromNormals(z, x, x.length);
    double shift = distribution.quantile(0.5);
    double mass = 0.0;
    double first = 0.0;
    double second = 0.0;
    for (int i = 0; i <= steps; i++) {
      double weight = NormalProbability.density(z[i]);
      mass += weight;
      first += weight * (x[i] - shift);
      second += weight * (x[i] - shift) * (x[i] - shift);
    }
    double mean = shift + first / mass;
    double sd = Math.sqrt(second / mass - (first / mass) * (first / mass));
    double tolerance = 1e-6 * sd + 4.0 * Math.ulp(shift) + ofJumps(distribution, z, x) / mass;
    assertEquals(mean, distribution.mean(), tolerance);
    assertEquals(sd, distribution.standardDeviation(), tolerance);
  }

  /** How far off the rule may be in a sum because it does not know where in a step x jumps. */
  private static double ofJumps(Distribution distribution, double[] z, double[] x) {
    if (!(distribution instanceof Discrete
        || distribution instanceof Empirical
        || distribution instanceof ZeroOr)) {
      return 0.0;
    }
    double sum = 0.0;
    for (int i = 1; i < z.length; i++) {
      double jump = x[i] - x[i - 1];
      // A step of a smooth stretch is about 0.0005 standard deviations.
      if (jump > 0.005 * distribution.standardDeviation()) {
        double farthest = Math.max(x[i] - distribution.mean(), distribution.mean() - x[i - 1]);
        double ofSquares = farthest / distribution.standardDeviation();
        sum += 0.5 * NormalProbability.density(z[i]) * jump * Math.max(1.0, ofSquares);
      }
    }
    return 1.01 * sum;
  }

  @ParameterizedTest
  @MethodSource("all")
  void fromNormalsIsTheQuantileOfTheNormalsProbability(Distribution distribution) {
    double[] z = {-8.0, -3.0, -1.0, -0.1, 0.0, 0.1, 1.0, 3.0, 4.0};
    double[] out = new double[z.length];
    distribution.fromNormals(z, out, z.length);
    for (int i = 0; i < z.length; i++) {
      double quantile = distribution.quantile(NormalProbability.below(z[i]));
      double tolerance = 1e-9 * distribution.standardDeviation() + 4.0 * Math.ulp(quantile);
      assertEquals(quantile, out[i], tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fromNormalsStaysFiniteAndInside_atNormalsBeyondEveryUniform(Distribution distribution) {
    double[] z = {-12.0, -9.0, 9.0, 12.0};
    distribution.fromNormals(z, z, 4);
    for (int i = 0; i < 4; i++) {
      assertTrue(Double.isFinite(z[i]) && z[i] >= distribution.lower(), "below the support");
      assertTrue(z[i] <= distribution.upper(), "above the support");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sampleMeanIsWithinItsStandardError(Distribution distribution) {
    // 51 distributions at 4.5 standard errors: false alarms 3.5e-4 over all seeds.
    double[] x = new double[100_000];
    Sampler.independent(2).uniforms(StreamId.ofParameter("u", "E92000001"), 0, x, x.length);
    distribution.quantiles(x, x, x.length);
    double mean = distribution.mean();
    double sum = 0.0;
    for (double value : x) {
      sum += value - mean;
    }
    double error = distribution.standardDeviation() / Math.sqrt(x.length);
    assertEquals(0.0, sum / x.length, 4.5 * error + 2.0 * Math.ulp(mean));
  }

  @ParameterizedTest
  @MethodSource("all")
  void probabilitiesAreRefused_whenNaNOrOutside(Distribution distribution) {
    for (double bad : new double[] {Double.NaN, -1e-300, 1.0 + 0x1.0p-52, INFINITE, -INFINITE}) {
      assertThrows(IllegalArgumentException.class, () -> distribution.quantile(bad));
      double[] out = {7.0, 7.0};
      String refusal =
          Refusals.message(() -> distribution.quantiles(new double[] {0.5, bad}, out, 2));
      assertThrows(
          IllegalArgumentException.class,
          () -> distribution.quantiles(new double[] {0.5, bad}, out, 2, new Workspace()));
      assertTrue(refusal.startsWith("u[1] must be in [0, 1], was " + bad));
      assertArrayEquals(new double[] {7.0, 7.0}, out, "nothing is written");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void countIsRefused_whenItIsLongerThanAnArray(Distribution distribution) {
    double[] two = {0.5, 0.5};
    double[] one = {7.0};
    assertThrows(IllegalArgumentException.class, () -> distribution.quantiles(two, one, 2));
    assertThrows(IllegalArgumentException.class, () -> distribution.quantiles(one, two, 2));
    assertThrows(IllegalArgumentException.class, () -> distribution.quantiles(two, two, -1));
    assertThrows(IllegalArgumentException.class, () -> distribution.fromNormals(two, one, 2));
    distribution.quantiles(two, one, 0);
    assertEquals(7.0, one[0]);
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyAFixedValueHasNoSpread(Distribution distribution) {
    assertEquals(distribution instanceof Fixed, distribution.isFixed());
    assertEquals(distribution.isFixed(), distribution.standardDeviation() == 0.0);
    assertEquals(distribution.isFixed(), distribution.quantile(0.0) == distribution.quantile(1.0));
  }
}
