package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Coverage")
class CoverageTest {

  @Test
  @DisplayName("is a share that prints with its counts")
  void shareIsTheRatio() {
    Coverage coverage = new Coverage(40, 50);
    assertEquals(0.8, coverage.share());
    assertEquals("40 of 50, 80.0%", coverage.toString());
    assertEquals("0 of 3, 0.0%", new Coverage(0, 3).toString());
  }

  @Test
  @DisplayName("of nothing or all has ends by the plain formula")
  void endsOfNothingAndAllAreByHand() {
    // With none of n held, the share p for which (1 - p)^n is 0.025.
    for (int of : new int[] {1, 2, 10, 300}) {
      double end = 1 - Math.pow(0.025, 1.0 / of);
      Interval none = new Coverage(0, of).interval(0.95);
      assertEquals(0, none.lower());
      assertEquals(end, none.upper(), 1e-13);
      Interval all = new Coverage(of, of).interval(0.95);
      assertEquals(1 - end, all.lower(), 1e-13);
      assertEquals(1, all.upper());
    }
  }

  @Test
  @DisplayName("of one in two has ends by the plain formula")
  void endsOfOneInTwoAreByHand() {
    // At least 1 of 2: 1 - (1 - p)^2 = 0.05; at most 1 of 2: 1 - p^2 = 0.05.
    Interval interval = new Coverage(1, 2).interval(0.9);
    assertEquals(1 - Math.sqrt(0.95), interval.lower(), 1e-14);
    assertEquals(Math.sqrt(0.95), interval.upper(), 1e-14);
  }

  @ParameterizedTest
  @CsvSource({"1, 20, 0.95", "8, 10, 0.8", "35, 38, 0.99", "500, 1000, 0.95", "3, 1000, 0.999999"})
  @DisplayName("has ends at which as many or more, and as few or fewer, have the tail's chance")
  void endsAreThoseOfTheBinomial(int held, int of, double level) {
    Interval interval = new Coverage(held, of).interval(level);
    double tail = (1 - level) / 2;
    BinomialDistribution atLower = new BinomialDistribution(null, of, interval.lower());
    BinomialDistribution atUpper = new BinomialDistribution(null, of, interval.upper());
    assertEquals(tail, 1 - atLower.cumulativeProbability(held - 1), 1e-9 * (1 + tail));
    assertEquals(tail, atUpper.cumulativeProbability(held), 1e-9 * (1 + tail));
  }

  @Test
  @DisplayName("has an interval that holds the truth as often as stated, exactly")
  void intervalsHoldTheTruth() {
    for (int of : new int[] {1, 7, 38, 150}) {
      for (double level : new double[] {0.8, 0.95, 0.999}) {
        Interval[] intervals = new Interval[of + 1];
        for (int held = 0; held <= of; held++) {
          intervals[held] = new Coverage(held, of).interval(level);
        }
        for (double truth = 0.02; truth < 1; truth += 0.02) {
          BinomialDistribution binomial = new BinomialDistribution(null, of, truth);
          double missed = 0;
          for (int held = 0; held <= of; held++) {
            missed += intervals[held].contains(truth) ? 0 : binomial.probability(held);
          }
          assertTrue(missed <= 1 - level, missed + " missed of " + truth + " at " + level);
        }
      }
    }
  }

  @Test
  @DisplayName("of fewer effective cases is as that of so many, if that is a whole count")
  void effectiveCasesAreCases() {
    Interval effective = new Coverage(40, 50).interval(10, 0.9);
    Interval plain = new Coverage(8, 10).interval(0.9);
    assertEquals(plain.lower(), effective.lower(), 1e-14);
    assertEquals(plain.upper(), effective.upper(), 1e-14);
    assertEquals(new Coverage(40, 50).interval(50, 0.9), new Coverage(40, 50).interval(0.9));
  }

  @Test
  @DisplayName("of an effective number that is not whole is by the beta distribution")
  void effectiveNumberNeedNotBeWhole() {
    Interval interval = new Coverage(30, 40).interval(11.5, 0.9);
    double count = 0.75 * 11.5;
    BetaDistribution lower = new BetaDistribution(null, count, 11.5 - count + 1, 1e-13);
    BetaDistribution upper = new BetaDistribution(null, count + 1, 11.5 - count, 1e-13);
    assertEquals(lower.inverseCumulativeProbability(0.05), interval.lower(), 1e-11);
    assertEquals(upper.inverseCumulativeProbability(0.95), interval.upper(), 1e-11);
  }

  @Test
  @DisplayName("has an interval about its share, wider with fewer effective cases and more sure")
  void intervalsGrow() {
    for (int held = 0; held <= 20; held++) {
      Coverage coverage = new Coverage(held, 20);
      double last = 0;
      for (double effective : new double[] {20, 13.3, 5, 1.5, 1, 0.3}) {
        Interval interval = coverage.interval(effective, 0.8);
        assertTrue(interval.contains(coverage.share()), held + " of 20: " + interval);
        assertTrue(interval.width() > last, held + " of 20, effective " + effective);
        assertTrue(coverage.interval(effective, 0.9).width() > interval.width());
        assertTrue(coverage.interval(effective, 1e-6).contains(coverage.share()));
        last = interval.width();
      }
      assertEquals(1, coverage.interval(0.01, 0.8).width(), 1e-9);
    }
  }

  @Test
  @DisplayName("of many cases is narrow, and counts may be large")
  void largeCountsAreSolved() {
    Interval interval = new Coverage(1_600_000_000, 2_000_000_000).interval(0.95);
    double half = 1.959964 * Math.sqrt(0.8 * 0.2 / 2e9);
    assertEquals(0.8 - half, interval.lower(), 1e-8);
    assertEquals(0.8 + half, interval.upper(), 1e-8);
  }

  @Test
  @DisplayName("refuses counts that can't be")
  void badCountsAreRefused() {
    assertHolds(refusal(() -> new Coverage(0, 0)), "of must be at least 1, was 0", "score one");
    assertHolds(refusal(() -> new Coverage(-1, 5)), "held must be in [0, 5], was -1", "count");
    assertHolds(refusal(() -> new Coverage(6, 5)), "held must be in [0, 5], was 6", "count");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 5.1, Double.NaN, Double.POSITIVE_INFINITY})
  @DisplayName("refuses an effective number of none, or of more cases than there are")
  void badEffectiveNumbersAreRefused(double effective) {
    assertHolds(
        refusal(() -> new Coverage(4, 5).interval(effective, 0.9)),
        "effective must be above 0 and at most the 5 cases, was " + effective,
        "count for fewer");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  @DisplayName("refuses to be surer than sure")
  void badLevelsAreRefused(double level) {
    assertHolds(
        refusal(() -> new Coverage(4, 5).interval(level)),
        "level must be inside (0, 1), was " + level,
        "0.95");
  }
}
