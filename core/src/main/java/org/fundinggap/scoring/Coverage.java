package org.fundinggap.scoring;

import org.apache.commons.math3.special.Beta;
import org.fundinggap.internal.Checks;
import org.fundinggap.internal.NumberText;
import org.fundinggap.internal.RootSearch;

/**
 * How often something held: such as a band its outcome.
 *
 * @param held how often it held, 0 to {@code of}
 * @param of how many cases there are, 1 or more
 */
public record Coverage(int held, int of) {
  /*
   * Method. C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the
   * Case of the Binomial, Biometrika 26 (1934), 404-413: the shares for which as few or as many would be no
   * rarer than the tail. The binomial's tails are those of the beta distribution, which also has them for
   * an effective number that is not whole: E. L. Korn and B. I. Graubard, Confidence Intervals for
   * Proportions with Small Expected Number of Positive Counts Estimated from Survey Data, Survey
   * Methodology 24 (1998), 193-201.
   */

  /**
   * Checks the counts.
   *
   * @param held as described above
   * @param of as described above
   * @throws IllegalArgumentException if a count is out of bounds
   */
  public Coverage {
    Checks.atLeast(of, 1, "of", "score one case at least");
    Checks.within(held, 0, of, "held", "count among the cases only");
  }

  /**
   * How often it held.
   *
   * @return 0 to 1
   */
  public double share() {
    return (double) held / of;
  }

  /**
   * What the true share may be, if all cases are independent.
   *
   * @param level how sure to be, such as 0.95, inside (0, 1)
   * @return an interval that holds the true share with at least this probability
   * @throws IllegalArgumentException if {@code level} is out of bounds
   */
  public Interval interval(double level) {
    return interval(of, level);
  }

  /**
   * What the true share may be, if the cases tell as much as fewer independent ones would: those
   * that fall together, such as one quantity in successive years, say little more than one does.
   * The share stays as it is.
   *
   * @param effective the number of independent cases that would tell as much, above 0 to {@link
   *     #of()}; need not be whole
   * @param level how sure to be, such as 0.95, inside (0, 1)
   * @return an interval that holds {@link #share()}, from 0 if nothing held and up to 1 if all did;
   *     if {@code effective} is whole and so is its share, it holds the true share with at least
   *     this probability
   * @throws IllegalArgumentException if an argument is out of bounds
   */
  public Interval interval(double effective, double level) {
    if (!(effective > 0 && effective <= of)) {
      throw new IllegalArgumentException(
          "effective must be above 0 and at most the "
              + of
              + " cases, was "
              + effective
              + "; cases that hang together count for fewer, never for more");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level must be inside (0, 1), was " + level + "; write 0.95 to be 95% sure");
    }
    double tail = (1 - level) / 2;
    double notHeld = new Coverage(of - held, of).share();
    return new Interval(bound(share(), effective, tail), 1 - bound(notHeld, effective, tail));
  }

  /** The least true share with which as large a share would be seen with the probability. */
  private static double bound(double share, double effective, double probability) {
    if (share == 0) {
      return 0;
    }
    double count = share * effective;
    double others = effective - count + 1;
    return RootSearch.solve(
        "share", x -> Beta.regularizedBeta(x, count, others), probability, 0, 1);
  }

  /** Such as {@code 40 of 50, 80.0%}. */
  @Override
  public String toString() {
    return held + " of " + of + ", " + NumberText.fixed("%.1f", 100 * share()) + "%";
  }
}
