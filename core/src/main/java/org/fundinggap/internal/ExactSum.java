package org.fundinggap.internal;

import java.math.BigInteger;

/**
 * A sum without rounding: whatever the order in which numbers are added, and whichever sums are
 * added to each other, the answer has the same bits. Not safe for use by several threads.
 */
public final class ExactSum {
  /*
   * Layout. Digit d counts units of 2^(32 d - 1074), so 2^-1074 and 2^1023 both have a place. A number
   * has at most 53 bits and touches three digits. Digits are 64 bits wide and an addition changes one by
   * less than 2^33, so carries can wait until the sum is asked for, up to 2^29 additions.
   *
   * Reason. A result must not depend on which thread ran which block, nor on how a run was cut into
   * parts. Each block's sum is worked out in draw order, and blocks are added up here. An addition takes
   * a few nanoseconds, once a block of 1,024 draws.
   *   - A block is summed in four lanes, each with the rounding errors of its own sum kept apart
   *     (Neumaier), so the four don't wait for each other: the answer is that of one rounding, and
   *     1,024 2^-105 of the sum of sizes.
   *
   * Reference. U. Kulisch, Computer Arithmetic and Validity, 2013, chapter 8: the long accumulator.
   * A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
   */
  private static final int DIGITS = 68;

  private static final long LOW = 0xffffffffL;
  private static final long FRACTION = 0xfffffffffffffL;
  private static final int EXPONENT = 0x7ff;
  private static final int LEAST_EXPONENT = -1074;

  private final long[] digits = new long[DIGITS];

  /** Sum of the infinities and NaN, which have no digits; zero if there are none. */
  private double unusual;

  /** Makes a sum of nothing, which is zero. */
  public ExactSum() {}

  /**
   * Adds a number exactly.
   *
   * @param x any number
   */
  public void add(double x) {
    if (!Double.isFinite(x)) {
      unusual += x;
      return;
    }
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) & EXPONENT;
    long mantissa = exponent == 0 ? bits & FRACTION : (bits & FRACTION) | (FRACTION + 1);
    int place = Math.max(exponent, 1) - 1;
    int digit = place >>> 5;
    long low = (mantissa & LOW) << (place & 31);
    long high = (mantissa >>> 32) << (place & 31);
    long sign = bits < 0 ? -1 : 1;
    digits[digit] += sign * (low & LOW);
    digits[digit + 1] += sign * ((low >>> 32) + (high & LOW));
    digits[digit + 2] += sign * (high >>> 32);
  }

  /**
   * Adds the sum of part of an array, worked out in index order with its rounding errors kept.
   * Equal parts give equal bits; the same numbers cut into other parts may differ in the last bit.
   *
   * @param values the numbers
   * @param from index of the first, inclusive
   * @param to index after the last
   */
  public void add(double[] values, int from, int to) {
    double sum0 = 0.0;
    double sum1 = 0.0;
    double sum2 = 0.0;
    double sum3 = 0.0;
    double error0 = 0.0;
    double error1 = 0.0;
    double error2 = 0.0;
    double error3 = 0.0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      double next0 = sum0 + values[i];
      double next1 = sum1 + values[i + 1];
      double next2 = sum2 + values[i + 2];
      double next3 = sum3 + values[i + 3];
      error0 += lost(sum0, values[i], next0);
      error1 += lost(sum1, values[i + 1], next1);
      error2 += lost(sum2, values[i + 2], next2);
      error3 += lost(sum3, values[i + 3], next3);
      sum0 = next0;
      sum1 = next1;
      sum2 = next2;
      sum3 = next3;
    }
    addLane(sum0, error0);
    addLane(sum1, error1);
    addLane(sum2, error2);
    addLane(sum3, error3);
    for (; i < to; i++) {
      add(values[i]);
    }
  }

  /**
   * Adds the squares of part of an array, rounded as {@link #add(double[], int, int)} has it.
   *
   * @param values the numbers; squares beyond the largest double are infinite
   * @param from index of the first, inclusive
   * @param to index after the last
   */
  public void addSquares(double[] values, int from, int to) {
    double sum0 = 0.0;
    double sum1 = 0.0;
    double error0 = 0.0;
    double error1 = 0.0;
    for (int i = from; i < to; i++) {
      double square = values[i] * values[i];
      double rest = Math.fma(values[i], values[i], -square);
      // Even and odd places take turns.
      double next = sum0 + square;
      double error = error0 + (lost(sum0, square, next) + rest);
      sum0 = sum1;
      error0 = error1;
      sum1 = next;
      error1 = error;
    }
    addLane(sum0, error0);
    addLane(sum1, error1);
  }

  /** What rounding a + b to {@code sum} lost, exactly (Knuth). */
  private static double lost(double a, double b, double sum) {
    double shareOfB = sum - a;
    return (a - (sum - shareOfB)) + (b - shareOfB);
  }

  private void addLane(double sum, double errors) {
    add(sum);
    if (Double.isFinite(sum)) {
      add(errors); // once a sum is infinite its errors are NaN and say nothing
    }
  }

  /**
   * Adds another sum exactly.
   *
   * @param other what to add; not changed
   */
  public void add(ExactSum other) {
    for (int i = 0; i < DIGITS; i++) {
      digits[i] += other.digits[i];
    }
    unusual += other.unusual;
  }

  /**
   * Returns the sum so far.
   *
   * @return the double nearest to it; infinite or NaN as the plain sum would be
   */
  public double value() {
    return unusual == 0.0 ? nearest(units(), LEAST_EXPONENT) : unusual;
  }

  /**
   * Returns this sum less the square of another over a count, which is worked out exactly: of
   * squares and of numbers, n times their variance.
   *
   * @param sum the other sum
   * @param count how many numbers it is of, at least 1
   * @return the difference, within one unit in the last place; NaN if either sum is not finite
   */
  public double lessSquareOf(ExactSum sum, long count) {
    if (unusual != 0.0 || sum.unusual != 0.0) {
      return Double.NaN;
    }
    BigInteger times = units().shiftLeft(-LEAST_EXPONENT).multiply(BigInteger.valueOf(count));
    BigInteger square = sum.units();
    return nearest(times.subtract(square.multiply(square)), 2 * LEAST_EXPONENT) / count;
  }

  /** The double nearest to so many units of a power of two. */
  private static double nearest(BigInteger units, int exponent) {
    BigInteger size = units.abs();
    int dropped = Math.max(0, size.bitLength() - Long.SIZE);
    BigInteger kept = size.shiftRight(dropped);
    if (dropped > 0 && size.getLowestSetBit() < dropped) {
      kept = kept.setBit(0); // what was dropped must still break ties
    }
    return units.signum() * Math.scalb(kept.doubleValue(), dropped + exponent);
  }

  /** The sum in units of 2^-1074. */
  private BigInteger units() {
    BigInteger units = BigInteger.ZERO;
    for (int i = DIGITS - 1; i >= 0; i--) {
      units = units.shiftLeft(Integer.SIZE).add(BigInteger.valueOf(digits[i]));
    }
    return units;
  }
}
