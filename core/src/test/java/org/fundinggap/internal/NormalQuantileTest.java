package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalQuantileTest {

  @Test
  void quantileIsWithinItsBound_onRandomProbabilities() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      assertWithin(random.nextDouble());
      assertWithin(0.075 * random.nextDouble());
      assertWithin(Math.scalb(random.nextDouble(0.5, 1.0), -random.nextInt(1, 90)));
    }
  }

  @Test
  void quantileIsTheRootOfTheDistributionFunctionOfCommonsMath_outToEight() {
    NormalDistribution normal = new NormalDistribution(null, 0.0, 1.0);
    for (double z = -8.0; z <= 8.0; z += 0.001) {
      // The upper tail loses digits in u itself, so it is checked through the lower one.
      double u = normal.cumulativeProbability(-Math.abs(z));
      assertEquals(-Math.abs(z), NormalQuantile.quantile(u), 2e-14 * (1.0 + Math.abs(z)));
    }
  }

  // mpmath 1.3.0 with 60 digits: Newton's method on log(erfc(-z / sqrt(2)) / 2) = log(mpf(u)).
  @ParameterizedTest
  @CsvSource({
    "1e-20, -9.2623400897984075796",
    "1e-100, -21.273453560965324294",
    "1e-300, -37.047096299361199237"
  })
  void quantileIsRight_farOut(double u, double z) {
    assertEquals(z, NormalQuantile.quantile(u), 6.0 * Math.ulp(z));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.075, 0.5, 0.925, 1.3887943864964021e-11, 1e-20, 1e-100, 1e-300})
  void quantileNeverFalls_overTheSmallStepsOfItsComment(double centre) {
    double z = NormalQuantile.quantile(centre);
    double step = 2e-15 * (1.0 + z * z) * Math.min(centre, 1.0 - centre);
    double last = Double.NEGATIVE_INFINITY;
    for (int i = -50_000; i <= 50_000; i++) {
      double next = NormalQuantile.quantile(centre + i * step);
      assertTrue(next >= last, "the quantile fell at step " + i);
      last = next;
    }
  }

  @Test
  void quantileIsSymmetric_whereTheComplementIsExact() {
    for (int i = 1; i < 4096; i++) {
      double u = i / 4096.0;
      assertEquals(0.0, NormalQuantile.quantile(u) + NormalQuantile.quantile(1.0 - u));
    }
  }

  @Test
  void quantileAgreesWithTheDefinition_atSpecialArguments() {
    assertEquals(0.0, NormalQuantile.quantile(0.5));
    assertEquals(Double.NEGATIVE_INFINITY, NormalQuantile.quantile(0.0));
    assertEquals(Double.POSITIVE_INFINITY, NormalQuantile.quantile(1.0));
    assertTrue(Double.isNaN(NormalQuantile.quantile(Double.NaN)));
    assertTrue(Double.isNaN(NormalQuantile.quantile(-1e-9)));
    assertTrue(Double.isNaN(NormalQuantile.quantile(1.000001)));
    assertTrue(Double.isNaN(NormalQuantile.quantile(Double.POSITIVE_INFINITY)));
    double last = NormalQuantile.quantile(Double.MIN_VALUE);
    assertTrue(last < -38.4 && last > -38.5, "quantile of the smallest number: " + last);
  }

  @Test
  void vectorGivesTheScalarBits_forAnyMixOfCentreAndTails() {
    assertVectorIsScalar(Samples.uniform(2, 1_500, 0.0, 1.0));
    assertVectorIsScalar(Samples.uniform(3, 700, 0.0, 0.07));
    assertVectorIsScalar(Samples.uniform(4, 700, 0.2, 0.8));
    assertVectorIsScalar(Samples.uniform(5, 256, 0.0, 1e-11));
    assertVectorIsScalar(
        new double[] {0.0, 1.0, 0.5, Double.NaN, -1.0, 2.0, 0.075, 0.925, 1e-300, 1e-11});
    assertVectorIsScalar(new double[0]);
  }

  private static void assertWithin(double u) {
    double z = NormalQuantile.quantile(u);
    BigDecimal guess = new BigDecimal(z);
    BigDecimal miss = Exact.normalBelow(guess).subtract(new BigDecimal(u));
    BigDecimal exact = guess.subtract(miss.divide(Exact.normalDensity(guess), Exact.DIGITS));
    double error = Exact.ulps(z, exact);
    assertTrue(error <= 6.0, "quantile(" + u + ") is " + error + " ulp off");
  }

  private static void assertVectorIsScalar(double[] u) {
    double[] expected = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      expected[i] = NormalQuantile.quantile(u[i]);
    }
    double[] out = new double[u.length];
    NormalQuantile.quantile(u, out, u.length);
    assertArrayEquals(expected, out);
    double[] inScratch = u.clone();
    NormalQuantile.quantile(inScratch, inScratch, u.length, new Scratch());
    assertArrayEquals(expected, inScratch);
    NormalQuantile.quantile(u, u, u.length);
    assertArrayEquals(expected, u);
  }
}
