package org.fundinggap.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: mpmath 1.3.0 at 50 digits, by {@code quad} over 64 pieces of the density
 * relative to its peak at the bound nearest to zero, in {@code d = z - peak}: {@code exp(-d (peak +
 * d / 2))}.
 */
@DisplayName("A normal that is cut off")
class TruncatedMomentsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @ParameterizedTest(name = "[{0}, {1}]")
  @CsvSource({
    "0, Infinity, 0.79788456080286535588, 0.60281027498908697428",
    "-1, 2, 0.22963717909132896862, 0.72094558685904578877",
    "1, Infinity, 1.5251352761609812091, 0.44620361447476956936",
    "2, 3, 2.3158213267437818381, 0.24803382748022490227",
    "5, Infinity, 5.1865039671258421156, 0.18082155462530518058",
    "8, Infinity, 8.1213681122361126807, 0.11968660511243900336",
    "20, Infinity, 20.049753068527850542, 0.049631256432334690591",
    "35, Infinity, 35.02852497059668787, 0.028501844999624720662",
    "-Infinity, -30, -30.033259667433677037, 0.033223056931746828663",
    "-Infinity, -3.5, -3.7513912648576997313, 0.2386063807849589015",
    "6, 6.001, 6.0004994999586502428, 0.00028867486993300759237",
    "-2, Infinity, 0.055247862678989959102, 0.94151577167428456743",
    "0.5, 0.75, 0.62175288421918021315, 0.072049821265236788741",
  })
  @DisplayName("has the mean within 1e-9 of its scale, and the deviation within one part in 1e9")
  void moments(double lower, double upper, double mean, double deviation) {
    Distribution cut = Distribution.truncatedNormal(0, 1, lower, upper);
    assertEquals(mean, cut.mean(), 1e-9);
    assertEquals(deviation, cut.standardDeviation(), 1e-9 * deviation);
  }

  @Test
  @DisplayName("on one side has a finite value at every uniform inside (0, 1)")
  void finiteAtTheEnds() {
    double most = Math.nextDown(1.0);
    for (double bound : new double[] {0, 1, 8, 30}) {
      Distribution above = Distribution.truncatedNormal(0, 1, bound, INF);
      Distribution below = Distribution.truncatedNormal(0, 1, -INF, -bound);
      double[] u = {Double.MIN_VALUE, 0x1p-53, most};
      double[] values = new double[3];
      above.quantiles(u, values, 3);
      for (int i = 0; i < 3; i++) {
        assertTrue(values[i] >= bound && values[i] < bound + 9, bound + " at " + u[i]);
        assertEquals(values[i], above.quantile(u[i]));
        assertTrue(Double.isFinite(below.quantile(u[i])), -bound + " at " + u[i]);
      }
      assertEquals(INF, above.quantile(1));
    }
  }

  @Test
  @DisplayName("nothing else ends beside its bound: a triangle whose mode is its lower bound")
  void triangleBegins() {
    Distribution triangle = Distribution.triangular(0.1, 0.1, 1e17);
    assertEquals(0.1, triangle.quantile(0));
    assertEquals(triangle.upper(), triangle.quantile(1));
    Distribution tail = Distribution.triangular(-1e-3, -1e-3, 12345.678);
    assertEquals(-1e-3, tail.quantile(0));
  }

  @Test
  @DisplayName("nor does a value of hardly any weight lose its part of the deviation")
  void discreteTail() {
    Distribution rare = Distribution.discrete(new double[] {0, 1}, new double[] {1e-18, 1});
    assertEquals(1e-9, rare.standardDeviation(), 1e-18);
  }
}
