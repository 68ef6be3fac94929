package org.fundinggap.evidence;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils lines of CSV in the ways in which lines get spoilt, and in some that nobody would. */
final class FuzzedRows {
  private static final String[] NUMBERS = {
    "1e300",
    "-1",
    "0",
    "-0",
    "1e-400",
    "1e999",
    "NaN",
    "Infinity",
    "0x1p3",
    "1,000",
    "12.5%",
    "£5",
    "9".repeat(400),
    ".",
    "+",
    "1e",
    "--1",
    "5d",
    "٣",
    "½",
    "1e99999999999",
    "1 000",
    "1.797e308"
  };
  private static final String[] TEXTS = {
    "",
    " ",
    "\u0000",
    "\u202E",
    "\uFEFF",
    "\uFFFD",
    "Ж",
    "數字",
    "😀",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\r",
    "x".repeat(3_000),
    "#",
    "=cmd|' /C calc'!A0",
    "as-is:",
    "as-is: so it is",
    "null",
    "../../x"
  };
  private static final String[] DATES = {
    "2025-02-30",
    "2999-01-01",
    "+999999999-12-31",
    "0000-00-00",
    "01/04/2025",
    "2025-10",
    "Mar-10",
    "2199-12-31",
    "1900-01-01",
    "2200-01-01"
  };
  private static final String[] YEARS = {
    "2024-25",
    "2024-26",
    "9999-00",
    "1899-00",
    "2099-00",
    "2024",
    "2010-11..2024-25",
    "2024-25..",
    "..",
    "Nov-10",
    "2024/25"
  };
  private static final String[] UNITS = {
    "number", "share", "GBP million", "GBP", "ratio", "per year", "index", "GBP each", "shares"
  };
  private static final String[][] WORDS = {NUMBERS, TEXTS, DATES, YEARS, UNITS};

  private final Random random;

  FuzzedRows(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One line spoilt; it may become several, or none. */
  String spoilt(String line) {
    return switch (below(10)) {
      case 0 -> flipped(line);
      case 1 -> line + "\n" + line;
      case 2 -> "";
      case 3 -> line.substring(0, below(line.length() + 1));
      default -> fields(line);
    };
  }

  private String flipped(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i <= below(3) && text.length() > 0; i++) {
      int at = below(text.length());
      text.setCharAt(at, (char) (text.charAt(at) ^ 1 << below(8)));
    }
    return text.toString();
  }

  private String fields(String line) {
    List<String> fields = new ArrayList<>(Splitter.on(',').splitToList(line));
    int at = below(fields.size());
    int other = below(fields.size());
    String field = fields.get(at);
    switch (below(8)) {
      case 0 -> fields.remove(at);
      case 1 -> fields.add(at, field);
      case 2 -> {
        fields.set(at, fields.get(other));
        fields.set(other, field);
      }
      case 3 -> fields.set(at, "\"" + field + (random.nextBoolean() ? "\"" : ""));
      case 4 -> fields.set(at, field.toUpperCase(java.util.Locale.ROOT) + field);
      case 5 -> fields.set(at, scaled(field));
      default -> {
        String[] words = WORDS[below(WORDS.length)];
        fields.set(at, words[below(words.length)]);
      }
    }
    return String.join(",", fields);
  }

  private String scaled(String field) {
    try {
      double[] factors = {-1, 0, 0.1, 0.5, 1.5, 10, 100, 1e200};
      return Double.toString(Double.parseDouble(field) * factors[below(factors.length)]);
    } catch (NumberFormatException e) {
      return field + field;
    }
  }

  /** A text of letters, digits, signs and whatever else, of up to 40 characters, seldom more. */
  String text() {
    int length = below(100) == 0 ? 5_000 : below(40);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      switch (below(6)) {
        case 0 -> text.append((char) below(0x10000));
        case 1 -> text.append((char) ('0' + below(10)));
        case 2 -> text.append("-./: ,%£".charAt(below(8)));
        case 3 -> text.append((char) (' ' + below(95)));
        default -> {
          String[] words = WORDS[below(WORDS.length)];
          text.append(words[below(words.length)]);
        }
      }
    }
    return text.toString();
  }
}
