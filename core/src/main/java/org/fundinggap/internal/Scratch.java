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
  final long[] bits = new long[RandomBits.MOST];
  final long[] powerBits = new long[RandomBits.MOST / 2];
  final double[] powers = new double[RandomBits.MOST / 2];
  final double[] radii = new double[RandomBits.MOST / 2];
  final double[] sines = new double[RandomBits.MOST / 2];
  final double[] cosines = new double[RandomBits.MOST / 2];

  /** The same memory as longs and as doubles. */
  private final LongBuffer asLongs;

  private final DoubleBuffer asDoubles;

  /** Makes 36 kB of arrays. */
  public Scratch() {
    ByteBuffer memory =
        ByteBuffer.allocate(RandomBits.MOST * Double.BYTES).order(ByteOrder.nativeOrder());
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
    asDoubles.put(0, from, 0, count);
    asLongs.get(0, to, 0, count);
  }
}
