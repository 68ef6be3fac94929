package org.fundinggap.appraisal;

import java.util.Locale;
import org.fundinggap.draws.Draws;

/**
 * Benefits for each pound of costs, both discounted.
 *
 * @param value mean benefits over mean costs, which is not the mean of the draws' ratios
 * @param error its Monte Carlo standard error, by the delta method on paired draws; NaN where that
 *     of a mean is
 */
public record BenefitCostRatio(double value, double error) {
  /*
   * Reason. The mean of ratios is carried by draws whose cost is next to zero. The ratio R of two means
   * is off by (mean of benefit - R cost) / mean cost, to first order, so its error is that of the mean
   * of benefit - R cost, over mean cost. First order is good while mean cost is many times its own
   * standard error.
   */
  static BenefitCostRatio of(Draws benefits, Draws costs) {
    double cost = costs.mean();
    double ratio = benefits.mean() / cost;
    double error = benefits.combine(costs, (b, c) -> b - ratio * c).meanError() / cost;
    return new BenefitCostRatio(ratio, error);
  }

  /** Such as {@code 1.84 (MC s.e. 0.02)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (MC s.e. %.2g)", value, error);
  }
}
