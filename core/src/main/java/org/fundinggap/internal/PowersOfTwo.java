package org.fundinggap.internal;

/** Takes positive normal numbers x apart into 2^k (1 + f) with 1 + f in [0.7071, 1.4142). */
final class PowersOfTwo {
  /*
   * Layout. k is read off the bits of x less those of the square root of a half; the bits of 1 + f are those
   * of x less k in the exponent. k comes out as a double that an integer stands in the low bits of.
   *
   * Reason. Logarithms start from it, one at a time or a column at once. The loop works on the columns of
   * bits alone, so HotSpot vectorises it (see BitColumn).
   */

  /** Bits of the square root of a half: the low end of 1 + f. */
  static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** What k stands above in {@link #split}: 2^52 and the bias of exponents. */
  static final double ABOVE_K = 0x1p52 + 1023.0;

  private static final long EXPONENT_OF_ONE = 0x3ff0000000000000L;

  /** Exponent bits of 2^52: with an integer k in its low bits, a double is 2^52 + k. */
  private static final long EXPONENT_OF_TWO_TO_52 = 0x4330000000000000L;

  private PowersOfTwo() {}

  /** Bits of x become those of 1 + f; power gets the bits of 2^52 + 1023 + k. */
  static void split(byte[] bits, byte[] power, int count) {
    for (int i = 0; i < count; i++) {
      long k = (BitColumn.get(bits, i) - SQRT_HALF_BITS + EXPONENT_OF_ONE) >>> 52;
      BitColumn.set(power, i, k | EXPONENT_OF_TWO_TO_52);
      BitColumn.set(bits, i, BitColumn.get(bits, i) + EXPONENT_OF_ONE - (k << 52));
    }
  }
}
