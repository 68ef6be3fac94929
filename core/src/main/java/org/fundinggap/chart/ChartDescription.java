package org.fundinggap.chart;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.internal.Markup;
import org.fundinggap.quantity.FinancialYear;

/** Says in words what a chart draws, for those who cannot see it and for the console. */
final class ChartDescription {
  private final ValueFormat format;

  private ChartDescription(ValueFormat format) {
    this.format = format;
  }

  /** Title, unit and one sentence a series. */
  static String of(FanChart chart) {
    ChartDescription words = new ChartDescription(ValueFormat.of(chart));
    StringBuilder text = new StringBuilder();
    text.append(chart.title()).append(" (").append(chart.unit()).append(").");
    chart.baseYear().ifPresent(year -> text.append(" Base year ").append(year).append('.'));
    for (ChartPanel panel : chart.panels()) {
      panel.title().ifPresent(title -> text.append(' ').append(title).append(':'));
      words.sentences(panel).forEach(sentence -> text.append(' ').append(sentence).append('.'));
    }
    return Markup.oneLine(text.toString());
  }

  private List<String> sentences(ChartPanel panel) {
    List<String> sentences = new ArrayList<>();
    panel.history().ifPresent(line -> sentences.add(line(line)));
    panel.fans().forEach(fan -> sentences.add(fan(fan)));
    panel.lines().forEach(line -> sentences.add(line(line)));
    panel.markers().forEach(marker -> sentences.add(format.claim(marker)));
    return sentences;
  }

  private String line(ChartLine line) {
    var first = line.values().firstEntry();
    var last = line.values().lastEntry();
    String text = line.name() + ": " + format.given(first.getValue()) + " in " + first.getKey();
    if (first.getKey().equals(last.getKey())) {
      return text;
    }
    return text + ", " + format.given(last.getValue()) + " in " + last.getKey();
  }

  private String fan(ChartFan fan) {
    FinancialYear last = fan.years().lastKey();
    return fan.name() + ": " + format.range(fan.years().lastEntry().getValue()) + " in " + last;
  }

  /** What each series of a panel says of one year, a line each; empty if they say nothing. */
  static String year(ChartPanel panel, FinancialYear year, ValueFormat format) {
    StringBuilder text = new StringBuilder();
    List<ChartLine> lines = new ArrayList<>();
    panel.history().ifPresent(lines::add);
    lines.addAll(panel.lines());
    for (ChartLine line : lines) {
      Double value = line.values().get(year);
      if (value != null) {
        text.append('\n').append(line.name()).append(": ").append(format.given(value));
      }
    }
    for (ChartFan fan : panel.fans()) {
      ChartFan.Quantiles quantiles = fan.years().get(year);
      if (quantiles != null) {
        text.append('\n').append(fan.name()).append(": ").append(format.range(quantiles));
      }
    }
    return text.isEmpty() ? "" : year + text.toString();
  }
}
