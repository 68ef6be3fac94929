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
   * The belief after data: squares pooled, each side counting for its degrees of freedom.
   *
   * @param squares the sum of squared deviations
   * @param freedom their degrees of freedom; none or fewer give the belief itself
   * @param values how many yearly numbers the data are
   */
  Estimate pooledWith(double squares, double freedom, int values) {
    double free = Math.max(freedom, 0);
    double total = free + years;
    double pooled = free > 0 ? Math.sqrt((squares + years * spread * spread) / total) : spread;
    return new Estimate(pooled, pooled / Math.sqrt(2 * total), values, free / total);
  }
}
