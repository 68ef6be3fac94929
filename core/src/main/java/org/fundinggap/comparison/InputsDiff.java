package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.fundinggap.internal.TextTable;
import org.fundinggap.model.Origin;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Everything that two scenarios assume differently, with the sources of both sides. Prints as a
 * table. Immutable.
 */
public final class InputsDiff {
  private final String baseline;
  private final String alternative;
  private final ImmutableList<Change> changes;

  /** What kind of input differs. */
  public enum Kind {
    /** The base year or the last year. */
    YEARS("years"),
    /** The distribution of a parameter. */
    PARAMETER("parameter"),
    /** The base-year value of a variable. */
    OPENING("opening value"),
    /** The value of a path in some years. */
    PATH("path"),
    /** A yearly shock that only one of the two has. */
    SHOCK("shock"),
    /** The correlation of two shocks. */
    CORRELATION("correlation"),
    /** How something is worked out. */
    EQUATION("equation");

    private final String word;

    Kind(String word) {
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
   * @param origin the evidence that it rests on; absent for what is no number: years, equations,
   *     shocks of which nothing is said, and shocks that are independent
   */
  public record Side(String value, @Nullable Origin origin) {}

  /**
   * One difference. Both sides are there and have the same value if only their sources differ.
   *
   * @param kind what differs
   * @param name of the quantity or equation; of a correlation, of both shocks
   * @param label what it is, with its unit
   * @param years of a path, the years in which it differs by the same; absent otherwise
   * @param baseline the baseline's side; absent if only the alternative has the input
   * @param alternative the alternative's side; absent if only the baseline has the input
   */
  public record Change(
      Kind kind,
      String name,
      String label,
      @Nullable YearRange years,
      @Nullable Side baseline,
      @Nullable Side alternative) {}

  private InputsDiff(String baseline, String alternative, List<Change> changes) {
    this.baseline = baseline;
    this.alternative = alternative;
    this.changes = ImmutableList.copyOf(changes);
  }

  /**
   * The difference of two scenarios, of one run or not.
   *
   * <p>Distributions are compared by their kind and numbers, paths in the years that both have. A
   * correlation is compared for each two shocks, of which those in no group are independent. An
   * equation is the same if it is the same object, or if both have the same id and text, declare
   * the same inputs and outputs and were made by the same line of code: what that line was given
   * besides, if neither text nor inputs show it, is not seen.
   *
   * @param baseline the one
   * @param alternative the other
   * @return every difference
   */
  public static InputsDiff of(Scenario baseline, Scenario alternative) {
    return new InputsDiff(
        baseline.name(),
        alternative.name(),
        new InputChanges(baseline.inputs(), alternative.inputs()).all());
  }

  /**
   * All differences.
   *
   * @return by kind, then in the order of the baseline, then of the alternative
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * The differences of a kind.
   *
   * @param kind which
   * @return some of {@link #changes()}
   */
  public List<Change> changes(Kind kind) {
    return changes.stream()
        .filter(change -> change.kind == kind)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Whether nothing differs.
   *
   * @return true if there are no changes
   */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** One row a difference: both values, and the sources of both where they differ. */
  @Override
  public String toString() {
    if (changes.isEmpty()) {
      return "Inputs of " + alternative + " are those of " + baseline + "\n";
    }
    TextTable table = new TextTable().left("input").left("name").left("what").left("years");
    table.left(baseline).left(alternative).left("source").left("source of " + alternative);
    for (Change change : changes) {
      Origin before = origin(change.baseline);
      Origin after = origin(change.alternative);
      table.row(
          change.kind.toString(),
          change.name,
          change.label,
          change.years == null ? "" : years(change.years),
          value(change.baseline),
          value(change.alternative),
          text(before),
          after != null && after.equals(before) ? "the same" : text(after));
    }
    return "Inputs of " + alternative + " that differ from " + baseline + "\n" + table;
  }

  private static String years(YearRange years) {
    return years.length() == 1 ? years.first().toString() : years.toString();
  }

  private static String value(@Nullable Side side) {
    return side == null ? "none" : side.value;
  }

  private static @Nullable Origin origin(@Nullable Side side) {
    return side == null ? null : side.origin;
  }

  private static String text(@Nullable Origin origin) {
    return origin == null ? "" : origin.toString();
  }
}
