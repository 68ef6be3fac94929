package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {

  @Test
  void sumIsExact_whenLargeTermsCancel() {
    assertEquals(2.0, CompensatedSum.sum(new double[] {1.0, 1e100, 1.0, -1e100}, 0, 4));
  }

  @Test
  void sumIsTheRoundedExactSum_onAMillionNumbers() {
    double[] values = Samples.uniform(1, 1_000_000, -1.0, 1e9);
    BigDecimal exact = BigDecimal.ZERO;
    double plain = 0.0;
    for (double value : values) {
      exact = exact.add(new BigDecimal(value));
      plain += value;
    }
    assertEquals(exact.doubleValue(), CompensatedSum.sum(values, 0, values.length));
    assertNotEquals(exact.doubleValue(), plain, "the plain sum must be off, or this shows nothing");
  }

  @Test
  void sumTakesOnlyItsRange() {
    double[] values = {1.0, 2.0, 4.0, 8.0};
    assertEquals(6.0, CompensatedSum.sum(values, 1, 3));
    assertEquals(0.0, CompensatedSum.sum(values, 2, 2));
  }

  @Test
  void accumulatorGivesTheBitsOfTheWholeSum_whenFedInBlocks() {
    double[] values = Samples.uniform(2, 10_000, -1e3, 1e3);
    CompensatedSum blocks = new CompensatedSum();
    blocks.add(values, 0, 1_024);
    for (int i = 1_024; i < 5_000; i++) {
      blocks.add(values[i]);
    }
    blocks.add(values, 5_000, values.length);
    assertEquals(CompensatedSum.sum(values, 0, values.length), blocks.value());
  }

  @Test
  void sumIsInfiniteOrNaN_asThePlainSumWouldBe() {
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(infinite, CompensatedSum.sum(new double[] {1.0, infinite, 2.0}, 0, 3));
    assertEquals(-infinite, CompensatedSum.sum(new double[] {-infinite}, 0, 1));
    assertTrue(Double.isNaN(CompensatedSum.sum(new double[] {infinite, -infinite}, 0, 2)));
    assertTrue(Double.isNaN(CompensatedSum.sum(new double[] {1.0, Double.NaN}, 0, 2)));
  }
}
