package org.fundinggap.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts tables between {@code <!-- measured:NAME -->} and {@code <!-- end -->}. What a test can make
 * again stands between {@code generated} marks on other pages; times can't be made again.
 */
final class PageSections {
  private static final Pattern START = Pattern.compile("<!-- measured:([a-z0-9-]+) -->");
  private static final String END = "<!-- end -->";

  private PageSections() {}

  /**
   * The sections that a page has, lines by name; one without end goes on to the end of the page.
   */
  static Map<String, List<String>> read(List<String> page) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (String line : page) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        open = new ArrayList<>();
        sections.put(start.group(1), open);
      } else if (line.equals(END)) {
        open = new ArrayList<>();
      } else {
        open.add(line);
      }
    }
    return sections;
  }

  /**
   * The page with other tables.
   *
   * @param page its lines
   * @param sections lines by name
   * @return the new lines
   * @throws IllegalArgumentException if the page lacks a section, has one that is not there, or one
   *     without end
   */
  static List<String> replaced(List<String> page, Map<String, List<String>> sections) {
    List<String> lines = new ArrayList<>();
    Set<String> missing = new TreeSet<>(sections.keySet());
    String open = "";
    for (String line : page) {
      if (line.equals(END)) {
        open = "";
      }
      if (open.isEmpty()) {
        lines.add(line);
      }
      Matcher start = START.matcher(line);
      if (start.matches()) {
        open = start.group(1);
        List<String> section = sections.get(open);
        if (section == null) {
          throw new IllegalArgumentException(
              "section must be one of " + sections.keySet() + ", was " + open);
        }
        lines.addAll(section);
        missing.remove(open);
      }
    }
    if (!open.isEmpty() || !missing.isEmpty()) {
      throw new IllegalArgumentException(
          "page must have every section once, with an end; lacks "
              + (open.isEmpty() ? "" : "the end of " + open + " ")
              + missing);
    }
    return lines;
  }
}
