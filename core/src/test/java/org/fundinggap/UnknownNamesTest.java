package org.fundinggap;

import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundinggap.analysis.Auditor;
import org.fundinggap.analysis.Explainer;
import org.fundinggap.appraisal.ScenarioPair;
import org.fundinggap.bridge.BridgeCell;
import org.fundinggap.bridge.BridgeOfGap;
import org.fundinggap.comparison.Comparison;
import org.fundinggap.cost.Cost;
import org.fundinggap.demand.Children;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.model.BlockStepper;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Schedule;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.policy.PolicyCatalogue;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.Money;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Correlation;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.search.GoalSeek;
import org.fundinggap.search.Statistic;
import org.fundinggap.simulation.CentralPath;
import org.fundinggap.simulation.Precision;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.fundinggap.simulation.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who mistypes a name, or asks for what is of another model, is offered the nearest there is. */
@DisplayName("What is not known by its name")
@Tag("medium")
class UnknownNamesTest {
  private static final FinancialYear BASE = FinancialYear.parse("2024-25");
  private static final FinancialYear NEXT = BASE.plus(1);
  private static final Settings SETTINGS = Settings.of(1, 16);
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final Baseline BASELINE = Baseline.england(EVIDENCE).to(NEXT);
  private static final Scenario ENGLAND = BASELINE.with(FundingRule.REAL_FLAT);
  private static final Inputs INPUTS = ENGLAND.inputs();
  private static final Projection RUN =
      Simulation.of(ENGLAND, BASELINE.with(FundingRule.CASH_FLAT))
          .keeping(Cost.NEED, Children.CHILDREN)
          .run(SETTINGS);

  private static final Variable VARIABLE = Variable.of("ned", "my own need", Unit.NUMBER);
  private static final Parameter PARAMETER =
      new Parameter("referalTrend", "my own trend", Unit.PER_YEAR, 0, 1);
  private static final Schedule SCHEDULE =
      new Schedule("inflationPaths", "my own path", Unit.PER_YEAR);
  private static final Shock SHOCK = new Shock("referalShock", "my own shock");

  static Stream<Arguments> asked() {
    return Stream.of(ofModels(), ofRuns(), ofAnswers(), ofEvidence()).flatMap(each -> each);
  }

  private static Arguments ask(String nearest, Executable asked) {
    return arguments(nearest, asked);
  }

  private static Stream<Arguments> ofModels() {
    BlockStepper steps = new BlockStepper(INPUTS);
    return Stream.of(
        ask("referralTrend", () -> INPUTS.distribution(PARAMETER)),
        ask("inflationPath", () -> INPUTS.schedule(SCHEDULE, BASE)),
        ask("referralTrend", () -> INPUTS.origin(PARAMETER)),
        ask("children", () -> INPUTS.origin(Variable.of("childrn", "mine", Unit.NUMBER))),
        ask("referralShock", () -> INPUTS.evidence(SHOCK)),
        ask(
            "referralTrend",
            () -> INPUTS.toBuilder().parameter(PARAMETER, Distribution.fixed(0.5), "x").build()),
        ask("need", () -> INPUTS.toBuilder().opening(VARIABLE, 1, "x").build()),
        ask(
            "inflationPath",
            () -> INPUTS.toBuilder().schedule(SCHEDULE, Map.of(BASE, 1.0, NEXT, 1.0), "x").build()),
        ask(
            "planShock",
            () ->
                INPUTS.toBuilder()
                    .correlation(Correlation.identity(List.of("planShok", "exitShock")), "x")
                    .build()),
        ask("x", () -> Model.of("M", List.of(reads()))),
        ask("need", () -> steps.column(VARIABLE)),
        ask("referralTrend", () -> steps.column(PARAMETER)),
        ask("need", () -> CentralPath.of(INPUTS).at(VARIABLE, BASE)));
  }

  private static Equation reads() {
    return Equation.of("X1", "x = y")
        .reads(Variable.of("y", "y", Unit.NUMBER))
        .writes(Variable.of("x", "x", Unit.NUMBER))
        .as(block -> {});
  }

