package org.fundinggap.draws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.fundinggap.Seeded;

/** Summaries of draws against Commons Math, exact sums and each other. */
@Seeded
class DrawsProperties {
  private static final double LARGEST = 1e6;

  @Provide
  Arbitrary<double[]> values() {
    return Arbitraries.doubles()
        .between(-LARGEST, LARGEST)
        .ofScale(4)
        .array(double[].class)
        .ofMinSize(2)
        .ofMaxSize(120);
  }

  private static double percentile(double[] values, double probability) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (probability <= 0) {
      return sorted[0];
    }
    return new Percentile()
        .withEstimationType(EstimationType.R_7)
        .evaluate(values, Math.min(100, probability * 100));
  }

  @Property(tries = 300)
  void meanIsTheExactMean(@ForAll("values") double[] values) {
    BigDecimal sum =
        Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    double exact = sum.divide(new BigDecimal(values.length), MathContext.DECIMAL128).doubleValue();
    double mean = new Draws(values).mean();
    assertEquals(exact, mean, 2 * Math.ulp(exact));
  }

  @Property(tries = 300)
  void spreadIsThatOfCommonsMath(@ForAll("values") double[] values) {
    Draws draws = new Draws(values);
    double expected = new StandardDeviation().evaluate(values);
    assertEquals(expected, draws.standardDeviation(), 1e-12 * LARGEST);
    assertEquals(expected / Math.sqrt(values.length), draws.meanError(), 1e-12 * LARGEST);
  }

  @Property(tries = 300)
  void quantileIsThatOfCommonsMath(
      @ForAll("values") double[] values,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double p) {
    assertEquals(percentile(values, p), new Draws(values).quantile(p), 1e-9 * LARGEST);
  }

  @Property(tries = 300)
  void quantilesRiseFromLeastToGreatest(
      @ForAll("values") double[] values,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double one,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double other) {
    Draws draws = new Draws(values);
    double low = draws.quantile(Math.min(one, other));
    double high = draws.quantile(Math.max(one, other));
    assertTrue(low <= high, low + " and " + high);
    assertEquals(Arrays.stream(values).min().orElseThrow(), draws.quantile(0));
    assertEquals(Arrays.stream(values).max().orElseThrow(), draws.quantile(1));
  }

  @Property(tries = 300)
  void probabilityIsACount(
      @ForAll("values") double[] values,
      @ForAll @Scale(4) @DoubleRange(min = -1e6, max = 1e6) double at) {
    Draws draws = new Draws(values);
    long above = Arrays.stream(values).filter(value -> value > at).count();
    assertEquals((double) above / values.length, draws.probabilityAbove(at));
    for (double value : values) {
      long more = Arrays.stream(values).filter(other -> other > value).count();
      assertEquals((double) more / values.length, draws.probabilityAbove(value));
    }
  }

  @Property(tries = 200)
  void quantilesDoNotDependOnTheOrderOfDraws(
      @ForAll("values") double[] values,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double p) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[values.length - 1 - i] = values[i];
    }
    assertEquals(new Draws(values).quantile(p), new Draws(reversed).quantile(p));
  }
}
