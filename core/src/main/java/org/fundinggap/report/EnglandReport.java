package org.fundinggap.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.calibration.NetBasis;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.funding.Opening;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.own.Addition;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * The main job shown: demand, cost, funding and gap of England from its baseline, as tables and as
 * one page. Immutable.
 */
public final class EnglandReport {
  static final double TO_BILLIONS = 1e-3;
  private static final int QUOTED_YEARS = 5;
  private static final String AREA = "England, ";

  /** The three continuations of published plans that every headline gap stands beside. */
  static final ImmutableList<FundingPlan> HEADLINE =
      ImmutableList.of(
          FundingPlan.published().then(FundingRule.CASH_FLAT),
          FundingPlan.HEADLINE,
          FundingPlan.published().then(FundingRule.COUNCIL_TAX));

  /** The same rules from the base year on, without published plans. */
  static final ImmutableList<FundingPlan> RULES =
      ImmutableList.of(
          FundingPlan.of(FundingRule.CASH_FLAT),
          FundingPlan.of(FundingRule.REAL_FLAT),
          FundingPlan.of(FundingRule.COUNCIL_TAX));

  /** How budgets have followed what was spent; a budget gap never accumulates under it. */
  static final FundingPlan FOLLOWING = FundingPlan.of(FundingRule.FOLLOWS_OUTTURN);

  private final EvidenceBase evidence;
  private final Baseline baseline;
  private final List<Addition> own;
  private final List<FundingPlan> plans;
  private final Projection demand;
  private final Projection gaps;

  private EnglandReport(
      EvidenceBase evidence,
      Baseline baseline,
      List<Addition> own,
      List<FundingPlan> plans,
      Projection demand,
      Projection gaps) {
    this.evidence = evidence;
    this.baseline = baseline;
    this.own = own;
    this.plans = plans;
    this.demand = demand;
    this.gaps = gaps;
  }

  /**
   * Runs the baseline: demand and cost once, funding and gaps under each rule on the same draws.
   *
   * @param evidence the register
   * @param baseline the baseline to show
   * @param settings seed and number of draws
   * @param own cost lines, streams of funding and equations of one's own, laid over the baseline
   *     under every rule; each has a row or column of its own wherever lines or streams are listed
   * @return the report
   * @throws IllegalArgumentException if the baseline projects no year after its base year, or an
   *     addition does not go with it
   */
  public static EnglandReport run(
      EvidenceBase evidence, Baseline baseline, Settings settings, Addition... own) {
    List<Addition> added = List.of(Objects.requireNonNull(own, "own"));
    Checks.atLeast(
        baseline.years().length() - 1,
        1,
        "projected years of the baseline",
        "a report of " + baseline.baseYear() + " alone has no projection; ask Baseline.to a later");
    List<FundingPlan> plans = new ArrayList<>(HEADLINE);
    plans.addAll(RULES);
    plans.addAll(openings(evidence, baseline));
    List<FundingPlan> all = new ArrayList<>(plans);
    all.add(FOLLOWING);
    List<Scenario> scenarios =
        baseline.withEach(all).stream().map(each -> with(each, added)).toList();
    Projection run =
        Simulation.of(scenarios)
            .keeping(
                Funding.UNTIED,
                Gap.STAND_STILL.cash(),
                Gap.STAND_STILL.real(baseline.baseYear()),
                Gap.BUDGET.cash(),
                Gap.NEED.cash())
            .alsoKeeping(FundingPlan.HEADLINE.label(), shown(scenarios))
            .run(settings);
    // Demand and cost are the same under every rule.
    Projection demand = run.only(FundingPlan.HEADLINE.label());
    return new EnglandReport(evidence, baseline, added, List.copyOf(plans), demand, run);
  }

  private static Scenario with(Scenario plain, List<Addition> own) {
    return own.isEmpty()
        ? plain
        : plain.with(plain.name(), own.get(0), own.subList(1, own.size()).toArray(Addition[]::new));
  }

  /** What is shown of the headline's plan alone. */
  private static Variable[] shown(List<Scenario> scenarios) {
    Scenario headline =
        scenarios.stream()
            .filter(each -> each.name().equals(FundingPlan.HEADLINE.label()))
            .findFirst()
            .orElseThrow();
    Set<Variable> shown = new LinkedHashSet<>(demandVariables());
    shown.addAll(LineTables.variables(headline));
    shown.add(Cost.SPENDING);
    return shown.toArray(Variable[]::new);
  }

  /** The headline's plan with each other opening that the register has figures for. */
  private static List<FundingPlan> openings(EvidenceBase evidence, Baseline baseline) {
    return Arrays.stream(Opening.values())
        .filter(opening -> opening != Opening.ORIGINAL_BUDGET)
        .filter(opening -> BaseFunding.hasOpening(evidence, baseline.baseYear(), opening))
        .map(FundingPlan.HEADLINE::openingAt)
        .toList();
  }

  private static List<Variable> demandVariables() {
    return List.of(
        Referrals.REFERRALS,
        ChildrenInNeed.STOCK,
        Protection.PLANS,
        Placements.LOOKED_AFTER,
        Placement.HOMES.stock());
  }

  /**
   * The run of demand and cost.
   *
   * @return one scenario
   */
  public Projection demand() {
    return demand;
  }

  /**
   * The run of funding and gaps.
   *
   * @return one scenario a funding rule, on the same draws
   */
  public Projection gaps() {
    return gaps;
  }

  /**
   * Demand by year.
   *
   * @return referrals, children in need, plans, looked after, in children's homes
   */
  public Table demandTable() {
    return ProjectionTables.sideBySide(
        "Demand for children's social care",
        area()
            + "Referrals in the year; children at 31 March at its end; homes include secure homes.",
        demandVariables().stream().map(demand::outcome).toList(),
        List.of("referrals", "in need", "plans", "looked after", "in homes"));
  }

