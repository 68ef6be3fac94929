package org.fundinggap.distribution;

import java.util.Arrays;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Workspace;

/**
 * A quantity that may be nothing at all: exactly zero with some probability, else drawn from
 * another distribution. An effect that may not exist is one.
 *
 * @param probabilityOfZero the probability of zero, 0 to below 1, on top of what the other
 *     distribution gives it
 * @param otherwise what holds if it is not zero; it lies on one side of zero, or touches it
 */
record ZeroOr(double probabilityOfZero, Distribution otherwise) implements Distribution {

  /** The greatest probability of a uniform, at which no quantile is infinite. */
  private static final double LAST = 0x1.fffffffffffffp-1;

  ZeroOr {
    Checks.within(
        probabilityOfZero, 0.0, LAST, "probabilityOfZero", "use Distribution.fixed(0) for certain");
    if (!(otherwise.lower() >= 0.0 || otherwise.upper() <= 0.0)) {
      throw new IllegalArgumentException(
          "otherwise must lie on one side of zero, was from "
              + otherwise.lower()
              + " to "
              + otherwise.upper()
              + "; cut it off at 0, as Distribution.truncatedNormal does");
    }
  }

  @Override
  public double quantile(double p) {
    return at(Arguments.probability(p));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    double[] given = Arrays.copyOf(u, count);
    toRests(given, out, count);
    otherwise.quantiles(out, out, count);
    toZeros(given, out, count);
  }

  @Override
  public void quantiles(double[] u, double[] out, int count, Workspace workspace) {
    Arguments.probabilities(u, out, count);
    double[] given = needsOwn(workspace, count) ? new double[count] : workspace.block();
    System.arraycopy(u, 0, given, 0, count);
    toRests(given, out, count);
    otherwise.quantiles(out, out, count, workspace);
    toZeros(given, out, count);
  }

  private void toRests(double[] given, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.min(1.0, Math.max(0.0, rest(given[i])));
    }
  }

  private void toZeros(double[] given, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = isZero(given[i]) ? 0.0 : out[i];
    }
  }

  /** One of its kind inside it would write over what it keeps in the workspace. */
  private boolean needsOwn(Workspace workspace, int count) {
    return count > workspace.block().length || otherwise instanceof ZeroOr;
  }

  private double at(double p) {
    return isZero(p) ? 0.0 : otherwise.quantile(rest(p));
  }

  /** Whether zero comes above all other values, not below. */
  private boolean isBelowZero() {
    return otherwise.lower() < 0.0;
  }

  private boolean isZero(double p) {
    if (isBelowZero()) {
      return p > 1.0 - probabilityOfZero;
    }
    return probabilityOfZero > 0.0 && p <= probabilityOfZero;
  }

  /** The probability that is left for the other distribution; outside 0 to 1 if there is none. */
  private double rest(double p) {
    if (isBelowZero()) {
      return p / (1.0 - probabilityOfZero);
    }
    double rest = (p - probabilityOfZero) / (1.0 - probabilityOfZero);
    // Below 1 a probability must not round to it, where some distributions are infinite.
    return p < 1.0 ? Math.min(rest, LAST) : 1.0;
  }

  @Override
  public double mean() {
    return (1.0 - probabilityOfZero) * otherwise.mean();
  }

  @Override
  public double standardDeviation() {
    double mean = otherwise.mean();
    double sd = otherwise.standardDeviation();
    return Math.sqrt((1.0 - probabilityOfZero) * (sd * sd + probabilityOfZero * (mean * mean)));
  }

  @Override
  public double lower() {
    return probabilityOfZero > 0.0 && !isBelowZero() ? 0.0 : otherwise.lower();
  }

  @Override
  public double upper() {
    return probabilityOfZero > 0.0 && isBelowZero() ? 0.0 : otherwise.upper();
  }

  @Override
  public String describe() {
    return "0 with probability "
        + NumberText.of(probabilityOfZero)
        + ", else "
        + otherwise.describe();
  }
}
