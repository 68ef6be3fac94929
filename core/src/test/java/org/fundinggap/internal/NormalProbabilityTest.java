package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalProbabilityTest {

  @Test
  void belowIsWithinItsBound_onBothSidesOutToTwelve() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      double z = random.nextDouble(-12.0, 8.0);
      double error = Exact.ulps(NormalProbability.below(z), Exact.normalBelow(new BigDecimal(z)));
      assertTrue(error <= 6.0, "below(" + z + ") is " + error + " ulp off");
    }
  }

  // mpmath 1.3.0 with 60 digits: erfc(-mpf(z) / sqrt(2)) / 2.
  @ParameterizedTest
  @CsvSource({
    "-13.7, 5.0762148115978792225e-43",
    "-20, 2.7536241186062336951e-89",
    "-37, 5.7255712225245768227e-300"
  })
  void belowIsRight_farOut(double z, double probability) {
    assertEquals(probability, NormalProbability.below(z), 8.0 * Math.ulp(probability));
  }

  @Test
  void densityIsWithinItsBound_outToThirtySeven() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      double z = random.nextDouble(-37.0, 37.0);
      double error =
          Exact.ulps(NormalProbability.density(z), Exact.normalDensity(new BigDecimal(z)));
      assertTrue(error <= 4.0, "density(" + z + ") is " + error + " ulp off");
    }
  }

  @Test
  void belowNeverFalls_whenItsArgumentRises() {
    double last = 0.0;
    for (double z = -39.5; z < 9.0; z += 0x1.0p-10) {
      double next = NormalProbability.below(z);
      assertTrue(next >= last, "the probability fell at " + z);
      last = next;
    }
  }

  @Test
  void belowUndoesTheQuantile() {
    for (int i = 1; i < 1000; i++) {
      double u = i / 1000.0;
      assertEquals(u, NormalProbability.below(NormalQuantile.quantile(u)), 4e-15 * u);
    }
  }

  @Test
  void functionsAgreeWithTheDefinition_atSpecialArguments() {
    assertEquals(0.5, NormalProbability.below(0.0));
    assertEquals(0.5, NormalProbability.below(-0.0));
    assertEquals(0.0, NormalProbability.below(Double.NEGATIVE_INFINITY));
    assertEquals(1.0, NormalProbability.below(Double.POSITIVE_INFINITY));
    assertEquals(0.0, NormalProbability.below(-1e9));
    assertTrue(Double.isNaN(NormalProbability.below(Double.NaN)));
    assertEquals(0.0, NormalProbability.density(Double.POSITIVE_INFINITY));
    assertEquals(0.0, NormalProbability.density(-1e300));
    assertTrue(Double.isNaN(NormalProbability.density(Double.NaN)));
  }

  @Test
  void vectorGivesTheScalarBits_inPlaceToo() {
    double[] z = Samples.uniform(3, 1_001, -40.0, 40.0);
    double[] expected = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      expected[i] = NormalProbability.below(z[i]);
    }
    double[] out = new double[z.length];
    NormalProbability.below(z, out, z.length);
    assertArrayEquals(expected, out);
    NormalProbability.below(z, z, z.length);
    assertArrayEquals(expected, z);
  }
}
