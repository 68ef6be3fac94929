package org.fundinggap.distribution;

import java.util.Arrays;

/** Makes a {@link QuantileTable} of a function, as fine as it must be. */
final class QuantileTableBuilder {
  /*
   * Layout. Octave by octave from the median outwards. An octave starts with 8 cells and is halved
   * until it is right. In a cell the function is taken at t = 0, 1/4, 3/4 and 1, where the cubic meets
   * it, and at 1/2, where the error of such a cubic is largest for a smooth function and is measured;
   * halving a cell uses all five again. A cubic that falls somewhere is replaced by a line, whose error
   * is measured at all three points between. Above 1 - 2^-48 each double is a cell, and exact.
   *
   * Error. In units of the 5% to 95% range or of the distance from the median, whichever is larger:
   * 1e-9 is aimed at, and what stays off by more than 1e-7 is refused. So an unbounded tail is right
   * relative to its own distance. For v < 2^-20 the aim grows as 2^-10 / sqrt(v), to 1e-4 at 2^-53. For
   * v < 2^-26 the limit grows as 2^-26 / v: a function that solves F(x) = u has that noise, because its
   * F is a double near 1. A function may fall by as much as it may be off, and is held level where it
   * does; above 1 - 2^-48 by anything.
   *
   * Monotone. Each cubic rises, and by 2^-46 less than it should, so that rounding takes no value above
   * the first of the next cell. What is left is the rounding of t (c1 + ...), an ulp of a cell's rise.
   *
   * Reference. When a cubic rises: F. N. Fritsch and R. E. Carlson, Monotone Piecewise Cubic
   * Interpolation, SIAM Journal on Numerical Analysis 17 (1980), 238-246. Meeting the function at four
   * points leaves a quarter of the error of meeting its values and slopes at two, and needs no slopes.
   */

  /** From this octave on the doubles near 1 are too far apart for cells with points between. */
  private static final int FIRST_OF_DOUBLES = 48;

  private final String name;
  private final Tails tails;
  private final int[] octaves = new int[2 * QuantileTable.SIDE];
  private double[] cells = new double[4096];
  private int used;

  private QuantileTableBuilder(String name, Tails tails) {
    this.name = name;
    this.tails = tails;
  }

  /**
   * Makes a table.
   *
   * @param name what the function is called, for messages
   * @param tails the function
   * @return the table
   * @throws IllegalArgumentException if the function is NaN, infinite or beyond 1e150 inside (0,
   *     1), falls, jumps, or is level from 5% to 95%
   */
  static QuantileTable build(String name, Tails tails) {
    return new QuantileTableBuilder(name, tails).build();
  }

  private QuantileTable build() {
    double median = QuantileHalf.value(name, false, tails.below(), 0.5);
    double range =
        -QuantileHalf.value(name, true, tails.above(), 0.05)
            - QuantileHalf.value(name, false, tails.below(), 0.05);
    if (!(range > 0.0)) {
      throw new IllegalArgumentException(
          name
              + " must rise from probability 0.05 to 0.95, rose by "
              + range
              + "; use Distribution.fixed for a known value, discrete or zeroOr for steps");
    }
    add(0, new QuantileHalf(name, false, tails.below(), median, range), median);
    add(QuantileTable.SIDE, new QuantileHalf(name, true, tails.above(), median, range), median);
    return new QuantileTable(octaves, Arrays.copyOf(cells, used));
  }

  private void add(int entry, QuantileHalf half, double median) {
    double sign = half.sign();
    double top = sign * median;
    octaves[entry] = used << QuantileTable.K_BITS;
    addCell(sign, new Cubic(top, 0.0, 0.0, 0.0));
    for (int octave = 1; octave <= QuantileTable.OCTAVES; octave++) {
      boolean ofDoubles = sign < 0.0 && octave >= FIRST_OF_DOUBLES;
      double[] grid = ofDoubles ? half.doublesOf(octave, top) : half.cellsOf(octave, top);
      int steps = ofDoubles ? 1 : 4;
      int count = (grid.length - 1) / steps;
      octaves[entry + octave] =
          (used << QuantileTable.K_BITS) + Integer.numberOfTrailingZeros(count);
      for (int i = 0; i < grid.length - 1; i += steps) {
        Cubic exact = new Cubic(grid[i], 0.0, 0.0, 0.0);
        addCell(sign, ofDoubles ? exact : Cubic.through(grid, i).heldBelowItsEnd());
      }
      top = grid[0];
    }
  }

  private void addCell(double sign, Cubic cubic) {
    if (used + QuantileTable.CELL > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[used++] = sign * cubic.c0();
    cells[used++] = sign * cubic.c1();
    cells[used++] = sign * cubic.c2();
    cells[used++] = sign * cubic.c3();
  }
}
