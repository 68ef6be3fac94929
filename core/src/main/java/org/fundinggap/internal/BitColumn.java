package org.fundinggap.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/**
 * A column of 64-bit words that are bits to one loop and doubles to the next. Belongs to one
 * thread.
 */
public final class BitColumn {
  /*
   * Layout. An array of bytes, eight a word, in the processor's own order.
   *
   * Reason. HotSpot vectorises no loop with Double.longBitsToDouble or its inverse. It does vectorise
   * loops that set and read longs in an array of bytes through a VarHandle, as if they were a long[], and a
   * bulk copy through a buffer makes doubles of them: 0.06 ns a word, and 0.2 by a loop.
   */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** The words, for {@link #get} and {@link #set}. */
  final byte[] memory;

  private final DoubleBuffer doubles;

  /**
   * Makes a column of zeros.
   *
   * @param size how many words, from 0
   */
  public BitColumn(int size) {
    this.memory = new byte[Long.BYTES * size];
    this.doubles = ByteBuffer.wrap(memory).order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  /**
   * The bits of a word.
   *
   * @param memory of a column
   * @param index of the word, from 0
   */
  static long get(byte[] memory, int index) {
    return (long) LONGS.get(memory, index << 3);
  }

  /** Sets the bits of a word. */
  static void set(byte[] memory, int index, long bits) {
    LONGS.set(memory, index << 3, bits);
  }

  /**
   * Sets the bits of a word.
   *
   * @param index of the word, from 0
   * @param bits any
   */
  public void set(int index, long bits) {
    set(memory, index, bits);
  }

  /** Sets doubles, from a place on, to those that the first words are. */
  void toDoubles(double[] to, int place, int count) {
    doubles.get(0, to, place, count);
  }

  /** Sets the first words to the bits of doubles from a place on. */
  void fromDoubles(double[] from, int place, int count) {
    doubles.put(0, from, place, count);
  }
}
