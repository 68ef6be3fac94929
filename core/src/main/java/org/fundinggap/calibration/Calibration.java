package org.fundinggap.calibration;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.demand.Outlook;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.estimation.Culprits;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Opening;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;

/**
 * The numbers of England's model for a base year, estimated from what a register holds.
 *
 * <p>Published values open the base year; levels, trends, spreads and autocorrelations come from
 * the years up to it, pooled with registered beliefs, the more so the shorter the series ({@link
 * org.fundinggap.estimation}); priors stand for what no series says. Values of later years are
 * never read. Each number says how it came about: {@link Inputs#origin}.
 */
public final class Calibration {
  /** By then spending of the year that ended ten months before has been published. */
  private static final int LAST_OF_JANUARY = 31;

  private Calibration() {}

  /**
   * What keeps a year from being a base year.
   *
   * @param evidence the register
   * @param baseYear the year
   * @return one sentence for each series that lacks a year or is in another unit, and one for each
   *     area other than England that series describe; empty if it can be
   */
  public static List<String> missing(EvidenceBase evidence, FinancialYear baseYear) {
    return RequiredSeries.missing(evidence, baseYear);
  }

  /**
   * The series without which a year cannot be a base year.
   *
   * @return their ids; immutable. Of children's homes and fostering a unit cost may stand in for
   *     spending
   */
  public static List<String> requiredSeries() {
    return List.copyOf(RequiredSeries.ids());
  }

  /**
   * Which of {@link #requiredSeries()} lack a year, and nothing stands in for them.
   *
   * @param evidence the register
   * @param year the year
   * @return their ids; immutable
   */
  public static List<String> lackingSeries(EvidenceBase evidence, FinancialYear year) {
    return RequiredSeries.lacking(evidence, year).stream()
        .filter(lack -> lack.year().equals(year))
        .map(RequiredSeries.Lack::series)
        .toList();
  }

  /**
   * The latest year that has all that a base year needs.
   *
   * @param evidence the register
   * @return the last of {@link #baseYears}; empty if there is none
   */
  public static Optional<FinancialYear> latestBaseYear(EvidenceBase evidence) {
    return RequiredSeries.latest(evidence);
  }

  /**
   * The day by which the statistics of a base year are out, so that a projection from it can be
   * made: 31 January of the year after it ended.
   *
   * @param baseYear the year
   * @return such as 31 January 2017 for 2015-16
   */
  public static LocalDate dayOf(FinancialYear baseYear) {
    return LocalDate.of(baseYear.endYear() + 1, Month.JANUARY, LAST_OF_JANUARY);
  }

  /**
   * The register as it stood when a projection from a base year could first have been made.
   *
   * @param evidence the register
   * @param baseYear the year
   * @return as it is where the base year is its newest, or was on the date that it is as of; else
   *     as of {@link #dayOf} the base year
   */
  public static EvidenceBase then(EvidenceBase evidence, FinancialYear baseYear) {
    return Deflators.then(evidence, baseYear);
  }

  /**
   * Every year that has all that a base year needs.
   *
   * @param evidence the register
   * @return the years in order; empty if there is none
   */
  public static List<FinancialYear> baseYears(EvidenceBase evidence) {
    return RequiredSeries.all(evidence);
  }

  /**
   * The latest year that has all that a base year needs, or a refusal.
   *
   * @param evidence the register
   * @return the year
   * @throws InvalidInputException if there is none: the first date from which there is one, and
   *     what the nearest years lack
   */
  public static FinancialYear requireLatestBaseYear(EvidenceBase evidence) {
    return RequiredSeries.latest(evidence)
        .orElseThrow(() -> new BaseYearRefusal(evidence).ofEveryYear());
  }

  /**
   * Refuses a year that lacks something of what a base year needs.
   *
   * @param evidence the register
   * @param baseYear the year
   * @throws InvalidInputException if it cannot be: all that it lacks, and which years can be
   */
  public static void requireBaseYear(EvidenceBase evidence, FinancialYear baseYear) {
    if (!RequiredSeries.works(evidence, baseYear)) {
      throw new BaseYearRefusal(evidence).of(baseYear);
    }
  }

  /**
   * The streams of England's funding: core funding by a plan, the asylum grant, the grants of the
   * Families First programme where they had been announced, and councils' other money where the
   * plan counts it.
   *
   * @param evidence the register
   * @param years the base year and the years to project
   * @param funding base-year funding of core and asylum grant together
   * @param plan how core funding goes on
   * @return the streams
   * @throws InvalidInputException if the plan's known years do not fit the projection's, or the
   *     register lacks what its opening needs
   */
  public static List<FundingStream> streams(
      EvidenceBase evidence, YearRange years, BaseFunding funding, FundingPlan plan) {
    return Culprits.stated(
        evidence, years.first(), () -> checkedStreams(evidence, years, funding, plan));
  }

