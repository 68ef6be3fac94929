package org.fundinggap.comparison;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.number;
import static org.fundinggap.model.Pieces.refusal;
import static org.fundinggap.model.Pieces.year;
import static org.fundinggap.model.Pieces.years;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;
import org.fundinggap.quantity.PriceBasis;
import org.fundinggap.quantity.Unit;
import org.fundinggap.random.Sampling;
import org.fundinggap.simulation.GivenDraws;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A difference of two scenarios")
class DifferenceTest {
  private static final Variable X = number("x");
  private static final double[] BASE = {10, 20, 30, 40};
  private static final double[] OTHER = {8, 21, 27, 40};

  private static Differences differences(double[] base, double[] other) {
    return differences(X, base, other);
  }

  /** Two years, of which the second has ten times the numbers. */
  private static Differences differences(Variable variable, double[] base, double[] other) {
    GivenDraws run =
        GivenDraws.run(variable)
            .with("base", 2024, base, times10(base))
            .with("other", 2024, other, times10(other));
    return Comparison.of(run.projection(), "base").differences("other", variable);
  }

  private static double[] times10(double[] values) {
    double[] times = values.clone();
    for (int i = 0; i < times.length; i++) {
      times[i] *= 10;
    }
    return times;
  }

  private static Difference difference(double[] base, double[] other) {
    return differences(base, other).in(year(2024));
  }

  @Test
  @DisplayName("is alternative less baseline in every draw, and known by the plain formulas")
  void isWorkedOutByHand() {
    Difference difference = difference(BASE, OTHER);
    assertArrayEquals(new double[] {-2, 1, -3, 0}, difference.draws().values());
    assertEquals(-1, difference.draws().mean());
    // Distances from the mean: -1, 2, -2, 1, whose squares add up to 10.
    assertEquals(Math.sqrt(10.0 / 3 / 4), difference.draws().meanError(), 1e-15);
    assertEquals(-1, difference.draws().quantile(0.5));
    assertEquals(0.5, difference.probabilityBetter(Direction.LOWER));
    assertEquals(0.25, difference.probabilityBetter(Direction.HIGHER));
    // Wilson's interval of 2 of 4 draws, over 1.96 to either side: sqrt(1/16 + z / 16) / (1 + z).
    double z = 1.959963984540054 * 1.959963984540054 / 4;
    assertEquals(
        0.25 / Math.sqrt(1 + z), difference.probabilityBetterError(Direction.LOWER), 1e-15);
    assertEquals(0.25, difference.probabilitySame());
    // Sums of squares: 500 of the baseline, 530 of the other, 10 of the difference.
    assertEquals(103, difference.varianceRatio(), 1e-12);
  }

  @Test
  @DisplayName("carries names, year, unit and both sides")
  void saysWhatItIs() {
    Difference difference = difference(BASE, OTHER);
    assertEquals("base", difference.baseline());
    assertEquals("other", difference.alternative());
    assertEquals(X, difference.variable());
    assertEquals("2024-25", difference.period());
    assertEquals("number", difference.unitText());
    assertArrayEquals(BASE, difference.ofBaseline().values());
    assertArrayEquals(OTHER, difference.ofAlternative().values());
    assertHolds(difference.toString(), "count of x", "number", "2024-25", "other less base", "-1");
  }

  @ParameterizedTest
  @CsvSource({"1e-8, 0", "0, 1"})
  @DisplayName("takes what rounding explains for the same, and no more than that")
  void roundingIsNoDifference(double more, double same) {
    double[] base = {0.3, 1000};
    double[] other = {0.1 + 0.2 + more, 1000 + more};
    Difference difference = difference(base, other);
    assertEquals(same, difference.probabilitySame());
    assertEquals(1 - same, difference.probabilityBetter(Direction.HIGHER));
    assertEquals(0, difference.probabilityBetter(Direction.LOWER));
    assertTrue(difference.draws().values()[0] != 0, "the draw itself is kept as it is");
  }

  @Test
  @DisplayName("of the same amount in every draw has an infinite variance ratio, rounding or not")
  void constantDifferenceHasInfiniteRatio() {
    double[] base = {0.1, 0.7, 3.3, 1000};
    double[] other = {0.1 + 0.3, 0.7 + 0.3, 3.3 + 0.3, 1000 + 0.3};
    assertEquals(Double.POSITIVE_INFINITY, difference(base, other).varianceRatio());
    assertEquals(Double.POSITIVE_INFINITY, difference(base, base).varianceRatio());
    double[] zeros = new double[4];
    assertEquals(Double.POSITIVE_INFINITY, difference(zeros, zeros).varianceRatio());
    assertEquals(1, difference(zeros, zeros).probabilitySame());
  }

  @Test
  @DisplayName("of scenarios that move against each other earns less than nothing by pairing")
  void ratioIsHalfAtLeast() {
    double[] against = {-10, -20, -30, -40};
    assertEquals(0.5, difference(BASE, against).varianceRatio(), 1e-15);
  }

