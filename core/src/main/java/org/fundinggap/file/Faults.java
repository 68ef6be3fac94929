package org.fundinggap.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fundinggap.quantity.InvalidInputException;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What is wrong with a file, each by its line and column. */
final class Faults {
  /** A text that is no scenario at all has a fault in every line; nobody reads more. */
  private static final int MOST = 100;

  private static final int LONGEST_QUOTE = 60;

  /** Names of a file are in messages, and may be as long as the file. */
  private static final int LONGEST = 2_000;

  /** What is wrong, and where, for people read a file from its top. */
  private record Fault(int line, int column, String told) {}

  private static final Comparator<Fault> FROM_THE_TOP =
      Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column);

  private final List<Fault> found = new ArrayList<>();
  private int count;

  void add(Optional<Mark> place, String problem) {
    count++;
    if (found.size() < MOST) {
      // A mark counts from nought, people count from one.
      String where =
          place
              .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
              .orElse("end of the file");
      String told = where + ": " + problem;
      found.add(
          new Fault(
              place.map(Mark::getLine).orElse(Integer.MAX_VALUE),
              place.map(Mark::getColumn).orElse(0),
              told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "..."));
    }
  }

  /** Whether more are only counted, so that nobody need find words for them. */
  boolean isFull() {
    return found.size() >= MOST;
  }

  /** How many there are; what reads a part compares it with what it was before. */
  int count() {
    return count;
  }

  /** Refuses the file if there are any. */
  void throwIfAny(String file) {
    List<String> told = new ArrayList<>();
    found.stream().sorted(FROM_THE_TOP).forEach(each -> told.add(each.told));
    if (count > found.size()) {
      told.add("and " + (count - found.size()) + " more");
    }
    InvalidInputException.throwIfAny("scenario file " + file, told);
  }

  /** A value as a message shows it: in quotes, in one line and not too long. */
  static String quoted(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_QUOTE
        ? "\"" + line + "\""
        : "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "...\"";
  }
}
