package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exact sum")
class ExactSumTest {
  private static final double MAX = Double.MAX_VALUE;
  private static final double MIN = Double.MIN_VALUE;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** One number at a time, then as one array: both must give the same. */
  private static void assertSum(double expected, double... values) {
    ExactSum single = new ExactSum();
    for (double value : values) {
      single.add(value);
    }
    assertEquals(expected, single.value(), Arrays.toString(values));
    ExactSum array = new ExactSum();
    array.add(values, 0, values.length);
    assertEquals(expected, array.value(), Arrays.toString(values) + " as an array");
  }

  private static ExactSum squares(double... values) {
    ExactSum squares = new ExactSum();
    squares.addSquares(values, 0, values.length);
    return squares;
  }

  private static ExactSum sum(double... values) {
    ExactSum sum = new ExactSum();
    sum.add(values, 0, values.length);
    return sum;
  }

  @Test
  @DisplayName("of nothing is zero, and of negative zeros is zero")
  void emptySumIsZero() {
    assertEquals(0.0, new ExactSum().value());
    assertSum(0.0, -0.0);
    assertSum(0.0, -0.0, -0.0, -0.0, -0.0, -0.0);
  }

  @Test
  @DisplayName("keeps what a plain sum loses, and all of it cancels")
  void nothingIsLost() {
    assertSum(2.0, 1.0, 1e300, 1.0, -1e300);
    assertSum(2 * MIN, MIN, MAX, MIN, -MAX);
    assertSum(0.0, 0.1, 0.2, 0.3, -0.3, -0.2, -0.1);
    assertSum(-1e-300, 1e16, -1e-300, -1e16);
  }

  @Test
  @DisplayName("of subnormals is theirs")
  void subnormalsAreAdded() {
    assertSum(3 * MIN, MIN, MIN, MIN);
    assertSum(Double.MIN_NORMAL, Double.MIN_NORMAL - MIN, MIN);
    assertSum(-MIN, Double.MIN_NORMAL - MIN, -Double.MIN_NORMAL);
  }

  @Test
  @DisplayName("goes to the even neighbour when half-way, and any bit more decides")
  void tiesGoToEven() {
    double half = Math.ulp(1.0) / 2;
    assertSum(1.0, 1.0, half);
    assertSum(Math.nextUp(Math.nextUp(1.0)), Math.nextUp(1.0), half);
    assertSum(Math.nextUp(1.0), 1.0, half, MIN);
    assertSum(-Math.nextUp(1.0), -1.0, -half, -MIN);
    assertSum(1.0, Math.nextUp(1.0), -half, -MIN);
  }

  @Test
  @DisplayName("may pass the largest double on the way, but not in the end")
  void overflowIsOfTheSumAlone() {
    double[] there = {MAX, MAX, MAX, MAX, MAX, MAX, MAX, MAX};
    double[] back = {-MAX, -MAX, -MAX, -MAX, -MAX, -MAX, -MAX, -1.0};
    assertEquals(INFINITE, sum(there).value());
    ExactSum all = sum(there);
    all.add(sum(back));
    assertEquals(MAX, all.value());
    assertSum(INFINITE, MAX, Math.ulp(MAX) / 2);
    assertSum(MAX, MAX, Math.nextDown(Math.ulp(MAX) / 2));
    // A step of the error's bookkeeping overflows here, the sum does not.
    double tie = 1.5 * Math.ulp(MAX);
    assertSum(MAX - Math.ulp(MAX), -tie, 0, 0, 0, MAX, 0, 0, 0);
  }

  @Test
  @DisplayName("is infinite or NaN if such numbers are among it")
  void unusualNumbersShow() {
    assertSum(INFINITE, 1, INFINITE, 2, 3, 4);
    assertSum(-INFINITE, MAX, -INFINITE, MAX, MAX, MAX);
    assertSum(Double.NaN, INFINITE, 1, 2, 3, -INFINITE);
    assertSum(Double.NaN, 1, 2, 3, 4, Double.NaN);
    ExactSum joined = sum(INFINITE);
    joined.add(sum(1));
    assertEquals(INFINITE, joined.value());
    joined.add(sum(-INFINITE));
    assertEquals(Double.NaN, joined.value());
  }

  @Test
  @DisplayName("takes its range of an array only, and an empty one is none")
  void rangesAreKept() {
    double[] values = {1, 2, 4, 8, 16, 32, 64};
    ExactSum sum = new ExactSum();
    sum.add(values, 1, 6);
    sum.add(values, 3, 3);
    assertEquals(62.0, sum.value());
    ExactSum squares = new ExactSum();
    squares.addSquares(values, 1, 3);
    squares.addSquares(values, 3, 3);
    assertEquals(20.0, squares.value());
  }

  @Test
  @DisplayName("of squares is infinite where a square is, and cannot be told apart from zero below")
  void squaresHaveTheRangeOfDoubles() {
    assertEquals(INFINITE, squares(1, 1e200, 2).value());
    assertEquals(INFINITE, squares(1e154, 1e154, 1e154, 1e154).value());
    assertEquals(Double.NaN, squares(1, Double.NaN).value());
    assertEquals(1.0, squares(1e-170, 1, 1e-170).value());
    assertEquals(0.0, squares(1e-170, 1e-170).value());
  }

  @Test
  @DisplayName(
      "less the square of another over the count is exact, where doubles would lose it all")
  void differenceIsExact() {
    double large = 1L << 40;
    // Squares of numbers one apart about 2^40: twice a half squared.
    assertEquals(0.5, squares(large, large + 1).lessSquareOf(sum(large, large + 1), 2));
    assertEquals(2.0 / 3, squares(1, 1, 2).lessSquareOf(sum(1, 1, 2), 3));
    assertEquals(0.0, squares(0.1, 0.1).lessSquareOf(sum(0.1, 0.1), 2));
    assertEquals(Double.NaN, squares(1, INFINITE).lessSquareOf(sum(1, INFINITE), 2));
    assertEquals(Double.NaN, squares(1e200).lessSquareOf(sum(1e200), 1));
  }

  @Test
  @DisplayName("less that square does not overflow on the way")
  void differenceOverflowsInTheEndOnly() {
    double[] spread = new double[1000];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = i % 2 == 0 ? 1e152 : -1e152;
    }
    double expected = 1e152 * 1e152 * 1000;
    double actual = squares(spread).lessSquareOf(sum(spread), 1000);
    assertEquals(expected, actual, 4 * Math.ulp(expected));
    assertTrue(Double.isInfinite(expected * 1000), "times the count it must be beyond doubles");
  }
}
