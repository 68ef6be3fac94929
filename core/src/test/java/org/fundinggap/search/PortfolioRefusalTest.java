package org.fundinggap.search;

import static org.fundinggap.appraisal.Formulas.COST;
import static org.fundinggap.appraisal.Formulas.Y;
import static org.fundinggap.appraisal.Formulas.YEAR;
import static org.fundinggap.appraisal.Formulas.YEARS;
import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.assertOneProblem;
import static org.fundinggap.model.Pieces.problems;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.lever.Payer;
import org.fundinggap.model.Pieces;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A portfolio refuses")
class PortfolioRefusalTest {
  private static final Settings SETTINGS = Settings.of(3, 100);
  private static final Distribution NORMAL = Distribution.normal(50, 10);
  private static final Statistic GAP = Statistic.of(Y, YEAR);
  private static final Scenario BASELINE = Formulas.of("s", NORMAL, luck -> luck);
  private static final Portfolio PAIR =
      Portfolio.of(BASELINE, List.of("a", "b"), chosen -> BASELINE);

  private static List<String> options(int number) {
    return IntStream.range(0, number).mapToObj(i -> "option " + i).toList();
  }

  @Test
  @DisplayName("more than ten options, with the number of runs that they would take")
  void tooManyOptions() {
    assertOneProblem(
        () -> Portfolio.of(BASELINE, options(11), chosen -> BASELINE), "were 11", "2^11 = 2048");
    assertOneProblem(
        () -> Portfolio.of(BASELINE, options(70), chosen -> BASELINE), "were 70", "2^70 runs");
    Portfolio.of(BASELINE, options(10), chosen -> BASELINE);
  }

  @Test
  @DisplayName("no options, blank names and names that are there twice")
  void names() {
    assertOneProblem(() -> Portfolio.of(BASELINE, List.of(), chosen -> BASELINE), "had none");
    assertOneProblem(() -> Portfolio.of(BASELINE), "had none");
    assertEquals(
        2, problems(() -> Portfolio.of(BASELINE, List.of("a", " ", "a"), c -> BASELINE)).size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("a budget that is not finite")
  void budgets(double most) {
    assertHolds(refusal(() -> PAIR.budget(most)), "budget must be finite", "" + most);
  }

  @Test
  @DisplayName("prices that are missing, not finite or of nothing")
  void prices() {
    Map<String, Double> wrong = new HashMap<>(Map.of("b", Double.NaN, "c", 1.0));
    assertEquals(3, problems(() -> PAIR.costing(wrong)).size());
    assertOneProblem(() -> PAIR.costing(Map.of("a", 1.0)), "price of b", "was null");
    assertEquals(2, problems(() -> PAIR.costing(Collections.emptyMap())).size());
  }

  @Test
  @DisplayName("a budget for own costs where there are none")
  void budgetsWithoutCosts() {
    assertHolds(refusal(() -> PAIR.budget(5).minimise(GAP, SETTINGS)), "budget of 5.0", "costing(");
    Statistic own = Statistic.ownCosts(YEARS, Payer.COUNCILS);
    assertHolds(own.toString(), "own costs to [councils]", "GBP million, cash");
    // Said by name, it is taken at its word.
    assertEquals(
        0, PAIR.costing(own).budget(5).minimise(GAP, SETTINGS).choices().get(0).cost().value());
  }

  @Test
  @DisplayName("an option that alone makes no scenario")
  void refusedAlone() {
    Function<Set<String>, Scenario> onlyTogether =
        chosen -> {
          if (chosen.size() < 2) {
            throw new IllegalArgumentException("too little");
          }
          return BASELINE;
        };
    Portfolio portfolio = Portfolio.of(BASELINE, List.of("a", "b"), onlyTogether);
    assertHolds(refusal(() -> portfolio.minimise(GAP, SETTINGS)), "alone", "refused: a", "too lit");
  }

  @Test
  @DisplayName("objectives and costs that are no numbers, naming the set")
  void valuesThatAreNone() {
    Portfolio portfolio =
        Portfolio.of(
            BASELINE,
            List.of("a", "b"),
            chosen ->
                Formulas.of(
                    "s",
                    NORMAL,
                    luck -> chosen.size() == 2 ? Double.NaN : luck,
                    luck -> chosen.contains("b") ? Double.POSITIVE_INFINITY : 1));
    assertHolds(refusal(() -> portfolio.minimise(GAP, SETTINGS)), "NaN", "with [a, b]");
    assertHolds(
        refusal(() -> portfolio.costing(Statistic.of(COST, YEAR)).maximise(GAP, SETTINGS)),
        "must be finite",
        "with [b]");
  }

  @Test
  @DisplayName("a statistic that a set does not have, before anything is run")
  void missingStatistics() {
    assertHolds(
        refusal(() -> PAIR.minimise(Statistic.of(Pieces.number("z"), YEAR), SETTINGS)),
        "variable must be in the model");
  }

  @Test
  @DisplayName("draws that do not fit into memory, and a single draw")
  void draws() {
    assertHolds(
        refusal(() -> PAIR.minimise(GAP, SETTINGS.withMemory(3_199))),
        "memory must be at least 3200",
        "100 draws of the objective in 4 sets");
    assertHolds(refusal(() -> PAIR.minimise(GAP, Settings.of(1, 1))), "draws must be at least 2");
  }
}
