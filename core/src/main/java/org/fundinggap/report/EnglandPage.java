package org.fundinggap.report;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundinggap.calibration.BaseFunding;
import org.fundinggap.chart.ChartFan;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.chart.ChartPanel;
import org.fundinggap.chart.FanChart;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.ChildrenInNeed;
import org.fundinggap.demand.Placement;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Protection;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Settings;

/** Puts the tables of a report and charts with their history and sources on one page. */
final class EnglandPage {
  private static final double TO_THOUSANDS = 1e-3;
  private static final FundingPlan COUNCIL_TAX = EnglandReport.HEADLINE.get(2);
  private static final String REFERRALS = "referrals";
  private static final String LOOKED_AFTER = "looked-after";

  private final EnglandReport report;
  private final EvidenceBase evidence;
  private final Baseline baseline;
  private final FinancialYear baseYear;

  /** Numbers of demand and cost, which are the same under every rule. */
  private final Inputs numbers;

  private final Set<String> cited = new LinkedHashSet<>();

  EnglandPage(EnglandReport report, EvidenceBase evidence, Baseline baseline) {
    this.report = report;
    this.evidence = evidence;
    this.baseline = baseline;
    this.baseYear = baseline.baseYear();
    this.numbers = report.inputs(FundingPlan.HEADLINE);
  }

  Page page(List<SourceCheck> checks) {
    Page.Builder page = head();
    page.section(referralsSection()).section(lookedAfterSection());
    page.section(costSection()).section(gapSection()).section(budgetSection());
    page.section(definitionsSection());
    if (!checks.isEmpty()) {
      page.section(claimsSection(checks));
    }
    return page.footer(
            "Contains public sector information licensed under the Open Government Licence v3.0."
                + " Every number is in the evidence register with its source, vintage and quality.")
        .build();
  }

  private Page.Builder head() {
    Settings settings = report.demand().settings();
    Headline headline = report.headline(EnglandReport.quoted(baseline));
    Page.Builder page =
        Page.builder("Children's social care in England: demand, cost, funding and the gap")
            .subtitle(
                String.format(
                    Locale.ROOT,
                    "Baseline %s, %,d draws, seed %d",
                    baseline.years(),
                    settings.draws(),
                    settings.seed()))
            .lead(headline.sentence() + " " + headline.otherwise())
            .lead(
                "What meeting demand would cost if service and policy stayed as they are, the"
                    + " funding there would be, and so the gap. "
                    + ruleMatters())
            .lead(
                "Bands are 10th to 90th and 25th to 75th percentiles of this model. They leave out"
                    + " a policy that changes, a bout of inflation like that of the 1970s, a break"
                    + " in the statistics, and that early help may be cut to meet a gap.");
    if (report.isNewest()) {
      page.lead(
          headline.pastRanges()
              + " No number of the model was chosen on them, though what to mend had been found on"
              + " all dates.");
    }
    baseline.waiting().ifPresent(part -> page.lead(part + "."));
    return page;
  }

  private PageSection definitionsSection() {
    return PageSection.builder("Three definitions of a gap")
        .table(report.definitionsTable())
        .table(report.gapTable(Gap.NEED))
        .sources(
            sources(
                citations()
                    .of(report.inputs(COUNCIL_TAX), fundingNumbers())
                    .of(numbers, Cost.EARLY_HELP_OF_2010)))
        .build();
  }

  private PageSection claimsSection(List<SourceCheck> checks) {
    return PageSection.builder("Published claims beside the model and what happened")
        .table(SourceCheckTable.of(checks))
        .sources(sources(citations().cite(checks.stream().map(each -> each.claim().id()).toList())))
        .build();
  }

  /** How far the rule moves the answer, by the medians of the last year. */
  private String ruleMatters() {
    FinancialYear last = baseline.years().last();
    double flat =
        report
            .gaps()
            .outcome(EnglandReport.HEADLINE.get(0).label(), Gap.STAND_STILL.cash())
            .in(last)
            .quantile(0.5);
    double tax =
        report
            .gaps()
            .outcome(EnglandReport.HEADLINE.get(2).label(), Gap.STAND_STILL.cash())
            .in(last)
            .quantile(0.5);
    return String.format(
        Locale.ROOT,
        "In %s the rule alone moves the median stand-still gap from GBP %.1fbn (%s) to GBP %.1fbn"
            + " (%s), in cash.",
        last,
        tax * EnglandReport.TO_BILLIONS,
        EnglandReport.HEADLINE.get(2).label(),
        flat * EnglandReport.TO_BILLIONS,
        EnglandReport.HEADLINE.get(0).label());
  }

