package org.fundinggap.distribution;

/**
 * One tail of the distribution of a positive variable x as a function of w = ln x, in logarithms,
 * so that nothing is lost however small x or the tail is.
 */
interface TailFunction {

  /** The logarithm of the tail's probability. */
  double logProbability(double w);

  /** The logarithm of x times the density at x. */
  double logDensity(double w);

  /** The slope of {@link #logDensity(double)}. */
  double densitySlope(double w);
}
