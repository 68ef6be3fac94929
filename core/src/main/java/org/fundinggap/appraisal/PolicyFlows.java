package org.fundinggap.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.funding.Funding;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.InvalidInputException;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Outcome;
import org.fundinggap.simulation.Projection;

/**
 * What an alternative changes against a baseline, in real terms: alternative less baseline, each
 * deflated by its own prices.
 *
 * <p>Two numbers that are equal but for the order of their sums differ in their last digits; such
 * differences, up to 1e-12 of all spending, are taken for nil.
 *
 * @param scale what councils spend in the baseline, against which rounding is measured
 * @param services what councils spend but for the levers' own costs to them
 * @param funding all funding of councils
 * @param tied funding that is tied to new services, which it pays for
 * @param councils levers' own costs to councils
 * @param government levers' own costs to government
 * @param partners levers' own costs to partners
 */
record PolicyFlows(
    RealFlow scale,
    RealFlow services,
    RealFlow funding,
    RealFlow tied,
    RealFlow councils,
    RealFlow government,
    RealFlow partners) {
  private static final List<Variable> NEEDED =
      List.of(Cost.SPENDING, Funding.FUNDING, Funding.GENERAL, Inflation.DEFLATOR);
  private static final List<String> OWN_COSTS =
      List.of("policyCost.councils", "policyCost.government", "policyCost.partners");

  static PolicyFlows of(Projection projection, String baseline, String alternative) {
    Side before = side(projection, baseline);
    Side after = side(projection, alternative);
    RealFlow scale = before.spending;
    return new PolicyFlows(
        scale,
        change("services", after.services(), before.services(), scale),
        change("funding", after.funding, before.funding, scale),
        change("funding tied to new services", after.tied(), before.tied(), scale),
        change("own costs to councils", after.own(0), before.own(0), scale),
        change("own costs to government", after.own(1), before.own(1), scale),
        change("own costs to partners", after.own(2), before.own(2), scale));
  }

  private static RealFlow change(String name, RealFlow after, RealFlow before, RealFlow scale) {
    return after.minus(before).withoutRounding(scale).named(name);
  }

  /** What to keep in a run of a scenario. */
  static Set<Variable> variables(Scenario scenario) {
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
    OWN_COSTS.forEach(name -> named(scenario, name).ifPresent(kept::add));
    return kept;
  }

  private static Optional<Variable> named(Scenario scenario, String name) {
    return scenario.inputs().model().variables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /** One of the two scenarios. */
  private record Side(RealFlow spending, RealFlow funding, RealFlow general, List<RealFlow> own) {
    RealFlow services() {
      return spending.minus(own(0)); // levers' own costs to councils are in their spending
    }

    RealFlow tied() {
      return funding.minus(general);
    }

    RealFlow own(int payer) {
      return own.get(payer);
    }
  }

  private static Side side(Projection projection, String name) {
    Scenario scenario =
        projection.scenarios().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(projection, name));
    variables(scenario); // refuses a model that lacks what is needed
    Outcome deflator = projection.of(name, Inflation.DEFLATOR);
    RealFlow spending = RealFlow.deflated(projection.of(name, Cost.SPENDING), deflator);
    RealFlow funding = RealFlow.deflated(projection.of(name, Funding.FUNDING), deflator);
    RealFlow general = RealFlow.deflated(projection.of(name, Funding.GENERAL), deflator);
    List<RealFlow> own = new ArrayList<>();
    for (String cost : OWN_COSTS) {
      own.add(
          named(scenario, cost)
              .map(variable -> RealFlow.deflated(projection.of(name, variable), deflator))
              .orElseGet(() -> spending.minus(spending)));
    }
    return new Side(spending, funding, general, own);
  }

  private static IllegalArgumentException unknown(Projection projection, String name) {
    return new IllegalArgumentException(
        "scenario must be one of "
            + projection.scenarios().stream().map(Scenario::name).toList()
            + ", was \""
            + name
            + "\"; run both scenarios together");
  }
}
