package org.fundinggap.distribution;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NormalProbability;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.NumberText;
import org.fundinggap.random.Workspace;

/**
 * A normal distribution cut off at two bounds and scaled up to a total of one.
 *
 * @param location the mean before cutting, within 1e100 of zero; after cutting see {@link #mean()}
 * @param scale the standard deviation before cutting, 1e-100 to 1e100
 * @param lower the least value; minus infinity for none
 * @param upper the greatest value, above {@code lower}; infinity for none
 */
record TruncatedNormal(double location, double scale, double lower, double upper)
    implements Distribution {

  /** With less than this between the bounds the quantiles would run out of numbers. */
  private static final double LEAST_MASS = 1e-280;

  /** What the greatest uniform below 1 leaves of a mirrored tail. */
  private static final double LEAST_SHARE = 0x1p-53;

  private static final double MOST = Math.nextDown(1.0);

  TruncatedNormal {
    Arguments.place(location, "location");
    Arguments.scale(scale, "scale", "use Distribution.fixed for a known value");
    Arguments.ordered(lower, upper, "lower and upper", "use Distribution.fixed for a known value");
    double mass = Math.abs(window(location, scale, lower, upper).span());
    if (!(mass >= LEAST_MASS)) {
      throw new IllegalArgumentException(
          "lower and upper must keep at least "
              + LEAST_MASS
              + " of the normal distribution's probability, "
              + lower
              + " and "
              + upper
              + " keep "
              + mass
              + "; move them nearer to location "
              + location
              + " or further apart");
    }
  }

  /**
   * The normal probabilities between which the uniforms are laid. Beyond the location both bounds
   * are mirrored (sign -1), because a lower tail keeps digits that an upper tail near 1 has lost.
   */
  private record Window(double from, double span, double sign) {
    double probability(double u) {
      // The ends go to the ends of the normal, so that the clamp gives the bounds exactly.
      if (u > 0.0 && u < 1.0) {
        // Rounding may end on 0 or 1, whose normal quantile is infinite; the bound may not be.
        double least = Math.max(LEAST_SHARE * from, Double.MIN_NORMAL);
        return Math.min(Math.max(from + u * span, least), MOST);
      }
      return sign > 0.0 ? u : 1.0 - u;
    }
  }

  private static Window window(double location, double scale, double lower, double upper) {
    double a = (lower - location) / scale;
    double b = (upper - location) / scale;
    double sign = a > 0.0 ? -1.0 : 1.0;
    double from = NormalProbability.below(sign * a);
    return new Window(from, NormalProbability.below(sign * b) - from, sign);
  }

  private double value(double sign, double z) {
    return Math.max(lower, Math.min(upper, location + sign * scale * z));
  }

  @Override
  public double quantile(double p) {
    Window window = window(location, scale, lower, upper);
    double q = window.probability(Arguments.probability(p));
    return value(window.sign(), NormalQuantile.quantile(q));
  }

  @Override
  public void quantiles(double[] u, double[] out, int count) {
    Arguments.probabilities(u, out, count);
    Window window = window(location, scale, lower, upper);
    toProbabilities(window, u, out, count);
    NormalQuantile.quantile(out, out, count);
    toValues(window, out, count);
  }

  @Override
  public void quantiles(double[] u, double[] out, int count, Workspace workspace) {
    Arguments.probabilities(u, out, count);
    Window window = window(location, scale, lower, upper);
    toProbabilities(window, u, out, count);
    NormalQuantile.quantile(out, out, count, workspace.scratch());
    toValues(window, out, count);
  }

  private static void toProbabilities(Window window, double[] u, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = window.probability(u[i]);
    }
  }

  private void toValues(Window window, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = value(window.sign(), out[i]);
    }
  }

  /**
   * The mean after cutting, by numerical integration.
   *
   * @return the mean, within 1e-9 of {@code scale}
   */
  @Override
  public double mean() {
    return location + scale * TruncatedMoments.of(standardised(lower), standardised(upper)).mean();
  }

  /**
   * The standard deviation after cutting, by numerical integration.
   *
   * @return the standard deviation, within one part in 1e9
   */
  @Override
  public double standardDeviation() {
    TruncatedMoments moments = TruncatedMoments.of(standardised(lower), standardised(upper));
    return scale * moments.standardDeviation();
  }

  private double standardised(double bound) {
    return (bound - location) / scale;
  }

  @Override
  public String describe() {
    return "normal, mean "
        + NumberText.of(location)
        + ", s.d. "
        + NumberText.of(scale)
        + ", cut to "
        + NumberText.interval(lower, upper);
  }
}
