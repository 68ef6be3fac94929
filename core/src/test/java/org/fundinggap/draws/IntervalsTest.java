package org.fundinggap.draws;

import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A 95% interval")
class IntervalsTest {
  private static final double NORMAL = 1.959963984540054;

  /** Draws whose value is their rank. */
  private static Draws ranks(int size) {
    return new Draws(IntStream.rangeClosed(1, size).asDoubleStream().toArray());
  }

  private static Draws sobol(int replicates, double... values) {
    return new Draws(values, Sampling.sobol(replicates));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 6", "0.5, 10", "0.5, 999", "0.1, 36", "0.9, 100", "0.9, 5000", "0.99, 368"})
  @DisplayName("of a quantile lies between ranks that the binomial distribution gives")
  void quantileIntervalIsBinomial(double p, int size) {
    Interval interval = ranks(size).quantileInterval(p);
    BinomialDistribution below = new BinomialDistribution(null, size, p);
    int lower = (int) Math.floor(interval.lower());
    int upper = (int) Math.floor(interval.upper());
    // The r-th smallest is below the quantile if r draws at least are.
    assertTrue(1 - below.cumulativeProbability(lower - 1) >= 0.975, "lower " + interval);
    assertTrue(1 - below.cumulativeProbability(lower) <= 0.975, "lower " + interval);
    assertTrue(1 - below.cumulativeProbability(upper - 1) >= 0.025, "upper " + interval);
    assertTrue(1 - below.cumulativeProbability(upper) <= 0.025, "upper " + interval);
    assertEquals(
        interval.width() / 2 / NORMAL, ranks(size).quantileError(p), 1e-12 * interval.width());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.1, 35", "0.9, 35", "0.99, 367"})
  @DisplayName("of a quantile is open to the side for which there are too few draws")
  void fewDrawsGiveNoEnd(double p, int size) {
    Interval interval = ranks(size).quantileInterval(p);
    assertFalse(interval.isKnown());
    assertTrue(Double.isNaN(ranks(size).quantileError(p)));
    assertEquals(p <= 0.5, interval.lower() == Double.NEGATIVE_INFINITY, interval.toString());
    assertEquals(p >= 0.5, interval.upper() == Double.POSITIVE_INFINITY, interval.toString());
    assertTrue(interval.holds(ranks(size).quantile(p)));
  }

  @Test
  @DisplayName("of a share of none is as wide as Wilson has it, and never nothing")
  void shareOfNoneIsNotCertain() {
    Interval ofNone = ranks(10).probabilityAboveInterval(99);
    assertEquals(0, ofNone.lower(), 1e-15);
    assertEquals(0.2775, ofNone.upper(), 5e-5); // 1.96^2 / (10 + 1.96^2)
    Interval ofAll = ranks(10).probabilityAboveInterval(0);
    assertEquals(1 - ofNone.upper(), ofAll.lower(), 1e-15);
    assertEquals(ofNone.upper() / 2 / NORMAL, ranks(10).probabilityAboveError(99), 1e-15);
    // Of 3 in 10, by Newcombe, Statistics in Medicine 17 (1998), formula of method 3.
    Interval ofThree = ranks(10).probabilityAboveInterval(7);
    assertEquals(0.1078, ofThree.lower(), 5e-5);
    assertEquals(0.6032, ofThree.upper(), 5e-5);
  }

  @ParameterizedTest
  @CsvSource({"2, 12.706", "4, 3.182", "8, 2.365", "16, 2.131", "32, 2.040", "64, 1.998"})
  @DisplayName("of a mean of replicates reaches as far as Student's t has it")
  void replicatesReachByStudent(int replicates, double t) {
    Draws draws = sobol(replicates, IntStream.range(0, 128).asDoubleStream().toArray());
    assertEquals(t, draws.meanReach(), 5e-4);
    Interval interval = draws.meanInterval();
    assertEquals(draws.meanReach() * draws.meanError(), interval.width() / 2, 1e-9);
    assertEquals(draws.mean(), (interval.lower() + interval.upper()) / 2, 1e-9);
  }

  @Test
  @DisplayName("of a mean of few draws reaches further than of many")
  void fewDrawsReachFurther() {
    assertEquals(4.303, ranks(3).meanReach(), 5e-4);
    assertEquals(2.262, ranks(10).meanReach(), 5e-4);
    assertEquals(1.960, ranks(1_000_000).meanReach(), 5e-4);
    assertTrue(Double.isNaN(ranks(1).meanReach()));
    assertEquals(Interval.UNKNOWN, ranks(1).meanInterval());
  }

  @Test
  @DisplayName("of a single replicate is unknown, whatever the figure")
  void singleReplicateIsUnknown() {
    Draws draws = sobol(1, IntStream.range(0, 64).asDoubleStream().toArray());
    assertEquals(Interval.UNKNOWN, draws.meanInterval());
    assertEquals(Interval.UNKNOWN, draws.quantileInterval(0.5));
    assertEquals(Interval.UNKNOWN, draws.probabilityAboveInterval(3));
    assertEquals(Interval.UNKNOWN, draws.probabilityAboveInterval(99));
    assertTrue(Double.isNaN(draws.quantileError(0.5)));
    assertTrue(Double.isNaN(draws.probabilityAboveError(3)));
    assertEquals("unknown", draws.meanInterval().toString());
  }

  @Test
  @DisplayName("of a share in replicates is by their spread, and no less than their steps")
  void replicatesShareBySpread() {
    // Shares above 0 of 3/4 and 1/4: 1/2 give or take t(1) sqrt(1/8 / 2).
    Draws apart = sobol(2, 1, 1, 1, -1, 1, -1, -1, -1);
    double reach = 12.706 * Math.sqrt(0.125 / 2);
    assertEquals(new Interval(0, 1), apart.probabilityAboveInterval(0));
    assertEquals(reach / 12.706, new Draws(ones(apart), apart.run()).meanError(), 1e-12);
    // Shares that agree are known to a step of each: 1.96 sqrt(1/4 / 2) / 4.
    Draws level = sobol(2, 1, 1, 1, 1, -1, -1, -1, -1);
    double step = NORMAL * Math.sqrt(0.25 / 2) / 4;
    assertEquals(0.5 - step, level.probabilityAboveInterval(0).lower(), 1e-12);
    assertEquals(0.5 + step, level.probabilityAboveInterval(0).upper(), 1e-12);
    assertEquals(
        new Draws(level.values()).probabilityAboveInterval(99).upper(),
        level.probabilityAboveInterval(99).upper(),
        1e-15);
  }

  private static double[] ones(Draws draws) {
    return Arrays.stream(draws.values()).map(value -> value > 0 ? 1 : 0).toArray();
  }

  @Test
  @DisplayName("of a quantile in replicates holds it, and is of the same quantiles")
  void replicatesQuantile() {
    double[] values = IntStream.range(0, 400).mapToDouble(i -> Math.floor(i / 4.0)).toArray();
    Draws draws = sobol(4, values);
    Interval interval = draws.quantileInterval(0.25);
    double step = NORMAL * Math.sqrt(0.25 / 4) / 100;
    assertEquals(draws.quantile(0.25 - step), interval.lower(), 1e-9);
    assertEquals(draws.quantile(0.25 + step), interval.upper(), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, draws.quantileInterval(0.999).upper());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  @DisplayName(
      "of a quantile between draws that are infinite to both sides is unknown, not refused")
  void infiniteDraws(int replicates) {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i < 50 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    Draws draws = replicates == 1 ? new Draws(values) : sobol(replicates, values);
    int unknown = 0;
    for (int i = 1; i < 1_000; i++) {
      unknown += draws.quantileInterval(i / 1_000.0).equals(Interval.UNKNOWN) ? 1 : 0;
    }
    assertTrue(unknown > 5 && unknown < 100, unknown + " unknown");
    assertEquals(Interval.UNKNOWN, draws.quantileInterval(0.5));
    assertTrue(draws.quantileInterval(0.1).holds(Double.NEGATIVE_INFINITY));
  }

  @Test
  @DisplayName(
      "of a quantile lies at the draws on one side where not even the last is on the other")
  void farQuantilesOfFewDraws() {
    assertEquals(new Interval(10, Double.POSITIVE_INFINITY), ranks(10).quantileInterval(0.999999));
    assertEquals(new Interval(Double.NEGATIVE_INFINITY, 1), ranks(10).quantileInterval(1e-6));
  }

  @Test
  @DisplayName("of draws of which one is NaN is unknown, whatever the figure")
  void nanIsUnknown() {
    for (Sampling sampling : List.of(Sampling.independent(), Sampling.sobol(2))) {
      double[] values = IntStream.range(0, 100).asDoubleStream().toArray();
      values[17] = Double.NaN;
      Draws draws = new Draws(values, sampling);
      assertEquals(Interval.UNKNOWN, draws.meanInterval());
      assertEquals(Interval.UNKNOWN, draws.quantileInterval(0.5));
      assertEquals(Interval.UNKNOWN, draws.probabilityAboveInterval(3));
      assertTrue(Double.isNaN(draws.probabilityAboveError(3)));
    }
  }

  @Test
  @DisplayName("of a share of none in replicates has the error that goes with it")
  void errorOfNoneInReplicates() {
    Draws draws = sobol(4, IntStream.range(0, 64).asDoubleStream().toArray());
    Interval ofNone = draws.probabilityAboveInterval(99);
    assertEquals(ofNone.width() / 2 / NORMAL, draws.probabilityAboveError(99), 1e-15);
  }

  @Test
  @DisplayName("of a quantile among equal draws counts half of them as below it")
  void tiesCountHalf() {
    // Of each replicate's ten draws four are below, and of two replicates all others are equal to
    // the median, of two none is: shares of 0.7, 0.7, 0.4 and 0.4 below it.
    double[] values = new double[40];
    Arrays.setAll(values, i -> i < 16 ? 0 : i % 4 < 2 ? 1 : 1 + i);
    double[] shares = {0.7, 0.7, 0.4, 0.4};
    double spread =
        Math.sqrt(Arrays.stream(shares).map(x -> (x - 0.55) * (x - 0.55)).sum() / 3 / 4);
    Draws draws = sobol(4, values);
    assertEquals(1, draws.quantile(0.5));
    Interval interval = draws.quantileInterval(0.5);
    assertEquals(draws.quantile(0.5 - 3.182446 * spread), interval.lower(), 1e-4);
    assertEquals(draws.quantile(0.5 + 3.182446 * spread), interval.upper(), 1e-4);
  }

  @Test
  @DisplayName("of what is worked out from draws reaches as far as that of their mean")
  void influenceReachesAsMeans() {
    for (Draws draws : List.of(ranks(3), sobol(2, 1, 2, 3, 5), sobol(1, 1, 2, 3, 5))) {
      assertEquals(draws.meanReach(), WithError.byInfluence(7, draws).reach());
      assertEquals(draws.meanReach(), WithError.meanOf(draws).reach());
    }
    Draws draws = sobol(4, IntStream.range(0, 400).asDoubleStream().toArray());
    WithError median = WithError.quantileOf(draws, 0.5);
    assertEquals(3.182, median.reach(), 5e-4);
    assertEquals(draws.quantileInterval(0.5).width(), median.interval().width(), 1e-9);
    assertEquals(NORMAL, WithError.quantileOf(ranks(400), 0.5).reach());
  }

  @Test
  @DisplayName("of percentiles that some row does not know is unknown in the note below a table")
  void noteSaysUnknown() {
    String note = PercentileErrors.note(List.of(ranks(1_000), ranks(10)), 0.5, 0.9);
    assertTrue(note.contains("p90 unknown"), note);
    assertTrue(note.contains("p50 up to 1.7"), note);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01})
  @DisplayName("of a share is refused where draws are none")
  void sharesAreChecked(double wild) {
    Draws draws = new Draws(new double[] {0.5, wild});
    String refused =
        String.valueOf(
            assertThrows(IllegalStateException.class, draws::shareInterval).getMessage());
    assertTrue(refused.contains("[0, 1]") && refused.contains("" + wild), refused);
  }

  @Test
  @DisplayName("has its ends in order")
  void endsAreInOrder() {
    assertTrue(refusal(() -> new Interval(2, 1)).contains("lower must not be above upper 1.0"));
    assertTrue(refusal(() -> new Interval(Double.NaN, 1)).contains("was NaN"));
    assertFalse(Interval.UNKNOWN.isKnown());
    assertFalse(Interval.UNKNOWN.holds(1));
    assertTrue(new Interval(1, 2).holds(1) && new Interval(1, 2).holds(2));
    assertFalse(new Interval(1, 2).holds(2.1) || new Interval(1, 2).holds(0.9));
    assertFalse(new Interval(1, 2).holds(Double.NaN));
    assertEquals("[1, 2]", new Interval(1, 2).toString());
    assertEquals(Interval.UNKNOWN, WithError.UNKNOWN.interval());
    assertEquals(new Interval(3, 3), WithError.known(3).interval());
  }
}
