package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearlySeriesTest {
  private static final double TINY = 1e-15;
  private static final Belief WIDE = new Belief(0, 1e9);

  @Test
  void seriesHoldsItsNumbers_whateverHappensToTheArray() {
    double[] numbers = {4, 2, 5};
    YearlySeries series = YearlySeries.of(numbers);
    numbers[0] = 9;
    series.values()[1] = 9;
    assertEquals(3, series.years());
    assertEquals(4, series.at(0));
    assertEquals(2, series.at(1));
    assertEquals(5, series.last());
    assertEquals(YearlySeries.of(4, 2, 5), series);
    assertEquals(YearlySeries.of(4, 2, 5).hashCode(), series.hashCode());
    assertNotEquals(YearlySeries.of(4, 2), series);
    assertEquals("YearlySeries[4.0, 2.0, 5.0]", series.toString());
  }

  @Test
  void changesAreOneFewer() {
    assertEquals(YearlySeries.of(-2, 3), YearlySeries.of(4, 2, 5).changes());
    assertEquals(
        "years must be at least 2, was 1; a change needs two years",
        Refused.message(() -> YearlySeries.of(4).changes()));
  }

  @Test
  void spreadPoolsSquares_byDegreesOfFreedom() {
    // Squares 4 + 1 + 0 + 1 + 4 with 4 degrees of freedom, and 4 more of 2 squared: 26 / 8.
    Estimate spread = YearlySeries.of(1, 2, 3, 4, 5).spread(new SpreadBelief(2, 4));
    assertEquals(Math.sqrt(3.25), spread.mean(), TINY);
    assertEquals(Math.sqrt(3.25) / 4, spread.standardError(), TINY);
    assertEquals(0.5, spread.weightOfData());
    assertEquals(5, spread.years());
  }

  @Test
  void spreadCountsForLess_whenNeighboursAreAlike() {
    // Two numbers, r = 0.5: their squares, 2, come to 2 - (2 + 2 * 0.5) / 2 = 0.5 on average, and
    // count for 0.5 * 0.75 / 1.25 = 0.3 degrees of freedom: (0.3 * 2 / 0.5 + 0.7) / (0.3 + 0.7).
    Estimate spread = YearlySeries.of(1, 3).spread(new SpreadBelief(1, 0.7), 0.5);
    assertEquals(Math.sqrt(1.9), spread.mean(), TINY);
    assertEquals(Math.sqrt(1.9 / 2), spread.standardError(), TINY);
    assertEquals(0.3, spread.weightOfData(), TINY);
  }

  @Test
  void meanIsWeightedByPrecision() {
    // Error 2 / sqrt(4) = 1, as sure as the belief.
    Estimate mean = YearlySeries.of(1, 2, 3, 6).mean(new Belief(0, 1), 2, 0);
    assertEquals(new Estimate(1.5, Math.sqrt(0.5), 4, 0.5), mean);
  }

  @Test
  void meanIsLessSure_whenNeighboursAreAlike() {
    // 1.28 / 0.72 is 4/3 squared.
    YearlySeries series = YearlySeries.of(1, 2, 3, 6);
    assertEquals(4.0 / 3, series.mean(WIDE, 2, 0.28).standardError(), 1e-12);
    assertEquals(2, series.mean(WIDE, 2, 0.9).standardError(), 1e-12, "one number's at most");
  }

  @Test
  void meanIsSurer_whenNeighboursAreUnlike() {
    // 4 + 2 (3 * -1/2 + 2 * 1/4 + 1 * -1/8) = 1.75 is the variance of a sum of four.
    YearlySeries series = YearlySeries.of(1, 2, 3, 6);
    assertEquals(Math.sqrt(1.75) / 4 * 2, series.mean(WIDE, 2, -0.5).standardError(), 1e-12);
    assertEquals(2, YearlySeries.of(1).mean(WIDE, 2, -0.5).standardError(), 1e-12);
  }

  @Test
  void autocorrelationIsCorrected_forItsBias() {
    // Deviations -1, 1, 0, 0: r = -1/2, corrected by (1 - 1.5) / 4; 1.75 * sqrt(0.75 / 4).
    Estimate sample = YearlySeries.of(0, 2, 1, 1).autocorrelation(WIDE);
    assertEquals(-0.625, sample.mean(), TINY);
    assertEquals(1.75 * Math.sqrt(0.1875), sample.standardError(), TINY);
    // As sure a belief that there is none halves it.
    Belief none = new Belief(0, 1.75 * Math.sqrt(0.1875));
    assertEquals(-0.3125, YearlySeries.of(0, 2, 1, 1).autocorrelation(none).mean(), TINY);
  }

  @Test
  void autocorrelationStaysBelowOne_whenTheCorrectionGoesBeyond() {
    // Deviations -2 to 2: r = 0.4, corrected 0.4 + 2.2 / 5 = 0.84, more than five years can show.
    assertEquals(0.8, YearlySeries.of(1, 2, 3, 4, 5).autocorrelation(WIDE).mean(), TINY);
    assertEquals(-0.75, YearlySeries.of(1, -1, 1, -1).autocorrelation(WIDE).mean(), TINY);
  }

  @Test
  void autocorrelationKeepsAnError_whenNeighboursAreAllButEqual() {
    // One slow wave: r is 0.9995, whose formula gives a fifth of the least error.
    double[] wave = new double[200];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = StrictMath.sin(2 * Math.PI * i / wave.length);
    }
    Estimate sample = YearlySeries.of(wave).autocorrelation(WIDE);
    assertEquals(0.995, sample.mean(), TINY);
    assertEquals(2.0 / 200, sample.standardError(), 1e-12);
  }

  @Test
  void beliefsStand_whenTheSeriesIsTooShort() {
    Belief belief = new Belief(0.3, 0.2);
    SpreadBelief spread = new SpreadBelief(0.05, 4);
    Estimate alone = new Estimate(0.3, 0.2, 3, 0);
    assertEquals(alone, YearlySeries.of(1, 5, 2).autocorrelation(belief));
    assertEquals(new Estimate(0.05, 0.05 / Math.sqrt(8), 1, 0), YearlySeries.of(7).spread(spread));
    assertEquals(YearlySeries.of(7).spread(spread), YearlySeries.of(7).spread(spread, 0.5));
    // One number is as sure as its spread, however alike neighbours are.
    assertEquals(0.5, YearlySeries.of(7).mean(new Belief(5, 2), 2, 0.5).weightOfData());
    assertEquals(6, YearlySeries.of(7).mean(new Belief(5, 2), 2, 0.5).mean());
  }

  @Test
  void seriesWithoutSpread_isEstimatedToo() {
    // Three tenths add up to more than 0.3, so a plain mean would leave deviations.
    YearlySeries constant = YearlySeries.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    Belief belief = new Belief(0.3, 0.2);
    assertEquals(new Estimate(0.3, 0.2, 6, 0), constant.autocorrelation(belief));
    assertEquals(new Estimate(0.1, 0, 6, 1), constant.mean(belief, 0, 0.3));
    Estimate spread = constant.spread(new SpreadBelief(0.03, 4));
    assertEquals(0.02, spread.mean(), TINY, "five squares of nothing, four of 0.03");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101, -1e101})
  void numbersAreRefused_whenTheyAreNoneOrHuge(double wrong) {
    String refusal = Refused.message(() -> YearlySeries.of(1, wrong));
    assertTrue(refusal.startsWith("values[1] must be in [-1.0E100, 1.0E100], was " + wrong));
    YearlySeries series = YearlySeries.of(1, 2, 4, 3);
    Refused.message(() -> series.mean(WIDE, wrong, 0));
    Refused.message(() -> series.mean(WIDE, 1, wrong));
    Refused.message(() -> series.spread(new SpreadBelief(1, 4), wrong));
    Refused.message(() -> series.trend(WIDE, new SpreadBelief(1, 4), wrong));
  }

  @Test
  void argumentsAreRefused_whenOutOfBounds() {
    assertEquals(
        "number of values must be at least 1, was 0; give a number for each year",
        Refused.message(() -> YearlySeries.of()));
    YearlySeries series = YearlySeries.of(1, 2);
    assertEquals(
        "index must be in [0, 1], was 2; years are numbered from 0, oldest first",
        Refused.message(() -> series.at(2)));
    Refused.message(() -> series.at(-1));
    Refused.message(() -> series.mean(WIDE, -1, 0));
    assertEquals(
        "autocorrelation must be between -1 and 1, was 1.0; write 0.3 for 30%",
        Refused.message(() -> series.mean(WIDE, 1, 1)));
    Refused.message(() -> series.mean(WIDE, 1, -1));
  }
}
