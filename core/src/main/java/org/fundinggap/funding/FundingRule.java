package org.fundinggap.funding;

import org.fundinggap.model.Schedule;
import org.fundinggap.quantity.Unit;

/** How a stream of funding goes on from the base year. */
public enum FundingRule {
  /** The same pounds every year. */
  CASH_FLAT("cash-flat"),
  /** The base year's amount in real terms: grows with the GDP deflator of the draw. */
  REAL_FLAT("real-flat"),
  /** Grows as receipts of council tax are forecast to: {@link #COUNCIL_TAX_GROWTH}. */
  COUNCIL_TAX("council-tax growth"),
  /** Grows at a constant rate: {@link FundingStream#growth}. */
  CONSTANT_GROWTH("constant growth"),
  /**
   * Follows what was spent in the year before, as published budgets have: {@link
   * FundingStream#outturnShare} with a yearly {@link FundingStream#outturnSpread}. Under it a
   * budget gap never accumulates.
   */
  FOLLOWS_OUTTURN("follows last outturn"),
  /** Grows in each year as need grew in the year before. */
  FOLLOWS_NEED("follows need, a year late"),
  /**
   * Moves with the number of unaccompanied asylum-seeking children looked after, cash per child.
   */
  PER_ASYLUM_SEEKING_CHILD("per asylum-seeking child"),
  /** Given for every year: {@link FundingStream#schedule}. */
  SCHEDULED("by schedule");

  /** Growth of council tax receipts by year. */
  public static final Schedule COUNCIL_TAX_GROWTH =
      new Schedule("councilTaxGrowth", "growth of council tax receipts", Unit.PER_YEAR);

  private final String label;

  FundingRule(String label) {
    this.label = label;
  }

  /**
   * What the rule is called, for tables and charts.
   *
   * @return such as {@code cash-flat}
   */
  public String label() {
    return label;
  }

  /**
   * What the rule means, in one sentence.
   *
   * @return a sentence that names the rule, for captions
   */
  public String definition() {
    return switch (this) {
      case CASH_FLAT -> "Cash-flat: the same pounds every year.";
      case REAL_FLAT -> "Real-flat: grows with the GDP deflator.";
      case COUNCIL_TAX ->
          "Council-tax growth: core funding grows as receipts of council tax are forecast to, less"
              + " what the precept of the year raises for adult care.";
      case CONSTANT_GROWTH -> "Constant growth: the same percentage every year.";
      case FOLLOWS_OUTTURN -> "Follows last outturn: nearly what was spent a year before.";
      case FOLLOWS_NEED -> "Follows need: grows as need did a year before.";
      case PER_ASYLUM_SEEKING_CHILD ->
          "Per asylum-seeking child: the same pounds for each one looked after.";
      case SCHEDULED -> "By schedule: given for every year.";
    };
  }
}
