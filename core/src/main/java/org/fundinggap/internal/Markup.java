package org.fundinggap.internal;

/** Makes any text safe inside HTML and XML, in elements and in quoted attributes alike. */
public final class Markup {
  private static final String REPLACEMENT = "\uFFFD";

  private Markup() {}

  /** Escapes the five special characters; what XML 1.0 cannot carry becomes U+FFFD. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> out.append(escaped(c)));
    return out.toString();
  }

  /** The text with line breaks, tabs and runs of spaces as one space. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
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
    return space || !(surrogate || control || nonCharacter);
  }
}
