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
}
