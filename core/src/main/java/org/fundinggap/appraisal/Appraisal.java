package org.fundinggap.appraisal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.draws.Draws;
import org.fundinggap.internal.Checks;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.DiscountSchedule;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;

/**
 * Whether a policy is worth it: one scenario against another, draw by draw, in real terms and
 * discounted to the appraisal year, which is the base year unless the appraiser names another.
 * Prints as a table. Immutable.
 *
 * <p><b>What is counted.</b> The public resource cost of a year is what councils spend, and funding
 * tied to new services, which it pays for beside that spending, and what levers cost government and
 * partners; what they cost councils is in councils' spending. The net benefit is by how much the
 * alternative's is below the baseline's. Money that only changes hands is in nobody's resource
 * cost: general grants, and bills that government or partners take over from councils.
 *
 * <p><b>Costs and benefits.</b> Costs are what the policy itself uses: the levers' own costs to
 * each body, and funding tied to new services. Benefits are what is saved elsewhere: net benefit
 * plus costs. A cost that the policy lowers, by the mean of its present value, is a saving and
 * counts among the benefits as a whole. A bill that is taken over is neither, so that it moves
 * neither net values nor the ratio of benefits to costs.
 *
 * <p><b>Horizon.</b> Nothing after the last projected year is counted, neither cost nor benefit.
 */
public final class Appraisal {
  private final Appraiser appraiser;
  private final String baseline;
  private final String alternative;

  /** In prices of the base year, in all years of the run. */
  private final PolicyEffects whole;

  /** The same from the appraisal year on. */
  private final PolicyEffects flows;

  private final FinancialYear prices;
  private final Incidence accounts;
  private final RealFlow cumulative;

  Appraisal(Appraiser appraiser, String baseline, String alternative, PolicyEffects whole) {
    YearRange run = whole.services().years();
    Checks.atLeast(run.length(), 2, "number of years", "project beyond the base year");
    this.appraiser = appraiser;
    this.baseline = baseline;
    this.alternative = alternative;
    this.whole = whole;
    this.flows = appraiser.years().seen(whole).valued(appraiser.savings());
    this.prices = appraiser.years().priceYear(run);
    this.accounts = Incidence.of(flows, appraiser);
    this.cumulative = accounts.net().cumulative(schedule());
  }

  /**
   * The variables that a run must keep for its scenarios to be appraised.
   *
   * @param scenarios the scenarios that will be run
   * @return for {@link org.fundinggap.simulation.Simulation#keeping}: spending, funding, general
   *     funding, the deflator; and where there are any, need at the margin, the levers' own costs
   *     and what is taken over of councils' bills
   * @throws InvalidInputException if a scenario's model lacks one of the first four
   */
  public static Variable[] variables(Scenario... scenarios) {
    Objects.requireNonNull(scenarios, "scenarios");
    Set<Variable> kept = new LinkedHashSet<>();
    for (Scenario scenario : scenarios) {
      kept.addAll(PolicyEffects.variables(scenario));
    }
    return kept.toArray(Variable[]::new);
  }

  /**
   * The same scenarios and draws under other discount rates.
   *
   * @param other the rates
   * @return a new appraisal
   */
  public Appraisal withSchedule(DiscountSchedule other) {
    return by(appraiser.withSchedule(other));
  }

  /**
   * The same scenarios and draws with another optimism bias.
   *
   * @param other what is added to costs
   * @return a new appraisal
   */
  public Appraisal withOptimismBias(OptimismBias other) {
    return by(appraiser.withOptimismBias(other));
  }

  /**
   * The same scenarios and draws as of another year, or in the prices of another.
   *
   * @param other the years
   * @return a new appraisal
   * @throws IllegalArgumentException if a year is not of the run, or the policy changes money
   *     before the appraisal year and that is not to be left out
   */
  public Appraisal withYears(AppraisalYears other) {
    return by(appraiser.withYears(other));
  }

  /**
   * The same scenarios and draws with benefits of assumed size cut, or not.
   *
   * @param other what is taken off
   * @return a new appraisal
   */
  public Appraisal withBenefitCut(BenefitCut other) {
    return by(appraiser.withBenefitCut(other));
  }

  /**
   * The same scenarios and draws with savings valued otherwise.
   *
   * @param other how
   * @return a new appraisal
   */
  public Appraisal withSavings(Savings other) {
    return by(appraiser.withSavings(other));
  }

  private Appraisal by(Appraiser other) {
    return new Appraisal(other, baseline, alternative, whole);
  }

  /** In the prices asked for; a flow in prices of the base year is left as it is. */
  private RealFlow stated(RealFlow flow) {
    boolean asIs = flow.basis().equals(PriceBasis.real(prices));
    return asIs ? flow : flow.restated(prices, whole.deflator().in(prices));
  }

  /**
   * The scenario without the policy.
   *
   * @return its name
   */
  public String baseline() {
    return baseline;
  }

  /**
   * The scenario with the policy.
   *
   * @return its name
   */
  public String alternative() {
    return alternative;
  }

  /**
   * The discount rates.
   *
   * @return the schedule
   */
  public DiscountSchedule schedule() {
    return appraiser.schedule();
  }

  /**
   * What is added to the costs of the policy.
   *
   * @return the choice
   */
  public OptimismBias optimismBias() {
    return appraiser.optimismBias();
  }

  /**
   * What is taken off benefits that rest on assumed sizes.
   *
   * @return the choice
   */
  public BenefitCut benefitCut() {
    return appraiser.benefitCut();
  }

  /**
   * How people who need a service no more are valued.
   *
   * @return the choice; of a model that lacks C4 both are average cost
   */
  public Savings savings() {
    return appraiser.savings();
  }

