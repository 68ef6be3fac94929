package org.fundinggap.funding;

import org.fundinggap.internal.Checks;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;

/**
 * One source of funding and the rule by which it goes on from the base year.
 *
 * @param id the word for it in names, such as {@code core}
 * @param label what it is, in a few words
 * @param rule how it goes on
 * @param tied whether it may be spent on new services only, so that it cannot pay for the service
 *     of the base year
 */
public record FundingStream(String id, String label, FundingRule rule, boolean tied) {
  /**
   * Checks the texts.
   *
   * @param id as described above
   * @param label as described above
   * @param rule as described above
   * @param tied as described above
   * @throws IllegalArgumentException if a text is blank
   */
  public FundingStream {
    Checks.notBlank(id, "id");
    Checks.notBlank(label, "label");
  }

  /**
   * Core funding: the published budget, less the grant for asylum-seeking children.
   *
   * @param rule how it goes on
   * @return the stream
   */
  public static FundingStream core(FundingRule rule) {
    return new FundingStream("core", "core funding", rule, false);
  }

  /**
   * The grant for unaccompanied asylum-seeking children.
   *
   * @return the stream
   */
  public static FundingStream asylum() {
    return new FundingStream("asylum", "asylum grant", FundingRule.PER_ASYLUM_SEEKING_CHILD, false);
  }

  /**
   * New money of the Families First programme, ring-fenced for family help and child protection.
   *
   * @return the stream
   */
  public static FundingStream familiesFirst() {
    return new FundingStream("familiesFirst", "Families First grant", FundingRule.SCHEDULED, true);
  }

  /**
   * The Transformation Fund of that programme, one-off.
   *
   * @return the stream
   */
  public static FundingStream transformation() {
    return new FundingStream("transformation", "Transformation Fund", FundingRule.SCHEDULED, true);
  }

  /**
   * The stream's amount, GBP million cash.
   *
   * @return the variable
   */
  public Variable amount() {
    return Variable.money("funding." + id, label, Unit.GBP_MILLION, PriceBasis.cash());
  }

  /**
   * Growth a year under {@link FundingRule#CONSTANT_GROWTH}.
   *
   * @return the parameter
   */
  public Parameter growth() {
    return new Parameter("fundingGrowth." + id, "growth of " + label, Unit.PER_YEAR, -0.2, 0.3);
  }

  /**
   * The stream as a share of last year's outturn under {@link FundingRule#FOLLOWS_OUTTURN}.
   *
   * @return the parameter
   */
  public Parameter outturnShare() {
    return new Parameter("outturnShare." + id, label + " over last outturn", Unit.RATIO, 0, 1.5);
  }

  /**
   * Standard deviation of that share from year to year.
   *
   * @return the parameter
   */
  public Parameter outturnSpread() {
    return new Parameter("outturnSpread." + id, "spread of that share", Unit.RATIO, 0, 0.2);
  }

  /**
   * Shock to that share.
   *
   * @return the shock
   */
  public Shock outturnShock() {
    return new Shock("outturnShock." + id, "shock to " + label + " over last outturn");
  }

  /**
   * Amount by year under {@link FundingRule#SCHEDULED}, GBP million cash.
   *
   * @return the path
   */
  public Schedule schedule() {
    return new Schedule("fundingSchedule." + id, "schedule of " + label, Unit.GBP_MILLION);
  }
}
