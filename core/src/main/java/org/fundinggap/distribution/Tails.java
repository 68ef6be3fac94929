package org.fundinggap.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * A quantile function by its two halves, each a function of the distance from its own end, so that
 * neither loses digits.
 *
 * @param below the quantile at v, for v in (0, 1/2]
 * @param above the quantile at 1 - v, for v in (0, 1/2]
 */
record Tails(DoubleUnaryOperator below, DoubleUnaryOperator above) {

  /** The halves of a function of the probability itself. */
  static Tails of(DoubleUnaryOperator quantile) {
    return new Tails(quantile, v -> quantile.applyAsDouble(1.0 - v));
  }
}
