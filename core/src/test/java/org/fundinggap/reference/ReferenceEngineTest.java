package org.fundinggap.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fundinggap.claim.SourceTrajectories;
import org.fundinggap.claim.SourceTrajectory;
import org.fundinggap.funding.FundingPlan;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Opening;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.RandomLevers;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Quantity;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.reference.ReferenceStream.Rule;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.scenario.TracedRun;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.fundinggap.simulation.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The model beside a second one written from the page of equations")
@Tag("medium")
class ReferenceEngineTest {
  /** Those whose numbers are registered. */
  private static final FundingRule[] RULES = {
    FundingRule.CASH_FLAT,
    FundingRule.REAL_FLAT,
    FundingRule.COUNCIL_TAX,
    FundingRule.FOLLOWS_OUTTURN,
    FundingRule.FOLLOWS_NEED
  };

  private static final Pattern NUMBER = Pattern.compile("\\*\\*([A-Z]\\d[a-z]?)\\*\\*");

  @ParameterizedTest(name = "cuts of early help: {0}")
  @DisplayName("has the same bits in every variable, year and draw, given the placement chain")
  @ValueSource(booleans = {false, true})
  void modelHasTheBitsOfTheReference(boolean cuts) {
    ReferenceCase everyRule = RandomCases.everyRule(7, cuts);
    for (ModelDraw draw : everyRule.draws(40, 1)) {
      assertEquals(List.of(), everyRule.differencesInBits(draw));
    }
  }

  @ParameterizedTest(name = "cuts of early help: {0}")
  @DisplayName("agrees to 1e-11 from draws alone, with other functions and another chain")
  @ValueSource(booleans = {false, true})
  void modelAgreesWithTheReference_fromDrawsAlone(boolean cuts) {
    ReferenceCase everyRule = RandomCases.everyRule(7, cuts);
    for (ModelDraw draw : everyRule.draws(40, 1)) {
      assertEquals(List.of(), everyRule.differencesFromDraws(draw));
    }
  }

  @Test
  @DisplayName("so have draws of the scenarios that the library makes, as a simulation gives them")
  void simulationsHaveTheBitsOfTheReference() {
    for (boolean cuts : new boolean[] {false, true}) {
      Baseline baseline = Baseline.england(RandomCases.EVIDENCE_BASE);
      Baseline set = cuts ? baseline.withEarlyHelpCuts() : baseline;
      List<Scenario> scenarios = set.withEach(RULES);
      List<Scenario> without = set.withoutCurrentLaw().withEach(RULES);
      // The first draw of all, the last of a block, the first of the next.
      for (int index : new int[] {0, 1023, 1024}) {
        Snapshot drawn = Simulation.of(scenarios).draw(Settings.of(20251, 1030), index);
        for (int i = 0; i < RULES.length; i++) {
          ModelDraw draw = ModelDraw.of(drawn, scenarios.get(i));
          assertSameBits(
              new ReferenceCase(without.get(i).inputs(), streams(RULES[i]), cuts),
              scenarios.get(i),
              draw);
        }
      }
    }
  }

  @Test
  @DisplayName("so have draws under published plans and a settlement, with another opening")
  void plansHaveTheBitsOfTheReference() {
    Baseline baseline = Baseline.england(RandomCases.EVIDENCE_BASE);
    Map<FundingPlan, Integer> settled = new LinkedHashMap<>();
    settled.put(FundingPlan.HEADLINE, 4);
    settled.put(FundingPlan.published().then(FundingRule.COUNCIL_TAX), 4);
    settled.put(FundingPlan.HEADLINE.openingAt(Opening.CLOSED), 4);
    settled.put(
        FundingPlan.cashSettlement(Map.of(baseline.baseYear().plus(1), 15_000.0), "made up")
            .then(FundingRule.FOLLOWS_OUTTURN),
        1);
    settled.put(FundingPlan.growing(0.03, "made up").openingAt(Opening.REVISED_BUDGET), 0);
    List<FundingPlan> plans = List.copyOf(settled.keySet());
    List<Scenario> scenarios = baseline.withEach(plans);
    List<Scenario> without = baseline.withoutCurrentLaw().withEach(plans);
    for (int index : new int[] {0, 1024}) {
      Snapshot drawn = Simulation.of(scenarios).draw(Settings.of(20251, 1030), index);
      for (int i = 0; i < plans.size(); i++) {
        ModelDraw draw = ModelDraw.of(drawn, scenarios.get(i));
        assertSameBits(
            new ReferenceCase(
                without.get(i).inputs(), streams(plans.get(i), settled.get(plans.get(i))), false),
            scenarios.get(i),
            draw);
      }
    }
  }

