package org.fundinggap.scenario;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.Outlook;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.nowcast.PartPublishedYear;
import org.fundinggap.nowcast.ProjectedTotals;
import org.fundinggap.policy.CurrentLaw;
import org.fundinggap.policy.Provision;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.EnglandSettings.Complete;

/**
 * England as it is: the model calibrated to the published figures of a base year. Immutable.
 *
 * <p>Stocks, flows and spending of the base year are the published ones; rates, drifts and spreads
 * are estimated from the series up to it where they are long enough, and are registered priors
 * where they are not. A baseline becomes a {@link Scenario} by choosing how funding goes on.
 */
public final class Baseline {
  /** How many years are projected unless asked otherwise. */
  public static final int YEARS = 10;

  private final EnglandSettings england;

  private Baseline(EnglandSettings england) {
    this.england = england;
  }

  /**
   * The baseline from the latest year that has every published figure, ten years on: 2024-25 for
   * the register that ships with the library, an earlier year for one that is {@link
   * EvidenceBase#asOf as of} a date.
   *
   * <p>Where no series of the time says anything, numbers are priors, and those are of today;
   * {@link org.fundinggap.model.Inputs#origin} says which, {@link EvidenceBase#hindsightPriors}
   * lists them.
   *
   * @param evidence the register
   * @return the baseline
   * @throws InvalidInputException if no year has every series: the first date from which one has,
   *     with its base year, and what the nearest years lack
   */
  public static Baseline england(EvidenceBase evidence) {
    return starting(evidence, Calibration.requireLatestBaseYear(evidence), Optional.empty());
  }

  /**
   * The baseline from a year of which some statistics are not out yet, ten years on. What is
   * missing is {@linkplain ProjectedTotals projected} from the latest complete year: it opens the
   * projection as a number without a range of its own, and every number that rests on it says so.
   *
   * @param evidence the register
   * @return the baseline; {@link #evidence()} holds the projected totals
   * @throws InvalidInputException if no year has every series, or no required series holds the year
   *     after the latest that has
   */
  public static Baseline partPublished(EvidenceBase evidence) {
    Baseline complete = england(evidence);
    Optional<PartPublishedYear> part = PartPublishedYear.of(evidence);
    InvalidInputException.throwIfAny(
        "part-published baseline",
        part.isPresent()
            ? List.of()
            : List.of(
                "a series that a base year needs must hold "
                    + complete.baseYear().plus(1)
                    + ", none does; use Baseline.england(evidence), which starts from "
                    + complete.baseYear()));
    PartPublishedYear year = part.orElseThrow();
    Inputs inputs = complete.to(year.year()).with(FundingRule.REAL_FLAT).inputs();
    return starting(
        ProjectedTotals.addedTo(evidence, year, inputs),
        year.year(),
        Optional.of(new Complete(evidence, inputs)));
  }

  /**
   * The baseline as it would have been in another year, ten years on.
   *
   * <p>Values after the base year are not read, but for consumer prices as they were known or
   * forecast on the 31 January after its end. Latest revisions are read, and priors are today's: a
   * baseline of a past year is not a score of forecasting. The shorter the series of the time are,
   * the more its numbers lean on priors; the workforce of 2013-14 and before, of which nothing is
   * held, rests on priors and children in need. {@link org.fundinggap.model.Inputs#origin} says so.
   *
   * @param evidence the register
   * @param baseYear the year to start from, one of {@link Calibration#baseYears}: 2012-13, 2013-14
   *     and 2015-16 to 2024-25 of the register that ships with the library
   * @return the baseline
   * @throws InvalidInputException if a series lacks the base year, or a stock the year before: all
   *     are named, and the years that could be chosen
   */
  public static Baseline england(EvidenceBase evidence, FinancialYear baseYear) {
    Calibration.requireBaseYear(evidence, baseYear);
    return starting(evidence, baseYear, Optional.empty());
  }

  private static Baseline starting(
      EvidenceBase evidence, FinancialYear baseYear, Optional<Complete> complete) {
    return new Baseline(
        new EnglandSettings(
            evidence,
            from(baseYear),
            BaseFunding.published(evidence, baseYear),
            Outlook.POOLED,
            false,
            complete,
            ImmutableList.copyOf(CurrentLaw.of(evidence, baseYear))));
  }

