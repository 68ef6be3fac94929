package org.fundinggap.demand;

/**
 * How children looked after go on in the middle of what may come. Spreads are the same for all; a
 * user who believes one of them more than the others takes that one.
 */
public enum Outlook {
  /** The mean of what recent flows and what the long record say: the baseline. */
  POOLED("pooled", "five years grow between what recent flows and thirty years of the record say"),

  /** Every rate of demand stays where it was in the base year; children 0 to 17 change. */
  RATES_AS_TODAY("rates as today", "every rate of demand stays at the base year's"),

  /** Children looked after change for three more years as in the last one, and its rates stay. */
  RECENT_CHANGE(
      "recent change goes on", "three more years change as the last one did, and its rates stay"),

  /** Children looked after grow over five years as their long record says. */
  LONG_TREND("long trend", "five years grow as thirty years of the record say");

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
