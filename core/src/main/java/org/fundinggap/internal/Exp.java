package org.fundinggap.internal;

import java.util.Arrays;

/** The exponential function by plain arithmetic: the same bits on every JVM. */
public final class Exp {
  /*
   * Layout. x = k ln 2 + r with k the nearest integer, so |r| <= 0.3466; e^r is its Taylor sum to r^13
   * (the first term left out is below 5e-18); the answer is e^r times 2^k.
   *
   * Reason. Math.exp may differ in the last bit between JVMs, and one such bit changes a projection.
   * Here every step is an addition, a multiplication, both at once or a change of bits, which Java
   * fixes exactly.
   *   - ln 2 is held in two parts, the first with 32 bits, so k times it is exact.
   *   - The even and odd powers are summed side by side: two short chains in place of one long one.
   *   - 2^k is applied as two powers, each a normal number, so overflow, underflow and subnormal
   *     answers are rounded once and need no branch.
   *   - A vector whose every |x| is at most 0.34, as yearly shocks are, has k = 0 throughout: there
   *     r = x and the scale is 1, so the Taylor sum alone gives the bits of the full path.
   *   - In the other vector path reading k off its bits has a loop of its own, because JDK 17 can't
   *     vectorise that step and the arithmetic would be held up with it (7 ns a number against 2).
   *
   *   - Math.fma rounds once by definition: it is as reproducible as a sum, and halves the polynomial's
   *     time where the processor has it (0.41 ns a number against 0.8; see NormalPairs).
   *
   * Error. At most 1 ulp, subnormal answers included: the most seen was 0.98, over 80,000 random
   * points in 40-digit arithmetic (ExpTest repeats a part).
   *
   * Reference. W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, chapter 6.
   */

  /** Above this the answer is infinite. */
  private static final double TOP = 710.0;

  /** Below this the answer is zero. */
  private static final double BOTTOM = -746.0;

  /** Up to this size the nearest multiple of ln 2 is zero. */
  private static final double SMALL = 0.34;

  /** Up to this size the answer is a normal number. */
  private static final double MODERATE = 708.0;

  /** A number so large that adding it rounds to an integer, left in the low bits of the sum. */
  private static final double ROUNDER = 0x1.8p52;

  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  private Exp() {}

  /**
   * Returns e raised to {@code x}.
   *
   * @param x any number
   * @return e^x; infinite above 709.79, zero below -745.14, NaN for NaN
   */
  public static double exp(double x) {
    double inRange = x > TOP ? TOP : x < BOTTOM ? BOTTOM : x;
    double shifted = Math.fma(inRange, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    int power = (int) Double.doubleToRawLongBits(shifted);
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, inRange));
    int half = power >> 1;
    return expOfSmall(r) * twoTo(half) * twoTo(power - half);
  }

  /**
   * Sets {@code out[i]} to e raised to {@code x[i]} for the first {@code count} elements; the same
   * bits as {@link #exp(double)}.
   *
   * @param x the exponents, any numbers
   * @param out where the answers go; may be {@code x} itself
   * @param count how many elements, at most the length of either array
   */
  public static void exp(double[] x, double[] out, int count) {
    if (allSmall(x, count)) {
      expOfSmall(x, out, count);
    } else if (allWithin(MODERATE, x, 0, count)) {
      expOfModerate(x == out ? Arrays.copyOf(x, count) : x, out, count);
    } else {
      expOfAny(x, out, count);
    }
  }

  /**
   * The same, making no arrays.
   *
   * @param x the exponents, any numbers
   * @param out where the answers go; may be {@code x} itself
   * @param count how many elements, at most the length of either array
   * @param scratch to work in
   */
  public static void exp(double[] x, double[] out, int count, Scratch scratch) {
    if (allSmall(x, count)) {
      expOfSmall(x, out, count);
    } else if (allWithin(MODERATE, x, 0, count)) {
      double[] exponents = scratch.powers;
      for (int from = 0; from < count; from += exponents.length) {
        int some = Math.min(exponents.length, count - from);
        System.arraycopy(x, from, exponents, 0, some);
        expOfModerate(exponents, scratch.radii, some);
        System.arraycopy(scratch.radii, 0, out, from, some);
      }
    } else {
      expOfAny(x, out, count);
    }
  }

  /**
   * Returns e raised to {@code x}, less one, without the loss of digits near zero.
   *
   * @param x any number
   * @return e^x - 1, within 3 ulp
   */
  public static double expMinusOne(double x) {
    // W. Kahan's device: the rounding errors of e^x and of its logarithm cancel.
    double y = exp(x);
    if (y == 1.0 || y == Double.POSITIVE_INFINITY) {
      return y == 1.0 ? x : y;
    }
    return y < 0.01 ? y - 1.0 : (y - 1.0) * (x / Log.log(y));
  }

  /** One comparison for sixteen numbers takes 0.2 ns a number, one for each 0.4. */
  private static boolean allSmall(double[] x, int count) {
    int i = 0;
    for (; i + 15 < count; i += 16) {
      double sum = fourSquares(x, i) + fourSquares(x, i + 1);
      sum += fourSquares(x, i + 2) + fourSquares(x, i + 3);
      if (!(sum <= SMALL * SMALL || allWithin(SMALL, x, i, i + 16))) {
        return false;
      }
    }
    return allWithin(SMALL, x, i, count);
  }

  /** Sum of the squares of every fourth number, so that four sums run side by side. */
  private static double fourSquares(double[] x, int i) {
    double sum = x[i] * x[i];
    sum = Math.fma(x[i + 4], x[i + 4], sum);
    sum = Math.fma(x[i + 8], x[i + 8], sum);
    return Math.fma(x[i + 12], x[i + 12], sum);
  }

  private static boolean allWithin(double bound, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(Math.abs(x[i]) <= bound)) {
        return false;
      }
    }
    return true;
  }

  private static void expOfSmall(double[] x, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = expOfSmall(x[i]);
    }
  }

  /**
   * The steps of {@link #exp(double)} in two loops: the first is vectorised, the second is short.
   */
  private static void expOfModerate(double[] exponents, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      double k = Math.fma(exponents[i], LOG2_E, ROUNDER) - ROUNDER;
      out[i] = expOfSmall(Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, exponents[i])));
    }
    for (int i = 0; i < count; i++) {
      double shifted = Math.fma(exponents[i], LOG2_E, ROUNDER);
      out[i] *= twoTo((int) Double.doubleToRawLongBits(shifted));
    }
  }

  private static void expOfAny(double[] x, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = exp(x[i]);
    }
  }

  /** Taylor sum of e^r for |r| at most 0.3466. */
  private static double expOfSmall(double r) {
    double s = r * r;
    double even = 1.0 / 479_001_600;
    even = Math.fma(s, even, 1.0 / 3_628_800);
    even = Math.fma(s, even, 1.0 / 40_320);
    even = Math.fma(s, even, 1.0 / 720);
    even = Math.fma(s, even, 1.0 / 24);
    even = Math.fma(s, even, 1.0 / 2);
    double odd = 1.0 / 6_227_020_800.0;
    odd = Math.fma(s, odd, 1.0 / 39_916_800);
    odd = Math.fma(s, odd, 1.0 / 362_880);
    odd = Math.fma(s, odd, 1.0 / 5_040);
    odd = Math.fma(s, odd, 1.0 / 120);
    odd = Math.fma(s, odd, 1.0 / 6);
    return 1.0 + Math.fma(s, Math.fma(r, odd, even), r);
  }

  private static double twoTo(int power) {
    return Double.longBitsToDouble((power + 1023L) << 52);
  }
}