  private static Stream<Arguments> ofRuns() {
    Simulation simulation = Simulation.of(ENGLAND);
    Snapshot means = simulation.means(SETTINGS);
    Settings many = Settings.of(1, 4_096);
    return Stream.of(
        ask("real-flat", () -> RUN.scenario("real flat")),
        ask("real-flat", () -> RUN.only("real flat")),
        ask("real-flat", () -> RUN.outcome("real flat", Cost.NEED)),
        ask("need", () -> RUN.outcome("real-flat", VARIABLE)),
        ask("referralTrend", () -> RUN.draws("real-flat", PARAMETER)),
        ask("referralShock", () -> RUN.draws("real-flat", SHOCK, NEXT)),
        ask("real-flat", () -> means.value("real flat", Cost.NEED, BASE)),
        ask("need", () -> means.value("real-flat", VARIABLE, BASE)),
        ask("referralShock", () -> means.value("real-flat", SHOCK, BASE)),
        ask("inflationPath", () -> means.value("real-flat", SCHEDULE, BASE)),
        ask("need", () -> simulation.keeping(VARIABLE)),
        ask("need", () -> simulation.alsoKeeping("real-flat", VARIABLE)),
        ask("real-flat", () -> simulation.alsoKeeping("real flat", Cost.NEED)),
        ask(
            "real-flat",
            () -> simulation.run(many, Precision.ofMean("real flat", Cost.NEED, BASE, 1))),
        ask("need", () -> simulation.run(many, Precision.ofMean("real-flat", VARIABLE, BASE, 1))));
  }

  private static Stream<Arguments> ofAnswers() {
    Comparison comparison = Comparison.of(RUN, "real-flat");
    return Stream.of(
        ask("cash-flat", () -> comparison.differences("cash flat", Cost.NEED)),
        ask("need", () -> comparison.differences("cash-flat", VARIABLE)),
        ask(
            "cash-flat",
            () -> comparison.regret(Cost.NEED, NEXT, Direction.LOWER).probabilityBest("cash flat")),
        ask(
            "real-flat",
            () ->
                BridgeOfGap.of(Gap.BUDGET)
                    .between(
                        new BridgeCell(RUN, "real flat", BASE),
                        new BridgeCell(RUN, "real flat", NEXT))),
        ask(
            "referralTrend",
            () -> new ScenarioPair(ENGLAND, ENGLAND.named("other")).fixing(PARAMETER, 0.5)),
        ask("referralTrend", () -> GoalSeek.of(ENGLAND, PARAMETER)),
        ask(
            "need",
            () ->
                GoalSeek.between(0, 1, x -> ENGLAND)
                    .solve(Statistic.of(VARIABLE, NEXT), 0, SETTINGS)),
        ask("need", () -> Explainer.of(ENGLAND, SETTINGS, EVIDENCE).mean("ned", NEXT)),
        ask("need", () -> Auditor.of(ENGLAND, SETTINGS, EVIDENCE).audit(VARIABLE, NEXT)));
  }

  private static Stream<Arguments> ofEvidence() {
    Money amount = Money.ofMillions(14_000, PriceBasis.cash());
    return Stream.of(
        ask("ro-net", () -> EVIDENCE.series("ro-nett")),
        ask("ro-net", () -> BASELINE.withFunding(amount, "ro-nett")),
        ask("appgc-1", () -> PolicyCatalogue.of(EVIDENCE, BASELINE.baseYear()).measure("appgc1")));
  }

  @ParameterizedTest
  @MethodSource("asked")
  @DisplayName("has the nearest offered first")
  void nearestIsOffered(String nearest, Executable asked) {
    String said = refusal(asked);
    assertTrue(said.matches("(?s).*nearest known: " + nearest + "\\b.*"), said);
  }

  @Test
  @DisplayName("may have the name of something else, which is said")
  void sameNameOfAnother() {
    Variable other = Variable.of(Cost.NEED.name(), "my own need", Unit.NUMBER);
    String said = refusal(() -> RUN.outcome("real-flat", other));
    assertTrue(said.contains("what has this name there is not the same"), said);
  }

  @Test
  @DisplayName("is told from what was not kept")
  void notKept() {
    String said = refusal(() -> RUN.outcome("real-flat", Cost.SPENDING));
    assertEquals(
        "variable of scenario real-flat must be one of [children, need], was spending (GBP million,"
            + " cash); keep it with Simulation.keeping(...)",
        said);
    String origin = refusal(() -> INPUTS.origin(Cost.SPENDING));
    assertTrue(origin.contains("which its equation works out"), origin);
  }
}
