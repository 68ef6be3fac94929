package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

/** Laws of every estimator, for series of 1 to 30 numbers. */
@Seeded
class EstimationProperties {
  private static final Belief LEVEL = new Belief(2, 3);
  private static final Belief SLOPE = new Belief(0.1, 0.5);
  private static final Belief MEMORY = new Belief(0.3, 0.2);
  private static final SpreadBelief SPREAD = new SpreadBelief(1.5, 4);

  @Property(tries = 300)
  void estimatesFollowTheUnit(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int years,
      @ForAll @IntRange(min = -20, max = 20) int power,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double rho) {
    // A power of two multiplies without rounding, so everything must match to the bit.
    double unit = Math.scalb(1.0, power);
    double[] values = values(seed, years);
    YearlySeries plain = YearlySeries.of(values);
    YearlySeries other = YearlySeries.of(map(values, x -> unit * x));
    SpreadBelief spread = new SpreadBelief(unit * SPREAD.spread(), SPREAD.years());
    assertEquals(times(unit, plain.spread(SPREAD, rho)), other.spread(spread, rho));
    assertEquals(
        times(unit, plain.mean(LEVEL, 1.5, rho)), other.mean(times(unit, LEVEL), unit * 1.5, rho));
    assertEquals(plain.autocorrelation(MEMORY), other.autocorrelation(MEMORY));
    Trend trend = plain.trend(SLOPE, SPREAD, rho);
    Trend otherTrend = other.trend(times(unit, SLOPE), spread, rho);
    assertEquals(times(unit, trend.level()), otherTrend.level());
    assertEquals(times(unit, trend.slope()), otherTrend.slope());
    assertEquals(times(unit, trend.spread()), otherTrend.spread());
  }

  @Property(tries = 300)
  void estimatesFollowAShift(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int years,
      @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    double[] values = values(seed, years);
    YearlySeries plain = YearlySeries.of(values);
    YearlySeries other = YearlySeries.of(map(values, x -> x + shift));
    assertNear(plain.spread(SPREAD), other.spread(SPREAD), 0);
    assertNear(plain.autocorrelation(MEMORY), other.autocorrelation(MEMORY), 0);
    Belief moved = new Belief(LEVEL.mean() + shift, LEVEL.standardDeviation());
    assertNear(plain.mean(LEVEL, 1.5, 0.3), other.mean(moved, 1.5, 0.3), shift);
    Trend trend = plain.trend(SLOPE, SPREAD, 0.3);
    Trend otherTrend = other.trend(SLOPE, SPREAD, 0.3);
    assertNear(trend.level(), otherTrend.level(), shift);
    assertNear(trend.slope(), otherTrend.slope(), 0);
    assertNear(trend.spread(), otherTrend.spread(), 0);
  }