  /** A scenario with the levers of current law, whose equations are those of the reference. */
  private static void assertSameBits(ReferenceCase without, Scenario scenario, ModelDraw draw) {
    assertTrue(scenario.levers().size() > 3, scenario::toString);
    LeverCase twin = new LeverCase(without, scenario.levers(), scenario.inputs());
    assertEquals(List.of(), twin.differencesInBits(draw), scenario.name());
    assertEquals(List.of(), twin.differencesFromDraws(draw), scenario.name());
  }

  private static List<ReferenceStream> streams(FundingPlan plan, int settledYears) {
    List<ReferenceStream> streams = new ArrayList<>(streams(plan.rule().orElseThrow()));
    streams.set(
        0,
        new ReferenceStream(
            "core", Rule.of(plan.rule().orElseThrow().label()), false, settledYears));
    if (plan.opening() != Opening.ORIGINAL_BUDGET) {
      streams.add(new ReferenceStream("otherMoney", Rule.of("real-flat"), false));
    }
    return streams;
  }

  /** The streams of the page. */
  private static List<ReferenceStream> streams(FundingRule rule) {
    return List.of(
        new ReferenceStream("core", Rule.of(rule.label()), false),
        new ReferenceStream("asylum", Rule.of("per asylum-seeking child"), false),
        new ReferenceStream("familiesFirst", Rule.of("by schedule"), true),
        new ReferenceStream("transformation", Rule.of("by schedule"), true));
  }

  @Test
  @DisplayName("trajectories of claims have the same bits")
  void claimsHaveTheBitsOfTheReference() {
    for (SourceTrajectory trajectory : SourceTrajectories.of(RandomCases.EVIDENCE_BASE).all()) {
      ModelDraw draw = ModelDraw.of(TracedRun.central(trajectory.scenario().inputs()), 0);
      assertEquals(List.of(), Agreement.inBits(draw, claim(draw)), trajectory.reading());
    }
  }

  private static List<ReferenceYear> claim(ModelDraw draw) {
    return ReferenceEngine.claim(draw.inputs().model().name()).run(ReferenceDraw.of(draw));
  }

  @Test
  @DisplayName(
      "the reference has every equation of the page, and the page has every one of its own")
  void everyNumberOfThePageIsWorkedOut() throws IOException {
    Set<String> worked = new TreeSet<>();
    ReferenceCase england = RandomCases.everyRule(7, true);
    numbers(england.fromDraws(ReferenceDraw.of(england.draws(1, 1).get(0))), worked);
    for (SourceTrajectory trajectory : SourceTrajectories.of(RandomCases.EVIDENCE_BASE).all()) {
      numbers(claim(ModelDraw.of(TracedRun.central(trajectory.scenario().inputs()), 0)), worked);
    }
    List<Lever> levers = new RandomLevers(england.inputs(), 3).upTo(40);
    LeverCase withLevers = LeverCase.of(england, levers);
    numbers(withLevers.withModelsChain(withLevers.draws(1, 1).get(0)), worked);
    Set<String> written = new TreeSet<>();
    NUMBER.matcher(page()).results().forEach(match -> written.add(match.group(1)));
    assertNotEquals(Set.of(), written);
    // What users add is worked out by hand beside its own package, in OwnLineTest.
    written.removeIf(number -> number.startsWith("O"));
    assertEquals(written, worked);
  }

  private static void numbers(List<ReferenceYear> years, Set<String> worked) {
    years.forEach(year -> worked.addAll(year.equations().values()));
  }

  private static String page() throws IOException {
    Path besideCore = Path.of("..", "docs", "equations.md");
    return Files.readString(
        Files.exists(besideCore) ? besideCore : Path.of("docs", "equations.md"));
  }

