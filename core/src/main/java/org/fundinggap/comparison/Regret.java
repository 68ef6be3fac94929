package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.PercentileErrors;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Markup;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.Rounding;
import org.fundinggap.internal.TextTable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.InvalidInputException;

/**
 * What it may cost to have chosen one option before knowing how things come out: in every draw, how
 * far the option is from the best of all options in that draw. Immutable.
 *
 * <p>The least expected regret of all options is what perfect information would be worth (EVPI),
 * and the option that has it is also the one that is best on average.
 */
public final class Regret {
  private final String what;
  private final Direction better;
  private final ImmutableMap<String, Draws> values;
  private final ImmutableMap<String, Draws> regrets;

  /** Of each option, 1 where it is the best, a part of it where several are, 0 where it is not. */
  private final ImmutableMap<String, Draws> wins;

  private Regret(String what, ImmutableMap<String, Draws> values, Direction better) {
    this.what = what;
    this.better = better;
    this.values = values;
    Draws best = best(values.values().asList(), better);
    double rounding = Rounding.explains(values.values().stream().map(Draws::values).toList());
    DoubleBinaryOperator win = (value, most) -> better.behind(value, most) <= rounding ? 1 : 0;
    Draws winners = best.times(0);
    for (Draws each : values.values()) {
      winners = winners.combine(each.combine(best, win), Double::sum);
    }
    Draws shared = winners;
    ImmutableMap.Builder<String, Draws> regretOf = ImmutableMap.builder();
    ImmutableMap.Builder<String, Draws> winsOf = ImmutableMap.builder();
    values.forEach(
        (option, draws) -> {
          regretOf.put(option, draws.combine(best, better::behind));
          winsOf.put(option, draws.combine(best, win).combine(shared, (wins, n) -> wins / n));
        });
    this.regrets = regretOf.buildOrThrow();
    this.wins = winsOf.buildOrThrow();
  }

  private static Draws best(List<Draws> options, Direction better) {
    Draws best = options.get(0);
    for (Draws each : options) {
      best = best.combine(each, better::further);
    }
    return best;
  }

  /**
   * The regret of some options.
   *
   * @param what what is compared, with unit, price basis and period, such as {@code present cost,
   *     GBP million, real 2024-25}
   * @param options draws of one run by the option's name, at least two; of options that are equally
   *     good the first is named
   * @param better which way the numbers improve
   * @return the regret
   * @throws InvalidInputException if there are fewer than two options, a draw is not finite, or the
   *     options are of different runs; all problems at once
   * @throws IllegalArgumentException if {@code what} is blank
   */
  public static Regret of(String what, Map<String, Draws> options, Direction better) {
    Checks.notBlank(what, "what");
    List<String> problems = new ArrayList<>();
    if (options.size() < 2) {
      problems.add("options must be at least two, were " + options.keySet() + "; add another");
    }
    options.forEach((option, draws) -> requireFinite(option, draws, problems));
    options.forEach((option, draws) -> requireOneRun(option, draws, options, problems));
    InvalidInputException.throwIfAny("options", problems);
    return new Regret(what, ImmutableMap.copyOf(options), better);
  }

  private static void requireOneRun(
      String option, Draws draws, Map<String, Draws> options, List<String> problems) {
    try {
      options.values().iterator().next().combine(draws, (first, other) -> other);
    } catch (IllegalArgumentException e) {
      problems.add("draws of option " + option + ": " + e.getMessage());
    }
  }

  private static void requireFinite(String option, Draws draws, List<String> problems) {
    Objects.requireNonNull(draws, () -> "draws of option " + option + " must be given, were null");
    double[] all = draws.values();
    for (int i = 0; i < all.length; i++) {
      if (!Double.isFinite(all[i])) {
        problems.add(
            "draws of option "
                + option
                + " must be finite to be ranked, draw "
                + i
                + " was "
                + all[i]
                + "; look at it with Simulation.draw(settings, "
                + i
                + ")");
        return;
      }
    }
  }

  /**
   * The same without an option, such as a baseline that can't be chosen.
   *
   * @param option one of {@link #options()}
   * @return the regret of the others, which is less or the same
   * @throws IllegalArgumentException if there is no such option, or fewer than two are left
   */
  public Regret without(String option) {
    Map<String, Draws> left = new LinkedHashMap<>(values);
    of(values, option);
    left.remove(option);
    return of(what, left, better);
  }

