package org.fundinggap.reference;

import java.util.List;

/** The shapes of the page, and the fade of recent drifts that one of them reads. */
final class ReferenceShapes {
  /** The logarithm of 2, rounded to the nearest number. */
  private static final double LN_2 = 0x1.62e42fefa39efp-1;

  private ReferenceShapes() {}

  /** x = x₋ exp(g). */
  static void growing(ReferenceYear y, String equation, String x, String g) {
    y.let(equation, x, () -> y.last(x) * y.exp(y.of(g)));
  }

  /** x = x₋ exp(-ln 2 / H), what is left of a drift. */
  static void fading(ReferenceYear y, String equation, String x, String halfLife) {
    y.let(equation, x, () -> y.last(x) * y.exp(-LN_2 / y.of(halfLife)));
  }

  /** x = x₋ exp(d f₋), a drift without a shock. */
  static void drifting(ReferenceYear y, String equation, String x, String d) {
    y.let(equation, x, () -> y.last(x) * y.exp(y.of(d) * y.last("driftFade")));
  }

  /** x = min(1, x₋ exp(d f₋)), a share. */
  static void driftingShare(ReferenceYear y, String equation, String x, String d) {
    y.let(equation, x, () -> Math.min(1, y.last(x) * y.exp(y.of(d) * y.last("driftFade"))));
  }

  /** x = x₋ exp(d f₋ + s ε). */
  static void drifting(
      ReferenceYear y, String equation, String x, String d, String s, String shock) {
    y.let(
        equation,
        x,
        () -> y.last(x) * y.exp(y.of(d) * y.last("driftFade") + y.of(s) * y.of(shock)));
  }

  /** x = x₋ exp(s ε). */
  static void wandering(ReferenceYear y, String equation, String x, String s, String shock) {
    y.let(equation, x, () -> y.last(x) * y.exp(y.of(s) * y.of(shock)));
  }

  /** x = min(1, x₋ exp(s ε)), a share. */
  static void wanderingShare(ReferenceYear y, String equation, String x, String s, String shock) {
    y.let(equation, x, () -> Math.min(1, y.last(x) * y.exp(y.of(s) * y.of(shock))));
  }

  /** x = ρ x₋ + s ε. */
  static void reverting(
      ReferenceYear y, String equation, String x, String rho, String s, String shock) {
    y.let(equation, x, () -> y.of(rho) * y.last(x) + y.of(s) * y.of(shock));
  }

  /** x = m + ρ (x₋ - m) + s ε. */
  static void revertingTo(
      ReferenceYear y, String equation, String x, String m, String rho, String s, String shock) {
    y.let(
        equation,
        x,
        () -> {
          double level = y.of(m);
          return level + y.of(rho) * (y.last(x) - level) + y.of(s) * y.of(shock);
        });
  }

  /** A hazard h that opens at the base year's; its numbers are named after it. */
  static void returning(ReferenceYear y, String deviation, String hazard, String h) {
    revertingTo(
        y, deviation, h + "Deviation", h + "Level", h + "Persistence", h + "Spread", h + "Shock");
    y.let(hazard, h, () -> y.of(h + "AtBase") * y.exp(y.now(h + "Deviation")));
  }

  /** x = l exp(s ε). */
  static void aboutLevel(
      ReferenceYear y, String equation, String x, String l, String s, String shock) {
    y.let(equation, x, () -> y.of(l) * y.exp(y.of(s) * y.of(shock)));
  }

  /**
   * C = C₋ e^-h + S w with w = (1 - e^-h) / h, and the average stock (S - (C - C₋)) / h; for small
   * hazards, where that cancels, the series of the page.
   */
  static void stock(
      ReferenceYear y, String equation, String stock, String average, double entrants, double h) {
    y.let(
        equation,
        List.of(stock, average),
        () -> {
          double opening = y.last(stock);
          if (h < 0.02) {
            double v = waiting(h);
            double w = 1 - h * v;
            return new double[] {opening * y.exp(-h) + entrants * w, opening * w + entrants * v};
          }
          double w = (1 - y.exp(-h)) / h;
          double closing = opening * y.exp(-h) + entrants * w;
          return new double[] {closing, (entrants - (closing - opening)) / h};
        });
  }

  /** The sum of (-h)^k / (k + 2)! for k = 0 to 6, the last term first. */
  private static double waiting(double h) {
    double sum = 1.0 / 40_320;
    for (double factorial : new double[] {5040, 720, 120, 24, 6, 2}) {
      sum = 1 / factorial - h * sum;
    }
    return sum;
  }
}
