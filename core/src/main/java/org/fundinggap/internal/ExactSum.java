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
   *   - A block is summed in four lanes (squares in two), each with the rounding errors of its own sum
   *     kept apart, so that lanes don't wait for each other. What goes wrong where numbers are so large
   *     that a lane overflows, or not finite, is seen in the lane's sum; that block is done over, one
   *     number at a time.
   *
   * Error. One number at a time: none. n numbers of an array: at most (n / 4 + 1)^2 2^-106 of the sum of
   * their sizes, (n / 2 + 1)^2 2^-106 of the sum of squares, which is 2^-90 and 2^-88 for a block; 2^-93 was
   * the worst seen of 20,000 blocks of squares, and sums were exact. A square below 2^-969 is off by up to 2^-1075 besides, as its last digits
   * are below the least double.
   *
   * Reference. U. Kulisch, Computer Arithmetic and Validity, 2013, chapter 8: the long accumulator.
   * T. Ogita, S. M. Rump, S. Oishi, Accurate Sum and Dot Product, SIAM J. Sci. Comput. 26 (2005),
   * propositions 4.5 and 5.5: the bounds.
   */
  private static final int DIGITS = 68;

  private static final long LOW = 0xffffffffL;
  private static final long FRACTION = 0xfffffffffffffL;
  private static final int EXPONENT = 0x7ff;
  private static final int LEAST_EXPONENT = -1074;
  private static final int PRECISION = 53;
  private static final int QUOTIENT_BITS = 128;

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
    if (areFinite(sum0, sum1, error0, error1) && areFinite(sum2, sum3, error2, error3)) {
      addAll(sum0, sum1, error0, error1);
      addAll(sum2, sum3, error2, error3);
    } else {
      i = from;
    }
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
    if (areFinite(sum0, sum1, error0, error1)) {
      addAll(sum0, sum1, error0, error1);
      return;
    }
    for (int i = from; i < to; i++) {
      double square = values[i] * values[i];
      add(square);
      if (Double.isFinite(square)) {
        add(Math.fma(values[i], values[i], -square));
      }
    }
  }

  /** What rounding a + b to {@code sum} lost, exactly (Knuth). */
  private static double lost(double a, double b, double sum) {
    double shareOfB = sum - a;
    return (a - (sum - shareOfB)) + (b - shareOfB);
  }

  private static boolean areFinite(double a, double b, double c, double d) {
    return Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c) && Double.isFinite(d);
  }

  private void addAll(double a, double b, double c, double d) {
    add(a);
    add(b);
    add(c);
    add(d);
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
   * @return the double nearest to it, infinite if that is beyond the largest; if infinities or NaN
   *     were added, their plain sum
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
   * @return the double nearest to the difference; NaN if infinities or NaN were added to either
   */
  public double lessSquareOf(ExactSum sum, long count) {
    if (unusual != 0.0 || sum.unusual != 0.0) {
      return Double.NaN;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger times = units().shiftLeft(-LEAST_EXPONENT).multiply(n);
    BigInteger difference = times.subtract(sum.units().pow(2));
    // The quotient to more digits than a double has, and one that says whether anything is left.
    BigInteger[] quotient = difference.shiftLeft(QUOTIENT_BITS).divideAndRemainder(n);
    BigInteger more = BigInteger.valueOf(quotient[1].signum());
    return nearest(quotient[0].shiftLeft(1).add(more), 2 * LEAST_EXPONENT - QUOTIENT_BITS - 1);
  }

  /** The double nearest to so many units of a power of two; of two, the even one. */
  private static double nearest(BigInteger units, int exponent) {
    BigInteger size = units.abs();
    int lost = Math.max(0, Math.max(size.bitLength() - PRECISION, LEAST_EXPONENT - exponent));
    BigInteger kept = size.shiftRight(lost);
    boolean atLeastHalf = lost > 0 && size.testBit(lost - 1);
    if (atLeastHalf && (kept.testBit(0) || size.getLowestSetBit() < lost - 1)) {
      kept = kept.add(BigInteger.ONE);
    }
    return units.signum() * Math.scalb(kept.doubleValue(), lost + exponent);
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
