package org.fundinggap.draws;

import org.fundinggap.internal.ExactSum;
import org.fundinggap.model.Block;

/**
 * Mean and standard deviation of draws that are at hand, summed block by block with the rounding
 * errors kept.
 *
 * <p>The squares are kept to twice the digits of a double, so that their mean less the square of
 * the mean is right even for what varies little about a large level.
 */
final class Moments {
  private long count;
  private final ExactSum sum = new ExactSum();
  private final ExactSum squares = new ExactSum();

  /** The first draw; the others may all be the same. */
  private double first;

  private boolean constant = true;

  /** The moments of draws that are at hand, the first of which starts a block. */
  static Moments of(double[] draws) {
    Moments moments = new Moments();
    for (int from = 0; from < draws.length; from += Block.SIZE) {
      moments.add(draws, from, Math.min(draws.length, from + Block.SIZE));
    }
    return moments;
  }

  /** Adds a block, which is part of an array. */
  void add(double[] values, int from, int to) {
    if (count == 0 && from < to) {
      first = values[from];
    }
    for (int i = from; constant && i < to; i++) {
      constant = values[i] == first;
    }
    count += to - from;
    sum.add(values, from, to);
    squares.addSquares(values, from, to);
  }

  double mean() {
    return sum.value() / count;
  }

  /**
   * With n - 1; NaN for a single draw. What never varies has none at all, not one of the last
   * digits of its squares.
   */
  double standardDeviation() {
    if (constant && count > 1 && Double.isFinite(first)) {
      return 0;
    }
    return Math.sqrt(Math.max(0, squares.lessSquareOf(sum, count)) / (count - 1));
  }
}
