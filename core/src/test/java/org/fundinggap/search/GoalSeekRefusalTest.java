package org.fundinggap.search;

import static org.fundinggap.appraisal.Formulas.LUCK;
import static org.fundinggap.appraisal.Formulas.SHARE;
import static org.fundinggap.appraisal.Formulas.Y;
import static org.fundinggap.appraisal.Formulas.YEAR;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fundinggap.appraisal.Formulas;
import org.fundinggap.cost.Cost;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.funding.Gap;
import org.fundinggap.lever.Lever;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Pieces;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.England;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Seeking a goal refuses")
class GoalSeekRefusalTest {
  private static final Settings SETTINGS = Settings.of(3, 100);
  private static final Statistic MEAN = Statistic.of(Y, YEAR);
  private static final Distribution NORMAL = Distribution.normal(50, 10);
  private static final GoalSeek LINE =
      GoalSeek.between(0, 1, x -> Formulas.of("s", NORMAL, luck -> luck + x));

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("a target that is not finite")
  void targets(double target) {
    String said = refusal(() -> LINE.solve(MEAN, target, SETTINGS));
    assertHolds(said, "target must be finite", String.valueOf(target));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "NaN, 1", "0, NaN", "0, Infinity", "-Infinity, 0", "-1e308, 1e308"})
  @DisplayName("bounds that are not finite, or the wrong way round")
  void bounds(double lower, double upper) {
    String own = String.valueOf(lower);
    assertHolds(refusal(() -> LINE.within(lower, upper)), "bounds of x", "least < greatest", own);
    assertHolds(
        refusal(() -> GoalSeek.between(lower, upper, x -> Formulas.of("s", NORMAL, luck -> x))),
        "bounds of x",
        own);
  }

  @Test
  @DisplayName("infinite bounds of a parameter, unless others are given")
  void infiniteBounds() {
    GoalSeek free = GoalSeek.of(Formulas.of("s", NORMAL, luck -> luck), LUCK);
    assertHolds(
        refusal(() -> free.solve(MEAN, 0, SETTINGS)), "rate of luck", "-Infinity", "within(");
  }

  @Test
  @DisplayName("bounds beyond those of a parameter, naming the value")
  void boundsBeyondAParameter() {
    GoalSeek wide =
        GoalSeek.of(Formulas.ofShare(NORMAL, (luck, share) -> share), SHARE).within(0, 2);
    assertHolds(
        refusal(() -> wide.solve(MEAN, 0.5, SETTINGS)),
        "refused at share of share (share) = 1.33",
        "parameter share must be in [0.0, 1.0]");
  }

  @Test
  @DisplayName("a parameter of another model")
  void strangeParameters() {
    Scenario scenario = Formulas.of("s", NORMAL, luck -> luck);
    assertHolds(refusal(() -> GoalSeek.of(scenario, SHARE)), "formula", "was \"share\"");
  }

  @Test
  @DisplayName("an output that is no number, naming the value at which it came")
  void outputsWithoutValue() {
    GoalSeek root =
        GoalSeek.between(
            -1, 1, x -> Formulas.of("s", NORMAL, luck -> x < -0.9 ? Double.NaN : luck));
    assertHolds(
        refusal(() -> root.solve(MEAN, 0, SETTINGS)), "must be finite", "was NaN at x = -1.0");
    GoalSeek pole = GoalSeek.between(0, 1, x -> Formulas.of("s", NORMAL, luck -> 1 / (x - 1)));
    assertHolds(refusal(() -> pole.solve(MEAN, 0, SETTINGS)), "must be finite", "at x = 1.0");
  }

  @Test
  @DisplayName("a scenario that can't be made, with the value and the reason")
  void refusedScenarios() {
    GoalSeek silent =
        GoalSeek.between(
            0,
            1,
            x -> {
              if (x == 0) {
                throw new IllegalArgumentException("lever must change something");
              }
              return Formulas.of("s", NORMAL, luck -> luck + x);
            });
    assertHolds(
        refusal(() -> silent.solve(MEAN, 50, SETTINGS)),
        "refused at x = 0.0",
        "return the baseline where nothing is done",
        "lever must change something");
  }

  @Test
  @DisplayName("a statistic that a scenario does not have")
  void missingMeasures() {
    assertHolds(
        refusal(() -> LINE.solve(Statistic.of(Pieces.number("z"), YEAR), 0, SETTINGS)),
        "x = 0.0",
        "variable must be in the model");
    assertHolds(
        refusal(() -> LINE.solve(Statistic.of(Y, year(2026)), 0, SETTINGS)), "x = 0.0", "2026-27");
    assertHolds(
        refusal(() -> LINE.solve(Statistic.total(Y, years(2023, 2025)), 0, SETTINGS)), "2023-24");
  }

  @Test
  @DisplayName("a single draw, and draws that are not kept")
  void tooFewDraws() {
    assertHolds(
        refusal(() -> LINE.solve(MEAN, 0, Settings.of(1, 1))), "draws must be at least 2, was 1");
    assertHolds(
        refusal(() -> LINE.solve(MEAN, 0, SETTINGS.withMemory(0))),
        "memory must be at least 1600",
        "withMemory");
  }

  @Test
  @DisplayName("a run that was stopped, as runs would not have the same draws")
  void stoppedRuns() {
    java.util.concurrent.atomic.AtomicInteger asked =
        new java.util.concurrent.atomic.AtomicInteger();
    Execution stopping = Execution.ofThreads(1).stoppingWhen(() -> asked.incrementAndGet() > 1);
    String said =
        assertThrows(
                IllegalStateException.class,
                () -> LINE.on(stopping).solve(MEAN, 50, Settings.of(1, 5_000)))
            .getMessage();
    assertHolds(String.valueOf(said), "stopped after 1024 of 5000 draws");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  @DisplayName("a tolerance that is no small distance")
  void tolerances(double near) {
    assertHolds(refusal(() -> LINE.tolerance(near)), "near must be in", String.valueOf(near));
  }

  @Test
  @DisplayName("no values to try first, a blank name, and quantiles without error")
  void settingsOfTheSearch() {
    assertHolds(refusal(() -> LINE.tryingFirst(0)), "values must be in [1, 1000], was 0");
    assertHolds(refusal(() -> LINE.tryingFirst(1_001)), "was 1001");
    assertHolds(refusal(() -> LINE.named(" ")), "what must not be blank");
    for (double probability : new double[] {0, 1, -0.1, Double.NaN}) {
      assertHolds(refusal(() -> MEAN.quantile(probability)), "probability", "" + probability);
    }
    assertEquals(
        2,
        Pieces.problems(() -> Statistic.by("", (run, s) -> run.outcome(s.name(), Y).in(YEAR)))
            .size());
  }

  @Test
  @DisplayName("an output of the base year, which nothing moves; but not one that it does move")
  void ofTheBaseYear() {
    Scenario england = England.baseline().with(FundingRule.REAL_FLAT);
    FinancialYear base = england.inputs().years().first();
    Statistic gap = Statistic.of(Gap.STAND_STILL.cash(), base);
    GoalSeek cost =
        GoalSeek.between(
                1,
                100,
                x ->
                    england.with(
                        Lever.named("office")
                            .from(base.plus(1))
                            .cost(Payer.COUNCILS, Distribution.fixed(x), "spend-gross")
                            .build()))
            .tryingFirst(1);
    assertHolds(
        refusal(() -> cost.solve(gap, 0, Settings.of(1, 2))),
        "stand-still gap in 2024-25",
        "must move with x, was 1,",
        "at every value tried: it is of the base year",
        "measure a later year");
    GoalSeek scope = GoalSeek.of(england, Cost.SCOPE).within(-0.01, 0.01).tryingFirst(1);
    assertEquals(3, scope.solve(gap, 1e9, Settings.of(1, 2)).tried().size());
  }

  @Test
  @DisplayName(
      "what throws in the caller's functions, with scenario and value, and keeps the cause")
  void callersFault() {
    Statistic failing =
        Statistic.by(
            "mine",
            (projection, scenario) -> {
              throw new ArithmeticException("by zero");
            },
            Y);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> LINE.solve(failing, 0, SETTINGS));
    assertHolds(
        String.valueOf(thrown.getMessage()),
        "mean of mine must be there in every scenario tried, failed in scenario \"s, x at 0.0\"",
        "by zero");
    assertInstanceOf(ArithmeticException.class, thrown.getCause());
    GoalSeek bare =
        GoalSeek.between(
            0,
            1,
            x -> {
              throw new IllegalStateException();
            });
    IllegalStateException made =
        assertThrows(IllegalStateException.class, () -> bare.solve(MEAN, 0, SETTINGS));
    assertHolds(
        String.valueOf(made.getMessage()), "refused at x = 0.0", "java.lang.IllegalStateException");
    assertInstanceOf(IllegalStateException.class, made.getCause());
  }
}
