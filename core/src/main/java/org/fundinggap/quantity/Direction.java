package org.fundinggap.quantity;

/** Which way a number moves, or improves; the library never guesses it. */
public enum Direction {
  /** Less of it, as gaps, costs and children in care improve. */
  LOWER(-1, "lower"),
  /** More of it, as funding and early help improve. */
  HIGHER(1, "higher");

  private final int sign;
  private final String word;

  Direction(int sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /**
   * What turns a difference so that positive means this way.
   *
   * @return -1 or 1
   */
  public int sign() {
    return sign;
  }

  /**
   * The one of two numbers that lies further this way.
   *
   * @param one a number
   * @param other another
   * @return the lesser of them or the greater
   */
  public double further(double one, double other) {
    return this == LOWER ? Math.min(one, other) : Math.max(one, other);
  }

  /**
   * How far a number is behind another.
   *
   * @param value a number
   * @param best one that no number is further than
   * @return at least 0 then
   */
  public double behind(double value, double best) {
    return this == LOWER ? value - best : best - value;
  }

  /** As tables write it, such as {@code lower}. */
  @Override
  public String toString() {
    return word;
  }
}
