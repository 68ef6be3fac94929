package org.fundinggap.appraisal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundinggap.comparison.Margin;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.CostLine;
import org.fundinggap.cost.Inflation;
import org.fundinggap.draws.Draws;
import org.fundinggap.funding.Funding;
import org.fundinggap.lever.Change;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * What an alternative changes against a baseline, in real terms: alternative less baseline, each
 * deflated by its own prices.
 *
 * <p>Two numbers that are equal but for the order of their sums differ in their last digits; such
 * differences, up to 1e-12 of all spending, are taken for zero.
 *
 * @param scale what councils spend in the baseline, against which rounding is measured
 * @param services what councils spend but for the levers' own costs to them, at average cost
 * @param paper what of that is on paper only, and not had at the margin
 * @param funding all funding of councils
 * @param tied funding that is tied to new services, which it pays for
 * @param own levers' own costs, but for what is taken over, by who pays
 * @param taken what is taken over of councils' bills, by who pays
 * @param dearer names of levers that make cost lines dearer themselves, so that a part of what the
 *     policy costs stands among services
 * @param effects what levers do beyond giving money
 * @param deflator the baseline's prices, over those of the base year
 */
record PolicyEffects(
    RealFlow scale,
    RealFlow services,
    Paper paper,
    RealFlow funding,
    RealFlow tied,
    Map<Payer, RealFlow> own,
    Map<Payer, RealFlow> taken,
    List<String> dearer,
    List<AssumedSizes.Effect> effects,
    Outcome deflator) {
  private static final List<Variable> NEEDED =
      List.of(Cost.SPENDING, Funding.FUNDING, Funding.UNTIED, Inflation.DEFLATOR);

  static PolicyEffects of(
      Projection projection, String baseline, String alternative, Savings savings) {
    Side before = Side.of(projection, baseline);
    Side after = Side.of(projection, alternative);
    RealFlow scale = before.spending;
    return new PolicyEffects(
        scale,
        change("services", after.services(), before.services(), scale),
        Paper.of(projection, baseline, alternative, savings, scale),
        change("funding", after.funding, before.funding, scale),
        change("funding tied to new services", after.tied(), before.tied(), scale),
        byPayer(
            payer -> change("own costs to " + payer, after.own(payer), before.own(payer), scale)),
        byPayer(
            payer ->
                change("taken over by " + payer, after.taken(payer), before.taken(payer), scale)),
        dearer(projection.scenario(alternative), projection.scenario(baseline)),
        AssumedSizes.effects(projection.scenario(baseline), projection.scenario(alternative)),
        projection.outcome(baseline, Inflation.DEFLATOR));
  }

  /**
   * What of a change of services is on paper only.
   *
   * @param flow empty where it is not known
   * @param lacking why it is not known, though the models say it; empty if they do not
   */
  record Paper(Optional<RealFlow> flow, Optional<String> lacking) {
    static Paper of(
        Projection projection,
        String baseline,
        String alternative,
        Savings savings,
        RealFlow scale) {
      if (!Margin.isKnown(projection.scenario(baseline))
          || !Margin.isKnown(projection.scenario(alternative))) {
        return new Paper(Optional.empty(), Optional.empty());
      }
      try {
        return of(projection, alternative, Margin.of(projection, baseline, alternative), scale);
      } catch (IllegalArgumentException refused) {
        if (savings == Savings.AT_MARGIN) {
          throw refused;
        }
        // At average cost nothing of it is read.
        return new Paper(Optional.empty(), Optional.of(String.valueOf(refused.getMessage())));
      }
    }

    private static Paper of(
        Projection projection, String alternative, Margin margin, RealFlow scale) {
      Outcome prices = projection.outcome(alternative, Inflation.DEFLATOR);
      RealFlow flow =
          RealFlow.deflated(scale, margin::onPaper, prices)
              .withoutRounding(scale)
              .named("services, on paper only");
      return new Paper(Optional.of(flow), Optional.empty());
    }

    Paper from(FinancialYear year) {
      return new Paper(flow.map(each -> each.from(year)), lacking);
    }
  }

  /** The same with services as they are valued; refused where the run does not say how. */
  PolicyEffects valued(Savings savings) {
    if (savings == Savings.AT_AVERAGE_COST) {
      return this;
    }
    if (paper.lacking.isPresent()) {
      throw new IllegalArgumentException(
          "savings must be at average cost in this appraisal, was "
              + savings
              + ": "
              + paper.lacking.get());
    }
    return paper.flow.isEmpty()
        ? this
        : new PolicyEffects(
            scale,
            services.minus(paper.flow.get()).withoutRounding(scale).named(services.name()),
            paper,
            funding,
            tied,
            own,
            taken,
            dearer,
            effects,
            deflator);
  }

  /** The same from a later year on. */
  PolicyEffects from(FinancialYear year) {
    return new PolicyEffects(
        scale.from(year),
        services.from(year),
        paper.from(year),
        funding.from(year),
        tied.from(year),
        byPayer(payer -> own(payer).from(year)),
        byPayer(payer -> taken(payer).from(year)),
        dearer,
        effects,
        deflator);
  }

  /** The first year in which any money differs in any draw; empty if none does. */
  Optional<FinancialYear> firstChange() {
    return yearsOfChange().map(YearRange::first);
  }

  /** From the first to the last such year. */
  Optional<YearRange> yearsOfChange() {
    return services.years().years().stream()
        .filter(year -> all().anyMatch(flow -> isNotZero(flow.in(year))))
        .map(year -> YearRange.inclusive(year, year))
        .reduce(YearRange::span);
  }

  private Stream<RealFlow> all() {
    return Stream.concat(
        Stream.of(services, funding, tied),
        Stream.concat(own.values().stream(), taken.values().stream()));
  }

  private static boolean isNotZero(Draws draws) {
    return draws.quantile(0) != 0 || draws.quantile(1) != 0;
  }

  /** By how much the public resource cost falls, as it stands. */
  RealFlow net() {
    RealFlow cost = servicesOfAll().plus(tied);
    for (RealFlow each : own.values()) {
      cost = cost.plus(each);
    }
    return cost.times(-1);
  }

  /** What services cost, whoever pays for them. */
  RealFlow servicesOfAll() {
    RealFlow cost = services;
    for (RealFlow each : taken.values()) {
      cost = cost.plus(each);
    }
    return cost;
  }

  private static List<String> dearer(Option alternative, Option baseline) {
    return Scenario.leversOf(alternative).stream()
        .filter(lever -> !Scenario.leversOf(baseline).contains(lever))
        .filter(lever -> lever.changes().stream().anyMatch(PolicyEffects::makesDearer))
        .map(Lever::name)
        .toList();
  }

  /** Whether a change may raise what a cost line costs for the same volume. */
  private static boolean makesDearer(Change change) {
    boolean ofCost =
        change.target().equals(Cost.NEED)
            || change.target().equals(Cost.SPENDING)
            || Arrays.stream(CostLine.values())
                .flatMap(line -> Stream.of(line.need(), line.spending(), line.unitCost()))
                .anyMatch(change.target()::equals);
    return ofCost && change.mayRaise();
  }

  private static RealFlow change(String name, RealFlow after, RealFlow before, RealFlow scale) {
    return after.minus(before).withoutRounding(scale).named(name);
  }

  private static ImmutableMap<Payer, RealFlow> byPayer(Function<Payer, RealFlow> flow) {
    return Maps.toMap(Arrays.asList(Payer.values()), flow::apply);
  }

  RealFlow own(Payer payer) {
    return of(own, payer);
  }

  RealFlow taken(Payer payer) {
    return of(taken, payer);
  }

  static RealFlow of(Map<Payer, RealFlow> flows, Payer payer) {
    RealFlow flow = flows.get(payer);
    if (flow == null) {
      throw new IllegalStateException("no flow of " + payer);
    }
    return flow;
  }

  /** What to keep in a run of a scenario. */
  static Set<Variable> variables(Option scenario) {
    Set<Variable> known = scenario.inputs().model().variables();
    List<String> problems = new ArrayList<>();
    NEEDED.stream()
        .filter(each -> !known.contains(each))
        .forEach(
            each ->
                problems.add(
                    "model must have the variable "
                        + each.name()
                        + " ("
                        + each.unitText()
                        + "), has not; of other models, discount a RealFlow"));
    InvalidInputException.throwIfAny("appraisal of scenario " + scenario.name(), problems);
    Set<Variable> kept = new LinkedHashSet<>(NEEDED);
    for (Payer payer : Payer.values()) {
      Stream.of(payer.cost(), payer.takenOver()).filter(known::contains).forEach(kept::add);
    }
    if (Margin.isKnown(scenario)) {
      kept.addAll(Margin.variables());
    }
    return kept;
  }

  /** One of the two scenarios. */
  private record Side(
      RealFlow spending,
      RealFlow funding,
      RealFlow general,
      Map<Payer, RealFlow> paid,
      Map<Payer, RealFlow> takenOver) {

    static Side of(Projection projection, String name) {
      Option scenario = projection.scenario(name);
      Set<Variable> known = variables(scenario); // refuses a model that lacks what is needed
      RealFlow spending = real(projection, name, Cost.SPENDING);
      RealFlow zero = spending.minus(spending);
      return new Side(
          spending,
          real(projection, name, Funding.FUNDING),
          real(projection, name, Funding.UNTIED),
          byPayer(payer -> real(projection, name, payer.cost(), known, zero)),
          byPayer(payer -> real(projection, name, payer.takenOver(), known, zero)));
    }

    private static RealFlow real(Projection projection, String name, Variable cash) {
      return RealFlow.deflated(
          projection.outcome(name, cash), projection.outcome(name, Inflation.DEFLATOR));
    }

    private static RealFlow real(
        Projection projection, String name, Variable cash, Set<Variable> known, RealFlow zero) {
      return known.contains(cash) ? real(projection, name, cash) : zero;
    }

    RealFlow services() {
      return spending.minus(
          PolicyEffects.of(paid, Payer.COUNCILS)); // their own costs are in their spending
    }

    RealFlow tied() {
      return funding.minus(general);
    }

    RealFlow own(Payer payer) {
      return PolicyEffects.of(paid, payer).minus(taken(payer));
    }

    RealFlow taken(Payer payer) {
      return PolicyEffects.of(takenOver, payer);
    }
  }
}
