package org.fundinggap.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fundinggap.calibration.Deflators;
import org.fundinggap.demand.Children;
import org.fundinggap.draws.Draws;
import org.fundinggap.published.Published;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scoring.SampledForecast;
import org.fundinggap.scoring.Score;
import org.fundinggap.simulation.BridgeInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A case from 2018-19")
class CaseScorerTest {
  private static final double EXACT = 1e-12;
  private static final FinancialYear TARGET = PastCase.BASE.plus(3);
  private static final PastRun RUN = PastCase.run();

  private static ScoredCase scored(String quantity, Terms terms, FinancialYear year) {
    return CaseScorer.of(PastCase.EVIDENCE, RUN)
        .score(Published.named(quantity), terms, year)
        .orElseThrow();
  }

  private static double known(String quantity) {
    return Published.named(quantity).at(PastCase.KNOWN, PastCase.BASE).orElseThrow().value();
  }

  private static Score score(ScoredCase scored, Benchmark benchmark) {
    return scored.score(benchmark).orElseThrow();
  }

  private static double median(Score score) {
    return score.outcome() - score.error();
  }

  @Test
  @DisplayName("holds what was said and what came, scored on the logarithm")
  void volumeByHand() {
    ScoredCase scored = scored("looked-after", Terms.CASH, TARGET);
    double came = PastCase.published("looked-after", TARGET);
    Draws said =
        RUN.said()
            .projection()
            .outcome(Published.named("looked-after").variables().get(0))
            .in(TARGET);
    assertEquals(Published.named("looked-after"), scored.quantity());
    assertEquals(Terms.CASH, scored.terms());
    assertEquals(new Window(PastCase.ORIGIN, TARGET), scored.window());
    assertFalse(scored.acrossBreak());
    assertEquals(came, scored.outcome(), 1e-9 * came);
    assertEquals(
        new SaidRange(
            said.quantile(0.1),
            said.quantile(0.25),
            said.quantile(0.5),
            said.quantile(0.75),
            said.quantile(0.9)),
        scored.range());
    double[] logs = Arrays.stream(said.values()).map(StrictMath::log).toArray();
    assertEquals(SampledForecast.of(logs).crps(StrictMath.log(came)), scored.model().crps(), EXACT);
    assertEquals(StrictMath.log(came), scored.model().outcome(), EXACT);
  }

  @Test
  @DisplayName("of a volume has benchmarks that start from what was known and carry children on")
  void benchmarksOfAVolume() {
    ScoredCase scored = scored("looked-after", Terms.CASH, TARGET);
    assertEquals(Benchmark.values().length, scored.benchmarks().size());
    double last = StrictMath.log(known("looked-after"));
    assertEquals(last, median(score(scored, Benchmark.RANDOM_WALK)), EXACT);
    Draws children = RUN.said().projection().outcome(Children.CHILDREN).in(TARGET);
    double growth = StrictMath.log(children.quantile(0.5) / known("children"));
    assertEquals(last + growth, median(score(scored, Benchmark.SECTOR)), EXACT);
  }

  @Test
  @DisplayName("of money adds the middle of drawn prices in cash, and none in real terms")
  void benchmarksOfMoney() {
    ScoredCase cash = scored("spending-gross", Terms.CASH, TARGET);
    ScoredCase real = scored("spending-gross", Terms.REAL, TARGET);
    Draws children = RUN.said().projection().outcome(Children.CHILDREN).in(TARGET);
    double growth = StrictMath.log(children.quantile(0.5) / known("children"));
    double prices = StrictMath.log(RUN.said().prices(TARGET).quantile(0.5));
    double last = StrictMath.log(known("spending-gross"));
    assertEquals(last + growth + prices, median(score(cash, Benchmark.SECTOR)), EXACT);
    assertEquals(last + growth, median(score(real, Benchmark.SECTOR)), EXACT);
    // In real terms the past is in prices of the base year, as they were known then.
    Deflator then = Deflators.of(PastCase.KNOWN, PastCase.BASE);
    History past =
        History.of(
                Published.named("spending-gross"), PastCase.KNOWN, PastCase.BASE, Optional.of(then))
            .orElseThrow();
    double drift =
        past.changes(past.length() - 1).stream().mapToDouble(each -> each).average().orElseThrow();
    assertEquals(last + 3 * drift, median(score(real, Benchmark.DRIFT)), EXACT);
    assertTrue(median(score(cash, Benchmark.DRIFT)) > median(score(real, Benchmark.DRIFT)) + 0.02);
  }

  @Test
  @DisplayName("in real terms has both sides in prices of the base year, each by its own prices")
  void realTermsByHand() {
    ScoredCase real = scored("spending-gross", Terms.REAL, TARGET);
    Deflator came = Deflators.latest(PastCase.EVIDENCE);
    double prices = came.index(TARGET) / came.index(PastCase.BASE);
    double spent = PastCase.published("spending-gross", TARGET);
    assertEquals(spent / prices, real.outcome(), 1e-9 * spent);
    Draws cash = RUN.said().draws(Published.named("spending-gross"), TARGET);
    Draws deflated = cash.combine(RUN.said().prices(TARGET), (money, price) -> money / price);
    assertEquals(deflated.quantile(0.5), real.range().median());
    assertEquals(cash.quantile(0.5), scored("spending-gross", Terms.CASH, TARGET).range().median());
  }

  @Test
  @DisplayName("is empty where its base or its outcome was not published, or is nil")
  void nothingToScore() {
    CaseScorer scorer = CaseScorer.of(PastCase.EVIDENCE, RUN);
    Published homes = Published.named("spending-homes");
    assertFalse(scorer.hasBase(homes));
    assertEquals(Optional.empty(), scorer.score(homes, Terms.CASH, PastCase.LAST));
    Published lookedAfter = Published.named("looked-after");
    assertTrue(scorer.hasBase(lookedAfter));
    assertEquals(Optional.empty(), scorer.score(lookedAfter, Terms.CASH, PastCase.LAST.plus(1)));
  }

  @Test
  @DisplayName("knows whether a statistic changed what it counts on the way")
  void breaksOnTheWay() {
    // Supported accommodation breaks in 2019-20 and 2023-24, children in need in neither.
    assertTrue(
        scored("homes-supported-and-other", Terms.CASH, PastCase.BASE.plus(1)).acrossBreak());
    assertTrue(scored("homes-supported-and-other", Terms.CASH, PastCase.LAST).acrossBreak());
    for (FinancialYear year : PastCase.years()) {
      assertFalse(scored("children-in-need", Terms.CASH, year).acrossBreak(), year.toString());
    }
  }

  @Test
  @DisplayName("takes a draw that is nil or less for a millionth of the median")
  void logsOfNothing() {
    SampledForecast logs = CaseScorer.ofLogs(BridgeInputs.draws(-5, 0, 2, 4, 8));
    List<Double> expected =
        List.of(
            StrictMath.log(2e-6),
            StrictMath.log(2e-6),
            StrictMath.log(2),
            StrictMath.log(4),
            StrictMath.log(8));
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), logs.quantile(i == 0 ? 1e-9 : i / 4.0 - 1e-12), 1e-9);
    }
  }
}
