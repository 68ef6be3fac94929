package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.random.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Distributions from three quantiles that somebody was asked for. */
class ElicitedTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void elicitedMeetsItsQuantiles() {
    double[][] asked = {
      {90, 100, 130}, {-3, 0, 3}, {0, 0.1667, 1}, {0, 0.8333, 1}, {1e6, 2e6, 4e6}
    };
    for (double[] q : asked) {
      Distribution distribution = Distribution.elicited(q[0], q[1], q[2]);
      assertMeets(distribution, q[0], q[1], q[2]);
      assertEquals(-INFINITE, distribution.lower());
      assertEquals(INFINITE, distribution.upper());
    }
  }

  @Test
  void elicitedMeetsItsQuantiles_betweenBounds() {
    double[][] asked = {
      {0, 0.1, 0.25, 0.5, 1},
      {0, 0.01, 0.5, 0.99, 1},
      {-5, 10, 11, 12, 1000},
      {0, 0.49, 0.5, 0.51, 1}
    };
    for (double[] q : asked) {
      Distribution distribution = Distribution.elicited(q[0], q[1], q[2], q[3], q[4]);
      assertMeets(distribution, q[1], q[2], q[3]);
      assertEquals(q[0], distribution.lower());
      assertEquals(q[4], distribution.upper());
    }
  }

  @Test
  void elicitedMeetsItsQuantiles_beyondOneBound() {
    double[][] asked = {{0, 8, 10, 14}, {-5, -4.9, -4.8, -4.6}, {0, 100, 250, 700}};
    for (double[] q : asked) {
      Distribution above = Distribution.elicitedAbove(q[0], q[1], q[2], q[3]);
      assertMeets(above, q[1], q[2], q[3]);
      assertEquals(q[0], above.lower());
      assertEquals(INFINITE, above.upper());
      Distribution below = Distribution.elicitedBelow(-q[3], -q[2], -q[1], -q[0]);
      assertMeets(below, -q[3], -q[2], -q[1]);
      assertEquals(-INFINITE, below.lower());
      assertEquals(-q[0], below.upper());
      assertEquals(-above.mean(), below.mean(), 1e-9 * Math.abs(above.mean()));
      assertEquals(-above.quantile(0.999), below.quantile(0.001), 1e-7 * (q[3] - q[1]));
    }
  }

  @Test
  void evenOneAboveABoundIsLogNormal() {
    double sigma = StrictMath.log(2) / 1.2815515655446004;
    Distribution known = Distribution.logNormal(2, sigma);
    Distribution distribution = Distribution.elicitedAbove(10, 11, 12, 14);
    assertEquals(10 + known.mean(), distribution.mean(), 1e-7);
    assertEquals(known.standardDeviation(), distribution.standardDeviation(), 1e-6);
    assertEquals(10 + known.quantile(0.99), distribution.quantile(0.99), 1e-8);
    assertEquals(10 + known.quantile(0.001), distribution.quantile(0.001), 1e-8);
  }

  @Test
  void elicitedBeyondOneBoundIsRefused_whenNumbersAreOutOfOrder() {
    String order = Refusals.message(() -> Distribution.elicitedAbove(1, 1, 2, 3));
    assertTrue(order.contains("lower and p10"), order);
    String upper = Refusals.message(() -> Distribution.elicitedBelow(1, 2, 3, 3));
    assertTrue(upper.contains("p90 and upper"), upper);
    String near = Refusals.message(() -> Distribution.elicitedAbove(0, 1, 1.01, 4));
    assertTrue(near.contains("p50 must be in [1.2"), near);
  }

  private static void assertMeets(Distribution distribution, double p10, double p50, double p90) {
    double tolerance = 2e-9 * (p90 - p10);
    assertEquals(p10, distribution.quantile(0.1), tolerance);
    assertEquals(p50, distribution.quantile(0.5), 4.0 * Math.ulp(p50));
    assertEquals(p90, distribution.quantile(0.9), tolerance);
  }

  @Test
  void symmetricOneIsLogistic_whoseMomentsAreKnown() {
    double scale = 1.0 / StrictMath.log(9.0);
    Distribution logistic = Distribution.elicited(4.0, 5.0, 6.0);
    assertEquals(5.0 + scale * StrictMath.log(99.0), logistic.quantile(0.99), 1e-8);
    assertEquals(5.0, logistic.mean(), 1e-12);
    assertEquals(scale * Math.PI / Math.sqrt(3.0), logistic.standardDeviation(), 1e-9);
  }

  @Test
  void skewedOneHasTheMomentsOfKeelin() {
    // a1 + a3 / 2, and pi^2 a2^2 / 3 + a3^2 (1 / 12 + pi^2 / 36).
    double a2 = 40.0 / (2.0 * StrictMath.log(9.0));
    double a3 = 0.5 * 40.0 / (0.8 * StrictMath.log(9.0));
    double squared = Math.PI * Math.PI;
    double variance = squared / 3.0 * a2 * a2 + a3 * a3 * (1.0 / 12.0 + squared / 36.0);
    Distribution skewed = Distribution.elicited(90.0, 100.0, 130.0);
    assertEquals(100.0 + a3 / 2.0, skewed.mean(), 1e-7);
    assertEquals(Math.sqrt(variance), skewed.standardDeviation(), 1e-7);
  }

  @Test
  void refusalNamesTheMediansThatWork_andTheseDo() {
    assertEquals(
        "p50 must be in [0.1666, 0.8334] for these p10 and p90, was 0.16; nearer to one of them"
            + " there is no such distribution: ask again, or give more points to"
            + " Distribution.ofQuantiles",
        Refusals.message(() -> Distribution.elicited(0.0, 0.16, 1.0)));
    assertMeets(Distribution.elicited(0.0, 0.1666, 1.0), 0.0, 0.1666, 1.0);
    assertMeets(Distribution.elicited(0.0, 0.8334, 1.0), 0.0, 0.8334, 1.0);
    String bounded = Refusals.message(() -> Distribution.elicited(0.0, 0.1, 0.11, 0.5, 1.0));
    assertTrue(bounded.startsWith("p50 must be in [0.1380"), bounded);
    double least = Double.parseDouble(bounded.substring(16, bounded.indexOf(',')));
    double inside = least + 1e-12;
    assertMeets(Distribution.elicited(0.0, 0.1, inside, 0.5, 1.0), 0.1, inside, 0.5);
  }

  @Test
  void elicitedIsRefused_whenNumbersAreNaNInfiniteOrOutOfOrder() {
    List<Executable> refused =
        List.of(
            () -> Distribution.elicited(NAN, 1.0, 2.0),
            () -> Distribution.elicited(0.0, NAN, 2.0),
            () -> Distribution.elicited(0.0, 1.0, NAN),
            () -> Distribution.elicited(-INFINITE, 1.0, 2.0),
            () -> Distribution.elicited(0.0, 1.0, INFINITE),
            () -> Distribution.elicited(0.0, 0.0, 1.0),
            () -> Distribution.elicited(0.0, 1.0, 1.0),
            () -> Distribution.elicited(2.0, 1.0, 0.0),
            () -> Distribution.elicited(NAN, 1.0, 2.0, 3.0, 4.0),
            () -> Distribution.elicited(0.0, NAN, 2.0, 3.0, 4.0),
            () -> Distribution.elicited(0.0, 1.0, NAN, 3.0, 4.0),
            () -> Distribution.elicited(0.0, 1.0, 2.0, NAN, 4.0),
            () -> Distribution.elicited(0.0, 1.0, 2.0, 3.0, NAN),
            () -> Distribution.elicited(1.0, 1.0, 2.0, 3.0, 4.0),
            () -> Distribution.elicited(0.0, 1.0, 2.0, 4.0, 4.0),
            () -> Distribution.elicited(0.0, 1.0, 2.0, 3.0, INFINITE),
            () -> Distribution.elicited(-1e101, 1.0, 2.0, 3.0, 4.0));
    for (int i = 0; i < refused.size(); i++) {
      assertThrows(IllegalArgumentException.class, refused.get(i), "case " + i);
    }
  }

  @Test
  void boundedOneDiffersFromTheOneWithoutBounds() {
    Distribution open = Distribution.elicited(0.1, 0.25, 0.5);
    Distribution bounded = Distribution.elicited(0.0, 0.1, 0.25, 0.5, 1.0);
    assertNotEquals(open, bounded);
    assertEquals(bounded, Distribution.elicited(0.0, 0.1, 0.25, 0.5, 1.0));
    assertEquals("elicited(0.0, 0.1, 0.25, 0.5, 1.0)", bounded.toString());
    assertTrue(open.quantile(1e-6) < 0.0 && bounded.quantile(1e-6) > 0.0);
  }
}
