package org.fundinggap.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Demand;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;

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

  private final EvidenceBase evidence;
  private final YearRange years;
  private final FundingCalibration.Amount funding;

  private Baseline(EvidenceBase evidence, YearRange years, FundingCalibration.Amount funding) {
    this.evidence = evidence;
    this.years = years;
    this.funding = funding;
  }

  /**
   * The baseline from the latest year that has every published figure, 2024-25, ten years on.
   *
   * @param evidence the register
   * @return the baseline
   */
  public static Baseline england(EvidenceBase evidence) {
    return england(evidence, FinancialYear.parse("2024-25"));
  }

  /**
   * The baseline as it would have been in another year, ten years on.
   *
   * <p>Values after the base year are not read, but latest revisions are, and priors and placement
   * rates are today's, as are the forecast of council tax and the growth of the number of children:
   * a baseline of a past year is not a score of forecasting.
   *
   * @param evidence the register
   * @param baseYear the year to start from: 2015-16, 2021-22, 2023-24 or 2024-25 have every series
   * @return the baseline
   * @throws InvalidInputException if a series lacks the base year or the year before; all are named
   */
  public static Baseline england(EvidenceBase evidence, FinancialYear baseYear) {
    List<String> problems = BaselineSeries.missing(evidence, baseYear);
    BaseYear base = new BaseYear(evidence, baseYear);
    if (!FundingCalibration.isPublished(base)) {
      problems.add(
          "budget or overspend must be published for "
              + baseYear
              + ", neither is held; give base funding as the third argument");
    }
    InvalidInputException.throwIfAny("baseline of " + baseYear, problems);
    return new Baseline(evidence, from(baseYear), FundingCalibration.published(base));
  }

  /**
   * The baseline of a year whose budget is not published, or not to be used.
   *
   * @param evidence the register
   * @param baseYear the year to start from
   * @param funding net funding of the base year, in cash
   * @param evidenceId the figure or series that it comes from
   * @return the baseline
   * @throws InvalidInputException if a series lacks the base year or the year before; all are named
   * @throws IllegalArgumentException if the amount is not in cash or the register lacks the id
   */
  public static Baseline england(
      EvidenceBase evidence, FinancialYear baseYear, Money funding, String evidenceId) {
    InvalidInputException.throwIfAny(
        "baseline of " + baseYear, BaselineSeries.missing(evidence, baseYear));
    return new Baseline(
            evidence,
            from(baseYear),
            new FundingCalibration.Amount(funding.millions(), List.of(evidenceId)))
        .withFunding(funding, evidenceId);
  }

  private static YearRange from(FinancialYear baseYear) {
    return YearRange.inclusive(baseYear, baseYear.plus(YEARS));
  }

  /**
   * The same baseline to another last year.
   *
   * @param last the last year to project; the base year itself or a later one
   * @return the baseline
   */
  public Baseline to(FinancialYear last) {
    return new Baseline(evidence, YearRange.inclusive(baseYear(), last), funding);
  }

  /**
   * The same baseline with other base-year funding.
   *
   * @param amount net funding of the base year, in cash
   * @param evidenceId the figure that it comes from
   * @return the baseline
   * @throws IllegalArgumentException if the amount is not in cash or the register lacks the id
   */
  public Baseline withFunding(Money amount, String evidenceId) {
    if (!amount.basis().equals(PriceBasis.cash())) {
      throw new IllegalArgumentException(
          "basis of base funding must be cash, was "
              + amount.basis()
              + "; convert it with a Deflator first");
    }
    Checks.within(
        amount.millions(), 0, 1_000_000, "base funding in GBP million", "give the net budget");
    if (!evidence.knows(evidenceId)) {
      throw new IllegalArgumentException(
          "evidenceId must be in the register, was \"" + evidenceId + "\"; register the figure");
    }
    return new Baseline(
        evidence, years, new FundingCalibration.Amount(amount.millions(), List.of(evidenceId)));
  }

  /**
   * Recurrent funding of the base year.
   *
   * @return net, in cash
   */
  public Money baseFunding() {
    return Money.ofMillions(funding.millions(), PriceBasis.cash());
  }

  /**
   * The year from which the projection starts.
   *
   * @return the first of {@link #years()}
   */
  public FinancialYear baseYear() {
    return years.first();
  }

  /**
   * The base year and the projected years.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * The deflator whose path the projection draws about.
   *
   * @return as it stood in the base year
   */
  public Deflator deflator() {
    return Deflators.of(evidence, baseYear());
  }

  /**
   * The scenario in which recurrent funding goes on by a rule.
   *
   * @param rule a rule whose numbers are registered: not constant growth, not a schedule
   * @return the scenario, named after the rule
   */
  public Scenario with(FundingRule rule) {
    FundingStream stream = FundingStream.recurrent(rule);
    List<Equation> equations = new ArrayList<>(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(List.of(stream), baseYear()));
    Model model = Model.of("England", equations);
    return new Scenario(
        rule.label(),
        "England from " + baseYear() + "; recurrent funding " + rule.label(),
        inputs(model, stream));
  }

  /**
   * One scenario a rule, for a side-by-side table.
   *
   * @param rules at least one, all different
   * @return the scenarios in the order of the rules
   */
  public List<Scenario> withEach(FundingRule... rules) {
    Checks.atLeast(rules.length, 1, "number of rules", "give CASH_FLAT, say");
    return java.util.Arrays.stream(rules).map(this::with).toList();
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
    InputsBuilder inputs = Inputs.builder(model, years);
    ReferralCalibration.fill(inputs, new BaseYear(evidence, years.first()));
    return new Scenario(
        "referrals", "Children and referrals from " + years.first(), inputs.build());
  }

  /** Area, years and base funding. */
  @Override
  public String toString() {
    return "Baseline of England, " + years + ", base funding " + baseFunding();
  }

  private Inputs inputs(Model model, FundingStream stream) {
    BaseYear base = new BaseYear(evidence, baseYear());
    Deflator deflator = deflator();
    InputsBuilder inputs = Inputs.builder(model, years);
    ReferralCalibration.fill(inputs, base);
    NeedCalibration.fill(inputs, base);
    CareCalibration.fill(inputs, base, inputs.openingOf(ChildrenInNeed.AVERAGE));
    Map<CostLine, Double> averages = new EnumMap<>(CostLine.class);
    for (CostLine line : CostLine.values()) {
      averages.put(line, inputs.openingOf(line.volume()));
    }
    CostCalibration.fill(inputs, base, deflator, averages);
    PriceCalibration.fill(inputs, base, deflator, years);
    FundingCalibration.fill(inputs, base, stream, funding, years);
    return inputs.build();
  }
}
