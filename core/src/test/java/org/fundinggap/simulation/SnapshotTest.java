package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.parameter;
import static org.fundinggap.model.Pieces.path;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.shock;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.fundinggap.model.Block;
import org.fundinggap.model.Formula;
import org.fundinggap.model.Option;
import org.fundinggap.model.Parameter;
import org.fundinggap.model.Shock;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.scenario.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A snapshot of a run")
@Tag("medium")
class SnapshotTest {
  private static final YearRange YEARS = years(2024, 2028);

  /** Five strands, so that five of the six shapes of distribution occur, a fixed one among them. */
  private static final Strands STRANDS = new Strands(5, 5);

  private static final Scenario ALL = STRANDS.scenario("all", YEARS);
  private static final Scenario FEWER = STRANDS.scenario("later", STRANDS.all(), years(2025, 2027));

  /** Two blocks and a part of a third. */
  private static final Settings SETTINGS = Settings.of(11, 2_500);

  private static void assertBits(double expected, double actual, String where) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), where);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  @DisplayName("of means has the bits of the projection's means, on any number of threads")
  void meansAreThoseOfTheProjection(int threads) {
    // Thirteen blocks, so that threads overtake one another.
    Settings settings = Settings.of(11, 12_300);
    Simulation simulation = Simulation.of(ALL, FEWER).on(Execution.ofThreads(threads));
    Projection projection = simulation.run(settings);
    Snapshot means = simulation.means(settings);
    for (Option scenario : projection.scenarios()) {
      for (Variable variable : scenario.inputs().model().variables()) {
        for (FinancialYear year : scenario.inputs().years().years()) {
          assertBits(
              projection.outcome(scenario.name(), variable).in(year).mean(),
              means.value(scenario.name(), variable, year),
              variable.name() + " in " + year);
        }
      }
    }
  }

  @Test
  @DisplayName("of means adds blocks in draw order, though a later one is ready first")
  void blocksWaitTheirTurn() {
    double huge = 1.7e308;
    CountDownLatch secondIsReady = new CountDownLatch(1);
    Scenario scenario =
        OneVariable.by(
            block -> {
              double[] out = block.column(number("x"));
              Arrays.fill(out, 0, block.draws(), 0);
              out[0] = huge;
              if (block.draws() == 4) {
                // Minus infinity, unless the first block has come before.
                System.arraycopy(new double[] {-huge, -huge, huge}, 0, out, 0, 3);
                secondIsReady.countDown();
              } else if (block.draws() == Block.SIZE) { // not on the trial, which comes before both
                Uninterruptibles.awaitUninterruptibly(secondIsReady);
                Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(200));
              }
            },
            years(2024, 2024));
    Simulation simulation = Simulation.of(scenario).on(Execution.ofThreads(2));
    assertEquals(0, simulation.means(Settings.of(1, 1_028)).value(number("x"), year(2024)));
  }

  @Test
  @DisplayName("of means has those of parameters, shocks and paths too, whatever is kept")
  void meansOfInputs() {
    Simulation simulation = Simulation.of(ALL).keeping(Strands.stock(0));
    Projection projection = simulation.run(SETTINGS);
    Snapshot means = simulation.means(SETTINGS);
    for (Parameter parameter : ALL.inputs().model().parameters()) {
      double expected =
          ALL.inputs().distribution(parameter).isFixed()
              ? 0.25
              : projection.draws("all", parameter).mean();
      for (FinancialYear year : YEARS.years()) {
        assertBits(expected, means.value(parameter, year), parameter.name() + " in " + year);
      }
    }
    for (Shock shock : ALL.inputs().model().shocks()) {
      for (FinancialYear year : YEARS.years()) {
        assertBits(
            projection.draws("all", shock, year).mean(),
            means.value(shock, year),
            shock + " in " + year);
      }
      assertBits(0, means.value(shock, YEARS.first()), shock.name());
    }
    assertEquals(1.5, means.value(path("weight"), YEARS.last()));
    assertEquals(OptionalInt.empty(), means.draw());
    assertEquals(SETTINGS, means.settings());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 2047, 2048, 2499})
  @DisplayName("of a draw has the bits that the draw has in the whole run")
  void drawIsThatOfTheProjection(int index) {
    Simulation simulation = Simulation.of(ALL, FEWER);
    Projection projection = simulation.run(SETTINGS);
    Snapshot draw = simulation.draw(SETTINGS, index);
    for (Option scenario : projection.scenarios()) {
      String name = scenario.name();
      for (FinancialYear year : scenario.inputs().years().years()) {
        for (Variable variable : scenario.inputs().model().variables()) {
          assertBits(
              projection.outcome(name, variable).in(year).values()[index],
              draw.value(name, variable, year),
              variable.name() + " in " + year);
        }
        for (Parameter parameter : scenario.inputs().model().parameters()) {
          assertBits(
              projection.draws(name, parameter).values()[index],
              draw.value(name, parameter, year),
              parameter.name());
        }
        for (Shock shock : scenario.inputs().model().shocks()) {
          assertBits(
              projection.draws(name, shock, year).values()[index],
              draw.value(name, shock, year),
              shock.name() + " in " + year);
        }
      }
    }
    assertEquals(OptionalInt.of(index), draw.draw());
  }

  @Test
  @DisplayName("of a draw tells a negative zero from a positive one")
  void negativeZeroIsKept() {
    Scenario negative =
        OneVariable.by(
            block -> Arrays.fill(block.column(number("x")), 0, block.draws(), -0.0), YEARS);
    Snapshot draw = Simulation.of(negative).draw(Settings.of(1, 3), 2);
    assertBits(-0.0, draw.value(number("x"), YEARS.first()), "x");
  }

  @Test
  @DisplayName("of a failing model fails, and no thread waits for ever")
  void failureEndsTheWait() {
    Scenario failing =
        OneVariable.by(
            block -> {
              if (block.draws() == 1024 && block.year().equals(year(2025))) {
                throw new IllegalStateException("stop here");
              }
              Arrays.fill(block.column(number("x")), 0, block.draws(), 1);
            },
            YEARS);
    Simulation simulation = Simulation.of(failing).on(Execution.ofThreads(4));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThrows(Formula.Failure.class, () -> simulation.means(Settings.of(1, 20_000))));
  }

  @Test
  @DisplayName("refuses what the run does not hold, by name")
  void unknownIsRefused() {
    Simulation simulation = Simulation.of(ALL, FEWER);
    Settings few = Settings.of(11, 10);
    Snapshot draw = simulation.draw(few, 9);
    assertHolds(
        refusal(() -> simulation.draw(few, 10)), "index of a draw must be in [0, 9]", "was 10");
    assertHolds(refusal(() -> simulation.draw(few, -1)), "was -1", "numbered from 0");
    assertHolds(
        refusal(() -> draw.value("none", Strands.stock(0), year(2025))),
        "nearest known: all, later");
    assertHolds(refusal(() -> draw.value(Strands.stock(0), year(2025))), "must be named", "later");
    assertHolds(refusal(() -> draw.value("all", number("stranger"), year(2025))), "stranger");
    assertHolds(refusal(() -> draw.value("all", parameter("stranger"), year(2025))), "stranger");
    assertHolds(refusal(() -> draw.value("all", path("stranger"), year(2025))), "stranger");
    assertHolds(refusal(() -> draw.value("later", Strands.stock(0), year(2024))), "2024-25");
    Projection run = Simulation.of(ALL).run(few);
    assertHolds(refusal(() -> run.draws("all", parameter("stranger"))), "stranger");
    assertHolds(refusal(() -> run.draws("all", shock("stranger"), year(2025))), "stranger");
    assertHolds(refusal(() -> run.draws("none", Strands.rate(0))), "none", "nearest known: all");
    assertHolds(refusal(() -> run.draws("all", Strands.shock(0), year(2029))), "2029-30");
  }
}
