package org.fundinggap.search;

import static org.fundinggap.appraisal.Formulas.COST;
import static org.fundinggap.appraisal.Formulas.Y;
import static org.fundinggap.appraisal.Formulas.YEAR;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A portfolio")
class PortfolioTest {
  private static final Settings SETTINGS = Settings.of(3, 2_000);
  private static final Distribution NORMAL = Distribution.normal(100, 10);
  private static final Statistic GAP = Statistic.of(Y, YEAR);
  private static final Statistic PRICE = Statistic.of(COST, YEAR);
  private static final List<String> OPTIONS = List.of("a", "b", "c", "d");
  private static final Map<String, Double> GAINS =
      Map.of("a", 30.0, "b", 20.0, "c", 18.0, "d", 8.0);
  private static final Map<String, Double> PRICES = Map.of("a", 5.0, "b", 4.0, "c", 3.0, "d", 2.0);

  /** A knapsack: gains add up, but b and c undo 15 of each other's. */
  private static Scenario knapsack(Set<String> chosen) {
    double gain = chosen.stream().mapToDouble(GAINS::get).sum();
    double together = chosen.containsAll(Set.of("b", "c")) ? gain - 15 : gain;
    double cost = chosen.stream().mapToDouble(PRICES::get).sum();
    return Formulas.of("s", NORMAL, luck -> luck - together, luck -> cost);
  }

  private static Portfolio knapsack() {
    return Portfolio.of(knapsack(Set.of()), OPTIONS, PortfolioTest::knapsack).costing(PRICE);
  }

  private static List<String> names(List<PortfolioChoice> choices) {
    return choices.stream().map(PortfolioChoice::name).toList();
  }

  @Test
  @DisplayName("finds the best set under the budget, as worked out by hand with the interaction")
  void knapsackIsSolved() {
    // Without what b and c do to each other, they would share the first place with a + d.
    PortfolioResult result = knapsack().budget(7).minimise(GAP, SETTINGS);
    assertEquals(
        List.of("a + d", "a", "b + d", "c + d", "b + c", "b", "c", "d", "nothing"),
        names(result.ranking()));
    PortfolioChoice best = result.best().orElseThrow();
    assertEquals(List.of("a", "d"), best.options());
    assertEquals(38, best.gain().value(), 1e-9);
    assertEquals(7, best.cost().value(), 1e-9);
    assertEquals(0, best.behindBest().value());
    assertEquals(0, best.interaction().value(), 1e-9);
    PortfolioChoice undoing = result.ranking().get(4);
    assertEquals(-15, undoing.interaction().value(), 1e-9);
    assertEquals(15, undoing.behindBest().value(), 1e-9);
    assertEquals(16, result.choices().size());
    assertTrue(result.beatsDoingNothing());
  }

  @Test
  @DisplayName("shows what more money would buy, each step of it better than all that is cheaper")
  void frontierIsAsWorkedOut() {
    PortfolioResult result = knapsack().budget(7).minimise(GAP, SETTINGS);
    assertEquals(
        List.of(
            "nothing",
            "d",
            "c",
            "b",
            "a",
            "a + d",
            "a + c",
            "a + b",
            "a + c + d",
            "a + b + d",
            "a + b + c + d"),
        names(result.frontier()));
    PortfolioChoice all = result.frontier().get(10);
    assertFalse(all.affordable());
    assertEquals(61, all.gain().value(), 1e-9);
    assertEquals(-23, all.behindBest().value(), 1e-9);
    assertHolds(result.toString(), "Best: a + d", "better than nothing by 38", "over budget");
  }

  @Test
  @DisplayName("may spend all of the budget, whatever the rounding of the sum")
  void budgetIsAllSpent() {
    Map<String, Double> tenths = Map.of("a", 0.1, "b", 0.2, "c", 5.0, "d", 5.0);
    Portfolio portfolio = knapsack().costing(tenths);
    assertEquals(
        "a + b", portfolio.budget(0.3).minimise(GAP, SETTINGS).best().orElseThrow().name());
    PortfolioResult less = portfolio.budget(0.3 - 1e-8).minimise(GAP, SETTINGS);
    assertEquals("a", less.best().orElseThrow().name());
    assertEquals(0, less.best().orElseThrow().cost().standardError());
    assertHolds(less.toString(), "cost: prices given");
  }

