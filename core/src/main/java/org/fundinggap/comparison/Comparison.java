package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * The scenarios of one run against one of them, the baseline. Immutable.
 *
 * <p>All scenarios of a run share each draw, so every difference is paired by construction.
 * Scenarios of separate runs can't be compared here: put them into one {@code Simulation}.
 */
public final class Comparison {
  private final Projection projection;
  private final Option baseline;

  private Comparison(Projection projection, Option baseline) {
    this.projection = projection;
    this.baseline = baseline;
  }

  /**
   * A comparison with a baseline.
   *
   * @param projection a run of the baseline and at least one more scenario, which kept its draws
   * @param baseline the name of one of its scenarios
   * @return the comparison
   * @throws IllegalArgumentException if there is no such scenario, or no other
   */
  public static Comparison of(Projection projection, String baseline) {
    if (projection.scenarios().size() < 2) {
      throw new IllegalArgumentException(
          "projection must hold a baseline and at least one alternative, held "
              + names(projection)
              + "; run them together with Simulation.of(baseline, alternative)");
    }
    return new Comparison(projection, projection.scenario(baseline));
  }

  private static List<String> names(Projection projection) {
    return projection.scenarios().stream().map(Option::name).toList();
  }

  /**
   * What the others are compared with.
   *
   * @return the baseline's name
   */
  public String baseline() {
    return baseline.name();
  }

  /**
   * The other scenarios of the run.
   *
   * @return their names, in the order of the run; at least one
   */
  public List<String> alternatives() {
    return names(projection).stream().filter(name -> !name.equals(baseline.name())).toList();
  }

  /**
   * A variable in one scenario less the same in the baseline.
   *
   * @param alternative a scenario's name; the baseline's own gives differences of exactly zero
   * @param variable kept in both; what policies cost a payer is zero in a scenario without levers
   *     that cost it
   * @return by year and in total
   * @throws IllegalArgumentException if there is no such scenario, the variable was not kept in
   *     both, or they have no year in common
   * @throws IllegalStateException if the run did not keep draws
   */
  public Differences differences(String alternative, Variable variable) {
    Option other = projection.scenario(alternative);
    YearRange years = common(List.of(baseline, other));
    if (isZero(baseline, variable) && isZero(other, variable)) {
      kept(alternative, variable); // refuses what neither of them has
    }
    return new Differences(
        alternative + " less " + baseline(),
        variable,
        years,
        new Differences.Side(baseline(), byYear(baseline, variable, years)),
        new Differences.Side(alternative, byYear(other, variable, years)));
  }

  /**
   * A gap, need or spending in one scenario less the same in the baseline, with savings as they
   * come at the margin: staff, buildings and contracts follow people late and not all the way, and
   * children who are kept out of care would not have lived as the average child (C4). {@link
   * #differences} has the same at average cost.
   *
   * @param alternative a scenario's name
   * @param variable {@link Cost#NEED}, {@link Cost#SPENDING} or a {@link Gap}; kept in both, with
   *     {@link Margin#variables}, and with {@link Inflation#DEFLATOR} for a gap in real terms
   * @return by year and in total
   * @throws IllegalArgumentException if the variable is another, as {@link #differences}, or as
   *     {@link Margin#of}
   * @throws IllegalStateException if the run did not keep draws
   */
  public Differences atMargin(String alternative, Variable variable) {
    Option other = projection.scenario(alternative);
    YearRange years = common(List.of(baseline, other));
    boolean isReal = MarginSide.isReal(variable, baseline.inputs().years().first());
    Margin margin = Margin.of(projection, baseline(), alternative);
    return new Differences(
        alternative + " less " + baseline() + ", at the margin",
        variable,
        years,
        new Differences.Side(baseline(), byYear(baseline, variable, years)),
        MarginSide.of(projection, alternative, variable, margin, isReal));
  }

