package org.fundinggap.internal;

/**
 * Memory for the kernels to work in, so that they make none themselves. What it holds between two
 * calls means nothing. Belongs to one thread.
 */
public final class Scratch {
  /** Elements at a time where memory is made for a single call. */
  static final int LITTLE = 128;

  final BitColumn bits;
  final BitColumn powerBits;
  final double[] powers;
  final double[] radii;
  final double[] sines;
  final double[] cosines;
  final double[] outer;
  final int[] places;

  /** Makes 31 kB of arrays, enough for every kernel. */
  public Scratch() {
    this(RandomBits.MOST / 2);
  }

  /** For logarithms and quantiles of so many numbers at a time. */
  Scratch(int size) {
    this.bits = new BitColumn(size);
    this.powerBits = new BitColumn(size);
    this.powers = new double[size];
    this.radii = new double[size];
    this.sines = new double[size];
    this.cosines = new double[size];
    this.outer = new double[size];
    this.places = new int[size];
  }
}
