package org.fundinggap.internal;

import com.google.common.base.CharMatcher;

/** Makes any text safe inside HTML and XML, in elements and in quoted attributes alike. */
public final class Markup {
  private static final String REPLACEMENT = "\uFFFD";

  private static final CharMatcher TURNS =
      CharMatcher.inRange('\u202A', '\u202E').or(CharMatcher.inRange('\u2066', '\u2069'));

  private Markup() {}

  /**
   * Escapes the five special characters; what XML 1.0 cannot carry, and controls that turn text
   * round, become U+FFFD.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> out.append(escaped(c)));
    return out.toString();
  }

  /**
   * The text with U+FFFD in place of the controls that turn what follows round (U+202A to U+202E,
   * U+2066 to U+2069), with which a name could show as another. Right-to-left letters need none.
   */
  public static String withoutTurns(String text) {
    return TURNS.replaceFrom(text, REPLACEMENT);
  }

  /**
   * The text with U+FFFD in place of what a file of text or XML 1.0 cannot carry, such as half a
   * pair of surrogates or a nil that ends a text elsewhere, and of the controls that turn text
   * round. Tabs and line breaks stay.
   */
  public static String carried(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(allowed(c) ? Character.toString(c) : REPLACEMENT));
    return out.toString();
  }

  /** The text with line breaks, tabs and runs of spaces as one space. */
  public static String oneLine(String text) {
    return withoutTurns(text).replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> allowed(c) ? Character.toString(c) : REPLACEMENT;
    };
  }

  /** The Char production of XML 1.0, less the C1 controls, which HTML forbids. */
  private static boolean allowed(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    boolean turn = c <= 0xFFFF && TURNS.matches((char) c);
    return space || !(surrogate || control || nonCharacter || turn);
  }
}
