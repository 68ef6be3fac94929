package org.fundinggap.estimation;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;
import org.fundinggap.distribution.Distribution;
import org.fundinggap.evidence.Cited;
import org.fundinggap.internal.Checks;

/**
 * A number estimated from a short series, after pooling with a belief. It has the unit of the
 * number.
 *
 * @param mean the estimate, within 1e100 of zero
 * @param standardError how far off it may be: two times in three within this, 0 to 1e100
 * @param years how many yearly numbers went into it, 0 or more
 * @param weightOfData how far it rests on data and not on the belief: 0 is the belief alone, 1 the
 *     data alone
 * @param ids ids of the evidence that it was made from; empty if that is not kept track of
 */
public record Estimate(
    double mean, double standardError, int years, double weightOfData, Set<String> ids) {

  /**
   * Checks the numbers.
   *
   * @param mean as described above
   * @param standardError as described above
   * @param years as described above
   * @param weightOfData as described above
   * @param ids as described above
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Estimate {
    Limits.place(mean, "mean");
    Limits.notNegative(standardError, "standardError", "write 0 for a number that is known");
    Checks.atLeast(years, 0, "years", "count the yearly numbers that went in");
    Checks.within(weightOfData, 0, 1, "weightOfData", "write 0.3 for 30%");
    ids = ImmutableSet.copyOf(ids);
  }

  /**
   * An estimate whose evidence is not kept track of.
   *
   * @param mean the estimate, within 1e100 of zero
   * @param standardError how far off it may be, 0 to 1e100
   * @param years how many yearly numbers went into it, 0 or more
   * @param weightOfData how far it rests on data, 0 to 1
   * @throws IllegalArgumentException if a number is NaN or out of bounds
   */
  public Estimate(double mean, double standardError, int years, double weightOfData) {
    this(mean, standardError, years, weightOfData, ImmutableSet.of());
  }

  /**
   * An estimate that names what it was made from.
   *
   * @param mean the estimate, within 1e100 of zero
   * @param standardError how far off it may be, 0 to 1e100
   * @param years how many yearly numbers went into it, 0 or more
   * @param weightOfData how far it rests on data, 0 to 1
   * @return the estimate, with the ids of mean and error
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public static Estimate of(Cited mean, Cited standardError, int years, double weightOfData) {
    Set<String> ids = Cited.joined(mean.ids(), standardError.ids());
    return Culprits.naming(
        ids, () -> new Estimate(mean.value(), standardError.value(), years, weightOfData, ids));
  }

  /**
   * The estimate as a number, without its error.
   *
   * @return the mean, with the ids
   */
  public Cited cited() {
    return new Cited(mean, ids, false);
  }

  /**
   * The standard error as a number.
   *
   * @return the error, with the ids
   */
  public Cited citedError() {
    return new Cited(standardError, ids, false);
  }

  /**
   * The estimate as a distribution: a normal one between two bounds of what the number can be. Its
   * mean moves inwards where a bound is near; its most likely value stays.
   *
   * @param lower the least value possible, at most {@code mean}; minus infinity for none
   * @param upper the greatest value possible, at least {@code mean}; infinity for none
   * @return a truncated normal distribution; a fixed one if {@code standardError} is 0 or too small
   *     for a distribution (below 1e-100)
   * @throws IllegalArgumentException if {@code mean} does not lie within the bounds, or the bounds
   *     are equal and the number is not known
   */
  public Distribution within(double lower, double upper) {
    return Culprits.naming(
        ids,
        () -> {
          Checks.within(
              mean,
              lower,
              upper,
              "mean (standard error " + standardError + ")",
              "widen the bounds, or look at the series and the belief that gave it");
          return standardError < Limits.SMALLEST
              ? Distribution.fixed(mean)
              : Distribution.truncatedNormal(mean, standardError, lower, upper);
        });
  }

  /**
   * How the number was made, as one clause for people: {@code method("mean of # yearly changes")}
   * is {@code mean of 9 yearly changes, weight of data 0.62}.
   *
   * @param what what was estimated, with {@code #} where the number of years is to stand; without a
   *     {@code #}, "of 9 years" is put behind it
   * @return the clause
   * @throws IllegalArgumentException if {@code what} is blank
   */
  public String method(String what) {
    Checks.notBlank(what, "what");
    String counted =
        what.contains("#")
            ? what.replace("#", Integer.toString(years))
            : what + " of " + years + (years == 1 ? " year" : " years");
    return counted + String.format(Locale.ROOT, ", weight of data %.2f", weightOfData);
  }
}
