package org.fundinggap.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Guesses what a mistyped name meant. */
public final class NearestNames {
  private static final int SHOWN = 3;

  private NearestNames() {}

  /**
   * The closest names, for a message.
   *
   * @param wanted what was typed
   * @param known the names that there are
   * @return such as {@code nearest known: referrals, re-referrals}; at most three
   */
  public static String to(String wanted, Collection<String> known) {
    if (known.isEmpty()) {
      return "none is held";
    }
    return "nearest known: "
        + known.stream()
            .sorted(
                Comparator.comparingInt((String name) -> distance(wanted, name))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
  }

  /** Edits from one to the other; one that contains the other is as near as a single edit. */
  private static int distance(String wanted, String name) {
    if (!wanted.isEmpty() && (name.contains(wanted) || wanted.contains(name))) {
      return 1;
    }
    int[] previous = new int[name.length() + 1];
    for (int j = 0; j <= name.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int[] current = new int[name.length() + 1];
      current[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int substitution = wanted.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
        int edit = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(edit, previous[j - 1] + substitution);
      }
      previous = current;
    }
    return previous[name.length()];
  }
}
