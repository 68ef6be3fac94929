package org.fundinggap.draws;

import org.fundinggap.internal.NumberText;

/**
 * A number that comes out of draws, and how far it may be off because they are finite.
 *
 * @param value the number
 * @param standardError its Monte Carlo standard error, in the same unit; 0 for what is known, NaN
 *     if the draws do not say, as Sobol draws of a single replicate
 * @param reach how many standard errors its 95% interval reaches to either side: 1.96, or Student's
 *     t where the error comes from few draws or replicates; NaN if the draws do not say
 */
public record WithError(double value, double standardError, double reach) {
  /** What the draws do not say. */
  public static final WithError UNKNOWN = new WithError(Double.NaN, Double.NaN, Double.NaN);

  /**
   * A number that is known, and no estimate.
   *
   * @param value the number
   * @return it, with an error of 0
   */
  public static WithError known(double value) {
    return new WithError(value, 0, Confidence.NORMAL);
  }

  /**
   * The mean of draws.
   *
   * @param draws whose mean
   * @return it, with its error
   */
  public static WithError meanOf(Summary draws) {
    return new WithError(draws.mean(), draws.meanError(), draws.meanReach());
  }

  /**
   * A quantile of draws.
   *
   * @param draws whose quantile
   * @param probability strictly between 0 and 1
   * @return it, with its error; {@link Summary#quantileInterval} may reach further to one side
   * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
   */
  public static WithError quantileOf(Summary draws, double probability) {
    double reach = draws instanceof Draws kept ? kept.shareReach() : Confidence.NORMAL;
    return new WithError(draws.quantile(probability), draws.quantileError(probability), reach);
  }

  /**
   * A number that is worked out from draws, and off by about the mean of what each of them adds to
   * it (the delta method).
   *
   * @param value the number
   * @param influence what each draw adds to it, times the number of draws
   * @return it, with the error of the mean of {@code influence}
   */
  public static WithError byInfluence(double value, Draws influence) {
    return new WithError(value, influence.meanError(), influence.meanReach());
  }

  /**
   * Its 95% confidence interval.
   *
   * @return the value and {@code reach} standard errors to either side; unknown where the error is
   */
  public Interval interval() {
    return Interval.about(value, reach * standardError);
  }

  /** The number to four figures or to the unit, and its error to two. */
  @Override
  public String toString() {
    return NumberText.of(value) + " (MC s.e. " + NumberText.error(standardError) + ")";
  }
}
