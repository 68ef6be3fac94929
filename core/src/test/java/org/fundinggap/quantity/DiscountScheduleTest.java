package org.fundinggap.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("A discount schedule")
class DiscountScheduleTest {
  private final DiscountSchedule kinked = DiscountSchedule.of("kinked", Map.of(1, 0.035, 31, 0.03));

  /** 25% a year, whose factors 0.8, 0.64, 0.512 can be worked out in the head. */
  private final DiscountSchedule quarter = DiscountSchedule.of("quarter", Map.of(1, 0.25));

  @Test
  @DisplayName("does not discount the start and discounts each later year once more")
  void factorsByHand() {
    assertEquals(1, quarter.factor(0));
    assertEquals(0.8, quarter.factor(1), 1e-15);
    assertEquals(0.64, quarter.factor(2), 1e-15);
    assertEquals(0.512, quarter.factor(3), 1e-15);
    // 0.8 + 0.64 + 0.512
    assertEquals(1.952, quarter.annuity(3), 1e-15);
    // 10 - 5 x 0.8 + 25 x 0.64 + 0 + 125 x 0.4096
    assertEquals(73.2, quarter.presentValue(List.of(10.0, -5.0, 25.0, 0.0, 125.0)), 1e-13);
  }

  @Test
  @DisplayName("bends where its rate changes, from that year on")
  void kinkByHand() {
    // 1.035^2 = 1.071225, ^4 = 1.147523000625, ^5 = 1.187686305646875, ^10 = 1.410598760621122,
    // ^20 = 1.989788863465846, ^30 = 2.806793704702634; 1 / 2.806793704702634 = 0.3562784
    assertEquals(1 / 2.806793704702634, kinked.factor(30), 1e-15);
    assertEquals(0.35628, kinked.factor(30), 5e-6);
    // Year 31 is the first at 3%: 0.3562784 / 1.03 = 0.3459014
    assertEquals(1 / (2.806793704702634 * 1.03), kinked.factor(31), 1e-15);
    assertEquals(0.34590, kinked.factor(31), 5e-6);
    assertEquals(0.035, kinked.rate(1));
    assertEquals(0.035, kinked.rate(30));
    assertEquals(0.03, kinked.rate(31));
    assertEquals(0.03, kinked.rate(10_000));
    // (1 - 1 / 1.410598760621122) / 0.035 = 8.316605323
    assertEquals((1 - 1 / 1.410598760621122) / 0.035, kinked.annuity(10), 1e-13);
    assertEquals(8.31661, kinked.annuity(10), 5e-6);
  }

  @Test
  @DisplayName("takes a rate from year 0 as one from year 1")
  void yearZeroIsTheStart() {
    DiscountSchedule fromNought = DiscountSchedule.of("nought", Map.of(0, 0.25));
    assertEquals(quarter.factor(7), fromNought.factor(7));
    assertEquals(1, fromNought.factor(0));
  }

  @Test
  @DisplayName("knows its name, its rates and its evidence, and prints them")
  void parts() {
    DiscountSchedule cited = kinked.withEvidence(List.of("rate-a", "rate-b"));
    assertEquals(List.of(), kinked.evidence());
    assertEquals(List.of("rate-a", "rate-b"), cited.evidence());
    assertEquals(Map.of(1, 0.035, 31, 0.03), cited.rates());
    assertEquals("kinked: 3.5% to year 30, then 3%", cited.toString());
    assertEquals(
        "x: 10% to year 9, then 0%", DiscountSchedule.of("x", Map.of(1, 0.1, 10, 0.0)).toString());
    assertEquals("quarter: 25%", quarter.toString());
  }

  @Test
  @DisplayName("cannot be changed through what it was made of or what it returns")
  void isImmutable() {
    TreeMap<Integer, Double> rates = new TreeMap<>(Map.of(1, 0.25));
    DiscountSchedule schedule = DiscountSchedule.of("mine", rates);
    rates.put(1, 0.5);
    assertEquals(0.8, schedule.factor(1), 1e-15);
    assertThrows(RuntimeException.class, () -> schedule.rates().put(2, 0.1));
    assertEquals(quarter.factor(2), schedule.factor(2));
  }

  @Test
  @DisplayName("refuses rates that are missing, start late or are no rates, all at once")
  void badRates() {
    assertHolds(refused(() -> DiscountSchedule.of("none", Map.of())), "none", "at least one");
    assertHolds(
        refused(() -> DiscountSchedule.of("late", Map.of(2, 0.03))), "year 0 or 1", "year 2");
    assertHolds(refused(() -> DiscountSchedule.of("early", Map.of(-1, 0.03))), "year -1");
    assertHolds(refused(() -> DiscountSchedule.of(" ", Map.of(1, 0.03))), "name", "blank");
    String all =
        refused(
            () ->
                DiscountSchedule.of(
                    "bad", Map.of(3, 3.5, 4, Double.NaN, 5, Double.NEGATIVE_INFINITY, 6, -0.2)));
    assertHolds(
        all, "5 problems", "year 3", "was 3.5", "0.035 for 3.5%", "NaN", "Infinity", "-0.2");
  }

  @Test
  @DisplayName("refuses years and flows that are none")
  void badYears() {
    assertHolds(refused(() -> kinked.rate(0)), "year", "was 0", "not discounted");
    assertHolds(refused(() -> kinked.factor(-1)), "year", "was -1");
    assertHolds(refused(() -> kinked.factor(10_001)), "10001");
    assertHolds(refused(() -> kinked.annuity(0)), "last", "was 0");
    assertHolds(
        refused(() -> kinked.presentValue(List.of(1.0, Double.NaN))), "flow of year 1", "NaN");
    assertHolds(
        refused(() -> kinked.presentValue(List.of(Double.POSITIVE_INFINITY))), "flow of year 0");
    assertEquals(0, kinked.presentValue(List.of()));
  }

  private static String refused(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void assertHolds(String text, String... words) {
    for (String word : words) {
      assertTrue(text.contains(word), () -> "\"" + text + "\" must hold \"" + word + "\"");
    }
  }
}
