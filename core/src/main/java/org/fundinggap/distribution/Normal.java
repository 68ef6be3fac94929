package org.fundinggap.distribution;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Workspace;

/**
 * The normal distribution.
 *
 * @param mean the mean, within 1e100 of zero
 * @param standardDeviation the standard deviation, 1e-100 to 1e100
 */
record Normal(double mean, double standardDeviation) implements Distribution {

  Normal {
    Arguments.place(mean, "mean");
    Arguments.scale(
        standardDeviation, "standardDeviation", "use Distribution.fixed(mean) for a known value");
  }

  @Override
  public double quantile(double p) {
    return mean + standardDeviation * NormalQuantile.quantile(Arguments.probability(p));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    NormalQuantile.quantile(u, out, count);
    fromNormals(out, out, count);
  }

  @Override
  public void quantiles(double[] u, double[] out, int count, Workspace workspace) {
    Arguments.probabilities(u, out, count);
    NormalQuantile.quantile(u, out, count, workspace.scratch());
    fromNormals(out, out, count);
  }

  @Override
  public void fromNormals(double[] z, double[] out, int count) {
    Arguments.count(count, Math.min(z.length, out.length));
    for (int i = 0; i < count; i++) {
      out[i] = mean + standardDeviation * z[i];
    }
  }

  @Override
  public void fromNormals(double[] z, double[] out, int count, Workspace workspace) {
    fromNormals(z, out, count);
  }

  @Override
  public double lower() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double upper() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public String describe() {
    return "normal, mean " + NumberText.of(mean) + ", s.d. " + NumberText.of(standardDeviation);
  }
}
