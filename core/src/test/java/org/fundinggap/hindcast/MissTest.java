package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A miss of spending")
class MissTest {
  private static final EvidenceBase EVIDENCE = PastCase.EVIDENCE;
  private static final FinancialYear LAST = PastCase.LAST;
  private static final PastRun RUN = PastCase.run();

  private final List<Miss> misses = MissSplit.all(EVIDENCE, RUN, LAST);

  private Miss last(String label) {
    return misses.stream()
        .filter(miss -> miss.label().equals(label) && miss.window().target().equals(LAST))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("is the sum of its parts, for every line and year")
  void partsAddUp() {
    assertFalse(misses.isEmpty());
    for (Miss miss : misses) {
      double sum = miss.parts().values().stream().mapToDouble(Double::doubleValue).sum();
      assertEquals(miss.all(), sum, 1e-12, miss::toString);
    }
  }

  @Test
  @DisplayName("is nil in every draw once all that came is swapped in")
  void swappingEverythingGivesWhatWasSpent() {
    double spent = Log.log(EVIDENCE.series("spend-gross").at(LAST));
    List<SpendingBlock> blocks = SpendingBlock.gross();
    List<SpendingBlock.Outturn> came =
        blocks.stream().map(block -> block.outturn(EVIDENCE, LAST).orElseThrow()).toList();
    double[][] logs = MissSplit.swapped(blocks, came, 1.2, RUN, LAST);
    for (double log : logs[logs.length - 1]) {
      assertEquals(spent, log, 1e-4);
    }
  }

  @Test
  @DisplayName("of one line is that of prices, of children and of the rest, each by itself")
  void partsOfOneLineAreRatios() {
    Miss miss = last("social work and safeguarding");
    var came = Deflators.latest(EVIDENCE);
    double prices = came.index(LAST) / came.index(RUN.base());
    SpendingBlock block = SpendingBlock.of(org.fundinggap.cost.CostLine.SAFEGUARDING);
    double children = block.outturn(EVIDENCE, LAST).orElseThrow().volume();
    assertEquals(
        mean(RUN.said().prices(LAST).map(drawn -> Log.log(prices / drawn))),
        miss.part(Part.INFLATION),
        1e-12);
    assertEquals(
        mean(RUN.said().draws(block.stock(), LAST).map(drawn -> Log.log(children / drawn))),
        miss.part(Part.VOLUME),
        1e-12);
  }

  private static double mean(Draws draws) {
    return draws.mean();
  }

  @Test
  @DisplayName("shrinks when what came is known")
  void knowingMoreScoresBetter() {
    Miss gross = last("gross total");
    double stands = gross.knowing().crps();
    assertTrue(gross.knowing(Part.INFLATION).crps() < stands);
    assertTrue(gross.knowing(Part.INFLATION, Part.VOLUME).crps() < stands);
    assertThrows(IllegalArgumentException.class, () -> gross.knowing(Part.values()));
  }

  @Test
  @DisplayName("is split for each line that has an outturn, in every year up to the last")
  void linesAndYears() {
    List<String> expected = new ArrayList<>();
    for (FinancialYear year : PastCase.years()) {
      // Since 2015-16 spending on the two lines is held for 2024-25 alone.
      boolean bothAreHeld = EVIDENCE.series("spend-fostering-gross").has(year);
      if (bothAreHeld) {
        expected.add("children's homes " + year);
        expected.add("fostering " + year);
      }
      expected.add("all looked-after care " + year);
      expected.add("social work and safeguarding " + year);
      expected.add("gross total " + year);
    }
    assertEquals(
        expected,
        misses.stream().map(each -> each.label() + " " + each.window().target()).toList());
    assertTrue(misses.stream().allMatch(each -> each.window().origin().equals(PastCase.ORIGIN)));
    assertEquals(List.of(), MissSplit.all(EVIDENCE, RUN, RUN.base()));
  }

  /** The mean logarithm with some parts as they came, over all orders in which they may come. */
  @Test
  @DisplayName("is shared out by what each part adds, on average over the orders of all")
  void partsAreAveragesOverOrders() {
    List<SpendingBlock> blocks = SpendingBlock.gross();
    List<SpendingBlock.Outturn> came =
        blocks.stream().map(block -> block.outturn(EVIDENCE, LAST).orElseThrow()).toList();
    var deflator = Deflators.latest(EVIDENCE);
    double prices = deflator.index(LAST) / deflator.index(RUN.base());
    double[][] logs = MissSplit.swapped(blocks, came, prices, RUN, LAST);
    double[] means = Arrays.stream(logs).mapToDouble(MissTest::mean).toArray();
    Miss gross = last("gross total");
    List<Part> parts = List.of(Part.INFLATION, Part.VOLUME, Part.REAL_COST);
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    double[] added = new double[parts.size()];
    for (int[] order : orders) {
      int set = 0;
      for (int part : order) {
        added[part] += (means[set | 1 << part] - means[set]) / orders.length;
        set |= 1 << part;
      }
    }
    for (Part part : parts) {
      assertEquals(added[parts.indexOf(part)], gross.part(part), 1e-12, part.toString());
    }
    double spent = Log.log(EVIDENCE.series("spend-gross").at(LAST));
    assertEquals(spent - means[0], gross.all(), 1e-4);
    assertEquals(7, gross.swapped().size(), "all but what leaves nothing to score");
    double outcome = gross.knowing().outcome();
    assertEquals(Score.of(SampledForecast.of(logs[0]), outcome), gross.knowing());
    assertEquals(
        Score.of(SampledForecast.of(logs[6]), outcome), gross.knowing(Part.VOLUME, Part.REAL_COST));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** One block by hand: what was drawn, times what came over what was drawn of each part. */
  @Test
  @DisplayName("has totals with prices, children and the cost of a child swapped one by one")
  void swapsByHand() {
    SpendingBlock block = SpendingBlock.of(org.fundinggap.cost.CostLine.SAFEGUARDING);
    SpendingBlock.Outturn came = new SpendingBlock.Outturn(5000, 400_000);
    double[][] logs = MissSplit.swapped(List.of(block), List.of(came), 1.2, RUN, LAST);
    double spent = RUN.said().draws(block.money(), LAST).values()[3];
    double stock = RUN.said().draws(block.stock(), LAST).values()[3];
    double price = 1.2 / RUN.said().prices(LAST).values()[3];
    double volume = 400_000 / stock;
    double cost = 5000 / spent / price / volume;
    for (int set = 0; set < 8; set++) {
      double expected = spent;
      expected *= (set & 1) == 0 ? 1 : price;
      expected *= (set & 2) == 0 ? 1 : volume;
      expected *= (set & 4) == 0 ? 1 : cost;
      assertEquals(StrictMath.log(expected), logs[set][3], 1e-12, "set " + set);
    }
  }
}
