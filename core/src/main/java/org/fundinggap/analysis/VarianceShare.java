package org.fundinggap.analysis;

import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.NumberText;

/**
 * A share of the variance of a number, estimated from draws.
 *
 * @param value 0.4 for 40%; estimated without bias, so that a share of nothing comes out as often a
 *     little below 0 as above
 * @param standardError its Monte Carlo standard error, because draws are finite; NaN for Sobol
 *     draws of a single replicate, and where draws are too few to say
 * @param reach how many standard errors its 95% interval reaches to either side; NaN where the
 *     error is
 */
public record VarianceShare(double value, double standardError, double reach) {

  /** By what each draw adds to it, times the number of draws. */
  static VarianceShare byInfluence(double value, Draws influence) {
    WithError share = WithError.byInfluence(value, influence);
    return new VarianceShare(value, share.standardError(), share.reach());
  }

  /**
   * Its 95% confidence interval.
   *
   * @return the value and {@code reach} standard errors to either side; unknown where the error is
   */
  public Interval interval() {
    return new WithError(value, standardError, reach).interval();
  }

  /** Share and standard error, such as {@code 0.412 (0.006)}. */
  @Override
  public String toString() {
    return NumberText.share(value) + " (" + NumberText.share(standardError) + ")";
  }
}
