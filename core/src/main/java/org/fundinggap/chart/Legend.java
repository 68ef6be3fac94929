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
    boolean together = chart.panels().stream().anyMatch(panel -> panel.fans().size() > 1);
    for (ChartPanel panel : chart.panels()) {
      panel.history().ifPresent(line -> histories.putIfAbsent(line.name(), stroke("fg-history")));
      panel.fans().forEach(fan -> fans.putIfAbsent(fan.name(), fan(colours, fan.name(), together)));
      for (ChartLine line : panel.lines()) {
        String classes = "fg-line " + colours.stroke(line.name()) + colours.dash(line);
        lines.putIfAbsent(line.name(), stroke(classes));
      }
    }
    legend.addAll(histories);
    legend.addAll(fans);
    if (together) {
      legend.entries.add(
          new Entry(
              "median, with edges of 10% to 90%",
              (svg, x, y) -> edges(svg, "fg-anyline", " fg-d0", x, y)));
    } else if (!fans.isEmpty()) {
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

  /** A filled swatch for each tone. */
  static Legend of(Map<RowMark.Tone, String> tones) {
    Legend legend = new Legend();
    tones.forEach(
        (tone, words) ->
            legend.entries.add(
                new Entry(words, (svg, x, y) -> svg.rect(tone.fill(), x, y - 5, SWATCH, 10))));
    return legend;
  }

  /** A line for each name, in the colours of series; the first solid, the others dashed. */
  static Legend ofLines(List<String> names) {
    Legend legend = new Legend();
    for (int i = 0; i < names.size(); i++) {
      legend.entries.add(new Entry(names.get(i), stroke(lineClasses(i))));
    }
    return legend;
  }

  static String lineClasses(int index) {
    return "fg-line fg-s" + index + (index == 0 ? "" : " fg-d" + index);
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

  private static void edges(Svg svg, String stroke, String dash, double x, double y) {
    svg.line("fg-edge " + stroke + dash, x, y - 5, x + SWATCH, y - 5);
    svg.line("fg-median " + stroke, x, y, x + SWATCH, y);
    svg.line("fg-edge " + stroke + dash, x, y + 5, x + SWATCH, y + 5);
  }

  private static Swatch fan(SeriesColours colours, String name, boolean together) {
    if (together) {
      return (svg, x, y) -> edges(svg, colours.stroke(name), colours.dash(name), x, y);
    }
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
