package org.fundinggap.scoring;

import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NormalProbability;
import org.fundinggap.internal.NormalQuantile;
import org.fundinggap.internal.NumberText;

/**
 * A normal distribution as a forecast. Its score is the closed form of T. Gneiting and A. E.
 * Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, Journal of the American
 * Statistical Association 102 (2007), 359-378, equation 21, with the sign that makes less better.
 *
 * @param mean within 1e100 of zero
 * @param standardDeviation 1e-100 to 1e100
 */
public record NormalForecast(double mean, double standardDeviation) implements Forecast {
  private static final double ONE_OVER_SQRT_PI = 0x1.20dd750429b6dp-1;

  /**
   * Checks the numbers.
   *
   * @param mean as described above
   * @param standardDeviation as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public NormalForecast {
    Arguments.place(mean, "mean");
    Arguments.scale(
        standardDeviation,
        "standardDeviation",
        "give SampledForecast.of(mean) for a forecast without spread");
  }

  /**
   * A normal forecast.
   *
   * @param mean within 1e100 of zero
   * @param standardDeviation 1e-100 to 1e100
   * @return the forecast
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public static NormalForecast of(double mean, double standardDeviation) {
    return new NormalForecast(mean, standardDeviation);
  }

  @Override
  public double cdf(double x) {
    return NormalProbability.below(standardised(Arguments.place(x, "x")));
  }

  @Override
  public double quantile(double probability) {
    double z = NormalQuantile.quantile(ForecastChecks.inside(probability));
    return mean + standardDeviation * z;
  }

  @Override
  public double crps(double outcome) {
    double size = Math.abs(standardised(ForecastChecks.outcome(outcome)));
    double within = 1 - 2 * NormalProbability.below(-size);
    return standardDeviation
        * (size * within + 2 * NormalProbability.density(size) - ONE_OVER_SQRT_PI);
  }

  @Override
  public double pit(double outcome) {
    return NormalProbability.below(standardised(ForecastChecks.outcome(outcome)));
  }

  private double standardised(double x) {
    return (x - mean) / standardDeviation;
  }

  /** Such as {@code normal, mean 0.5, s.d. 0.1}. */
  @Override
  public String toString() {
    return "normal, mean " + NumberText.of(mean) + ", s.d. " + NumberText.of(standardDeviation);
  }
}
