package org.fundinggap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fundinggap.analysis.SourceCheck;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
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
  private static final double TO_THOUSANDS = 1e-3;
  private static final double TO_BILLIONS = 1e-3;
  private static final String AREA = "England, ";
  private static final String OVERSPEND = "overspend-";

  /** The three rules that every headline gap stands beside. */
  private static final FundingRule[] HEADLINE = {
    FundingRule.CASH_FLAT, FundingRule.REAL_FLAT, FundingRule.COUNCIL_TAX
  };

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
    Projection demand =
        Simulation.of(baseline.with(FundingRule.REAL_FLAT))
            .keeping(shown.toArray(Variable[]::new))
            .run(settings);
    Projection gaps =
        Simulation.of(
                baseline.withEach(
                    FundingRule.CASH_FLAT,
                    FundingRule.REAL_FLAT,
                    FundingRule.COUNCIL_TAX,
                    FundingRule.FOLLOWS_OUTTURN))
            .keeping(
                Funding.FUNDING,
                Gap.STAND_STILL.cash(),
                Gap.STAND_STILL.real(baseline.baseYear()),
                Gap.BUDGET.cash())
            .run(settings);
    return new EnglandReport(evidence, baseline, demand, gaps);
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
        demandVariables().stream().map(demand::of).toList(),
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
        outcomes.add(demand.of(line.need()));
        names.add(line.label());
      }
    }
    outcomes.addAll(
        List.of(demand.of(Cost.GROSS_NEED), demand.of(Cost.NEED), demand.of(Cost.SPENDING)));
    names.addAll(List.of("need, gross", "need, net", "spending, net"));
    return ProjectionTables.sideBySide(
        "Cost of meeting demand",
        area()
            + "Lines and need, gross, on the gross section 251 basis; block lines not shown but in"
            + " the totals; net totals on the "
            + (netSeries().equals("ro-net") ? "revenue-outturn" : "section 251")
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
    List<FundingRule> rules = new ArrayList<>(List.of(HEADLINE));
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
        rules.stream().map(rule -> gaps.of(rule.label(), gap.cash())).toList(),
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
            + definitions(List.of(HEADLINE))
            + " Real by the GDP deflator of each draw: outturn, then consumer-price forecasts, then"
            + " 2% a year, with shocks.",
        List.of(HEADLINE).stream().map(rule -> gaps.of(rule.label(), real)).toList(),
        List.of(HEADLINE).stream().map(FundingRule::label).toList());
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
    Settings settings = demand.settings();
    Page.Builder page =
        Page.builder("Children's social care in England: demand, cost, funding and the gap")
            .subtitle(
                String.format(
                    Locale.ROOT,
                    "Baseline %s, %,d draws, seed %d",
                    baseline.years(),
                    settings.draws(),
                    settings.seed()))
            .lead(
                "What meeting demand would cost if service and policy stayed as they are, the"
                    + " funding there would be under three rules, and so the gap. "
                    + ruleMatters())
            .lead(
                "Bands are 10th to 90th and 25th to 75th percentiles of this model. They leave out"
                    + " a policy that changes, another bout of high inflation, a break in the"
                    + " statistics, and the loop from early help to later demand. On past years,"
                    + " such bands for the fees of children's homes held about six outcomes in ten"
                    + " where they promised eight: take the upper end of cost as nearer than it"
                    + " looks.");
    page.section(referralsSection()).section(lookedAfterSection());
    page.section(costSection()).section(gapSection()).section(budgetSection());
    if (!checks.isEmpty()) {
      page.section(
          PageSection.builder("Published claims beside the model and what happened")
              .table(SourceCheckTable.of(checks))
              .build());
    }
    return page.footer(
            "Contains public sector information licensed under the Open Government Licence v3.0."
                + " Every number is in the evidence register with its source, vintage and quality.")
        .build();
  }

  /** How far the rule moves the answer, by the medians of the last year. */
  private String ruleMatters() {
    FinancialYear last = baseline.years().last();
    double flat = gaps.of(HEADLINE[0].label(), Gap.STAND_STILL.cash()).in(last).quantile(0.5);
    double tax = gaps.of(HEADLINE[2].label(), Gap.STAND_STILL.cash()).in(last).quantile(0.5);
    return String.format(
        Locale.ROOT,
        "In %s the rule alone moves the median stand-still gap from GBP %.1fbn (%s) to GBP %.1fbn"
            + " (%s), in cash.",
        last,
        tax * TO_BILLIONS,
        HEADLINE[2].label(),
        flat * TO_BILLIONS,
        HEADLINE[0].label());
  }

  private PageSection referralsSection() {
    return PageSection.builder("Referrals")
        .chart(
            chart("Referrals to children's social care", "thousand a year")
                .panel(panel("referrals", Referrals.REFERRALS))
                .build(),
            citations().history("referrals").of("children-0-17").toString())
        .table(demandTable())
        .build();
  }

  private PageSection lookedAfterSection() {
    return PageSection.builder("Children looked after")
        .chart(
            chart("Children looked after at 31 March", "thousand")
                .panel(panel("looked-after", Placements.LOOKED_AFTER))
                .build(),
            citations().history("looked-after").of("placement-exits-foster").toString())
        .build();
  }

  private ChartPanel panel(String seriesId, Variable variable) {
    Series series = evidence.series(seriesId);
    return ChartPanel.builder()
        .history(ProjectionCharts.history(series, baseline.baseYear(), TO_THOUSANDS))
        .fan(ProjectionCharts.fan(demand.of(variable), "projected", TO_THOUSANDS))
        .build();
  }

  private FanChart.Builder chart(String title, String unit) {
    return FanChart.builder(title, unit + "; England").baseYear(baseline.baseYear());
  }

  private PageSection costSection() {
    Series net = evidence.series(netSeries());
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .history(ProjectionCharts.history(net, baseline.baseYear(), TO_BILLIONS))
            .fan(ProjectionCharts.fan(demand.of(Cost.NEED), "need", TO_BILLIONS));
    for (FundingRule rule : HEADLINE) {
      Outcome funding = gaps.of(rule.label(), Funding.FUNDING);
      panel.line(ProjectionCharts.median(funding, "funding, " + rule.label(), TO_BILLIONS));
    }
    return PageSection.builder("Cost against funding")
        .paragraph(
            "Net cost of the base year's service and policy, against recurrent funding. "
                + fundingStart())
        .chart(
            chart("Net need against funding under three rules", "GBP billion, cash")
                .panel(panel.build())
                .build(),
            citations()
                .history(netSeries())
                .of(fundingEvidence())
                .of("council-tax-receipts-growth", "gdp-deflator")
                .toString())
        .table(costTable())
        .build();
  }

  private PageSection gapSection() {
    FanChart.Builder chart =
        chart("Stand-still gap under three funding rules", "GBP billion, cash");
    for (FundingRule rule : HEADLINE) {
      chart.panel(gapPanel(Gap.STAND_STILL, rule));
    }
    return PageSection.builder("The stand-still gap")
        .paragraph(Gap.STAND_STILL.definition())
        .paragraph(
            "Before the base year no stand-still gap is published: the line is outturn less"
                + " original budget. "
                + baseGapRange())
        .chart(
            chart.build(),
            citations().of(netSeries()).of(fundingEvidence()).of(overspends()).toString())
        .table(gapTable(Gap.STAND_STILL))
        .table(realGapTable())
        .build();
  }

  private PageSection budgetSection() {
    return PageSection.builder("The budget gap")
        .paragraph(
            Gap.BUDGET.definition()
                + " Where budgets follow last year's outturn, as they have, it never accumulates:"
                + " it is not to be set beside a stand-still gap.")
        .chart(
            chart("Budget gap where budgets follow last outturn", "GBP billion, cash")
                .panel(gapPanel(Gap.BUDGET, FundingRule.FOLLOWS_OUTTURN))
                .build(),
            citations()
                .of(netSeries(), "outturn-share")
                .of(fundingEvidence())
                .of(overspends())
                .toString())
        .table(gapTable(Gap.BUDGET))
        .build();
  }

  private ChartPanel gapPanel(Gap gap, FundingRule rule) {
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .title(rule.label())
            .fan(ProjectionCharts.fan(gaps.of(rule.label(), gap.cash()), gap.label(), TO_BILLIONS));
    if (!overspends().isEmpty()) {
      ChartLine.Builder line = ChartLine.builder("outturn less budget");
      for (String id : overspends()) {
        FinancialYear year = FinancialYear.parse(id.substring(OVERSPEND.length()));
        line.value(year, evidence.figure(id).value() * TO_BILLIONS);
      }
      panel.history(line.build());
    }
    return panel.build();
  }

  /** What the figure of the base year's gap says of itself: its range and its coverage. */
  private String baseGapRange() {
    StringBuilder text = new StringBuilder();
    for (String id : overspends()) {
      Figure figure = evidence.figure(id);
      text.append(id.substring(OVERSPEND.length())).append(": ");
      figure
          .range()
          .ifPresent(
              range ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "between GBP %.1fbn and GBP %.1fbn; ",
                          range.low() * TO_BILLIONS,
                          range.high() * TO_BILLIONS)));
      text.append(figure.provenance().note()).append(". ");
    }
    return text.toString().trim();
  }

  /** Ids of the overspends that are held for the base year and the three years before it. */
  private List<String> overspends() {
    return IntStream.rangeClosed(-3, 0)
        .mapToObj(back -> OVERSPEND + baseline.baseYear().plus(back))
        .filter(evidence::knows)
        .toList();
  }

  /** Net spending on the basis that the baseline starts from. */
  private String netSeries() {
    return evidence.series("ro-net").has(baseline.baseYear()) ? "ro-net" : "spend-net";
  }

  /** Where base-year funding comes from; the same under every rule. */
  private List<String> fundingEvidence() {
    Scenario any = gaps.scenarios().get(0);
    return any.inputs().evidence(FundingStream.recurrent(HEADLINE[0]).amount());
  }

  private String fundingStart() {
    return String.format(
        Locale.ROOT,
        "Funding starts from %sGBP %.1fbn in %s; no later budget is used.",
        fundingEvidence().equals(List.of("ra-budget-net")) ? "the published budget, " : "",
        baseline.baseFunding().millions() * TO_BILLIONS,
        baseline.baseYear());
  }

  private Citations citations() {
    return new Citations(evidence, baseline.baseYear());
  }

  /** The baseline and the settings of its runs. */
  @Override
  public String toString() {
    return "Report of " + baseline + ", " + demand.settings();
  }
}
