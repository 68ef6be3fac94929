package org.fundinggap.random;

/** The 52 bits of many uniforms, one column a bit with 64 draws a word. */
final class BitColumns {
  private static final int BITS = 52;

  private final long[][] columns;
  private final int draws;

  /** Takes the bits of uniforms, a multiple of 64. */
  BitColumns(double[] uniforms) {
    this.draws = uniforms.length;
    this.columns = new long[BITS][draws / 64];
    for (int i = 0; i < draws; i++) {
      long bits = integer(uniforms[i]);
      for (int b = 0; b < BITS; b++) {
        columns[b][i >> 6] |= (bits >>> b & 1L) << i;
      }
    }
  }

  /** The integer k, from 0 to 2^52 - 1, of which a uniform was made as (k + 1/2) / 2^52. */
  static long integer(double uniform) {
    return (long) (uniform * 0x1p52);
  }

  /** The chance of the bit that is set least or most often. */
  double balance() {
    double largest = 0.0;
    long[] none = new long[draws / 64];
    for (long[] column : columns) {
      largest = Math.max(largest, Math.abs(score(column, none)));
    }
    return Chance.ofLargest(largest, BITS);
  }

  /** The chance of the two different bits that agree least or most often. */
  double withThemselves() {
    double largest = 0.0;
    for (int a = 0; a < BITS; a++) {
      for (int b = 0; b < a; b++) {
        largest = Math.max(largest, Math.abs(score(columns[a], columns[b])));
      }
    }
    return Chance.ofLargest(largest, BITS * (BITS - 1) / 2);
  }

  /** The chance of the bit here and the bit of other draws that agree least or most often. */
  double with(BitColumns others) {
    double largest = 0.0;
    for (long[] a : columns) {
      for (long[] b : others.columns) {
        largest = Math.max(largest, Math.abs(score(a, b)));
      }
    }
    return Chance.ofLargest(largest, BITS * BITS);
  }

  private double score(long[] a, long[] b) {
    long different = 0;
    for (int i = 0; i < a.length; i++) {
      different += Long.bitCount(a[i] ^ b[i]);
    }
    return (2.0 * different - draws) / Math.sqrt(draws);
  }
}
