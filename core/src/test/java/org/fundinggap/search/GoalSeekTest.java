package org.fundinggap.search;

import static org.fundinggap.appraisal.Formulas.COST;
import static org.fundinggap.appraisal.Formulas.LUCK;
import static org.fundinggap.appraisal.Formulas.SHARE;
import static org.fundinggap.appraisal.Formulas.Y;
import static org.fundinggap.appraisal.Formulas.YEAR;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampling;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Seeking a goal")
@Tag("medium")
class GoalSeekTest {
  private static final Settings SETTINGS = Settings.of(3, 2_000);
  private static final Distribution NORMAL = Distribution.normal(50, 10);
  private static final Statistic MEAN = Statistic.of(Y, YEAR);

  /** The draws of luck in every run. */
  private static Draws lucks;

  @BeforeAll
  static void run() {
    lucks = lucks(NORMAL);
  }

  private static Draws lucks(Distribution luck) {
    return Simulation.of(Formulas.of("luck", luck, value -> value))
        .run(SETTINGS)
        .outcome(Y)
        .in(YEAR);
  }

  private static GoalSeek by(Distribution luck, DoubleBinaryOperator ofLuckAndX) {
    return GoalSeek.between(
        0, 1, x -> Formulas.of("s", luck, value -> ofLuckAndX.applyAsDouble(value, x)));
  }

  /** A formula of x alone: no draw differs from another. */
  private static GoalSeek sure(DoubleUnaryOperator ofX) {
    return by(Distribution.fixed(1), (luck, x) -> ofX.applyAsDouble(x));
  }

  @Test
  @DisplayName("solves what is linear, with the error of the mean over the slope")
  void linearIsSolved() {
    GoalSolution found = by(NORMAL, (luck, x) -> luck + 40 * x).solve(MEAN, 70, SETTINGS);
    assertEquals((70 - lucks.mean()) / 40, found.value().orElseThrow(), 1e-9);
    assertEquals(lucks.meanError() / 40, found.standardError(), 1e-9);
    assertEquals(40, found.slope(), 1e-9);
    assertEquals(found.value().orElseThrow(), found.reached().x());
    assertEquals(70, found.reached().output().value(), 1e-7);
    assertEquals(lucks.meanError(), found.reached().output().standardError(), 1e-9);
    assertEquals(0, found.atLower().x());
    assertEquals(lucks.mean(), found.atLower().output().value(), 1e-9);
    assertEquals(1, found.atUpper().x());
    assertEquals(lucks.mean() + 40, found.atUpper().output().value(), 1e-9);
    assertEquals(1, found.crossings());
    assertEquals(1e-9, found.tolerance());
    assertFalse(found.jumps());
    assertTrue(found.runs() >= 9 && found.runs() <= 12, found.runs() + " runs for a straight line");
  }

  @Test
  @DisplayName("solves for a quantile")
  void quantilesAreSolved() {
    Distribution skewed = Distribution.logNormal(10, 0.5);
    double nineTenths = lucks(skewed).quantile(0.9);
    GoalSolution found = by(skewed, (luck, x) -> luck * x).solve(MEAN.quantile(0.9), 8, SETTINGS);
    assertEquals(8 / nineTenths, found.value().orElseThrow(), 1e-9);
    assertEquals(
        lucks(skewed).quantileError(0.9) * found.reached().x() / nineTenths,
        found.standardError(),
        1e-9);
  }

  @Test
  @DisplayName("solves for a total over years")
  void totalsAreSolved() {
    Statistic total = Statistic.total(Y, Formulas.YEARS);
    GoalSolution found = by(NORMAL, (luck, x) -> luck * x).solve(total, 20, SETTINGS);
    assertEquals(10 / lucks.mean(), found.value().orElseThrow(), 1e-9);
  }

