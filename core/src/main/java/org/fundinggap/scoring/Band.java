package org.fundinggap.scoring;

/** The central bands of a forecast that are scored, from the narrowest to the widest. */
public enum Band {
  /** From the 25th to the 75th percentile. */
  HALF(0.25),
  /** From the 10th to the 90th percentile. */
  FOUR_FIFTHS(0.1),
  /** From the 5th to the 95th percentile. */
  NINE_TENTHS(0.05);

  private final double tail;

  Band(double tail) {
    this.tail = tail;
  }

  /**
   * How often the outcome is in the band, if forecasts are right.
   *
   * @return 0.5, 0.8 or 0.9
   */
  public double share() {
    return 1 - 2 * tail;
  }

  /**
   * The probability on either side of the band.
   *
   * @return 0.25, 0.1 or 0.05
   */
  public double tail() {
    return tail;
  }

  /** Such as {@code 80%}. */
  @Override
  public String toString() {
    return Math.round(100 * share()) + "%";
  }
}
