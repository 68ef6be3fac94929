package org.fundinggap.appraisal;

import java.util.Objects;
import java.util.Optional;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * From which year a policy is looked at, and in which year's prices its money is stated. Immutable.
 *
 * <p>The appraisal year is the year of a present value: a pound of that year counts in full, and
 * the discount schedule counts its years from there. It is the year of the decision; the Green
 * Book's year 0. Price year and appraisal year are two choices: each pound of a later year is first
 * deflated, then discounted.
 *
 * <p>Money is deflated by each draw's own prices. Between two price years it is carried by the
 * deflator of the baseline scenario in the same draw, one yardstick for both scenarios. The ratio
 * of benefits to costs and payback are worked out in prices of the base year, which are the same in
 * every draw, so that neither depends on the price year.
 *
 * @param appraisalYear year to which values are discounted; empty for the base year
 * @param priceYear year whose prices are used; empty for the base year
 * @param leavesOutSunk whether what a policy changes before the appraisal year is left out; if not,
 *     a policy that changes anything by then is refused
 */
public record AppraisalYears(
    Optional<FinancialYear> appraisalYear,
    Optional<FinancialYear> priceYear,
    boolean leavesOutSunk) {
  /**
   * Values of the base year in its prices.
   *
   * @return the choice, which is that of an appraiser without another
   */
  public static AppraisalYears ofBaseYear() {
    return new AppraisalYears(Optional.empty(), Optional.empty(), false);
  }

  /**
   * Values of a year in prices of that year, as a decision of that year wants them.
   *
   * @param year of the run, before its last
   * @return the choice
   */
  public static AppraisalYears of(FinancialYear year) {
    Objects.requireNonNull(year, "year");
    return new AppraisalYears(Optional.of(year), Optional.of(year), false);
  }

  /**
   * The same in the prices of another year.
   *
   * @param year of the run
   * @return the choice
   */
  public AppraisalYears inPricesOf(FinancialYear year) {
    return new AppraisalYears(appraisalYear, Optional.of(year), leavesOutSunk);
  }

  /**
   * The same, leaving out what a policy changes before the appraisal year. By then it is sunk: no
   * decision of the appraisal year can alter it. Neither costs nor benefits of earlier years are
   * counted, and the appraisal's text says how much that is. Benefits that come later of what was
   * spent before are counted, so that a policy looks better the later it is looked at.
   *
   * @return the choice
   */
  public AppraisalYears leavingOutSunk() {
    return new AppraisalYears(appraisalYear, priceYear, true);
  }

  /** The year to which values of a run are discounted. */
  FinancialYear appraisalYear(YearRange run) {
    FinancialYear year = appraisalYear.orElse(run.first());
    FinancialYear latest = run.last().plus(-1);
    if (!run.contains(year) || year.equals(run.last())) {
      throw outside(
          "appraisal year", year, run.first(), latest, "a year of the run before its last");
    }
    return year;
  }

  /** The year whose prices are used in a run. */
  FinancialYear priceYear(YearRange run) {
    FinancialYear year = priceYear.orElse(run.first());
    if (!run.contains(year)) {
      throw outside("price year", year, run.first(), run.last(), "a year of the run");
    }
    return year;
  }

  private static IllegalArgumentException outside(
      String name, FinancialYear was, FinancialYear first, FinancialYear last, String wanted) {
    return new IllegalArgumentException(
        name
            + " must be in ["
            + first
            + ", "
            + last
            + "], was "
            + was
            + "; name "
            + wanted
            + ", or project over other years");
  }

  /** What a policy changes from the appraisal year on. */
  PolicyEffects seen(PolicyEffects whole) {
    YearRange run = whole.services().years();
    FinancialYear year = appraisalYear(run);
    Optional<FinancialYear> change = whole.firstChange();
    if (!leavesOutSunk && change.isPresent() && change.get().compareTo(year) < 0) {
      throw new IllegalArgumentException(
          "first year in which the policy changes money must not be before the appraisal year "
              + year
              + ", was "
              + change.get()
              + "; appraise as of that year or before, delay the levers, or leave out what is sunk"
              + " with AppraisalYears.leavingOutSunk()");
    }
    return year.equals(run.first()) ? whole : whole.from(year);
  }

  /** Such as {@code values of 2026-27 in prices of 2025-26, what is sunk by then left out}. */
  @Override
  public String toString() {
    return "values of "
        + appraisalYear.map(FinancialYear::toString).orElse("the base year")
        + " in prices of "
        + priceYear.map(FinancialYear::toString).orElse("the base year")
        + (leavesOutSunk ? ", what is sunk by then left out" : "");
  }
}