  private static List<FundingStream> checkedStreams(
      EvidenceBase evidence, YearRange years, BaseFunding funding, FundingPlan plan) {
    BaseYearEvidence base = new BaseYearEvidence(evidence, years.first());
    NavigableMap<FinancialYear, Cited> settled = SettledFunding.of(base, years, funding, plan);
    // Without a rule the settlement reaches the last year, and no rule is ever followed.
    FundingRule rule = plan.rule().orElse(FundingRule.CASH_FLAT);
    List<FundingStream> streams = new ArrayList<>();
    streams.add(
        settled.isEmpty()
            ? FundingStream.core(rule)
            : FundingStream.settledCore(rule, settled.lastKey()));
    streams.add(FundingStream.asylum());
    if (FamiliesFirst.isKnown(base)) {
      streams.add(FundingStream.familiesFirst());
      streams.add(FundingStream.transformation());
    }
    if (plan.opening() != Opening.ORIGINAL_BUDGET) {
      BaseFunding.requireOpening(evidence, base.year(), plan);
      streams.add(FundingStream.otherMoney());
    }
    return List.copyOf(streams);
  }

  /**
   * The numbers of the whole model.
   *
   * @param evidence the register
   * @param model the equations of demand, cost and funding with the streams below, with or without
   *     cuts of early help
   * @param years the base year and the years to project
   * @param streams as {@link #streams} gives them
   * @param funding base-year funding of core and asylum grant together
   * @param plan how it goes on, as for {@link #streams}
   * @param outlook how children looked after go on in the middle
   * @return the inputs
   * @throws InvalidInputException if a number rests on a series or figure of an area other than
   *     England, where prices are those of the United Kingdom; or if numbers cannot be what they
   *     are: each with its id, year and value
   */
  public static Inputs england(
      EvidenceBase evidence,
      Model model,
      YearRange years,
      List<FundingStream> streams,
      BaseFunding funding,
      FundingPlan plan,
      Outlook outlook) {
    RequiredSeries.requirePositive(evidence, years.first());
    return Culprits.stated(
        evidence,
        years.first(),
        () -> checked(evidence, model, years, streams, funding, plan, outlook));
  }

  private static Inputs checked(
      EvidenceBase evidence,
      Model model,
      YearRange years,
      List<FundingStream> streams,
      BaseFunding funding,
      FundingPlan plan,
      Outlook outlook) {
    BaseYearEvidence base = new BaseYearEvidence(evidence, years.first());
    BaseYearPrices prices = BaseYearPrices.of(evidence, base.year());
    InputsWriter fill = new InputsWriter(Inputs.builder(model, years), evidence);
    EarlyHelpCalibration earlyHelp = new EarlyHelpCalibration(fill, base);
    DemandCalibration.fill(fill, base, years, outlook);
    WorkforceCalibration.fill(fill, base);
    CostCalibration.fill(fill, base, prices);
    PriceCalibration.fill(fill, base, prices, years);
    earlyHelp.restoration(prices);
    FundingCalibration.fill(fill, base, streams, funding, plan, years);
    if (model.parameters().contains(EarlyHelp.KEPT_BY_POLICY)) {
      fill.prior(EarlyHelp.KEPT_BY_POLICY, "early-help-kept-by-policy");
    } else {
      earlyHelp.cuts(funding.amount().plus(funding.otherMoney(base, plan.opening())));
    }
    return RequiredSeries.requireEngland(evidence, fill.build());
  }

  /**
   * The numbers of children and referrals alone (D1 to D3).
   *
   * @param evidence the register
   * @param model those equations
   * @param years the base year and the years to project
   * @return the inputs
   */
  public static Inputs referrals(EvidenceBase evidence, Model model, YearRange years) {
    RequiredSeries.requirePositive(evidence, years.first());
    return Culprits.stated(
        evidence,
        years.first(),
        () -> {
          InputsWriter fill = new InputsWriter(Inputs.builder(model, years), evidence);
          ReferralCalibration.fill(fill, new BaseYearEvidence(evidence, years.first()), years);
          return RequiredSeries.requireEngland(evidence, fill.build());
        });
  }

  /**
   * The priors made with hindsight that some inputs read: what a score of a past run has to list.
   *
   * <p>A baseline reads few of all that {@link EvidenceBase#hindsightPriors} lists, and fewer the
   * longer the series of its time are.
   *
   * @param evidence the register that the inputs were made from, as of a date
   * @param inputs of a baseline, with or without measures
   * @return an immutable list in the order of the register; empty for the whole register
   */
  public static List<Prior> hindsight(EvidenceBase evidence, Inputs inputs) {
    Set<String> read = inputs.evidence();
    return evidence.hindsightPriors().stream().filter(prior -> read.contains(prior.id())).toList();
  }

  /**
   * A registered prior as a distribution.
   *
   * @param prior the prior
   * @return its shape, cut off at its bounds, with its mass at zero; in the unit of the prior
   */
  public static Distribution distribution(Prior prior) {
    Distribution shape = shape(prior);
    return prior.massAtZero() > 0 ? Distribution.zeroOr(prior.massAtZero(), shape) : shape;
  }

  private static Distribution shape(Prior prior) {
    boolean bounded = Double.isFinite(prior.lower()) || Double.isFinite(prior.upper());
    return switch (prior.distribution()) {
      case FIXED -> Distribution.fixed(prior.centre());
      case NORMAL ->
          bounded
              ? Distribution.truncatedNormal(
                  prior.centre(), prior.spread(), prior.lower(), prior.upper())
              : Distribution.normal(prior.centre(), prior.spread());
      case TRIANGULAR -> Distribution.triangular(prior.lower(), prior.centre(), prior.upper());
      case UNIFORM -> Distribution.uniform(prior.lower(), prior.upper());
    };
  }
}
