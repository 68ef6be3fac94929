package org.fundinggap.comparison;

import org.fundinggap.simulation.Draws;

/** Which way a number improves; the library never guesses it. */
public enum Better {
  /** Less is better, as of gaps, costs and children in care. */
  LOWER(-1, "lower"),
  /** More is better, as of funding and early help. */
  HIGHER(1, "higher");

  private final int sign;
  private final String word;

  Better(int sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /** The same numbers, turned so that positive is better. */
  Draws gain(Draws difference) {
    return difference.times(sign);
  }

  /** The better of two numbers. */
  double of(double one, double other) {
    return this == LOWER ? Math.min(one, other) : Math.max(one, other);
  }

  /** How far a number is from the best, which no number beats. */
  double regret(double value, double best) {
    return this == LOWER ? value - best : best - value;
  }

  /** As tables write it, such as {@code lower}. */
  @Override
  public String toString() {
    return word;
  }
}
