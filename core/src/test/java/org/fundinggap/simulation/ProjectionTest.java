package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A projection")
class ProjectionTest {
  private static final YearRange YEARS = years(2024, 2026);
  private static final Settings SETTINGS = Settings.of(5, 1_100);

  private static Scenario scenario(String name, String variable) {
    return OneVariable.equalTo(Distribution.normal(50, 10), name, variable, YEARS);
  }

  private static Projection run(Scenario... scenarios) {
    return Simulation.of(scenarios).run(SETTINGS);
  }

  @Test
  @DisplayName("holds its settings, scenarios and variables")
  void partsAreKept() {
    Scenario low = scenario("low", "x");
    Scenario high = scenario("high", "y");
    Projection projection = run(low, high);
    assertEquals(SETTINGS, projection.settings());
    assertEquals(List.of(low, high), projection.scenarios());
    assertEquals(Set.of(number("x")), projection.variables("low"));
    assertEquals(Set.of(number("y")), projection.variables("high"));
    assertEquals(Set.of(), projection.variables("none"));
    Outcome outcome = projection.outcome("high", number("y"));
    assertEquals("high", outcome.scenario());
    assertEquals(number("y"), outcome.variable());
    assertEquals(YEARS, outcome.years());
    assertEquals(1_100, outcome.in(year(2026)).size());
    assertHolds(projection.toString(), "low", "high", "seed=5", "draws=1100", "[x]");
  }

  @Test
  @DisplayName(
      "gives quantiles of all years on any number of threads, with the bits of each year's")
  void quantilesAreThoseOfEachYear() {
    Simulation simulation = Simulation.of(scenario("a", "x"));
    for (int draws : new int[] {1, 1_100, 100_000}) {
      for (int threads : new int[] {1, 2, 7}) {
        Outcome outcome =
            simulation
                .on(Execution.ofThreads(threads))
                .run(Settings.of(5, draws))
                .outcome(number("x"));
        List<List<Double>> byYear = outcome.quantiles(0.1, 0.5, 1);
        assertEquals(YEARS.length(), byYear.size());
        for (FinancialYear year : YEARS.years()) {
          Draws alone = new Draws(outcome.in(year).values(), Sampling.independent());
          assertEquals(
              List.of(alone.quantile(0.1), alone.quantile(0.5), alone.quantile(1)),
              byYear.get(YEARS.indexOf(year)),
              draws + " draws on " + threads + " threads");
        }
      }
    }
  }

  @Test
  @DisplayName("refuses a quantile beyond 0 to 1, on any number of threads")
  void quantilesOutOfBoundsAreRefused() {
    for (int draws : new int[] {1_100, 100_000}) {
      Outcome outcome =
          Simulation.of(scenario("a", "x"))
              .on(Execution.ofThreads(2))
              .run(Settings.of(5, draws))
              .outcome(number("x"));
      assertHolds(refusal(() -> outcome.quantiles(0.5, 1.5)), "probability", "1.5");
    }
  }

  @Test
  @DisplayName("cannot be changed through what it returns")
  void viewsAreImmutable() {
    Projection projection = run(scenario("low", "x"));
    assertThrows(RuntimeException.class, () -> projection.variables("low").clear());
    assertThrows(RuntimeException.class, () -> projection.scenarios().clear());
    assertEquals(Set.of(number("x")), projection.variables("low"));
    assertEquals(1_100, projection.outcome(number("x")).in(year(2024)).size());
  }

  @Test
  @DisplayName("names what it has when asked for what it has not")
  void unknownQuestionsAreRefused() {
    Projection two = run(scenario("low", "x"), scenario("high", "y"));
    assertHolds(
        refusal(() -> two.outcome("middle", number("x"))),
        "nearest known: high, low",
        "\"middle\"");
    assertHolds(
        refusal(() -> two.outcome("low", number("y"))), "low", "was \"y\"", "nearest known: x");
    assertHolds(refusal(() -> two.outcome(number("x"))), "must be named", "[low, high]");
    Projection one = run(scenario("low", "x"));
    assertHolds(refusal(() -> one.outcome(number("z"))), "low", "was \"z\"");
    Outcome outcome = one.outcome(number("x"));
    assertHolds(refusal(() -> outcome.in(year(2023))), "2024-25 to 2026-27", "2023-24");
    assertHolds(refusal(() -> outcome.in(year(2027))), "2024-25 to 2026-27", "2027-28");
  }

  @Test
  @DisplayName("prints an outcome as a table by year, with its unit and scenario")
  void outcomesPrintAsTables() {
    Outcome outcome =
        Simulation.of(OneVariable.equalTo(Distribution.fixed(12_345.6), "flat", "x", YEARS))
            .run(Settings.of(1, 3))
            .outcome(number("x"));
    List<String> lines = outcome.toString().lines().toList();
    assertEquals("count of x (number), scenario flat", lines.get(0));
    assertHolds(lines.get(1), "year", "mean", "MC s.e.", "p10", "p50", "p90");
    assertEquals(
        3, lines.stream().filter(line -> line.matches(".*20\\d\\d-\\d\\d .*12,346.*")).count());
  }
}
