package org.fundinggap.appraisal;

import java.util.Locale;
import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;

/**
 * Benefits for each pound of costs, both discounted.
 *
 * @param value mean benefits over mean costs, which is not the mean of the draws' ratios
 * @param error its Monte Carlo standard error, by the delta method on paired draws; NaN where that
 *     of a mean is, and where the 95% interval of mean costs holds zero, so that the ratio may be
 *     any number
 * @param reach how many standard errors its 95% interval reaches to either side; NaN where the
 *     error is
 */
public record BenefitCostRatio(double value, double error, double reach) {
  /*
   * Reason. The mean of ratios is carried by draws whose cost is next to zero. The ratio R of two means
   * is off by (mean of benefit - R cost) / mean cost, to first order, so its error is that of the mean
   * of benefit - R cost, over mean cost. First order is good while mean cost is many times its own
   * standard error. Where mean cost may be zero, the ratios that go with the draws have no bounds
   * (Fieller), so nothing is stated.
   *
   * Reference. E. C. Fieller, Some problems in interval estimation, JRSS B 16 (1954), 175-185.
   */
  static BenefitCostRatio of(Draws benefits, Draws costs) {
    double cost = costs.mean();
    double ratio = benefits.mean() / cost;
    WithError with =
        WithError.byInfluence(ratio, benefits.combine(costs, (b, c) -> (b - ratio * c) / cost));
    return costs.meanInterval().holds(0)
        ? new BenefitCostRatio(ratio, Double.NaN, Double.NaN)
        : new BenefitCostRatio(ratio, with.standardError(), with.reach());
  }

  /**
   * Its 95% confidence interval.
   *
   * @return the value and {@code reach} standard errors to either side; unknown where the error is
   */
  public Interval interval() {
    return new WithError(value, error, reach).interval();
  }

  /** Such as {@code 1.84 (MC s.e. 0.02), of means}. */
  @Override
  public String toString() {
    String shown = Double.isNaN(error) ? "unknown" : String.format(Locale.ROOT, "%.2g", error);
    return String.format(Locale.ROOT, "%.2f (MC s.e. %s), of means", value, shown);
  }
}
