package org.fundinggap.internal.plausible;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fundinggap.internal.NumberText;

/**
 * What some numbers of one year are to another.
 *
 * @param relation what they are
 * @param whole the other number: an id, or a number itself; empty for an order
 * @param parts their ids
 * @param slack how far it may be off
 * @param slackShare how far it may be off beside that, as a share of the whole
 * @param from the first year, as series keep it
 * @param until the last year
 * @param why why it is so, and why it may be off
 */
record Whole(
    Relation relation,
    String whole,
    List<String> parts,
    double slack,
    double slackShare,
    int from,
    int until,
    String why) {

  private static final Pattern CONSTANT = Pattern.compile("[0-9.]*");

  /** What parts are to their whole. */
  enum Relation {
    /** The parts come to the whole. */
    SUM,
    /** The parts come to no more than the whole. */
    WITHIN,
    /** The first part over the sum of the others is the whole. */
    RATIO,
    /** Each part is no more than the next. */
    ORDER
  }

  /** Whether the whole is a number, or there is none. */
  boolean isOfConstant() {
    return CONSTANT.matcher(whole).matches();
  }

  /**
   * What must be and is not.
   *
   * @param of the whole; empty for a constant one
   * @param held the parts, all of them
   * @return empty if it is
   */
  Optional<String> broken(Optional<Double> of, List<Held> held) {
    double value = of.orElseGet(() -> whole.isEmpty() ? 0 : Double.parseDouble(whole));
    double first = held.get(0).value();
    double sum = held.stream().mapToDouble(Held::value).sum();
    double room = slack + slackShare * Math.abs(value);
    boolean holds =
        switch (relation) {
          case SUM -> Math.abs(value - sum) <= room;
          case WITHIN -> sum <= value + room;
          case RATIO -> Math.abs(first / (sum - first) - value) <= room;
          case ORDER -> rises(held);
        };
    return holds ? Optional.empty() : Optional.of(must(held, room) + " (" + why + ")");
  }

  private static boolean rises(List<Held> held) {
    for (int i = 1; i < held.size(); i++) {
      if (!(held.get(i - 1).value() <= held.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private String must(List<Held> held, double room) {
    String all = held.stream().map(Held::shown).collect(Collectors.joining(", "));
    String about = room > 0 ? " within " + NumberText.of(room) : "";
    return switch (relation) {
      case SUM ->
          isOfConstant()
              ? "come to " + whole + about + " with the others: " + all
              : "be the sum" + about + " of " + all;
      case WITHIN ->
          "be at least "
              + (held.size() == 1 ? "" : "the sum of ")
              + all
              + (room > 0 ? ", less at most " + NumberText.of(room) : "");
      case RATIO ->
          "be"
              + about
              + " "
              + held.get(0).shown()
              + " over "
              + held.stream().skip(1).map(Held::shown).collect(Collectors.joining(" and "));
      case ORDER -> "be in order with " + all + ", none above the next";
    };
  }
}
