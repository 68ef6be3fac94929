package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.distribution.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Estimate DRIFT = new Estimate(0.02, 0.01, 9, 0.625);

  @Test
  void estimateBecomesATruncatedNormal_betweenTheBounds() {
    assertEquals(Distribution.truncatedNormal(0.02, 0.01, -0.1, 0.1), DRIFT.within(-0.1, 0.1));
    assertEquals(
        Distribution.truncatedNormal(0.02, 0.01, 0.02, INFINITY), DRIFT.within(0.02, INFINITY));
  }

  @Test
  void estimateBecomesFixed_whenItHasNoError() {
    assertEquals(Distribution.fixed(0.3), new Estimate(0.3, 0, 9, 1).within(0, 1));
    assertEquals(Distribution.fixed(0.3), new Estimate(0.3, 0, 9, 1).within(0.3, 0.3));
    assertEquals(Distribution.fixed(0.3), new Estimate(0.3, 1e-150, 9, 1).within(0, 1));
  }

  @Test
  void boundsAreRefused_whenTheMeanIsOutside() {
    assertEquals(
        "mean (standard error 0.01) must be in [0.03, 0.1], was 0.02;"
            + " widen the bounds, or look at the series and the belief that gave it",
        Refused.message(() -> DRIFT.within(0.03, 0.1)));
    Refused.message(() -> DRIFT.within(-0.1, 0.01));
    Refused.message(() -> DRIFT.within(Double.NaN, 0.1));
    Refused.message(() -> DRIFT.within(-0.1, Double.NaN));
    Refused.message(() -> DRIFT.within(0.02, 0.02));
    Refused.message(() -> new Estimate(0.3, 0, 9, 1).within(0.4, 0.5));
  }

  @Test
  void methodSaysWhatFromHowMuchAndHowFarData() {
    assertEquals(
        "mean of 9 yearly changes, weight of data 0.63", DRIFT.method("mean of # yearly changes"));
    assertEquals("slope of 9 years, weight of data 0.63", DRIFT.method("slope"));
    assertEquals("level of 1 year, weight of data 0.00", new Estimate(1, 1, 1, 0).method("level"));
    assertEquals(
        "what must not be blank, was \" \"; give it a name",
        Refused.message(() -> DRIFT.method(" ")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, INFINITY, -INFINITY, 1e101, -1e101})
  void numbersAreRefused_whenTheyAreNone(double wrong) {
    assertTrue(Refused.message(() -> new Estimate(wrong, 1, 9, 1)).startsWith("mean must be in"));
    assertTrue(
        Refused.message(() -> new Estimate(1, wrong, 9, 1)).startsWith("standardError must be in"));
    assertTrue(
        Refused.message(() -> new Estimate(1, 1, 9, wrong)).startsWith("weightOfData must be in"));
    assertTrue(Refused.message(() -> new Belief(wrong, 1)).startsWith("mean must be in"));
    assertTrue(
        Refused.message(() -> new Belief(1, wrong)).startsWith("standardDeviation must be in"));
    assertTrue(Refused.message(() -> new SpreadBelief(wrong, 4)).startsWith("spread must be in"));
    assertTrue(Refused.message(() -> new SpreadBelief(1, wrong)).startsWith("years must be in"));
  }

  @Test
  void numbersAreRefused_whenTheyAreOutOfBounds() {
    assertEquals(
        "weightOfData must be in [0.0, 1.0], was 62.0; write 0.3 for 30%",
        Refused.message(() -> new Estimate(1, 1, 9, 62)));
    assertEquals(
        "standardError must be in [0.0, 1.0E100], was -1.0; write 0 for a number that is known",
        Refused.message(() -> new Estimate(1, -1, 9, 1)));
    assertEquals(
        "years must be at least 0, was -1; count the yearly numbers that went in",
        Refused.message(() -> new Estimate(1, 1, -1, 1)));
    assertEquals(
        "standardDeviation must be in [1.0E-100, 1.0E100], was 0.0;"
            + " give how far off the mean may be; a small one for a number that is all but known",
        Refused.message(() -> new Belief(1, 0)));
    Refused.message(() -> new Belief(1, -1));
    Refused.message(() -> new SpreadBelief(0, 4));
    Refused.message(() -> new SpreadBelief(1, 0));
  }
}
