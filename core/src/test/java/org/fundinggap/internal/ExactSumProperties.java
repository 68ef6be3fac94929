package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fundinggap.Seeded;

/** Exact sums against decimal numbers of as many digits as it takes. */
@Seeded
class ExactSumProperties {
  private static final int BLOCK = 1_024;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Finite numbers whose exponents are evenly spread over a range, subnormals among them. */
  private static double[] values(long seed, int count, int leastExponent, int exponents) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      long exponent = (long) leastExponent + random.nextInt(exponents);
      long sign = random.nextLong() & Long.MIN_VALUE;
      values[i] = Double.longBitsToDouble(sign | exponent << 52 | random.nextLong() >>> 12);
    }
    return values;
  }

  private static BigDecimal exactSum(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum;
  }

  private static BigDecimal exactSquares(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value).pow(2));
    }
    return sum;
  }

  private static ExactSum oneByOne(double[] values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum;
  }

  private static double[] sizes(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }

  /** How far a sum that was rounded once may be off. */
  private static BigDecimal halfUlp(BigDecimal exact) {
    return new BigDecimal(Math.ulp(exact.doubleValue())).divide(TWO);
  }

  private static void assertWithin(BigDecimal exact, BigDecimal bound, double actual) {
    BigDecimal error = exact.subtract(new BigDecimal(actual)).abs();
    assertTrue(
        error.compareTo(bound.add(halfUlp(exact))) <= 0,
        () -> actual + " is off " + exact + " by " + error.doubleValue() + ", more than " + bound);
  }

  @Property(tries = 300)
  void sumIsTheNearestDouble_ofNumbersOfAllSizes(
      @ForAll long seed, @ForAll @IntRange(max = 200) int count) {
    double[] values = values(seed, count, 0, 2_047);
    assertEquals(exactSum(values).doubleValue() + 0.0, oneByOne(values).value());
  }

  @Property(tries = 300)
  void sumIsTheNearestDouble_ofNumbersThatCancel(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 100) int count,
      @ForAll @IntRange(max = 2_000) int exponent) {
    double[] half = values(seed, count, exponent, 40);
    double[] values = Arrays.copyOf(half, 2 * count);
    for (int i = 0; i < count; i++) {
      values[2 * count - 1 - i] = -half[i];
    }
    assertEquals(0.0, oneByOne(values).value());
    values[count] = Math.nextUp(values[count]);
    assertEquals(exactSum(values).doubleValue() + 0.0, oneByOne(values).value());
  }

  @Property(tries = 100)
  void bitsAreTheSame_inAnyOrderAndGrouping(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int parts) {
    SplittableRandom random = new SplittableRandom(seed);
    ExactSum inOrder = new ExactSum();
    ExactSum[] groups = {new ExactSum(), new ExactSum(), new ExactSum()};
    for (int i = 0; i < parts; i++) {
      double[] block = values(random.nextLong(), random.nextInt(1, 300), 900, 200);
      inOrder.add(block, 0, block.length);
      inOrder.addSquares(block, 0, block.length);
      groups[random.nextInt(3)].add(block, 0, block.length);
      groups[random.nextInt(3)].addSquares(block, 0, block.length);
    }
    ExactSum grouped = new ExactSum();
    grouped.add(groups[2]);
    grouped.add(groups[0]);
    grouped.add(groups[1]);
    assertEquals(inOrder.value(), grouped.value());
  }

  @Property(tries = 300)
  void arrayIsWithinItsBound(
      @ForAll long seed,
      @ForAll @IntRange(max = BLOCK) int count,
      @ForAll @IntRange(min = 1, max = 120) int exponents) {
    double[] values = values(seed, count, 1_000, exponents);
    ExactSum sum = new ExactSum();
    sum.add(values, 0, count);
    BigDecimal bound = exactSum(sizes(values)).multiply(TWO.pow(-90, MathContext.DECIMAL64));
    assertWithin(exactSum(values), bound, sum.value());
    // What is left when the exact sum is taken off shows the error without the last rounding.
    for (double value : values) {
      sum.add(-value);
    }
    assertWithin(BigDecimal.ZERO, bound, sum.value());
  }

  @Property(tries = 300)
  void squaresAreWithinTheirBound(
      @ForAll long seed,
      @ForAll @IntRange(max = BLOCK) int count,
      @ForAll @IntRange(min = 540, max = 1_400) int exponent,
      @ForAll @IntRange(min = 1, max = 60) int exponents) {
    double[] values = values(seed, count, exponent, exponents);
    ExactSum squares = new ExactSum();
    squares.addSquares(values, 0, count);
    BigDecimal exact = exactSquares(values);
    assertWithin(exact, exact.multiply(TWO.pow(-88, MathContext.DECIMAL64)), squares.value());
    for (double value : values) {
      double square = value * value;
      squares.add(-square);
      squares.add(-Math.fma(value, value, -square));
    }
    assertWithin(
        BigDecimal.ZERO, exact.multiply(TWO.pow(-88, MathContext.DECIMAL64)), squares.value());
  }

  @Property(tries = 200)
  void tinySquaresAreOffByHalfTheLeastDoubleEach(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = BLOCK) int count) {
    double[] values = values(seed, count, 470, 80);
    ExactSum squares = new ExactSum();
    squares.addSquares(values, 0, count);
    BigDecimal exact = exactSquares(values);
    BigDecimal relative = exact.multiply(TWO.pow(-88, MathContext.DECIMAL64));
    BigDecimal each = new BigDecimal(Double.MIN_VALUE).multiply(BigDecimal.valueOf(0.5 * count));
    assertWithin(exact, relative.add(each), squares.value());
  }

  @Property(tries = 300)
  void differenceIsTheNearestDouble(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @IntRange(min = 540, max = 1_500) int exponent) {
    double[] values = values(seed, count, exponent, 3);
    ExactSum squares = new ExactSum();
    for (double value : values) {
      double square = value * value;
      squares.add(square);
      squares.add(Math.fma(value, value, -square));
    }
    BigDecimal n = BigDecimal.valueOf(count);
    BigDecimal difference =
        exactSquares(values).multiply(n).subtract(exactSum(values).pow(2)); // exact
    double expected = difference.divide(n, new MathContext(60)).doubleValue();
    assertEquals(expected + 0.0, squares.lessSquareOf(oneByOne(values), count));
  }
}
