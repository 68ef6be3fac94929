package org.fundinggap.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligned plain text: a header, a rule under it, and rows; columns two spaces apart.
 *
 * <p>Widths are counted in code points. Line breaks, tabs and other control characters inside a
 * cell become single spaces, so that one row is always one line. Not for use by several threads at
 * once.
 */
public final class TextTable {
  private static final String SEPARATOR = "  ";

  private final List<String> header = new ArrayList<>();
  private final List<Boolean> alignedRight = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without columns; add those first. */
  public TextTable() {}

  /**
   * Adds a column of words, aligned left.
   *
   * @param name its header
   * @return this table
   * @throws IllegalArgumentException if there are rows already
   */
  public TextTable left(String name) {
    return column(name, false);
  }

  /**
   * Adds a column of numbers, aligned right.
   *
   * @param name its header
   * @return this table
   * @throws IllegalArgumentException if there are rows already
   */
  public TextTable right(String name) {
    return column(name, true);
  }

  private TextTable column(String name, boolean right) {
    if (!rows.isEmpty()) {
      throw new IllegalArgumentException(
          "column \""
              + name
              + "\" must be added before rows, was added after "
              + rows.size()
              + " of them; declare the columns first");
    }
    header.add(oneLine(name));
    alignedRight.add(right);
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells one text a column
   * @return this table
   * @throws IllegalArgumentException if the number of cells is not the number of columns
   */
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /**
   * Adds a row.
   *
   * @param cells one text a column
   * @return this table
   * @throws IllegalArgumentException if the number of cells is not the number of columns
   */
  public TextTable row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          "row "
              + (rows.size() + 1)
              + " must have "
              + header.size()
              + " cells, was "
              + cells.size()
              + "; give one text for each column of "
              + header);
    }
    rows.add(cells.stream().map(TextTable::oneLine).toList());
    return this;
  }

  /**
   * The aligned text: lines end in {@code \n}, the last one too; no line has trailing spaces.
   *
   * @return header, rule and rows; the empty string for a table without columns
   */
  @Override
  public String toString() {
    if (header.isEmpty()) {
      return "";
    }
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    appendLine(text, header, widths);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    appendLine(text, rule, widths);
    rows.forEach(row -> appendLine(text, row, widths));
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = length(header.get(c));
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], length(row.get(c)));
      }
    }
    return widths;
  }

  private void appendLine(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      String padding = " ".repeat(widths[c] - length(cell));
      line.append(c == 0 ? "" : SEPARATOR);
      line.append(alignedRight.get(c) ? padding + cell : cell + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String oneLine(String text) {
    return Markup.withoutTurns(text).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
