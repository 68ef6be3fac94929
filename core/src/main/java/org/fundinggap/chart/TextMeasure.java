package org.fundinggap.chart;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import org.fundinggap.internal.Markup;

/**
 * How wide a text will be, without fonts.
 *
 * <p>Advance widths are rounded up to those of the widest common sans-serif faces, so that a text
 * that fits by this measure fits in whatever face the reader's machine has.
 */
final class TextMeasure {
  /** How much wider bold type is. */
  static final double BOLD = 1.12;

  private TextMeasure() {}

  static double width(String text, double fontSize) {
    return text.codePoints().mapToDouble(TextMeasure::advance).sum() * fontSize;
  }

  static double boldWidth(String text, double fontSize) {
    return width(text, fontSize) * BOLD;
  }

  /** Breaks a text at spaces, and inside a word only when that alone is too wide. */
  static List<String> wrap(String text, double fontSize, double maxWidth) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Splitter.on(' ').split(Markup.oneLine(text))) {
      String candidate = line.isEmpty() ? word : line + " " + word;
      if (width(candidate, fontSize) > maxWidth) {
        if (!line.isEmpty()) {
          lines.add(line.toString());
        }
        candidate = breakWord(word, fontSize, maxWidth, lines);
      }
      line.setLength(0);
      line.append(candidate);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Adds the full lines of an over-long word to {@code lines} and gives back what is left. */
  private static String breakWord(
      String word, double fontSize, double maxWidth, List<String> lines) {
    StringBuilder rest = new StringBuilder();
    for (int c : word.codePoints().toArray()) {
      String candidate = rest + Character.toString(c);
      if (!rest.isEmpty() && width(candidate, fontSize) > maxWidth) {
        lines.add(rest.toString());
        rest.setLength(0);
      }
      rest.appendCodePoint(c);
    }
    return rest.toString();
  }

  /** In ems; the classes are coarse on purpose and err on the wide side. */
  private static double advance(int c) {
    if (c > 0xFFFF) {
      return 1.4;
    }
    if (c > 0x24F) {
      return c >= 0x2010 && c <= 0x2022 ? 0.9 : 1.05;
    }
    if (" .,;:'|!ijlI".indexOf(c) >= 0) {
      return 0.33;
    }
    if ("ftr()[]/-\"J".indexOf(c) >= 0) {
      return 0.45;
    }
    if ("mwMW%@".indexOf(c) >= 0) {
      return 1.0;
    }
    if ("cksvxyz".indexOf(c) >= 0) {
      return 0.6;
    }
    return (c >= 'A' && c <= 'Z') || c > 0x7F ? 0.78 : 0.64;
  }
}
