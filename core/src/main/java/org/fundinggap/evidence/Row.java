package org.fundinggap.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One row of a table: its values by column, and what is wrong with them.
 *
 * <p>A reader takes every column it needs, faulty or not, so that all faults are found; after a
 * fault a harmless stand-in is handed out, and {@link #build} makes nothing of the row.
 */
final class Row {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");
  private static final int SHOWN = 60;

  private final String place;
  private final Map<String, String> values;
  private final List<String> problems;
  private final boolean malformed;
  private boolean sound;

  /** A malformed row has been reported already: its values may be read, nothing more is said. */
  Row(String place, Map<String, String> values, List<String> problems, boolean malformed) {
    this.place = place;
    this.values = values;
    this.problems = problems;
    this.malformed = malformed;
    this.sound = !malformed;
  }

  /** File and line, such as {@code figures.csv line 7}. */
  String place() {
    return place;
  }

  /** Reports that a column's value must be something else. */
  void fault(String column, String must, String fix) {
    String value = text(column).replaceAll("\\s+", " ");
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    report(", column " + column + ": must " + must + ", was \"" + shown + "\"; " + fix);
  }

  private void report(String what) {
    sound = false;
    if (!malformed) {
      problems.add(place + what);
    }
  }

  /** The value of a column, empty where the row has none. */
  String text(String column) {
    return values.getOrDefault(column, "");
  }

  boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  /** A value that must be there. */
  String required(String column) {
    String value = text(column);
    if (value.isBlank()) {
      fault(column, "not be empty", "fill it in");
    }
    return value;
  }

  /** A value of a form. */
  String matching(String column, Pattern form, String like) {
    String value = text(column);
    if (!form.matcher(value).matches()) {
      fault(column, "be " + like, "correct it");
    }
    return value;
  }

  /** A number, or nothing where the column is empty. */
  OptionalDouble optionalNumber(String column) {
    String value = text(column);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (NUMBER.matcher(value).matches()) {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    }
    fault(column, "be a finite number", "write it like 1234.5, without commas");
    return OptionalDouble.of(0);
  }

  /** A number that must be there. */
  double number(String column) {
    required(column);
    return optionalNumber(column).orElse(0);
  }

  /** A whole number from 0 to 9999 that must be there. */
  int whole(String column) {
    String value = matching(column, WHOLE, "a whole number of at most four digits");
    return sound ? Integer.parseInt(value) : 0;
  }

  /** A date that must be there. */
  LocalDate date(String column) {
    return date(column, Optional.empty());
  }

  /** A date; the stand-in, if there is one, where the column is empty. */
  LocalDate date(String column, Optional<LocalDate> whenEmpty) {
    return isEmpty(column) && whenEmpty.isPresent()
        ? whenEmpty.get()
        : parsedDate(column).orElse(LocalDate.EPOCH);
  }

  /** A date; nothing where the column is empty, and nothing after a fault. */
  Optional<LocalDate> optionalDate(String column) {
    return isEmpty(column) ? Optional.empty() : parsedDate(column);
  }

  private Optional<LocalDate> parsedDate(String column) {
    try {
      return Optional.of(LocalDate.parse(text(column)));
    } catch (DateTimeParseException e) {
      fault(column, "be a date", "write it like 2025-10-30");
      return Optional.empty();
    }
  }

  /** One of the words of an enum. */
  <E extends Enum<E>> E word(String column, Class<E> type) {
    return EnumWords.find(type, text(column))
        .orElseGet(
            () -> {
              fault(column, "be one of " + EnumWords.all(type), "write one of them");
              return type.getEnumConstants()[0];
            });
  }

  /** What a parser of the library makes of a value; the stand-in after its refusal. */
  <T> T parsed(String column, Supplier<T> parser, T standIn) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      report(", column " + column + ": " + e.getMessage());
      return standIn;
    }
  }

  /** Makes a value of the row if all its columns are sound; a refusal becomes a problem. */
  <T> Optional<T> build(Supplier<T> maker) {
    if (sound) {
      try {
        return Optional.of(maker.get());
      } catch (IllegalArgumentException e) {
        report(": " + e.getMessage());
      }
    }
    return Optional.empty();
  }
}
