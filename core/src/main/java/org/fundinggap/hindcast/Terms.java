package org.fundinggap.hindcast;

/** In which prices money is scored. */
public enum Terms {
  /** As it was spent. */
  CASH,
  /**
   * In prices of the base year: each draw by its own deflator, the outturn by the one that came.
   */
  REAL;

  /** As tables write it. */
  @Override
  public String toString() {
    return this == CASH ? "cash" : "real";
  }
}
