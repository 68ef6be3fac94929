package org.fundinggap.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Collects what is wrong with a table, chart or page, so that one exception tells all of it. */
public final class Problems {
  /** Larger numbers belong in a larger unit; the axis labels could not be told apart either. */
  public static final double LARGEST = 1e12;

  private static final int LONGEST_LABEL = 200;

  private final List<String> found = new ArrayList<>();

  public Problems copy() {
    Problems copy = new Problems();
    copy.found.addAll(found);
    return copy;
  }

  public void add(String problem) {
    found.add(problem);
  }

  /** A short text that is drawn: a title, a name, a label. */
  public void checkLabel(String name, String value) {
    checkText(name, value);
    int length = value.codePointCount(0, value.length());
    if (length > LONGEST_LABEL) {
      add(
          String.format(
              Locale.ROOT,
              "%s must have at most %d characters, was %d (\"%s...\"); move detail to a note",
              name,
              LONGEST_LABEL,
              length,
              value.substring(0, value.offsetByCodePoints(0, 30))));
    }
  }

  /** A text of any length. */
  public void checkText(String name, String value) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      add(name + " must not be blank, was \"" + value + "\"; say what it shows");
    }
  }

  public void checkValue(String name, double value) {
    if (!(value >= -LARGEST && value <= LARGEST)) {
      add(
          name
              + " must be in [-1.0E12, 1.0E12], was "
              + value
              + "; leave out a year without a value, or use a larger unit");
    }
  }

  /** What was found, in the order in which it was. */
  public List<String> found() {
    return List.copyOf(found);
  }
}
