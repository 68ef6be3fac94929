package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Option;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.YearRange;
import org.jspecify.annotations.Nullable;

/**
 * Everything that two scenarios assume differently, with the sources of both sides. Prints as a
 * table. Immutable.
 */
public final class InputsDiff {
  /** How much of a value the table shows. */
  private static final int WIDEST = 60;

  private final String baseline;
  private final String alternative;
  private final ImmutableList<Entry> entries;

  /** What kind of input differs. */
  public enum Section {
    /** The timetable, a change or an own cost of a lever. */
    LEVER("lever"),
    /** The base year or the last year. */
    YEARS("years"),
    /** The distribution of a parameter, other than the sizes of levers. */
    PARAMETER("parameter"),
    /** The base-year value of a variable. */
    OPENING("opening value"),
    /** The value of a path in some years. */
    SCHEDULE("schedule"),
    /** A yearly shock that only one of the two has. */
    SHOCK("shock"),
    /** The correlation of two parameters or shocks. */
    CORRELATION("correlation"),
    /** How something is worked out; levers add equations that lay them over the model. */
    EQUATION("equation");

    private final String word;

    Section(String word) {
      this.word = word;
    }

    /** As tables write it, such as {@code opening value}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * What one scenario assumes.
   *
   * @param value the number, distribution or text of the equation
   * @param origin the evidence that it rests on; absent for what is no number: timetables, years,
   *     equations, shocks of which nothing is said, and shocks that are independent
   */
  public record Side(String value, @Nullable Origin origin) {}

  /**
   * One difference. Both sides are there and have the same value if only their sources differ.
   *
   * @param kind what differs
   * @param name of the lever, quantity or equation; of a correlation, of both that move together
   * @param label what it is, with its unit
   * @param years of a path, the years in which it differs by the same; absent otherwise
   * @param baseline the baseline's side; absent if only the alternative has the input
   * @param alternative the alternative's side; absent if only the baseline has the input
   */
  public record Entry(
      Section kind,
      String name,
      String label,
      @Nullable YearRange years,
      @Nullable Side baseline,
      @Nullable Side alternative) {}

  private InputsDiff(String baseline, String alternative, List<Entry> entries) {
    this.baseline = baseline;
    this.alternative = alternative;
    this.entries = ImmutableList.copyOf(entries);
  }

  /**
   * The difference of two scenarios, of one run or not.
   *
   * <p>Distributions are compared by their kind and numbers, paths in the years that both have. A
   * correlation is compared for each two parameters or shocks; those in no group are independent.
   * Equations are compared by {@link org.fundinggap.model.Equation#equals}: one whose formula is a
   * lambda, put together anew, counts as other arithmetic. Where levers differ, so does the
   * arithmetic of their equations, which is not said again.
   *
   * @param baseline the one
   * @param alternative the other
   * @return every difference
   */
  public static InputsDiff of(Option baseline, Option alternative) {
    return new InputsDiff(
        baseline.name(), alternative.name(), InputEntries.of(baseline, alternative));
  }

  /**
   * All differences.
   *
   * @return by kind, then in the order of the baseline, then of the alternative
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The differences of a kind.
   *
   * @param kind which
   * @return some of {@link #entries()}
   */
  public List<Entry> entries(Section kind) {
    return entries.stream()
        .filter(entry -> entry.kind == kind)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Whether nothing differs.
   *
   * @return true if nothing differs
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * One row a difference: both values, and the sources of both where they differ. Long values, such
   * as the words of an equation, are cut; {@link #entries()} has them whole.
   */
  @Override
  public String toString() {
    if (entries.isEmpty()) {
      return Markup.oneLine("Inputs of " + alternative + " are those of " + baseline) + "\n";
    }
    TextTable table = new TextTable().left("input").left("name").left("what").left("years");
    table.left(baseline).left(alternative).left("source").left("source of " + alternative);
    for (Entry entry : entries) {
      Origin before = origin(entry.baseline);
      Origin after = origin(entry.alternative);
      table.row(
          entry.kind.toString(),
          entry.name,
          entry.label,
          entry.years == null ? "" : years(entry.years),
          value(entry.baseline),
          value(entry.alternative),
          text(before),
          after != null && after.equals(before) ? "the same" : text(after));
    }
    String head = "Inputs of " + alternative + " that differ from " + baseline;
    return Markup.oneLine(head) + "\n" + table;
  }

  private static String years(YearRange years) {
    return years.length() == 1 ? years.first().toString() : years.toString();
  }

  private static String value(@Nullable Side side) {
    if (side == null) {
      return "none";
    }
    String value = side.value;
    return value.codePointCount(0, value.length()) <= WIDEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, WIDEST)) + "...";
  }

  private static @Nullable Origin origin(@Nullable Side side) {
    return side == null ? null : side.origin;
  }

  private static String text(@Nullable Origin origin) {
    return origin == null ? "" : origin.toString();
  }
}
