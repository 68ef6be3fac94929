package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.fundinggap.random.Refusals;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.StreamId;
import org.junit.jupiter.api.Test;

/** Distributions that give single values a probability of their own. */
class AtomsTest {
  private static final double NAN = Double.NaN;
  private static final Distribution VARIANTS =
      Distribution.discrete(new double[] {0, 1, 2}, new double[] {0.25, 0.5, 0.25});
  private static final Distribution EFFECT =
      Distribution.zeroOr(0.25, Distribution.uniform(2.0, 6.0));

  @Test
  void discreteQuantileIsTheSmallestValueThatReachesTheProbability() {
    double[] p = {0.0, 0.25, Math.nextUp(0.25), 0.75, Math.nextUp(0.75), 1.0};
    double[] values = new double[p.length];
    VARIANTS.quantiles(p, values, p.length);
    assertArrayEquals(new double[] {0.0, 0.0, 1.0, 1.0, 2.0, 2.0}, values);
  }

  @Test
  void discreteMomentsAreExact() {
    assertEquals(1.0, VARIANTS.mean());
    assertEquals(Math.sqrt(0.5), VARIANTS.standardDeviation());
    Distribution far =
        Distribution.discrete(new double[] {1e15, 1e15 + 2}, new double[] {0.5, 0.5});
    assertEquals(1e15 + 1, far.mean());
    assertEquals(1.0, far.standardDeviation());
  }

  @Test
  void discreteReachesItsLastValue_whenTheProbabilitiesRoundBelowOne() {
    double[] tenths = new double[10];
    double[] values = new double[10];
    double sum = 0.0;
    for (int i = 0; i < 10; i++) {
      tenths[i] = 0.1;
      values[i] = i;
      sum += tenths[i];
    }
    assertTrue(sum < 1.0);
    assertEquals(9.0, Distribution.discrete(values, tenths).quantile(1.0));
    assertEquals(4.5, Distribution.discrete(values, tenths).mean(), 1e-14);
  }

  @Test
  void discreteEqualsAnotherByContent_andKeepsItsOwnCopy() {
    double[] values = {0, 1, 2};
    double[] probabilities = {0.25, 0.5, 0.25};
    Distribution mine = Distribution.discrete(values, probabilities);
    assertEquals(VARIANTS, mine);
    assertEquals(VARIANTS.hashCode(), mine.hashCode());
    values[2] = 3;
    probabilities[0] = 0.3;
    assertEquals(VARIANTS, mine);
    assertNotEquals(mine, Distribution.discrete(values, new double[] {0.25, 0.5, 0.25}));
    assertNotEquals(
        mine, Distribution.discrete(new double[] {0, 1, 2}, new double[] {0.25, 0.25, 0.5}));
    assertEquals(
        VARIANTS, Distribution.discrete(new double[] {-0.0, 1, 2}, new double[] {0.25, 0.5, 0.25}));
  }

  @Test
  void discreteTellsItsValuesAndProbabilities() {
    assertEquals("discrete(0: 0.25, 1: 0.5, 2: 0.25)", VARIANTS.toString());
  }

  @Test
  void discreteIsRefused_whenItsNumbersDoNotFit() {
    double[] half = {0.5, 0.5};
    assertRefused("the number of values must be in [2, 1000], was 1", new double[1], half);
    assertRefused("probabilities must be as many as the values, 2", half, new double[] {1.0});
    assertRefused("must rise, were 1.0 and 1.0; sort them", new double[] {1, 1}, half);
    assertRefused("must rise, were 2.0 and 1.0; sort them", new double[] {2, 1}, half);
    assertRefused("must rise", new double[] {-0.0, 0.0}, half);
    assertRefused("values[1] must be in", new double[] {1, NAN}, half);
    double[] values = {1, 2};
    assertRefused("probabilities[0] must be in", values, new double[] {NAN, 0.5});
    assertRefused("leave out what cannot happen", values, new double[] {1.0, 0.0});
    assertRefused("sum of the probabilities must be in", values, new double[] {0.5, 0.5 + 1e-8});
    assertRefused("sum of the probabilities must be in", values, new double[] {0.5, 0.4});
    assertRefused("without the last probability", values, new double[] {1.0, 1e-10});
  }

  private static void assertRefused(String expected, double[] values, double[] probabilities) {
    String message = Refusals.message(() -> Distribution.discrete(values, probabilities));
    assertTrue(message.contains(expected), message);
  }

