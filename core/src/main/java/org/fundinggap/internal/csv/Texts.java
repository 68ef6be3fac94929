package org.fundinggap.internal.csv;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Locale;
import org.fundinggap.internal.NumberText;

/** What a cell may hold whatever its column is: a text of some length that can be seen. */
final class Texts {
  /** The longest text of the register has 460 characters. */
  private static final int LONGEST = 2_000;

  /** NUL and its like, and the marks that turn the direction of what follows. */
  private static final CharMatcher UNSEEN =
      CharMatcher.javaIsoControl()
          .and(CharMatcher.noneOf("\t\n\r"))
          .or(CharMatcher.inRange('\u202A', '\u202E'))
          .or(CharMatcher.inRange('\u2066', '\u2069'))
          .precomputed();

  private static final Cause TOO_LONG =
      new Cause(
          "must have at most " + NumberText.count(LONGEST, "character") + ", had ",
          "; shorten it",
          Cause.Scope.FILES);
  private static final Cause UNSEEN_CHARACTER =
      new Cause(
          "must not hold characters that nobody sees, held ", "; delete them", Cause.Scope.FILES);

  private Texts() {}

  /** Adds what is wrong with the cells of a row; true if nothing is. */
  static boolean areSound(Place place, List<String> header, List<String> fields, Faults faults) {
    boolean sound = true;
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      String field = fields.get(i);
      if (field.length() > LONGEST) {
        String had = String.format(Locale.ROOT, "%,d", field.length());
        faults.add(Fault.of(place, header.get(i), TOO_LONG, had));
        sound = false;
      } else if (UNSEEN.matchesAnyOf(field)) {
        String code = String.format("U+%04X", (int) field.charAt(UNSEEN.indexIn(field)));
        faults.add(Fault.of(place, header.get(i), UNSEEN_CHARACTER, code));
        sound = false;
      }
    }
    return sound;
  }
}
