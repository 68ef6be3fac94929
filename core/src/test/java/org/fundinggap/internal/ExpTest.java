package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("medium")
class ExpTest {

  @Test
  void expIsWithinItsBound_onRandomNumbersOfTheWholeRange() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      assertWithin(1.0, random.nextDouble(-708.0, 709.7));
      assertWithin(1.0, random.nextDouble(-1.0, 1.0));
    }
  }

  @Test
  void expIsWithinItsBound_whereTheAnswerIsSubnormal() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      assertWithin(1.0, random.nextDouble(-745.0, -708.4));
    }
  }

  @Test
  void expIsWithinTwoUlpOfStrictMath_onADenseGrid() {
    for (double x = -745.0; x < 709.7; x += 0x1.0p-8) {
      double expected = StrictMath.exp(x);
      assertEquals(expected, Exp.exp(x), 2.0 * Math.ulp(expected), () -> "an x of the grid");
    }
  }

  @Test
  void expNeverFalls_whenItsArgumentRises() {
    double last = 0.0;
    for (double x = -746.0; x < 710.0; x += 0x1.0p-9) {
      double next = Exp.exp(x);
      assertTrue(next >= last, "exp fell at " + x);
      last = next;
    }
  }

  @Test
  void expAgreesWithTheDefinition_atSpecialArguments() {
    assertEquals(1.0, Exp.exp(0.0));
    assertEquals(1.0, Exp.exp(-0.0));
    assertEquals(1.0, Exp.exp(Double.MIN_VALUE));
    assertEquals(Double.POSITIVE_INFINITY, Exp.exp(Double.POSITIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, Exp.exp(709.79));
    assertEquals(Double.POSITIVE_INFINITY, Exp.exp(Double.MAX_VALUE));
    assertEquals(0.0, Exp.exp(Double.NEGATIVE_INFINITY));
    assertEquals(0.0, Exp.exp(-745.2));
    assertEquals(0.0, Exp.exp(-Double.MAX_VALUE));
    assertEquals(Double.MIN_VALUE, Exp.exp(-745.1));
    assertTrue(Double.isNaN(Exp.exp(Double.NaN)));
  }

  @Test
  void vectorGivesTheScalarBits_onEachOfItsPaths() {
    assertVectorIsScalar(Samples.uniform(3, 1_001, -0.34, 0.34));
    assertVectorIsScalar(Samples.uniform(4, 1_001, -20.0, 20.0));
    assertVectorIsScalar(Samples.uniform(5, 1_001, -708.0, 708.0));
    assertVectorIsScalar(Samples.uniform(6, 1_001, -800.0, 800.0));
    assertVectorIsScalar(
        new double[] {
          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.34, 0.3400001
        });
    assertVectorIsScalar(new double[0]);
  }

  @Test
  void vectorLeavesTheRestAlone_whenCountIsShort() {
    double[] out = {7.0, 7.0, 7.0};
    Exp.exp(new double[] {1.0, 2.0, 3.0}, out, 2);
    assertArrayEquals(new double[] {Exp.exp(1.0), Exp.exp(2.0), 7.0}, out);
  }

  @Test
  void expMinusOneIsWithinItsBound_downToTheSmallestArguments() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      double x = random.nextDouble(-4.0, 4.0) * Math.scalb(1.0, -random.nextInt(50));
      BigDecimal exact = Exact.exp(new BigDecimal(x)).subtract(BigDecimal.ONE);
      assertTrue(Exact.ulps(Exp.expMinusOne(x), exact) <= 3.0, "exp - 1 at " + x);
    }
    assertEquals(Double.MIN_VALUE, Exp.expMinusOne(Double.MIN_VALUE));
    assertEquals(-1.0, Exp.expMinusOne(Double.NEGATIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, Exp.expMinusOne(800.0));
    assertTrue(Double.isNaN(Exp.expMinusOne(Double.NaN)));
  }

  private static void assertWithin(double ulps, double x) {
    double error = Exact.ulps(Exp.exp(x), Exact.exp(new BigDecimal(x)));
    assertTrue(error <= ulps, "exp(" + x + ") is " + error + " ulp off");
  }

  private static void assertVectorIsScalar(double[] x) {
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = Exp.exp(x[i]);
    }
    double[] out = new double[x.length];
    Exp.exp(x, out, x.length);
    assertArrayEquals(expected, out);
    double[] inScratch = x.clone();
    Exp.exp(inScratch, inScratch, x.length, new Scratch());
    assertArrayEquals(expected, inScratch);
    Exp.exp(x, x, x.length);
    assertArrayEquals(expected, x);
  }
}
