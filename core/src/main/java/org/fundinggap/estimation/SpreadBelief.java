package org.fundinggap.estimation;

/**
 * What is believed of a standard deviation before any data: a value, and for how many further years
 * of data it counts.
 *
 * @param spread the standard deviation expected, in the unit of the numbers, 1e-100 to 1e100
 * @param years the weight of the belief in years of data, 1e-100 to 1e100; 4 is a loose belief
 */
public record SpreadBelief(double spread, double years) {

  /**
   * Checks the numbers.
   *
   * @param spread as described above
   * @param years as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public SpreadBelief {
    Limits.positive(spread, "spread", "give a small spread for numbers that hardly vary");
    Limits.positive(years, "years", "give a small number for a belief that hardly counts");
  }

  /**
   * The belief after data: variances pooled, each counting for its degrees of freedom.
   *
   * @param squares the sum of squared deviations
   * @param freedom what {@code squares} comes to on average, for values of variance 1; at most 0 by
   *     rounding, where neighbours are all but one
   * @param autocorrelation the correlation of neighbours: where they are alike, the squares are
   *     too, and count for fewer degrees of freedom (Satterthwaite 1946, leading term)
   * @param values how many yearly numbers the data are
   */
  Estimate pooledWith(double squares, double freedom, double autocorrelation, int values) {
    double alike = autocorrelation * autocorrelation;
    double share = (1 - alike) / (1 + alike);
    double counted = Math.max(freedom, 0) * share;
    double total = counted + years;
    double variance = (squares * share + years * spread * spread) / total;
    return estimate(Math.sqrt(variance), total, values, counted / total);
  }

  /** The belief itself, where the data are too few to say anything. */
  Estimate alone(int values) {
    return estimate(spread, years, values, 0);
  }

  private static Estimate estimate(double pooled, double freedom, int values, double weight) {
    return new Estimate(pooled, pooled / Math.sqrt(2 * freedom), values, weight);
  }
}
