package org.fundinggap.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A search for several targets at once")
class SystemSearchTest {
  /** Sum of squares and product: 5 and 2 at (2, 1), and at three more places. */
  private static double[] curves(double[] at) {
    return new double[] {at[0] * at[0] + at[1] * at[1], at[0] * at[1]};
  }

  private static double[] nearest(
      UnaryOperator<double[]> function, double[] targets, double... start) {
    return SystemSearch.nearest(function, targets, start, 1e-10);
  }

  @Test
  @DisplayName("solves two lines: x + 2 y = 5 and 3 x - y = 1 at (1, 2)")
  void linesMeet() {
    UnaryOperator<double[]> lines = at -> new double[] {at[0] + 2 * at[1], 3 * at[0] - at[1]};
    double[] found = nearest(lines, new double[] {5, 1}, -40, 700);
    assertArrayEquals(new double[] {1, 2}, found, 1e-9);
  }

  @Test
  @DisplayName("follows curves to the solution that the start leads to")
  void curvesMeet() {
    double[] targets = {5, 2};
    assertArrayEquals(
        new double[] {2, 1}, nearest(SystemSearchTest::curves, targets, 3, 0.5), 1e-9);
    assertArrayEquals(
        new double[] {1, 2}, nearest(SystemSearchTest::curves, targets, 0.5, 3), 1e-9);
    assertArrayEquals(
        new double[] {-2, -1}, nearest(SystemSearchTest::curves, targets, -3, -0.5), 1e-9);
  }

  @Test
  @DisplayName("halves a step that would lead away: a full one from 3 runs off")
  void longStepsAreHalved() {
    // Newton's method alone diverges on the arc tangent from beyond 1.39.
    UnaryOperator<double[]> arc = at -> new double[] {StrictMath.atan(at[0])};
    assertEquals(0, nearest(arc, new double[] {0}, 3)[0], 1e-9);
  }

  @Test
  @DisplayName("stays at the start where that is near enough")
  void startIsTaken_whenItIsNearEnough() {
    List<double[]> asked = new ArrayList<>();
    double[] start = {2.05, 0.95};
    double[] found =
        SystemSearch.nearest(
            at -> {
              asked.add(at);
              return curves(at);
            },
            new double[] {5, 2},
            start,
            0.2);
    assertArrayEquals(start, found);
    assertEquals(1, asked.size());
  }

  @Test
  @DisplayName("leaves the start as it was, whatever the function does to what it is given")
  void startIsNotWrittenTo() {
    double[] start = {3, 0.5};
    UnaryOperator<double[]> greedy =
        at -> {
          double[] values = curves(at);
          at[0] = 99;
          return values;
        };
    assertArrayEquals(new double[] {2, 1}, nearest(greedy, new double[] {5, 2}, start), 1e-9);
    assertArrayEquals(new double[] {3, 0.5}, start);
  }

  @Test
  @DisplayName("comes back with the nearest where there is no solution")
  void nearestIsGiven_whenNothingSolves() {
    // A square is nowhere -1, and nearest to it at 0.
    UnaryOperator<double[]> square = at -> new double[] {at[0] * at[0]};
    assertEquals(0, nearest(square, new double[] {-1}, 1)[0], 1e-9);
    assertEquals(0, nearest(square, new double[] {-1}, 0.7)[0], 1e-3);
  }

  @Test
  @DisplayName("comes back with the start where no direction leads anywhere")
  void startIsGiven_whenItIsSingular() {
    UnaryOperator<double[]> square = at -> new double[] {at[0] * at[0]};
    assertArrayEquals(new double[] {0}, nearest(square, new double[] {4}, 0));
    // Both say the same, so there is no telling which of the two to move.
    UnaryOperator<double[]> twice = at -> new double[] {at[0] + at[1], at[0] + at[1]};
    assertArrayEquals(new double[] {1, 2}, nearest(twice, new double[] {4, 5}, 1, 2));
  }

  @Test
  @DisplayName("comes back with the start where the function gives no number")
  void startIsGiven_whenTheFunctionIsNoNumber() {
    UnaryOperator<double[]> none = at -> new double[] {Double.NaN};
    assertArrayEquals(new double[] {7}, nearest(none, new double[] {4}, 7));
  }

  @Test
  @DisplayName("stops short of where the function gives no number")
  void searchStaysWhereThereAreNumbers() {
    // The logarithm of what is left of 1: a full step from 0.9 goes beyond 1.
    UnaryOperator<double[]> log = at -> new double[] {StrictMath.log(1 - at[0])};
    assertEquals(1 - StrictMath.exp(2), nearest(log, new double[] {2}, 0.9)[0], 1e-8);
    assertEquals(1 - StrictMath.exp(-5), nearest(log, new double[] {-5}, 0)[0], 1e-8);
  }

  @Test
  @DisplayName("gives the same bits each time")
  void bitsRepeat() {
    double[] targets = {5, 2};
    assertArrayEquals(
        nearest(SystemSearchTest::curves, targets, 3, 0.5),
        nearest(SystemSearchTest::curves, targets, 3, 0.5));
  }
}