  @ParameterizedTest(name = "cuts of early help: {0}")
  @DisplayName("both write a variable by the equation of the same number")
  @ValueSource(booleans = {false, true})
  void equationsHaveTheNumbersOfThePage(boolean cuts) {
    ReferenceCase england = RandomCases.everyRule(7, cuts);
    Map<String, String> ofTheModel = new TreeMap<>();
    for (Equation equation : england.inputs().model().equations()) {
      String number = equation.id().replaceFirst("\\..*", "");
      equation.writes().forEach(variable -> ofTheModel.put(variable.name(), number));
    }
    ModelDraw draw = england.draws(1, 1).get(0);
    for (ReferenceYear year : england.fromDraws(ReferenceDraw.of(draw))) {
      assertEquals(ofTheModel, new TreeMap<>(year.equations()));
    }
  }

  @Test
  void variableIsNamed_whenTheReferenceLacksIt() {
    ReferenceCase england = RandomCases.everyRule(7, false);
    Variable more = Variable.of("newcomer", "a variable that no page has", Unit.RATIO);
    Equation copy =
        Equation.of("X1", "newcomer = 0").writes(more).as(block -> block.column(more)[0] = 0);
    Model larger = england.inputs().model().with("England and more", copy);
    Inputs inputs = england.inputs().toBuilder(larger).build();
    ReferenceCase unknown = new ReferenceCase(inputs, england.streams(), false);
    ModelDraw draw = unknown.draws(1, 1).get(0);
    AssertionError error =
        assertThrows(AssertionError.class, () -> unknown.differencesInBits(draw));
    assertTrue(error.getMessage().contains("lacks [newcomer]"), error.getMessage());
  }

  @ParameterizedTest(name = "{0} shows first in {1}")
  @DisplayName(
      "a number that differs in its last digits alone is found, and where it shows is named")
  @CsvSource({
    "referralPersistence, referralDeviation",
    "asylumHazardSpread, asylumHazardDeviation",
    "eighteenthBirthdayShare, turnedEighteenInCare",
    "priceShock.homes, priceDeviation.homes",
    "churnCost, socialWorkIntensity",
    "unitCost.youthJustice, need.youthJustice",
    "earlyHelpGapShare, earlyHelpKept",
    "earlyHelpElasticityNeed, earlyHelpOnNeed",
    "outturnShare.stream4, funding.stream4",
  })
  void differenceIsFoundAndNamed_whenOneNumberIsChanged(String changed, String first) {
    ReferenceCase england = RandomCases.everyRule(7, true);
    // Not every draw has a gap that cuts early help.
    List<Agreement.Difference> found =
        england.draws(40, 3).stream()
            .map(
                draw ->
                    Agreement.inBits(
                        draw,
                        england.withModelsChain(
                            draw, ReferenceDraw.of(draw).with(changed, 1 + 1e-12, 0))))
            .filter(differences -> !differences.isEmpty())
            .findFirst()
            .orElseThrow();
    assertEquals(first, found.get(0).variable());
  }

  @Test
  @DisplayName("every parameter, shock, path and opening value counts: a change of any is found")
  void everyNumberOfTheModelIsLookedAt() {
    ReferenceCase england = RandomCases.everyRule(7, true);
    List<ModelDraw> draws = england.draws(400, 5);
    Model model = england.inputs().model();
    List<String> unseen = new ArrayList<>();
    Stream.of(model.parameters(), model.shocks(), model.schedules(), model.states())
        .flatMap(Set::stream)
        .map(Quantity::name)
        .filter(Predicate.not(name -> draws.stream().anyMatch(draw -> isSeen(england, draw, name))))
        .forEach(unseen::add);
    assertEquals(List.of(), unseen);
  }

  private static boolean isSeen(ReferenceCase england, ModelDraw draw, String name) {
    ReferenceDraw other = ReferenceDraw.of(draw).with(name, 1.01, 1e-3);
    return !Agreement.beyond(ReferenceCase.TOLERANCE, draw, england.fromDraws(other)).isEmpty();
  }
}
