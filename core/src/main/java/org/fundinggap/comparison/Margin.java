package org.fundinggap.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * by whom they differ, less what is saved at the margin (C4). Immutable.
 *
 * <p>Line by line and draw by draw: people fewer, less those by whom cost has fallen, at the mean
 * of the two scenarios' costs of each. A change of price is on paper in no part, and counts in
 * full. So do people more: a service of the base year's level has room for none of them. What one
 * scenario is short of another is therefore not the other way round.
 *
 * <p>Levers on the hazard of entering care, or on what leads to it, are about children at the edge
 * of care, and are valued at the cost of those who can be kept out of it. All others are valued at
 * the cost of the children whom they move, early help among them, whose effects were measured on
 * entries of 16 and 17 year olds. A scenario with levers of both kinds is taken apart: the part
 * with the first kind alone must be in the run too, and {@link #part} makes it. A lever that does
 * both counts as one at the edge of care; give such a policy as two levers.
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
    variables.add(MarginalCost.DIFFERENCE_SAVED);
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
   * @return the baseline with the alternative's levers, and changes of levers, at the edge of care
   *     in place of its own; empty if they differ by one kind only
   */
  public static Optional<Scenario> part(Scenario baseline, Scenario alternative) {
    Sides sides = new Sides(baseline, alternative);
    return sides.areMixed() ? Optional.of(sides.part()) : Optional.empty();
  }

  /** The levers by which two scenarios differ. */
  private record Sides(Scenario baseline, Scenario alternative) {
    private Model model() {
      return baseline.inputs().model();
    }

    private List<Lever> ofBaseline() {
      return LeverReach.beyond(alternative, baseline);
    }

    private List<Lever> ofAlternative() {
      return LeverReach.beyond(baseline, alternative);
    }

    private List<Lever> atEdgeOfCare(List<Lever> levers) {
      return levers.stream()
          .flatMap(lever -> LeverReach.atEdgeOfCare(lever, model()).stream())
          .toList();
    }

    boolean haveEdge() {
      return !atEdgeOfCare(ofBaseline()).isEmpty() || !atEdgeOfCare(ofAlternative()).isEmpty();
    }

    boolean areMixed() {
      return haveEdge()
          && Stream.concat(ofBaseline().stream(), ofAlternative().stream())
              .anyMatch(lever -> LeverReach.isOfOthers(lever, model()));
    }

    /** The baseline with the alternative's levers at the edge of care in place of its own. */
    Scenario part() {
      String name = alternative.name() + PART;
      List<Lever> leaving =
          ofBaseline().stream()
              .filter(lever -> LeverReach.atEdgeOfCare(lever, model()).isPresent())
              .toList();
      List<Lever> coming = new ArrayList<>(atEdgeOfCare(ofAlternative()));
      leaving.forEach(lever -> LeverReach.beside(lever, model()).ifPresent(coming::add));
      Scenario rest =
          leaving.isEmpty() ? baseline : baseline.without(name, leaving.toArray(Lever[]::new));
      return coming.isEmpty() ? rest : rest.with(name, coming.toArray(Lever[]::new));
    }
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
    requireVariables(projection, baseline, alternative);
    if (!(before instanceof Scenario one) || !(after instanceof Scenario two)) {
      return new Margin(years, new Step(projection, baseline, alternative, years).ofAll());
    }
    Optional<Scenario> mixed = part(one, two);
    if (mixed.isPresent()) {
      String part = mixed.get().name();
      requirePart(projection, alternative, mixed.get());
      requireVariables(projection, part);
      List<Draws> entering = new Step(projection, baseline, part, years).ofAvoided();
      List<Draws> rest = new Step(projection, part, alternative, years).ofAll();
      return new Margin(years, Step.sum(entering, rest));
    }
    Step step = new Step(projection, baseline, alternative, years);
    boolean isAtEdge = new Sides(one, two).haveEdge();
    return new Margin(years, isAtEdge ? step.ofAvoided() : step.ofAll());
  }

  private static void requireVariables(Projection projection, String... scenarios) {
    for (String scenario : scenarios) {
      List<String> lacking =
          variables().stream()
              .filter(each -> !projection.variables(scenario).contains(each))
              .map(Variable::name)
              .toList();
      if (!lacking.isEmpty()) {
        throw new IllegalArgumentException(
            "run of \""
                + scenario
                + "\" must have kept all of Margin.variables() to say what is saved at the margin,"
                + " lacked "
                + String.join(", ", lacking)
                + "; keep them with Simulation.keeping(...)");
      }
    }
  }

  private static void requirePart(Projection projection, String alternative, Scenario part) {
    boolean isThere =
        projection.scenarios().stream()
            .filter(each -> each.name().equals(part.name()))
            .anyMatch(each -> Scenario.leversOf(each).equals(part.levers()));
    if (!isThere) {
      throw new IllegalArgumentException(
          "run of \""
              + alternative
              + "\" must hold \""
              + part.name()
              + "\" too, as Margin.part(baseline, alternative) makes it, for the two differ by"
              + " levers at the edge of care and by levers on other children or on what they cost,"
              + " which save differently at the margin; run it with them");
    }
  }

  /** From one scenario to another. What is on paper is a saving: below zero, or nothing. */
  private record Step(Projection projection, String from, String to, YearRange years) {
    /** On paper, of children like all others. */
    List<Draws> ofAll() {
      List<Draws> sum = moved();
      for (CostLine line : MarginalCost.lines()) {
        List<Draws> people = less(change(line.volume()), change(line.followed()));
        sum = sum(sum, savings(product(people, cost(line))));
      }
      return sum;
    }

    /** On paper, of children who can be kept out of care. */
    List<Draws> ofAvoided() {
      List<Draws> inHomes = product(change(MarginalCost.NOT_IN_HOMES), cost(CostLine.HOMES));
      List<Draws> fostered =
          product(change(MarginalCost.FOSTERED_INSTEAD), cost(CostLine.FOSTERING));
      return sum(ofAll(), savings(less(inHomes, fostered)));
    }

    /** On paper, of children who are fostered instead of living in homes. */
    private List<Draws> moved() {
      List<Draws> homes = change(CostLine.HOMES.followed());
      List<Draws> fostered = change(CostLine.FOSTERING.followed());
      List<Draws> moved =
          each(homes, fostered, (h, f) -> Math.min(Math.max(-h, 0), Math.max(f, 0)));
      List<Draws> notSaved =
          each(kept(to, MarginalCost.DIFFERENCE_SAVED), moved, (s, m) -> (s - 1) * m);
      return savings(product(notSaved, less(cost(CostLine.HOMES), cost(CostLine.FOSTERING))));
    }

    /** People more count at average cost: a stand-still service has room for none of them. */
    private static List<Draws> savings(List<Draws> onPaper) {
      return onPaper.stream().map(draws -> draws.map(each -> Math.min(each, 0))).toList();
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
