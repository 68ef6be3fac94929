package org.fundinggap.distribution;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.Exp;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Workspace;

/**
 * The distribution of a positive quantity whose logarithm is normal.
 *
 * @param median the median, 1e-100 to 1e100
 * @param sigma the standard deviation of the logarithm, 1e-100 to 10; 0.2 is about 20% either way
 */
record LogNormal(double median, double sigma) implements Distribution {

  LogNormal {
    Arguments.scale(median, "median", "the median is positive; for other values use a Normal");
    Checks.within(
        sigma, 1e-100, 10.0, "sigma", "it is on the log scale: write 0.2 for about 20% either way");
  }

  @Override
  public double quantile(double p) {
    return median * Exp.exp(sigma * NormalQuantile.quantile(Arguments.probability(p)));
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
    fromNormals(out, out, count, workspace);
  }

  @Override
  public void fromNormals(double[] z, double[] out, int count) {
    Arguments.count(count, Math.min(z.length, out.length));
    times(sigma, z, out, count);
    Exp.exp(out, out, count);
    times(median, out, out, count);
  }

  @Override
  public void fromNormals(double[] z, double[] out, int count, Workspace workspace) {
    Arguments.count(count, Math.min(z.length, out.length));
    times(sigma, z, out, count);
    Exp.exp(out, out, count, workspace.scratch());
    times(median, out, out, count);
  }

  private static void times(double factor, double[] x, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = factor * x[i];
    }
  }

  @Override
  public double mean() {
    return median * Exp.exp(0.5 * sigma * sigma);
  }

  @Override
  public double standardDeviation() {
    return mean() * Math.sqrt(Exp.expMinusOne(sigma * sigma));
  }

  @Override
  public double lower() {
    return 0.0;
  }

  @Override
  public double upper() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public String describe() {
    return "log-normal, median " + NumberText.of(median) + ", sigma " + NumberText.of(sigma);
  }
}
