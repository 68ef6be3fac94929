package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
  private static final double TINY = 1e-14;
  private static final SpreadBelief LOOSE = new SpreadBelief(0.05, 4);

  @Test
  void lineIsShrunk_aboutTheMiddleYear() {
    // Least squares: mean 2, slope 2.5, residuals 0.5, -1, 0.5. Spread: (1.5 + 0.5) / (1 + 1) = 1.
    // Slope error 1 / sqrt(2), as sure as the belief: half the slope, error 1/2.
    Trend trend =
        YearlySeries.of(0, 1, 5)
            .trend(new Belief(0, Math.sqrt(0.5)), new SpreadBelief(Math.sqrt(0.5), 1));
    assertEquals(1, trend.spread().mean(), TINY);
    assertEquals(0.5, trend.spread().standardError(), TINY);
    assertEquals(0.5, trend.spread().weightOfData(), TINY);
    assertEquals(1.25, trend.slope().mean(), TINY);
    assertEquals(0.5, trend.slope().standardError(), TINY);
    assertEquals(0.5, trend.slope().weightOfData(), TINY);
    assertEquals(3.25, trend.level().mean(), TINY);
    assertEquals(Math.sqrt(1.0 / 3 + 1.0 / 4), trend.level().standardError(), TINY);
    assertEquals(1, trend.level().weightOfData());
    assertEquals(-0.75, trend.residuals().at(0), TINY);
    assertEquals(-1, trend.residuals().at(1), TINY);
    assertEquals(1.75, trend.residuals().last(), TINY);
  }

  @Test
  void lineIsWhatIsBelieved_belowThreeYears() {
    Trend one = YearlySeries.of(7).trend(new Belief(0.5, 0.1), LOOSE);
    assertEquals(new Estimate(7, 0.05, 1, 1), one.level());
    assertEquals(new Estimate(0.5, 0.1, 1, 0), one.slope());
    assertEquals(new Estimate(0.05, 0.05 / Math.sqrt(8), 1, 0), one.spread());
    assertEquals(YearlySeries.of(0), one.residuals());
    Trend two = YearlySeries.of(6, 7).trend(new Belief(0.5, 0.1), LOOSE, 0.3);
    assertEquals(new Estimate(7, 0.05, 2, 1), two.level());
    assertEquals(new Estimate(0.5, 0.1, 2, 0), two.slope());
    assertEquals(YearlySeries.of(-0.5, 0), two.residuals());
  }

  @Test
  void lineIsLevel_throughNumbersThatNeverVary() {
    Trend trend = YearlySeries.of(0.1, 0.1, 0.1, 0.1, 0.1).trend(new Belief(0, 0.01), LOOSE);
    assertEquals(0.1, trend.level().mean());
    assertEquals(0, trend.slope().mean());
    assertEquals(0.05 * Math.sqrt(4.0 / 7), trend.spread().mean(), TINY);
    assertEquals(YearlySeries.of(0, 0, 0, 0, 0), trend.residuals());
  }

  @Test
  void errorsGrow_whenNeighboursAreAlike() {
    YearlySeries series = YearlySeries.of(1, 1.2, 1.1, 1.4, 1.3, 1.5, 1.4, 1.7);
    Trend apart = series.trend(new Belief(0, 1), LOOSE);
    Trend alike = series.trend(new Belief(0, 1), LOOSE, 0.5);
    assertEquals(apart, series.trend(new Belief(0, 1), LOOSE, 0));
    assertTrue(alike.spread().mean() > apart.spread().mean());
    assertTrue(alike.slope().standardError() > 1.2 * apart.slope().standardError());
    assertTrue(alike.level().standardError() > 1.2 * apart.level().standardError());
    assertTrue(alike.spread().weightOfData() < apart.spread().weightOfData());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.999, -0.5, 0, 0.3, 0.9})
  void variancesOfALine_areThoseOfItsMatrices(double rho) {
    // Against the hat matrix H = 1/n + t t' / T and the correlation matrix R, term by term.
    int n = 7;
    double squares = 28;
    double traceOfHR = 0;
    double middle = 0;
    double slope = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double r = StrictMath.pow(rho, Math.abs(i - j));
        double ti = i - 3;
        double tj = j - 3;
        traceOfHR += (1.0 / n + ti * tj / squares) * r;
        middle += r / n / n;
        slope += ti * tj / squares / squares * r;
      }
    }
    FittedLine line = FittedLine.through(new double[] {3, 1, 4, 1, 5, 9, 2}, rho);
    assertEquals(n - traceOfHR, line.freedom(), 1e-13);
    assertEquals(middle, line.middleVariance(), 1e-14);
    assertEquals(slope, line.slopeVariance(), 1e-14);
  }

  @Test
  void estimatesStayNumbers_howeverAlikeNeighboursAre() {
    SplittableRandom random = new SplittableRandom(5);
    for (double rho : new double[] {Math.nextDown(1), 1 - 1e-9, -Math.nextDown(1)}) {
      for (int n = 1; n <= 30; n++) {
        double[] values = random.doubles(n).toArray();
        YearlySeries series = YearlySeries.of(values);
        Trend trend = series.trend(new Belief(0, 1), LOOSE, rho);
        assertTrue(trend.spread().mean() > 0);
        assertTrue(trend.level().standardError() >= 0);
        assertTrue(series.spread(LOOSE, rho).mean() > 0);
        assertTrue(series.mean(new Belief(0, 1), 1, rho).standardError() >= 0);
      }
    }
  }

  @Test
  void partsAreRefused_whenMissing() {
    Trend whole = YearlySeries.of(1, 2, 4).trend(new Belief(0, 1), LOOSE);
    Estimate level = whole.level();
    YearlySeries residuals = whole.residuals();
    assertEquals(whole, new Trend(level, whole.slope(), whole.spread(), residuals));
    assertThrows(NullPointerException.class, () -> nullTrend(whole));
  }

  @SuppressWarnings("NullAway") // what a caller without null checks may do
  private static Trend nullTrend(Trend whole) {
    return new Trend(whole.level(), null, whole.spread(), whole.residuals());
  }
}
