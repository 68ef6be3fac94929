package org.fundinggap.internal.csv;

import com.google.common.base.CharMatcher;
import java.util.Optional;

/**
 * One fault of a cell, a row or a file.
 *
 * @param place where it is
 * @param column the column; empty where it is not of a column
 * @param alone what is said of it where no other has its cause
 * @param cause its cause
 * @param value what was found, as it is shown; may be empty
 * @param earlier where the value stands already, if that is the fault
 */
public record Fault(
    Place place, String column, String alone, Cause cause, String value, Optional<Place> earlier) {
  private static final int SHOWN = 60;

  /** A fault that says the same alone and among others. */
  public static Fault of(Place place, String column, Cause cause, String value) {
    return new Fault(
        place, column, cause.before() + value + cause.after(), cause, value, Optional.empty());
  }

  /** A fault of a row or a file that says more alone than among others. */
  public static Fault ofRow(Place place, String alone, Cause cause, String value) {
    return new Fault(place, "", alone, cause, value, Optional.empty());
  }

  /** A fault like no other. */
  public static Fault of(Place place, String text) {
    return of(place, "", new Cause(text, "", Cause.Scope.COLUMN), "");
  }

  /** A text in quotes on one line, shortened where it is long. */
  public static String quoted(String text) {
    String line = CharMatcher.javaIsoControl().replaceFrom(text.replaceAll("\\s+", " "), '\uFFFD');
    return "\"" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "\"";
  }

  public Cause.Key key() {
    return cause.key(place, column);
  }
}
