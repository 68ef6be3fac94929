package org.fundinggap.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Histogram;
import org.fundinggap.internal.NearestNames;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;

/**
 * What a run found: the kept variables, by scenario and year. Immutable.
 *
 * <p>{@link Settings#draws()} is how many draws it holds, which are fewer than were asked for if
 * the run stopped early. A part of a run starts at another draw than the first.
 */
public final class Projection {
  private final Settings settings;
  private final int askedDraws;
  private final int firstDraw;
  private final ImmutableList<Option> scenarios;
  private final ImmutableMap<String, ImmutableMap<Variable, Outcome>> outcomes;

  Projection(
      Settings settings,
      int askedDraws,
      int firstDraw,
      List<Option> scenarios,
      Map<String, ImmutableMap<Variable, Outcome>> outcomes) {
    this.settings = settings;
    this.askedDraws = askedDraws;
    this.firstDraw = firstDraw;
    this.scenarios = ImmutableList.copyOf(scenarios);
    this.outcomes = ImmutableMap.copyOf(outcomes);
  }

  /** What a run of some scenarios found, if draws up to {@code done} were run on such threads. */
  static Projection of(
      Settings settings, List<Option> scenarios, Store results, int done, int threads) {
    int draws = done - results.firstDraw();
    if (draws == 0) {
      throw new CancellationException("simulation was stopped before its first block was done");
    }
    ImmutableMap.Builder<String, ImmutableMap<Variable, Outcome>> all = ImmutableMap.builder();
    for (int i = 0; i < scenarios.size(); i++) {
      Option scenario = scenarios.get(i);
      YearRange years = scenario.inputs().years();
      ImmutableMap.Builder<Variable, Outcome> byVariable = ImmutableMap.builder();
      results
          .summaries(i, draws)
          .forEach(
              (variable, byYear) ->
                  byVariable.put(
                      variable, new Outcome(scenario.name(), variable, years, byYear, threads)));
      all.put(scenario.name(), byVariable.buildOrThrow());
    }
    return new Projection(
        settings.withDraws(draws),
        settings.draws(),
        results.firstDraw(),
        scenarios,
        all.buildOrThrow());
  }

  /**
   * Puts parts of a run together; of all parts, the bits are those of the whole run. Some of the
   * parts join too, to a larger part: {@link #askedDraws} says how many the whole has.
   *
   * @param parts projections of the same simulation, seeds and memory budget, in any order, that
   *     follow one another without a hole
   * @return one projection of all their draws
   * @throws InvalidInputException if they don't fit together
   * @throws IllegalArgumentException if there is not enough memory to hold the parts and the whole
   */
  public static Projection joined(List<Projection> parts) {
    List<Projection> ordered =
        parts.stream().sorted(Comparator.comparingInt(Projection::firstDraw)).toList();
    InvalidInputException.throwIfAny("parts of a run", PartChecks.problems(ordered));
    requireRoom(ordered);
    Projection first = ordered.get(0);
    ImmutableMap.Builder<String, ImmutableMap<Variable, Outcome>> all = ImmutableMap.builder();
    for (Option scenario : first.scenarios) {
      ImmutableMap.Builder<Variable, Outcome> byVariable = ImmutableMap.builder();
      for (Variable variable : first.variables(scenario.name())) {
        byVariable.put(
            variable,
            Outcome.joined(
                ordered.stream().map(p -> p.outcome(scenario.name(), variable)).toList()));
      }
      all.put(scenario.name(), byVariable.buildOrThrow());
    }
    return new Projection(
        first.settings.withDraws(draws(ordered)),
        first.askedDraws,
        first.firstDraw,
        first.scenarios,
        all.buildOrThrow());
  }

  private static int draws(List<Projection> parts) {
    return parts.stream().mapToInt(part -> part.settings.draws()).sum();
  }

  private static void requireRoom(List<Projection> parts) {
    double draws = 0;
    double histograms = 0;
    for (ImmutableMap<Variable, Outcome> byVariable : parts.get(0).outcomes.values()) {
      for (Outcome each : byVariable.values()) {
        draws += each.hasDraws() ? each.years().length() : 0;
        histograms += each.hasDraws() ? 0 : each.years().length();
      }
    }
    new HeapNeed()
        .addDraws("the whole of the parts", draws + Store.READING_COLUMNS, draws(parts))
        .add("histograms of the whole", histograms * Histogram.usualBytes(draws(parts)))
        .require("keep fewer variables, or histograms with Settings.withMemory(0)");
  }

  /**
   * This projection with one of its scenarios.
   *
   * @param scenario the scenario's name
   * @return a projection of that scenario alone
   * @throws IllegalArgumentException if there is no such scenario, naming the nearest
   */
  public Projection only(String scenario) {
    Option one = scenario(scenario);
    return new Projection(
        settings,
        askedDraws,
        firstDraw,
        List.of(one),
        Maps.filterKeys(outcomes, one.name()::equals));
  }

