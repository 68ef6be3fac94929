package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.year;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fundinggap.Seeded;
import org.fundinggap.draws.Draws;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.simulation.GivenDraws;

/** Laws of differences and regret, whatever the draws; small whole numbers make many ties. */
@Seeded
class ComparisonProperties {
  private static final Variable X = number("x");
  private static final int DRAWS = 12;

  private static Arbitrary<double[]> draws() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(-1e6, 1e6).ofScale(3),
            Arbitraries.integers().between(-2, 2).map(Integer::doubleValue))
        .array(double[].class)
        .ofSize(DRAWS);
  }

  @Provide
  Arbitrary<double[]> values() {
    return draws();
  }

  @Provide
  Arbitrary<List<double[]>> options() {
    return draws().list().ofMinSize(2).ofMaxSize(5);
  }

  private static Comparison comparison(double[] a, double[] b, String baseline) {
    return Comparison.of(
        GivenDraws.run(X).with("a", 2024, a, b).with("b", 2024, b, a).projection(), baseline);
  }

  @Property(tries = 200)
  void scenarioDiffersFromItselfByNothing(
      @ForAll("values") double[] a, @ForAll("values") double[] b) {
    for (Difference self :
        List.of(
            comparison(a, b, "a").differences("a", X).in(year(2024)),
            comparison(a, b, "a").differences("a", X).total())) {
      assertArrayEquals(new double[DRAWS], self.draws().values());
      assertEquals(1, self.probabilitySame());
      assertEquals(0, self.probabilityBetter(Direction.LOWER));
      assertEquals(Double.POSITIVE_INFINITY, self.varianceRatio());
    }
  }

  @Property(tries = 200)
  void baselineAndAlternativeMayBeSwapped(
      @ForAll("values") double[] a, @ForAll("values") double[] b) {
    Difference one = comparison(a, b, "a").differences("b", X).in(year(2024));
    Difference other = comparison(a, b, "b").differences("a", X).in(year(2024));
    assertEquals(one.draws().mean(), 0 - other.draws().mean());
    assertEquals(one.draws().meanError(), other.draws().meanError());
    assertEquals(one.draws().quantile(0.9), -other.draws().quantile(0.1), 1e-6);
    assertEquals(one.varianceRatio(), other.varianceRatio(), 1e-12 * one.varianceRatio());
    assertEquals(one.probabilityBetter(Direction.LOWER), other.probabilityBetter(Direction.HIGHER));
    assertEquals(one.probabilitySame(), other.probabilitySame());
  }

  @Property(tries = 200)
  void drawsAreBetterWorseOrTheSame(@ForAll("values") double[] a, @ForAll("values") double[] b) {
    Difference difference = comparison(a, b, "a").differences("b", X).in(year(2024));
    double sum =
        difference.probabilityBetter(Direction.LOWER)
            + difference.probabilityBetter(Direction.HIGHER)
            + difference.probabilitySame();
    assertEquals(1, sum, 1e-15);
    assertTrue(difference.varianceRatio() >= 0.5 - 1e-12, "" + difference.varianceRatio());
  }

  @Property(tries = 200)
  void totalIsTheSumOfYears(@ForAll("values") double[] a, @ForAll("values") double[] b) {
    Comparison comparison =
        Comparison.of(
            GivenDraws.run(X).with("a", 2024, a, a, b, a).with("b", 2024, b, b, b, b).projection(),
            "a");
    Differences differences = comparison.differences("b", X);
    double sum = 0;
    for (int start = 2025; start <= 2027; start++) {
      sum += differences.in(year(start)).draws().mean();
    }
    assertEquals(sum, differences.total().draws().mean(), 1e-8);
  }

  @Property(tries = 200)
  void effectsThatAddUpDoNotInteract(
      @ForAll("values") double[] base, @ForAll("values") double[] a, @ForAll("values") double[] b) {
    double[] together = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      together[i] = a[i] + b[i] - base[i];
    }
    Comparison comparison =
        Comparison.of(
            GivenDraws.run(X)
                .with("base", 2024, base)
                .with("a", 2024, a)
                .with("b", 2024, b)
                .with("both", 2024, together)
                .projection(),
            "base");
    assertEquals(1, comparison.interaction(X, "both", "a", "b").in(year(2024)).probabilitySame());
  }

  private static Regret regret(List<double[]> options, Direction better) {
    Map<String, Draws> byName = new LinkedHashMap<>();
    for (int i = 0; i < options.size(); i++) {
      byName.put("option " + i, GivenDraws.of(options.get(i)));
    }
    return Regret.of("x", byName, better);
  }

  @Property(tries = 200)
  void someOptionIsBestInEveryDraw(
      @ForAll("options") List<double[]> options, @ForAll Direction better) {
    Regret regret = regret(options, better);
    double[] least = new double[DRAWS];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    double best = 0;
    for (String option : regret.options()) {
      double[] own = regret.choosing(option).values();
      for (int i = 0; i < DRAWS; i++) {
        assertTrue(own[i] >= 0, option + " has " + own[i]);
        least[i] = Math.min(least[i], own[i]);
      }
      best += regret.probabilityBest(option);
    }
    assertArrayEquals(new double[DRAWS], least);
    assertEquals(1, best, 1e-14);
  }

  @Property(tries = 200)
  void leastExpectedRegretIsBestOnAverage(
      @ForAll("options") List<double[]> options, @ForAll Direction better) {
    Regret regret = regret(options, better);
    int chosen = regret.options().indexOf(regret.minimumRegret());
    int sign = better == Direction.LOWER ? 1 : -1;
    for (double[] option : options) {
      double ahead = GivenDraws.of(option).mean() - GivenDraws.of(options.get(chosen)).mean();
      assertTrue(sign * ahead >= -1e-9, "another is better by " + -sign * ahead);
    }
  }

  @Property(tries = 200)
  void fewerOptionsLeaveLessToRegret(@ForAll("options") List<double[]> options) {
    List<double[]> more = new ArrayList<>(options);
    more.add(options.get(0).clone());
    more.get(options.size())[0] -= 1;
    Regret all = regret(more, Direction.LOWER);
    Regret fewer = all.without("option " + options.size());
    for (String option : fewer.options()) {
      double[] before = all.choosing(option).values();
      double[] after = fewer.choosing(option).values();
      for (int i = 0; i < DRAWS; i++) {
        assertTrue(after[i] <= before[i], after[i] + " after " + before[i]);
      }
    }
  }
}
