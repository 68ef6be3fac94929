package org.fundinggap.chart;

import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Markup;

/**
 * What all charts are drawn on: margins and type by width, title and unit at the top, and the SVG
 * document around it. A stand-alone chart carries its style and a margin; in a page the page does.
 */
final class ChartSheet {
  private static final int COMPACT = 600;

  private final int width;
  private final boolean standalone;
  private final Svg svg = new Svg();

  ChartSheet(int width, boolean standalone) {
    Checks.within(
        width, Chart.LEAST_WIDTH, Chart.GREATEST_WIDTH, "width", "write 720, or 360 for a phone");
    this.width = width;
    this.standalone = standalone;
  }

  Svg svg() {
    return svg;
  }

  /** Laid out for a phone: panels one under the other, labels over what they are of. */
  boolean isCompact() {
    return width < COMPACT;
  }

  double margin() {
    return standalone ? 12 : 1;
  }

  double right() {
    return width - margin();
  }

  /** Between the margins. */
  double room() {
    return width - 2 * margin();
  }

  int fontSize() {
    return isCompact() ? 12 : 13;
  }

  int smallFont() {
    return fontSize() - 1;
  }

  /** Draws title and unit and gives back the y below them. */
  double header(String title, String unit) {
    int titleSize = isCompact() ? 15 : 17;
    double y = margin();
    for (String line : TextMeasure.wrap(title, titleSize, room() / TextMeasure.BOLD)) {
      y += titleSize + 4;
      svg.text("fg-ink fg-bold", margin(), y - 4, Svg.Anchor.START, titleSize, line);
    }
    for (String line : TextMeasure.wrap(unit, fontSize(), room())) {
      y += fontSize() + 5;
      svg.text("fg-muted", margin(), y - 3, Svg.Anchor.START, fontSize(), line);
    }
    return y + 8;
  }

  /** All that was drawn, down to a y. */
  String document(Chart chart, double bottom) {
    int height = (int) Math.ceil(bottom + margin());
    String style = standalone ? "<style>\n" + ChartStyle.CSS + "</style>\n" : "";
    String ground = new Svg().rect("fg-bg", 0, 0, width, height).toString();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fg-chart\" role=\"img\""
        + (" width=\"" + width + "\" height=\"" + height + "\"")
        + (" viewBox=\"0 0 " + width + " " + height + "\"")
        + (" aria-label=\"" + Markup.escape(chart.title()) + "\">\n")
        + ("<title>" + Markup.escape(chart.title()) + "</title>\n")
        + ("<desc>" + Markup.escape(chart.description()) + "</desc>\n")
        + style
        + ground
        + svg
        + "</svg>\n";
  }
}
