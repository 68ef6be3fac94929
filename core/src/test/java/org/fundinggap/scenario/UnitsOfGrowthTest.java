package org.fundinggap.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.cost.Cost;
import org.fundinggap.cost.Inflation;
import org.fundinggap.cost.Workforce;
import org.fundinggap.demand.Children;
import org.fundinggap.demand.Demand;
import org.fundinggap.demand.EarlyHelp;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.Funding;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.FundingStream;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Model;
import org.fundinggap.model.Origin;
import org.fundinggap.model.Origin.Derivation;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Unit;
import org.fundinggap.simulation.CentralPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A number entered as 1.5% a year means the same everywhere, or its unit says that it does not. */
@DisplayName("Growth a year")
class UnitsOfGrowthTest {
  private static final Inputs BASELINE = England.inputs(FundingRule.COUNCIL_TAX);
  private static final FinancialYear BASE = BASELINE.years().first();

  private static final Set<Unit> OF_GROWTH = Set.of(Unit.PER_YEAR, Unit.LOG_PER_YEAR, Unit.HAZARD);

  /** What a person or a publication gives as growth: x (1 + g). */
  private static final Pattern GROWTHS =
      Pattern.compile(
          "childGrowth[.].*|councilTaxGrowth|fundingGrowth[.].*|caseloadGrowth|inflationPath"
              + "|claimed(Referral|Cost)Growth");

  /** Growth, drifts and spreads of logarithms: x exp(g). */
  private static final Pattern LOGS =
      Pattern.compile(
          "inflation(Deviation|Spread)?|referralTrend|[a-zA-Z0-9]+Drift|(recent|longRun)Drift[.].*"
              + "|price(Deviation|Spread)[.].*|policyGrowth[.].*");

  private static final Pattern HAZARDS =
      Pattern.compile(
          "(exit|move)Rate[.].*|.*Hazard(AtBase|Level)?|socialWorkTurnover|turnoverLevel");

  private static Stream<Quantity> quantities(Model model) {
    return Stream.of(model.variables(), model.parameters(), model.schedules())
        .flatMap(each -> each.stream().map(Quantity.class::cast));
  }

  private static Unit unit(Quantity quantity) {
    if (quantity instanceof Variable variable) {
      return variable.unit();
    }
    return quantity instanceof Parameter parameter
        ? parameter.unit()
        : ((Schedule) quantity).unit();
  }

  /** England with a stream by each rule, with cuts of early help, and the models of claims. */
  private static List<Model> models() {
    List<FundingStream> streams = new ArrayList<>();
    for (FundingRule rule : FundingRule.values()) {
      streams.add(FundingStream.of("stream" + streams.size(), "a stream", rule, false));
    }
    List<Equation> equations = new ArrayList<>();
    equations.add(EarlyHelp.keptByPolicy());
    equations.addAll(Demand.equations());
    equations.addAll(Cost.equations());
    equations.addAll(Funding.equations(streams, BASE));
    List<Model> models = new ArrayList<>();
    models.add(Model.of("England, every rule", equations));
    models.add(
        England.baseline().withEarlyHelpCuts().with(FundingRule.COUNCIL_TAX).inputs().model());
    SourceTrajectories.of(England.evidence())
        .all()
        .forEach(each -> models.add(each.scenario().inputs().model()));
    return models;
  }

  /** Names of all quantities of a unit. */
  private static Set<String> named(Unit unit) {
    Set<String> names = new TreeSet<>();
    for (Model model : models()) {
      quantities(model).filter(each -> unit(each) == unit).forEach(each -> names.add(each.name()));
    }
    return names;
  }

  private static void assertAll(Unit unit, Pattern pattern, int least) {
    Set<String> names = named(unit);
    assertTrue(names.size() >= least, names::toString);
    names.removeIf(name -> pattern.matcher(name).matches());
    assertEquals(Set.of(), names, "in " + unit);
  }

  @Test
  @DisplayName("is in proportion, is of a logarithm or is a hazard, as its unit says")
  void unitsSayWhichItIs() {
    assertAll(Unit.PER_YEAR, GROWTHS, 6);
    assertAll(Unit.LOG_PER_YEAR, LOGS, 20);
    assertAll(Unit.HAZARD, HAZARDS, 15);
  }

  /** How a variable changes into the first projected year on the central path. */
  private static double factor(Inputs inputs, Variable variable) {
    CentralPath path = CentralPath.of(inputs);
    return path.at(variable, BASE.plus(1)) / path.at(variable, BASE);
  }

  private static Inputs with(Schedule... paths) {
    InputsBuilder inputs = BASELINE.toBuilder();
    for (Schedule path : paths) {
      inputs.schedule(path, England.constant(BASELINE, 0.015), "children-0-17");
    }
    return inputs.build();
  }

  @Test
  @DisplayName("of 1.5% is a factor of 1.015 where it is in proportion")
  void growthIsInProportion() {
    Inputs children = with(Children.LOW_GROWTH, Children.CENTRAL_GROWTH, Children.HIGH_GROWTH);
    assertEquals(1.015, factor(children, Children.CHILDREN), 1e-12);
    Variable core = FundingStream.core(FundingRule.COUNCIL_TAX).amount();
    assertEquals(1.015, factor(with(FundingRule.COUNCIL_TAX_GROWTH), core), 1e-12);
    assertEquals(1.015, factor(with(Inflation.CENTRAL), Inflation.DEFLATOR), 1e-12);
    Inputs caseload =
        BASELINE.toBuilder()
            .parameter(Workforce.CASELOAD_GROWTH, Distribution.fixed(0.015), "caseload-growth")
            .build();
    assertEquals(1.015, factor(caseload, Workforce.CASELOAD), 1e-12);
  }

  @Test
  @DisplayName("has in the register the unit of the parameter that it is the prior of")
  void priorsHaveTheUnitOfTheirParameter() {
    Map<String, String> others = new TreeMap<>();
    for (Parameter parameter : BASELINE.parameters().keySet()) {
      Origin origin = BASELINE.origin(parameter);
      if (origin.kind() == Derivation.PRIOR && origin.evidence().size() == 1) {
        Unit registered = England.evidence().prior(origin.evidence().get(0)).unit();
        boolean isGrowth = OF_GROWTH.contains(registered) || OF_GROWTH.contains(parameter.unit());
        if (isGrowth && registered != parameter.unit()) {
          others.put(parameter.name(), parameter.unit() + ", registered " + registered);
        }
      }
    }
    assertEquals(Map.of(), others);
  }
}
