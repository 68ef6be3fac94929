package org.fundinggap.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.internal.NumberText;

/**
 * Round ticks that cover a range of values: multiples of 1, 2 or 5 times a power of ten, exact in
 * decimal.
 *
 * @param step the distance of two ticks
 * @param firstTick the lowest tick, in steps
 * @param lastTick the highest tick, in steps
 */
record YScale(BigDecimal step, long firstTick, long lastTick) {
  private static final double LEAST_STEP = 1e-6;

  /** Zero is taken in where the axis would start no higher than this share of its top. */
  private static final double NEAR_ZERO = 0.35;

  /** Covers a range with about so many steps; zero is taken in if asked for, crossed or near. */
  static YScale covering(double least, double greatest, int steps, boolean fromZero) {
    double low =
        fromZero || (least > 0 && least <= NEAR_ZERO * greatest) ? Math.min(least, 0) : least;
    double high =
        fromZero || (greatest < 0 && greatest >= NEAR_ZERO * least)
            ? Math.max(greatest, 0)
            : greatest;
    double size = Math.max(Math.abs(low), Math.abs(high));
    double raw = Math.max((high - low) / steps, Math.max(size * 1e-4, LEAST_STEP));
    BigDecimal step = roundStep(raw);
    long first = ticks(low, step, RoundingMode.FLOOR);
    long last = ticks(high, step, RoundingMode.CEILING);
    return new YScale(step, first, Math.max(last, first + 1));
  }

  private static long ticks(double value, BigDecimal step, RoundingMode rounding) {
    return BigDecimal.valueOf(value).divide(step, 0, rounding).longValueExact();
  }

  /** The least of 1, 2, 5 times a power of ten that is not below {@code raw}. */
  private static BigDecimal roundStep(double raw) {
    BigDecimal wanted = BigDecimal.valueOf(raw);
    int power = wanted.precision() - wanted.scale() - 1;
    for (int mantissa : new int[] {1, 2, 5}) {
      BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(power);
      if (step.compareTo(wanted) >= 0) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
  }

  double low() {
    return step.multiply(BigDecimal.valueOf(firstTick)).doubleValue();
  }

  double high() {
    return step.multiply(BigDecimal.valueOf(lastTick)).doubleValue();
  }

  /** The ticks from low to high. */
  List<BigDecimal> values() {
    List<BigDecimal> values = new ArrayList<>();
    for (long k = firstTick; k <= lastTick; k++) {
      values.add(step.multiply(BigDecimal.valueOf(k)));
    }
    return values;
  }

  /** Half of the widest label, which stands out on both sides of its tick. */
  double halfLabel(double fontSize) {
    return values().stream()
        .mapToDouble(tick -> TextMeasure.width(label(tick), fontSize) / 2)
        .max()
        .orElse(0);
  }

  /** Ticks of an axis from left to right whose labels have room, zero among them. */
  List<BigDecimal> labelled(double pixels, double fontSize) {
    double each = pixels / (lastTick - firstTick);
    long every = 1;
    while (every * each < 2 * halfLabel(fontSize) + 10 && every <= lastTick - firstTick) {
      every++;
    }
    List<BigDecimal> shown = new ArrayList<>();
    for (long k = firstTick; k <= lastTick; k++) {
      if (k % every == 0) {
        shown.add(step.multiply(BigDecimal.valueOf(k)));
      }
    }
    return shown;
  }

  /** A tick as text, with the decimals that its step needs. */
  String label(BigDecimal tick) {
    return NumberText.label(tick, Math.max(0, step.stripTrailingZeros().scale()));
  }

  /** Whether zero lies strictly inside, so that it needs a line of its own. */
  boolean crossesZero() {
    return firstTick < 0 && lastTick > 0;
  }

  boolean reachesZero() {
    return firstTick <= 0 && lastTick >= 0;
  }
}
