package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundinggap.benchmarks.SpreadErrors.Uncertain;
import org.fundinggap.benchmarks.SpreadStudy.Figure;
import org.fundinggap.benchmarks.SpreadStudy.Spread;

/** What a {@link SpreadStudy} found, as tables. */
final class SpreadTables {
  /** Binary logarithm of the number of draws at which something is wanted. */
  static final int WANTED_AT = 14;

  private final SpreadErrors errors;

  SpreadTables(SpreadErrors errors) {
    this.errors = errors;
  }

  /** What is wanted and reached, then all of it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(wanted().lines());
    lines.add("");
    lines.addAll(all().lines());
    lines.add("");
    lines.add(
        format(
            "From %d seeds, a run of %,d draws in each; times are the best of them, one thread, JDK"
                + " %d.",
            errors.seeds(), 1 << SpreadStudy.MOST, Runtime.version().feature()));
    return lines;
  }

  private Markdown wanted() {
    Markdown table =
        new Markdown(
            2,
            format("independent draws' variance over Sobol draws', %,d draws", 1 << WANTED_AT),
            "sampler",
            "wanted",
            "measured",
            "reached");
    for (Figure figure : Figure.values()) {
      for (Spread spread : Spread.values()) {
        if (spread != Spread.INDEPENDENT) {
          Uncertain gain = errors.gain(spread, figure, WANTED_AT);
          table.row(
              figure.label(),
              spread.label(),
              "at least " + wanted(figure),
              number(gain.value()) + " ± " + number(gain.error()),
              verdict(gain, wanted(figure)));
        }
      }
    }
    return table;
  }

  static int wanted(Figure figure) {
    return switch (figure) {
      case MEAN -> 100;
      case P90 -> 10;
    };
  }

  /** Yes or no, unless the standard error leaves it open. */
  private static String verdict(Uncertain gain, int wanted) {
    if (Math.abs(gain.value() - wanted) < gain.error()) {
      return "too close to say";
    }
    return gain.value() >= wanted ? "yes" : "no";
  }

  private Markdown all() {
    Markdown table =
        new Markdown(
            2,
            "estimate of",
            "sampler",
            "draws",
            "error, GBP million",
            "variance ratio",
            "ms",
            "variance ratio for the same time");
    for (Figure figure : Figure.values()) {
      for (int log : SpreadStudy.TIMED) {
        for (Spread spread : Spread.values()) {
          Uncertain gain = errors.gain(spread, figure, log);
          String error = spread == Spread.INDEPENDENT ? "" : " ± " + number(gain.error());
          table.row(
              figure.label(),
              spread.label(),
              format("%,d", 1 << log),
              number(errors.rootMeanSquare(spread, figure, log)),
              number(gain.value()) + error,
              format("%,.0f", errors.milliseconds(spread, log)),
              number(errors.gainForTheTime(spread, figure, log)));
        }
      }
    }
    return table;
  }

  /** To two or three digits. */
  private static String number(double value) {
    return format(value < 9.95 ? "%.1f" : "%.0f", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
