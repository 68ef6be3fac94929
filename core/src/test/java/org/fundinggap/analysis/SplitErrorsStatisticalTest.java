package org.fundinggap.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.draws.Draws;
import org.fundinggap.random.Sampler;
import org.fundinggap.random.Sampling;
import org.fundinggap.random.StreamId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether shares of a variance hold the truth within their intervals under every sampling: over 500
 * seeds 475 times give or take 4.9. Draws are of two parameters and two shocks; none leads.
 */
@DisplayName("The interval of a share of variance")
@Tag("medium")
class SplitErrorsStatisticalTest {
  private static final int SEEDS = 500;
  private static final int DRAWS = 4_096;

  private static double[] normals(Sampler sampler, String name) {
    double[] out = new double[DRAWS];
    sampler.normals(StreamId.ofParameter(name, "test"), 0, out, DRAWS);
    return out;
  }

  /** Twice the parameter, and the shock, and the product of both: variances of 4, 1 and 1. */
  private static Draws result(Sampling sampling, long parameters, long shocks) {
    double[] a = normals(sampling.sampler(parameters), "a");
    double[] b = normals(sampling.sampler(shocks), "b");
    double[] y = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      y[i] = 2 * a[i] + b[i] + a[i] * b[i];
    }
    return new Draws(y, sampling);
  }

  private static Sampling sampling(int replicates) {
    return replicates == 0 ? Sampling.independent() : Sampling.sobol(replicates);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 16})
  @DisplayName("holds what parameters, shocks and both together carry")
  void splitHolds(int replicates) {
    Sampling sampling = sampling(replicates);
    List<Audit.Split> splits = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      splits.add(
          PickFreeze.split(
              result(sampling, 3 * seed, 3 * seed),
              result(sampling, 3 * seed, 3 * seed + 1),
              result(sampling, 3 * seed + 2, 3 * seed)));
    }
    assertHeld(splits.stream().map(Audit.Split::parameters).toList(), 4 / 6.0);
    assertHeld(splits.stream().map(Audit.Split::shocks).toList(), 1 / 6.0);
    assertHeld(splits.stream().map(Audit.Split::joint).toList(), 1 / 6.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 16})
  @DisplayName("holds what an input carries by itself, but for what bins hide")
  void firstOrderHolds(int replicates) {
    Sampling sampling = sampling(replicates);
    List<VarianceShare> shares = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Draws a = new Draws(normals(sampling.sampler(seed), "a"), sampling);
      shares.add(CorrelationRatio.of(a, result(sampling, seed, seed)));
    }
    assertHeld(shares, 4 / 6.0);
  }

  private static void assertHeld(List<VarianceShare> shares, double truth) {
    long held = shares.stream().filter(share -> share.interval().holds(truth)).count();
    double mean = shares.stream().mapToDouble(VarianceShare::value).average().orElseThrow();
    assertTrue(held >= 450 && held <= 495, held + " held " + truth + ", mean " + mean);
  }
}
