package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.fundinggap.evidence.Cited;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shocks and means of short series")
class ShrinkageTest {
  private static final YearlySeries SERIES =
      YearlySeries.of(List.of(Cited.of(1, "a"), Cited.of(3, "b"), Cited.of(2, "c")));

  private static Estimate persistence(double mean) {
    return new Estimate(mean, 0.1, 9, 0.5, Set.of("persistence"));
  }

  private static double[] shocks(double persistence) {
    return Shrinkage.shocks(SERIES, persistence(persistence)).values();
  }

  private static void assertShocks(double persistence, double first, double second) {
    double[] shocks = shocks(persistence);
    assertEquals(2, shocks.length);
    assertEquals(first, shocks[0], 1e-15);
    assertEquals(second, shocks[1], 1e-15);
  }

  @Test
  @DisplayName("shocks are by hand: 3 less half of 1, and 2 less half of 3")
  void shocksAreByHand() {
    assertShocks(0.5, 2.5, 0.5);
    assertShocks(-0.5, 3.5, 3.5);
  }

  @Test
  @DisplayName("shocks are the years themselves without persistence, the changes with all of it")
  void limitsOfPersistence() {
    assertShocks(0, 3, 2);
    assertShocks(1, 2, -1);
  }

  @Test
  @DisplayName("shocks name their series and what persists")
  void shocksCite() {
    assertEquals(
        Set.of("a", "b", "c", "persistence"), Shrinkage.shocks(SERIES, persistence(0.5)).ids());
  }

  @Test
  @DisplayName("shocks put back make the series")
  void shocksMakeTheSeries() {
    double[] shocks = shocks(0.7);
    double level = SERIES.at(0);
    for (int i = 0; i < shocks.length; i++) {
      level = 0.7 * level + shocks[i];
      assertEquals(SERIES.at(i + 1), level, 1e-15);
    }
  }

  @Test
  @DisplayName("shocks need two years")
  void oneYearIsRefused() {
    assertEquals(
        "years must be at least 2, was 1; a shock needs the year before",
        Refused.message(() -> Shrinkage.shocks(YearlySeries.of(4), persistence(0.5))));
  }

  @Test
  @DisplayName("a mean about which nothing is believed is the data's, less sure where they persist")
  void plainMeanIsTheData() {
    YearlySeries series = YearlySeries.of(List.of(Cited.of(1, "a"), Cited.of(8, "b")));
    Estimate spread = new Estimate(2, 0.3, 2, 1, Set.of("spread"));
    Estimate persistence = new Estimate(0.2, 0.1, 9, 0.5, Set.of("persistence"));
    Estimate mean = Shrinkage.plainMean(series, spread, persistence);
    // The error: 2 times the root of 1.2 / 0.8 over 2. A belief of 8 with a spread of 2,000.
    double error = Math.sqrt(3);
    double weight = 4e6 / (4e6 + 3);
    assertEquals(weight * 4.5 + (1 - weight) * 8, mean.mean(), 1e-14);
    assertEquals(Math.sqrt(weight) * error, mean.standardError(), 1e-14);
    assertEquals(weight, mean.weightOfData(), 1e-15);
    assertEquals(Set.of("a", "b", "spread", "persistence"), mean.ids());
  }

  @Test
  @DisplayName("a plain mean of one number is that number")
  void plainMeanOfOne() {
    Estimate spread = new Estimate(2, 0.3, 1, 1);
    Estimate mean = Shrinkage.plainMean(YearlySeries.of(7), spread, persistence(0.5));
    assertEquals(7, mean.mean(), 1e-14);
    assertEquals(2, mean.standardError(), 1e-5);
  }

  @Test
  @DisplayName("a plain mean without persistence is that of neighbours who are not alike")
  void plainMeansAgree() {
    SpreadBelief belief = new SpreadBelief(1.5, 4);
    Estimate spread = SERIES.spread(belief);
    assertEquals(
        Shrinkage.plainMean(SERIES, belief).mean(),
        Shrinkage.plainMean(SERIES, spread, persistence(0)).mean(),
        1e-15);
  }
}
