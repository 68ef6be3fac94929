package org.fundinggap.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundinggap.internal.Markup;

/**
 * Plain text in which a link stands as in Markdown: {@code [text](https://example.org/page)}.
 *
 * <p>Nothing else becomes markup: no other scheme, and no address that could end the link early.
 */
final class LinkedText {
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]+)\\]\\((https?://[^\\s()<>\"'\\\\]+)\\)");

  private LinkedText() {}

  /** The text as a link to an address; brackets in the text become parentheses. */
  static String link(String text, String address) {
    return "[" + text.replace('[', '(').replace(']', ')') + "](" + address + ")";
  }

  /** The text escaped, and its links as elements. */
  static String html(String text) {
    StringBuilder html = new StringBuilder();
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      html.append(Markup.escape(text.substring(end, link.start())))
          .append("<a rel=\"noreferrer\" href=\"")
          .append(Markup.escape(link.group(2)))
          .append("\">")
          .append(Markup.escape(link.group(1)))
          .append("</a>");
      end = link.end();
    }
    return html.append(Markup.escape(text.substring(end))).toString();
  }
}
