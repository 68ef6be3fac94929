package org.fundinggap.random;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/** The direction numbers of the Sobol sequence, as {@link SobolKernel} wants them. */
final class SobolDirections {
  /*
   * Layout. numbers[dimension][bit] is the point whose index has that bit alone, to 32 digits, the first
   * digit in the lowest bit. An index has 31 bits; the number of a 32nd is 0.
   *
   * Reason. Commons Math holds the numbers of Joe and Kuo but shows points only. It runs in the order of
   * a Gray code, in which point 2^j has bits j and j - 1, so the points 1, 2, 4 ... are sums (exclusive or)
   * of neighbours and give the numbers one after the other.
   *
   * Cost. 128 kB, made when a sampler first wants a dimension: 6 to 30 ms, most of it reading.
   *
   * Reference. S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections,
   * SIAM Journal on Scientific Computing 30 (2008), 2635-2654.
   */

  /** How many dimensions there are. */
  static final int DIMENSIONS = 1000;

  /** How many bits an index has. */
  static final int INDEX_BITS = 31;

  private SobolDirections() {}

  /** The direction numbers of a dimension, 32 of them; a copy. */
  static int[] of(int dimension) {
    return Holder.NUMBERS[dimension].clone();
  }

  /** Made when it is first used, and once. */
  private static final class Holder {
    private static final int[][] NUMBERS = numbers();

    private static int[][] numbers() {
      SobolSequenceGenerator generator = new SobolSequenceGenerator(DIMENSIONS);
      int[][] numbers = new int[DIMENSIONS][Integer.SIZE];
      for (int bit = 0; bit < INDEX_BITS; bit++) {
        double[] point = generator.skipTo(1 << bit);
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
          int mirrored = Integer.reverse((int) (long) (point[dimension] * 0x1p32));
          int before = bit == 0 ? 0 : numbers[dimension][bit - 1];
          numbers[dimension][bit] = mirrored ^ before;
        }
      }
      return numbers;
    }
  }
}
