package org.fundinggap.hindcast;

import org.fundinggap.internal.Checks;

/** How far ahead a forecast looked, in groups that have enough cases to be counted. */
public enum HorizonGroup {
  /** The next year. */
  ONE("1", 1, 1),
  /** Two and three years. */
  TWO_TO_THREE("2-3", 2, 3),
  /** Four to six years. */
  FOUR_TO_SIX("4-6", 4, 6),
  /** Seven years and more. */
  SEVEN_AND_MORE("7+", 7, Integer.MAX_VALUE);

  private final String label;
  private final int from;
  private final int to;

  HorizonGroup(String label, int from, int to) {
    this.label = label;
    this.from = from;
    this.to = to;
  }

  /**
   * The group of a horizon.
   *
   * @param years at least 1
   * @return the group
   * @throws IllegalArgumentException if {@code years} is less than 1
   */
  public static HorizonGroup of(int years) {
    Checks.atLeast(years, 1, "years ahead", "give a target after the base year");
    for (HorizonGroup group : values()) {
      if (group.from <= years && years <= group.to) {
        return group;
      }
    }
    throw new AssertionError(years);
  }

  /** As tables write it, such as {@code 2-3}. */
  @Override
  public String toString() {
    return label;
  }
}
