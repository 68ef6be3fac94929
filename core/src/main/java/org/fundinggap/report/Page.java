package org.fundinggap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.chart.ChartStyle;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Problems;
import org.fundinggap.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One HTML page that needs nothing but itself: no script, no font, no picture, no network.
 *
 * <p>It follows the reader's light or dark preference, fits a phone without sideways scrolling, and
 * prints. All text is escaped. The same content gives the same characters. Immutable.
 */
public final class Page {
  private final String title;
  private final Optional<String> subtitle;
  private final List<String> lead;
  private final List<PageSection> sections;
  private final Optional<String> footer;

  private Page(Builder builder) {
    title = builder.title;
    subtitle = Optional.ofNullable(builder.subtitle);
    lead = List.copyOf(builder.lead);
    sections = List.copyOf(builder.sections);
    footer = Optional.ofNullable(builder.footer);
  }

  /**
   * Starts a page.
   *
   * @param title its title, not blank, at most 200 characters
   * @return a builder without content
   */
  public static Builder builder(String title) {
    Objects.requireNonNull(title, "title");
    return new Builder(title);
  }

  /**
   * What the page is about.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * The page.
   *
   * @return an HTML5 document that is well-formed XML too, to be stored as UTF-8
   */
  public String html() {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    out.append("<title>").append(Markup.escape(title)).append("</title>\n");
    out.append("<style>\n").append(PageStyle.CSS).append(ChartStyle.CSS).append("</style>\n");
    out.append("</head>\n<body>\n<header>\n<h1>").append(Markup.escape(title)).append("</h1>\n");
    subtitle.ifPresent(text -> paragraph(out, " class=\"fg-subtitle\"", text));
    out.append("</header>\n<main>\n");
    lead.forEach(text -> paragraph(out, " class=\"fg-lead\"", text));
    sections.forEach(section -> out.append(section.html()));
    out.append("</main>\n");
    footer.ifPresent(
        text -> {
          out.append("<footer>\n");
          paragraph(out, "", text);
          out.append("</footer>\n");
        });
    return out.append("</body>\n</html>\n").toString();
  }

  private static void paragraph(StringBuilder out, String attributes, String text) {
    out.append("<p").append(attributes).append('>').append(Markup.escape(text)).append("</p>\n");
  }

  /** The title and the headings; {@link #html()} is the page itself. */
  @Override
  public String toString() {
    return title + " " + sections.stream().map(PageSection::heading).toList();
  }

  /** Collects a page; {@link #build()} reports every problem at once. Not thread-safe. */
  public static final class Builder {
    private final String title;
    private @Nullable String subtitle;
    private final List<String> lead = new ArrayList<>();
    private final List<PageSection> sections = new ArrayList<>();
    private @Nullable String footer;

    private Builder(String title) {
      this.title = title;
    }

    /**
     * Sets the line under the title.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder subtitle(String text) {
      subtitle = text;
      return this;
    }

    /**
     * Adds a lead paragraph, which says the finding before the evidence.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder lead(String text) {
      lead.add(text);
      return this;
    }

    /**
     * Adds a section.
     *
     * @param section its heading and content
     * @return this builder
     */
    public Builder section(PageSection section) {
      sections.add(section);
      return this;
    }

    /**
     * Sets the last line: licence, version, settings.
     *
     * @param text plain text
     * @return this builder
     */
    public Builder footer(String text) {
      footer = text;
      return this;
    }

    /**
     * Checks and makes the page.
     *
     * @return the page
     * @throws org.fundinggap.quantity.InvalidInputException if a text is blank or there is no
     *     section
     */
    public Page build() {
      Problems problems = new Problems();
      problems.checkLabel("title", title);
      if (subtitle != null) {
        problems.checkText("subtitle", subtitle);
      }
      for (int i = 0; i < lead.size(); i++) {
        problems.checkText("lead " + (i + 1), lead.get(i));
      }
      if (footer != null) {
        problems.checkText("footer", footer);
      }
      if (sections.isEmpty()) {
        problems.add("sections must have at least 1 section, was 0; call section(PageSection)");
      }
      InvalidInputException.throwIfAny("page \"" + title + "\"", problems.found());
      return new Page(this);
    }

    /** The title, and how much was added so far. */
    @Override
    public String toString() {
      return title + ", so far " + NumberText.count(sections.size(), "section");
    }
  }
}
