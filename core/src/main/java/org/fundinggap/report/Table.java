package org.fundinggap.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.internal.TextTable;
import org.fundinggap.internal.csv.PlainCell;
import org.fundinggap.quantity.InvalidInputException;

/**
 * A table for readers: title, caption, named columns, rows of finished text, notes.
 *
 * <p>The caption says the unit and the price basis, so that no number stands without them.
 * Immutable; {@link #toString()} is aligned text, which is what JShell prints.
 */
public final class Table {
  private static final int TEXT_WIDTH = 110;

  private final String title;
  private final String caption;
  private final List<Column> columns;
  private final List<List<String>> rows;
  private final List<String> notes;

  private Table(Builder builder) {
    title = builder.title;
    caption = builder.caption;
    columns = List.copyOf(builder.columns);
    rows = List.copyOf(builder.rows);
    notes = List.copyOf(builder.notes);
  }

  /**
   * Starts a table.
   *
   * @param title what the table shows, not blank
   * @param caption unit, price basis, area and whatever else every number shares, such as {@code
   *     "GBP billion, cash; England"}; not blank
   * @return a builder without columns
   */
  public static Builder builder(String title, String caption) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    return new Builder(title, caption);
  }

  /**
   * What the table shows.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * What every number shares: unit, price basis, area.
   *
   * @return the caption
   */
  public String caption() {
    return caption;
  }

  /**
   * The columns from left to right.
   *
   * @return at least one column, with names that differ
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The rows from top to bottom.
   *
   * @return rows with one text a column; may be empty
   */
  public List<List<String>> rows() {
    return rows;
  }

  /**
   * The notes under the table.
   *
   * @return may be empty
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * Aligned plain text: title, caption, header, rule, rows, notes.
   *
   * @return lines that end in {@code \n}, without trailing spaces
   */
  @Override
  public String toString() {
    TextTable text = new TextTable();
    for (Column column : columns) {
      text = column.right() ? text.right(column.name()) : text.left(column.name());
    }
    for (List<String> row : rows) {
      text = text.row(row);
    }
    StringBuilder out = new StringBuilder();
    out.append(Markup.oneLine(title)).append('\n');
    out.append(wrapped(caption)).append("\n\n");
    out.append(text);
    if (!notes.isEmpty()) {
      out.append('\n');
    }
    notes.forEach(note -> out.append(wrapped(note)).append('\n'));
    return out.toString();
  }

  /**
   * Running text on lines of at most {@value #TEXT_WIDTH} characters; a longer word stands alone.
   */
  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (String word : Markup.oneLine(text).split(" ", -1)) {
      boolean fits = used + 1 + word.length() <= TEXT_WIDTH;
      if (used > 0) {
        out.append(fits ? ' ' : '\n');
        used = fits ? used + 1 : 0;
      }
      out.append(word);
      used += word.length();
    }
    return out.toString();
  }

  /**
   * An accessible HTML {@code <table>}: caption, column and row headers with their scope, notes in
   * the foot. Numbers carry the class {@code fg-number}; all text is escaped.
   *
   * @return one element, well-formed as XML too
   */
  public String toHtml() {
    StringBuilder out = new StringBuilder("<table class=\"fg-table\">\n<caption><span>");
    out.append("<strong>").append(Markup.escape(title)).append("</strong> ");
    out.append(Markup.escape(caption)).append("</span></caption>\n<thead>\n<tr>");
    columns.forEach(column -> out.append(cell("th", column, " scope=\"col\"", column.name())));
    out.append("</tr>\n</thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      out.append(cell("th", columns.get(0), " scope=\"row\"", row.get(0)));
      for (int c = 1; c < row.size(); c++) {
        out.append(cell("td", columns.get(c), "", row.get(c)));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n");
    if (!notes.isEmpty()) {
      out.append("<tfoot>\n");
      notes.forEach(note -> out.append(noteRow(note)));
      out.append("</tfoot>\n");
    }
    return out.append("</table>\n").toString();
  }

  private static String cell(String element, Column column, String scope, String text) {
    String numeric = column.right() ? " class=\"fg-number\"" : "";
    return "<" + element + scope + numeric + ">" + Markup.escape(text) + "</" + element + ">";
  }

  private String noteRow(String note) {
    return "<tr><td colspan=\""
        + columns.size()
        + "\"><span>"
        + Markup.escape(note)
        + "</span></td></tr>\n";
  }

  /**
   * The table as it is printed, as CSV (RFC 4180, but lines end in {@code \n}): cells are finished
   * text such as {@code 4.41 [2.61, 6.49]}, without title, caption, unit or notes. For numbers, one
   * a cell, with their units take {@link org.fundinggap.export.Tidy}. It is safe to open in a
   * spreadsheet: a text that would run there as a formula, as it begins with {@code = + - @}, one
   * of their full-width forms, a tab or a line break, has a single quote in front. Numbers are as
   * they are, negative ones too.
   *
   * @return the text, header first
   */
  public String toCsv() {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      writer.writeRecord(columns.stream().map(column -> PlainCell.of(column.name())).toList());
      rows.forEach(row -> writer.writeRecord(row.stream().map(PlainCell::of).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer failed", e);
    }
    return out.toString();
  }

  /**
   * A column.
   *
   * @param name its header, not blank
   * @param right whether its cells are aligned right, as numbers are
   */
  public record Column(String name, boolean right) {}

  /** Collects a table; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String title, String caption) {
      this.title = title;
      this.caption = caption;
    }

    /**
     * Adds a column of words, aligned left.
     *
     * @param name its header
     * @return this builder
     */
    public Builder left(String name) {
      Objects.requireNonNull(name, "name");
      columns.add(new Column(name, false));
      return this;
    }

    /**
     * Adds a column of numbers, aligned right.
     *
     * @param name its header
     * @return this builder
     */
    public Builder right(String name) {
      Objects.requireNonNull(name, "name");
      columns.add(new Column(name, true));
      return this;
    }

    /**
     * Adds a row; its first cell is the row's header in HTML.
     *
     * @param cells one finished text a column
     * @return this builder
     */
    public Builder row(String... cells) {
      Objects.requireNonNull(cells, "cells");
      return row(List.of(cells));
    }

    /**
     * Adds a row; its first cell is the row's header in HTML.
     *
     * @param cells one finished text a column
     * @return this builder
     */
    public Builder row(List<String> cells) {
      Objects.requireNonNull(cells, "cells");
      rows.add(List.copyOf(cells));
      return this;
    }

    /**
     * Adds a note under the table.
     *
     * @param note a sentence
     * @return this builder
     */
    public Builder note(String note) {
      Objects.requireNonNull(note, "note");
      notes.add(note);
      return this;
    }

    /**
     * Checks and makes the table.
     *
     * @return the table
     * @throws org.fundinggap.quantity.InvalidInputException if a text is blank, there is no column,
     *     two columns share a name, or a row has not one cell a column
     */
    public Table build() {
      Problems problems = new Problems();
      problems.checkText("title", title);
      problems.checkText("caption", caption);
      checkColumns(problems);
      for (int r = 0; r < rows.size(); r++) {
        if (rows.get(r).size() != columns.size()) {
          problems.add(
              "row "
                  + (r + 1)
                  + " must have "
                  + columns.size()
                  + " cells, was "
                  + rows.get(r).size()
                  + " "
                  + rows.get(r)
                  + "; give one text for each column");
        }
      }
      for (int n = 0; n < notes.size(); n++) {
        problems.checkText("note " + (n + 1), notes.get(n));
      }
      InvalidInputException.throwIfAny("table \"" + title + "\"", problems.found());
      return new Table(this);
    }

    private void checkColumns(Problems problems) {
      if (columns.isEmpty()) {
        problems.add("columns must have at least 1 column, was 0; call left(name) or right(name)");
      }
      Set<String> names = new HashSet<>();
      for (int c = 0; c < columns.size(); c++) {
        String name = columns.get(c).name();
        problems.checkText("column " + (c + 1), name);
        if (!names.add(name)) {
          problems.add(
              "column "
                  + (c + 1)
                  + " must have a name of its own, was \""
                  + name
                  + "\" again; say how it differs");
        }
      }
    }

    /** The title, and how much was added so far. */
    @Override
    public String toString() {
      return title
          + ", so far "
          + NumberText.count(columns.size(), "column")
          + ", "
          + NumberText.count(rows.size(), "row");
    }
  }
}
