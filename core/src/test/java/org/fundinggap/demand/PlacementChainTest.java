package org.fundinggap.demand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stocks and flows of 2022-23 by placement, in the order of {@link Placement}. */
@DisplayName("The placement chain on the published flows of 2022-23")
class PlacementChainTest {
  private static final int FOSTER = 0;
  private static final int HOMES = 1;
  private static final double[] OPENING = {57_170, 7_610, 7_470, 2_350, 5_710, 1_770};
  private static final double[] ENTRIES = {18_760, 1_260, 7_170, 0, 2_450, 3_450};
  private static final double[] EXITS = {13_060, 1_120, 9_050, 2_940, 4_320, 1_360};
  private static final double[] MOVES_OUT = {45_650, 5_850, 6_990, 180, 3_900, 5_990};
  private static final double[] MOVES_IN = {39_390, 6_120, 10_020, 3_000, 5_890, 4_570};
  private static final double[] CLOSING = {56_610, 8_020, 8_620, 2_230, 5_830, 2_440};

  private static double[] rates(double[] flows) {
    double[] rates = new double[flows.length];
    for (int i = 0; i < flows.length; i++) {
      rates[i] = flows[i] / ((OPENING[i] + CLOSING[i]) / 2);
    }
    return rates;
  }

  @Test
  @DisplayName("comes close to the published stocks at the end of the year, from margins alone")
  void chainLeadsToPublishedStocks() {
    double[] found =
        Placements.oneYear(OPENING, ENTRIES, rates(EXITS), rates(MOVES_OUT), MOVES_IN)[0];
    double[] within = new double[CLOSING.length];
    Arrays.setAll(within, i -> Math.abs(found[i] / CLOSING[i] - 1));
    // Flows and stocks of foster and homes agree within 1%, of the small states within 7%.
    assertEquals(0, within[FOSTER], 0.01);
    assertEquals(0, within[HOMES], 0.02);
    assertEquals(0, Arrays.stream(within).max().orElseThrow(), 0.07);
    assertEquals(83_750, Arrays.stream(found).sum(), 1_000);
  }

  @Test
  void nobodyMovesBetweenPlacements_whenThereAreNoMoves() {
    double[] exit = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    double[] found = Placements.oneYear(OPENING, ENTRIES, exit, new double[6], MOVES_IN)[0];
    double[] expected = new double[6];
    Arrays.setAll(expected, i -> StockFlow.closing(OPENING[i], ENTRIES[i], exit[i]));
    assertArrayEquals(expected, found, 1e-8);
  }

  @Test
  void totalFollowsOneHazard_whenEveryPlacementHasTheSame() {
    double[] exit = new double[6];
    Arrays.fill(exit, 0.38);
    double[] found = Placements.oneYear(OPENING, ENTRIES, exit, rates(MOVES_OUT), MOVES_IN)[0];
    double opening = Arrays.stream(OPENING).sum();
    double entries = Arrays.stream(ENTRIES).sum();
    assertEquals(StockFlow.closing(opening, entries, 0.38), Arrays.stream(found).sum(), 1e-7);
  }
}
