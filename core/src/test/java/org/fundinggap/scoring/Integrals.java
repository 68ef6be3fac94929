package org.fundinggap.scoring;

import java.util.function.DoubleUnaryOperator;

/** Plain numerical integrals, to check closed forms against. */
final class Integrals {
  private static final int STEPS = 20_000;

  private Integrals() {}

  /** The score by its definition: of (F(x) - 1{outcome <= x}) squared, cut at the outcome. */
  static double crps(DoubleUnaryOperator cdf, double outcome, double lower, double upper) {
    return of(x -> square(cdf.applyAsDouble(x)), lower, outcome)
        + of(x -> square(1 - cdf.applyAsDouble(x)), outcome, upper);
  }

  /** By the middles of many slices. */
  static double of(DoubleUnaryOperator function, double from, double to) {
    double width = Math.max(0, to - from) / STEPS;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += function.applyAsDouble(from + (i + 0.5) * width);
    }
    return sum * width;
  }

  private static double square(double x) {
    return x * x;
  }
}
