package org.fundinggap.report;

import java.util.List;
import java.util.Locale;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.Gap;
import org.fundinggap.quantity.FinancialYear;

/**
 * The gap of a year as a reader should quote it: never without its definition, funding, opening,
 * price basis and range, nor without what the same gap is under other choices and what past ranges
 * held.
 */
public final class Headline {
  private final EnglandReport report;
  private final FinancialYear year;

  private Headline(EnglandReport report, FinancialYear year) {
    this.report = report;
    this.year = year;
  }

  static Headline of(EnglandReport report, FinancialYear year) {
    return new Headline(report, year);
  }

  /**
   * The number and its range with all that it depends on.
   *
   * @return such as {@code Stand-still gap of England in 2029-30: GBP 3.1bn [0.9, 5.7] in cash ...}
   */
  public String sentence() {
    FundingPlan plan = FundingPlan.HEADLINE;
    return "Stand-still gap of England in "
        + year
        + ": GBP "
        + band(draws(plan))
        + " in cash, median [10th, 90th percentile]; from base year "
        + report.baseline().start()
        + "; funding by "
        + report.settled(plan)
        + "; opening at "
        + plan.opening().phrase()
        + ".";
  }

  /**
   * The same gap where one choice is made otherwise.
   *
   * @return such as {@code Funding cash-flat after published plans 4.9bn, ...}
   */
  public String otherwise() {
    StringBuilder text = new StringBuilder("The median otherwise: ");
    for (FundingPlan plan : report.plans()) {
      if (!plan.label().equals(FundingPlan.HEADLINE.label())) {
        text.append(plan.label()).append(' ').append(billions(draws(plan))).append("; ");
      }
    }
    return text.substring(0, text.length() - 2) + " (GBP).";
  }

  /**
   * All that is to be said beside the number.
   *
   * @return the number, the other choices and what past ranges held, a line each
   */
  public List<String> lines() {
    return List.of(sentence(), otherwise(), PastRange.sentence());
  }

  private Draws draws(FundingPlan plan) {
    return report.gaps().outcome(plan.label(), Gap.STAND_STILL.cash()).in(year);
  }

  private static String band(Draws draws) {
    return String.format(
        Locale.ROOT,
        "%s [%.1f, %.1f]",
        billions(draws),
        draws.quantile(0.1) * EnglandReport.TO_BILLIONS,
        draws.quantile(0.9) * EnglandReport.TO_BILLIONS);
  }

  private static String billions(Draws draws) {
    return String.format(Locale.ROOT, "%.1fbn", draws.quantile(0.5) * EnglandReport.TO_BILLIONS);
  }

  /** {@link #lines}, one below the other. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