  private PageSection referralsSection() {
    return PageSection.builder("Referrals")
        .chart(
            chart("Referrals to children's social care", "thousand a year")
                .panel(panel(REFERRALS, Referrals.REFERRALS))
                .build(),
            sources(
                citations()
                    .history(REFERRALS)
                    .of(numbers, Children.CHILDREN, Referrals.LEVEL, Referrals.TREND)))
        .table(report.demandTable())
        .sources(
            sources(
                citations()
                    .of(numbers, Children.CHILDREN, Referrals.LEVEL, ChildrenInNeed.STOCK)
                    .of(numbers, Protection.PLANS, Placements.LOOKED_AFTER)
                    .of(numbers, Placement.HOMES.stock())))
        .build();
  }

  private PageSection lookedAfterSection() {
    return PageSection.builder("Children looked after")
        .chart(
            chart("Children looked after at 31 March", "thousand")
                .panel(panel(LOOKED_AFTER, Placements.LOOKED_AFTER))
                .build(),
            sources(
                citations()
                    .history(LOOKED_AFTER)
                    .of(numbers, Placements.LOOKED_AFTER, Placements.STARTED)
                    .of(numbers, Placements.EXIT_LEVEL)
                    .of(numbers, exitRates())))
        .build();
  }

  private static Quantity[] exitRates() {
    return Arrays.stream(Placement.values()).map(Placement::exitRate).toArray(Quantity[]::new);
  }

  private ChartPanel panel(String seriesId, Variable variable) {
    return ChartPanel.builder()
        .history(history(seriesId, TO_THOUSANDS))
        .fan(ProjectionCharts.fan(report.demand().outcome(variable), "projected", TO_THOUSANDS))
        .build();
  }

  private ChartLine history(String seriesId, double scale) {
    return ProjectionCharts.history(evidence.series(seriesId), baseYear, scale);
  }

  /** The years up to the base year that the register holds of a series, if it holds it at all. */
  private List<FinancialYear> published(String seriesId) {
    return evidence.hasSeries(seriesId)
        ? ProjectionCharts.drawn(evidence.series(seriesId), baseYear)
        : List.of();
  }

  /** In billions; the fan starts in the base year itself where no history leads up to it. */
  private ChartFan fan(Outcome outcome, String name, boolean baseYearIsPublished) {
    FinancialYear first = baseYearIsPublished ? baseYear.plus(1) : baseYear;
    return ProjectionCharts.fan(outcome, name, EnglandReport.TO_BILLIONS, first);
  }

  private FanChart.Builder chart(String title, String unit) {
    return FanChart.builder(title, unit + "; England").baseYear(baseYear);
  }

  private PageSection costSection() {
    String net = report.netBasis().netSeries();
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .fan(
                fan(report.demand().outcome(Cost.NEED), "need", published(net).contains(baseYear)));
    if (!published(net).isEmpty()) {
      panel.history(history(net, EnglandReport.TO_BILLIONS));
    }
    for (FundingPlan rule : EnglandReport.HEADLINE) {
      Outcome funding = report.gaps().outcome(rule.label(), Funding.UNTIED);
      panel.line(
          ProjectionCharts.median(
              funding, "median funding, " + rule.label(), EnglandReport.TO_BILLIONS));
    }
    return PageSection.builder("Cost against funding")
        .paragraph(
            "Net cost of the base year's service and policy, against funding that is not tied to"
                + " new services. "
                + report.fundingStart())
        .chart(
            chart(
                    "Net need against funding by published plans and three continuations",
                    "GBP billion, cash")
                .panel(panel.build())
                .build(),
            sources(
                (published(net).isEmpty() ? citations() : citations().history(net))
                    .of(report.inputs(COUNCIL_TAX), fundingNumbers())))
        .table(report.costTable())
        .table(report.linesTable())
        .table(report.streamsTable())
        .sources(sources(citations().of(numbers, costNumbers())))
        .build();
  }

  /** What the lines of the base year rest on, and what turns gross lines into net totals. */
  private static Quantity[] costNumbers() {
    return Stream.concat(
            Arrays.stream(CostLine.values())
                .flatMap(line -> Stream.of(line.unitCost(), line.reconciliation())),
            Stream.of(Cost.SCOPE, Cost.INCOME))
        .toArray(Quantity[]::new);
  }

