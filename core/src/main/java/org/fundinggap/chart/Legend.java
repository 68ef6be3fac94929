package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The key above the plots: swatch and words for each series, flowing from left to right. */
final class Legend {
  private static final double SWATCH = 26;
  private static final double GAP = 6;
  private static final double BETWEEN = 20;

  private final List<Entry> entries = new ArrayList<>();

  /** Draws a swatch whose left edge and middle line are given. */
  private interface Swatch {
    void draw(Svg svg, double x, double middle);
  }

  private record Entry(String label, Swatch swatch) {}

  private Legend() {}

  static Legend of(FanChart chart, ValueFormat format) {
    Legend legend = new Legend();
    SeriesColours colours = SeriesColours.of(chart);
    Map<String, Swatch> histories = new LinkedHashMap<>();
    Map<String, Swatch> fans = new LinkedHashMap<>();
    Map<String, Swatch> lines = new LinkedHashMap<>();
    for (ChartPanel panel : chart.panels()) {
      panel.history().ifPresent(line -> histories.putIfAbsent(line.name(), stroke("fg-history")));
      panel.fans().forEach(fan -> fans.putIfAbsent(fan.name(), fan(colours, fan.name())));
      for (ChartLine line : panel.lines()) {
        String classes = "fg-line " + colours.stroke(line.name()) + colours.dash(line);
        lines.putIfAbsent(line.name(), stroke(classes));
      }
    }
    legend.addAll(histories);
    legend.addAll(fans);
    if (!fans.isEmpty()) {
      legend.addBands(fans.size() == 1 ? colours.index(fans.keySet().iterator().next()) : -1);
    }
    legend.addAll(lines);
    List<ChartMarker> markers = FanChart.markers(chart);
    for (int m = 0; m < markers.size(); m++) {
      String label = (m + 1) + "  " + format.claim(markers.get(m));
      legend.entries.add(
          new Entry(label, (svg, x, y) -> svg.path("fg-marker", diamond(x + SWATCH / 2, y))));
    }
    return legend;
  }

  private void addAll(Map<String, Swatch> swatches) {
    swatches.forEach((name, swatch) -> entries.add(new Entry(name, swatch)));
  }

  /** Says what the bands mean, in the only fan's colour or else in grey. */
  private void addBands(int colour) {
    String fill = colour < 0 ? "fg-any" : "fg-f" + colour;
    String stroke = colour < 0 ? "fg-anyline" : "fg-s" + colour;
    entries.add(new Entry("median", stroke("fg-median " + stroke)));
    entries.add(new Entry("25% to 75%", (svg, x, y) -> bands(svg, fill, x, y, true)));
    entries.add(new Entry("10% to 90%", (svg, x, y) -> bands(svg, fill, x, y, false)));
  }

  private static void bands(Svg svg, String fill, double x, double y, boolean inner) {
    svg.rect("fg-outer " + fill, x, y - 6, SWATCH, 12);
    if (inner) {
      svg.rect("fg-inner " + fill, x, y - 6, SWATCH, 12);
    }
  }

  private static Swatch stroke(String classes) {
    return (svg, x, y) -> svg.line(classes, x, y, x + SWATCH, y);
  }

  private static Swatch fan(SeriesColours colours, String name) {
    return (svg, x, y) -> {
      svg.rect("fg-outer " + colours.fill(name), x, y - 7, SWATCH, 14);
      svg.rect("fg-inner " + colours.fill(name), x, y - 3.5, SWATCH, 7);
      svg.line("fg-median " + colours.stroke(name), x, y, x + SWATCH, y);
    };
  }

  /** The shape of a claim. */
  static Svg.Path diamond(double x, double y) {
    double r = 6;
    return new Svg.Path().to(x, y - r).to(x + r, y).to(x, y + r).to(x - r, y).closed();
  }

  /** Draws the entries between two margins and gives back the y below them. */
  double draw(Svg svg, double left, double top, double right, int fontSize) {
    double lineHeight = fontSize + 5;
    double x = left;
    double y = top;
    double rowHeight = 0;
    for (Entry entry : entries) {
      List<String> lines = TextMeasure.wrap(entry.label, fontSize, right - left - SWATCH - GAP);
      double widest =
          lines.stream().mapToDouble(l -> TextMeasure.width(l, fontSize)).max().orElse(0);
      if (x > left && x + SWATCH + GAP + widest > right) {
        x = left;
        y += rowHeight;
        rowHeight = 0;
      }
      entry.swatch.draw(svg, x, y + lineHeight / 2);
      for (int l = 0; l < lines.size(); l++) {
        double baseline = y + lineHeight / 2 + fontSize * 0.35 + l * lineHeight;
        svg.text("fg-ink", x + SWATCH + GAP, baseline, Svg.Anchor.START, fontSize, lines.get(l));
      }
      x += SWATCH + GAP + widest + BETWEEN;
      rowHeight = Math.max(rowHeight, lines.size() * lineHeight + 2);
    }
    return y + rowHeight;
  }
}
