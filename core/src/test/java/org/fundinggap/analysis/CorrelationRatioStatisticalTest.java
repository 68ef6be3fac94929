package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All seeds are fixed: a failure is a change of the code, never bad luck of the day. */
@DisplayName("The correlation ratio")
class CorrelationRatioStatisticalTest {
  private static final int SEEDS = 300;

  private static double[] uniforms(long seed, String name, int draws) {
    double[] out = new double[draws];
    Sampler.independent(seed).uniforms(StreamId.ofParameter(name, "test"), 0, out, draws);
    return out;
  }

  private static double[] normals(long seed, String name, int draws) {
    double[] out = new double[draws];
    Sampler.independent(seed).normals(StreamId.ofParameter(name, "test"), 0, out, draws);
    return out;
  }

  private static double[] with(double[] one, double[] other, DoubleBinaryOperator function) {
    double[] out = new double[one.length];
    Arrays.setAll(out, i -> function.applyAsDouble(one[i], other[i]));
    return out;
  }

  private static VarianceShare ratio(double[] x, double[] y) {
    Sampling alone = Sampling.independent();
    return CorrelationRatio.of(new Draws(x, alone), new Draws(y, alone));
  }

  @Test
  @DisplayName("of a weighted sum is the share of each squared weight")
  void linearSumIsSplit() {
    double[] x = normals(1, "x", 20_000);
    double[] z = normals(1, "z", 20_000);
    double[] y = with(x, z, (a, b) -> 3 * a + 4 * b);
    double[] stranger = normals(1, "stranger", 20_000);
    // 4 standard errors and the loss within 100 bins: false alarm 6e-5 each.
    assertNear(9 / 25.0, ratio(x, y), 0.003);
    assertNear(16 / 25.0, ratio(z, y), 0.003);
    assertNear(0, ratio(stranger, y), 0);
  }

  private static void assertNear(double expected, VarianceShare share, double loss) {
    double off = Math.abs(share.value() - expected);
    assertTrue(off <= 4 * share.standardError() + loss, share + ", expected " + expected);
    assertTrue(share.standardError() > 0 && share.standardError() < 0.02, share.toString());
  }

  @Test
  @DisplayName("sees what is no straight line, such as a square")
  void squareIsSeen() {
    double[] x = uniforms(2, "x", 10_000);
    double[] y = with(x, x, (a, same) -> (a - 0.5) * (a - 0.5));
    assertTrue(ratio(x, y).value() > 0.99);
  }

  @Test
  @DisplayName("keeps equal values in one bin")
  void massAtOneValueDoesNoHarm() {
    double[] u = uniforms(3, "x", 8_000);
    double[] x = with(u, u, (a, same) -> a < 0.3 ? 0 : a);
    double[] noise = normals(3, "noise", 8_000);
    double[] y = with(x, noise, (a, b) -> (a == 0 ? 1 : 0) + 0.001 * b);
    assertTrue(ratio(x, y).value() > 0.999);
    double[] constant = new double[8_000];
    assertEquals(0, ratio(constant, y).value());
  }

  @Test
  @DisplayName("is without bias, and its standard error is its spread, where X carries nothing")
  void nothingIsMeasuredAsNothing() {
    // Noise of chi-squared kind: the ratio of spread to error has s.d. 0.05, so 4 s.d. is 0.2.
    assertCalibrated(
        seed -> ratio(uniforms(seed, "x", 2_000), normals(seed, "noise", 2_000)), 0);
  }

  @Test
  @DisplayName("is without bias, and its standard error is its spread, where X carries a third")
  void aThirdIsMeasuredAsAThird() {
    // Variance of a uniform is 1/12, of the noise 2/12. 40 bins lose 1/1600 of the third.
    assertCalibrated(
        seed -> {
          double[] x = uniforms(seed, "x", 2_000);
          double[] noise = normals(seed, "noise", 2_000);
          return ratio(x, with(x, noise, (a, b) -> a + b / Math.sqrt(6)));
        },
        1 / 3.0);
  }

  /** Mean within 4 standard errors of the truth; spread within 20% of the error it states. */
  private static void assertCalibrated(IntFunction<VarianceShare> share, double truth) {
    double sum = 0;
    double squares = 0;
    double stated = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      VarianceShare one = share.apply(seed);
      sum += one.value() - truth;
      squares += (one.value() - truth) * (one.value() - truth);
      stated += one.standardError() * one.standardError();
    }
    double spread = Math.sqrt(squares / SEEDS);
    double error = Math.sqrt(stated / SEEDS);
    assertTrue(Math.abs(sum / SEEDS) <= 4 * spread / Math.sqrt(SEEDS), "bias " + sum / SEEDS);
    assertTrue(spread / error > 0.8 && spread / error < 1.2, spread + " stated as " + error);
  }
}
