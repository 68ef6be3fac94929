package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A table of a page: the first columns are words, to the left, the others numbers, to the right.
 */
final class Markdown {
  private final List<String> lines = new ArrayList<>();
  private final int columns;

  Markdown(int words, String... heads) {
    this.columns = heads.length;
    lines.add(line(List.of(heads)));
    List<String> rule = new ArrayList<>(Collections.nCopies(words, "---"));
    rule.addAll(Collections.nCopies(columns - words, "---:"));
    lines.add(line(rule));
  }

  Markdown row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "cells must be " + columns + ", were " + cells.length + ": " + List.of(cells));
    }
    lines.add(line(List.of(cells)));
    return this;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Such as {@code 1,234}; a dash for a number that is not there. */
  static String whole(OptionalDouble value) {
    return text("%,.0f", value);
  }

  /** Such as {@code 0.36}. */
  static String hundredths(OptionalDouble value) {
    return text("%.2f", value);
  }

  /** Such as {@code 4%}, from 0.04. */
  static String percent(OptionalDouble share) {
    return share.isEmpty() ? "-" : text("%.0f%%", OptionalDouble.of(100 * share.getAsDouble()));
  }

  private static String text(String format, OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, format, value.getAsDouble());
  }
}