  /**
   * Cost by year and line, own lines among them.
   *
   * @return the median and band of each line and of net need
   */
  public Table costTable() {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, Variable> lines = LineTables.withoutBlocks(demand.scenarios().get(0));
    names.addAll(lines.keySet());
    lines.values().forEach(line -> outcomes.add(demand.outcome(line)));
    outcomes.addAll(
        List.of(
            demand.outcome(Cost.GROSS_NEED),
            demand.outcome(Cost.NEED),
            demand.outcome(Cost.SPENDING)));
    names.addAll(List.of("need, gross", "need, net", "spending, net"));
    return ProjectionTables.sideBySide(
        "Cost of meeting demand",
        area()
            + "Lines and need, gross, on the gross section 251 basis; block lines not shown but in"
            + " the totals; net totals on the "
            + netBasis()
            + " basis. Need holds the base year's service and policy, spending follows policy.",
        outcomes,
        names);
  }

  /**
   * Need by cost line, a row each, own lines among them.
   *
   * @return means, which add up to need
   */
  public Table linesTable() {
    return LineTables.costs(demand, FundingPlan.HEADLINE.label());
  }

  /**
   * Funding by stream under the headline's plan, a row each, own streams among them.
   *
   * @return means, which add up to funding
   */
  public Table streamsTable() {
    return LineTables.funding(demand, FundingPlan.HEADLINE.label());
  }

  /**
   * A gap under published plans and three continuations side by side.
   *
   * @param gap which definition
   * @return in cash; the budget gap also under budgets that follow last year's outturn
   */
  public Table gapTable(Gap gap) {
    return new GapTables(this).underPlans(gap);
  }

  /**
   * A gap under three rules from the base year on, side by side.
   *
   * @param gap which definition
   * @return in cash, without published plans
   */
  public Table plainGapTable(Gap gap) {
    return new GapTables(this).underRules(gap);
  }

  /**
   * The stand-still gap by what it opens from, under the headline's plan.
   *
   * @return in cash; an opening that the register has no figure for is left out
   */
  public Table openingsTable() {
    return new GapTables(this).byOpening();
  }

  /**
   * The stand-still gap in real terms under published plans and three continuations.
   *
   * @return in the base year's prices, deflated draw by draw
   */
  public Table realGapTable() {
    return new GapTables(this).inRealTerms();
  }

  /**
   * The three definitions of a gap side by side, under the headline's plan.
   *
   * @return in cash
   */
  public Table definitionsTable() {
    return new GapTables(this).byDefinition();
  }

  /** How funding goes on, with the last year that is known. */
  String settled(FundingPlan plan) {
    String rule = plan.rule().map(FundingRule::label).orElse("");
    FinancialYear end = baseline.years().last();
    return baseline
        .knownTo(plan)
        .map(last -> "published plans" + (last.equals(end) ? "" : " to " + last + ", then " + rule))
        .orElse(rule + ", for no later plan is held");
  }

  String area() {
    return AREA + "from " + start() + ". ";
  }

  /** What the projection starts from, and what of one's own was laid over it. */
  String start() {
    return baseline.start()
        + (own.isEmpty()
            ? ""
            : ", with "
                + own.stream().map(Addition::label).collect(Collectors.joining(", "))
                + " (own)");
  }

  /**
   * The gap of a year as a reader should quote it.
   *
   * @param year a year of the projection
   * @return the number with all that it depends on
   */
  public Headline headline(FinancialYear year) {
    return Headline.of(this, year);
  }

  /**
   * One self-contained page: charts with history, tables, claims, sources.
   *
   * @param checks the published claims to show beside the model; may be empty
   * @return the page
   */
  public Page page(List<SourceCheck> checks) {
    return new EnglandPage(this, evidence, baseline).page(checks);
  }

  /** The basis of net need, spending and funding. */
  NetBasis netBasis() {
    return NetBasis.of(evidence, baseline.baseYear());
  }

  /** The year of the headline: five years on, or the last one. */
  static FinancialYear quoted(Baseline baseline) {
    return baseline.years().years().get(Math.min(QUOTED_YEARS, baseline.years().length() - 1));
  }

  /** The numbers of the run under a plan. */
  Inputs inputs(FundingPlan plan) {
    return gaps.scenario(plan.label()).inputs();
  }

  EvidenceBase evidence() {
    return evidence;
  }

  /** Whether the report is of today: an undated register from its newest base year. */
  boolean isNewest() {
    return evidence.asOfDate().isEmpty()
        && Calibration.latestBaseYear(evidence).filter(baseline.baseYear()::equals).isPresent();
  }

  Baseline baseline() {
    return baseline;
  }

  /** What was run, but for budgets that follow outturn. */
  List<FundingPlan> plans() {
    return plans;
  }

  /** Base-year funding is the same under every plan. */
  String fundingStart() {
    return String.format(
        Locale.ROOT,
        "Funding starts from %sGBP %.1fbn in %s; grants tied to new services are apart; the asylum"
            + " grant stays in cash for each child.",
        baseline.startsFromBudget() ? "the published budget, " : "",
        baseline.baseFunding().millions() * TO_BILLIONS,
        baseline.baseYear());
  }

  /** What the headline's continuations are called where plans are known, and where none is. */
  String plansTitle() {
    return baseline.knownTo(FundingPlan.HEADLINE).isPresent()
        ? "published plans and three continuations"
        : "three rules, for no published plan is held";
  }

  /** The baseline and the settings of its runs. */
  @Override
  public String toString() {
    return "Report of " + baseline + ", " + demand.settings();
  }
}
