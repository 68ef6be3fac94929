package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Skill")
class SkillTest {
  private static final ScoreSummary TWO_OFF = pointsAt(12, 1, 2);

  /** Scores of one point forecast: its absolute errors. */
  private static ScoreSummary pointsAt(double forecast, double... outcomes) {
    SampledForecast point = SampledForecast.of(forecast);
    return ScoreSummary.of(Arrays.stream(outcomes).mapToObj(y -> Score.of(point, y)).toList());
  }

  @Test
  @DisplayName("is one less the ratio of mean scores")
  void skillIsOneLessTheRatio() {
    // Errors 3 and 2 against 11 and 10.
    Skill skill = Skill.of(pointsAt(4, 1, 2), TWO_OFF);
    assertEquals(2.5, skill.crps());
    assertEquals(10.5, skill.benchmark());
    assertEquals(1 - 2.5 / 10.5, skill.value());
    assertEquals("skill 0.762 over 2 cases", skill.toString());
  }

  @Test
  @DisplayName("is zero against oneself, one if never wrong, below zero if worse")
  void skillHasItsSigns() {
    assertEquals(0, Skill.of(TWO_OFF, TWO_OFF).value());
    assertEquals(1, Skill.of(pointsAt(1, 1), pointsAt(3, 1)).value());
    assertEquals(-1, Skill.of(pointsAt(5, 1), pointsAt(3, 1)).value());
  }

  @Test
  @DisplayName("refuses a benchmark of other cases, by their number or an outcome")
  void otherCasesAreRefused() {
    assertHolds(
        refusal(() -> Skill.of(TWO_OFF, pointsAt(12, 1))),
        "number of benchmark scores must be 2, was 1",
        "same cases");
    assertHolds(
        refusal(() -> Skill.of(TWO_OFF, pointsAt(12, 1, 3))),
        "benchmark outcome [1] must be 2.0, was 3.0",
        "same order");
  }

  @Test
  @DisplayName("refuses a benchmark that was never wrong")
  void perfectBenchmarkIsRefused() {
    assertHolds(
        refusal(() -> Skill.of(TWO_OFF, ScoreSummary.of(pointsExactlyAt(1, 2).scores()))),
        "benchmark must be in",
        "was 0.0",
        "sometimes wrong");
  }

  private static ScoreSummary pointsExactlyAt(double... outcomes) {
    return ScoreSummary.of(
        Arrays.stream(outcomes).mapToObj(y -> Score.of(SampledForecast.of(y), y)).toList());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  @DisplayName("refuses numbers that no mean score can be")
  void badNumbersAreRefused(double bad) {
    String value = "was " + bad;
    assertHolds(refusal(() -> new Skill(bad, 1, 1)), "crps must be in", value, "mean");
    assertHolds(refusal(() -> new Skill(1, bad, 1)), "benchmark must be in", value, "wrong");
    assertHolds(refusal(() -> new Skill(1, 1, 0)), "cases must be at least 1, was 0");
  }
}
