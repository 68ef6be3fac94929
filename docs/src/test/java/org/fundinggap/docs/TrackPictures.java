package org.fundinggap.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.chart.ChartFan;
import org.fundinggap.chart.ChartLine;
import org.fundinggap.chart.ChartPanel;
import org.fundinggap.chart.FanChart;
import org.fundinggap.evidence.Cited;
import org.fundinggap.hindcast.ForecastOrigin;
import org.fundinggap.hindcast.SaidRange;
import org.fundinggap.hindcast.ScoreRow;
import org.fundinggap.hindcast.ScoredCase;
import org.fundinggap.hindcast.Terms;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.published.Published;
import org.fundinggap.published.Published.Group;
import org.fundinggap.quantity.FinancialYear;

/** Past projections beside what came, and where outcomes fell in them. */
final class TrackPictures {
  private static final List<String> SHOWN_FROM =
      List.of("2013-14", "2016-17", "2018-19", "2020-21", "2022-23");

  private TrackPictures() {}

  /** Every picture by its file name. */
  static Map<String, String> all() {
    Map<String, String> pictures = new LinkedHashMap<>();
    pictures.put(
        "fan-looked-after.svg", fans("looked-after", "Children looked after", 1000, "thousand"));
    pictures.put(
        "fan-children-in-need.svg", fans("children-in-need", "Children in need", 1000, "thousand"));
    pictures.put(
        "fan-unit-cost-homes.svg",
        fans("unit-cost-homes", "A child in a children's home", 1, "GBP a week, cash"));
    pictures.put(
        "fan-spending-gross.svg",
        fans("spending-gross", "Gross spending", 1000, "GBP billion, cash"));
    pictures.put("pit.svg", PitPicture.of(TrackRecords.today()));
    return pictures;
  }

  private static String fans(String id, String title, double scale, String unit) {
    Published quantity = Published.named(id);
    TrackRecord record = TrackRecords.today();
    FanChart.Builder chart =
        FanChart.builder(title + ": past projections and what came", unit).fromZero();
    for (String from : SHOWN_FROM) {
      record.origins().stream()
          .filter(origin -> origin.baseYear().toString().equals(from))
          .filter(origin -> isScored(record, origin, quantity))
          .forEach(origin -> chart.panel(panel(record, origin, quantity, scale)));
    }
    return chart.build().svg();
  }

  private static boolean isScored(TrackRecord record, ForecastOrigin origin, Published quantity) {
    return record.of(quantity, Terms.CASH).stream()
        .anyMatch(each -> each.window().origin().equals(origin));
  }

  private static ChartPanel panel(
      TrackRecord record, ForecastOrigin origin, Published quantity, double scale) {
    ChartFan.Builder fan = ChartFan.builder("projection");
    for (ScoredCase each : record.of(quantity, Terms.CASH)) {
      if (each.window().origin().equals(origin)) {
        fan.year(each.window().target(), quantiles(each.range(), scale));
      }
    }
    return ChartPanel.builder()
        .title("from " + origin.baseYear())
        .history(outturn(quantity, scale))
        .fan(fan.build())
        .build();
  }

  private static ChartFan.Quantiles quantiles(SaidRange range, double scale) {
    return new ChartFan.Quantiles(
        range.low() / scale,
        range.quarter() / scale,
        range.median() / scale,
        range.threeQuarters() / scale,
        range.high() / scale);
  }

  private static ChartLine outturn(Published quantity, double scale) {
    ChartLine.Builder line = ChartLine.builder("published");
    for (int start = 2010; start <= 2024; start++) {
      FinancialYear year = FinancialYear.starting(start);
      Optional<Cited> value = quantity.at(TrackRecords.EVIDENCE, year);
      value.ifPresent(published -> line.value(year, published.value() / scale));
    }
    return line.build();
  }

  /** Four rows of ten bars: how many outcomes fell in each tenth of what was drawn. */
  private static final class PitPicture {
    private static final int BINS = 10;
    private static final int WIDTH = 720;
    private static final int PANEL = 170;
    private static final int HEIGHT = 190;
    private static final int BAR = 14;
    private static final double MOST = 0.4;

    private PitPicture() {}

    static String of(TrackRecord record) {
      StringBuilder svg = new StringBuilder();
      svg.append(
          String.format(
              Locale.ROOT,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                  + " height=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">%n",
              WIDTH,
              HEIGHT,
              WIDTH,
              HEIGHT));
      svg.append("<title>Where outcomes fell in what was drawn, in tenths</title>\n");
      svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
      int left = 30;
      for (Group group : Group.values()) {
        panel(svg, left, group, record);
        left += PANEL;
      }
      return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, int left, Group group, TrackRecord record) {
      ScoreRow row = ScoreRow.of(record.of(group, Terms.CASH));
      int[] counts = row.scores().pitHistogram(BINS);
      int ground = HEIGHT - 40;
      double scale = (ground - 30) / MOST;
      text(svg, left, 18, group + ", n = " + row.cases());
      for (int i = 0; i < BINS; i++) {
        double height = scale * counts[i] / row.cases();
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#2f6f9f\"/>%n",
                left + i * BAR,
                ground - height,
                BAR - 2,
                height));
      }
      double level = ground - scale / BINS;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#1b2026\""
                  + " stroke-dasharray=\"3 3\"/>%n",
              left,
              left + BINS * BAR,
              level,
              level));
      text(svg, left, ground + 16, "too high");
      text(svg, left + BINS * BAR - 46, ground + 16, "too low");
    }

    private static void text(StringBuilder svg, int x, int y, String words) {
      svg.append(
          String.format(
              Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"#1b2026\">%s</text>%n", x, y, words));
    }
  }
}
