package org.fundinggap.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The logarithmic-mean split of one product")
class BridgeSplitTest {

  private static double[] split(double[] from, double[] to) {
    double[] changes = new double[from.length];
    Arrays.fill(changes, Double.NaN);
    BridgeSplit.split(from, to, changes);
    return changes;
  }

  private static double[] of(double... values) {
    return values;
  }

  @Test
  @DisplayName("is L(start, end) times the logarithms of the ratios")
  void isTheDefinition() {
    // 100 x 50 = 5,000 to 120 x 65 = 7,800: L = 2,800 / ln 1.56.
    double mean = 2_800 / StrictMath.log(1.56);
    double[] expected = {mean * StrictMath.log(1.2), mean * StrictMath.log(1.3)};
    assertArrayEquals(expected, split(of(100, 50), of(120, 65)), 1e-10);
  }

  @Test
  @DisplayName("takes the level itself where start and end are the same, L(a, a) = a")
  void endsMayBeTheSame() {
    // 2 x 6 = 12 to 3 x 4 = 12: what children add, cost takes off.
    double children = 12 * StrictMath.log(1.5);
    assertArrayEquals(of(children, -children), split(of(2, 6), of(3, 4)), 1e-14);
    assertArrayEquals(of(0, 0, 0), split(of(2, 6, 7), of(2, 6, 7)));
  }

  @Test
  @DisplayName("keeps its digits where start and end are nearly the same")
  void keepsDigitsNearEquality() {
    for (double step = 1e-15; step < 1; step *= 3) {
      double end = 8 * (1 + step);
      // To first order a change of one factor counts 5 x 8 x step; L is 40 (1 + step / 2 - ...).
      double change = split(of(5, 8), of(5, end))[1];
      assertEquals(5 * (end - 8), change, 4e-16 * 40 + 1e-15 * change, "step " + step);
    }
  }

  @Test
  @DisplayName("of a logarithm is that of StrictMath on both sides of the series")
  void logarithmsAreRight() {
    for (double ratio : of(1.0001, 1.1, 1.21, 1.2222, 1.23, 1.5, 7, 1e9)) {
      double expected = StrictMath.log(ratio);
      assertEquals(expected, BridgeSplit.logOfRatio(1, ratio), 4 * Math.ulp(expected));
      assertEquals(-BridgeSplit.logOfRatio(3, 3 * ratio), BridgeSplit.logOfRatio(3 * ratio, 3));
    }
    assertEquals(600 * StrictMath.log(10), BridgeSplit.logOfRatio(1e-300, 1e300), 1e-9);
    assertTrue(Double.isFinite(BridgeSplit.logOfRatio(Double.MIN_VALUE, Double.MAX_VALUE)));
  }

  @Test
  @DisplayName("gives all of a product that starts at zero to the factor that is zero")
  void startsAtZero() {
    assertArrayEquals(of(0, 35, 0), split(of(2, 0, 9), of(5, 7, 1)));
  }

  @Test
  @DisplayName("gives all of a product that ends at zero to the factor that becomes zero")
  void endsAtZero() {
    assertArrayEquals(of(0, -18, 0), split(of(2, 9, 1), of(5, 0, 3)));
  }

  @Test
  @DisplayName("shares it out evenly if several factors are zero at that end")
  void severalAreZero() {
    assertArrayEquals(of(6, 0, 6), split(of(0, 5, 0), of(4, 1, 3)));
  }

  @Test
  @DisplayName("finds nothing to share out if the product is zero at both ends")
  void nilAtBothEnds() {
    assertArrayEquals(of(0, 0), split(of(0, 5), of(4, 0)));
    assertArrayEquals(of(0, 0), split(of(0, 5), of(0, 9)));
  }

  @Test
  @DisplayName("of zero is the limit of small numbers")
  void nilIsTheLimit() {
    // With zero replaced by d, the other factors keep ln(ratio) / ln(1 / d) of the change.
    double farther = split(of(1e-30, 2), of(4, 6))[1];
    double nearer = split(of(1e-300, 2), of(4, 6))[1];
    assertTrue(nearer > 0 && nearer < farther / 9, "was " + farther + " and " + nearer);
    assertEquals(24 * StrictMath.log(3) / (300 * StrictMath.log(10)), nearer, 0.001);
  }

  @Test
  @DisplayName("adds up even where a product is too small for a number")
  void productsMayUnderflow() {
    double[] changes = split(of(1e-200, 1e-200), of(3, 4));
    assertEquals(12, changes[0] + changes[1], 1e-12);
    assertArrayEquals(of(0, 0), split(of(1e-200, 1e-200), of(2e-200, 1e-200)));
  }

  @Test
  @DisplayName("keeps its digits where changes nearly cancel, so that their sum has few")
  void keepsDigitsWhereChangesCancel() {
    // 5 x 8 = 40 to 5 (1 + d) x 8 (1 - d): each takes 40 d, to first order, and the two cancel.
    double step = 1e-7; // rounding moves the products by a hundredth of their change
    double[] changes = split(of(5, 8), of(5 * (1 + step), 8 * (1 - step)));
    assertEquals(40 * step, changes[0], 1e-7 * 40 * step);
    assertEquals(-40 * step, changes[1], 1e-7 * 40 * step);
  }

  @Test
  @DisplayName("of a logarithm keeps its digits where both are nearly the same")
  void logarithmsNearZeroAreRight() {
    for (double step : of(1e-15, 1e-12, 1e-6)) {
      double next = 3 + step;
      double expected = StrictMath.log1p((next - 3) / 3); // the ratio itself would be rounded
      assertEquals(expected, BridgeSplit.logOfRatio(3, next), 4 * Math.ulp(expected));
      assertEquals(-expected, BridgeSplit.logOfRatio(next, 3), 4 * Math.ulp(expected));
    }
    assertEquals(0, BridgeSplit.logOfRatio(7, 7));
  }
}