  private static YearRange from(FinancialYear baseYear) {
    return YearRange.inclusive(baseYear, baseYear.plus(YEARS));
  }

  /**
   * The same baseline to another last year.
   *
   * @param last the last year to project: the base year itself, or a later one to which the
   *     register holds a path of prices, 2083-84 of the one that ships with the library
   * @return the baseline
   * @throws IllegalArgumentException if it is another year
   */
  public Baseline to(FinancialYear last) {
    return new Baseline(england.to(last));
  }

  /**
   * The same baseline with other base-year funding.
   *
   * @param amount net funding of the base year, in cash; within a factor of five of the published
   * @param evidenceId the figure that it comes from
   * @return the baseline
   * @throws IllegalArgumentException if the amount is out of bounds or not cash, or the id unknown
   */
  public Baseline withFunding(Money amount, String evidenceId) {
    Objects.requireNonNull(evidenceId, "evidenceId");
    if (!amount.basis().equals(PriceBasis.cash())) {
      throw new IllegalArgumentException(
          "basis of base funding must be cash, was "
              + amount.basis()
              + "; convert it with a Deflator first");
    }
    double usual = BaseFunding.published(evidence(), baseYear()).millions();
    String fix = "give the net budget of all councils, 14100 for GBP 14.1 billion";
    double far = BaseFunding.FAR;
    Checks.within(amount.millions(), usual / far, usual * far, "base funding in GBP million", fix);
    if (!evidence().knows(evidenceId)) {
      throw new IllegalArgumentException(
          NearestNames.refusal("evidenceId must be in the register", evidenceId, evidence().ids())
              + "; register the figure");
    }
    return new Baseline(
        england.with(new BaseFunding(amount.millions(), BaseFunding.GIVEN, List.of(evidenceId))));
  }

  /**
   * The same baseline with another outlook for children looked after; {@link Outlook#POOLED} unless
   * asked otherwise.
   *
   * @param other the outlook
   * @return the baseline
   */
  public Baseline withOutlook(Outlook other) {
    return new Baseline(england.with(Objects.requireNonNull(other, "other")));
  }

  /**
   * The same baseline in which a part of a growing stand-still gap is met by cutting early help,
   * which is followed by more need (D9). Without it early help follows past policy and ring-fenced
   * grants alone.
   *
   * @return the baseline
   */
  public Baseline withEarlyHelpCuts() {
    return new Baseline(england.withEarlyHelpCuts());
  }

  /**
   * What is law or paid for and acts by the last projected year beyond what the base year's data
   * hold. Its scenarios have the levers of all of them, unless one is left out.
   *
   * @return immutable, in order of date; empty for a base year of which nothing was known
   */
  public List<Provision> currentLaw() {
    return england.lawWithin();
  }

  /**
   * The same baseline without one provision of what is law or paid for, such as to see what it
   * moves.
   *
   * @param id such as {@code agency-rules}, one of {@link #currentLaw()}
   * @return the baseline
   * @throws IllegalArgumentException if it has none of that id, naming the nearest
   */
  public Baseline withoutLaw(String id) {
    Objects.requireNonNull(id, "id");
    List<Provision> rest = england.law().stream().filter(each -> !each.id().equals(id)).toList();
    if (rest.size() == england.law().size()) {
      List<String> ids = rest.stream().map(Provision::id).toList();
      throw new IllegalArgumentException(
          NearestNames.refusal("id must be of a provision of the baseline", id, ids));
    }
    return new Baseline(england.with(rest));
  }

  /**
   * The same baseline with none of what has become law or been paid for since its base year: its
   * scenarios have no levers.
   *
   * @return the baseline
   */
  public Baseline withoutCurrentLaw() {
    return new Baseline(england.with(List.of()));
  }

  /**
   * Funding of the base year, all streams together.
   *
   * @return net, in cash
   */
  public Money baseFunding() {
    return Money.ofMillions(england.funding().millions(), PriceBasis.cash());
  }

  /**
   * The register that its numbers come from.
   *
   * @return as given; of a part-published baseline with the totals that were projected
   */
  public EvidenceBase evidence() {
    return england.evidence();
  }

