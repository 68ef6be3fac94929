package org.fundinggap.funding;

/**
 * What the gap of the base year is measured from: a choice that is carried through all later years
 * in real terms.
 *
 * <p>Councils spend more than they budgeted and close the year with other money: grants that come
 * in during the year, reserves, and what other services did not spend. Whether that money is
 * counted as funding, and goes on, is a matter of definition and not of fact, so that it is named
 * wherever a gap is.
 */
public enum Opening {
  /** The original budget: what councils planned to spend. The gap opens at the overspend. */
  ORIGINAL_BUDGET("original budget", "the original budget"),
  /** The budget as revised in the year by grants and decisions after it was set. */
  REVISED_BUDGET("revised budget", "the budget as revised in the year"),
  /** All that was spent: other money closed the gap and goes on, so that it opens at nil. */
  CLOSED("closed by councils' other money", "all that was spent, closed by councils' other money");

  private final String label;
  private final String phrase;

  Opening(String label, String phrase) {
    this.label = label;
    this.phrase = phrase;
  }

  /**
   * What it is called, for tables.
   *
   * @return such as {@code original budget}
   */
  public String label() {
    return label;
  }

  /**
   * What the gap opens from, for sentences.
   *
   * @return such as {@code the original budget}
   */
  public String phrase() {
    return phrase;
  }

  /**
   * What it means, in a sentence, for captions.
   *
   * @return a sentence that names it
   */
  public String definition() {
    return switch (this) {
      case ORIGINAL_BUDGET ->
          "Original budget: the gap opens at what was spent beyond the budget that councils set,"
              + " and no other money of theirs is counted.";
      case REVISED_BUDGET ->
          "Revised budget: grants and decisions of the year itself are counted too, and go on in"
              + " real terms.";
      case CLOSED ->
          "Closed by councils' other money: the gap opens at nil, and what councils found in the"
              + " base year beyond their budget goes on in real terms, on top of later budgets,"
              + " which may hold a part of it.";
    };
  }

  /** {@link #label}. */
  @Override
  public String toString() {
    return label;
  }
}
