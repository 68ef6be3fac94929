package org.fundinggap.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundinggap.cost.Cost;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.funding.KnownFunding;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Variable;
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
    String text =
        "Stand-still gap of England in "
            + year
            + ": GBP "
            + band(draws(plan))
            + " in cash, GBP "
            + band(report.gaps().outcome(plan.label(), real()).in(year))
            + " in prices of "
            + report.baseline().baseYear()
            + ", median [10th, 90th percentile]"
            + report.evidence().asOfDate().map(date -> "; as known on " + date).orElse("")
            + "; from base year "
            + report.start()
            + "; funding by "
            + report.settled(plan)
            + "; opening at "
            + plan.opening().phrase()
            + ".";
    return Markup.oneLine(text);
  }

  /**
   * The median of the same gap where one choice is made otherwise.
   *
   * @return such as {@code Otherwise, medians in cash (GBP): after the plans cash-flat 2.7bn, ...}
   */
  public String otherwise() {
    String headline = FundingPlan.HEADLINE.label();
    List<FundingPlan> others =
        report.plans().stream().filter(plan -> !plan.label().equals(headline)).toList();
    boolean arePlans = report.baseline().knownTo(FundingPlan.HEADLINE).isPresent();
    return "Otherwise, medians in cash (GBP): "
        + (arePlans
            ? "after the plans " + medians(others, Headline::isContinuation, Headline::rule) + "; "
            : "")
        + (arePlans ? "without published plans " : "")
        + medians(
            others, plan -> isOpening(plan) && !isPublished(plan) && !isSame(plan), Headline::rule)
        + "; opening "
        + medians(others, plan -> !isOpening(plan), plan -> "at " + plan.opening().phrase())
        + ".";
  }

  /** Where no plan is held the headline is its rule alone. */
  private boolean isSame(FundingPlan plan) {
    return report.baseline().knownTo(FundingPlan.HEADLINE).isEmpty()
        && plan.rule().equals(FundingPlan.HEADLINE.rule());
  }

  private static boolean isContinuation(FundingPlan plan) {
    return isOpening(plan) && isPublished(plan);
  }

  private static boolean isOpening(FundingPlan plan) {
    return plan.opening() == FundingPlan.HEADLINE.opening();
  }

  private static boolean isPublished(FundingPlan plan) {
    return plan.known().source() == KnownFunding.Source.PUBLISHED;
  }

  private static String rule(FundingPlan plan) {
    return plan.rule().map(FundingRule::label).orElse("");
  }

  private String medians(
      List<FundingPlan> plans, Predicate<FundingPlan> which, Function<FundingPlan, String> name) {
    return plans.stream()
        .filter(which)
        .map(plan -> name.apply(plan) + " " + billions(draws(plan)))
        .collect(Collectors.joining(", "));
  }

  /**
   * All that is to be said beside the number.
   *
   * @return the number, the other choices and, of the newest base year, what past ranges of this
   *     model held, a line each
   */
  public List<String> lines() {
    return report.isNewest()
        ? List.of(sentence(), otherwise(), pastRanges())
        : List.of(sentence(), otherwise());
  }

  /** What past ranges held, and in pounds what a miss like theirs is. */
  String pastRanges() {
    double need = report.demand().outcome(Cost.NEED).in(year).quantile(0.5);
    double bias = PastRange.biasOfTotals();
    return PastRange.sentence()
        + String.format(
            Locale.ROOT,
            " Totals came out %.0f%% above the median on average: %.0f%% of the median need of %s"
                + " is GBP %.1fbn.",
            100 * bias,
            100 * bias,
            year,
            bias * need * EnglandReport.TO_BILLIONS);
  }

  private Variable real() {
    return Gap.STAND_STILL.real(report.baseline().baseYear());
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
    return NumberText.fixed("%.1f", draws.quantile(0.5) * EnglandReport.TO_BILLIONS) + "bn";
  }

  /** {@link #lines}, one below the other. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
