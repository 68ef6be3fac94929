package org.fundinggap.benchmarks;

import java.util.Locale;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;

/**
 * Error against draws, both logarithmic: a panel a figure, a line a way to spread draws, as SVG.
 *
 * <p>On such axes an error that falls with a power of the number of draws is a straight line. Lines
 * differ in their dashes too, for readers and printers without colours.
 */
final class ErrorPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 430;
  private static final double LEFT = 60;
  private static final double RIGHT = WIDTH - 36.0;
  private static final double BETWEEN = 56;
  private static final double PANEL = (RIGHT - LEFT - BETWEEN) / 2;
  private static final double TOP = 122;
  private static final double BOTTOM = 380;

  private static final String STYLE =
      """
      text{font:12px "Helvetica Neue",Arial,"Liberation Sans",sans-serif;fill:#1b2026}
      .title{font-size:17px;font-weight:600}.bold{font-size:13px;font-weight:600}
      .muted{fill:#59636e}.ground{fill:#ffffff}
      .grid{stroke:#e1e5e9}.tick{stroke:#59636e}
      .line{fill:none;stroke-width:2.2;stroke-linejoin:round}
      .s0{stroke:#59636e}.s1{stroke:#0b74c4}.s2{stroke:#a46412;stroke-dasharray:7 4}
      .f0{fill:#59636e}.f1{fill:#0b74c4}.f2{fill:#a46412}
      @media (prefers-color-scheme:dark){
      text{fill:#eceff2}.muted{fill:#a3adb8}.ground{fill:#15181c}
      .grid{stroke:#30363d}.tick{stroke:#a3adb8}
      .s0{stroke:#a3adb8}.s1{stroke:#86a8dc}.s2{stroke:#ee5a22}
      .f0{fill:#a3adb8}.f1{fill:#86a8dc}.f2{fill:#ee5a22}
      }
      """;

  private final SpreadErrors errors;
  private final double least;
  private final double greatest;
  private final StringBuilder out = new StringBuilder();

  private ErrorPlot(SpreadErrors errors) {
    this.errors = errors;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Figure figure : Figure.values()) {
      for (Spread spread : Spread.values()) {
        for (int log = SpreadStudy.FEWEST; log <= SpreadStudy.MOST; log++) {
          low = Math.min(low, errors.rootMeanSquare(spread, figure, log));
          high = Math.max(high, errors.rootMeanSquare(spread, figure, log));
        }
      }
    }
    this.least = roundBelow(low);
    this.greatest = 1 / roundBelow(1 / high);
  }

  /** The plot as a document of its own. */
  static String svg(SpreadErrors errors) {
    return new ErrorPlot(errors).render();
  }

  private String render() {
    String title = "Error of England's stand-still gap in 2034-35";
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
        .append(format(" width=\"%d\" height=\"%d\"", WIDTH, HEIGHT))
        .append(format(" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT))
        .append(" aria-label=\"" + title + "\">\n<title>" + title + "</title>\n")
        .append("<desc>" + description() + "</desc>\n<style>\n" + STYLE + "</style>\n")
        .append(format("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n", WIDTH, HEIGHT));
    text("title", 14, 30, "start", title);
    text(
        "muted",
        14,
        50,
        "start",
        "Root mean square error over seeds, GBP million, against the number of draws; both axes"
            + " logarithmic");
    legend();
    for (Figure figure : Figure.values()) {
      panel(figure, figure == Figure.MEAN ? LEFT : LEFT + PANEL + BETWEEN);
    }
    return out.append("</svg>\n").toString();
  }

  private String description() {
    StringBuilder words = new StringBuilder();
    for (Figure figure : Figure.values()) {
      for (Spread spread : Spread.values()) {
        words.append(figure.label()).append(", ").append(spread.label()).append(": ");
        for (int log : new int[] {SpreadStudy.FEWEST, SpreadStudy.MOST}) {
          double error = errors.rootMeanSquare(spread, figure, log);
          words.append(format("%.3g at %,d draws. ", error, 1 << log));
        }
      }
    }
    return words.toString().strip();
  }

  private void legend() {
    double x = 14;
    for (Spread spread : Spread.values()) {
      String number = number(spread);
      line("line s" + number, x, 74, x + 30, 74);
      dot(number, x + 15, 74);
      text("", x + 37, 78, "start", spread.label());
      x += 180;
    }
  }

  private void panel(Figure figure, double left) {
    text("bold", left, TOP - 12, "start", figure.label());
    for (double tick = least; tick <= greatest * 1.001; tick = next(tick)) {
      line("grid", left, y(tick), left + PANEL, y(tick));
      text("muted", left - 7, y(tick) + 4, "end", format(tick < 1 ? "%.1f" : "%,.0f", tick));
    }
    for (int log = SpreadStudy.FEWEST; log <= SpreadStudy.MOST; log++) {
      double x = x(left, log);
      line("tick", x, BOTTOM, x, BOTTOM + 4);
      if ((log - SpreadStudy.FEWEST) % 2 == 0) {
        text("muted", x, BOTTOM + 18, "middle", format("%,d", 1 << log));
      }
    }
    text("muted", left + PANEL / 2, BOTTOM + 38, "middle", "draws");
    for (Spread spread : Spread.values()) {
      series(figure, spread, left);
    }
  }

  private void series(Figure figure, Spread spread, double left) {
    StringBuilder points = new StringBuilder();
    for (int log = SpreadStudy.FEWEST; log <= SpreadStudy.MOST; log++) {
      double y = y(errors.rootMeanSquare(spread, figure, log));
      points.append(format("%.1f,%.1f ", x(left, log), y));
    }
    String number = number(spread);
    out.append("<polyline class=\"line s" + number + "\" points=\"")
        .append(points.toString().strip())
        .append("\"/>\n");
    for (int log = SpreadStudy.FEWEST; log <= SpreadStudy.MOST; log++) {
      dot(number, x(left, log), y(errors.rootMeanSquare(spread, figure, log)));
    }
  }

  private static String number(Spread spread) {
    return switch (spread) {
      case INDEPENDENT -> "0";
      case SOBOL -> "1";
      case SOBOL_IN_4 -> "2";
    };
  }

  private static double x(double left, int log) {
    return left + PANEL * (log - SpreadStudy.FEWEST) / (SpreadStudy.MOST - SpreadStudy.FEWEST);
  }

  private double y(double error) {
    return BOTTOM - (BOTTOM - TOP) * Math.log(error / least) / Math.log(greatest / least);
  }

  /** The greatest of 1, 2, 5 times a power of ten that is not above a number. */
  private static double roundBelow(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / power;
    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
  }

  private static double next(double tick) {
    double power = Math.pow(10, Math.floor(Math.log10(tick * 1.001)));
    return Math.rint(tick / power) == 2 ? 5 * power : 2 * tick;
  }

  private void text(String classes, double x, double y, String anchor, String text) {
    out.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\"", classes, x, y))
        .append(format(" text-anchor=\"%s\">%s</text>\n", anchor, text));
  }

  private void line(String classes, double x1, double y1, double x2, double y2) {
    out.append(format("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\"", classes, x1, y1))
        .append(format(" x2=\"%.1f\" y2=\"%.1f\"/>\n", x2, y2));
  }

  private void dot(String number, double x, double y) {
    out.append(format("<circle class=\"f%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\"/>\n", number, x, y));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
