package org.fundinggap.internal;

/**
 * Arrays for the kernels to work in, so that they make none themselves. What they hold between two
 * calls means nothing. Belongs to one thread.
 */
public final class Scratch {
  final long[] bits = new long[RandomBits.MOST];
  final long[] powerBits = new long[RandomBits.MOST / 2];
  final double[] powers = new double[RandomBits.MOST / 2];
  final double[] radii = new double[RandomBits.MOST / 2];
  final double[] sines = new double[RandomBits.MOST / 2];
  final double[] cosines = new double[RandomBits.MOST / 2];

  /** Makes 28 kB of arrays. */
  public Scratch() {}
}
