package org.fundinggap.analysis;

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
  static Audit.Split split(double[] run, double[] sameParameters, double[] sameShocks) {
    double[] ofParameters = new double[run.length];
    double[] ofShocks = new double[run.length];
    double parameters = share(run, sameParameters, ofParameters);
    double shocks = share(run, sameShocks, ofShocks);
    double[] ofBoth = new double[run.length];
    for (int i = 0; i < ofBoth.length; i++) {
      ofBoth[i] = -ofParameters[i] - ofShocks[i];
    }
    return new Audit.Split(
        new VarianceShare(parameters, error(ofParameters)),
        new VarianceShare(shocks, error(ofShocks)),
        new VarianceShare(1 - parameters - shocks, error(ofBoth)));
  }

  /** The correlation of two runs about their joint mean; fills in what each draw adds to it. */
  private static double share(double[] one, double[] other, double[] influence) {
    int n = one.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (one[i] + other[i]) / 2;
    }
    mean /= n;
    double product = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double a = one[i] - mean;
      double b = other[i] - mean;
      product += a * b;
      variance += (a * a + b * b) / 2;
    }
    double share = product / variance;
    for (int i = 0; i < n; i++) {
      double a = one[i] - mean;
      double b = other[i] - mean;
      influence[i] = (a * b - share * (a * a + b * b) / 2) / (variance / n);
    }
    return share;
  }

  /** The standard error of a mean of what draws add; their mean is zero. */
  private static double error(double[] influence) {
    double squares = 0;
    for (double value : influence) {
      squares += value * value;
    }
    return Math.sqrt(squares) / influence.length;
  }
}
