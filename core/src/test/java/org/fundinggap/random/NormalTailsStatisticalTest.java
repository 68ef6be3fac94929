package org.fundinggap.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tails of a thousand million normals, 2^26 of each of 16 streams. Seeds are fixed, so a test
 * passes always or never; perfect tails fail with chance 1e-6 over all seeds.
 *
 * <p>That many should have 1,449,442 beyond 3 on either side, 34,007 beyond 4, 308 beyond 5, 20
 * beyond 5.5 and 1.06 beyond 6; the counts of each side and of both are held against Poisson
 * limits.
 */
@DisplayName("Tails of normals")
@Tag("medium")
class NormalTailsStatisticalTest {
  private static final double LEVEL = 1e-6;
  private static final int STREAMS = 16;
  private static final int DRAWS = 1 << 26;
  private static final int SOME = 1 << 13;
  private static final double[] EDGES = {3.0, 4.0, 5.0, 5.5, 6.0};

  /** A little before the first edge, so that draws that are changed a little can pass it. */
  private static final double KEPT_BEYOND = 2.99;

  private static double[] far = {};

  @BeforeAll
  static void draw() {
    double[] found = new double[3_300_000];
    double[] z = new double[SOME];
    Workspace workspace = new Workspace();
    int size = 0;
    for (int s = 0; s < STREAMS; s++) {
      StreamId id = StreamId.ofYear("tails", 2000 + s, "E92000001");
      DrawStream stream = Sampler.independent(2026).stream(id);
      for (int from = 0; from < DRAWS; from += SOME) {
        stream.normals(from, z, SOME, workspace);
        size = keep(z, found, size);
      }
    }
    far = Arrays.copyOf(found, size);
  }

  private static int keep(double[] z, double[] found, int size) {
    int next = size;
    for (double x : z) {
      if (Math.abs(x) > KEPT_BEYOND) {
        found[next++] = x;
      }
    }
    return next;
  }

  /** The least chance of any edge and side, were the far draws changed a little. */
  private static double chance(DoubleUnaryOperator change) {
    double[] chances = new double[3 * EDGES.length];
    for (int e = 0; e < EDGES.length; e++) {
      int low = 0;
      int high = 0;
      for (double x : far) {
        double z = change.applyAsDouble(x);
        low += z < -EDGES[e] ? 1 : 0;
        high += z > EDGES[e] ? 1 : 0;
      }
      double expected = 0.5 * Erf.erfc(EDGES[e] / Math.sqrt(2.0)) * STREAMS * DRAWS;
      chances[3 * e] = Chance.ofCount(low, expected);
      chances[3 * e + 1] = Chance.ofCount(high, expected);
      chances[3 * e + 2] = Chance.ofCount(low + high, 2.0 * expected);
    }
    return Chance.ofLeast(chances);
  }

  @Test
  @DisplayName("reach as far as they should, as often as they should, on both sides")
  void tailsAreNormal() {
    double chance = chance(z -> z);
    assertTrue(chance > LEVEL, "tails have a chance of " + chance);
  }

  @Test
  @DisplayName(
      "are seen when they are cut at 5.5, or a variance is 1.001, or 6 is passed too often")
  void faultsAreSeen() {
    assertTrue(chance(z -> Math.abs(z) > 5.5 ? 0.1 * z : z) < LEVEL, "cut on both sides");
    assertTrue(chance(z -> z > 5.5 ? 0.1 * z : z) < LEVEL, "cut on one side");
    assertTrue(chance(z -> z * Math.sqrt(1.001)) < LEVEL, "variance 1.001");
    assertTrue(chance(z -> Math.abs(z) > 5.5 ? 1.1 * z : z) < LEVEL, "too many beyond 6");
  }

  @Test
  @DisplayName("end where a uniform is 2^-53 or its mirror, and both can be drawn")
  void endsAreReached() {
    // Mixing gives 0 of 0 and all ones of the number below; their top 52 bits are the first and
    // the last.
    assertEnds(0L, 0x1p-53, Math.sqrt(106.0 * StrictMath.log(2.0)));
    assertEnds(unmixed(-1L), 1.0 - 0x1p-53, 0x1p-26);
  }

  private static void assertEnds(long start, double end, double radius) {
    IndependentStream stream = new IndependentStream(start, 0x9e3779b97f4a7c15L);
    double[] u = new double[1_024];
    double[] z = new double[1_024];
    stream.uniforms(0, u, 1_024, new Workspace());
    stream.normals(0, z, 1_024, new Workspace());
    assertEquals(end, u[0]);
    assertEquals(radius, Math.hypot(z[0], z[512]), 1e-14 * radius);
    double angle = 2.0 * Math.PI * (u[512] - 0.5);
    assertEquals(radius * StrictMath.cos(angle), z[0], 1e-14 * radius);
    assertEquals(radius * StrictMath.sin(angle), z[512], 1e-14 * radius);
  }

  /** The counter that is mixed to some bits. */
  private static long unmixed(long bits) {
    long z = unshifted(bits, 31) * inverse(0x94d049bb133111ebL);
    z = unshifted(z, 27) * inverse(0xbf58476d1ce4e5b9L);
    return unshifted(z, 30);
  }

  /** The number whose exclusive or with itself, shifted to the right, is the one given. */
  private static long unshifted(long shifted, int by) {
    return shifted ^ (shifted >>> by) ^ (shifted >>> (2 * by));
  }

  /** Of an odd number modulo 2^64; each step doubles the right bits. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
