package org.fundinggap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page of Markdown.
 *
 * @param path from the root of the repository
 * @param lines its lines
 */
record Page(String path, List<String> lines) {
  static final String FENCE = "```";
  private static final Pattern HEADING = Pattern.compile("^#+\\s+");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

  /** A line outside of code, with its number. */
  record Line(int number, String text) {}

  /** The lines that are not code. */
  List<Line> prose() {
    List<Line> prose = new ArrayList<>();
    boolean code = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        code = !code;
      } else if (!code) {
        prose.add(new Line(i + 1, lines.get(i)));
      }
    }
    return prose;
  }

  /** The anchors of its headings, as web pages of repositories make them. */
  List<String> anchors() {
    return prose().stream()
        .map(Line::text)
        .filter(text -> HEADING.matcher(text).find())
        .map(text -> HEADING.matcher(text).replaceFirst(""))
        .map(text -> NOT_IN_ANCHORS.matcher(text).replaceAll(""))
        .map(text -> text.toLowerCase(Locale.ROOT).replace(' ', '-'))
        .toList();
  }

  /** All its prose as one text. */
  String text() {
    return String.join("\n", prose().stream().map(Line::text).toList());
  }
}