  @Test
  @DisplayName("fixes a parameter between its own bounds, on its own evidence")
  void parametersAreFixed() {
    Scenario scenario = Formulas.ofShare(NORMAL, (luck, share) -> luck * (1 - share));
    GoalSolution found = GoalSeek.of(scenario, SHARE).solve(MEAN, 20, SETTINGS);
    assertEquals(1 - 20 / lucks.mean(), found.value().orElseThrow(), 1e-9);
    assertEquals(0, found.atLower().x());
    assertEquals(1, found.atUpper().x());
    assertHolds(
        found.toString(), "share of share", "for the mean of count of y in 2025-26", "to be 20");
    GoalSolution narrow = GoalSeek.of(scenario, SHARE).within(0.5, 0.75).solve(MEAN, 20, SETTINGS);
    assertEquals(found.value().orElseThrow(), narrow.value().orElseThrow(), 2e-9);
    assertEquals(0.5, narrow.atLower().x());
  }

  @Test
  @DisplayName("takes other bounds for a parameter that has none of its own")
  void freeParametersTakeBounds() {
    Scenario scenario = Formulas.of("s", NORMAL, luck -> luck * luck);
    GoalSolution found = GoalSeek.of(scenario, LUCK).within(0, 9).solve(MEAN, 49, SETTINGS);
    assertEquals(7, found.value().orElseThrow(), 1e-8);
    assertEquals(0, found.standardError());
  }

  @Test
  @DisplayName("says that no value does, and what comes nearest")
  void noneIsAnAnswer() {
    GoalSolution high = by(NORMAL, (luck, x) -> luck + 40 * x).solve(MEAN, 200, SETTINGS);
    assertEquals(OptionalDouble.empty(), high.value());
    assertEquals(1, high.reached().x());
    assertEquals(lucks.mean() + 40, high.reached().output().value(), 1e-9);
    assertEquals(Double.NaN, high.standardError());
    assertEquals(0, high.crossings());
    assertEquals(7, high.runs());
    assertFalse(high.jumps());
    assertHolds(high.toString(), "No value seen to do so, of 7 in [0, 1]", "nearest 1", "2000");
    GoalSolution valley = sure(x -> (x - 0.4) * (x - 0.4)).solve(MEAN, -1, SETTINGS);
    assertEquals(OptionalDouble.empty(), valley.value());
    assertEquals(0.4, valley.reached().x(), 1e-3);
    assertEquals(0, valley.reached().output().value(), 1e-6);
  }

  @Test
  @DisplayName("finds what only dips to the target between the values tried first")
  void dipsAreFound() {
    GoalSeek dip = sure(x -> (x - 0.4) * (x - 0.4));
    GoalSolution found = dip.solve(MEAN, 1e-4, SETTINGS);
    assertEquals(0.39, found.value().orElseThrow(), 1e-8);
    assertEquals(2, found.crossings());
    assertHolds(found.toString(), "the lowest of 2 values seen");
  }

  @Test
  @DisplayName("gives the lowest of several values and says how many it saw")
  void severalAreCounted() {
    GoalSeek wave = sure(x -> (x - 0.2) * (x - 0.5) * (x - 0.8));
    GoalSolution found = wave.solve(MEAN, 0, SETTINGS);
    assertEquals(0.2, found.value().orElseThrow(), 1e-9);
    assertEquals(3, found.crossings());
    assertHolds(found.toString(), "the lowest of 3 values seen to do so");
    GoalSolution comb =
        sure(x -> StrictMath.sin(20 * x)).tryingFirst(50).solve(MEAN, 0.5, SETTINGS);
    assertEquals(StrictMath.asin(0.5) / 20, comb.value().orElseThrow(), 1e-9);
    assertEquals(7, comb.crossings());
  }

  @Test
  @DisplayName("takes a bound, or a value tried, that is on the target")
  void exactHitsAreTaken() {
    GoalSeek line = sure(x -> x);
    assertEquals(0, line.solve(MEAN, 0, SETTINGS).value().orElseThrow());
    assertEquals(1, line.solve(MEAN, 1, SETTINGS).value().orElseThrow());
    assertEquals(0.5, line.solve(MEAN, 0.5, SETTINGS).value().orElseThrow());
    GoalSolution touch = sure(x -> (x - 0.5) * (x - 0.5)).solve(MEAN, 0, SETTINGS);
    assertEquals(0.5, touch.value().orElseThrow());
    assertEquals(1, touch.crossings());
  }

