package org.fundinggap.demand;

/**
 * How children looked after go on in the middle of what may come. Spreads are the same for all; a
 * user who believes one of them more than the others takes that one.
 */
public enum Outlook {
  /** The mean of what recent flows and what the long record say: the baseline. */
  POOLED("pooled", "half-way between recent flows and the record of thirty years"),

  /** Every rate stays where it was in the base year; children 0 to 17 alone change. */
  RATES_AS_TODAY("rates as today", "every rate of demand stays at the base year's"),

  /** Children looked after change for three more years as they did in the last one. */
  RECENT_CHANGE(
      "recent change goes on", "three more years change as the last one did, and rates stay there"),

  /** Growth returns to what it was in the long record of children looked after. */
  LONG_TREND("long trend", "growth returns to its mean over thirty years");

  private final String label;
  private final String meaning;

  Outlook(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /**
   * Its name in tables.
   *
   * @return such as {@code rates as today}
   */
  public String label() {
    return label;
  }

  /**
   * What it says.
   *
   * @return one clause
   */
  public String meaning() {
    return meaning;
  }
}
