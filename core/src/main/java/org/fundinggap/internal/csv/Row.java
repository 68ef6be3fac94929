package org.fundinggap.internal.csv;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
public final class Row {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  /** What people write about a number: signs of thousands, money and per cent, spaces. */
  private static final Pattern ABOUT_NUMBERS = Pattern.compile("[,\\s\u00A0\u2009\u202F£$€%]+");

  private static final Cause NOTATION =
      new Cause(
          "must be a finite number, was ",
          "; write it like 1234.5, without commas, spaces, signs of money or per cent: 12.5% is"
              + " 0.125",
          Cause.Scope.REGISTER);
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

  private final Place place;
  private final Map<String, String> values;
  private final Faults faults;
  private final boolean malformed;
  private boolean sound;

  /** A malformed row has been reported already: its values may be read, nothing more is said. */
  public Row(Place place, Map<String, String> values, Faults faults, boolean malformed) {
    this.place = place;
    this.values = values;
    this.faults = faults;
    this.malformed = malformed;
    this.sound = !malformed;
  }

  /** File and line, such as {@code figures.csv line 7}. */
  public Place place() {
    return place;
  }

  /** Whether nothing has been found wrong with it yet. */
  public boolean isSound() {
    return sound;
  }

  /** Reports that a column's value must be something else. */
  public void fault(String column, String must, String fix) {
    fault(column, new Cause("must " + must + ", was ", "; " + fix, Cause.Scope.COLUMN));
  }

  private void fault(String column, Cause cause) {
    report(Fault.of(place, column, cause, Fault.quoted(text(column))));
  }

  /**
   * Reports that a column's value must stand in another file.
   *
   * @param fix what mends this one; asked for only where no other row has the cause, because a
   *     search for the nearest name takes time
   * @param fixOfMany what mends all of them
   */
  public void unknown(String column, String must, Supplier<String> fix, String fixOfMany) {
    sound = false;
    if (malformed) {
      return;
    }
    Cause cause = new Cause("must " + must + ", was ", "; " + fixOfMany, Cause.Scope.FILES);
    String value = Fault.quoted(text(column));
    String alone =
        faults.has(cause.key(place, column)) ? "" : cause.before() + value + "; " + fix.get();
    faults.add(new Fault(place, column, alone, cause, value, Optional.empty()));
  }

  /** Reports that a value stands already. */
  public void taken(String column, String must, String value, Place earlier) {
    Cause cause = new Cause("must " + must + ", was ", "", Cause.Scope.COLUMN);
    String shown = Fault.quoted(value);
    report(new Fault(place, column, cause.before() + shown, cause, shown, Optional.of(earlier)));
  }

  private void report(Fault fault) {
    sound = false;
    if (!malformed) {
      faults.add(fault);
    }
  }

  /** The value of a column, empty where the row has none. */
  public String text(String column) {
    return values.getOrDefault(column, "");
  }

  public boolean isEmpty(String column) {
    return text(column).isEmpty();
  }

  /** A value that must be there. */
  public String required(String column) {
    String value = text(column);
    if (value.isBlank()) {
      fault(column, "not be empty", "fill it in");
    }
    return value;
  }

  /** A value of a form. */
  public String matching(String column, Pattern form, String like) {
    String value = text(column);
    if (!form.matcher(value).matches()) {
      fault(column, "be " + like, "correct it");
    }
    return value;
  }

  /** A number, or nothing where the column is empty. */
  public OptionalDouble optionalNumber(String column) {
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
    String bare = ABOUT_NUMBERS.matcher(value).replaceAll("");
    if (!bare.equals(value) && NUMBER.matcher(bare).matches()) {
      fault(column, NOTATION);
    } else {
      fault(column, "be a finite number", "write it like 1234.5, without commas");
    }
    return OptionalDouble.of(0);
  }

  /** A number that must be there. */
  public double number(String column) {
    return required(column).isBlank() ? 0 : optionalNumber(column).orElse(0);
  }

  /** A whole number from 0 to 9999 that must be there. */
  public int whole(String column) {
    String value = matching(column, WHOLE, "a whole number of at most four digits");
    return sound ? Integer.parseInt(value) : 0;
  }

  /** A date that must be there. */
  public LocalDate date(String column) {
    return date(column, Optional.empty());
  }

  /** A date; the stand-in, if there is one, where the column is empty. */
  public LocalDate date(String column, Optional<LocalDate> whenEmpty) {
    return isEmpty(column) && whenEmpty.isPresent()
        ? whenEmpty.get()
        : parsedDate(column).orElse(LocalDate.EPOCH);
  }

  /** A date; nothing where the column is empty, and nothing after a fault. */
  public Optional<LocalDate> optionalDate(String column) {
    return isEmpty(column) ? Optional.empty() : parsedDate(column);
  }

  private Optional<LocalDate> parsedDate(String column) {
    try {
      LocalDate date = LocalDate.parse(text(column));
      if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
        fault(column, "be a date from " + FIRST_DAY + " to " + LAST_DAY, "correct the year");
        return Optional.empty();
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      String text = text(column);
      if (Spreadsheet.isDate(text) && !ISO_DATE.matcher(text).matches()) {
        fault(column, Spreadsheet.DATES);
      } else {
        fault(column, "be a date", "write it like 2025-10-30");
      }
      return Optional.empty();
    }
  }

  /** One of the words of an enum. */
  public <E extends Enum<E>> E word(String column, Class<E> type) {
    return EnumWords.find(type, text(column))
        .orElseGet(
            () -> {
              fault(
                  column,
                  new Cause(
                      "must be one of " + EnumWords.all(type) + ", was ",
                      "; write one of them",
                      Cause.Scope.FILES));
              return type.getEnumConstants()[0];
            });
  }

  /** What a parser of the library makes of a value; the stand-in after its refusal. */
  public <T> T parsed(String column, Supplier<T> parser, T standIn) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      report(refusal(column, String.valueOf(e.getMessage())));
      return standIn;
    }
  }

  /** A year or period, as {@link #parsed}; one that became a date is known for what it is. */
  public <T> T period(String column, Supplier<T> parser, T standIn) {
    if (Spreadsheet.isDate(text(column))) {
      fault(column, Spreadsheet.YEARS);
      return standIn;
    }
    return parsed(column, parser, standIn);
  }

  /** A refusal that shows the value is of one cause with those that differ from it in that only. */
  private Fault refusal(String column, String message) {
    String value = "\"" + text(column) + "\"";
    int at = message.indexOf(value);
    Cause cause =
        at < 0
            ? new Cause(message, "", Cause.Scope.FILES)
            : new Cause(
                message.substring(0, at),
                message.substring(at + value.length()),
                Cause.Scope.FILES);
    return Fault.of(place, column, cause, at < 0 ? "" : value);
  }

  /** Makes a value of the row if all its columns are sound; a refusal becomes a problem. */
  public <T> Optional<T> build(Supplier<T> maker) {
    if (sound) {
      try {
        return Optional.of(maker.get());
      } catch (IllegalArgumentException e) {
        report(Fault.of(place, e.getMessage() + named()));
      }
    }
    return Optional.empty();
  }

  /** What the row is about, for a refusal that knows its numbers alone. */
  private String named() {
    String id = text("id").isEmpty() ? text("series") : text("id");
    return id.isEmpty() ? "" : " (" + id + (isEmpty("year") ? "" : " " + text("year")) + ")";
  }
}
