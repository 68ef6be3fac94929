package org.fundinggap.simulation;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.model.Block;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A run to a precision")
@Tag("medium")
class PrecisionTest {
  private static final YearRange YEARS = years(2024, 2025);
  private static final FinancialYear LAST = YEARS.last();
  private static final Variable X = number("x");
  private static final Settings MOST = Settings.of(3, 400_000);
  private static final int FIRST_LOOK = 16 * Block.SIZE;

  private final Simulation simulation =
      Simulation.of(OneVariable.equalTo(Distribution.normal(5, 1), "a", "x", YEARS));

  private static Precision mean(double error) {
    return Precision.ofMean("a", X, LAST, error);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.007, 0.005, 0.003, 0.002})
  @DisplayName("of a mean ends with the first number of draws that is enough")
  void meanIsPreciseEnough(double error) {
    Projection found = simulation.run(MOST, mean(error));
    int draws = found.settings().draws();
    assertTrue(found.outcome(X).summary(LAST).meanError() <= error, draws + " draws");
    assertEquals(0, draws % Block.SIZE);
    // The error falls with the root of the draws, whose number grows by a quarter between looks.
    double needed = 1 / (error * error);
    assertTrue(draws >= 0.97 * needed && draws <= 1.3 * needed, draws + " for " + needed);
    Bits.assertSame(simulation.run(MOST.withDraws(draws)), found);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.99})
  @DisplayName("of a quantile ends when that is precise, with draws or histograms")
  void quantileIsPreciseEnough(double probability) {
    Precision precision = Precision.ofQuantile("a", X, LAST, probability, 0.01);
    for (Settings settings : new Settings[] {MOST, MOST.withMemory(0)}) {
      Projection found = simulation.run(settings, precision);
      int draws = found.settings().draws();
      assertTrue(draws < MOST.draws(), draws + " draws");
      assertTrue(found.outcome(X).summary(LAST).quantileError(probability) <= 0.01);
      assertEquals(
          simulation.run(settings.withDraws(draws)).digest(), found.digest(), "the run anew");
    }
  }

  @Test
  @DisplayName("has as many draws on any number of threads")
  void threadsDoNotMatter() {
    for (Settings settings : new Settings[] {MOST, MOST.withMemory(0)}) {
      String one = simulation.on(Execution.ofThreads(1)).run(settings, mean(0.003)).digest();
      for (int threads : new int[] {2, 7, 64}) {
        Simulation same = simulation.on(Execution.ofThreads(threads));
        assertEquals(one, same.run(settings, mean(0.003)).digest());
      }
    }
  }

  @Test
  @DisplayName("looks first at 16,384 draws and ends at the limit in any case")
  void firstLookAndLimit() {
    assertEquals(FIRST_LOOK, simulation.run(MOST, mean(1)).settings().draws());
    assertEquals(1_000, simulation.run(MOST.withDraws(1_000), mean(1)).settings().draws());
    int odd = FIRST_LOOK + 1;
    assertEquals(odd, simulation.run(MOST.withDraws(odd), mean(1e-9)).settings().draws());
    assertEquals(1, simulation.run(MOST.withDraws(1), mean(1)).settings().draws());
    Precision atOnce = Precision.ofMean("a", X, LAST, Double.MAX_VALUE);
    assertEquals(FIRST_LOOK, simulation.run(MOST, atOnce).settings().draws());
  }

  @Test
  @DisplayName("goes on to the limit if the error is NaN")
  void notANumberIsNotPrecise() {
    Simulation broken =
        Simulation.of(
            OneVariable.by(
                block -> Arrays.fill(block.column(X), 0, block.draws(), Double.NaN), YEARS));
    Settings settings = MOST.withDraws(50_000);
    Precision mean = Precision.ofMean("s", X, LAST, 1e9);
    Precision quantile = Precision.ofQuantile("s", X, LAST, 0.5, 1e9);
    assertEquals(50_000, broken.run(settings, mean).settings().draws());
    assertEquals(50_000, broken.run(settings, quantile).settings().draws());
    assertEquals(50_000, broken.run(settings.withMemory(0), quantile).settings().draws());
  }

  @Test
  @DisplayName("goes on to its limit while all draws are the same, which may be luck")
  void constantsAreNotTrusted() {
    Simulation constant =
        Simulation.of(OneVariable.equalTo(Distribution.fixed(0.1), "a", "x", YEARS));
    Settings settings = Settings.of(1, 40_000);
    assertEquals(40_000, constant.run(settings, mean(1)).settings().draws());
    Distribution rare = Distribution.zeroOr(0.9999, Distribution.uniform(1e5, 1e6));
    Simulation seldom = Simulation.of(OneVariable.equalTo(rare, "a", "x", YEARS));
    for (long seed = 0; seed < 20; seed++) {
      // In one run of five no draw of the first look is other than zero.
      Projection run = seldom.run(Settings.of(seed, 200_000), mean(1_000));
      assertTrue(run.outcome(X).in(LAST).mean() > 0, "seed " + seed);
    }
  }

  @Test
  @DisplayName("that is stopped holds what was run until then")
  void stoppedOnTheWay() {
    AtomicInteger asked = new AtomicInteger();
    Execution stopping = Execution.ofThreads(1).stoppingWhen(() -> asked.incrementAndGet() > 18);
    Projection found = simulation.on(stopping).run(MOST, mean(1e-9));
    assertEquals(18 * Block.SIZE, found.settings().draws());
    Bits.assertSame(simulation.run(MOST.withDraws(18 * Block.SIZE)), found);
    assertEquals(19, asked.get());
  }

  @Test
  @DisplayName("of what is not in the run is refused before the first block")
  void unknownFiguresAreRefused() {
    AtomicInteger blocks = new AtomicInteger();
    Simulation counted =
        Simulation.of(
            OneVariable.by(block -> blocks.incrementAndGet(), YEARS),
            OneVariable.equalTo(Distribution.fixed(1), "b", "y", YEARS));
    Simulation yOnly = counted.keeping(number("y"));
    assertHolds(
        refusal(() -> counted.run(MOST, Precision.ofMean("c", X, LAST, 1))),
        "scenario of the precision",
        "nearest known: b, s",
        "\"c\"");
    assertHolds(
        refusal(() -> yOnly.run(MOST, Precision.ofMean("s", X, LAST, 1))),
        "scenario s",
        "was \"x\"",
        "keeping(...)");
    assertHolds(
        refusal(() -> counted.run(MOST, Precision.ofMean("s", X, year(2026), 1))), "2026-27");
    assertEquals(0, blocks.get(), "blocks were run");
  }

  @Test
  @DisplayName("must be a positive number, of a quantile that has an error")
  void wildNumbersAreRefused() {
    for (double error : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertHolds(refusal(() -> mean(error)), "standardError must be in", "unit of x");
    }
    for (double p : new double[] {0, 1, -0.5, Double.NaN}) {
      assertHolds(refusal(() -> Precision.ofQuantile("a", X, LAST, p, 1)), "quantile must be in");
    }
  }
}
