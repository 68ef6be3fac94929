package org.fundinggap.internal.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids that rows have taken, each once.
 *
 * <p>A row with a fault takes its id all the same, so that rows which refer to it are not reported
 * for a fault that is not theirs.
 */
public final class Ids {
  /** The longest id of the register has 47 characters. */
  private static final int LONGEST = 100;

  private final Pattern form;
  private final String like;
  private final Map<String, Place> places = new HashMap<>();

  public Ids(Pattern form, String like) {
    this.form = form;
    this.like = like;
  }

  /** Figures, series and priors share one name space: an id alone says which number is meant. */
  public static Ids ofNumbers() {
    return new Ids(Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*"), "lower-case words joined by hyphens");
  }

  public static Ids ofSources() {
    return new Ids(Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*"), "upper-case words joined by hyphens");
  }

  /** Reads the id of a row and takes it. */
  public String take(Row row) {
    String id = row.matching("id", form, like);
    if (id.length() > LONGEST) {
      row.fault("id", "have at most " + LONGEST + " characters", "shorten it");
    }
    Place first = places.putIfAbsent(id, row.place());
    if (first != null && !id.isEmpty()) {
      row.taken("id", "be new", id, first);
    }
    return id;
  }

  public boolean has(String id) {
    return places.containsKey(id);
  }

  public Set<String> all() {
    return places.keySet();
  }
}
