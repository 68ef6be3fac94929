package org.fundinggap.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Guesses what a mistyped name meant. */
public final class NearestNames {
  private static final int SHOWN = 3;

  /** Edits take time by the product of two lengths; a longer text is nobody's mistyped name. */
  private static final int LONGEST = 100;

  /** So many names are compared at most, so that a look-up in a huge list ends at once. */
  private static final int COMPARED = 5_000;

  private static final int QUOTED = 60;

  private NearestNames() {}

  private record Ranked(String name, int distance, int edits) {}

  /**
   * The closest names, for a message.
   *
   * @param wanted what was typed
   * @param known the names that there are; of more than 5,000 the first are compared
   * @return such as {@code nearest known: referrals, re-referrals}; at most three. Where there is
   *     nothing to offer it says why: no name at all, one too long to compare, or the same name of
   *     something else
   */
  public static String to(String wanted, Collection<String> known) {
    if (known.contains(wanted)) {
      return "what has this name there is not the same: look at label, unit and bounds";
    }
    if (wanted.length() > LONGEST) {
      return "it has "
          + NumberText.count(wanted.length(), "character")
          + ", more than the "
          + LONGEST
          + " of a name";
    }
    String nearest =
        known.stream()
            .filter(name -> !name.isBlank() && name.length() <= LONGEST)
            .limit(COMPARED)
            .map(name -> ranked(wanted, name))
            .sorted(
                Comparator.comparingInt(Ranked::distance)
                    .thenComparingInt(Ranked::edits)
                    .thenComparing(Ranked::name))
            .limit(SHOWN)
            .map(Ranked::name)
            .collect(Collectors.joining(", "));
    return nearest.isEmpty() ? "there is none" : "nearest known: " + nearest;
  }

  private static Ranked ranked(String wanted, String name) {
    return new Ranked(name, distance(lower(wanted), lower(name)), edits(wanted, name));
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
    String shown = wanted.length() > QUOTED ? wanted.substring(0, QUOTED) + "..." : wanted;
    return must + ", was \"" + shown + "\"; " + to(wanted, known);
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