  /**
   * The year after the base year, if some of its statistics are out and the baseline waits for the
   * others; {@link #partPublished} starts from it all the same.
   *
   * @return empty if none is out, or the base year is not the latest that could be chosen
   */
  public Optional<PartPublishedYear> waiting() {
    return PartPublishedYear.of(evidence()).filter(part -> part.completeYear().equals(baseYear()));
  }

  /**
   * What the projection starts from, for captions.
   *
   * @return the base year; with how many of its totals are projected if it is part-published, with
   *     how many provisions of {@link #currentLaw()}, and of how many if some are left out
   */
  public String start() {
    return baseYear() + partly() + england.lawInWords();
  }

  private String partly() {
    int totals = ProjectedTotals.in(evidence(), baseYear()).size();
    return totals == 0 ? "" : " (part-published, " + totals + " totals projected without a range)";
  }

  /**
   * Whether funding of the base year is the published budget.
   *
   * @return false where it was given, or worked out from spending
   */
  public boolean startsFromBudget() {
    return england.funding().isPublished();
  }

  /**
   * The year from which the projection starts.
   *
   * @return the first of {@link #years()}
   */
  public FinancialYear baseYear() {
    return england.baseYear();
  }

  /**
   * The base year and the projected years.
   *
   * @return the range
   */
  public YearRange years() {
    return england.years();
  }

  /**
   * The deflator whose path the projection draws about.
   *
   * @return as it stood in the base year
   */
  public Deflator deflator() {
    return Deflators.of(evidence(), baseYear());
  }

  /**
   * The scenario in which core funding goes on by a rule from the base year on.
   *
   * @param rule a rule that needs no numbers of its own: not constant growth, not a schedule
   * @return the scenario, named after the rule
   * @throws IllegalArgumentException if the rule needs numbers, with the plan that takes them
   */
  public Scenario with(FundingRule rule) {
    return with(FundingPlan.of(rule));
  }

  /**
   * The scenario in which core funding goes on by a plan: published plans or a settlement, and then
   * a rule.
   *
   * @param plan the plan
   * @return the scenario, named after the plan, with the levers of {@link #currentLaw()}
   * @throws InvalidInputException if the plan's known years do not begin in the first projected
   *     year, or end before the last one and the plan does not say how funding goes on
   * @throws IllegalArgumentException if the register lacks what the plan's opening needs
   */
  public Scenario with(FundingPlan plan) {
    return england.scenario(Objects.requireNonNull(plan, "plan"), start());
  }

  /**
   * The last year whose funding a plan knows.
   *
   * @param plan the plan
   * @return empty if it starts from the base year by its rule, as where no plan is held
   */
  public Optional<FinancialYear> knownTo(FundingPlan plan) {
    return Calibration.streams(evidence(), years(), england.funding(), plan).stream()
        .filter(FundingStream.Core.class::isInstance)
        .map(FundingStream.Core.class::cast)
        .flatMap(core -> core.settledTo().stream())
        .findFirst();
  }

  /**
   * One scenario a rule, for a side-by-side table.
   *
   * @param rules at least one, all different
   * @return the scenarios in the order of the rules
   */
  public List<Scenario> withEach(FundingRule... rules) {
    Checks.atLeast(rules.length, 1, "number of rules", "give CASH_FLAT, say");
    return Arrays.stream(rules).map(this::with).toList();
  }

  /**
   * One scenario a plan, for a side-by-side table.
   *
   * @param plans at least one, all different
   * @return the scenarios in the order of the plans
   */
  public List<Scenario> withEach(List<FundingPlan> plans) {
    Checks.atLeast(plans.size(), 1, "number of plans", "give FundingPlan.HEADLINE, say");
    return plans.stream().map(this::with).toList();
  }

  /**
   * Children and referrals alone (D1 to D3), which more years have data for.
   *
   * @param evidence the register
   * @param years the base year and the years to project
   * @return the scenario, named {@code referrals}
   */
  public static Scenario referrals(EvidenceBase evidence, YearRange years) {
    Model model = Model.of("Referrals", Demand.referrals());
    return new Scenario(
        "referrals",
        "Children and referrals from " + years.first(),
        Calibration.referrals(evidence, model, years));
  }

  /** Area, years and base funding. */
  @Override
  public String toString() {
    return ("Baseline of England, " + years() + partly() + ", base funding ")
        + baseFunding()
        + waiting().map(part -> "; " + part).orElse("");
  }
}
