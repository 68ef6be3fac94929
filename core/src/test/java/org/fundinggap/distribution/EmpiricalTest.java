package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fundinggap.random.Refusals;
import org.junit.jupiter.api.Test;

/** Distributions from observations and from points of a quantile function. */
class EmpiricalTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void empiricalQuantileIsTheSmallestObservationThatReachesTheProbability() {
    Distribution four = Distribution.empirical(4.0, 1.0, 3.0, 3.0);
    double[] p = {0.0, 0.25, Math.nextUp(0.25), 0.75, Math.nextUp(0.75), 1.0};
    double[] values = new double[p.length];
    four.quantiles(p, values, p.length);
    assertArrayEquals(new double[] {1.0, 1.0, 3.0, 3.0, 4.0, 4.0}, values);
    assertEquals(2.75, four.mean());
    assertEquals(Math.sqrt(1.1875), four.standardDeviation());
  }

  @Test
  void empiricalMomentsKeepTheirDigits_whenValuesAreLarge() {
    Distribution far = Distribution.empirical(1e15, 1e15 + 2);
    assertEquals(1e15 + 1, far.mean());
    assertEquals(1.0, far.standardDeviation());
  }

  @Test
  void empiricalEqualsAnotherOfTheSameObservations_inAnyOrder() {
    double[] values = {-0.0, 2.0, 1.0};
    Distribution mine = Distribution.empirical(values);
    assertEquals(Distribution.empirical(0.0, 1.0, 2.0), mine);
    assertEquals(Distribution.empirical(0.0, 1.0, 2.0).hashCode(), mine.hashCode());
    values[1] = 9.0;
    assertEquals(Distribution.empirical(0.0, 1.0, 2.0), mine);
    assertNotEquals(Distribution.empirical(0.0, 1.0, 1.0, 2.0), mine);
    assertEquals("empirical(3 values, 0.0 to 2.0)", mine.toString());
  }

  @Test
  void empiricalIsRefused_whenObservationsAreFewTheSameOrNotFinite() {
    assertRefused("the number of values must be in [2, 10000000], was 0");
    assertRefused("was 1; use Distribution.fixed", 3.0);
    assertRefused("the least and greatest value must rise, were 3.0 and 3.0", 3.0, 3.0, 3.0);
    assertRefused("must rise, were 0.0 and 0.0", 0.0, -0.0);
    assertRefused("values[1] must be in", 1.0, NAN);
    assertRefused("values[0] must be in", INFINITE, 1.0);
    assertRefused("values[2] must be in", 1.0, 2.0, 1e101);
  }

  private static void assertRefused(String expected, double... values) {
    String message = Refusals.message(() -> Distribution.empirical(values));
    assertTrue(message.contains(expected), message);
  }

  @Test
  void curveMeetsItsPoints_andStaysBetweenThem() {
    double[] p = {0.0, 0.001, 0.1, 0.5, 0.500001, 0.9, 1.0};
    double[] x = {-5.0, -4.0, 1.0, 2.0, 2.5, 2.5, 40.0};
    Distribution curve = Distribution.ofQuantiles(p, x);
    double[] met = new double[p.length];
    curve.quantiles(p, met, p.length);
    assertArrayEquals(x, met);
    for (int i = 1; i < p.length; i++) {
      double middle = curve.quantile(0.5 * (p[i - 1] + p[i]));
      assertTrue(middle >= x[i - 1] && middle <= x[i], "between points " + (i - 1) + " and " + i);
    }
    assertEquals(2.5, curve.quantile(0.7), "a level stretch is a value with a probability");
  }

  @Test
  void curveIsTheLine_whenItsPointsAreOnOne() {
    Distribution line =
        Distribution.ofQuantiles(new double[] {0, 0.3, 1}, new double[] {1, 1.6, 3});
    for (int i = 0; i <= 100; i++) {
      assertEquals(1.0 + 0.02 * i, line.quantile(i / 100.0), 1e-14);
    }
    assertEquals(2.0, line.mean(), 1e-14);
    assertEquals(2.0 / Math.sqrt(12.0), line.standardDeviation(), 1e-14);
  }

  @Test
  void curveNearsASmoothFunction_whenPointsAreMany() {
    double[] p = new double[101];
    double[] x = new double[101];
    for (int i = 0; i <= 100; i++) {
      p[i] = i / 100.0;
      x[i] = p[i] * p[i] * p[i];
    }
    Distribution curve = Distribution.ofQuantiles(p, x);
    for (int i = 0; i <= 1_000; i++) {
      double u = i / 1_000.0;
      assertEquals(u * u * u, curve.quantile(u), 2e-5);
    }
    assertEquals(0.25, curve.mean(), 1e-5);
  }

  @Test
  void curvesAreEqual_whenTheirPointsAre() {
    double[] p = {0.0, 0.5, 1.0};
    double[] x = {-0.0, 1.0, 4.0};
    Distribution mine = Distribution.ofQuantiles(p, x);
    assertEquals(Distribution.ofQuantiles(p.clone(), new double[] {0.0, 1.0, 4.0}), mine);
    assertEquals(Distribution.ofQuantiles(p, x).hashCode(), mine.hashCode());
    x[1] = 2.0;
    assertNotEquals(Distribution.ofQuantiles(p, x), mine);
    assertEquals("quantiles(0.0: 0.0, 0.5: 1.0, 1.0: 4.0)", mine.toString());
  }

  @Test
  void curveIsRefused_whenItsPointsDoNotFit() {
    double[] p = {0.0, 0.5, 1.0};
    double[] x = {1.0, 2.0, 3.0};
    assertCurveRefused("the number of points must be in [3, 1000], was 0", new double[0], x);
    assertCurveRefused("the number of points", new double[] {0, 1}, new double[] {1, 2});
    assertCurveRefused("the number of values must be in [3, 3], was 2", p, new double[] {1, 2});
    assertCurveRefused("probabilities must start at 0 and end at 1", new double[] {0.1, 0.5, 1}, x);
    assertCurveRefused("were 0.0 and 0.9; give the least", new double[] {0, 0.5, 0.9}, x);
    assertCurveRefused("probabilities must rise, were 0.5 and 0.5 at 1 and 2", twice(), four());
    assertCurveRefused("probabilities must rise", new double[] {0.0, 1e-13, 1.0}, x);
    assertCurveRefused("probabilities[1] must be in", new double[] {0, NAN, 1}, x);
    assertCurveRefused("probabilities[2] must be in", new double[] {0, 0.5, 1.5}, x);
    assertCurveRefused("values must rise, were 2.0 and 1.0", p, new double[] {1, 2, 1});
    assertCurveRefused("values[1] must be in", p, new double[] {1, NAN, 3});
    assertCurveRefused("values[2] must be in", p, new double[] {1, 2, INFINITE});
    assertCurveRefused("values[0] must be in", p, new double[] {-1e101, 2, 3});
    assertCurveRefused("first and last value must rise", p, new double[] {2, 2, 2});
    assertThrows(IllegalArgumentException.class, () -> Distribution.ofQuantiles(p, four()));
  }

  private static double[] twice() {
    return new double[] {0.0, 0.5, 0.5, 1.0};
  }

  private static double[] four() {
    return new double[] {1.0, 2.0, 3.0, 4.0};
  }

  private static void assertCurveRefused(String expected, double[] p, double[] x) {
    String message =
        Refusals.message(() -> Distribution.ofQuantiles(Arrays.copyOf(p, p.length), x));
    assertTrue(message.contains(expected), message);
  }
}
