package org.fundinggap.estimation;

import org.fundinggap.evidence.Cited;

/** Estimates from long yearly records, in which a year counts the less the longer it is ago. */
public final class WeightedByAge {
  private WeightedByAge() {}

  /**
   * The size of yearly numbers about zero: the root of their weighted mean square.
   *
   * <p>A number that is k years older than the last has the weight w = 2^(-k / half-life). They
   * count for f = (sum of w)^2 / sum of w^2 numbers of equal weight (Kish 1965), so the error is
   * the size over sqrt(2 f). Drawing the size with that error mixes normal numbers of different
   * sizes, which have heavier tails than normal ones. Limit: with few numbers the true posterior
   * leans to larger sizes.
   *
   * @param numbers such as yearly changes without a drift, oldest first
   * @param halfLife years after which a number counts half, more than 0; 1e9 for equal weights
   * @return the size, in the unit of the numbers, with the ids of both
   * @throws IllegalArgumentException if {@code halfLife} is not positive
   */
  public static Estimate size(YearlySeries numbers, Cited halfLife) {
    if (!(halfLife.value() > 0)) {
      throw new IllegalArgumentException(
          "halfLife must be more than 0 years, was "
              + halfLife.value()
              + "; give the years after which a number counts half");
    }
    double weights = 0;
    double weightsSquared = 0;
    double squares = 0;
    for (int i = 0; i < numbers.years(); i++) {
      double age = numbers.years() - 1.0 - i;
      double weight = StrictMath.pow(2, -age / halfLife.value());
      weights += weight;
      weightsSquared += weight * weight;
      squares += weight * numbers.at(i) * numbers.at(i);
    }
    double size = Math.sqrt(squares / weights);
    double counted = weights * weights / weightsSquared;
    return new Estimate(
        size,
        size / Math.sqrt(2 * counted),
        numbers.years(),
        1,
        Cited.joined(numbers.ids(), halfLife.ids()));
  }
}
