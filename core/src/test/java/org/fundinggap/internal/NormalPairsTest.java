package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalPairsTest {
  private static final double LEAST = 0x1p-53;
  private static final double MOST = 1.0 - 0x1p-53;

  /** Of the larger of 1 and the radius; the most seen over 2.5 million random pairs was 1.4e-15. */
  private static final double BOUND = 2e-15;

  @Test
  void normalsAreWithinTheirBoundOfTheTransform_onRandomUniforms() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 200; run++) {
      double[] u = random.doubles(1024).map(x -> Math.max(LEAST, x)).toArray();
      assertTransformed(u);
    }
  }

  @Test
  void normalsAreWithinTheirBound_inTheTailsAndAtQuarterTurns() {
    SplittableRandom random = new SplittableRandom(2);
    double[] u = new double[1024];
    for (int i = 0; i < 512; i++) {
      u[i] =
          random.nextBoolean() ? Math.scalb(1.0, -1 - i % 53) : 1.0 - Math.scalb(1.0, -1 - i % 53);
      u[512 + i] = Math.min(MOST, Math.max(LEAST, 0.25 * (i % 5) + (i % 3 - 1) * 0x1p-50));
    }
    assertTransformed(u);
  }

  @Test
  void radiusReachesItsEnds() {
    double[] u = {LEAST, MOST, 0.5, 0.5};
    NormalPairs.fromUniforms(u, 4, new Scratch());
    assertEquals(Math.sqrt(106.0 * StrictMath.log(2.0)), u[0], BOUND * 10.0);
    assertEquals(0x1p-26, u[1], 1e-20);
    assertEquals(0.0, u[2]);
    assertEquals(0.0, u[3]);
  }

  @Test
  void restIsLeftAlone_whenTheBlockIsShort() {
    double[] u = {0.3, 0.6, 7.0, 7.0};
    NormalPairs.fromUniforms(u, 2, new Scratch());
    assertArrayEquals(new double[] {7.0, 7.0}, new double[] {u[2], u[3]});
    assertTrue(Math.abs(u[0]) < 9.0 && u[0] != 0.3);
  }

  private static void assertTransformed(double[] u) {
    double[] normals = u.clone();
    NormalPairs.fromUniforms(normals, 1024, new Scratch());
    for (int i = 0; i < 512; i++) {
      double radius = StrictMath.sqrt(-2.0 * StrictMath.log(u[i]));
      double angle = 2.0 * Math.PI * (u[512 + i] - 0.5);
      double bound = BOUND * Math.max(1.0, radius);
      String where = "at u = " + u[i] + " and " + u[512 + i];
      assertEquals(radius * StrictMath.cos(angle), normals[i], bound, where);
      assertEquals(radius * StrictMath.sin(angle), normals[512 + i], bound, where);
    }
  }
}
