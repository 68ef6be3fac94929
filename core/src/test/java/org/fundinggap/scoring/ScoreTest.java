package org.fundinggap.scoring;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A score")
class ScoreTest {
  /** 0 to 20: bands from 5 to 15, 2 to 18, 1 to 19. */
  private static final SampledForecast EVEN =
      SampledForecast.of(IntStream.rangeClosed(0, 20).asDoubleStream().toArray());

  @ParameterizedTest
  @CsvSource({
    "10, 3", "5, 3", "15, 3", "4.9, 2", "15.1, 2", "2, 2", "18, 2", "1.9, 1", "1, 1", "19, 1",
    "0.9, 0", "19.1, 0", "-5, 0"
  })
  @DisplayName("tells which bands hold the outcome, their ends included")
  void bandsHoldTheirEnds(double outcome, int bands) {
    Score score = Score.of(EVEN, outcome);
    Band[] all = Band.values();
    for (int i = 0; i < all.length; i++) {
      assertEquals(i >= all.length - bands, score.within(all[i]), all[i] + " at " + outcome);
    }
  }

  @Test
  @DisplayName("has an error above zero if the forecast was too low")
  void errorIsOutcomeLessMedian() {
    assertEquals(3, Score.of(EVEN, 13).error());
    assertEquals(-4.5, Score.of(EVEN, 5.5).error());
    assertEquals(13, Score.of(EVEN, 13).outcome());
    assertEquals(EVEN.crps(13), Score.of(EVEN, 13).crps());
    assertEquals(EVEN.pit(13), Score.of(EVEN, 13).pit());
    assertEquals((13 + 0.5) / 21, Score.of(EVEN, 13).pit(), 1e-15);
  }

  @Test
  @DisplayName("knows 50, 80 and 90%, to the bit")
  void bandsAreRound() {
    assertEquals(0.5, Band.HALF.share());
    assertEquals(0.8, Band.FOUR_FIFTHS.share());
    assertEquals(0.9, Band.NINE_TENTHS.share());
    assertEquals(0.9, 1 - Band.FOUR_FIFTHS.tail());
    assertEquals(0.95, 1 - Band.NINE_TENTHS.tail());
    assertEquals("[50%, 80%, 90%]", EnumSet.allOf(Band.class).toString());
  }

  @Test
  @DisplayName("of the largest numbers is finite")
  void largestNumbersAreScored() {
    Score score = Score.of(NormalForecast.of(1e100, 1e100), -1e100);
    assertEquals(-2e100, score.error(), 1e85);
    assertEquals(1e100 - -1e100, Score.of(SampledForecast.of(-1e100), 1e100).crps(), 1e85);
  }

  @Test
  @DisplayName("prints its figures")
  void printsItsFigures() {
    // CRPS: 1, 4, ... 17 * 17 and 1, 4, 9 in all, over 21 * 21: 1799 / 441.
    assertEquals(
        "error 7, CRPS 4.079, interval score 3, PIT 0.833, in [80%, 90%]",
        Score.of(EVEN, 17).toString());
    assertEquals(
        "error -3, CRPS 3, interval score 3, PIT 0.000, in no band",
        Score.of(SampledForecast.of(3), 0).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -1.1e101})
  @DisplayName("refuses numbers that no forecast can have")
  void badNumbersAreRefused(double bad) {
    Set<Band> none = Set.of();
    String value = "was " + bad;
    assertHolds(refusal(() -> Score.of(EVEN, bad)), "outcome must be in", value, "finite");
    assertHolds(refusal(() -> new Score(bad, 0, 0, 0, 0, none)), "outcome must be in", value);
    assertHolds(refusal(() -> new Score(0, bad, 0, 0, 0, none)), "error must be", value, "let");
    assertHolds(refusal(() -> new Score(0, 0, bad, 0, 0, none)), "crps must be", value, "let");
    assertHolds(refusal(() -> new Score(0, 0, 0, bad, 0, none)), "intervalScore must", value);
    assertHolds(refusal(() -> new Score(0, 0, 0, 0, bad, none)), "pit must be", value, "let");
  }

  @Test
  @DisplayName("refuses to be in a band and not in a wider one")
  void bandsMustBeNested() {
    assertHolds(
        refusal(() -> new Score(0, 0, 0, 0, 0.5, Set.of(Band.HALF, Band.NINE_TENTHS))),
        "every band wider than 50%",
        "was [50%, 90%]",
        "Score.of");
  }

  @Test
  @DisplayName("keeps its bands, whatever becomes of the set it was made from")
  void bandsAreCopied() {
    EnumSet<Band> bands = EnumSet.of(Band.NINE_TENTHS);
    Score score = new Score(0, 0, 0, 0, 0.9, bands);
    bands.clear();
    assertEquals(Set.of(Band.NINE_TENTHS), score.holding());
    assertThrows(RuntimeException.class, () -> score.holding().clear());
  }

  @Test
  @DisplayName("has intervals that know what they hold")
  void intervalsHoldTheirEnds() {
    Interval interval = new Interval(-1, 2);
    assertEquals(3, interval.width());
    assertEquals("[-1, 2]", interval.toString());
    double[] inside = {-1, 0, 2};
    double[] outside = {Math.nextDown(-1.0), Math.nextUp(2.0), Double.NaN};
    for (int i = 0; i < inside.length; i++) {
      assertEquals(true, interval.contains(inside[i]));
      assertEquals(false, interval.contains(outside[i]));
    }
    assertHolds(refusal(() -> new Interval(2, 1)), "upper must be at least lower 2.0, was 1.0");
    assertHolds(refusal(() -> new Interval(Double.NaN, 1)), "lower must be finite, was NaN");
    double infinite = Double.POSITIVE_INFINITY;
    assertHolds(refusal(() -> new Interval(0, infinite)), "upper must be finite, was Infinity");
  }
}
