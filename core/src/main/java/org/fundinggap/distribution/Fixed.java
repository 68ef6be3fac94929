package org.fundinggap.distribution;

import java.util.Arrays;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NumberText;

/**
 * A quantity that is known: every draw is the same.
 *
 * @param value the value, within 1e100 of zero
 */
record Fixed(double value) implements Distribution {

  Fixed {
    Arguments.place(value, "value");
  }

  @Override
  public double quantile(double p) {
    Arguments.probability(p);
    return value;
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    Arrays.fill(out, 0, count, value);
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double standardDeviation() {
    return 0.0;
  }

  @Override
  public double lower() {
    return value;
  }

  @Override
  public double upper() {
    return value;
  }

  @Override
  public String describe() {
    return "fixed at " + NumberText.of(value);
  }
}
