package org.fundinggap.distribution;

import java.util.Arrays;
import org.fundinggap.internal.Arguments;

/**
 * A quantity that is known: every draw is the same.
 *
 * @param value the value, within 1e100 of zero
 */
public record Fixed(double value) implements Distribution {

  /**
   * Checks the value.
   *
   * @param value as described above
   * @throws IllegalArgumentException if {@code value} is NaN or out of bounds
   */
  public Fixed {
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
}
