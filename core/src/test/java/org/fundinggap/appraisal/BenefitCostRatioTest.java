package org.fundinggap.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A benefit-cost ratio")
class BenefitCostRatioTest {
  private static Draws draws(double... values) {
    return new Draws(values, Sampling.independent());
  }

  @Test
  @DisplayName("of few draws reaches as far as Student's t has it")
  void reachesByStudent() {
    BenefitCostRatio ratio = BenefitCostRatio.of(draws(4, 6, 5), draws(2, 2, 2));
    assertEquals(2.5, ratio.value());
    assertEquals(0.5 / Math.sqrt(3), ratio.error(), 1e-12);
    assertEquals(4.303, ratio.reach(), 5e-4);
    assertEquals(2.5 + 4.303 * 0.5 / Math.sqrt(3), ratio.interval().upper(), 1e-3);
  }

  @Test
  @DisplayName("has no interval where mean costs may be zero")
  void costsNextToNothing() {
    Draws benefits = draws(4, 6, 5, 5);
    // The mean of 1 is off by 0.33, of which Student's t with three degrees takes 3.18.
    BenefitCostRatio unclear = BenefitCostRatio.of(benefits, draws(0.5, 2, 0.5, 1));
    assertEquals(5, unclear.value());
    assertEquals(Interval.UNKNOWN, unclear.interval());
    assertEquals("5.00 (MC s.e. unknown), of means", unclear.toString());
    assertTrue(BenefitCostRatio.of(benefits, draws(0.8, 1.2, 1, 1)).interval().isKnown());
    assertEquals(Interval.UNKNOWN, BenefitCostRatio.of(benefits, draws(0, 0, 0, 0)).interval());
  }
}
