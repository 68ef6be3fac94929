package org.fundinggap.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.draws.Draws;
import org.fundinggap.draws.WithError;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The error of a difference of quantiles")
class QuantileDifferenceTest {
  private static final Statistic MEAN =
      Statistic.of(Gap.STAND_STILL.cash(), FinancialYear.parse("2029-30"));
  private static final Statistic MEDIAN = MEAN.quantile(0.5);

  /** Each replicate has as many of either sign, as Sobol draws of a normal have. */
  private static Draws signs(Sampling sampling) {
    double[] values = new double[1_024];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 16 % 2 == 0 ? 3 : -3;
    }
    return new Draws(values, sampling);
  }

  @Test
  @DisplayName("is never nothing where replicates agree by chance: half a draw each")
  void floor() {
    for (int replicates : new int[] {8, 16}) {
      Draws influence = signs(Sampling.sobol(replicates));
      assertEquals(0, influence.meanError(), 1e-15);
      WithError stated = MEDIAN.difference(0.1, influence);
      double perReplicate = 1_024.0 / replicates;
      double half = 6 * 0.5 / perReplicate / Math.sqrt(replicates);
      assertEquals(1.96 * half, stated.reach() * stated.standardError(), 1e-4 * half);
      assertEquals(0.1, stated.value());
    }
  }

  @Test
  @DisplayName("is unknown of fewer than eight replicates")
  void few() {
    WithError stated = MEDIAN.difference(0.1, signs(Sampling.sobol(4)));
    assertTrue(Double.isNaN(stated.standardError()));
    assertEquals(0.1, stated.value());
  }

  @Test
  @DisplayName("is nothing of what goes in step, and of means and independent draws as it was")
  void others() {
    Draws step = signs(Sampling.sobol(4)).map(value -> 0);
    assertEquals(0, MEDIAN.difference(0, step).standardError());
    Draws influence = signs(Sampling.sobol(4));
    assertEquals(influence.meanError(), MEAN.difference(0, influence).standardError());
    Draws independent = signs(Sampling.independent());
    assertEquals(independent.meanError(), MEDIAN.difference(0, independent).standardError());
  }
}