  @Property(tries = 300)
  void slopeFollowsATilt_andTimeReversalTurnsIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 30) int years,
      @ForAll @DoubleRange(min = -5, max = 5) double tilt) {
    double[] values = values(seed, years);
    double[] tilted = new double[years];
    double[] reversed = new double[years];
    for (int i = 0; i < years; i++) {
      tilted[i] = values[i] + tilt * i;
      reversed[i] = values[years - 1 - i];
    }
    Trend plain = YearlySeries.of(values).trend(SLOPE, SPREAD, 0.3);
    Belief moved = new Belief(SLOPE.mean() + tilt, SLOPE.standardDeviation());
    assertNear(plain.slope(), YearlySeries.of(tilted).trend(moved, SPREAD, 0.3).slope(), tilt);
    Belief turned = new Belief(-SLOPE.mean(), SLOPE.standardDeviation());
    Trend back = YearlySeries.of(reversed).trend(turned, SPREAD, 0.3);
    assertEquals(-plain.slope().mean(), back.slope().mean(), 1e-9);
    assertNear(plain.spread(), back.spread(), 0);
    assertNear(
        YearlySeries.of(values).autocorrelation(MEMORY),
        YearlySeries.of(reversed).autocorrelation(MEMORY),
        0);
  }

  @Property(tries = 300)
  void dataAloneDecide_whenTheBeliefIsWide(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int years) {
    double[] values = values(seed, years);
    YearlySeries series = YearlySeries.of(values);
    Belief wide = new Belief(50, 1e9);
    SpreadBelief light = new SpreadBelief(50, 1e-15);
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    assertEquals(mean, series.mean(wide, 1.5, 0.3).mean(), 1e-9);
    assertEquals(Math.sqrt(squares / (years - 1)), series.spread(light).mean(), 1e-9);
    double products = 0;
    double slope = 0;
    double timeSquares = years * (years * years - 1.0) / 12;
    for (int i = 0; i < years; i++) {
      products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
      slope += (i - (years - 1) / 2.0) * values[i] / timeSquares;
    }
    double r = products / squares;
    double most = 1 - 1.0 / years;
    double corrected = Math.max(-most, Math.min(most, r + (1 + 3 * r) / years));
    assertEquals(corrected, series.autocorrelation(wide).mean(), 1e-9);
    Trend trend = series.trend(wide, light);
    assertEquals(slope, trend.slope().mean(), 1e-9);
    assertEquals(mean + slope * (years - 1) / 2, trend.level().mean(), 1e-9);
    double left = squares - slope * slope * timeSquares;
    assertEquals(left / (years - 2), trend.spread().mean() * trend.spread().mean(), 1e-8);
  }

  @Property(tries = 300)
  void beliefAloneDecides_whenItIsTight(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int years) {
    YearlySeries series = YearlySeries.of(values(seed, years));
    Belief tight = new Belief(0.5, 1e-9);
    SpreadBelief heavy = new SpreadBelief(0.7, 1e15);
    Trend trend = series.trend(tight, heavy, 0.3);
    for (Estimate estimate :
        List.of(series.mean(tight, 1.5, 0.3), series.autocorrelation(tight), trend.slope())) {
      assertEquals(0.5, estimate.mean(), 1e-12);
      assertTrue(estimate.standardError() <= 1e-9 * (1 + 1e-9));
      assertEquals(0, estimate.weightOfData(), 1e-9);
    }
    for (Estimate estimate : List.of(series.spread(heavy, 0.3), trend.spread())) {
      assertEquals(0.7, estimate.mean(), 1e-9);
      assertEquals(0, estimate.standardError(), 1e-7);
      assertEquals(0, estimate.weightOfData(), 1e-9);
    }
  }

  @Property(tries = 300)
  void estimatesLieBetweenBeliefAndData_andAreSurerThanTheBelief(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int years,
      @ForAll @DoubleRange(min = 0.01, max = 10) double width) {
    YearlySeries series = YearlySeries.of(values(seed, years));
    Belief belief = new Belief(0.2, width);
    Belief wide = new Belief(0.2, 1e12);
    SpreadBelief light = new SpreadBelief(1.5, 1e-15);
    SpreadBelief some = new SpreadBelief(1.5, width);
    assertBetween(series.mean(belief, 1.5, 0.3), series.mean(wide, 1.5, 0.3), belief);
    assertBetween(series.autocorrelation(belief), series.autocorrelation(wide), belief);
    Trend trend = series.trend(belief, light, 0.3);
    assertBetween(trend.slope(), series.trend(wide, light, 0.3).slope(), belief);
    Belief spread = new Belief(1.5, 1e12);
    assertBetween(series.spread(some, 0.3), series.spread(light, 0.3), spread);
    assertBetween(
        series.trend(belief, some).spread(), series.trend(belief, light).spread(), spread);
  }

  /**
   * The estimate lies between the data's own and the belief, with an error of at most the belief's.
   */
  private static void assertBetween(Estimate estimate, Estimate data, Belief belief) {
    double weight = estimate.weightOfData();
    assertTrue(weight >= 0 && weight <= 1);
    double low = Math.min(data.mean(), belief.mean());
    double high = Math.max(data.mean(), belief.mean());
    assertTrue(estimate.mean() >= low - 1e-9 && estimate.mean() <= high + 1e-9);
    assertTrue(estimate.standardError() <= belief.standardDeviation() * (1 + 1e-9));
  }

  private static void assertNear(Estimate expected, Estimate actual, double shift) {
    assertEquals(expected.mean() + shift, actual.mean(), 1e-9);
    assertEquals(expected.standardError(), actual.standardError(), 1e-9);
    assertEquals(expected.weightOfData(), actual.weightOfData(), 1e-9);
  }

  private static Estimate times(double unit, Estimate estimate) {
    return new Estimate(
        unit * estimate.mean(),
        unit * estimate.standardError(),
        estimate.years(),
        estimate.weightOfData());
  }

  private static Belief times(double unit, Belief belief) {
    return new Belief(unit * belief.mean(), unit * belief.standardDeviation());
  }

  private static double[] map(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  /** Numbers from -10 to 10. */
  private static double[] values(long seed, int years) {
    return new SplittableRandom(seed).doubles(years, -10, 10).toArray();
  }
}
