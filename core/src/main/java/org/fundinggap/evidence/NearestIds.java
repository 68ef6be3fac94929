package org.fundinggap.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Guesses what a mistyped id meant. */
final class NearestIds {
  private static final int SHOWN = 3;

  private NearestIds() {}

  /** The closest ids, for a message; fewer where fewer are known. */
  static String to(String wanted, Collection<String> known) {
    if (known.isEmpty()) {
      return "none is held";
    }
    return "nearest known: "
        + known.stream()
            .sorted(
                Comparator.comparingInt((String id) -> distance(wanted, id))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
  }

  /** Edits from one to the other; one that contains the other is as near as a single edit. */
  private static int distance(String wanted, String id) {
    if (!wanted.isEmpty() && (id.contains(wanted) || wanted.contains(id))) {
      return 1;
    }
    int[] previous = new int[id.length() + 1];
    for (int j = 0; j <= id.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int[] current = new int[id.length() + 1];
      current[0] = i;
      for (int j = 1; j <= id.length(); j++) {
        int substitution = wanted.charAt(i - 1) == id.charAt(j - 1) ? 0 : 1;
        int edit = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(edit, previous[j - 1] + substitution);
      }
      previous = current;
    }
    return previous[id.length()];
  }
}
