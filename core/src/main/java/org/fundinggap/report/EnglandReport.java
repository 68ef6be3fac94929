package org.fundinggap.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.calibration.NetBasis;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Baseline;
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
  private static final String AREA = "England, ";

  /** The three rules that every headline gap stands beside. */
  static final ImmutableList<FundingRule> HEADLINE =
      ImmutableList.of(FundingRule.CASH_FLAT, FundingRule.REAL_FLAT, FundingRule.COUNCIL_TAX);

  private final EvidenceBase evidence;
  private final Baseline baseline;
  private final Projection demand;
  private final Projection gaps;

  private EnglandReport(
      EvidenceBase evidence, Baseline baseline, Projection demand, Projection gaps) {
    this.evidence = evidence;
    this.baseline = baseline;
    this.demand = demand;
    this.gaps = gaps;
  }

  /**
   * Runs the baseline: demand and cost once, funding and gaps under each rule on the same draws.
   *
   * @param evidence the register
   * @param baseline the baseline to show
   * @param settings seed and number of draws
   * @return the report
   */
  public static EnglandReport run(EvidenceBase evidence, Baseline baseline, Settings settings) {
    List<Variable> shown = new ArrayList<>(demandVariables());
    for (CostLine line : CostLine.values()) {
      shown.add(line.need());
    }
    shown.addAll(List.of(Cost.GROSS_NEED, Cost.NEED, Cost.SPENDING));
    Projection run =
        Simulation.of(
                baseline.withEach(
                    FundingRule.CASH_FLAT,
                    FundingRule.REAL_FLAT,
                    FundingRule.COUNCIL_TAX,
                    FundingRule.FOLLOWS_OUTTURN))
            .keeping(
                Funding.UNTIED,
                Gap.STAND_STILL.cash(),
                Gap.STAND_STILL.real(baseline.baseYear()),
                Gap.BUDGET.cash(),
                Gap.NEED.cash())
            .alsoKeeping(FundingRule.REAL_FLAT.label(), shown.toArray(Variable[]::new))
            .run(settings);
    // Demand and cost are the same under every rule.
    return new EnglandReport(evidence, baseline, run.only(FundingRule.REAL_FLAT.label()), run);
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
   * Cost by year and line.
   *
   * @return the median and band of each line and of net need
   */
  public Table costTable() {
    List<Outcome> outcomes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (CostLine line : CostLine.values()) {
      if (!line.isBlock()) {
        outcomes.add(demand.outcome(line.need()));
        names.add(line.label());
      }
    }
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
   * A gap under three funding rules side by side.
   *
   * @param gap which definition
   * @return in cash; the budget gap also under budgets that follow last year's outturn
   */
  public Table gapTable(Gap gap) {
    List<FundingRule> rules = new ArrayList<>(HEADLINE);
    if (gap == Gap.BUDGET) {
      rules.add(FundingRule.FOLLOWS_OUTTURN);
    }
    return ProjectionTables.sideBySide(
        "The "
            + gap.label()
            + " under "
            + (rules.size() == 3 ? "three" : "four")
            + " funding rules",
        area() + gap.definition() + " " + fundingStart() + " " + definitions(rules),
        rules.stream().map(rule -> gaps.outcome(rule.label(), gap.cash())).toList(),
        rules.stream().map(FundingRule::label).toList());
  }

  /**
   * The stand-still gap in real terms under three funding rules side by side.
   *
   * @return in the base year's prices, deflated draw by draw
   */
  public Table realGapTable() {
    Variable real = Gap.STAND_STILL.real(baseline.baseYear());
    return ProjectionTables.sideBySide(
        "The stand-still gap in real terms under three funding rules",
        area()
            + Gap.STAND_STILL.definition()
            + " "
            + fundingStart()
            + " "
            + definitions(HEADLINE)
            + " Real by the GDP deflator of each draw: outturn, then consumer-price forecasts, then"
            + " 2% a year, with shocks.",
        HEADLINE.stream().map(rule -> gaps.outcome(rule.label(), real)).toList(),
        HEADLINE.stream().map(FundingRule::label).toList());
  }

  /**
   * The three definitions of a gap side by side, under one rule.
   *
   * @param rule one of those that were run
   * @return in cash
   */
  public Table definitionsTable(FundingRule rule) {
    return ProjectionTables.sideBySide(
        "Three definitions of a gap, funding " + rule.label(),
        area()
            + Arrays.stream(Gap.values()).map(Gap::definition).collect(Collectors.joining(" "))
            + " They answer different questions and are not to be added. "
            + fundingStart()
            + " "
            + rule.definition(),
        Arrays.stream(Gap.values()).map(gap -> gaps.outcome(rule.label(), gap.cash())).toList(),
        Arrays.stream(Gap.values()).map(Gap::label).toList());
  }

  private static String definitions(List<FundingRule> rules) {
    return rules.stream().map(FundingRule::definition).collect(Collectors.joining(" "));
  }

  private String area() {
    return AREA + "from " + baseline.baseYear() + ". ";
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

  /** The numbers of the run under a rule. */
  Inputs inputs(FundingRule rule) {
    return gaps.scenario(rule.label()).inputs();
  }

  /** Base-year funding is the same under every rule. */
  String fundingStart() {
    FundingRule any = HEADLINE.get(0);
    List<String> from = inputs(any).evidence(FundingStream.core(any).amount());
    return String.format(
        Locale.ROOT,
        "Funding starts from %sGBP %.1fbn in %s; no later budget is used, but announced grants"
            + " are; the asylum grant stays in cash for each child.",
        BaseFunding.isBudget(from) ? "the published budget, " : "",
        baseline.baseFunding().millions() * TO_BILLIONS,
        baseline.baseYear());
  }

  /** The baseline and the settings of its runs. */
  @Override
  public String toString() {
    return "Report of " + baseline + ", " + demand.settings();
  }
}