  @Test
  @DisplayName(
      "takes the cheaper of two that do the same, and the smaller of two that cost the same")
  void tiesGoToTheCheaper() {
    Map<String, Double> gains = Map.of("x", 0.1, "y", 0.3, "z", 0.2);
    Portfolio same =
        Portfolio.of(
            Formulas.of("s", NORMAL, luck -> luck),
            List.of("x", "y", "z"),
            chosen -> {
              double gain = chosen.stream().mapToDouble(gains::get).sum();
              return Formulas.of("s", NORMAL, luck -> luck - Math.min(0.3, gain));
            });
    PortfolioResult dear =
        same.costing(Map.of("x", 1.0, "y", 4.0, "z", 2.0)).minimise(GAP, SETTINGS);
    assertEquals("x + z", dear.best().orElseThrow().name());
    PortfolioResult equal =
        same.costing(Map.of("x", 1.0, "y", 3.0, "z", 2.0)).minimise(GAP, SETTINGS);
    assertEquals("y", equal.best().orElseThrow().name());
    assertEquals(List.of("nothing", "x", "z", "y"), names(equal.frontier()));
    assertEquals(0, equal.ranking().get(1).behindBest().value(), 1e-12);
    assertTrue(equal.ranking().get(1).isLevelWithBest());
  }

  @Test
  @DisplayName("says when nothing affordable beats doing nothing")
  void nothingMayBeBest() {
    PortfolioResult poor = knapsack().budget(1).minimise(GAP, SETTINGS);
    assertEquals(List.of("nothing"), names(poor.ranking()));
    assertFalse(poor.beatsDoingNothing());
    assertEquals(poor.doingNothing(), poor.best().orElseThrow());
    assertHolds(poor.toString(), "Nothing affordable beats doing nothing.");
    PortfolioResult harmful = knapsack().maximise(GAP, SETTINGS);
    assertEquals("nothing", harmful.best().orElseThrow().name());
    assertEquals(-61, harmful.choices().get(15).gain().value(), 1e-9);
    assertHolds(harmful.toString(), "Greatest mean", "beats doing nothing");
  }

  @Test
  @DisplayName("says when not even doing nothing is affordable")
  void nothingMayBeTooMuch() {
    PortfolioResult result = knapsack().budget(-1).minimise(GAP, SETTINGS);
    assertTrue(result.best().isEmpty());
    assertEquals(List.of(), result.ranking());
    assertFalse(result.beatsDoingNothing());
    assertEquals(Double.NaN, result.doingNothing().behindBest().value());
    assertHolds(result.toString(), "Nothing is affordable, not even doing nothing.");
  }

  @Test
  @DisplayName("states the errors of differences on the same draws, which are far smaller")
  void differencesArePaired() {
    Scenario baseline = Formulas.of("s", NORMAL, luck -> luck);
    Portfolio tenth =
        Portfolio.of(
            baseline,
            List.of("tenth", "half", "nearly half"),
            chosen ->
                Formulas.of(
                    "s",
                    NORMAL,
                    luck ->
                        luck
                            * (chosen.contains("tenth") ? 0.9 : 1)
                            * (chosen.contains("half") ? 0.5 : 1)
                            * (chosen.contains("nearly half") ? 0.5001 : 1)));
    Draws lucks = Simulation.of(baseline).run(SETTINGS).outcome(Y).in(YEAR);
    PortfolioResult mean = tenth.minimise(GAP, SETTINGS);
    PortfolioChoice one = find(mean, "tenth");
    assertEquals(0.1 * lucks.mean(), one.gain().value(), 1e-9);
    assertEquals(0.1 * lucks.meanError(), one.gain().standardError(), 1e-9);
    assertEquals(0.9 * lucks.meanError(), one.objective().standardError(), 1e-9);
    PortfolioChoice both = find(mean, "tenth + half");
    assertEquals(-0.05 * lucks.mean(), both.interaction().value(), 1e-9);
    assertEquals(0.05 * lucks.meanError(), both.interaction().standardError(), 1e-9);
    PortfolioResult high = tenth.minimise(GAP.quantile(0.9), SETTINGS);
    assertEquals(0.1 * lucks.quantile(0.9), find(high, "tenth").gain().value(), 1e-9);
    // The root of p (1 - p) / n over the density of a normal of spread 10 at its 90th percentile.
    double expected = 0.1 * Math.sqrt(0.09 / 2_000) / 0.01755;
    assertEquals(expected, find(high, "tenth").gain().standardError(), 0.25 * expected);
  }

