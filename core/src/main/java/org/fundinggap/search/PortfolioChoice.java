package org.fundinggap.search;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.Markup;

/**
 * Some of a portfolio's options, taken together.
 *
 * @param options their names, in the order in which the portfolio has them; empty for doing nothing
 * @param objective what is made least or greatest
 * @param cost what the options cost together; its standard error is 0 if prices were given
 * @param affordable whether the cost is within the budget
 * @param gain how much better the objective is than of doing nothing, negative if worse; on the
 *     same draws, so the standard error is that of the difference
 * @param behindBest how much worse the objective is than that of the best that is affordable, on
 *     the same draws; negative for what is better but beyond the budget. NaN if nothing is
 *     affordable
 * @param interaction the gain less the sum of the gains of its options, each taken alone: what they
 *     do for, or to, each other
 */
public record PortfolioChoice(
    List<String> options,
    WithError objective,
    WithError cost,
    boolean affordable,
    WithError gain,
    WithError behindBest,
    WithError interaction) {
  /**
   * Copies the list.
   *
   * @param options as described above
   * @param objective as described above
   * @param cost as described above
   * @param affordable as described above
   * @param gain as described above
   * @param behindBest as described above
   * @param interaction as described above
   */
  public PortfolioChoice {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(gain, "gain");
    Objects.requireNonNull(behindBest, "behindBest");
    Objects.requireNonNull(interaction, "interaction");
    options = ImmutableList.copyOf(options);
  }

  /**
   * Whether these draws can't tell it from the best that is affordable.
   *
   * @return true if the two are the same, if the 95% interval of their difference holds zero, and
   *     if the draws don't say how far off that is, as Sobol draws of a single replicate or a few
   *     draws of a far percentile; false for a set beyond the budget that is clearly better, and if
   *     nothing is affordable
   */
  public boolean isLevelWithBest() {
    boolean unknown = Double.isNaN(behindBest.standardError());
    return !Double.isNaN(behindBest.value())
        && (unknown || behindBest.value() == 0 || behindBest.interval().holds(0));
  }

  /**
   * The options in a phrase.
   *
   * @return the names with plus signs between, or {@code nothing}
   */
  public String name() {
    return options.isEmpty() ? "nothing" : String.join(" + ", options);
  }

  /** Options, objective and cost. */
  @Override
  public String toString() {
    return Markup.oneLine(name()) + ": objective " + objective + ", cost " + cost;
  }
}