  /**
   * What is compared.
   *
   * @return with unit and period
   */
  public String what() {
    return what;
  }

  /**
   * The options.
   *
   * @return in the order in which they were given; at least two
   */
  public List<String> options() {
    return values.keySet().asList();
  }

  private static Draws of(Map<String, Draws> byOption, String option) {
    Draws draws = byOption.get(option);
    if (draws == null) {
      throw new IllegalArgumentException(
          NearestNames.refusal("option must be of the comparison", option, byOption.keySet()));
    }
    return draws;
  }

  /**
   * The regret of an option: its mean is the expected regret, {@code quantile(0.9)} what it stays
   * below nine times in ten, {@code quantile(1)} the largest.
   *
   * @param option one of {@link #options()}
   * @return at least 0 in every draw, and 0 for at least one option in every draw
   * @throws IllegalArgumentException if there is no such option
   */
  public Draws choosing(String option) {
    return of(regrets, option);
  }

  /**
   * The probability that an option is the best. Where several are equally good, to 1e-12 of the
   * largest draw of all, they share the draw, so the probabilities of all options add up to 1.
   *
   * @param option one of {@link #options()}
   * @return 0 to 1
   * @throws IllegalArgumentException if there is no such option
   */
  public double probabilityBest(String option) {
    return of(wins, option).mean();
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityBest}.
   *
   * @param option one of {@link #options()}
   * @return as {@link Draws#shareError} has it
   * @throws IllegalArgumentException if there is no such option
   */
  public double probabilityBestError(String option) {
    return of(wins, option).shareError();
  }

  /**
   * The option of least expected regret, which is the best on average.
   *
   * @return the first of those that have it
   */
  public String minimumRegret() {
    return least(options(), Draws::mean);
  }

  /**
   * The option whose largest regret over all draws is the least: the cautious choice (minimax
   * regret). It rests on single draws, and more of them may change it.
   *
   * @return the first of those that have it
   */
  public String minimaxRegret() {
    return least(options(), regret -> regret.quantile(1));
  }

  /** The first option of those whose regret has the least figure of some kind. */
  private String least(List<String> among, ToDoubleFunction<Draws> figure) {
    String least = among.get(0);
    for (String option : among) {
      if (figure.applyAsDouble(choosing(option)) < figure.applyAsDouble(choosing(least))) {
        least = option;
      }
    }
    return least;
  }

  /**
   * One row an option: mean, expected regret and its Monte Carlo standard error, the 90th
   * percentile and the largest regret, and the probability of being best; below it the option of
   * least expected regret, and by how much the next is worse.
   */
  @Override
  public String toString() {
    TextTable table = new TextTable().left("option").right("mean").right("expected regret");
    table.right("MC s.e.").right("p90").right("largest").right("P(best)").right("MC s.e.");
    for (String option : options()) {
      Draws regret = choosing(option);
      table.row(
          option,
          NumberText.of(of(values, option).mean()),
          NumberText.of(regret.mean()),
          NumberText.of(regret.meanError()),
          NumberText.of(regret.quantile(0.9)),
          NumberText.of(regret.quantile(1)),
          NumberText.share(probabilityBest(option)),
          NumberText.share(probabilityBestError(option)));
    }
    return "Regret: "
        + Markup.oneLine(what)
        + ", "
        + better
        + " is better\n"
        + table
        + PercentileErrors.note(regrets.values().asList(), 0.9)
        + verdict();
  }

  private String verdict() {
    String first = minimumRegret();
    List<String> others =
        options().stream()
            .filter(option -> !option.equals(first))
            .collect(ImmutableList.toImmutableList());
    String next = least(others, Draws::mean);
    Draws apart = choosing(next).combine(choosing(first), (more, less) -> more - less);
    return "Least expected regret: "
        + Markup.oneLine(first)
        + ", by "
        + NumberText.of(apart.mean())
        + " (MC s.e. "
        + NumberText.of(apart.meanError())
        + ") before "
        + Markup.oneLine(next)
        + ".\n";
  }
}
