package org.fundinggap.search;

import static org.fundinggap.appraisal.Formulas.COST;
import static org.fundinggap.appraisal.Formulas.Y;
import static org.fundinggap.appraisal.Formulas.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fundinggap.Seeded;
import org.fundinggap.appraisal.Formulas;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.scenario.Scenario;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

@Label("A portfolio of options that help or hinder each other")
@Seeded
class PortfolioProperties {
  private static final Settings SETTINGS = Settings.of(1, 2);
  private static final List<String> OPTIONS = List.of("0", "1", "2", "3");

  /** Worth and price of a set: single worths, plus what each pair does to each other. */
  private record Problem(List<Integer> worths, List<Integer> prices, List<Integer> pairs) {
    double worth(Set<String> chosen) {
      double worth = 0;
      int pair = 0;
      for (int i = 0; i < OPTIONS.size(); i++) {
        worth += chosen.contains("" + i) ? worths.get(i) : 0;
        for (int j = 0; j < i; j++) {
          worth += chosen.contains("" + i) && chosen.contains("" + j) ? pairs.get(pair) : 0;
          pair++;
        }
      }
      return worth;
    }

    double price(Set<String> chosen) {
      return chosen.stream().mapToDouble(name -> prices.get(Integer.parseInt(name))).sum();
    }

    Scenario scenario(Set<String> chosen) {
      double worth = worth(chosen);
      double price = price(chosen);
      return Formulas.of("s", Distribution.fixed(0), luck -> worth, luck -> price);
    }

    PortfolioResult solve(int budget) {
      return Portfolio.of(scenario(Set.of()), OPTIONS, this::scenario)
          .costing(Statistic.of(COST, YEAR))
          .budget(budget)
          .on(Execution.ofThreads(1))
          .maximise(Statistic.of(Y, YEAR), SETTINGS);
    }
  }

  private static double bestByHand(Problem problem, double budget) {
    return IntStream.range(0, 16)
        .mapToObj(
            set ->
                Set.copyOf(
                    OPTIONS.stream()
                        .filter(name -> (set >> Integer.parseInt(name)) % 2 == 1)
                        .toList()))
        .filter(chosen -> problem.price(chosen) <= budget)
        .mapToDouble(problem::worth)
        .max()
        .orElseThrow();
  }

  @Property(tries = 60)
  @Label("has the best that trying every set by hand finds")
  void bestIsBest(
      @ForAll @Size(4) List<@IntRange(min = -9, max = 9) Integer> worths,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 9) Integer> prices,
      @ForAll @Size(6) List<@IntRange(min = -9, max = 9) Integer> pairs,
      @ForAll @IntRange(min = 0, max = 30) int budget) {
    Problem problem = new Problem(worths, prices, pairs);
    PortfolioChoice best = problem.solve(budget).best().orElseThrow();
    assertEquals(bestByHand(problem, budget), best.objective().value());
    assertTrue(best.cost().value() <= budget);
  }

  @Property(tries = 60)
  @Label("has a frontier that rises, and on which lies the best of every budget")
  void frontierIsEfficient(
      @ForAll @Size(4) List<@IntRange(min = -9, max = 9) Integer> worths,
      @ForAll @Size(4) List<@IntRange(min = 0, max = 9) Integer> prices,
      @ForAll @Size(6) List<@IntRange(min = -9, max = 9) Integer> pairs) {
    Problem problem = new Problem(worths, prices, pairs);
    List<PortfolioChoice> frontier = problem.solve(0).frontier();
    for (int i = 1; i < frontier.size(); i++) {
      PortfolioChoice before = frontier.get(i - 1);
      PortfolioChoice after = frontier.get(i);
      assertTrue(after.cost().value() > before.cost().value());
      assertTrue(after.objective().value() > before.objective().value());
    }
    for (int budget = 0; budget <= 36; budget++) {
      int most = budget;
      double reached =
          frontier.stream()
              .filter(choice -> choice.cost().value() <= most)
              .mapToDouble(choice -> choice.objective().value())
              .max()
              .orElseThrow();
      assertEquals(bestByHand(problem, budget), reached);
    }
  }
}