  /** A scenario's draws, or as many zeros where the variable is zero in it. */
  private List<Draws> byYear(Option scenario, Variable variable, YearRange years) {
    if (!isZero(scenario, variable)) {
      Outcome outcome = kept(scenario.name(), variable);
      return years.years().stream().map(outcome::in).collect(ImmutableList.toImmutableList());
    }
    String bearer =
        names(projection).stream()
            .filter(name -> projection.variables(name).contains(variable))
            .findFirst()
            .orElse(scenario.name());
    Outcome borne = kept(bearer, variable);
    Draws some = borne.in(borne.years().first());
    return Collections.nCopies(years.length(), some.map(one -> 0));
  }

  /** What policies cost a payer is in a model only if one of its levers costs that payer. */
  private static boolean isZero(Option scenario, Variable variable) {
    if (scenario.inputs().model().variables().contains(variable)) {
      return false;
    }
    for (Payer payer : Payer.values()) {
      if (payer.cost().equals(variable) || payer.takenOver().equals(variable)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What policies do together beyond what each does alone: the effect of all of them less the sum
   * of the effects of each, all against the baseline, in every draw. Zero where they don't touch
   * each other; of a gap, above zero where a part of what they save is saved by both.
   *
   * @param variable kept in all of the scenarios
   * @param together the name of the scenario that has all of the policies
   * @param alone the names of those that have one each; at least two
   * @return differences whose baseline is the sum of the effects alone, and whose alternative is
   *     the effect together; their variance ratio is that of these two
   * @throws InvalidInputException if fewer than two scenarios are given, or one twice, or the
   *     baseline; all problems at once
   * @throws IllegalArgumentException as {@link #differences(String, Variable)}
   * @throws IllegalStateException if the run did not keep draws
   */
  public Differences interaction(Variable variable, String together, String... alone) {
    requireDistinct(together, alone);
    List<Option> scenarios = new ArrayList<>(List.of(baseline, projection.scenario(together)));
    for (String each : alone) {
      scenarios.add(projection.scenario(each));
    }
    YearRange years = common(scenarios);
    List<List<Draws>> draws =
        scenarios.stream().map(each -> byYear(each, variable, years)).toList();
    List<Draws> ofAlone = new ArrayList<>();
    List<Draws> ofTogether = new ArrayList<>();
    for (int year = 0; year < years.length(); year++) {
      Draws base = draws.get(0).get(year);
      ofTogether.add(effect(draws.get(1).get(year), base));
      Draws sum = effect(draws.get(2).get(year), base);
      for (List<Draws> each : draws.subList(3, draws.size())) {
        sum = sum.combine(effect(each.get(year), base), Double::sum);
      }
      ofAlone.add(sum);
    }
    return new Differences(
        "Effect of " + together + " less the effects alone of " + String.join(" and ", alone),
        variable,
        years,
        new Differences.Side("each alone, added up", ofAlone, draws.get(0)),
        new Differences.Side("together", ofTogether, draws.get(1)));
  }

  private void requireDistinct(String together, String... alone) {
    List<String> problems = new ArrayList<>();
    if (alone.length < 2) {
      problems.add("scenarios with one policy each must be at least two, were " + List.of(alone));
    }
    List<String> seen = new ArrayList<>(List.of(baseline.name()));
    List<String> given = new ArrayList<>(List.of(together));
    given.addAll(List.of(alone));
    for (String each : given) {
      if (seen.contains(each)) {
        problems.add(
            "scenarios of an interaction must differ from each other and from the baseline "
                + baseline.name()
                + ", had \""
                + each
                + "\"");
      }
      seen.add(each);
    }
    InvalidInputException.throwIfAny("interaction", problems);
  }

  private static Draws effect(Draws draws, Draws base) {
    return draws.combine(base, (alternative, without) -> alternative - without);
  }

  /**
   * The regret of choosing each scenario of the run, the baseline among them, in a year.
   *
   * @param variable kept in all of them
   * @param year one that all of them have
   * @param better which way the variable improves
   * @return the regret; {@link Regret#without} leaves out what can't be chosen
   * @throws IllegalArgumentException as {@link #differences(String, Variable)}, or if some draw is
   *     not finite
   * @throws IllegalStateException if the run did not keep draws
   */
  public Regret regret(Variable variable, FinancialYear year, Direction better) {
    Map<String, Draws> options = new LinkedHashMap<>();
    for (Option each : projection.scenarios()) {
      YearRange only = YearRange.inclusive(year, year);
      options.put(each.name(), byYear(each, variable, only).get(0));
    }
    String what = variable.label() + " (" + variable.unitText() + ") in " + year;
    return Regret.of(what, options, better);
  }

  /**
   * The regret of choosing each scenario of the run, the baseline among them, by the total over all
   * projected years.
   *
   * @param variable kept in all of them, and adding up over years as {@link Differences#total()}
   *     asks
   * @param better which way the variable improves
   * @return the regret
   * @throws IllegalArgumentException as {@link #regret} and {@link Differences#total()}, or if the
   *     scenarios differ in their years
   * @throws IllegalStateException if the run did not keep draws
   */
  public Regret regretOfTotals(Variable variable, Direction better) {
    Map<String, Draws> options = new LinkedHashMap<>();
    Difference total = differences(baseline.name(), variable).total();
    for (Option each : projection.scenarios()) {
      if (!each.inputs().years().equals(baseline.inputs().years())) {
        throw new IllegalArgumentException(
            "years of all scenarios must be "
                + baseline.inputs().years()
                + " to compare totals, of "
                + each.name()
                + " were "
                + each.inputs().years()
                + "; run all to the same year");
      }
      options.put(each.name(), differences(each.name(), variable).total().ofAlternative());
    }
    String what = variable.label() + " (" + total.unitText() + ") in " + total.period();
    return Regret.of(what, options, better);
  }

  /**
   * Several outcomes side by side in a year, so that money does not stand alone: what each
   * alternative changes, with its band.
   *
   * @param year one that the baseline and every alternative have
   * @param variables at least one, each once; kept in the baseline and in an alternative at least
   * @return the table
   * @throws InvalidInputException if there is no variable, one twice, or one that no pair has
   * @throws IllegalArgumentException if the year is outside a scenario's
   * @throws IllegalStateException if the run did not keep draws
   */
  public SideBySide sideBySide(FinancialYear year, Variable... variables) {
    return SideBySide.of(this, year, List.of(variables));
  }

  /** Whether a variable was kept in both, or in one and is zero in the other. */
  boolean has(String alternative, Variable variable) {
    boolean inBaseline = projection.variables(baseline.name()).contains(variable);
    boolean inOther = projection.variables(alternative).contains(variable);
    return (inBaseline && inOther)
        || (inBaseline && isZero(projection.scenario(alternative), variable))
        || (inOther && isZero(baseline, variable));
  }

  /**
   * What differs between the inputs of a scenario and those of the baseline.
   *
   * @param alternative a scenario's name
   * @return every difference, with its sources
   * @throws IllegalArgumentException if there is no such scenario
   */
  public InputsDiff inputs(String alternative) {
    return InputsDiff.of(baseline, projection.scenario(alternative));
  }

  private Outcome kept(String scenario, Variable variable) {
    return kept(projection, scenario, variable);
  }

  static Outcome kept(Projection projection, String scenario, Variable variable) {
    Outcome outcome = projection.outcome(scenario, variable);
    if (!outcome.hasDraws()) {
      throw new IllegalStateException(
          "draws of "
              + variable.name()
              + " must be kept to be compared draw by draw, were summarised in histograms because"
              + " they would take more than the memory budget; run again with"
              + " Settings.withMemory(...) of more bytes, or keep fewer variables with"
              + " Simulation.keeping(...)");
    }
    return outcome;
  }

  static YearRange common(List<Option> scenarios) {
    Optional<YearRange> common = Optional.of(scenarios.get(0).inputs().years());
    for (Option each : scenarios) {
      common = common.flatMap(years -> years.overlap(each.inputs().years()));
    }
    return common.orElseThrow(
        () ->
            new IllegalArgumentException(
                "scenarios must have a year in common to be compared, had none: " + scenarios));
  }

  /** The baseline and what is compared with it. */
  @Override
  public String toString() {
    return "Comparison of " + alternatives() + " with " + baseline.name();
  }
}
