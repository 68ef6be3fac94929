package org.fundinggap.distribution;

import java.util.Arrays;

/** A quantile function as a table of cubics, for distributions whose own is slow. */
final class QuantileTable {
  /*
   * Layout. A uniform u is looked up by v = min(u, 1 - u), its distance from the nearer end, in a half
   * table for that end. v's binary exponent says which octave [2^-j-1, 2^-j) it is in; the next k bits
   * which of the octave's 2^k equal cells, and the bits after these are t in [0, 1). The answer is
   * c0 + t (c1 + t (c2 + t c3)), four numbers that lie side by side. Each octave has a k of its own, at
   * most 11; an int holds it and where the octave starts. v = 1/2 is a cell of its own.
   *
   * Reason. Cells shrink with v, so the tails down to 2^-53 are as well resolved as the centre: in both,
   * quantiles are nearly a line, a logarithm or a power of v. Nothing is searched for: the index is a
   * shift of the bits. Which end is nearer is found with integers and without a branch, because it is
   * random: comparing doubles took twice as long. A usual table has 1,000 to 2,000 cells, 32 to 64 kB, of
   * which 95 draws in 100 use a quarter.
   *
   * Error. See QuantileTableBuilder, which measures it and refuses what it can't hold.
   *
   * Earned. Nanoseconds a draw, in blocks of 4,096 on one thread, least of 3,000 blocks: 5.6 to 7 on JDK
   * 17 and 6.1 to 6.5 on JDK 25, whatever the family; 2 of them check the uniforms. Normal takes 4.8 to
   * 5.3 and 5.2. Asking Commons Math 3.6.1 each time takes 120 for a normal, 210 for a Weibull, 2,400 for
   * a gamma and 3,600 or more for a beta distribution. Making a table takes 1 to 3 ms, 12 at shapes of
   * 10,000, and 65 where it is the first thing that a JVM does.
   *
   * Reference. W. Hoermann and J. Leydold, Continuous Random Variate Generation by Fast Numerical
   * Inversion, ACM Transactions on Modeling and Computer Simulation 13 (2003), 347-362, for piecewise
   * polynomials of a quantile function with a measured error; they find the piece by a guide table.
   */

  /**
   * Octaves are numbered from 1, which is [1/4, 1/2), to this, which starts at the least uniform.
   */
  static final int OCTAVES = 52;

  /** Entries of the octave table for each side: 0 is v = 1/2. */
  static final int SIDE = 64;

  /** Bits that hold an octave's k. */
  static final int K_BITS = 4;

  /** Numbers a cell. */
  static final int CELL = 4;

  private static final long LEAST = Double.doubleToRawLongBits(0x1p-53);
  private static final long FRACTION = 0xfffffffffffffL;
  private static final long ONE = 0x3ff0000000000000L;

  private final int[] octaves;
  private final double[] cells;

  /**
   * Keeps the parts.
   *
   * @param octaves for each side (lower, upper) and octave, the index of its first number times 16
   *     plus its k
   * @param cells the numbers
   */
  QuantileTable(int[] octaves, double[] cells) {
    this.octaves = octaves.clone();
    this.cells = cells.clone();
  }

  /** How many cells there are. */
  int size() {
    return cells.length / CELL;
  }

  /** The quantile at u, a number in [0, 1]; infinite at the ends, whatever the support. */
  double at(double u) {
    // Doubles from 0 up are in the order of their bits, so integers find the nearer end. Adding 0.0
    // turns a negative zero, whose bits are not in that order, into zero.
    long bits = Double.doubleToRawLongBits(u + 0.0);
    long further = Double.doubleToRawLongBits(1.0 - u) - bits;
    bits += further & (further >> 63);
    if (bits < LEAST) {
      return beyond(u);
    }
    int side = (int) (further >>> 63) * SIDE;
    int octave = octaves[side + 1022 - (int) (bits >>> 52)];
    int k = octave & ((1 << K_BITS) - 1);
    int c = (octave >>> K_BITS) + CELL * (int) ((bits & FRACTION) >>> (52 - k));
    double t = Double.longBitsToDouble(((bits << k) & FRACTION) | ONE) - 1.0;
    return cells[c] + t * (cells[c + 1] + t * (cells[c + 2] + t * cells[c + 3]));
  }

  /** Sets {@code out[i]} to the quantile at {@code u[i]}, with the bits of {@link #at(double)}. */
  void at(double[] u, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = at(u[i]);
    }
  }

  /** No sampler draws below 2^-53, and no u but 1 lies above 1 - 2^-53. */
  private double beyond(double u) {
    if (u > 0.0 && u < 1.0) {
      return at(0x1p-53);
    }
    return u > 0.5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** What octaves add to the mean of the quantiles less a number, or of the square of that. */
  double moment(int power, double shift, int firstOctave, int lastOctave) {
    double sum = 0.0;
    for (int octave = lastOctave; octave >= firstOctave; octave--) {
      sum += half(power, shift, octave) + half(power, shift, SIDE + octave);
    }
    return sum;
  }

  private double half(int power, double shift, int entry) {
    int k = octaves[entry] & ((1 << K_BITS) - 1);
    int first = octaves[entry] >>> K_BITS;
    int count = 1 << k;
    double sum = 0.0;
    for (int cell = 0; cell < count; cell++) {
      sum += CubicMoments.of(power, cells, first + CELL * cell, shift);
    }
    return sum / count * StrictMath.scalb(0.5, -(entry % SIDE));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantileTable that
        && Arrays.equals(octaves, that.octaves)
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(octaves) + Arrays.hashCode(cells);
  }
}
