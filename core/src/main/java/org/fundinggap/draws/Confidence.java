package org.fundinggap.draws;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.fundinggap.internal.RootSearch;

/** How far 95% confidence intervals reach. */
final class Confidence {
  /*
   * Mean. It is about normal, and its error is an estimate itself: Student's t with one degree of freedom
   * less than there are draws, or replicates.
   *
   * Quantile. The r-th smallest of n draws has a share of the distribution below it that is Beta(r, n + 1 - r)
   * distributed, whatever the distribution. The ranks at which the true quantile lies below, or above, with a
   * probability of 2.5% are real numbers, and draws are interpolated between ranks. Where not even the
   * least draw is a lower end, there is none.
   *
   * Share. The shares that are not 1.96 of their own standard errors from the one that came out (Wilson). It
   * needs no draw on either side: of n draws without one, up to about 4 / n.
   *
   * References. A. D. Hutson, Calculating nonparametric confidence intervals for quantiles using fractional
   * order statistics, Journal of Applied Statistics 26 (1999), 343-353. E. B. Wilson, Probable inference, the
   * law of succession, and statistical inference, JASA 22 (1927), 209-212.
   */
  /** Standard errors to either side that hold 95% of a normal distribution. */
  static final double NORMAL = 1.959963984540054;

  /** The normal rank is off by less than so many ranks unless a tail is far and draws are few. */
  private static final double NEAR = 2;

  private static final double ACCURACY = 1e-6;

  private static final double UPPER_TAIL = 0.975;

  /** Above these Student's t and the normal distribution agree to seven digits. */
  private static final int MANY = 1 << 24;

  private Confidence() {}

  /**
   * How many standard errors a 95% interval reaches to either side.
   *
   * @param degrees of freedom of the standard error; NaN if there are none
   */
  static double student(int degrees) {
    if (degrees < 1) {
      return Double.NaN;
    }
    return degrees > MANY
        ? NORMAL
        : new TDistribution(degrees).inverseCumulativeProbability(UPPER_TAIL);
  }

  /**
   * Of a quantile of independent draws.
   *
   * @param draws two or more, or nothing is known
   * @param probability strictly between 0 and 1, or it is refused
   */
  static Interval ofQuantile(Summary draws, double probability) {
    requireInside(probability);
    return draws.size() == 1 || Double.isNaN(draws.quantile(probability))
        ? Interval.UNKNOWN
        : Interval.between(lower(draws, probability), upper(draws, probability));
  }

  /** Refuses the ends, at which draws say nothing of what they lack. */
  static void requireInside(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability must be inside (0, 1), was "
              + probability
              + "; the ends have no standard error");
    }
  }

  /** The standard error that an interval stands for; NaN if the interval is not known. */
  static double error(Interval interval, double reach) {
    return interval.isKnown() ? interval.width() / 2 / reach : Double.NaN;
  }

  private static double lower(Summary draws, double probability) {
    int size = draws.size();
    if (shareBelow(probability, 1, size) < UPPER_TAIL) {
      return Double.NEGATIVE_INFINITY; // even the least draw may be above the true quantile
    }
    return shareBelow(probability, size, size) > UPPER_TAIL
        ? draws.quantile(1)
        : atRank(draws, rank(probability, size, UPPER_TAIL));
  }

  private static double upper(Summary draws, double probability) {
    int size = draws.size();
    if (shareBelow(probability, size, size) > 1 - UPPER_TAIL) {
      return Double.POSITIVE_INFINITY;
    }
    return shareBelow(probability, 1, size) < 1 - UPPER_TAIL
        ? draws.quantile(0)
        : atRank(draws, rank(probability, size, 1 - UPPER_TAIL));
  }

  /**
   * The rank, from 1 on, whose draw is below the true quantile with some probability: near that of
   * a normal distribution, which few evaluations make right to a millionth of a rank.
   */
  private static double rank(double quantile, int size, double below) {
    DoubleUnaryOperator off = rank -> shareBelow(quantile, rank, size) - below;
    double spread = NORMAL * Math.sqrt(size * quantile * (1 - quantile));
    double normal = size * quantile + 0.5 + (below > 0.5 ? -spread : spread);
    double lower = Math.max(1, normal - NEAR);
    double upper = Math.min(size, normal + NEAR);
    boolean isBetween =
        lower < upper && off.applyAsDouble(lower) > 0 && off.applyAsDouble(upper) < 0;
    return RootSearch.find(off, isBetween ? lower : 1, isBetween ? upper : size, ACCURACY)
        .root()
        .orElseThrow();
  }

  private static double atRank(Summary draws, double rank) {
    return draws.quantile((rank - 1) / (draws.size() - 1));
  }

  private static double shareBelow(double quantile, double rank, int size) {
    return Beta.regularizedBeta(quantile, rank, size + 1 - rank);
  }

  /**
   * Of a share that independent draws give.
   *
   * @param share from 0 to 1
   * @param size how many draws
   */
  static Interval ofShare(double share, double size) {
    if (Double.isNaN(share)) {
      return Interval.UNKNOWN;
    }
    double squared = NORMAL * NORMAL / size;
    double middle = (share + squared / 2) / (1 + squared);
    double reach =
        NORMAL * Math.sqrt(share * (1 - share) / size + squared / size / 4) / (1 + squared);
    return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
  }
}
