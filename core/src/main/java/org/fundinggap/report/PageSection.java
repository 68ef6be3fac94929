package org.fundinggap.report;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.chart.Chart;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.InvalidInputException;

/** A part of a {@link Page}: a heading, then paragraphs, charts and tables in order. Immutable. */
public final class PageSection {
  private static final int WIDE = 720;
  private static final int NARROW = 360;

  private final String heading;
  private final List<String> blocks;

  private PageSection(Builder builder) {
    heading = builder.heading;
    blocks = List.copyOf(builder.blocks);
  }

  /**
   * Starts a section.
   *
   * @param heading its heading, not blank
   * @return a builder without content
   */
  public static Builder builder(String heading) {
    return new Builder(heading);
  }

  /**
   * What the section is about.
   *
   * @return the heading
   */
  public String heading() {
    return heading;
  }

  String html() {
    return "<section>\n<h2>"
        + Markup.escape(heading)
        + "</h2>\n"
        + String.join("", blocks)
        + "</section>\n";
  }

  /** The heading, and how many paragraphs, charts and tables follow. */
  @Override
  public String toString() {
    return heading + ", " + NumberText.count(blocks.size(), "part");
  }

  /** Collects a section; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String heading;
    private final List<String> blocks = new ArrayList<>();
    private final Problems problems = new Problems();

    private Builder(String heading) {
      this.heading = heading;
      problems.checkLabel("heading", heading);
    }

    /**
     * Adds a paragraph.
     *
     * @param text plain text, not blank
     * @return this builder
     */
    public Builder paragraph(String text) {
      problems.checkText("paragraph " + (blocks.size() + 1), text);
      blocks.add("<p>" + Markup.escape(text) + "</p>\n");
      return this;
    }

    /**
     * Adds a chart, in a wide and in a narrow layout of which the reader's screen shows one.
     *
     * @param chart the chart
     * @param sources where its numbers come from, written under it, not blank; what is written as
     *     {@code [text](https://example.org/page)} becomes a link, the rest is plain text
     * @return this builder
     */
    public Builder chart(Chart chart, String sources) {
      problems.checkText("sources of chart \"" + chart.title() + "\"", sources);
      blocks.add(
          "<figure>\n<div class=\"fg-wide\">\n"
              + chart.inlineSvg(WIDE)
              + "</div>\n<div class=\"fg-narrow\">\n"
              + chart.inlineSvg(NARROW)
              + "</div>\n<figcaption>"
              + LinkedText.html(sources)
              + "</figcaption>\n</figure>\n");
      return this;
    }

    /**
     * Adds a line that says where the numbers of the tables above it come from.
     *
     * @param sources not blank; what is written as {@code [text](https://example.org/page)} becomes
     *     a link, the rest is plain text
     * @return this builder
     */
    public Builder sources(String sources) {
      problems.checkText("sources " + (blocks.size() + 1), sources);
      blocks.add("<p class=\"fg-sources\">" + LinkedText.html(sources) + "</p>\n");
      return this;
    }

    /**
     * Adds a table, which scrolls in a box of its own where the screen is too narrow for it.
     *
     * @param table the table
     * @return this builder
     */
    public Builder table(Table table) {
      blocks.add(
          "<div class=\"fg-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""
              + Markup.escape(table.title())
              + "\">\n"
              + table.toHtml()
              + "</div>\n");
      return this;
    }

    /**
     * Checks and makes the section.
     *
     * @return the section
     * @throws org.fundinggap.quantity.InvalidInputException if the heading, a paragraph or sources
     *     are blank, or there is no content
     */
    public PageSection build() {
      Problems all = problems.copy();
      if (blocks.isEmpty()) {
        all.add("content must have at least 1 part, was 0; add a paragraph, a chart or a table");
      }
      InvalidInputException.throwIfAny("section \"" + heading + "\"", all.found());
      return new PageSection(this);
    }

    /** The heading, and how much was added so far. */
    @Override
    public String toString() {
      return heading + ", so far " + NumberText.count(blocks.size(), "part");
    }
  }
}