  /** Net cost, and what funding starts from and goes on by under the three rules. */
  private static Quantity[] fundingNumbers() {
    return new Quantity[] {
      Cost.INCOME,
      FundingStream.core(FundingRule.COUNCIL_TAX).amount(),
      FundingRule.COUNCIL_TAX_GROWTH,
      Inflation.DEFLATOR,
      Inflation.CENTRAL
    };
  }

  private PageSection gapSection() {
    FanChart.Builder chart =
        chart("Stand-still gap under " + report.plansTitle(), "GBP billion, cash");
    for (FundingPlan rule : EnglandReport.HEADLINE) {
      chart.panel(gapPanel(Gap.STAND_STILL, rule));
    }
    PageSection.Builder section =
        PageSection.builder("The stand-still gap").paragraph(Gap.STAND_STILL.definition());
    if (!overspentYears().isEmpty()) {
      section.paragraph(
          "Before the base year no stand-still gap is published: the line is outturn less original"
              + " budget. "
              + baseGapRange());
    }
    return section
        .chart(
            chart.build(),
            sources(
                citations().of(report.inputs(COUNCIL_TAX), fundingNumbers()).cite(overspends())))
        .table(report.gapTable(Gap.STAND_STILL))
        .table(report.realGapTable())
        .table(report.openingsTable())
        .table(report.plainGapTable(Gap.STAND_STILL))
        .build();
  }

  private PageSection budgetSection() {
    FundingPlan rule = EnglandReport.FOLLOWING;
    FundingStream core = FundingStream.core(FundingRule.FOLLOWS_OUTTURN);
    return PageSection.builder("The budget gap")
        .paragraph(
            Gap.BUDGET.definition()
                + " Where budgets follow last year's outturn, as they have, it never accumulates:"
                + " it is not to be set beside a stand-still gap.")
        .chart(
            chart("Budget gap where budgets follow last outturn", "GBP billion, cash")
                .panel(gapPanel(Gap.BUDGET, rule))
                .build(),
            sources(
                citations()
                    .of(
                        report.inputs(rule),
                        Cost.INCOME,
                        core.amount(),
                        core.outturnShare(),
                        core.outturnSpread())
                    .cite(overspends())))
        .table(report.gapTable(Gap.BUDGET))
        .build();
  }

  private ChartPanel gapPanel(Gap gap, FundingPlan rule) {
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .title(rule.label())
            .fan(
                fan(
                    report.gaps().outcome(rule.label(), gap.cash()),
                    gap.label(),
                    overspentYears().contains(baseYear)));
    if (!overspentYears().isEmpty()) {
      ChartLine.Builder line = ChartLine.builder("outturn less budget");
      for (FinancialYear year : overspentYears()) {
        line.value(year, overspend(year).value() * EnglandReport.TO_BILLIONS);
      }
      panel.history(line.build());
    }
    return panel.build();
  }

  /** What the figure of the base year's gap says of itself: its range and its coverage. */
  private String baseGapRange() {
    StringBuilder text = new StringBuilder();
    for (FinancialYear year : overspentYears()) {
      Figure figure = overspend(year);
      text.append(year).append(": ");
      figure
          .range()
          .ifPresent(
              range ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "between GBP %.2fbn and GBP %.2fbn; ",
                          range.low() * EnglandReport.TO_BILLIONS,
                          range.high() * EnglandReport.TO_BILLIONS)));
      text.append(figure.provenance().note()).append(". ");
    }
    return text.toString().trim();
  }

  /** Of the base year and the three years before it, those whose overspend is held. */
  private List<FinancialYear> overspentYears() {
    return IntStream.rangeClosed(-3, 0)
        .mapToObj(baseYear::plus)
        .filter(year -> evidence.knows(BaseFunding.overspendId(year)))
        .toList();
  }

  private List<String> overspends() {
    return overspentYears().stream().map(BaseFunding::overspendId).toList();
  }

  private Figure overspend(FinancialYear year) {
    return evidence.figure(BaseFunding.overspendId(year));
  }

  /** Ids of all that the page cites so far. */
  Set<String> cited() {
    return Set.copyOf(cited);
  }

  private String sources(Citations citations) {
    cited.addAll(citations.ids());
    return citations.toString();
  }

  private Citations citations() {
    return new Citations(evidence, baseYear);
  }
}
