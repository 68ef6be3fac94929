package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Unit;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A simulation")
class SimulationTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Distribution NORMAL = Distribution.normal(0, 1);

  private static Scenario scenario(String name, String variable) {
    return OneVariable.equalTo(NORMAL, name, variable, YEARS);
  }

  @Test
  @DisplayName("must have a scenario")
  void noScenarioIsRefused() {
    assertOneProblem(Simulation::of, "at least one scenario", "had none");
    assertOneProblem(() -> Simulation.of(List.of()), "at least one scenario", "had none");
  }

  @Test
  @DisplayName("must have scenarios of different names, and lists all that are not")
  void duplicateNamesAreRefused() {
    List<String> problems =
        problems(
            () ->
                Simulation.of(
                    scenario("a", "x"),
                    scenario("b", "x"),
                    scenario("a", "y"),
                    scenario("b", "x")));
    assertEquals(2, problems.size(), problems.toString());
    assertHolds(problems.get(0), "\"a\"", "rename");
    assertHolds(problems.get(1), "\"b\"", "rename");
  }

  @Test
  @DisplayName("must keep variables that some model has")
  void unknownVariablesAreRefused() {
    Simulation simulation = Simulation.of(scenario("a", "x"), scenario("b", "y"));
    assertOneProblem(simulation::keeping, "at least one variable", "had none");
    Variable namesake = Variable.of("x", "another x", Unit.SHARE);
    List<String> problems = problems(() -> simulation.keeping(number("x"), number("z"), namesake));
    assertEquals(2, problems.size(), problems.toString());
    assertHolds(problems.get(0), "was \"z\"", "nearest known: x, y");
    assertHolds(problems.get(1), "was \"x\"", "look at label");
  }

  @Test
  @DisplayName("keeps what was asked for, of the scenarios that have it")
  void keptVariablesAreThoseAskedFor() {
    Simulation all = Simulation.of(scenario("a", "x"), scenario("b", "y"));
    Projection kept = all.keeping(number("x"), number("x")).run(Settings.of(1, 10));
    assertEquals(Set.of(number("x")), kept.variables("a"));
    assertEquals(Set.of(), kept.variables("b"));
    assertHolds(refusal(() -> kept.outcome("b", number("y"))), "variable of scenario b", "was y");
    assertEquals(Set.of(number("y")), all.run(Settings.of(1, 10)).variables("b"));
  }

  @Test
  @DisplayName("does not change with the list that it was made of")
  void listIsCopied() {
    List<Scenario> scenarios = new ArrayList<>(List.of(scenario("a", "x")));
    Simulation simulation = Simulation.of(scenarios);
    scenarios.clear();
    assertEquals(1, simulation.run(Settings.of(1, 1)).scenarios().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, (1 << 30) + 1, Integer.MAX_VALUE})
  @DisplayName("makes 1 to 2^30 draws")
  void wildNumbersOfDrawsAreRefused(int draws) {
    assertHolds(refusal(() -> Settings.of(1, draws)), "draws must be in", "10,000");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1025, Integer.MAX_VALUE})
  @DisplayName("works on 1 to 1,024 threads")
  void wildNumbersOfThreadsAreRefused(int threads) {
    assertHolds(refusal(() -> Execution.ofThreads(threads)), "threads must be in", "Processors");
  }

  @Test
  @DisplayName("works at the limits: one draw, any seed, as many threads as allowed")
  void limitsAreAllowed() {
    Simulation simulation = Simulation.of(scenario("a", "x")).on(Execution.ofThreads(1_024));
    for (long seed : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
      Draws draws = simulation.run(Settings.of(seed, 1)).outcome(number("x")).in(year(2024));
      assertEquals(1, draws.size());
    }
    int processors = Execution.ofAllProcessors().threads();
    assertEquals(Math.min(Runtime.getRuntime().availableProcessors(), 1_024), processors);
  }

  @Test
  @DisplayName("refuses draws that do not fit in memory before it makes any, and says what would")
  void tooMuchMemoryIsRefused() {
    YearRange century = years(1950, 2050);
    Simulation simulation =
        Simulation.of(
            OneVariable.equalTo(NORMAL, "a", "x", century),
            OneVariable.equalTo(NORMAL, "b", "x", century));
    Settings all = Settings.of(1, 1 << 30).withMemory(Long.MAX_VALUE);
    String message = refusal(() -> simulation.run(all));
    // 2 scenarios x 101 years x 2^30 draws x 8 bytes, and what arrays of them are rounded to.
    assertHolds(
        message,
        "memory",
        "less a tenth",
        "1,073,741,824 kept draws 1735",
        "columns of ",
        "keeping(...)",
        "-Xmx",
        "withMemory(1735166787583)");
  }
}
