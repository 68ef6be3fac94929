package org.fundinggap.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.fundinggap.evidence.Cited;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The size of numbers that count less with age")
class WeightedByAgeTest {
  private static final YearlySeries NUMBERS = YearlySeries.of(3, -4);

  @Test
  @DisplayName("is by hand: a year older counts half, so 9 and 16 make (9 / 2 + 16) / 1.5")
  void sizeIsByHand() {
    Estimate size = WeightedByAge.size(NUMBERS, Cited.of(1));
    assertEquals(Math.sqrt(20.5 / 1.5), size.mean(), 1e-15);
    // They count for 1.5^2 / (1 + 1 / 4) = 1.8 numbers.
    assertEquals(Math.sqrt(20.5 / 1.5 / 3.6), size.standardError(), 1e-15);
    assertEquals(2, size.years());
    assertEquals(1, size.weightOfData());
  }

  @Test
  @DisplayName("is the plain root mean square where ageing takes ages")
  void sizeIsPlain_whenNothingAges() {
    Estimate size = WeightedByAge.size(NUMBERS, Cited.of(1e9));
    assertEquals(Math.sqrt(12.5), size.mean(), 1e-8);
    assertEquals(Math.sqrt(12.5) / 2, size.standardError(), 1e-8);
  }

  @Test
  @DisplayName("is the last number's where all before count for nothing")
  void sizeIsTheLast_whenAgeingIsFast() {
    assertEquals(4, WeightedByAge.size(NUMBERS, Cited.of(1e-3)).mean(), 1e-12);
  }

  @Test
  @DisplayName("grows with the numbers, and names their evidence and the half-life's")
  void sizeScalesAndCites() {
    Cited halfLife = Cited.of(10, "half-life");
    YearlySeries cited = YearlySeries.of(List.of(Cited.of(6, "a"), Cited.of(-8, "b")));
    Estimate size = WeightedByAge.size(cited, halfLife);
    assertEquals(2 * WeightedByAge.size(NUMBERS, halfLife).mean(), size.mean(), 1e-14);
    assertEquals(Set.of("a", "b", "half-life"), size.ids());
  }

  @Test
  @DisplayName("needs a half-life above zero")
  void halfLifeIsRefused_whenNotPositive() {
    for (double halfLife : new double[] {0, -1}) {
      String message = Refused.message(() -> WeightedByAge.size(NUMBERS, Cited.of(halfLife)));
      assertTrue(message.startsWith("halfLife must be more than 0 years, was"), message);
    }
  }
}