  @Test
  @DisplayName("says where the output jumps over the target, and states no error there")
  void jumpsAreTold() {
    GoalSolution found =
        by(NORMAL, (luck, x) -> x < 0.3 ? luck : luck + 50).solve(MEAN, 75, SETTINGS);
    assertEquals(0.3, found.value().orElseThrow(), 2e-9);
    assertTrue(found.jumps());
    assertEquals(Double.NaN, found.standardError());
    assertHolds(found.toString(), "it jumps there");
  }

  @Test
  @DisplayName("has no error to state where the output is flat on the target")
  void flatIsUncertain() {
    GoalSolution found = sure(x -> 5).solve(MEAN, 5, SETTINGS);
    assertEquals(0, found.value().orElseThrow());
    assertEquals(Double.POSITIVE_INFINITY, found.standardError());
    assertEquals(1, found.crossings());
  }

  @Test
  @DisplayName("comes as near as it is told")
  void toleranceIsKept() {
    GoalSeek curve = sure(x -> x * x * x);
    GoalSolution rough = curve.tolerance(0.01).solve(MEAN, 0.3, SETTINGS);
    double truth = StrictMath.cbrt(0.3);
    assertEquals(truth, rough.value().orElseThrow(), 0.01);
    assertEquals(truth, curve.solve(MEAN, 0.3, SETTINGS).value().orElseThrow(), 1e-9);
    assertTrue(rough.runs() < curve.solve(MEAN, 0.3, SETTINGS).runs());
  }

  @Test
  @DisplayName("knows no error of Sobol draws of one replicate, and that of several")
  void sobolErrorsAreThoseOfReplicates() {
    GoalSeek line = by(NORMAL, (luck, x) -> luck + 40 * x);
    Settings one = Settings.of(3, 1_024).withSampling(Sampling.sobol(1));
    Settings several = Settings.of(3, 1_024).withSampling(Sampling.sobol(8));
    GoalSolution alone = line.solve(MEAN, 70, one);
    assertEquals(0.5, alone.value().orElseThrow(), 1e-3);
    assertEquals(Double.NaN, alone.standardError());
    assertHolds(alone.toString(), "MC s.e. unknown");
    GoalSolution stated = line.solve(MEAN, 70, several);
    assertTrue(stated.standardError() > 0 && stated.standardError() < 1e-3);
  }

  @Test
  @DisplayName("may be given the baseline itself where nothing is done")
  void baselineMayStandIn() {
    Scenario baseline = Formulas.of("baseline", NORMAL, luck -> luck);
    GoalSeek lever =
        GoalSeek.between(
            0, 10, x -> x == 0 ? baseline : Formulas.of("lever", NORMAL, luck -> luck - x));
    GoalSolution found = lever.named("size of the lever").solve(MEAN, 45, SETTINGS);
    assertEquals(lucks.mean() - 45, found.value().orElseThrow(), 1e-8);
    assertHolds(found.toString(), "size of the lever, for the mean");
  }

  @Test
  @DisplayName("no statistic of one.s own, worked out from several variables")
  void ownStatistics() {
    Statistic ratio =
        Statistic.by(
            "y over cost",
            (run, scenario) -> {
              Draws cost = run.outcome(scenario.name(), COST).in(YEAR);
              return run.outcome(scenario.name(), Y).in(YEAR).combine(cost, (y, c) -> y / c);
            },
            Y,
            COST);
    GoalSeek seek =
        GoalSeek.between(1, 9, x -> Formulas.of("s", NORMAL, luck -> luck * x, luck -> 2 * luck));
    assertEquals(4, seek.solve(ratio, 2, SETTINGS).value().orElseThrow(), 1e-7);
  }
}