  @Test
  @DisplayName("states a difference of few draws widely, and none of percentiles they don't reach")
  void fewDrawsSayLittle() {
    Distribution luck = Distribution.normal(100, 10);
    Portfolio tenth =
        Portfolio.of(
            Formulas.of("s", luck, value -> value),
            List.of("tenth"),
            chosen -> Formulas.of("s", luck, value -> value * (chosen.isEmpty() ? 1 : 0.9)));
    WithError few = find(tenth.minimise(GAP, Settings.of(1, 10)), "tenth").gain();
    assertEquals(2.262, few.reach(), 5e-4); // Student's t with nine degrees of freedom
    PortfolioResult far = tenth.minimise(GAP.quantile(0.99), Settings.of(1, 367));
    assertTrue(find(far, "tenth").gain().value() > 0);
    assertEquals(Interval.UNKNOWN, find(far, "tenth").gain().interval());
    assertTrue(find(far, "nothing").isLevelWithBest());
    PortfolioResult near = tenth.minimise(GAP.quantile(0.99), Settings.of(1, 368));
    assertTrue(find(near, "tenth").gain().interval().isKnown());
    assertFalse(find(near, "nothing").isLevelWithBest());
  }

  @Test
  @DisplayName("refuses a statistic that is worked out from another run, and says which")
  void otherRunsAreRefused() {
    Scenario baseline = Formulas.of("s", Distribution.normal(0, 1), value -> value);
    Portfolio one =
        Portfolio.of(
            baseline,
            List.of("one"),
            chosen -> Formulas.of("s", Distribution.normal(0, 1), value -> value));
    for (Settings other : List.of(SETTINGS.withSeed(99), SETTINGS.withDraws(100))) {
      Draws foreign = Simulation.of(baseline).run(other).outcome(Y).in(YEAR);
      Statistic statistic = Statistic.by("worth", (run, scenario) -> foreign, Y);
      assertHolds(
          refusal(() -> one.minimise(statistic, SETTINGS)),
          "mean of worth must be there in every scenario tried, failed in scenario",
          "combine draws of one run");
    }
  }

  private static PortfolioChoice find(PortfolioResult result, String name) {
    return result.choices().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("leaves out and lists sets that do not go together")
  void exclusiveOptionsAreListed() {
    Portfolio exclusive =
        Portfolio.of(
            knapsack(Set.of()),
            OPTIONS,
            chosen -> {
              if (chosen.containsAll(Set.of("a", "d"))) {
                throw new IllegalArgumentException("a and d are one or the other");
              }
              return knapsack(chosen);
            });
    PortfolioResult result = exclusive.costing(PRICE).budget(7).minimise(GAP, SETTINGS);
    assertEquals("a", result.best().orElseThrow().name());
    assertEquals(12, result.choices().size());
    assertEquals(4, result.refused().size());
    assertEquals(List.of("a", "d"), result.refused().get(0).options());
    assertHolds(result.toString(), "Left out", "4 sets, such as a + d (a and d are one or");
  }

  @Test
  @DisplayName("is the same on any number of threads and at any number of sets at a time")
  void threadsMakeNoDifference() {
    PortfolioResult one =
        knapsack().on(Execution.ofThreads(1)).minimise(GAP.quantile(0.3), SETTINGS);
    PortfolioResult three =
        knapsack().on(Execution.ofThreads(3)).minimise(GAP.quantile(0.3), SETTINGS);
    assertEquals(one.choices(), three.choices());
    PortfolioResult alone =
        knapsack().minimise(GAP.quantile(0.3), SETTINGS.withMemory(16 * 8L * 2_000));
    assertEquals(one.choices(), alone.choices());
  }

  @Test
  @DisplayName("prints the first rows of long tables and says how many more there are")
  void longTablesAreCut() {
    Portfolio five =
        Portfolio.of(
            Formulas.of("s", NORMAL, luck -> luck),
            List.of("1", "2", "4", "8", "16"),
            chosen -> {
              double gain = chosen.stream().mapToDouble(Double::parseDouble).sum();
              return Formulas.of("s", NORMAL, luck -> luck - gain, luck -> gain);
            });
    PortfolioResult result = five.costing(PRICE).minimise(GAP, SETTINGS);
    assertEquals(32, result.frontier().size());
    assertHolds(result.toString(), "12 more, affordable", "12 more, dearer");
    // Twice 20 rows, what is best, headers, blank lines and settings.
    assertEquals(2 * 20 + 13, result.toString().lines().count());
  }
}
