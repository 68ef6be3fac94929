package org.fundinggap.demand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.fundinggap.Seeded;

@Seeded
class StockFlowProperties {
  private static final double MOST = 1e6;

  /** Opening, entrants and hazard in; closing and average out. */
  private static double[] year(double opening, double entrants, double hazard) {
    double[] closing = new double[1];
    double[] average = new double[1];
    StockFlow.year(
        new double[] {opening},
        new double[] {entrants},
        new double[] {hazard},
        closing,
        average,
        1);
    return new double[] {closing[0], average[0]};
  }

  @Property
  void lengthOfStepDoesNotMatter_whenEntrantsAndHazardAreConstant(
      @ForAll @DoubleRange(max = MOST) double opening,
      @ForAll @DoubleRange(max = MOST) double entrants,
      @ForAll @DoubleRange(max = 4) @Scale(7) double hazard,
      @ForAll @IntRange(min = 2, max = 52) int steps) {
    double stock = opening;
    double average = 0;
    for (int i = 0; i < steps; i++) {
      double[] step = year(stock, entrants / steps, hazard / steps);
      stock = step[0];
      average += step[1] / steps;
    }
    double[] whole = year(opening, entrants, hazard);
    double size = opening + entrants;
    assertEquals(whole[0], stock, 1e-12 * size);
    // A stock's average is found from its change over the hazard, which loses digits with both.
    assertEquals(whole[1], average, 1e-10 * size);
  }

  @Property
  void everyChildIsSomewhere(
      @ForAll @DoubleRange(max = MOST) double opening,
      @ForAll @DoubleRange(max = MOST) double entrants,
      @ForAll @DoubleRange(max = 4) @Scale(7) double hazard) {
    double[] year = year(opening, entrants, hazard);
    double left = hazard * year[1];
    assertEquals(opening + entrants - left, year[0], 1e-11 * (opening + entrants));
  }

  @Property
  void stocksAreBetweenNobodyAndEverybody(
      @ForAll @DoubleRange(max = MOST) double opening,
      @ForAll @DoubleRange(max = MOST) double entrants,
      @ForAll @DoubleRange(max = 4) @Scale(7) double hazard) {
    double most = (opening + entrants) * (1 + 1e-12);
    for (double stock : year(opening, entrants, hazard)) {
      assertTrue(stock >= 0 && stock <= most, () -> "stock " + stock + " of " + most);
    }
  }

  @Property
  void stockFallsWithTheHazard(
      @ForAll @DoubleRange(min = 1, max = MOST) double opening,
      @ForAll @DoubleRange(min = 1, max = MOST) double entrants,
      @ForAll @DoubleRange(max = 4) @Scale(7) double hazard,
      @ForAll @DoubleRange(min = 1e-3, max = 1) @Scale(3) double more) {
    double[] before = year(opening, entrants, hazard);
    double[] after = year(opening, entrants, hazard + more);
    assertTrue(after[0] < before[0]);
    assertTrue(after[1] < before[1]);
  }

  @Property
  void bitsOfADrawDoNotDependOnItsNeighbours(
      @ForAll @DoubleRange(max = MOST) double opening,
      @ForAll @DoubleRange(max = MOST) double entrants,
      @ForAll @DoubleRange(max = 4) @Scale(7) double hazard,
      @ForAll @DoubleRange(max = 30) double other) {
    double[] closing = new double[3];
    double[] average = new double[3];
    StockFlow.year(
        new double[] {other, opening, 1},
        new double[] {1, entrants, other},
        new double[] {other, hazard, 0},
        closing,
        average,
        3);
    assertArrayEquals(year(opening, entrants, hazard), new double[] {closing[1], average[1]});
    assertEquals(closing[1], StockFlow.closing(opening, entrants, hazard));
  }
}
