package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sum of shares of the variance")
class SumOfSharesTest {
  private static final int DRAWS = 4_000;

  private static double[] normals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[DRAWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  private static Draws draws(double[] values) {
    return new Draws(values, Sampling.independent());
  }

  @Test
  @DisplayName("has the error of what each draw adds to all of them, not of independent ones")
  void sum() {
    double[] x = normals(1);
    double[] noise = normals(2);
    double[] y = new double[DRAWS];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] + noise[i];
    }
    Draws result = draws(y);
    VarianceShare one = CorrelationRatio.of(draws(x), result);
    assertEquals(one, CorrelationRatio.ofAll(List.of(draws(x)), result));
    VarianceShare twice = CorrelationRatio.ofAll(List.of(draws(x), draws(x)), result);
    assertEquals(2 * one.value(), twice.value());
    double ratio = twice.standardError() / one.standardError();
    assertTrue(1.9 < ratio && ratio <= 2.1, "error of the sum over that of one: " + ratio);
    assertEquals(one.reach(), twice.reach());
  }

  @Test
  @DisplayName("of nothing is nothing")
  void ofNone() {
    assertEquals(0, CorrelationRatio.ofAll(List.of(), draws(normals(1))).value());
  }
}
