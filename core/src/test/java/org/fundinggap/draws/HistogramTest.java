package org.fundinggap.draws;

import static org.fundinggap.model.Pieces.assertHolds;
import static org.fundinggap.model.Pieces.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A histogram")
class HistogramTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Histogram of(double... draws) {
    Histogram histogram = new Histogram();
    histogram.add(draws, draws.length);
    return histogram;
  }

  private static String digest(Histogram histogram) {
    return Hashing.sha256().hashBytes(histogram.toBytes()).toString();
  }

  @Test
  @DisplayName("of one draw knows it, but no error")
  void oneDraw() {
    Histogram one = of(0.1);
    assertEquals(0.1, one.mean());
    assertEquals(0.1, one.quantile(0.3));
    assertEquals(Double.NaN, one.standardDeviation());
    assertEquals(Double.NaN, one.meanError());
    assertEquals(Double.NaN, one.quantileError(0.5));
  }

  @Test
  @DisplayName("of two draws has both and the line between")
  void twoDraws() {
    Histogram two = of(0.3, -0.1);
    assertEquals(-0.1, two.quantile(0));
    assertEquals(0.3, two.quantile(1));
    assertEquals(0.1, two.quantile(0.5), 1e-15);
    assertEquals(0.5, two.probabilityAbove(0));
  }

  @Test
  @DisplayName("with a NaN has only NaN to say, whichever NaN it is")
  void notANumber() {
    Histogram some = of(1, Double.NaN, 2);
    assertEquals(3, some.size());
    assertEquals(Double.NaN, some.mean());
    assertEquals(Double.NaN, some.standardDeviation());
    assertEquals(Double.NaN, some.quantile(0.5));
    assertEquals(Double.NaN, some.quantile(0));
    assertEquals(Double.NaN, some.probabilityAbove(0));
    double other = Double.longBitsToDouble(0xfff8_0000_0000_0001L);
    assertEquals(digest(some), digest(of(1, other, 2)));
    assertEquals(Double.NaN, of(Double.NaN, Double.NaN).quantile(0.5));
  }

  @Test
  @DisplayName("keeps infinities apart from the largest numbers")
  void infinities() {
    double max = Double.MAX_VALUE;
    Histogram all = of(-INFINITE, -INFINITE, -max, -1, 1, max, INFINITE, INFINITE, INFINITE);
    assertEquals(-INFINITE, all.quantile(0));
    assertEquals(-INFINITE, all.quantile(0.12));
    assertEquals(-max, all.quantile(0.25), max * 0x1p-11);
    assertEquals(max, all.quantile(5 / 8.0), max * 0x1p-11);
    assertEquals(INFINITE, all.quantile(0.7));
    assertEquals(INFINITE, all.quantile(0.9));
    assertEquals(3 / 9.0, all.probabilityAbove(max));
    assertEquals(7 / 9.0, all.probabilityAbove(-max), 1 / 9.0);
    assertEquals(INFINITE, of(1, INFINITE).mean());
    assertEquals(Double.NaN, of(INFINITE, INFINITE).standardDeviation());
  }

  @Test
  @DisplayName("does not take draws that are zero for positive ones, nor the reverse")
  void zeroIsNotPositive() {
    Histogram histogram = of(0, 0, -0.0, 5, -5, Double.MIN_VALUE);
    assertEquals(2 / 6.0, histogram.probabilityAbove(0));
    assertEquals(0.0, histogram.quantile(0.4));
    assertEquals(0.0, of(0, -0.0).quantile(0.5));
    assertEquals(0.0, of(-0.0, -0.0).quantile(0));
  }

  @Test
  @DisplayName("counts strictly above a round number, where many draws lie on it")
  void atomsOnRoundNumbers() {
    Histogram dice = of(1, 2, 3, 4, 5, 6, 6, 6);
    assertEquals(4 / 8.0, dice.probabilityAbove(4));
    assertEquals(3 / 8.0, dice.probabilityAbove(5));
    assertEquals(0.0, dice.probabilityAbove(6));
  }

  @Test
  @DisplayName("is not changed by a block without draws")
  void emptyBlocksChangeNothing() {
    Histogram draws = of(1, 2, 4);
    String digest = digest(draws);
    draws.add(new double[0], 0);
    assertEquals(digest, digest(draws));
    assertEquals(7 / 3.0, draws.mean(), 1e-15);
  }

  @Test
  @DisplayName("of what never varies has no deviation, of what hardly does the right one")
  void deviationOfConstants() {
    double[] draws = new double[1_024];
    Arrays.fill(draws, 0.1);
    assertEquals(0.0, of(draws).standardDeviation());
    assertEquals(0.0, of(draws).meanError());
    assertEquals(0.0, of(draws).quantileError(0.5));
    Histogram joined = Histogram.joined(List.of(of(draws), of(draws)));
    assertEquals(0.0, joined.standardDeviation());
    Histogram different = Histogram.joined(List.of(of(draws), of(0.2)));
    assertTrue(different.standardDeviation() > 0);
    draws[17] = 0.1 + 1e-9;
    assertEquals(1e-9 / 32, of(draws).standardDeviation(), 1e-6 * 1e-9);
  }

  @Test
  @DisplayName("has another digest with another draw, even if it is in the same bin")
  void digestSeesEveryDraw() {
    String digest = digest(of(1.1, 1.2, 1.3));
    assertEquals(digest, digest(of(1.1, 1.2, 1.3)));
    Histogram first = of(1.1, 1.2);
    Histogram then = of(1.3, 1.4, 1.5);
    assertEquals(
        digest(Histogram.joined(List.of(first, then))),
        digest(Histogram.joined(List.of(then, first))));
    assertNotEquals(digest, digest(of(1.1, Math.nextUp(1.2), 1.3)));
    assertNotEquals(digest, digest(of(1.1, 1.2)));
    assertNotEquals(digest(of(Double.NaN)), digest(of(Double.NaN, Double.NaN)));
    assertNotEquals(digest(of(Double.NaN, 1)), digest(of(Double.NaN, 2)));
    assertNotEquals(digest(of(1, INFINITE)), digest(of(2, INFINITE)));
  }

  @Test
  @DisplayName("refuses what draws refuse")
  void wildArgumentsAreRefused() {
    Histogram histogram = of(1, 2, 3);
    assertHolds(refusal(() -> histogram.quantile(1.1)), "probability must be in", "0.9");
    assertHolds(refusal(() -> histogram.quantile(Double.NaN)), "probability must be in");
    assertHolds(refusal(() -> histogram.quantileError(0)), "probability must be inside");
    assertHolds(refusal(() -> histogram.probabilityAbove(INFINITE)), "threshold must be finite");
  }
}
