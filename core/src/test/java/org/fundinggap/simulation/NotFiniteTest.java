package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.EVIDENCE;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Equation;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Inputs;
import org.fundinggap.model.Model;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Draws that are NaN or infinite")
class NotFiniteTest {
  private static final YearRange YEARS = years(2024, 2027);
  private static final int DRAWS = 6_000;
  private static final Settings SETTINGS = Settings.of(8, DRAWS);
  private static final Variable ROOT = number("root");
  private static final Variable TWICE = number("twice");
  private static final Parameter RATE = parameter("rate");

  /** From 2026 on, {@code root} is a function of a uniform rate; {@code twice} is made of it. */
  private static Option option(DoubleUnaryOperator later) {
    Formula root =
        block -> {
          for (int i = 0; i < block.draws(); i++) {
            double rate = block.column(RATE)[i];
            block.column(ROOT)[i] =
                block.year().startYear() < 2026 ? rate : later.applyAsDouble(rate);
          }
        };
    Formula twice =
        block -> {
          for (int i = 0; i < block.draws(); i++) {
            block.column(TWICE)[i] = block.column(ROOT)[i] * 2;
          }
        };
    Model model =
        Model.of(
            "m",
            List.of(
                Equation.of("E1", "root").uses(RATE).writes(ROOT).as(root),
                Equation.of("E2", "twice").reads(ROOT).writes(TWICE).as(twice)));
    return Option.of(
        "s",
        Inputs.builder(model, YEARS)
            .parameter(RATE, Distribution.uniform(-0.0005, 1), EVIDENCE)
            .build());
  }

  private static Option rooted() {
    return option(Math::sqrt);
  }

  private static double[] rates() {
    return Simulation.of(rooted()).run(SETTINGS).draws("s", RATE).values();
  }

  private static int negative(double[] rates) {
    int count = 0;
    for (double rate : rates) {
      count += rate < 0 ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Settings.USUAL_MEMORY})
  @DisplayName("are counted by variable and year, in draws and in histograms")
  void counted(long memory) {
    Projection run = Simulation.of(rooted()).run(SETTINGS.withMemory(memory));
    int count = negative(rates());
    assertTrue(count > 1);
    assertEquals(
        List.of(
            new NotFinite("s", ROOT, year(2026), count, 0, DRAWS),
            new NotFinite("s", TWICE, year(2026), count, 0, DRAWS),
            new NotFinite("s", ROOT, year(2027), count, 0, DRAWS),
            new NotFinite("s", TWICE, year(2027), count, 0, DRAWS)),
        run.notFinite());
    String line = count + " of 6,000 draws of root in 2026-27 (scenario s) are not numbers";
    assertEquals(
        line
            + ", and so are draws of 3 other years or variables; Simulation.checked() says where"
            + " they begin",
        run.toString().lines().skip(1).findFirst().orElse(""));
    assertHolds(
        run.outcome(ROOT).toString(),
        "\n" + line + ", and so are draws of 1 other year or variable;");
  }

  @Test
  @DisplayName("are mentioned nowhere if there are none")
  void none() {
    Simulation simulation = Simulation.of(option(rate -> rate));
    Projection run = simulation.run(SETTINGS);
    assertEquals(List.of(), run.notFinite());
    assertEquals(1, run.toString().lines().count());
    assertFalse(run.outcome(ROOT).toString().contains("where they begin"));
    assertEquals(Optional.empty(), simulation.firstNotFinite(SETTINGS));
    assertEquals(run.digest(), simulation.checked().run(SETTINGS).digest());
  }

  @Test
  @DisplayName("that are NaN end a checked run, which names equation, variable, year, draw, inputs")
  void checkedRunNamesTheFirst() {
    double[] rates = rates();
    int first = 0;
    while (rates[first] >= 0) {
      first++;
    }
    assertTrue(first > Block.SIZE, "draw " + first);
    for (int threads = 1; threads <= 8; threads++) {
      Simulation simulation = Simulation.of(rooted()).on(Execution.ofThreads(threads));
      Formula.Failure thrown =
          assertThrows(Formula.Failure.class, () -> simulation.checked().run(SETTINGS));
      assertEquals(Optional.of(ROOT), thrown.variable());
      assertEquals(first, thrown.firstDraw());
      assertEquals(first, thrown.lastDraw());
      assertHolds(
          String.valueOf(thrown.getMessage()),
          "equation E1 (root) of scenario \"s\" failed in 2026-27, draw ",
          "NaN",
          "from parameter rate = " + rates[first]);
      Optional<Formula.Failure> found = simulation.firstNotFinite(SETTINGS);
      assertEquals(
          String.valueOf(thrown.getMessage()), String.valueOf(found.orElseThrow().getMessage()));
    }
  }

  @Test
  @DisplayName("that are infinite are counted and found, and break nothing")
  void infinite() {
    Simulation simulation =
        Simulation.of(option(rate -> rate < 0 ? Double.NEGATIVE_INFINITY : rate));
    Projection run = simulation.checked().run(SETTINGS);
    int count = negative(rates());
    assertEquals(new NotFinite("s", ROOT, year(2026), 0, count, DRAWS), run.notFinite().get(0));
    assertHolds(
        run.toString(), count + " of 6,000", "are infinite", "; Simulation.firstNotFinite(...)");
    Formula.Failure found = simulation.firstNotFinite(SETTINGS).orElseThrow();
    assertEquals(year(2026), found.year());
    assertHolds(String.valueOf(found.getMessage()), "made variable root infinite from parameter");
    Projection half = simulation.run(SETTINGS.withMemory(0));
    assertEquals(run.notFinite(), half.notFinite());
  }

  @Test
  @DisplayName("are told in words for one and for many, of one kind and of both")
  void words() {
    assertEquals(
        "1 of 1,000 draws of root in 2026-27 (scenario s) is not a number",
        new NotFinite("s", ROOT, year(2026), 1, 0, 1_000).toString());
    assertEquals(
        "2 of 1,000 draws of root in 2026-27 (scenario s) are not numbers and 1 is infinite",
        new NotFinite("s", ROOT, year(2026), 2, 1, 1_000).toString());
    assertEquals(
        "1 of 1,000 draws of root in 2026-27 (scenario s) is infinite",
        new NotFinite("s", ROOT, year(2026), 0, 1, 1_000).toString());
    assertEquals(
        "1 of 1,000 draws of root in 2026-27 (scenario s) is not a number and 2 are infinite",
        new NotFinite("s", ROOT, year(2026), 1, 2, 1_000).toString());
  }

  @Test
  @DisplayName(
      "are looked for only after a formula's own failure, and over all draws or not at all")
  void otherFailures() {
    Simulation failing =
        Simulation.of(
            option(
                rate -> {
                  throw new ArithmeticException("no root");
                }));
    Formula.Failure thrown =
        assertThrows(Formula.Failure.class, () -> failing.firstNotFinite(SETTINGS));
    assertHolds(String.valueOf(thrown.getMessage()), "no root");
    Simulation stopped =
        Simulation.of(rooted()).on(Execution.ofThreads(1).stoppingWhen(() -> true));
    assertThrows(IllegalStateException.class, () -> stopped.firstNotFinite(SETTINGS));
  }
}
