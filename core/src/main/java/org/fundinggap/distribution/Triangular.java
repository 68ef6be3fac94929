package org.fundinggap.distribution;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;

/**
 * A density that rises in a straight line from {@code lower} to {@code mode} and falls in one to
 * {@code upper}: a range and a best guess.
 *
 * @param lower the least value, within 1e100 of zero
 * @param mode the most likely value, from {@code lower} to {@code upper}
 * @param upper the greatest value, above {@code lower}, within 1e100 of zero
 */
record Triangular(double lower, double mode, double upper) implements Distribution {

  Triangular {
    Arguments.place(lower, "lower");
    Arguments.place(upper, "upper");
    Arguments.ordered(lower, upper, "lower and upper", "use Distribution.fixed for a known value");
    Checks.within(mode, lower, upper, "mode", "the most likely value lies between the bounds");
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
    if (p == 0.0) {
      return lower; // beside a mode at the lower bound rounding would end above it
    }
    double width = upper - lower;
    double riseShare = (mode - lower) / width;
    // Each side is held to its side of the mode, so rounding can't make a later quantile smaller.
    return p < riseShare
        ? Math.min(mode, lower + width * Math.sqrt(p * riseShare))
        : Math.max(mode, upper - width * Math.sqrt((1.0 - p) * (1.0 - riseShare)));
  }

  @Override
  public double mean() {
    return lower + ((mode - lower) + (upper - lower)) / 3.0;
  }

  @Override
  public double standardDeviation() {
    double width = upper - lower;
    double riseShare = (mode - lower) / width;
    return width * Math.sqrt((1.0 - riseShare * (1.0 - riseShare)) / 18.0);
  }

  @Override
  public String describe() {
    return "triangular, mode " + NumberText.of(mode) + ", " + NumberText.interval(lower, upper);
  }
}
