package org.fundinggap.random;

import org.fundinggap.internal.BitColumn;
import org.fundinggap.internal.RandomBits;
import org.fundinggap.internal.Scratch;

/**
 * Memory that drawing works in, made once and used again for every block of draws. What it holds
 * between two calls means nothing. Belongs to one thread.
 */
public final class Workspace {
  final Scratch scratch = new Scratch();
  final BitColumn bits = new BitColumn(RandomBits.MOST);
  final double[] block = new double[RandomBits.MOST];
  final int[] points = new int[RandomBits.MOST];
  final int[] hashes = new int[RandomBits.MOST];

  /** Makes about 55 kB of arrays. */
  public Workspace() {}

  /**
   * Memory for the library's own kernels.
   *
   * @return of no use outside of the library
   */
  @SuppressWarnings("exports")
  public Scratch scratch() {
    return scratch;
  }

  /**
   * Memory for the numbers of one block.
   *
   * @return 1,024 numbers
   */
  public double[] block() {
    return block;
  }

  /** How large a block it can hold. */
  @Override
  public String toString() {
    return "Workspace for blocks of up to " + block.length + " draws";
  }
}
