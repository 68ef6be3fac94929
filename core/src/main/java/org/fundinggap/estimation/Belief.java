package org.fundinggap.estimation;

/**
 * What is believed of a number before any data: a normal distribution. It has the unit of the
 * number.
 *
 * @param mean the value expected, within 1e100 of zero
 * @param standardDeviation how far off it may be: two times in three within this, 1e-100 to 1e100
 */
public record Belief(double mean, double standardDeviation) {

  /**
   * Checks the numbers.
   *
   * @param mean as described above
   * @param standardDeviation as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Belief {
    Limits.place(mean, "mean");
    Limits.positive(
        standardDeviation,
        "standardDeviation",
        "give how far off the mean may be; a small one for a number that is all but known");
  }

  /**
   * The belief after data: both weighted by precision, which is one over the squared error.
   *
   * @param value what the data alone say
   * @param error the standard error of {@code value}, not negative
   * @param years how many yearly numbers the data are
   */
  Estimate pooledWith(double value, double error, int years) {
    double believed = standardDeviation * standardDeviation;
    double weight = believed / (believed + error * error);
    double pooled = weight * value + (1 - weight) * mean;
    return new Estimate(pooled, Math.sqrt(weight) * error, years, weight);
  }

  /** The belief itself, where the data are too few to say anything. */
  Estimate alone(int years) {
    return new Estimate(mean, standardDeviation, years, 0);
  }
}
