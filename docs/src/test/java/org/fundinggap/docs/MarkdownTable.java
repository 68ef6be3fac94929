package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;

/** A table as Markdown. */
final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  /** Columns by name; a name that starts with {@code >} is of a column aligned to the right. */
  MarkdownTable(String... columns) {
    List<String> names = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (String column : columns) {
      boolean right = column.startsWith(">");
      names.add(right ? column.substring(1) : column);
      rules.add(right ? "---:" : "---");
    }
    row(names.toArray(String[]::new));
    row(rules.toArray(String[]::new));
  }

  /** Adds a row; a bar inside a cell is escaped. */
  final MarkdownTable row(String... cells) {
    StringBuilder line = new StringBuilder("|");
    for (String cell : cells) {
      line.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    lines.add(line.toString());
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
