package org.fundinggap.analysis;

import org.fundinggap.internal.NumberText;

/**
 * A share of the variance of a number, estimated from draws.
 *
 * @param value 0.4 for 40%; estimated without bias, so that a share of nothing comes out as often a
 *     little below 0 as above
 * @param standardError its Monte Carlo standard error, because draws are finite
 */
public record VarianceShare(double value, double standardError) {
  /** Share and standard error, such as {@code 0.412 (0.006)}. */
  @Override
  public String toString() {
    return NumberText.share(value) + " (" + NumberText.share(standardError) + ")";
  }
}
