package org.fundinggap.draws;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Draws")
class DrawsTest {
  private static final Draws FIVE = new Draws(new double[] {4, 1, 16, 9, 25});

  @Test
  @DisplayName("are summed up by the plain formulas")
  void summariesFollowThePlainFormulas() {
    assertEquals(5, FIVE.size());
    assertEquals(11, FIVE.mean());
    // (49 + 100 + 25 + 4 + 196) / 4 = 93.5
    assertEquals(Math.sqrt(93.5), FIVE.standardDeviation());
    assertEquals(Math.sqrt(93.5) / Math.sqrt(5), FIVE.meanError());
    assertEquals(0.6, FIVE.probabilityAbove(4));
    assertEquals(0.8, FIVE.probabilityAbove(Math.nextDown(4.0)));
    assertEquals(0, FIVE.probabilityAbove(25));
    assertEquals(1, FIVE.probabilityAbove(-Double.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.25, 4", "0.5, 9", "0.75, 16", "1, 25", "0.125, 2.5", "0.9, 21.4"})
  @DisplayName("have quantiles by interpolation between order statistics")
  void quantilesInterpolate(double probability, double expected) {
    assertEquals(expected, FIVE.quantile(probability), 1e-13);
  }

  @Test
  @DisplayName("keep their order and cannot be changed by who takes them")
  void valuesAreCopied() {
    double[] taken = FIVE.values();
    assertArrayEquals(new double[] {4, 1, 16, 9, 25}, taken);
    taken[0] = Double.NaN;
    assertEquals(9, FIVE.quantile(0.5));
    assertArrayEquals(new double[] {4, 1, 16, 9, 25}, FIVE.values());
  }

  @Test
  @DisplayName("that are all the same have no spread and no error")
  void constantDrawsHaveNoError() {
    double[] many = new double[40];
    Arrays.fill(many, 0.1);
    Draws constant = new Draws(many);
    assertEquals(0.1, constant.mean());
    assertEquals(0, constant.standardDeviation());
    assertEquals(0, constant.meanError());
    assertEquals(0.1, constant.quantile(0.3));
    assertEquals(0, constant.quantileError(0.3));
    assertEquals(0, constant.probabilityAbove(0.1));
  }

  @Test
  @DisplayName("keep what plain sums would lose")
  void meanIsCompensated() {
    assertEquals(0.5, new Draws(new double[] {1e17, 1, -1e17, 1}).mean());
    double[] near = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
    assertEquals(Math.sqrt(30), new Draws(near).standardDeviation(), 1e-14);
  }

  @Test
  @DisplayName("of one number know no error of the mean or of a quantile")
  void oneDrawHasNoError() {
    Draws one = new Draws(new double[] {3});
    assertEquals(3, one.mean());
    assertEquals(3, one.quantile(0.9));
    assertTrue(Double.isNaN(one.standardDeviation()));
    assertTrue(Double.isNaN(one.meanError()));
    assertTrue(Double.isNaN(one.quantileError(0.5)));
  }

  @Test
  @DisplayName("with a NaN among them have NaN for every summary")
  void nanIsNotHidden() {
    Draws broken = new Draws(new double[] {1, Double.NaN, 3, 2});
    assertTrue(Double.isNaN(broken.mean()));
    assertTrue(Double.isNaN(broken.standardDeviation()));
    assertTrue(Double.isNaN(broken.meanError()));
    assertTrue(Double.isNaN(broken.quantile(0)));
    assertTrue(Double.isNaN(broken.quantile(0.5)));
    assertTrue(Double.isNaN(broken.quantileError(0.5)));
    assertTrue(Double.isNaN(broken.probabilityAbove(0)));
    assertTrue(Double.isNaN(broken.probabilityAboveError(99)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.001, 1.001, 90, Double.NEGATIVE_INFINITY})
  @DisplayName("refuse a probability outside 0 to 1")
  void wildProbabilityIsRefused(double wild) {
    assertHolds(refusal(() -> FIVE.quantile(wild)), "probability", "" + wild, "0.9");
    assertHolds(refusal(() -> FIVE.quantileError(wild)), "inside (0, 1)", "" + wild);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1})
  @DisplayName("refuse to state the error of the ends")
  void errorOfTheEndsIsRefused(double end) {
    assertHolds(refusal(() -> FIVE.quantileError(end)), "inside (0, 1)", "" + end);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("refuse a threshold that is not finite")
  void wildThresholdIsRefused(double wild) {
    assertHolds(refusal(() -> FIVE.probabilityAbove(wild)), "threshold", "" + wild);
    assertHolds(refusal(() -> FIVE.probabilityAboveError(wild)), "threshold", "" + wild);
  }

  @Test
  @DisplayName("are mapped in their order, and how they were spread is kept")
  void mapKeepsTheOrderAndTheSpread() {
    List<Double> seen = new ArrayList<>();
    Draws mapped =
        FIVE.map(
            value -> {
              seen.add(value);
              return value > 2.5 ? 1 : 0;
            });
    assertEquals(Arrays.stream(FIVE.values()).boxed().toList(), seen);
    assertEquals(FIVE.probabilityAbove(2.5), mapped.mean());
    Draws sobol = new Draws(new double[] {1, 3, 2, 6}, Sampling.sobol(2));
    assertEquals(2 * sobol.meanError(), sobol.map(value -> 2 * value).meanError(), 1e-15);
  }
}
