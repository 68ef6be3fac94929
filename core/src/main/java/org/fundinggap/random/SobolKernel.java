package org.fundinggap.random;

import org.fundinggap.internal.BitColumn;
import org.fundinggap.internal.RandomBits;

/**
 * The loops of scrambled Sobol draws, over at most {@link RandomBits#MOST} points of one stream.
 */
final class SobolKernel {
  /*
   * Layout. A number in [0, 1) is held by its first 32 binary digits, the first digit in the lowest bit:
   * "mirrored". In this order an operation in which no bit depends on a higher one (addition, product,
   * exclusive or with an even multiple of itself) is a nested scramble: whether a digit is flipped depends
   * on the digits before it alone. The same operation on the mirrored number of a point moves every aligned
   * run of 2^m points to another such run, which is a shuffle that keeps every net.
   *   index   -> mirror -> scramble            the radical inverse of the shuffled index, unmirrored
   *           -> mirror                        one dimension: its point
   *           -> exclusive or of directions    k-th dimension: its point, by the directions, mirrored too
   *           -> scramble -> mirror            the point scrambled, first digit in the highest bit
   * The 20 digits below are a hash of the 32 above, which no two of 2^32 points have in common: as in a
   * full scramble they are independent of the digits above and of other points. So uniforms have 52 bits.
   *
   * Reason. Loops over int arrays, one job each, so that HotSpot vectorises them; Integer.reverse is not
   * vectorised on JDK 17. Only the merging of two ints to a long is left scalar.
   *
   * Quality. Wanted of a scramble, for variances as of Owen's, is that two points whose digits first
   * differ at place r agree before it, differ there, and have independent even digits after it. Over r
   * from 0 to 23 and 288 pairs, 16,384 keys each, the next three digits of both pass a chi-squared test as
   * an exact nested scramble does (worst z 3.8 and 2.5; mean 0.0 and -0.1). One round of the constants
   * with a key of 32 bits passes too, but can make only 32 of the 128 trees of three digits; this makes 64.
   *
   * Reference. B. Burley, Practical Hash-based Owen Scrambling, Journal of Computer Graphics Techniques 9
   * (2020), with N. Vegdahl's constants, here with a key of 128 bits; A. B. Owen, Randomly permuted
   * (t,m,s)-nets and (t,s)-sequences, 1995.
   */

  /** How many ints a key of a scramble has. */
  static final int KEY = 4;

  private static final int[] INDEX = new int[RandomBits.MOST];

  static {
    for (int i = 0; i < RandomBits.MOST; i++) {
      INDEX[i] = i;
    }
  }

  private SobolKernel() {}

  /** Sets {@code x[i]} to {@code first + i}, modulo 2^32. */
  static void count(int first, int[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = first + INDEX[i];
    }
  }

  /** Turns the order of the bits of each element round. */
  static void mirror(int[] x, int count) {
    for (int i = 0; i < count; i++) {
      int v = x[i];
      v = ((v >>> 1) & 0x55555555) | ((v & 0x55555555) << 1);
      v = ((v >>> 2) & 0x33333333) | ((v & 0x33333333) << 2);
      v = ((v >>> 4) & 0x0f0f0f0f) | ((v & 0x0f0f0f0f) << 4);
      v = ((v >>> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
      x[i] = (v >>> 16) | (v << 16);
    }
  }

  /** Scrambles mirrored numbers with the key that starts at {@code keys[at]}. */
  static void scramble(int[] x, int count, int[] keys, int at) {
    int shift = keys[at];
    int factor = keys[at + 1] | 1;
    int secondShift = keys[at + 2];
    int secondFactor = keys[at + 3] | 1;
    for (int i = 0; i < count; i++) {
      int v = x[i];
      v ^= v * 0x3d20adea;
      v = (v + shift) * factor;
      v ^= v * 0x05526c56;
      v = (v + secondShift) * secondFactor;
      x[i] = v ^ (v * 0x53a22864);
    }
  }

  /**
   * Sets {@code x[i]} to the mirrored point of an index.
   *
   * @param index indices, each with its lowest bit in the highest place
   * @param directions for each bit of an index, from the lowest, the mirrored direction number
   */
  static void points(int[] index, int[] directions, int[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = 0;
    }
    for (int bit = 0; bit < directions.length; bit += 4) {
      int first = directions[bit];
      int second = directions[bit + 1];
      int third = directions[bit + 2];
      int fourth = directions[bit + 3];
      for (int i = 0; i < count; i++) {
        int v = index[i] << bit;
        x[i] ^=
            ((v >> 31) & first)
                ^ (((v << 1) >> 31) & second)
                ^ (((v << 2) >> 31) & third)
                ^ (((v << 3) >> 31) & fourth);
      }
    }
  }

  /** Sets {@code low[i]} to 32 bits of hash of {@code x[i]}; the high ones are the best. */
  static void hash(int[] x, int key, int[] low, int count) {
    for (int i = 0; i < count; i++) {
      int v = x[i] ^ key;
      v = (v ^ (v >>> 16)) * 0x21f0aaad;
      v = (v ^ (v >>> 15)) * 0x735a2d97;
      low[i] = v ^ (v >>> 15);
    }
  }

  /** Sets every {@code step}-th word of {@code bits} to a pair of ints, the first one on top. */
  static void merge(int[] high, int[] low, int count, BitColumn bits, int first, int step) {
    int at = first;
    for (int i = 0; i < count; i++) {
      bits.set(at, ((long) high[i] << 32) | (low[i] & 0xffffffffL));
      at += step;
    }
  }
}
