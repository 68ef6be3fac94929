package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fundinggap.evidence.Cited;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Growth that returns to a mean")
class ReturningGrowthTest {
  private static ReturningGrowth growth(double last, double mean, double persistence) {
    return new ReturningGrowth(
        Cited.of(last, "last"), Cited.of(mean, "mean"), Cited.of(persistence, "persistence"));
  }

  @Test
  @DisplayName("is by hand: 6% now, 2% in the end, half the distance left each year")
  void growthIsByHand() {
    ReturningGrowth growth = growth(0.06, 0.02, 0.5);
    assertEquals(0, growth.over(0).value());
    assertEquals(0.04, growth.over(1).value(), 1e-16);
    // 4%, 3% and 2.5%.
    assertEquals(0.095, growth.over(3).value(), 1e-16);
    assertEquals(Set.of("last", "mean", "persistence"), growth.over(1).ids());
  }

  @Test
  @DisplayName("swings about the mean where persistence is negative: 0%, 3% and 1.5%")
  void growthSwings() {
    assertEquals(0.045, growth(0.06, 0.02, -0.5).over(3).value(), 1e-16);
  }

  @Test
  @DisplayName("is the mean at once without persistence, and the last year's for ever with all")
  void limitsOfPersistence() {
    assertEquals(0.06, growth(0.06, 0.02, 0).over(3).value(), 1e-16);
    assertEquals(0.18, growth(0.06, 0.02, 1).over(3).value(), 1e-16);
    assertEquals(-0.02, growth(0.06, 0.02, -1).over(1).value(), 1e-16);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -1.01, 1e9})
  @DisplayName("is refused with a persistence that would run away")
  void persistenceIsRefused(double persistence) {
    assertEquals(
        "persistence must be in [-1.0, 1.0], was "
            + persistence
            + "; give the share of a distance that is left",
        Refused.message(() -> growth(0.06, 0.02, persistence)));
  }

  @Test
  @DisplayName("is not of years gone by")
  void yearsAreRefused_whenNegative() {
    assertEquals(
        "years must be at least 0, was -1; growth is of years to come",
        Refused.message(() -> growth(0.06, 0.02, 0.5).over(-1)));
  }

  private static final Belief MEAN = new Belief(0.01, 0.02, Set.of("mean"));
  private static final Belief PERSISTENCE = new Belief(0.4, 0.3, Set.of("persistence"));
  private static final SpreadBelief SHOCKS = new SpreadBelief(0.03, 4, Set.of("shocks"));

  private static ReturningGrowth of(double... levels) {
    return ReturningGrowth.of(
        YearlySeries.of(
            Arrays.stream(levels).mapToObj(each -> Cited.of(each, "levels").log()).toList()),
        MEAN,
        PERSISTENCE,
        SHOCKS);
  }

  @Test
  @DisplayName("is estimated from levels as plain loops have it")
  void seriesIsEstimated() {
    for (double[] levels :
        List.of(
            new double[] {50, 52, 55, 57, 58, 60, 65, 69, 70, 70},
            new double[] {50, 54, 51, 56, 52, 58, 53},
            new double[] {9, 8, 7.5, 7.4, 7.5})) {
      ReturningGrowth growth = of(levels);
      PlainGrowth plain =
          PlainGrowth.of(
              levels, new double[] {0.01, 0.02}, new double[] {0.4, 0.3}, new double[] {0.03, 4});
      assertEquals(plain.last(), growth.last().value(), 1e-14);
      assertEquals(plain.mean(), growth.mean().value(), 1e-14);
      assertEquals(plain.persistence(), growth.persistence().value(), 1e-14);
      assertEquals(plain.over(7), growth.over(7).value(), 1e-13);
      assertEquals(Set.of("levels", "mean", "persistence", "shocks"), growth.over(1).ids());
    }
  }

  @Test
  @DisplayName("leans on beliefs where two years are known: one growth says nothing of the rest")
  void twoYearsAreEnough() {
    ReturningGrowth growth = of(100, 105);
    double last = StrictMath.log(1.05);
    // Shocks of 3% with persistence 0.4 make a series of this spread, one number's error.
    double spread = 0.03 / Math.sqrt(1 - 0.16);
    double weight = 0.0004 / (0.0004 + spread * spread);
    assertEquals(last, growth.last().value(), 1e-15);
    assertEquals(weight * last + (1 - weight) * 0.01, growth.mean().value(), 1e-15);
    assertEquals(0.4, growth.persistence().value());
  }

  @Test
  @DisplayName("needs two years")
  void oneYearIsRefused() {
    assertEquals(
        "years must be at least 2, was 1; a change needs two years",
        Refused.message(() -> of(100)));
  }
}
