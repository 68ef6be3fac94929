package org.fundinggap.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.chart.ChartPanel;
import org.fundinggap.chart.FanChart;
import org.fundinggap.claim.SourceCheck;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Placements;
import org.fundinggap.demand.Referrals;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Figure;
import org.fundinggap.evidence.Series;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Settings;

/** Puts the tables of a report and charts with their history and sources on one page. */
final class EnglandPage {
  private static final double TO_THOUSANDS = 1e-3;
  private static final String OVERSPEND = "overspend-";

  private final EnglandReport report;
  private final EvidenceBase evidence;
  private final Baseline baseline;

  EnglandPage(EnglandReport report, EvidenceBase evidence, Baseline baseline) {
    this.report = report;
    this.evidence = evidence;
    this.baseline = baseline;
  }

  Page page(List<SourceCheck> checks) {
    Settings settings = report.demand().settings();
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
                    + " statistics, and that early help may be cut to meet a gap. Run from past"
                    + " dates, such bands held less than half of the amounts that came to be spent,"
                    + " where they promised eight in ten: take the upper end of cost as nearer than"
                    + " it looks.");
    page.section(referralsSection()).section(lookedAfterSection());
    page.section(costSection()).section(gapSection()).section(budgetSection());
    page.section(
        PageSection.builder("Three definitions of a gap")
            .table(report.definitionsTable(FundingRule.REAL_FLAT))
            .table(report.gapTable(Gap.NEED))
            .build());
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
                .panel(panel("referrals", Referrals.REFERRALS))
                .build(),
            citations().history("referrals").cite("children-0-17").toString())
        .table(report.demandTable())
        .build();
  }

  private PageSection lookedAfterSection() {
    return PageSection.builder("Children looked after")
        .chart(
            chart("Children looked after at 31 March", "thousand")
                .panel(panel("looked-after", Placements.LOOKED_AFTER))
                .build(),
            citations().history("looked-after").cite("placement-exits-foster").toString())
        .build();
  }

  private ChartPanel panel(String seriesId, Variable variable) {
    Series series = evidence.series(seriesId);
    return ChartPanel.builder()
        .history(ProjectionCharts.history(series, baseline.baseYear(), TO_THOUSANDS))
        .fan(ProjectionCharts.fan(report.demand().outcome(variable), "projected", TO_THOUSANDS))
        .build();
  }

  private FanChart.Builder chart(String title, String unit) {
    return FanChart.builder(title, unit + "; England").baseYear(baseline.baseYear());
  }

  private PageSection costSection() {
    Series net = evidence.series(report.netSeries());
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .history(ProjectionCharts.history(net, baseline.baseYear(), EnglandReport.TO_BILLIONS))
            .fan(
                ProjectionCharts.fan(
                    report.demand().outcome(Cost.NEED), "need", EnglandReport.TO_BILLIONS));
    for (FundingRule rule : EnglandReport.HEADLINE) {
      Outcome funding = report.gaps().outcome(rule.label(), Funding.UNTIED);
      panel.line(
          ProjectionCharts.median(funding, "funding, " + rule.label(), EnglandReport.TO_BILLIONS));
    }
    return PageSection.builder("Cost against funding")
        .paragraph(
            "Net cost of the base year's service and policy, against funding that is not tied to"
                + " new services. "
                + report.fundingStart())
        .chart(
            chart("Net need against funding under three rules", "GBP billion, cash")
                .panel(panel.build())
                .build(),
            citations()
                .history(report.netSeries())
                .cite(report.fundingEvidence())
                .cite("council-tax-receipts-growth", "gdp-deflator")
                .toString())
        .table(report.costTable())
        .build();
  }

  private PageSection gapSection() {
    FanChart.Builder chart =
        chart("Stand-still gap under three funding rules", "GBP billion, cash");
    for (FundingRule rule : EnglandReport.HEADLINE) {
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
            citations()
                .cite(report.netSeries())
                .cite(report.fundingEvidence())
                .cite(overspends())
                .toString())
        .table(report.gapTable(Gap.STAND_STILL))
        .table(report.realGapTable())
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
                .cite(report.netSeries(), "outturn-share")
                .cite(report.fundingEvidence())
                .cite(overspends())
                .toString())
        .table(report.gapTable(Gap.BUDGET))
        .build();
  }

  private ChartPanel gapPanel(Gap gap, FundingRule rule) {
    ChartPanel.Builder panel =
        ChartPanel.builder()
            .title(rule.label())
            .fan(
                ProjectionCharts.fan(
                    report.gaps().outcome(rule.label(), gap.cash()),
                    gap.label(),
                    EnglandReport.TO_BILLIONS));
    if (!overspends().isEmpty()) {
      ChartLine.Builder line = ChartLine.builder("outturn less budget");
      for (String id : overspends()) {
        FinancialYear year = FinancialYear.parse(id.substring(OVERSPEND.length()));
        line.value(year, evidence.figure(id).value() * EnglandReport.TO_BILLIONS);
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
                          range.low() * EnglandReport.TO_BILLIONS,
                          range.high() * EnglandReport.TO_BILLIONS)));
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

  private Citations citations() {
    return new Citations(evidence, baseline.baseYear());
  }
}
