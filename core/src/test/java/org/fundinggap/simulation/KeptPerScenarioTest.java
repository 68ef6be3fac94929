package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.ones;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Variable;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Variables kept in one scenario more than in others")
class KeptPerScenarioTest {
  private static final Variable GAP = number("gap");
  private static final Variable DETAIL = number("detail");

  private static Scenario scenario(String name) {
    Model model = Model.of("test", List.of(ones("E1", GAP), ones("E2", DETAIL)));
    return new Scenario(name, "for a test", Inputs.builder(model, years(2024, 2025)).build());
  }

  private final Simulation simulation =
      Simulation.of(scenario("a"), scenario("b")).keeping(GAP).alsoKeeping("b", DETAIL);

  @Test
  void onlyThatScenarioHoldsThem() {
    Projection run = simulation.run(Settings.of(1, 10));
    assertEquals(Set.of(GAP), run.variables("a"));
    assertEquals(Set.of(GAP, DETAIL), run.variables("b"));
    assertEquals(1, run.only("b").outcome(DETAIL).in(years(2024, 2025).first()).mean());
    assertEquals(List.of("b"), run.only("b").scenarios().stream().map(Option::name).toList());
  }

  @Test
  void unknownScenariosAndVariablesAreRefused() {
    assertHolds(refusal(() -> simulation.alsoKeeping("c", GAP)), "nearest known: a, b", "\"c\"");
    assertHolds(refusal(() -> simulation.alsoKeeping("a", number("other"))), "other", "a");
    Projection run = simulation.run(Settings.of(1, 10));
    assertHolds(refusal(() -> run.only("c")), "nearest known: a, b", "\"c\"");
  }
}