  /**
   * One of the scenarios that were run.
   *
   * @param name the scenario's name
   * @return the scenario
   * @throws IllegalArgumentException if there is none of that name
   */
  public Option scenario(String name) {
    for (Option each : scenarios) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        NearestNames.refusal("scenario must be of the run", name, outcomes.keySet())
            + "; run the scenarios together");
  }

  /**
   * Seeds and number of draws. For a run that starts at the first draw, these settings give the
   * same bits again; if it ended early and kept histograms, with {@link Settings#withMemory} of 0,
   * as fewer draws may fit into the budget.
   *
   * @return the settings of the run, with the number of draws that it holds
   */
  public Settings settings() {
    return settings;
  }

  /**
   * Number of the first draw.
   *
   * @return 0 unless this is a later part of a run
   */
  public int firstDraw() {
    return firstDraw;
  }

  /**
   * How many draws the run was asked for, at most.
   *
   * @return more than {@link Settings#draws()} of {@link #settings} if this is a part of a run, or
   *     the run was stopped or precise enough before its end
   */
  public int askedDraws() {
    return askedDraws;
  }

  private InputDraws inputDraws(String scenario) {
    DrawRange stretch = new DrawRange(firstDraw, firstDraw + settings.draws());
    return new InputDraws(settings, stretch, scenario(scenario).inputs());
  }

  /**
   * The scenarios that were run.
   *
   * @return in the order in which they were given
   */
  public List<Option> scenarios() {
    return scenarios;
  }

  /**
   * A variable in a scenario.
   *
   * @param scenario the scenario's name
   * @param variable a kept variable
   * @return its draws in every year
   * @throws IllegalArgumentException if there is no such scenario or the variable was not kept
   */
  public Outcome outcome(String scenario, Variable variable) {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(variable, "variable");
    Set<Variable> known = scenario(scenario).inputs().model().variables();
    Map<Variable, Outcome> byVariable = Objects.requireNonNull(outcomes.get(scenario));
    Outcome outcome = byVariable.get(variable);
    if (outcome == null && !known.contains(variable)) {
      throw new IllegalArgumentException(
          NearestNames.refusal(
              "variable must be of the model of scenario " + scenario,
              variable,
              known,
              Variable::name));
    }
    if (outcome == null) {
      throw new IllegalArgumentException(
          "variable of scenario "
              + scenario
              + " must be one of "
              + byVariable.keySet().stream().map(Variable::name).toList()
              + ", was "
              + variable.name()
              + " ("
              + variable.unitText()
              + "); keep it with Simulation.keeping(...)");
    }
    return outcome;
  }

  /**
   * A variable when only one scenario was run.
   *
   * @param variable a kept variable
   * @return its draws in every year
   * @throws IllegalArgumentException if several scenarios were run or the variable was not kept
   */
  public Outcome outcome(Variable variable) {
    if (scenarios.size() != 1) {
      throw new IllegalArgumentException(
          "scenario must be named when several were run, was not; name one of "
              + outcomes.keySet());
    }
    return outcome(scenarios.get(0).name(), variable);
  }

  /**
   * What the run drew for a parameter, made again from the seed; after correlation with others.
   *
   * @param scenario the scenario's name
   * @param parameter of its model
   * @return its draws, in the order of those of every variable
   * @throws IllegalArgumentException if there is no such scenario or its model lacks the parameter
   */
  public Draws draws(String scenario, Parameter parameter) {
    return inputDraws(scenario).draws(parameter);
  }

  /**
   * What the run drew for a yearly shock, made again from the seed; after correlation with others.
   *
   * @param scenario the scenario's name
   * @param shock of its model
   * @param year one of its years; every draw is 0 in the base year
   * @return its draws, in the order of those of every variable
   * @throws IllegalArgumentException if scenario, shock or year is not of the run
   */
  public Draws draws(String scenario, Shock shock, FinancialYear year) {
    return inputDraws(scenario).draws(shock, year);
  }

  /**
   * The variables kept for a scenario.
   *
   * @param scenario the scenario's name
   * @return immutable, in the order of the model; empty if there is no such scenario
   */
  public Set<Variable> variables(String scenario) {
    return outcomes.getOrDefault(scenario, ImmutableMap.of()).keySet();
  }

  /**
   * What is kept of which some draws are NaN or infinite. Looks at every draw that is kept.
   *
   * @return by year, then in the order of scenarios and of their models; empty if every draw is
   *     finite
   */
  public List<NotFinite> notFinite() {
    List<NotFinite> found = new ArrayList<>();
    outcomes
        .values()
        .forEach(byVariable -> byVariable.values().forEach(each -> found.addAll(each.notFinite())));
    return ImmutableList.sortedCopyOf(Comparator.comparing(NotFinite::year), found);
  }

  /**
   * SHA-256 of every bit of every draw, or of the histograms where those were kept, with the names
   * of scenarios and variables and the years: two runs with the same digest have the same result to
   * the bit.
   *
   * @return 64 hexadecimal digits
   */
  public String digest() {
    Hasher hasher = Hashing.sha256().newHasher();
    outcomes.forEach(
        (scenario, byVariable) -> {
          hashText(hasher, scenario);
          hasher.putInt(byVariable.size());
          byVariable.forEach(
              (variable, outcome) -> {
                hashText(hasher, variable.name());
                outcome.hashInto(hasher);
              });
        });
    return hasher.hash().toString();
  }

  /** The length goes first, so that "ab", "c" and "a", "bc" differ. */
  private static void hashText(Hasher hasher, String text) {
    hasher.putInt(text.length()).putUnencodedChars(text);
  }

  /**
   * Scenarios, which draws of how many, seed, and the variables kept; then a line each if some
   * draws are not finite, and if Sobol draws are spread in a way that may do worse than independent
   * ones.
   */
  @Override
  public String toString() {
    int end = firstDraw + settings.draws();
    return "Projection of "
        + scenarios
        + ", "
        + settings
        + (settings.draws() == askedDraws
            ? ""
            : ", draws " + firstDraw + " to " + (end - 1) + " of " + askedDraws)
        + ", keeping "
        + outcomes.values().iterator().next().keySet().stream().map(Variable::name).toList()
        + NotFinite.warning(notFinite())
        + LeadingStreams.advice(settings.withDraws(askedDraws), scenarios);
  }
}
