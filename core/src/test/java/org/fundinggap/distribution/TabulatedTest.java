package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.fundinggap.random.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Distributions that are drawn from tables. */
class TabulatedTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void quantilesInvertTheProbabilitiesOfCommonsMath() {
    double[][] shapes = {{2, 5}, {0.5, 0.5}, {1, 1}, {30, 0.7}, {400, 900}, {1e4, 1e4}};
    for (double[] s : shapes) {
      assertInverse(new BetaDistribution(null, s[0], s[1]), Distribution.beta(s[0], s[1], 0, 1));
    }
    for (double shape : new double[] {0.5, 1.0, 3.0, 47.0, 1e4}) {
      assertInverse(new GammaDistribution(null, shape, 2.0), Distribution.gamma(shape, 2.0));
    }
    assertInverse(new BetaDistribution(null, 2.0, 4.0), Distribution.pert(0.0, 0.25, 1.0));
  }

  /** To 1e-9 of the 5% to 95% range, which is what the tables aim at, from 2^-20 to 1 - 2^-20. */
  private static void assertInverse(RealDistribution expected, Distribution distribution) {
    double range = distribution.quantile(0.95) - distribution.quantile(0.05);
    DoubleStream.of(0x1p-20, 1e-4, 0.01).forEach(u -> at(expected, distribution, u, range));
    for (int i = 1; i < 1_000; i++) {
      at(expected, distribution, i / 1_000.0, range);
    }
    DoubleStream.of(0.99, 0.9999, 1 - 0x1p-20).forEach(u -> at(expected, distribution, u, range));
  }

  private static void at(RealDistribution expected, Distribution mine, double u, double range) {
    double x = mine.quantile(u);
    // What a probability is off by, over the density, is what the quantile is off by.
    double off = (expected.cumulativeProbability(x) - u) / expected.density(x);
    double unit = Math.max(range, Math.abs(x - mine.quantile(0.5)));
    assertEquals(0.0, off, 2e-9 * unit + 1e-14 / expected.density(x), mine + " at " + u);
  }

  @Test
  void quantilesAreRightInBothTails_downToTheLeastUniform() {
    // The exponential distribution is the gamma distribution of shape 1, and is known in closed
    // form.
    Distribution gamma = Distribution.gamma(1.0, 1.0);
    Distribution function =
        Distribution.ofQuantileFunction("exponential", u -> -StrictMath.log1p(-u));
    for (Distribution distribution : List.of(gamma, function)) {
      for (int j = 2; j <= 53; j++) {
        double v = StrictMath.scalb(1.0, -j);
        double tolerance = 2e-9 * Math.max(1.0, Math.sqrt(0x1p-20 / v));
        assertEquals(-StrictMath.log1p(-v), distribution.quantile(v), tolerance);
        double far = -StrictMath.log(v);
        assertEquals(far, distribution.quantile(1.0 - v), tolerance * far, "2^-" + j);
      }
      assertEquals(distribution.quantile(0x1p-53), distribution.quantile(1e-300));
      assertEquals(0.0, distribution.quantile(0.0));
      assertEquals(0.0, distribution.quantile(-0.0));
      assertEquals(INFINITE, distribution.quantile(1.0));
    }
  }

  @Test
  void momentsAreThoseOfTheFamily() {
    assertEquals(0.4 / 6.0, Distribution.pert(0.0, 0.05, 0.2).mean(), 1e-16);
    assertEquals(2.0 / 7.0, Distribution.beta(2.0, 5.0, 0.0, 1.0).mean(), 1e-16);
    double variance = 10.0 / (49.0 * 8.0);
    double sd = Distribution.beta(2.0, 5.0, 10.0, 12.0).standardDeviation();
    assertEquals(2.0 * Math.sqrt(variance), sd, 1e-15);
    assertEquals(6.0, Distribution.gamma(3.0, 2.0).mean());
    assertEquals(Math.sqrt(12.0), Distribution.gamma(3.0, 2.0).standardDeviation(), 1e-15);
    RealDistribution weibull = new WeibullDistribution(null, 2.0, 3.0);
    Distribution mine =
        Distribution.ofQuantileFunction("weibull", weibull::inverseCumulativeProbability);
    assertEquals(weibull.getNumericalMean(), mine.mean(), 1e-9);
    assertEquals(Math.sqrt(weibull.getNumericalVariance()), mine.standardDeviation(), 1e-9);
  }

  @Test
  void functionThatSolvesForItsProbabilityIsTaken_withItsNoise() {
    RealDistribution t = new TDistribution(null, 5.0);
    Distribution mine = Distribution.ofQuantileFunction("t", t::inverseCumulativeProbability);
    for (int i = 1; i < 1_000; i++) {
      double u = i / 1_000.0;
      assertEquals(u, t.cumulativeProbability(mine.quantile(u)), 1e-8);
    }
    assertEquals(0.0, mine.mean(), 1e-8);
    assertEquals(Math.sqrt(5.0 / 3.0), mine.standardDeviation(), 1e-5);
  }

  @Test
  void distributionsAreEqual_whenFamilyAndParametersAre() {
    Distribution pert = Distribution.pert(0.0, 0.05, 0.2);
    assertEquals(pert, Distribution.pert(-0.0, 0.05, 0.2));
    assertEquals(pert.hashCode(), Distribution.pert(0.0, 0.05, 0.2).hashCode());
    assertNotEquals(pert, Distribution.pert(0.0, 0.06, 0.2));
    assertNotEquals(pert, Distribution.triangular(0.0, 0.05, 0.2));
    assertNotEquals(Distribution.gamma(2.0, 1.0), Distribution.gamma(1.0, 2.0));
    assertEquals("pert(0.0, 0.05, 0.2)", pert.toString());
  }

  @Test
  void functionsAreEqual_whenNamesAndTablesAre() {
    DoubleUnaryOperator quantile =
        new ExponentialDistribution(null, 2.0)::inverseCumulativeProbability;
    Distribution one = Distribution.ofQuantileFunction("wait", quantile);
    assertEquals(one, Distribution.ofQuantileFunction("wait", quantile));
    assertEquals(one.hashCode(), Distribution.ofQuantileFunction("wait", quantile).hashCode());
    assertNotEquals(one, Distribution.ofQuantileFunction("other", quantile));
    assertNotEquals(
        one, Distribution.ofQuantileFunction("wait", u -> 1.0 + quantile.applyAsDouble(u)));
    assertNotEquals(
        one,
        Distribution.ofQuantileFunction("wait", u -> u < 1.0 ? quantile.applyAsDouble(u) : 1e9));
    assertEquals("wait", one.toString());
  }

  @Test
  void functionIsNotCalledAgain_onceTheTableIsMade() {
    int[] calls = {0};
    Distribution distribution =
        Distribution.ofQuantileFunction(
            "counted",
            u -> {
              calls[0]++;
              return u * u;
            });
    int made = calls[0];
    distribution.quantiles(new double[] {0.1, 0.0, 1.0}, new double[3], 3);
    assertEquals(0.01, distribution.quantile(0.1), 1e-9);
    assertEquals(made, calls[0]);
    assertTrue(made < 10_000, made + " calls");
  }

  @Test
  void functionIsRefused_whenItIsNotAQuantileFunction() {
    assertRefused("must be in [-1.0E150, 1.0E150], was NaN", u -> u < 0.3 ? NAN : u);
    assertRefused("bad at probability 0.05 must be in", u -> u < 0.3 ? -INFINITE : u);
    assertRefused("must be in [-1.0E150, 1.0E150], was 5.0E199", u -> 1e200 * u);
    assertRefused("must rise from probability 0.05 to 0.95, rose by 0.0", u -> 7.0);
    assertRefused("must rise from probability 0.05 to 0.95, rose by -0.8999", u -> -u);
    assertRefused("a quantile function never falls", u -> u * (2.6 - 2.0 * u));
    assertRefused("a quantile function never falls", u -> Math.abs(u - 0.01));
    assertRefused("must be smooth", u -> Math.floor(40.0 * u));
    assertRefused("give steps to Distribution.discrete", u -> u < 0.3 ? u : u + 1.0);
    assertRefused("bends to Distribution.ofQuantiles", u -> Math.max(0.3, u));
    assertRefused("must have a standard deviation", u -> u / (1.0 - u));
    assertRefused("bad at probability 0 must be in", u -> u > 0.0 ? u : NAN);
    assertRefused("bad at probability 0 must be in", u -> u > 0.0 ? u : 0.5);
    assertRefused("bad at probability 1 must be in", u -> u < 1.0 ? u : NAN);
    assertRefused("bad at probability 1 must be in", u -> u < 1.0 ? u : 0.5);
    Executable unnamed = () -> Distribution.ofQuantileFunction(" ", u -> u);
    assertTrue(Refusals.message(unnamed).startsWith("name must not be blank"));
  }

  private static void assertRefused(String expected, DoubleUnaryOperator quantile) {
    String message = Refusals.message(() -> Distribution.ofQuantileFunction("bad", quantile));
    assertTrue(message.contains(expected), message);
    assertTrue(message.startsWith("bad "), message);
  }

  @Test
  void parametersAreRefused_whenNaNInfiniteOrOutOfOrder() {
    List<Executable> refused =
        List.of(
            () -> Distribution.pert(NAN, 0.5, 1.0),
            () -> Distribution.pert(0.0, NAN, 1.0),
            () -> Distribution.pert(0.0, 0.5, INFINITE),
            () -> Distribution.pert(0.0, 1.5, 1.0),
            () -> Distribution.pert(0.0, -0.5, 1.0),
            () -> Distribution.pert(1.0, 1.0, 1.0),
            () -> Distribution.pert(0.0, 1.0, 1e101),
            () -> Distribution.beta(NAN, 1.0, 0.0, 1.0),
            () -> Distribution.beta(1.0, NAN, 0.0, 1.0),
            () -> Distribution.beta(0.0, 1.0, 0.0, 1.0),
            () -> Distribution.beta(1.0, 1e5, 0.0, 1.0),
            () -> Distribution.beta(1.0, 1.0, 1.0, 0.0),
            () -> Distribution.beta(1.0, 1.0, NAN, 1.0),
            () -> Distribution.gamma(NAN, 1.0),
            () -> Distribution.gamma(0.01, 1.0),
            () -> Distribution.gamma(INFINITE, 1.0),
            () -> Distribution.gamma(1.0, NAN),
            () -> Distribution.gamma(1.0, 0.0),
            () -> Distribution.gamma(1.0, -1.0));
    for (int i = 0; i < refused.size(); i++) {
      assertThrows(IllegalArgumentException.class, refused.get(i), "case " + i);
    }
  }

  @Test
  void shapeRefusalSaysNameValueBoundAndFix() {
    assertEquals(
        "shape must be in [0.05, 10000.0], was 0.0;"
            + " use Distribution.normal for larger ones, discrete for smaller ones",
        Refusals.message(() -> Distribution.gamma(0.0, 1.0)));
  }
}
