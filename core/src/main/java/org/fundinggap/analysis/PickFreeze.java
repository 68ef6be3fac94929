package org.fundinggap.analysis;

import org.fundinggap.draws.Draws;

/** Parts of a variance from runs that have one half of their draws in common. */
final class PickFreeze {
  /*
   * Reason. Two runs with the same parameters and independent shocks have the covariance
   * Var(E[Y|parameters]), whatever the model; likewise for shocks. What the two leave over is what
   * parameters and shocks do only together. Mean and variance are taken over both runs of a pair, which
   * has the least error of all estimators that treat the two alike.
   *
   * Reference. A. Janon, T. Klein, A. Lagnoux, M. Nodet and C. Prieur, Asymptotic normality and efficiency
   * of two Sobol index estimators, ESAIM: Probability and Statistics 18 (2014), 342-364.
   */
  private PickFreeze() {}

  /**
   * The split of the variance of a number.
   *
   * @param run its draws
   * @param sameParameters its draws with the same parameters and other shocks
   * @param sameShocks its draws with the same shocks and other parameters
   */
  static Audit.Split split(Draws run, Draws sameParameters, Draws sameShocks) {
    Half parameters = half(run, sameParameters);
    Half shocks = half(run, sameShocks);
    return new Audit.Split(
        VarianceShare.byInfluence(parameters.share, parameters.influence),
        VarianceShare.byInfluence(shocks.share, shocks.influence),
        VarianceShare.byInfluence(
            1 - parameters.share - shocks.share,
            parameters.influence.combine(shocks.influence, (a, b) -> -a - b)));
  }

  /**
   * A share of the variance.
   *
   * @param share the correlation of two runs about their joint mean
   * @param influence what each draw adds to it
   */
  private record Half(double share, Draws influence) {}

  private static Half half(Draws run, Draws other) {
    double[] one = run.values();
    double[] two = other.values();
    int n = one.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (one[i] + two[i]) / 2;
    }
    mean /= n;
    double product = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double a = one[i] - mean;
      double b = two[i] - mean;
      product += a * b;
      variance += (a * a + b * b) / 2;
    }
    double share = product / variance;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      double a = one[i] - mean;
      double b = two[i] - mean;
      influence[i] = (a * b - share * (a * a + b * b) / 2) / (variance / n);
    }
    return new Half(share, new Draws(influence, run.run()));
  }
}
