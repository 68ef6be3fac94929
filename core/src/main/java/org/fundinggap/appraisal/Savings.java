package org.fundinggap.appraisal;

/** How people who need a service no more are valued. */
public enum Savings {
  /**
   * As savings come: cost follows people late and not all the way, and children who are kept out of
   * care would not have lived as the average child does (C4).
   */
  AT_MARGIN("at the margin"),
  /** Each at what the average one costs, at once: more than can be saved. */
  AT_AVERAGE_COST("at average cost");

  private final String label;

  Savings(String label) {
    this.label = label;
  }

  /** Such as {@code at the margin}. */
  @Override
  public String toString() {
    return label;
  }
}
