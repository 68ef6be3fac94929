package org.fundinggap.estimation;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.fundinggap.evidence.Cited;

/**
 * What is believed of a number before any data: a normal distribution. It has the unit of the
 * number.
 *
 * @param mean the value expected, within 1e100 of zero
 * @param standardDeviation how far off it may be: two times in three within this, 1e-100 to 1e100
 * @param ids ids of the evidence that it was made from; empty if that is not kept track of
 */
public record Belief(double mean, double standardDeviation, Set<String> ids) {

  /**
   * Checks the numbers.
   *
   * @param mean as described above
   * @param standardDeviation as described above
   * @param ids as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Belief {
    Limits.place(mean, "mean");
    Limits.positive(
        standardDeviation,
        "standardDeviation",
        "give how far off the mean may be; a small one for a number that is all but known");
    ids = ImmutableSet.copyOf(ids);
  }

  /**
   * A belief whose evidence is not kept track of.
   *
   * @param mean the value expected, within 1e100 of zero
   * @param standardDeviation how far off it may be, 1e-100 to 1e100
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Belief(double mean, double standardDeviation) {
    this(mean, standardDeviation, ImmutableSet.of());
  }

  /**
   * A belief that names what it was made from.
   *
   * @param mean the value expected, within 1e100 of zero
   * @param standardDeviation how far off it may be, 1e-100 to 1e100
   * @return the belief, with the ids of both
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public static Belief of(Cited mean, Cited standardDeviation) {
    Set<String> ids = Cited.joined(mean.ids(), standardDeviation.ids());
    return Culprits.naming(ids, () -> new Belief(mean.value(), standardDeviation.value(), ids));
  }

  /**
   * The belief after data: both weighted by precision, which is one over the squared error.
   *
   * @param value what the data alone say
   * @param error the standard error of {@code value}, not negative
   * @param years how many yearly numbers the data are
   * @param from ids of the evidence that the data were made from
   */
  Estimate pooledWith(double value, double error, int years, Set<String> from) {
    double believed = standardDeviation * standardDeviation;
    double weight = believed / (believed + error * error);
    double pooled = weight * value + (1 - weight) * mean;
    Set<String> all = Cited.joined(from, ids);
    return Culprits.naming(
        all, () -> new Estimate(pooled, Math.sqrt(weight) * error, years, weight, all));
  }

  /** The belief itself, where the data are too few to say anything. */
  Estimate alone(int years) {
    return new Estimate(mean, standardDeviation, years, 0, ids);
  }
}