  /**
   * The sizes of the policy's levers on account of which benefits are cut.
   *
   * @return lever, what it changes, and which of its evidence is red or not registered; none if
   *     nothing is to be cut
   */
  public List<String> assumedSizes() {
    return appraiser.assumed(flows);
  }

  /**
   * What is taken off benefits in each year on account of {@link #assumedSizes}; {@link #benefits}
   * are what is left.
   *
   * @return GBP million, undiscounted; zero where nothing is cut, as where the policy saves nothing
   */
  public RealFlow benefitsCutOff() {
    return stated(accounts.cut());
  }

  /**
   * The appraisal year, to which values are discounted, and the years after it.
   *
   * @return the range
   */
  public YearRange years() {
    return accounts.net().years();
  }

  /**
   * The prices in which everything is stated.
   *
   * @return real, of the price year
   */
  public PriceBasis basis() {
    return PriceBasis.real(prices);
  }

  /**
   * By how much the public resource cost of each year falls.
   *
   * @return GBP million, undiscounted; negative where the policy costs more than it saves
   */
  public RealFlow netBenefit() {
    return stated(accounts.net());
  }

  /**
   * What the policy itself uses in each year, as described above, with optimism bias.
   *
   * @return GBP million, undiscounted
   */
  public RealFlow costs() {
    return stated(accounts.costs());
  }

  /**
   * What is saved elsewhere in each year: net benefit and costs together.
   *
   * @return GBP million, undiscounted
   */
  public RealFlow benefits() {
    return stated(accounts.benefits());
  }

  /**
   * By how much one body is better off in each year; the three add up to {@link #netBenefit()} in
   * every draw.
   *
   * @param payer councils: general funding less spending, as the policy changes them; government:
   *     what it no longer gives or pays, tied grants and what it takes over among it, and council
   *     tax payers with it where funding grows with council tax; partners: what they no longer pay
   * @return GBP million, undiscounted; negative for a loss
   */
  public RealFlow netBenefit(Payer payer) {
    return stated(PolicyEffects.of(accounts.netByPayer(), payer));
  }

  /**
   * Councils' bills that others take over in each year: transfers, in neither costs nor benefits.
   *
   * @return GBP million, undiscounted
   */
  public RealFlow takenOver() {
    RealFlow taken = flows.taken(Payer.GOVERNMENT).plus(flows.taken(Payer.PARTNERS));
    return stated(taken).named("bills taken over");
  }

  /**
   * What is left out as sunk: by how much the public resource cost falls in each year of the run
   * before the appraisal year, as it stands, without a bias.
   *
   * @return GBP million, draw by draw, undiscounted; zero where nothing is left out
   */
  public Draws leftOutAsSunk() {
    RealFlow net = stated(whole.valued(savings()).net());
    Draws sum = net.in(net.years().first()).times(0);
    for (FinancialYear year : net.years().years()) {
      sum = year.compareTo(years().first()) < 0 ? sum.combine(net.in(year), Double::sum) : sum;
    }
    return sum;
  }

  /**
   * The discounted net benefit up to and including each year.
   *
   * @return GBP million
   */
  public RealFlow cumulative() {
    return stated(cumulative);
  }

  /**
   * The net present value.
   *
   * @return GBP million, draw by draw; positive when the policy is worth it
   */
  public Draws netPresentValue() {
    return cumulative().in(years().last());
  }

  /**
   * The net present value as a level amount in each year after the appraisal year, whenever the
   * policy starts: the same years for all policies of a run, so that they rank as by net present
   * value. {@link #equivalentAnnual(YearRange)} spreads it over the years of one policy.
   *
   * @return GBP million a year, draw by draw; an equivalent annual cost where negative
   */
  public Draws equivalentAnnual() {
    return netPresentValue().times(1 / schedule().annuity(years().length() - 1));
  }

  /**
   * The net present value as a level amount in each of some years, such as {@link #yearsOfChange}.
   * Amounts over other years are not to be compared with it.
   *
   * @param over years of the appraisal
   * @return GBP million a year, draw by draw; an equivalent annual cost where negative
   * @throws IllegalArgumentException if a year is outside {@link #years()}
   */
  public Draws equivalentAnnual(YearRange over) {
    double worth = 0;
    for (FinancialYear year : over.years()) {
      worth += schedule().factor(years().indexOf(year));
    }
    return netPresentValue().times(1 / worth);
  }

  /**
   * The years from the first to the last in which the policy changes money.
   *
   * @return empty if it changes none
   */
  public Optional<YearRange> yearsOfChange() {
    return flows.yearsOfChange();
  }

  /**
   * When the policy has paid back; the price year makes no difference.
   *
   * @return by draw
   */
  public Payback payback() {
    return Payback.of(cumulative);
  }

  /**
   * Discounted benefits for each pound of discounted costs, both in prices of the base year, which
   * are the same in every draw, so that the price year makes no difference.
   *
   * @return empty if the policy has no costs, or if a lever makes a cost line dearer itself, as by
   *     more spending on a service: then a part of what the policy costs is in what councils spend,
   *     and costs and benefits cannot be told apart. Net values hold all the same
   */
  public Optional<BenefitCostRatio> benefitCostRatio() {
    Draws cost = accounts.costs().presentValue(schedule());
    return cost.mean() > 0 && flows.dearer().isEmpty()
        ? Optional.of(BenefitCostRatio.of(accounts.benefits().presentValue(schedule()), cost))
        : Optional.empty();
  }

  PolicyEffects.Paper paper() {
    return whole.paper();
  }

  boolean leavesOutSunk() {
    return appraiser.years().leavesOutSunk();
  }

  List<String> dearer() {
    return flows.dearer();
  }

  /** What it is worth, to whom, and by year, with what is assumed. */
  @Override
  public String toString() {
    return AppraisalText.of(this);
  }
}
