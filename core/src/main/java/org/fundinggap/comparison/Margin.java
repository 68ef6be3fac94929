package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.MarginalCost;
import org.fundinggap.draws.Draws;
import org.fundinggap.lever.Lever;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * What of a difference in cost between two scenarios is on paper only: average cost of the people
 * by whom they differ, less what is saved or spent at the margin (C4). Immutable.
 *
 * <p>Line by line and draw by draw: the difference in people, less the difference in those whom
 * cost has followed, at the mean of the two scenarios' costs of each. So a change of price is on
 * paper in no part, and counts in full.
 *
 * <p>Levers that change who enters care are valued at the cost of children who can be kept out of
 * it, all others at that of the children whom they move. A scenario with levers of both kinds is
 * taken apart: the part with the first kind alone must be in the run too, and {@link #part} makes
 * it. A lever that does both counts as one that changes who enters; give such a policy as two
 * levers.
 */
public final class Margin {
  /** Ends the name of a part. */
  private static final String PART = ", who enters care";

  private static final double MILLION = 1e6;

  private final YearRange years;
  private final ImmutableList<Draws> onPaper;

  private Margin(YearRange years, List<Draws> onPaper) {
    this.years = years;
    this.onPaper = ImmutableList.copyOf(onPaper);
  }

  /**
   * What a run must keep beside what is compared.
   *
   * @return people, those of them whom cost has followed, and what each costs, by cost line
   */
  public static List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    for (CostLine line : MarginalCost.lines()) {
      variables.addAll(List.of(line.volume(), line.followed(), line.costOfEach()));
    }
    variables.add(MarginalCost.NOT_IN_HOMES);
    variables.add(MarginalCost.FOSTERED_INSTEAD);
    return List.copyOf(variables);
  }

  /**
   * Whether a model says what is saved at the margin.
   *
   * @param option what is run
   * @return true if it has {@link #variables}
   */
  public static boolean isKnown(Option option) {
    return option.inputs().model().variables().containsAll(variables());
  }

  /**
   * The scenario that must be run beside two others, so that their difference can be told apart.
   *
   * @param baseline without the policy
   * @param alternative with it
   * @return the baseline with those levers alone that change who enters care; empty if the
   *     alternative has levers of one kind only
   */
  public static Optional<Scenario> part(Scenario baseline, Scenario alternative) {
    Model model = baseline.inputs().model();
    List<Lever> added = LeverReach.added(baseline, alternative);
    Predicate<Lever> entries = lever -> LeverReach.movesEntries(lever, model);
    boolean isMixed =
        added.stream().anyMatch(entries)
            && added.stream()
                .filter(entries.negate())
                .anyMatch(lever -> LeverReach.movesCare(lever, model));
    return isMixed
        ? Optional.of(
            baseline.with(
                alternative.name() + PART, added.stream().filter(entries).toArray(Lever[]::new)))
        : Optional.empty();
  }

  /**
   * The margin between two scenarios of a run.
   *
   * @param projection a run that kept {@link #variables}, draw by draw
   * @param baseline name of the scenario without the policy
   * @param alternative name of the scenario with it
   * @return what is on paper only, by year
   * @throws IllegalArgumentException if there is no such scenario, a model or the run lacks a
   *     variable, or the alternative has levers of both kinds and the run lacks its {@link #part}
   * @throws IllegalStateException if draws were not kept
   */
  public static Margin of(Projection projection, String baseline, String alternative) {
    Option before = projection.scenario(baseline);
    Option after = projection.scenario(alternative);
    YearRange years = Comparison.common(List.of(before, after));
    if (!(before instanceof Scenario one) || !(after instanceof Scenario two)) {
      return new Margin(years, new Step(projection, baseline, alternative, years).ofAll());
    }
    Optional<Scenario> mixed = part(one, two);
    if (mixed.isPresent()) {
      String part = mixed.get().name();
      requirePart(projection, alternative, part);
      List<Draws> entering = new Step(projection, baseline, part, years).ofAvoided();
      List<Draws> rest = new Step(projection, part, alternative, years).ofAll();
      return new Margin(years, Step.sum(entering, rest));
    }
    boolean isOfEntries =
        LeverReach.added(one, two).stream()
            .anyMatch(lever -> LeverReach.movesEntries(lever, one.inputs().model()));
    Step step = new Step(projection, baseline, alternative, years);
    return new Margin(years, isOfEntries ? step.ofAvoided() : step.ofAll());
  }

  private static void requirePart(Projection projection, String alternative, String part) {
    if (projection.scenarios().stream().noneMatch(each -> each.name().equals(part))) {
      throw new IllegalArgumentException(
          "run of \""
              + alternative
              + "\" must hold \""
              + part
              + "\" too, for it has levers that change who enters care and levers that change"
              + " where children live or what that costs, and the two save differently at the"
              + " margin; run Margin.part(baseline, alternative) with them");
    }
  }

  /** From one scenario to another. */
  private record Step(Projection projection, String from, String to, YearRange years) {
    /** On paper, of children like all others. */
    List<Draws> ofAll() {
      List<Draws> sum = new ArrayList<>();
      for (CostLine line : MarginalCost.lines()) {
        List<Draws> people = less(change(line.volume()), change(line.followed()));
        List<Draws> cost = product(people, cost(line));
        sum = sum.isEmpty() ? cost : sum(sum, cost);
      }
      return sum;
    }

    /** On paper, of children who can be kept out of care. */
    List<Draws> ofAvoided() {
      List<Draws> inHomes = product(change(MarginalCost.NOT_IN_HOMES), cost(CostLine.HOMES));
      List<Draws> fostered =
          product(change(MarginalCost.FOSTERED_INSTEAD), cost(CostLine.FOSTERING));
      return sum(ofAll(), less(inHomes, fostered));
    }

    private List<Draws> change(Variable variable) {
      return less(kept(to, variable), kept(from, variable));
    }

    /** The mean of what one person costs in the two. */
    private List<Draws> cost(CostLine line) {
      return sum(kept(to, line.costOfEach()), kept(from, line.costOfEach())).stream()
          .map(both -> both.times(0.5 / MILLION))
          .toList();
    }

    private List<Draws> kept(String scenario, Variable variable) {
      Outcome outcome = Comparison.kept(projection, scenario, variable);
      return years.years().stream().map(outcome::in).toList();
    }

    static List<Draws> sum(List<Draws> one, List<Draws> other) {
      return Step.each(one, other, Double::sum);
    }

    private static List<Draws> less(List<Draws> one, List<Draws> other) {
      return Step.each(one, other, (a, b) -> a - b);
    }

    private static List<Draws> product(List<Draws> one, List<Draws> other) {
      return Step.each(one, other, (a, b) -> a * b);
    }

    private static List<Draws> each(
        List<Draws> one, List<Draws> other, DoubleBinaryOperator function) {
      return IntStream.range(0, one.size())
          .mapToObj(year -> one.get(year).combine(other.get(year), function))
          .toList();
    }
  }

  /**
   * The years that both scenarios have.
   *
   * @return the range
   */
  public YearRange years() {
    return years;
  }

  /**
   * What of the alternative's cost less the baseline's is on paper only.
   *
   * @param year one of {@link #years()}
   * @return GBP million cash, net; below zero where a saving is not had
   */
  public Draws onPaper(FinancialYear year) {
    return onPaper.get(years.indexOf(year));
  }

  /** The years. */
  @Override
  public String toString() {
    return "Margin, " + years;
  }
}
