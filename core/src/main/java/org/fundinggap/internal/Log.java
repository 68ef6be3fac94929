package org.fundinggap.internal;

/** The natural logarithm by plain arithmetic: the same bits on every JVM. */
public final class Log {
  /*
   * Layout. x = 2^k (1 + f) with 1 + f in [0.7071, 1.4142), read off the bits of x. With
   * s = f / (2 + f),
   *
   *   ln(1 + f) = 2 artanh(s) = f - (f^2 / 2 - s (f^2 / 2 + R)),   R = 2 s^2 / 3 + 2 s^4 / 5 + ...
   *
   * and |s| <= 0.1716, so R to s^22 leaves out less than 2e-18 of the answer. The second form is used
   * because f is exact and the rest is small beside it. k ln 2 is added in two parts.
   *
   * Reason. Math.log may differ in the last bit between JVMs; these steps may not. The vector form
   * takes the same steps in three loops, which HotSpot compiles well one by one (5 ns a number
   * against 9 in one loop).
   *
   * Error. At most 0.8 ulp: the most seen was 0.77, over 80,000 random points in 40-digit arithmetic
   * (LogTest repeats a part).
   *
   * Reference. W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, chapter 5.
   */
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Bits of the square root of a half: the low end of 1 + f. */
  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** A number whose low bits count in ones: adding an integer to its bits adds it to its value. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

  private static final double TWO_TO_54 = 0x1p54;

  private Log() {}

  /**
   * Returns the natural logarithm of {@code x}.
   *
   * @param x any number
   * @return ln x; minus infinity at zero, NaN below zero and for NaN, infinite for infinity
   */
  public static double log(double x) {
    return isNormal(x) ? logOfNormal(x, 0) : logOfUnusual(x);
  }

  /**
   * Sets {@code out[i]} to the natural logarithm of {@code x[i]} for the first {@code count}
   * elements; the same bits as {@link #log(double)}.
   *
   * @param x any numbers
   * @param out where the answers go; may be {@code x} itself
   * @param count how many elements, at most the length of either array
   */
  public static void log(double[] x, double[] out, int count) {
    if (!allNormal(x, count)) {
      for (int i = 0; i < count; i++) {
        out[i] = log(x[i]);
      }
      return;
    }
    double[] power = new double[count];
    double[] curved = new double[count];
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      long exponent = (bits - SQRT_HALF_BITS) >> 52;
      power[i] = Double.longBitsToDouble(ROUNDER_BITS + exponent);
      out[i] = Double.longBitsToDouble(bits - (exponent << 52)) - 1.0;
    }
    for (int i = 0; i < count; i++) {
      curved[i] = curved(out[i]);
    }
    for (int i = 0; i < count; i++) {
      out[i] = sum(power[i] - ROUNDER, out[i], curved[i]);
    }
  }

  private static boolean isNormal(double x) {
    return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
  }

  private static boolean allNormal(double[] x, int count) {
    for (int i = 0; i < count; i++) {
      if (!isNormal(x[i])) {
        return false;
      }
    }
    return true;
  }

  private static double logOfUnusual(double x) {
    if (x > 0.0) {
      return x == Double.POSITIVE_INFINITY ? x : logOfNormal(x * TWO_TO_54, -54);
    }
    return x == 0.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  /** Logarithm of x 2^shift for a positive, finite, normal x. */
  private static double logOfNormal(double x, int shift) {
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits - SQRT_HALF_BITS) >> 52;
    double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1.0;
    double k = Double.longBitsToDouble(ROUNDER_BITS + exponent + shift) - ROUNDER;
    return sum(k, f, curved(f));
  }

  /** The term s (f^2 / 2 + R) of the header. */
  private static double curved(double f) {
    double s = f / (2.0 + f);
    return s * (0.5 * f * f + series(s * s));
  }

  /** Puts the parts of the header together, the small ones first. */
  private static double sum(double k, double f, double curved) {
    return k * LN2_HIGH - ((0.5 * f * f - (curved + k * LN2_LOW)) - f);
  }

  /** The sum 2 w / 3 + 2 w^2 / 5 + ... to w^11, even and odd powers side by side. */
  private static double series(double w) {
    double v = w * w;
    double odd = 2.0 / 23;
    odd = 2.0 / 19 + v * odd;
    odd = 2.0 / 15 + v * odd;
    odd = 2.0 / 11 + v * odd;
    odd = 2.0 / 7 + v * odd;
    odd = 2.0 / 3 + v * odd;
    double even = 2.0 / 21;
    even = 2.0 / 17 + v * even;
    even = 2.0 / 13 + v * even;
    even = 2.0 / 9 + v * even;
    even = 2.0 / 5 + v * even;
    return w * (odd + w * even);
  }
}
