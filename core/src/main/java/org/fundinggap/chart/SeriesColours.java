package org.fundinggap.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives each series name of a chart one palette colour, the same in all panels. */
final class SeriesColours {
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  private SeriesColours() {}

  /** Fans come first, so that the projection has the same colour with and without lines. */
  static SeriesColours of(FanChart chart) {
    SeriesColours colours = new SeriesColours();
    chart.panels().forEach(panel -> panel.fans().forEach(fan -> colours.add(fan.name())));
    chart.panels().forEach(panel -> panel.lines().forEach(line -> colours.add(line.name())));
    return colours;
  }

  private void add(String name) {
    indexes.putIfAbsent(name, indexes.size());
  }

  int size() {
    return indexes.size();
  }

  int index(String name) {
    Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "name must be one of " + indexes.keySet() + ", was " + name + "; add the series first");
    }
    return index;
  }

  /** The class of strokes. */
  String stroke(String name) {
    return "fg-s" + index(name);
  }

  /** The class of filled areas and of text. */
  String fill(String name) {
    return "fg-f" + index(name);
  }

  /** The class that dashes a line, by colour, so that lines also differ without colour. */
  String dash(ChartLine line) {
    return line.dashed() ? dash(line.name()) : "";
  }

  String dash(String name) {
    return " fg-d" + index(name);
  }
}
