package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Rounding;
import org.fundinggap.internal.TextTable;
import org.fundinggap.simulation.Settings;

/**
 * Every set of a portfolio's options, run and compared. Prints as tables.
 *
 * @param question what is made least or greatest, such as {@code least mean of gap}
 * @param unit of objectives, gains and what is made of them, such as {@code GBP million, cash};
 *     empty if nobody said
 * @param costText what counts as cost
 * @param costUnit of costs, as {@code unit}
 * @param budget the most that the cost may be; infinite if there is no limit
 * @param settings seed and draws, the same for every set
 * @param choices every set, the best objective first, whether affordable or not; of equals the
 *     cheaper one first, then the one with fewer options. Objectives are equal if they are to 12
 *     figures
 * @param refused the sets that don't go together, so that nothing is known of them
 */
public record PortfolioResult(
    String question,
    String unit,
    String costText,
    String costUnit,
    double budget,
    Settings settings,
    List<PortfolioChoice> choices,
    List<Refused> refused) {
  private static final int MOST_ROWS = 20;

  /**
   * A set that does not go together.
   *
   * @param options the names of its options
   * @param reason why it makes no scenario
   */
  public record Refused(List<String> options, String reason) {
    /**
     * Copies the list.
     *
     * @param options as described above
     * @param reason as described above
     */
    public Refused {
      Objects.requireNonNull(options, "options");
      Objects.requireNonNull(reason, "reason");
      options = ImmutableList.copyOf(options);
    }
  }

  /**
   * Copies the lists.
   *
   * @param question as described above
   * @param unit as described above
   * @param costText as described above
   * @param costUnit as described above
   * @param budget as described above
   * @param settings as described above
   * @param choices as described above
   * @param refused as described above
   * @throws IllegalArgumentException if doing nothing is not among the choices
   */
  public PortfolioResult {
    Objects.requireNonNull(choices, "choices");
    Objects.requireNonNull(refused, "refused");
    choices = ImmutableList.copyOf(choices);
    refused = ImmutableList.copyOf(refused);
    if (choices.stream().noneMatch(choice -> choice.options().isEmpty())) {
      throw new IllegalArgumentException(
          "choices must hold doing nothing, held " + choices.size() + " others; add it");
    }
  }

  /**
   * The sets within the budget.
   *
   * @return the best first; empty if even doing nothing costs more
   */
  public List<PortfolioChoice> ranking() {
    return choices.stream().filter(PortfolioChoice::affordable).toList();
  }

  /**
   * The best set within the budget. The best of many is a little lucky too: if others are level
   * with it, its gain on other draws may be somewhat less.
   *
   * @return the first of the ranking, perhaps doing nothing; empty if nothing is affordable
   */
  public Optional<PortfolioChoice> best() {
    return ranking().stream().findFirst();
  }

  /**
   * Doing nothing: the baseline.
   *
   * @return the choice without options
   */
  public PortfolioChoice doingNothing() {
    return choices.stream().filter(choice -> choice.options().isEmpty()).findFirst().orElseThrow();
  }

  /**
   * Whether something affordable is better than doing nothing, on these draws.
   *
   * @return false if doing nothing is best or nothing is affordable
   */
  public boolean beatsDoingNothing() {
    return best().map(choice -> choice.gain().value() > 0).orElse(false);
  }

  /**
   * The efficient frontier: what no set beats that costs no more. Within the budget and beyond it,
   * where it says what more money would buy.
   *
   * @return the cheapest first; each is better than all that are cheaper
   */
  public List<PortfolioChoice> frontier() {
    List<PortfolioChoice> byCost = new ArrayList<>(choices); // stable: of equal cost, best first
    byCost.sort(
        Comparator.comparingDouble(choice -> Rounding.toTwelveFigures(choice.cost().value())));
    List<PortfolioChoice> frontier = new ArrayList<>();
    int place = choices.size();
    for (PortfolioChoice choice : byCost) {
      int own = choices.indexOf(choice);
      if (own < place) {
        frontier.add(choice);
        place = own;
      }
    }
    return List.copyOf(frontier);
  }

  /** What is best, then the first 20 rows of the ranking and of the frontier. */
  @Override
  public String toString() {
    return statement()
        + "\n\nAffordable, best first\n"
        + table(ranking(), "affordable")
        + "\nFrontier, cheapest first\n"
        + table(frontier(), "dearer")
        + refusals()
        + settings
        + "\n";
  }

  private String refusals() {
    if (refused.isEmpty()) {
      return "";
    }
    Refused first = refused.get(0);
    return "Left out, as not going together: "
        + refused.size()
        + " sets, such as "
        + Markup.oneLine(String.join(" + ", first.options) + " (" + first.reason + ")")
        + "\n";
  }

  private String statement() {
    String limit = Double.isInfinite(budget) ? "" : ", for no more than " + NumberText.of(budget);
    String asked = Markup.oneLine(question + limit + "; cost: " + costText) + "\n";
    Optional<PortfolioChoice> best = best();
    if (best.isEmpty()) {
      return asked + "Nothing is affordable, not even doing nothing.";
    }
    if (!beatsDoingNothing()) {
      return asked + "Nothing affordable beats doing nothing.";
    }
    long level = ranking().stream().filter(PortfolioChoice::isLevelWithBest).count() - 1;
    return asked
        + "Best: "
        + Markup.oneLine(best.get().name())
        + ", better than nothing by "
        + best.get().gain()
        + (level > 0 ? "; these draws can't tell it from " + level + " other(s)." : ".");
  }

  private static String table(List<PortfolioChoice> rows, String rest) {
    TextTable table =
        new TextTable().left("options").right("objective").right("MC s.e.").right("cost");
    table.right("MC s.e.").right("gain").right("MC s.e.").right("behind best").right("MC s.e.");
    table.right("interaction").left("");
    for (PortfolioChoice row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      table.row(
          row.name(),
          NumberText.of(row.objective().value()),
          NumberText.error(row.objective().standardError()),
          NumberText.of(row.cost().value()),
          NumberText.error(row.cost().standardError()),
          NumberText.of(row.gain().value()),
          NumberText.error(row.gain().standardError()),
          NumberText.of(row.behindBest().value()),
          NumberText.error(row.behindBest().standardError()),
          NumberText.of(row.interaction().value()),
          row.affordable() ? "" : "over budget");
    }
    int more = rows.size() - MOST_ROWS;
    return table + (more > 0 ? more + " more, " + rest + "\n" : "");
  }
}
