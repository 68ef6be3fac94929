package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fundinggap.distribution.Distribution;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a run is made of, printed,")
class RunTextTest {
  private static final YearRange YEARS = years(2024, 2026);

  private static Scenario scenario(String name, String variable) {
    return OneVariable.equalTo(Distribution.fixed(1), name, variable, YEARS);
  }

  private static Simulation both() {
    return Simulation.of(scenario("a", "x"), scenario("b", "y"));
  }

  @Test
  @DisplayName("names scenarios, what is kept of all and of each, and whether numbers are checked")
  void simulation() {
    assertEquals("Simulation of [a, b], keeping every variable", both().toString());
    assertEquals(
        "Simulation of [a, b], keeping [x], checked, and in b [y]",
        both().keeping(number("x")).checked().alsoKeeping("b", number("y")).toString());
  }

  @Test
  @DisplayName("names the draw of a snapshot, or says that it is of means")
  void snapshot() {
    Settings settings = Settings.of(3, 9);
    assertEquals("Means of [a, b], Settings[seed=3, draws=9]", both().means(settings).toString());
    assertEquals(
        "Draw 8 of [a, b], Settings[seed=3, draws=9]", both().draw(settings, 8).toString());
  }

  @Test
  @DisplayName("tells which draws of the whole a part has")
  void part() {
    Simulation simulation = Simulation.of(scenario("a", "x"));
    Settings settings = Settings.of(1, 5_000);
    assertHolds(
        simulation.runPart(settings, 4, 5).toString(),
        "Settings[seed=1, draws=904], draws 4096 to 4999 of 5000, keeping [x]");
    assertHolds(simulation.run(settings).toString(), "Settings[seed=1, draws=5000], keeping [x]");
  }

  @Test
  @DisplayName("tells the threads, and the variables and years of a central path")
  void others() {
    assertEquals("Execution[threads=3]", Execution.ofThreads(3).toString());
    assertEquals(
        "Central path of 1 variable, 2024-25 to 2026-27",
        CentralPath.of(scenario("a", "x").inputs()).toString());
  }
}
