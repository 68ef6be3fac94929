package org.fundinggap.estimation;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.fundinggap.evidence.Cited;

/**
 * What is believed of a standard deviation before any data: a value, and for how many further years
 * of data it counts.
 *
 * @param spread the standard deviation expected, in the unit of the numbers, 1e-100 to 1e100
 * @param years the weight of the belief in years of data, 1e-100 to 1e100; 4 is a loose belief
 * @param ids ids of the evidence that it was made from; empty if that is not kept track of
 */
public record SpreadBelief(double spread, double years, Set<String> ids) {

  /**
   * Checks the numbers.
   *
   * @param spread as described above
   * @param years as described above
   * @param ids as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public SpreadBelief {
    Limits.positive(spread, "spread", "give a small spread for numbers that hardly vary");
    Limits.positive(years, "years", "give a small number for a belief that hardly counts");
    ids = ImmutableSet.copyOf(ids);
  }

  /**
   * A belief whose evidence is not kept track of.
   *
   * @param spread the standard deviation expected, 1e-100 to 1e100
   * @param years the weight of the belief in years of data, 1e-100 to 1e100
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public SpreadBelief(double spread, double years) {
    this(spread, years, ImmutableSet.of());
  }

  /**
   * A belief that names what it was made from.
   *
   * @param spread the standard deviation expected, 1e-100 to 1e100
   * @param years the weight of the belief in years of data, 1e-100 to 1e100
   * @return the belief, with the ids of both
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public static SpreadBelief of(Cited spread, Cited years) {
    Set<String> ids = Cited.joined(spread.ids(), years.ids());
    return Culprits.naming(ids, () -> new SpreadBelief(spread.value(), years.value(), ids));
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
   * @param from ids of the evidence that the data were made from
   */
  Estimate pooledWith(
      double squares, double freedom, double autocorrelation, int values, Set<String> from) {
    double alike = autocorrelation * autocorrelation;
    double share = (1 - alike) / (1 + alike);
    double counted = Math.max(freedom, 0) * share;
    double total = counted + years;
    double variance = (squares * share + years * spread * spread) / total;
    return estimate(Math.sqrt(variance), total, values, counted / total, Cited.joined(from, ids));
  }

  /** The belief itself, where the data are too few to say anything. */
  Estimate alone(int values) {
    return estimate(spread, years, values, 0, ids);
  }

  private static Estimate estimate(
      double pooled, double freedom, int values, double weight, Set<String> from) {
    return Culprits.naming(
        from, () -> new Estimate(pooled, pooled / Math.sqrt(2 * freedom), values, weight, from));
  }
}
