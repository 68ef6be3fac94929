package org.fundinggap.internal;

/**
 * Random bits from counters, and uniforms from random bits: pure functions of a counter, for any
 * stretch of it.
 */
public final class RandomBits {
  /*
   * Layout. Element i mixes the counter start + (first + i) step by the finaliser of SplitMix64. The
   * top 52 bits k become (k + 1/2) / 2^52.
   *
   * Reason. A counter needs no state, so any block can be made anywhere. 52 bits and not 53, because
   * (2^53 - 1) + 1/2 is no double: it rounds to 2^53, and the uniform would be 1. With 52 the uniforms
   * are symmetric about 1/2 and lie in [2^-53, 1 - 2^-53].
   *   - The loops are small, one job each, over at most 1,024 elements, so that HotSpot vectorises them
   *     and the arrays stay in the first cache.
   *   - i comes from an array, because HotSpot doesn't vectorise a product with the loop variable: 0.4 ns
   *     a number against 1.1.
   *   - Setting the exponent of 1 over k and taking off 1 - 2^-53 gives (k + 1/2) / 2^52 without
   *     rounding and without converting an integer, which JDK 17 can't vectorise: 0.7 ns in all against
   *     3.4. The bits are words for that reason (see BitColumn).
   *
   * Reference. G. L. Steele, D. Lea and C. H. Flood, Fast Splittable Pseudorandom Number Generators,
   * OOPSLA 2014; the multipliers are D. Stafford's variant 13.
   */

  /** The most elements of one call. */
  public static final int MOST = 1024;

  private static final long EXPONENT_OF_ONE = 0x3ff0000000000000L;

  private static final double ALMOST_ONE = 0x1.fffffffffffffp-1;

  private static final long[] INDEX = new long[MOST];

  static {
    for (int i = 0; i < MOST; i++) {
      INDEX[i] = i;
    }
  }

  private RandomBits() {}

  /**
   * Returns a number with its bits mixed, each depending on all of them.
   *
   * @param counter any number
   * @return 64 bits; different for different counters
   */
  public static long mix(long counter) {
    long z = (counter ^ (counter >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Sets {@code uniforms[from + i]} to the uniform that the top 52 bits of {@code mix(start + i *
   * step)} make, for the first {@code count} elements.
   *
   * @param start the counter of the first element
   * @param step what the counter goes up by; overflow is meant
   * @param uniforms where the answers go, in [2^-53, 1 - 2^-53]
   * @param from index of the first answer
   * @param count how many, at most {@link #MOST} and what the array and {@code words} hold
   * @param words to work in
   */
  public static void uniforms(
      long start, long step, double[] uniforms, int from, int count, BitColumn words) {
    byte[] memory = words.memory;
    for (int i = 0; i < count; i++) {
      long z = start + INDEX[i] * step;
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      BitColumn.set(memory, i, withExponentOfOne(z ^ (z >>> 31)));
    }
    lessAlmostOne(words, uniforms, from, count);
  }

  /**
   * Sets {@code uniforms[i]} to the uniform that the top 52 bits of word i make, for the first
   * {@code count} elements. The words are used up.
   *
   * @param words random bits; overwritten
   * @param uniforms where the answers go, in [2^-53, 1 - 2^-53]
   * @param count how many, at most what {@code words} and the array hold
   */
  public static void toUniforms(BitColumn words, double[] uniforms, int count) {
    byte[] memory = words.memory;
    for (int i = 0; i < count; i++) {
      BitColumn.set(memory, i, withExponentOfOne(BitColumn.get(memory, i)));
    }
    lessAlmostOne(words, uniforms, 0, count);
  }

  private static long withExponentOfOne(long bits) {
    return (bits >>> 12) | EXPONENT_OF_ONE;
  }

  private static void lessAlmostOne(BitColumn words, double[] uniforms, int from, int count) {
    words.toDoubles(uniforms, from, count);
    for (int i = from; i < from + count; i++) {
      uniforms[i] -= ALMOST_ONE;
    }
  }
}
