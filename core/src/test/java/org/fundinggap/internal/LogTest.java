package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("medium")
class LogTest {

  @Test
  void logIsWithinItsBound_onRandomNumbersOfTheWholeRange() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      assertWithin(Math.scalb(random.nextDouble(1.0, 2.0), random.nextInt(-1022, 1024)));
      assertWithin(random.nextDouble(0.5, 2.0));
    }
  }

  @Test
  void logIsWithinItsBound_nearOneAndWhereTheArgumentIsSubnormal() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      assertWithin(1.0 + random.nextDouble(-0.5, 0.5) * Math.scalb(1.0, -random.nextInt(50)));
      assertWithin(Double.MIN_NORMAL * random.nextDouble());
    }
    assertWithin(Double.MIN_VALUE);
    assertWithin(Double.MAX_VALUE);
  }

  @Test
  void logIsWithinTwoUlpOfStrictMath_onADenseGrid() {
    for (double x = 0x1.0p-12; x < 64.0; x += 0x1.0p-12) {
      double expected = StrictMath.log(x);
      assertEquals(expected, Log.log(x), 2.0 * Math.ulp(expected), () -> "an x of the grid");
    }
  }

  @Test
  void logNeverFalls_whenItsArgumentRises() {
    double last = Double.NEGATIVE_INFINITY;
    for (double x = 0x1.0p-14; x < 16.0; x += 0x1.0p-14) {
      double next = Log.log(x);
      assertTrue(next >= last, "log fell at " + x);
      last = next;
    }
  }

  @Test
  void logAgreesWithTheDefinition_atSpecialArguments() {
    assertEquals(0.0, Log.log(1.0));
    assertEquals(Double.NEGATIVE_INFINITY, Log.log(0.0));
    assertEquals(Double.NEGATIVE_INFINITY, Log.log(-0.0));
    assertEquals(Double.POSITIVE_INFINITY, Log.log(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(Log.log(-Double.MIN_VALUE)));
    assertTrue(Double.isNaN(Log.log(Double.NEGATIVE_INFINITY)));
    assertTrue(Double.isNaN(Log.log(Double.NaN)));
  }

  @Test
  void vectorGivesTheScalarBits_withAndWithoutUnusualArguments() {
    assertVectorIsScalar(Samples.uniform(3, 1_001, 0.0, 1.0));
    assertVectorIsScalar(Samples.uniform(4, 1_001, 0.0, 1e300));
    assertVectorIsScalar(
        new double[] {
          2.0,
          0.0,
          -1.0,
          -0.0,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.MAX_VALUE
        });
    assertVectorIsScalar(new double[0]);
  }

  private static void assertWithin(double x) {
    double y = Log.log(x);
    double error = Exact.ulps(y, Exact.log(x, y));
    assertTrue(error <= 0.8, "log(" + x + ") is " + error + " ulp off");
  }

  private static void assertVectorIsScalar(double[] x) {
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = Log.log(x[i]);
    }
    double[] out = new double[x.length];
    Log.log(x, out, x.length);
    assertArrayEquals(expected, out);
    double[] inScratch = x.clone();
    Log.log(inScratch, inScratch, x.length, new Scratch());
    assertArrayEquals(expected, inScratch);
    Log.log(x, x, x.length);
    assertArrayEquals(expected, x);
  }
}
