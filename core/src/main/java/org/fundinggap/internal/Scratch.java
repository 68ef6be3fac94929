package org.fundinggap.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * Memory for the kernels to work in, so that they make none themselves. What it holds between two
 * calls means nothing. Belongs to one thread.
 */
public final class Scratch {
  /** Elements at a time where memory is made for a single call. */
  static final int LITTLE = 128;

  final long[] bits;
  final long[] powerBits;
  final double[] powers;
  final double[] radii;
  final double[] sines;
  final double[] cosines;
  final double[] outer;
  final int[] places;

  /** The same memory as longs and as doubles. */
  private final LongBuffer asLongs;

  private final DoubleBuffer asDoubles;

  /** Makes 42 kB of arrays, enough for every kernel. */
  public Scratch() {
    this(RandomBits.MOST, RandomBits.MOST / 2);
  }

  /** For logarithms and quantiles of so many numbers at a time. */
  Scratch(int size) {
    this(size, size);
  }

  private Scratch(int most, int pairs) {
    this.bits = new long[most];
    this.powerBits = new long[pairs];
    this.powers = new double[pairs];
    this.radii = new double[pairs];
    this.sines = new double[pairs];
    this.cosines = new double[pairs];
    this.outer = new double[pairs];
    this.places = new int[pairs];
    ByteBuffer memory = ByteBuffer.allocate(most * Double.BYTES).order(ByteOrder.nativeOrder());
    this.asLongs = memory.asLongBuffer();
    this.asDoubles = memory.asDoubleBuffer();
  }

  /**
   * Sets doubles, from a place on, to those that have some bits. HotSpot doesn't vectorise {@code
   * longBitsToDouble}: in and out of a buffer takes 0.11 ns a number, a loop 0.19.
   */
  void toDoubles(long[] from, double[] to, int place, int count) {
    asLongs.put(0, from, 0, count);
    asDoubles.get(0, to, place, count);
  }

  /** Sets bits to those of some doubles. */
  void toBits(double[] from, long[] to, int count) {
    toBits(from, 0, to, count);
  }

  /** Sets bits to those of some doubles from a place on. */
  void toBits(double[] from, int first, long[] to, int count) {
    asDoubles.put(0, from, first, count);
    asLongs.get(0, to, 0, count);
  }
}
