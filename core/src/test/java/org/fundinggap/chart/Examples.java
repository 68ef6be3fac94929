package org.fundinggap.chart;

import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.report.Page;
import org.fundinggap.report.PageSection;
import org.fundinggap.report.Table;

/** Charts and a page of the size and shape that users make, for the tests of this package. */
public final class Examples {
  public static final FinancialYear BASE = FinancialYear.ending(2025);

  private static final double[] REFERRALS = {
    593_470, 657_780, 635_620, 621_470, 646_120, 655_630, 650_930, 642_980, 597_760, 650_270,
    640_430, 621_880, 632_830
  };

  private static final double[] LOOKED_AFTER = {
    60_000, 60_300, 59_970, 59_360, 60_890, 64_410, 65_510, 67_080, 68_110, 68_840, 69_540, 70_440,
    72_670, 75_420, 78_150, 80_000, 80_780, 82_080, 83_750, 83_630, 81_770
  };

  private Examples() {}

  public static FanChart referrals() {
    ChartLine history =
        ChartLine.builder("Published").values(FinancialYear.ending(2013), REFERRALS).build();
    return FanChart.builder("Referrals to children's social care", "Referrals a year; England")
        .baseYear(BASE)
        .panel(
            ChartPanel.builder()
                .history(history)
                .fan(fan("Baseline", 632_830, 660_000, 0.016))
                .marker(
                    new ChartMarker(
                        FinancialYear.ending(2016), 621_470, "Claim: 6,470 more than in 2010-11"))
                .build())
        .build();
  }

  public static FanChart lookedAfter() {
    ChartLine history =
        ChartLine.builder("Published, 31 March")
            .values(FinancialYear.ending(2005), LOOKED_AFTER)
            .breakBefore(FinancialYear.ending(2024))
            .build();
    return FanChart.builder(
            "Children looked after at 31 March, with two claims made years before",
            "Children; England")
        .baseYear(BASE)
        .panel(
            ChartPanel.builder()
                .history(history)
                .fan(fan("Baseline", 81_770, 88_400, 0.02))
                .marker(
                    new ChartMarker(
                        FinancialYear.ending(2025), 95_000, "County Councils Network, 2021"))
                .marker(
                    new ChartMarker(
                        FinancialYear.ending(2032), 100_000, "Care Review, 2022, approaching"))
                .build())
        .build();
  }

  public static FanChart cost() {
    ChartLine cashFlat = growth("Funding, flat in cash", 14.1, 1.0);
    ChartLine realFlat = growth("Funding, flat in real terms", 14.1, 1.0195);
    ChartLine councilTax = growth("Funding, grows with council tax", 14.1, 1.0453);
    return FanChart.builder("Cost of the base year's service, and funding", "GBP billion, cash")
        .baseYear(BASE)
        .panel(
            ChartPanel.builder()
                .history(ChartLine.builder("Outturn").value(BASE, 15.6).build())
                .fan(fan("Cost", 15.6, 24.8, 0.021))
                .line(cashFlat)
                .line(realFlat)
                .line(councilTax)
                .build())
        .build();
  }

  public static FanChart gaps() {
    return FanChart.builder(
            "Stand-still funding gap under three funding rules", "GBP billion, cash; England")
        .baseYear(BASE)
        .panel(gap("Funding flat in cash", 6.1, 10.7, 16.6))
        .panel(gap("Funding flat in real terms", 3.1, 7.3, 12.7))
        .panel(gap("Funding grows with council tax", -1.8, 2.8, 8.8))
        .build();
  }

  public static Table table() {
    return Table.builder("Stand-still gap in 2034-35", "GBP billion, cash; England; base 2024-25")
        .left("Funding rule")
        .right("Gap, median")
        .right("10% to 90%")
        .right("Chance of a gap")
        .row("Flat in cash", "10.7", "6.1 to 16.6", "more than 99%")
        .row("Flat in real terms", "7.3", "3.1 to 12.7", "98%")
        .row("Grows with council tax", "2.8", "\u22121.8 to 8.8", "76%")
        .note("Gap = need less funding; positive is a shortfall. 10,000 draws, seed 2025.")
        .build();
  }

  public static Page page() {
    return Page.builder("The funding gap in children's social care")
        .subtitle("England, 2024-25 to 2034-35, cash")
        .lead(
            "If funding stays flat in cash, keeping the service of 2024-25 costs GBP 10.7 billion"
                + " more than there is by 2034-35, with four chances in five of GBP 6.1 to 16.6"
                + " billion.")
        .section(
            PageSection.builder("The gap depends on the funding rule")
                .paragraph("The rule moves the answer more than all demand uncertainty does.")
                .chart(gaps(), "Sources: section 251 outturn 2024-25; own projection.")
                .table(table())
                .build())
        .section(
            PageSection.builder("Demand")
                .chart(referrals(), "Sources: Children in need, 2013 to 2025, table C1.")
                .chart(lookedAfter(), "Sources: Children looked after, 2005 to 2025.")
                .build())
        .section(
            PageSection.builder("Cost")
                .chart(cost(), "Sources: section 251 outturn 2024-25; GDP deflator.")
                .build())
        .footer("Open Government Licence v3.0. Version 0.1.0.")
        .build();
  }

  /** A fan from the year after the base year to ten years on, wider by the root of time. */
  public static ChartFan fan(String name, double from, double to, double spread) {
    ChartFan.Builder fan = ChartFan.builder(name);
    for (int t = 1; t <= 10; t++) {
      double median = from + (to - from) * t / 10;
      double width = median * spread * Math.sqrt(t);
      fan =
          fan.year(
              BASE.plus(t),
              median - 3 * width,
              median - 1.5 * width,
              median,
              median + 1.8 * width,
              median + 3.8 * width);
    }
    return fan.build();
  }

  public static ChartPanel gap(String title, double p10, double p50, double p90) {
    double start = 1.46;
    ChartFan.Builder fan = ChartFan.builder("Gap").year(BASE, start, start, start, start, start);
    for (int t = 1; t <= 10; t++) {
      double share = t / 10.0;
      double median = start + (p50 - start) * share;
      double down = (p50 - p10) * Math.sqrt(share);
      double up = (p90 - p50) * Math.sqrt(share);
      fan =
          fan.year(
              BASE.plus(t), median - down, median - down / 2, median, median + up / 2, median + up);
    }
    return ChartPanel.builder().title(title).fan(fan.build()).build();
  }

  private static ChartLine growth(String name, double start, double factor) {
    ChartLine.Builder line = ChartLine.builder(name).dashed();
    double value = start;
    for (int t = 0; t <= 10; t++) {
      line = line.value(BASE.plus(t), value);
      value *= factor;
    }
    return line.build();
  }
}
