package org.fundinggap.distribution;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Checks;

/** One half of a quantile function, taken and checked on the grids that a table is made from. */
final class QuantileHalf {
  private static final double AIM = 1e-9;
  private static final double LIMIT = 1e-7;

  /** Below this v the aim grows as 1 / sqrt(v), and below the next the limit as 1 / v. */
  private static final double RARE = 0x1p-20;

  private static final double VERY_RARE = 0x1p-26;

  private static final int STEPS_A_CELL = 4;
  private static final int FEWEST_CELLS = 8;
  private static final int MOST_CELLS = 1 << 11;

  /** No quantile is farther from zero, so that squares don't overflow. */
  private static final double FARTHEST = 1e150;

  private final String name;
  private final boolean upper;
  private final DoubleUnaryOperator function;
  private final double median;
  private final double range;

  /**
   * A half.
   *
   * @param name what the function is called, for messages
   * @param upper whether v counts from the upper end
   * @param function the quantile at a distance v from the half's end, v in (0, 1/2]
   * @param median the quantile at 1/2
   * @param range from the 5% to the 95% quantile
   */
  QuantileHalf(
      String name, boolean upper, DoubleUnaryOperator function, double median, double range) {
    this.name = name;
    this.upper = upper;
    this.function = function;
    this.median = median;
    this.range = range;
  }

  /** 1, or -1 in the upper half: what values are multiplied by so that they rise with v. */
  double sign() {
    return upper ? -1.0 : 1.0;
  }

  /** The function at v, checked and signed. */
  static double value(String name, boolean upper, DoubleUnaryOperator function, double v) {
    double value = function.applyAsDouble(v);
    if (!(Math.abs(value) <= FARTHEST)) {
      String where = at(name, upper, v);
      Checks.within(value, -FARTHEST, FARTHEST, where, "quantiles inside (0, 1) are finite");
    }
    // Adding 0.0 turns a negative zero into zero.
    return (upper ? -value : value) + 0.0;
  }

  private static String at(String name, boolean upper, double v) {
    return name + " at probability " + (upper ? "1 - " : "") + v;
  }

  /** The least v of an octave, which reaches to twice as much. */
  private static double least(int octave) {
    return StrictMath.scalb(0.5, -octave);
  }

  /** Signed values at equal steps of an octave, four a cell; the last is {@code top}. */
  double[] cellsOf(int octave, double top) {
    double least = least(octave);
    double aim = AIM * Math.max(1.0, Math.sqrt(RARE / least));
    double limit = LIMIT * Math.max(1.0, VERY_RARE / least);
    // Near 1 doubles are 2^-53 apart, and every step must be one.
    int most = upper ? (int) Math.min(MOST_CELLS, least / 0x1p-51) : MOST_CELLS;
    double[] grid = grid(new double[0], STEPS_A_CELL * FEWEST_CELLS, least, top, limit);
    double before = Double.POSITIVE_INFINITY;
    double error = error(grid);
    // Halving once more pays only where it has paid: not at a bend, nor in a function's own noise.
    while (error > aim && !(error <= limit && error > 0.2 * before)) {
      int size = 2 * (grid.length - 1);
      if (size > STEPS_A_CELL * most) {
        if (error > limit) {
          throw rough(error, least);
        }
        return grid;
      }
      grid = grid(grid, size, least, top, limit);
      before = error;
      error = error(grid);
    }
    return grid;
  }

  /** Signed values at the doubles of an octave near 1, from the smallest v; then {@code top}. */
  double[] doublesOf(int octave, double top) {
    double least = least(octave);
    return grid(new double[0], (int) (least / 0x1p-53), least, top, Double.POSITIVE_INFINITY);
  }

  /** Signed values at equal steps, from the top down, with those that are known from before. */
  private double[] grid(double[] half, int size, double least, double top, double tolerance) {
    double[] grid = new double[size + 1];
    grid[size] = top;
    for (int i = size - 1; i >= 0; i--) {
      double v = least * (1.0 + (double) i / size);
      boolean known = half.length > 0 && i % 2 == 0;
      double value = known ? half[i / 2] : value(name, upper, function, v);
      if (value - grid[i + 1] > tolerance * unit(value)) {
        throw falls(v, sign() * value, sign() * grid[i + 1]);
      }
      grid[i] = Math.min(value, grid[i + 1]);
    }
    return grid;
  }

  private double unit(double value) {
    return Math.max(range, Math.abs(sign() * value - median));
  }

  /** The largest error of the cubics through a grid, in units. */
  private double error(double[] grid) {
    double most = 0.0;
    for (int i = 0; i + STEPS_A_CELL < grid.length; i += STEPS_A_CELL) {
      Cubic cubic = Cubic.through(grid, i);
      for (int part = 1; part < STEPS_A_CELL; part++) {
        double value = grid[i + part];
        // The function itself is no better than its last digits.
        double error = Math.abs(cubic.at(0.25 * part) - value) - 4.0 * Math.ulp(value);
        most = Math.max(most, error / unit(value));
      }
    }
    return most;
  }

  private IllegalArgumentException rough(double error, double v) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s must be smooth, but a curve through neighbouring quantiles is off by %.1e of its"
                + " range between probability %s and %s; give steps to Distribution.discrete or"
                + " empirical, bends to Distribution.ofQuantiles",
            name,
            error,
            upper ? 1.0 - 2.0 * v : v,
            upper ? 1.0 - v : 2.0 * v));
  }

  private IllegalArgumentException falls(double v, double value, double inner) {
    return new IllegalArgumentException(
        at(name, upper, v)
            + " must be at "
            + (upper ? "least " : "most ")
            + inner
            + " as nearer the median, was "
            + value
            + "; a quantile function never falls");
  }
}
