package org.fundinggap.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
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
      return "there is none";
    }
    return "nearest known: "
        + known.stream()
            .sorted(
                Comparator.comparingInt((String name) -> distance(lower(wanted), lower(name)))
                    .thenComparingInt(name -> edits(wanted, name))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
  }

  /**
   * What a look-up by name says when it fails.
   *
   * @param must what has the name and where, such as {@code variable must be of model England}
   * @param wanted what was asked for
   * @param known the names that there are
   * @return a sentence, to which a fix may be added after a semicolon
   */
  public static String refusal(String must, String wanted, Collection<String> known) {
    String instead =
        known.contains(wanted)
            ? "what has this name there is not the same: look at label, unit and bounds"
            : to(wanted, known);
    return must + ", was \"" + wanted + "\"; " + instead;
  }

  /**
   * What a look-up by something that has a name says when it fails.
   *
   * @param must what it is and where it must be, such as {@code shock must be of model England}
   * @param wanted what was asked for
   * @param known what there is
   * @param name the name of each
   * @return a sentence, to which a fix may be added after a semicolon
   */
  public static <T> String refusal(
      String must, T wanted, Collection<? extends T> known, Function<? super T, String> name) {
    return refusal(must, name.apply(wanted), known.stream().map(name).toList());
  }

  /** Upper case in the wrong place is no great mistake. */
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Edits from one to the other; one that contains the other is as near as a single edit. */
  private static int distance(String wanted, String name) {
    boolean within = !wanted.isEmpty() && (name.contains(wanted) || wanted.contains(name));
    return within ? Math.min(1, edits(wanted, name)) : edits(wanted, name);
  }

  private static int edits(String wanted, String name) {
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
