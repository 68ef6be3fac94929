package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A miss of spending")
class MissTest {
  private static final EvidenceBase EVIDENCE = EvidenceBase.load();
  private static final FinancialYear LAST = FinancialYear.parse("2024-25");
  private static final PastRun RUN = run();
  private static final List<Miss> MISSES = MissSplit.all(EVIDENCE, RUN, LAST);

  private static PastRun run() {
    ForecastOrigin origin = ForecastOrigin.of(FinancialYear.parse("2018-19"));
    return Hindcast.of(EVIDENCE).past(origin, Settings.of(1, 512));
  }

  private static Miss last(String label) {
    return MISSES.stream()
        .filter(miss -> miss.label().equals(label) && miss.window().target().equals(LAST))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("is the sum of its parts, for every line and year")
  void partsAddUp() {
    assertFalse(MISSES.isEmpty());
    for (Miss miss : MISSES) {
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
}
