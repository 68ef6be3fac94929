package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A summary of scores")
class ScoreSummaryTest {
  private static final Set<Band> ALL = Set.of(Band.values());
  private static final Set<Band> WIDEST = Set.of(Band.NINE_TENTHS);

  private static final ScoreSummary FOUR =
      ScoreSummary.of(
          List.of(
              new Score(10, 1, 0.5, 0.75, 0.55, ALL),
              new Score(20, -2, 1.5, 1.25, 0.05, WIDEST),
              new Score(30, 4, 3, 3.5, 1, Set.of()),
              new Score(40, 0, 0, 0, 0.5, ALL)));

  @Test
  @DisplayName("has means of errors, scores and places, each case alike")
  void meansAreOfAllCases() {
    assertEquals(4, FOUR.size());
    assertEquals(0.75, FOUR.bias());
    assertEquals(1.25, FOUR.crps());
    assertEquals(1.375, FOUR.intervalScore());
    assertEquals(0.525, FOUR.pit(), 1e-16);
  }

  @Test
  @DisplayName("counts how often each band held")
  void bandsAreCounted() {
    assertEquals(new Coverage(2, 4), FOUR.coverage(Band.HALF));
    assertEquals(new Coverage(2, 4), FOUR.coverage(Band.FOUR_FIFTHS));
    assertEquals(new Coverage(3, 4), FOUR.coverage(Band.NINE_TENTHS));
  }

  @Test
  @DisplayName("counts outcomes by their place, the last place included")
  void placesAreCounted() {
    assertArrayEquals(new int[] {1, 0, 2, 1}, FOUR.pitHistogram(4));
    assertArrayEquals(new int[] {1, 0, 0, 0, 0, 2, 0, 0, 0, 1}, FOUR.pitHistogram(10));
    assertArrayEquals(new int[] {4}, FOUR.pitHistogram(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  @DisplayName("refuses to cut into no parts or too many")
  void badBinsAreRefused(int bins) {
    assertHolds(refusal(() -> FOUR.pitHistogram(bins)), "bins must be in [1, 1000], was " + bins);
  }

  @Test
  @DisplayName("has the same means to the bit in any order")
  void orderDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(4);
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      NormalForecast forecast = NormalForecast.of(random.nextDouble(), random.nextDouble(0.1, 9));
      scores.add(Score.of(forecast, random.nextDouble(-9, 9)));
    }
    ScoreSummary summary = ScoreSummary.of(scores);
    Collections.shuffle(scores, new Random(1));
    ScoreSummary shuffled = ScoreSummary.of(scores);
    assertEquals(summary.bias(), shuffled.bias());
    assertEquals(summary.crps(), shuffled.crps());
    assertEquals(summary.intervalScore(), shuffled.intervalScore());
    assertEquals(summary.pit(), shuffled.pit());
  }

  @Test
  @DisplayName("keeps its scores, whatever becomes of the list it was made from")
  void scoresAreCopied() {
    List<Score> scores = new ArrayList<>(FOUR.scores());
    ScoreSummary summary = new ScoreSummary(scores);
    scores.clear();
    assertEquals(FOUR, summary);
    List<Score> kept = summary.scores();
    assertThrows(RuntimeException.class, () -> kept.remove(0));
  }

  @Test
  @DisplayName("refuses to be of nothing")
  void nothingIsRefused() {
    assertHolds(
        refusal(() -> ScoreSummary.of(List.of())), "number of scores must be at least 1, was 0");
  }

  @Test
  @DisplayName("prints its figures")
  void printsItsFigures() {
    assertEquals(
        "4 scores: bias 0.75, CRPS 1.25, interval score 1.375, PIT 0.525, 50% band held 2 of 4,"
            + " 50.0%, 80% band held 2 of 4, 50.0%, 90% band held 3 of 4, 75.0%",
        FOUR.toString());
  }
}
