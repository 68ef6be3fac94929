package org.fundinggap.distribution;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NumberText;

/**
 * Every value between two bounds equally likely.
 *
 * @param lower the least value, within 1e100 of zero
 * @param upper the greatest value, above {@code lower}, within 1e100 of zero
 */
record Uniform(double lower, double upper) implements Distribution {

  Uniform {
    Arguments.place(lower, "lower");
    Arguments.place(upper, "upper");
    Arguments.ordered(lower, upper, "lower and upper", "use Distribution.fixed for a known value");
  }

  @Override
  public double quantile(double p) {
    return at(Arguments.probability(p));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    for (int i = 0; i < count; i++) {
      out[i] = at(u[i]);
    }
  }

  private double at(double p) {
    // Rounding could miss the upper bound on either side.
    return p < 1.0 ? Math.min(upper, lower + p * (upper - lower)) : upper;
  }

  @Override
  public double mean() {
    return 0.5 * (lower + upper);
  }

  @Override
  public double standardDeviation() {
    return (upper - lower) / Math.sqrt(12.0);
  }

  @Override
  public String describe() {
    return "uniform, " + NumberText.interval(lower, upper);
  }
}