  @Test
  @DisplayName("of one draw knows neither its error nor a variance ratio")
  void oneDrawHasNoError() {
    Difference difference = difference(new double[] {3}, new double[] {4});
    assertEquals(1, difference.draws().mean());
    assertTrue(Double.isNaN(difference.draws().meanError()));
    assertTrue(Double.isNaN(difference.varianceRatio()));
    assertFalse(differences(new double[] {3}, new double[] {4}).toString().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"NaN, 2", "2, NaN", "Infinity, Infinity"})
  @DisplayName("hides no NaN")
  void nanIsNotHidden(double base, double other) {
    Difference difference = difference(new double[] {1, base}, new double[] {5, other});
    assertTrue(Double.isNaN(difference.draws().mean()));
    assertTrue(Double.isNaN(difference.probabilityBetter(Direction.LOWER)));
    assertTrue(Double.isNaN(difference.probabilityBetter(Direction.HIGHER)));
    assertTrue(Double.isNaN(difference.probabilitySame()));
    assertTrue(Double.isNaN(difference.varianceRatio()));
  }

  @Test
  @DisplayName("of Sobol draws takes its error from the replicates")
  void errorsComeFromReplicates() {
    // Draws 0 and 2 are of one replicate, 1 and 3 of the other: differences -2, -3 and 1, 0.
    GivenDraws run =
        GivenDraws.run(X, Sampling.sobol(2)).with("base", 2024, BASE).with("other", 2024, OTHER);
    Difference difference =
        Comparison.of(run.projection(), "base").differences("other", X).in(year(2024));
    assertEquals(-1, difference.draws().mean());
    // Means of the replicates are -2.5 and 0.5, and half their distance is the error.
    assertEquals(1.5, difference.draws().meanError(), 1e-15);
    // One replicate is always lower, the other never.
    assertEquals(0.5, difference.probabilityBetter(Direction.LOWER));
    assertEquals(0.5, difference.probabilityBetterError(Direction.LOWER), 1e-15);
    assertEquals(103, difference.varianceRatio(), 1e-12);
  }

  @Test
  @DisplayName("in total leaves out the base year")
  void totalLeavesOutTheBaseYear() {
    GivenDraws run =
        GivenDraws.run(X)
            .with("base", 2024, BASE, BASE, BASE, BASE)
            .with("other", 2024, BASE, OTHER, times10(OTHER), BASE);
    Differences differences = Comparison.of(run.projection(), "base").differences("other", X);
    assertArrayEquals(new double[] {68, 191, 237, 360}, differences.total().draws().values());
    assertEquals("2025-26 to 2027-28", differences.total().period());
    assertArrayEquals(
        new double[] {-2, 1, -3, 0}, differences.total(years(2025, 2025)).draws().values());
    assertEquals(years(2024, 2027), differences.years());
  }

  @Test
  @DisplayName("in total says what was added up")
  void totalSaysWhatWasAddedUp() {
    Variable cash = Variable.money("c", "cost", Unit.GBP_MILLION, PriceBasis.cash());
    Variable real = Variable.money("r", "cost", Unit.GBP_MILLION, PriceBasis.real(year(2024)));
    assertEquals("number, years added up", differences(BASE, OTHER).total().unitText());
    assertEquals(
        "GBP million, cash of different years added up",
        differences(cash, BASE, OTHER).total().unitText());
    assertEquals(
        "GBP million, real 2024-25, years added up",
        differences(real, BASE, OTHER).total().unitText());
    assertHolds(differences(cash, BASE, OTHER).toString(), "cash of different years added up");
  }

  @ParameterizedTest
  @EnumSource(
      value = Unit.class,
      names = {"SHARE", "INDEX", "RATIO", "PER_10_000_CHILDREN", "PER_YEAR", "DAYS"})
  @DisplayName("has no total of what does not add up")
  void sharesDoNotAddUp(Unit unit) {
    Differences differences = differences(Variable.of("s", "a share", unit), BASE, OTHER);
    assertHolds(refusal(differences::total), "add up", "s (" + unit + ")", "in(year)");
    assertFalse(differences.toString().contains("added up"));
  }

  @Test
  @DisplayName("refuses years that are not there or not projected")
  void wildYearsAreRefused() {
    Differences differences = differences(BASE, OTHER);
    assertHolds(refusal(() -> differences.in(year(2026))), "2024-25 to 2025-26", "2026-27");
    assertHolds(refusal(() -> differences.total(years(2024, 2025))), "after the base year");
    assertHolds(refusal(() -> differences.total(years(2025, 2026))), "2025-26 to 2026-27");
    GivenDraws one = GivenDraws.run(X).with("base", 2024, BASE).with("other", 2024, OTHER);
    Differences single = Comparison.of(one.projection(), "base").differences("other", X);
    assertHolds(refusal(single::total), "base year 2024-25 alone");
    assertFalse(single.toString().contains("added up"));
  }

  @Test
  @DisplayName("prints one line a year and one for the total")
  void printsAsATable() {
    String text = differences(BASE, OTHER).toString();
    assertHolds(
        text,
        "other less base: count of x (number); means, and percentiles of the difference",
        "P(lower)",
        "variance ratio");
    assertHolds(text, "2024-25", "2025-26", "103", "0.500");
    assertEquals(8, text.lines().count(), text); // title, header, rule, 2 years, total, 2 notes
  }
}
