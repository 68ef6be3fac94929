package org.fundinggap.demand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.fundinggap.Seeded;

@SuppressWarnings("ArrayRecordComponent") // one number a state; no two cases are compared
@Seeded
@Tag("medium")
class PlacementChainProperties {
  /** Where nobody is, nothing is; JUnit wants a tolerance above zero. */
  private static final double TINY = 1e-12;

  private static final int STATES = Placement.values().length;

  /** A year of one draw; rates as far as the bounds of their parameters and a bit beyond. */
  record Case(double[] opening, double[] inflow, double[] exit, double[] move, double[] shares) {
    @Override
    public String toString() {
      return Arrays.toString(opening)
          + Arrays.toString(inflow)
          + Arrays.toString(exit)
          + Arrays.toString(move)
          + Arrays.toString(shares);
    }
  }

  private static Arbitrary<double[]> numbers(double least, double most) {
    return Arbitraries.doubles()
        .between(least, most)
        .ofScale(5)
        .array(double[].class)
        .ofSize(STATES);
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(8, 6);
  }

  /** Totals below the constant of the series, where each of its steps moves shares of children. */
  @Provide
  Arbitrary<Case> calmCases() {
    return cases(3, 3);
  }

  private static Arbitrary<Case> cases(double mostExit, double mostMove) {
    return Combinators.combine(
            numbers(0, 60_000),
            numbers(0, 30_000),
            numbers(0.01, mostExit),
            numbers(0, mostMove),
            numbers(0.01, 1))
        .as((opening, inflow, exit, move, w) -> new Case(opening, inflow, exit, move, shares(w)));
  }

  private static double[] shares(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** Columns of several draws, {@code [state][draw]}. */
  private static double[][] columns(double[]... draws) {
    double[][] columns = new double[STATES][draws.length];
    for (int j = 0; j < STATES; j++) {
      for (int i = 0; i < draws.length; i++) {
        columns[j][i] = draws[i][j];
      }
    }
    return columns;
  }

  private record Year(double[][] closing, double[][] average) {}

  private static double[] of(double[][] columns, int draw) {
    return Arrays.stream(columns).mapToDouble(column -> column[draw]).toArray();
  }

  private static Year year(Case... draws) {
    double[][] closing = new double[STATES][draws.length];
    double[][] average = new double[STATES][draws.length];
    PlacementChain.year(
        columns(Arrays.stream(draws).map(Case::opening).toArray(double[][]::new)),
        columns(Arrays.stream(draws).map(Case::inflow).toArray(double[][]::new)),
        columns(Arrays.stream(draws).map(Case::exit).toArray(double[][]::new)),
        columns(Arrays.stream(draws).map(Case::move).toArray(double[][]::new)),
        columns(Arrays.stream(draws).map(Case::shares).toArray(double[][]::new)),
        closing,
        average,
        new double[PlacementChain.SCRATCH][draws.length],
        draws.length);
    return new Year(closing, average);
  }

  private static double size(Case draw) {
    return Arrays.stream(draw.opening()).sum() + Arrays.stream(draw.inflow()).sum();
  }

  @Property
  void chainAgreesWithTheExponentialOfItsMatrix(@ForAll("cases") Case draw) {
    Year year = year(draw);
    ChainByMatrix expected =
        ChainByMatrix.over(
            1, draw.opening(), draw.inflow(), draw.exit(), draw.move(), draw.shares());
    assertArrayEquals(expected.closing(), of(year.closing(), 0), 1e-11 * size(draw) + TINY);
    assertArrayEquals(expected.average(), of(year.average(), 0), 1e-11 * size(draw) + TINY);
    for (int j = 0; j < STATES; j++) {
      double stock = expected.closing()[j];
      assertEquals(stock, year.closing()[j][0], 1e-10 * stock + 1e-6, "state " + j);
    }
  }

  @Property
  void everyChildIsSomewhere(@ForAll("cases") Case draw) {
    Year year = year(draw);
    double exits = 0;
    for (int j = 0; j < STATES; j++) {
      exits += draw.exit()[j] * year.average()[j][0];
    }
    double closing = Arrays.stream(of(year.closing(), 0)).sum();
    assertEquals(size(draw) - exits, closing, 1e-10 * size(draw) + TINY);
  }

  @Property
  void everyPlacementHoldsWhatEntersAndStays(@ForAll("cases") Case draw) {
    double[] average = of(year(draw).average(), 0);
    double moves = 0;
    for (int j = 0; j < STATES; j++) {
      moves += draw.move()[j] * average[j];
    }
    double[] closing = of(year(draw).closing(), 0);
    for (int j = 0; j < STATES; j++) {
      double in = draw.inflow()[j] + draw.shares()[j] * moves;
      double out = (draw.exit()[j] + draw.move()[j]) * average[j];
      assertEquals(draw.opening()[j] + in - out, closing[j], 1e-10 * size(draw) + TINY);
    }
  }

  @Property
  void stocksAreNotNegative(@ForAll("cases") Case draw) {
    Year year = year(draw);
    double rounding = -1e-10 * size(draw) - TINY;
    assertTrue(Arrays.stream(of(year.closing(), 0)).allMatch(stock -> stock >= rounding));
    assertTrue(Arrays.stream(of(year.average(), 0)).allMatch(stock -> stock >= rounding));
  }

  @Property
  void aYearIsTwoHalves(@ForAll("calmCases") Case draw) {
    Case half =
        new Case(
            draw.opening(),
            scaled(draw.inflow(), 0.5),
            scaled(draw.exit(), 0.5),
            scaled(draw.move(), 0.5),
            draw.shares());
    Year first = year(half);
    Case rest =
        new Case(of(first.closing(), 0), half.inflow(), half.exit(), half.move(), half.shares());
    Year second = year(rest);
    Year whole = year(draw);
    assertArrayEquals(of(whole.closing(), 0), of(second.closing(), 0), 1e-10 * size(draw) + TINY);
    for (int j = 0; j < STATES; j++) {
      double average = (first.average()[j][0] + second.average()[j][0]) / 2;
      assertEquals(whole.average()[j][0], average, 1e-10 * size(draw) + TINY);
    }
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  @Property(tries = 200)
  void bitsOfADrawDoNotDependOnItsNeighbours(
      @ForAll("cases") Case first, @ForAll("cases") Case draw, @ForAll("cases") Case last) {
    Year alone = year(draw);
    Year among = year(first, last, draw, first);
    assertArrayEquals(of(alone.closing(), 0), of(among.closing(), 2));
    assertArrayEquals(of(alone.average(), 0), of(among.average(), 2));
  }

  @Property(tries = 200)
  void calibrationSeesTheSameChain_whateverTheSumOfWeights(@ForAll("cases") Case draw) {
    double[] expected = of(year(draw).closing(), 0);
    double[] found =
        Placements.oneYear(
            draw.opening(), draw.inflow(), draw.exit(), draw.move(), scaled(draw.shares(), 3))[0];
    assertArrayEquals(expected, found, 1e-10 * size(draw) + TINY);
  }
}
