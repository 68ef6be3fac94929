package org.fundinggap.distribution;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.fundinggap.internal.Arguments;
import org.fundinggap.internal.NormalProbability;
import org.fundinggap.random.Correlation;
import org.fundinggap.random.Workspace;

/**
 * How sure one is of a quantity: a distribution given by its quantile function. Sampling is the
 * quantile of a uniform, so one draw number means the same level of luck under every distribution.
 *
 * <p>All are made by the methods below; one that is not among them comes in by its quantile
 * function ({@link #ofQuantileFunction}) or as observations ({@link #empirical}).
 *
 * <p>Values are in the unit of the quantity. Every method is a pure function, with the same bits on
 * every JVM, and each vector method gives the bits of its scalar twin.
 */
public sealed interface Distribution
    permits Fixed,
        Normal,
        TruncatedNormal,
        LogNormal,
        Uniform,
        Triangular,
        Tabulated,
        QuantileCurve,
        Empirical,
        Discrete,
        ZeroOr {
  /*
   * Reason. Every kind repeats a loop over its own formula. With one loop for all, HotSpot calls the formula
   * for each draw: 4 to 6 ns where the uniform, triangular, discrete and empirical take 1 to 3 (JDK 17,
   * blocks of 1,024).
   */

  /**
   * A quantity that is known.
   *
   * @param value the value, within 1e100 of zero
   * @return the distribution
   */
  static Distribution fixed(double value) {
    return new Fixed(value);
  }

  /**
   * A normal distribution.
   *
   * @param mean the mean, within 1e100 of zero
   * @param standardDeviation the standard deviation, 1e-100 to 1e100
   * @return the distribution
   */
  static Distribution normal(double mean, double standardDeviation) {
    return new Normal(mean, standardDeviation);
  }

  /**
   * A normal distribution cut off at two bounds and scaled up to a total of one.
   *
   * @param location the mean before cutting, within 1e100 of zero
   * @param scale the standard deviation before cutting, 1e-100 to 1e100
   * @param lower the least value; minus infinity for none
   * @param upper the greatest value, above {@code lower}; infinity for none
   * @return the distribution
   */
  static Distribution truncatedNormal(double location, double scale, double lower, double upper) {
    return new TruncatedNormal(location, scale, lower, upper);
  }

  /**
   * A distribution whose logarithm is normal.
   *
   * @param median the median, 1e-100 to 1e100
   * @param sigma the standard deviation of the logarithm, 1e-100 to 10; 0.2 is about 20% either way
   * @return the distribution
   */
  static Distribution logNormal(double median, double sigma) {
    return new LogNormal(median, sigma);
  }

  /**
   * Every value between two bounds equally likely.
   *
   * @param lower the least value, within 1e100 of zero
   * @param upper the greatest value, above {@code lower}, within 1e100 of zero
   * @return the distribution
   */
  static Distribution uniform(double lower, double upper) {
    return new Uniform(lower, upper);
  }

  /**
   * A density that rises in a straight line from {@code lower} to {@code mode} and falls in one to
   * {@code upper}.
   *
   * @param lower the least value, within 1e100 of zero
   * @param mode the most likely value, from {@code lower} to {@code upper}
   * @param upper the greatest value, above {@code lower}, within 1e100 of zero
   * @return the distribution
   */
  static Distribution triangular(double lower, double mode, double upper) {
    return new Triangular(lower, mode, upper);
  }

  /**
   * A smooth density between two bounds about a best guess (PERT): a beta distribution with mean
   * {@code (lower + 4 mode + upper) / 6}.
   *
   * @param lower the least value, within 1e100 of zero
   * @param mode the most likely value, from {@code lower} to {@code upper}
   * @param upper the greatest value, above {@code lower}, within 1e100 of zero
   * @return the distribution
   */
  static Distribution pert(double lower, double mode, double upper) {
    return Families.pert(lower, mode, upper);
  }

  /**
   * A beta distribution between two bounds.
   *
   * @param alpha the shape at {@code lower}, 0.05 to 10,000
   * @param beta the shape at {@code upper}, 0.05 to 10,000; of {@code s} successes in {@code n}
   *     trials from an even prior, {@code alpha = s + 1} and {@code beta = n - s + 1}
   * @param lower the least value, within 1e100 of zero; 0 for a share
   * @param upper the greatest value, above {@code lower}, within 1e100 of zero; 1 for a share
   * @return the distribution
   */
  static Distribution beta(double alpha, double beta, double lower, double upper) {
    return Families.beta(alpha, beta, lower, upper);
  }

  /**
   * A gamma distribution, of a cost or a count that is above zero.
   *
   * @param shape mean squared over variance, 0.05 to 10,000
   * @param scale variance over mean, 1e-100 to 1e100
   * @return the distribution, with mean {@code shape * scale}
   */
  static Distribution gamma(double shape, double scale) {
    return Families.gamma(shape, scale);
  }

  /**
   * Three quantiles that somebody was asked for, without bounds (a metalog).
   *
   * @param p10 the value that 10 of 100 outcomes lie below, within 1e100 of zero
   * @param p50 the median, between the other two: not within a sixth of their distance of either
   * @param p90 the value that 90 of 100 outcomes lie below, within 1e100 of zero
   * @return the distribution, with these quantiles
   */
  static Distribution elicited(double p10, double p50, double p90) {
    return Elicited.unbounded(p10, p50, p90);
  }

  /**
   * Three quantiles that somebody was asked for, and bounds that can't be passed (a logit metalog).
   *
   * @param lower what every outcome lies above, within 1e100 of zero
   * @param p10 the value that 10 of 100 outcomes lie below, above {@code lower}
   * @param p50 the median, between its neighbours; if it is too near to one, the refusal says how
   *     far it may go
   * @param p90 the value that 90 of 100 outcomes lie below
   * @param upper what every outcome lies below, above {@code p90}, within 1e100 of zero
   * @return the distribution, with these quantiles
   */
  static Distribution elicited(double lower, double p10, double p50, double p90, double upper) {
    return Elicited.bounded(lower, p10, p50, p90, upper);
  }

  /**
   * Three quantiles that somebody was asked for, and a bound that every outcome lies above, such as
   * zero for a cost: a lognormal, skewed where the median is not half-way in ratio.
   *
   * @param lower what every outcome lies above, within 1e100 of zero
   * @param p10 the value that 10 of 100 outcomes lie below, above {@code lower}
   * @param p50 the median, between its neighbours; if it is too near to one, the refusal says how
   *     far it may go
   * @param p90 the value that 90 of 100 outcomes lie below, within 1e100 of zero
   * @return the distribution, with these quantiles
   */
  static Distribution elicitedAbove(double lower, double p10, double p50, double p90) {
    return Elicited.above(lower, p10, p50, p90);
  }

  /**
   * Three quantiles that somebody was asked for, and a bound that every outcome lies below; the
   * mirror image of {@link #elicitedAbove}.
   *
   * @param p10 the value that 10 of 100 outcomes lie below, within 1e100 of zero
   * @param p50 the median, between its neighbours; if it is too near to one, the refusal says how
   *     far it may go
   * @param p90 the value that 90 of 100 outcomes lie below
   * @param upper what every outcome lies below, above {@code p90}, within 1e100 of zero
   * @return the distribution, with these quantiles
   */
  static Distribution elicitedBelow(double p10, double p50, double p90, double upper) {
    return Elicited.below(p10, p50, p90, upper);
  }

  /**
   * Observations, each as likely as another.
   *
   * @param values the observations in any order, 2 to 10,000,000 of them, not all the same, within
   *     1e100 of zero; one that was made twice stands twice
   * @return the distribution
   */
  static Distribution empirical(double... values) {
    return new Empirical(values);
  }

  /**
   * A smooth curve through given quantiles.
   *
   * @param probabilities 3 to 1,000 probabilities, ascending and different by 1e-12 or more, from 0
   *     to 1
   * @param values the quantile of each, none below the one before and not all the same, within
   *     1e100 of zero; the first and the last are the bounds
   * @return the distribution, with exactly these quantiles
   */
  static Distribution ofQuantiles(double[] probabilities, double[] values) {
    Objects.requireNonNull(values, "values");
    return new QuantileCurve(probabilities, values);
  }

  /**
   * Any distribution whose quantile function is known, such as {@code ofQuantileFunction("weibull",
   * new WeibullDistribution(2, 3)::inverseCumulativeProbability)}. The function is called some
   * thousands of times to make a table, and not again.
   *
   * @param name what to call it: two are equal if their names and tables are
   * @param quantile the value for a probability from 0 to 1: at the ends the bounds, which may be
   *     infinite, inside finite; never falling; smooth to 1e-7 of the range from the 5% to the 95%
   *     quantile
   * @return the distribution
   */
  static Distribution ofQuantileFunction(String name, DoubleUnaryOperator quantile) {
    Objects.requireNonNull(quantile, "quantile");
    return Families.function(name, quantile);
  }

  /**
   * One of a few values.
   *
   * @param values the values, 2 to 1,000 of them, ascending and different, within 1e100 of zero
   * @param probabilities the probability of each, positive; they add up to 1 within 1e-9, and the
   *     last value takes what is missing
   * @return the distribution
   */
  static Distribution discrete(double[] values, double[] probabilities) {
    Objects.requireNonNull(values, "values");
    return new Discrete(values, probabilities);
  }

  /**
   * Exactly zero with some probability, else another distribution.
   *
   * @param probabilityOfZero the probability of zero, 0 to below 1; 0 gives the other's quantiles
   * @param otherwise what holds if it is not zero; it lies on one side of zero, or touches it: an
   *     effect that may lower something is all at or below zero
   * @return the distribution
   */
  static Distribution zeroOr(double probabilityOfZero, Distribution otherwise) {
    return new ZeroOr(probabilityOfZero, otherwise);
  }

  /**
   * The smallest value that the quantity is at or below with a probability of at least {@code p}.
   *
   * @param p a probability, 0 to 1
   * @return the quantile: {@link #lower()} at 0, {@link #upper()} at 1
   * @throws IllegalArgumentException if {@code p} is NaN or outside [0, 1]
   */
  double quantile(double p);

  /**
   * Sets {@code out[i]} to the quantile of {@code u[i]} for the first {@code count} elements.
   *
   * @param u probabilities, each 0 to 1
   * @param out where the values go; may be {@code u} itself
   * @param count how many elements, 0 to the length of the shorter array
   * @throws IllegalArgumentException if {@code count} is out of bounds or one of the probabilities
   *     is NaN or outside [0, 1]; nothing is written then
   */
  void quantiles(double[] u, double[] out, int count);

  /**
   * The same with memory to work in, for those who draw block after block. The bits are the same.
   *
   * @param u probabilities, each 0 to 1
   * @param out where the values go; may be {@code u} itself
   * @param count how many elements, 0 to the length of the shorter array
   * @param workspace to work in; used by distributions that would else make arrays in every call
   * @throws IllegalArgumentException if {@code count} is out of bounds or one of the probabilities
   *     is NaN or outside [0, 1]; nothing is written then
   */
  default void quantiles(double[] u, double[] out, int count, Workspace workspace) {
    Objects.requireNonNull(workspace, "workspace");
    quantiles(u, out, count);
  }

  /**
   * Sets {@code out[i]} to the value that stands where {@code z[i]} stands in the standard normal
   * distribution, for the first {@code count} elements. Normals tied together by a {@link
   * Correlation} become quantities of any distributions this way (a Gaussian copula).
   *
   * @param z standard normals; a NaN is refused or gives NaN
   * @param out where the values go; may be {@code z} itself
   * @param count how many elements, 0 to the length of the shorter array
   * @throws IllegalArgumentException if {@code count} is out of bounds
   */
  default void fromNormals(double[] z, double[] out, int count) {
    probabilities(z, out, count);
    quantiles(out, out, count);
  }

  /**
   * The same with memory to work in, for those who draw block after block. The bits are the same.
   *
   * @param z standard normals; a NaN is refused or gives NaN
   * @param out where the values go; may be {@code z} itself
   * @param count how many elements, 0 to the length of the shorter array
   * @param workspace to work in; used by distributions that would else make arrays in every call
   * @throws IllegalArgumentException if {@code count} is out of bounds
   */
  default void fromNormals(double[] z, double[] out, int count, Workspace workspace) {
    probabilities(z, out, count);
    quantiles(out, out, count, workspace);
  }

  private static void probabilities(double[] z, double[] out, int count) {
    Objects.requireNonNull(z, "z");
    Arguments.count(count, Math.min(z.length, out.length));
    NormalProbability.below(z, out, count);
    for (int i = 0; i < count; i++) {
      // Above 8.3 the probability rounds to 1, where an unbounded distribution is infinite.
      out[i] = Math.min(out[i], 0x1.fffffffffffffp-1);
    }
  }

  /**
   * The mean.
   *
   * @return the mean, finite
   */
  double mean();

  /**
   * The standard deviation.
   *
   * @return the standard deviation, finite, 0 only if the value is fixed
   */
  double standardDeviation();

  /**
   * The lower end of the support.
   *
   * @return the least value possible; minus infinity if there is none
   */
  double lower();

  /**
   * The upper end of the support.
   *
   * @return the greatest value possible; infinity if there is none
   */
  double upper();

  /**
   * What it is in words, for readers: the family and its parameters, such as {@code normal, mean
   * 0.02, s.d. 0.005}, or where these are many the mean, standard deviation and bounds.
   *
   * @return a phrase without a full stop, its numbers to four figures; {@code toString} has every
   *     digit
   */
  String describe();

  /**
   * Whether the quantity is known.
   *
   * @return true if every draw is the same
   */
  default boolean isFixed() {
    return lower() == upper();
  }
}