  @Test
  void discreteDrawsHaveTheirProbabilities() {
    // Three exact binomial tests at 1e-5 each: false alarms 3e-5 over all seeds.
    int draws = 100_000;
    double[] x = new double[draws];
    Sampler.independent(8).uniforms(StreamId.ofParameter("variant", "E92000001"), 0, x, draws);
    VARIANTS.quantiles(x, x, draws);
    int[] counts = new int[3];
    for (double value : x) {
      counts[(int) value]++;
    }
    for (int i = 0; i < 3; i++) {
      BinomialDistribution count = new BinomialDistribution(null, draws, i == 1 ? 0.5 : 0.25);
      double below = count.cumulativeProbability(counts[i]);
      double above = 1.0 - count.cumulativeProbability(counts[i] - 1);
      assertTrue(Math.min(below, above) > 5e-6, counts[i] + " draws of " + i);
    }
  }

  @Test
  void zeroOrIsZeroUpToItsProbability_andTheOtherDistributionBeyond() {
    assertEquals(0.0, EFFECT.quantile(0.0));
    assertEquals(0.0, EFFECT.quantile(0.25));
    assertEquals(2.0, EFFECT.quantile(Math.nextUp(0.25)), 1e-14);
    assertEquals(4.0, EFFECT.quantile(0.625));
    assertEquals(6.0, EFFECT.quantile(1.0));
  }

  @Test
  void zeroOrHasTheMomentsOfTheMixture() {
    assertEquals(3.0, EFFECT.mean());
    // Mean square 0.75 (16 + 16/12) = 13, less 9.
    assertEquals(2.0, EFFECT.standardDeviation(), 1e-15);
    assertEquals(0.0, EFFECT.lower());
    assertEquals(6.0, EFFECT.upper());
  }

  @Test
  void zeroOrMirrorsItself_whenTheOtherLiesBelowZero() {
    Distribution lowers = Distribution.zeroOr(0.25, Distribution.uniform(-6.0, -2.0));
    assertEquals(-6.0, lowers.quantile(0.0));
    assertEquals(-4.0, lowers.quantile(0.375));
    assertEquals(-2.0, lowers.quantile(0.75));
    assertEquals(0.0, lowers.quantile(Math.nextUp(0.75)));
    assertEquals(0.0, lowers.quantile(1.0));
    assertEquals(-EFFECT.mean(), lowers.mean());
    assertEquals(EFFECT.standardDeviation(), lowers.standardDeviation());
    assertEquals(-6.0, lowers.lower());
    assertEquals(0.0, lowers.upper());
    for (int i = 0; i <= 1_024; i++) {
      double p = i / 1_024.0;
      // At the atom's own edge the two take different sides of the jump.
      if (p != 0.25) {
        assertEquals(-EFFECT.quantile(p), lowers.quantile(1.0 - p), 1e-14);
      }
    }
  }

  @Test
  void zeroOrGivesTheBitsOfTheOther_whenItsProbabilityIsZero() {
    Distribution other = Distribution.truncatedNormal(0.05, 0.04, 0.01, 0.16);
    Distribution same = Distribution.zeroOr(0.0, other);
    for (int i = 0; i <= 1_000; i++) {
      assertEquals(other.quantile(i / 1_000.0), same.quantile(i / 1_000.0));
    }
    assertEquals(other.mean(), same.mean());
    assertEquals(other.standardDeviation(), same.standardDeviation());
    assertEquals(other.lower(), same.lower());
  }

  @Test
  void zeroOrStaysFiniteBelowOne_whenTheOtherHasNoUpperEnd() {
    for (double q : new double[] {0.1, 0.5, 0.999_999}) {
      Distribution distribution = Distribution.zeroOr(q, Distribution.logNormal(1.0, 1.0));
      assertTrue(Double.isFinite(distribution.quantile(Math.nextDown(1.0))));
      assertEquals(Double.POSITIVE_INFINITY, distribution.quantile(1.0));
    }
  }

  @Test
  void quantityIsFixed_whenEveryDrawIsTheSameWhateverTheFamily() {
    assertTrue(Distribution.zeroOr(0.5, Distribution.fixed(0.0)).isFixed());
    assertTrue(Distribution.zeroOr(0.0, Distribution.fixed(3.0)).isFixed());
    assertFalse(Distribution.zeroOr(0.5, Distribution.fixed(3.0)).isFixed());
    assertFalse(VARIANTS.isFixed());
  }

  @Test
  void zeroOrRefusalSaysNameValueBoundAndFix() {
    String refusal =
        Refusals.message(() -> Distribution.zeroOr(0.5, Distribution.normal(1.0, 0.1)));
    assertEquals(
        "otherwise must lie on one side of zero, was from -Infinity to Infinity;"
            + " cut it off at 0, as Distribution.truncatedNormal does",
        refusal);
  }
}
