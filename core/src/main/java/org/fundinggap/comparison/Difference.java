package org.fundinggap.comparison;

import org.fundinggap.draws.Draws;
import org.fundinggap.draws.Interval;
import org.fundinggap.draws.WithError;
import org.fundinggap.internal.NumberText;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.Direction;

/**
 * One number in two scenarios, draw by draw: alternative less baseline. Immutable.
 *
 * <p>Both sides of a draw met the same luck, so what is left is what the scenarios differ in, and
 * the standard errors of {@link #draws()} are those of a paired difference: of Sobol draws too,
 * where they come from the differences of the replicates. A draw that is NaN makes every figure
 * NaN.
 */
public final class Difference {
  /*
   * Reason. Var(a - b) = Var(a) + Var(b) - 2 Cov(a, b), and common random numbers make the covariance
   * large.
   *
   * Reference. A. M. Law, Simulation Modeling and Analysis, 5th edition, 2015, section 11.2.
   */
  private static final int FEWEST = 100;

  private final Variable variable;
  private final Of of;
  private final Draws ofBaseline;
  private final Draws ofAlternative;
  private final Draws draws;
  private final double rounding;

  /** Of what it is: the names of both sides, the year or years, and the unit. */
  record Of(String baseline, String alternative, String period, String unit) {}

  Difference(Variable variable, Of of, Draws ofBaseline, Draws ofAlternative, double rounding) {
    this.variable = variable;
    this.of = of;
    this.ofBaseline = ofBaseline;
    this.ofAlternative = ofAlternative;
    this.draws = ofAlternative.combine(ofBaseline, (alternative, base) -> alternative - base);
    this.rounding = rounding;
  }

  /**
   * The variable that is compared.
   *
   * @return the variable
   */
  public Variable variable() {
    return variable;
  }

  /**
   * Unit and price basis of the difference. A total says so: cash added up over years is money of
   * different prices, children added up are child-years or events.
   *
   * @return such as {@code GBP million, real 2024-25}
   */
  public String unitText() {
    return of.unit;
  }

  /**
   * When.
   *
   * @return a year, or the years that were added up
   */
  public String period() {
    return of.period;
  }

  /**
   * What is taken off.
   *
   * @return the baseline's name
   */
  public String baseline() {
    return of.baseline;
  }

  /**
   * What it is taken off from.
   *
   * @return the alternative's name
   */
  public String alternative() {
    return of.alternative;
  }

  /**
   * The baseline's side.
   *
   * @return its draws
   */
  public Draws ofBaseline() {
    return ofBaseline;
  }

  /**
   * The alternative's side.
   *
   * @return its draws
   */
  public Draws ofAlternative() {
    return ofAlternative;
  }

  /**
   * Alternative less baseline in every draw, for mean, quantiles, probabilities and the Monte Carlo
   * standard error of each.
   *
   * @return as many draws as the run has
   */
  public Draws draws() {
    return draws;
  }

  /**
   * The probability that the alternative is better than the baseline. Draws in which both are the
   * same count as not better: {@link #probabilitySame()} says how many those are.
   *
   * @param better which way the variable improves
   * @return 0 to 1
   */
  public double probabilityBetter(Direction better) {
    return draws.times(better.sign()).probabilityAbove(rounding);
  }

  /**
   * The Monte Carlo standard error of {@link #probabilityBetter}.
   *
   * @param better which way the variable improves
   * @return as {@link Draws#probabilityAboveError} has it; NaN for Sobol draws of a single replicate
   */
  public double probabilityBetterError(Direction better) {
    return draws.times(better.sign()).probabilityAboveError(rounding);
  }

  /**
   * The probability that both are the same: what a policy does where it does nothing.
   *
   * <p>The same is what differs by no more than 1e-12 of the largest draw of either scenario in the
   * year, because numbers that are equal on paper may come out apart by as little.
   *
   * @return 0 to 1
   */
  public double probabilitySame() {
    return draws.map(this::sameness).mean();
  }

  private double sameness(double difference) {
    return Double.isNaN(difference) ? difference : Math.abs(difference) <= rounding ? 1 : 0;
  }

  /**
   * The variance ratio achieved: how many times as many draws it would take to know the mean
   * difference as well, if the two scenarios were run on draws of their own.
   *
   * <p>It is the variance of a difference of independent runs over that of the paired one, {@code
   * (var(a) + var(b)) / var(a - b)}, with variances over draws. Of Sobol draws it is what pairing
   * earns alone, without what their evenness earns as well.
   *
   * @return from 0.5 if the scenarios move exactly against each other by the same amount, over 1
   *     where pairing earned nothing, to infinity if the difference is the same in every draw, by
   *     the measure of {@link #probabilitySame}; NaN for a single draw
   */
  public double varianceRatio() {
    double paired = draws.standardDeviation();
    if (paired <= rounding) {
      return Double.POSITIVE_INFINITY;
    }
    double one = ofAlternative.standardDeviation() / paired;
    double other = ofBaseline.standardDeviation() / paired;
    return one * one + other * other;
  }

  /**
   * A 95% confidence interval of {@link #varianceRatio}, by what each draw adds to its logarithm.
   *
   * @return unknown where the ratio is infinite or NaN, where the error of a mean is, and of fewer
   *     than 100 draws, or replicates of fewer than 100, of which squares say too little of the tails
   */
  public Interval varianceRatioInterval() {
    double ratio = varianceRatio();
    if (!Double.isFinite(ratio) || draws.size() / draws.replicates() < FEWEST) {
      return Interval.UNKNOWN;
    }
    WithError log = WithError.byInfluence(0, varianceInfluence());
    double reach = StrictMath.exp(log.reach() * log.standardError());
    return Double.isNaN(reach) ? Interval.UNKNOWN : new Interval(ratio / reach, ratio * reach);
  }

  /** What each draw adds to the logarithm of the variance ratio, times their number. */
  private Draws varianceInfluence() {
    double apart = square(ofAlternative.standardDeviation()) + square(ofBaseline.standardDeviation());
    double paired = square(draws.standardDeviation());
    double alternative = ofAlternative.mean();
    double base = ofBaseline.mean();
    double mean = draws.mean();
    Draws ofSides =
        ofAlternative.combine(
            ofBaseline, (a, b) -> (square(a - alternative) + square(b - base)) / apart);
    return ofSides.combine(draws, (sides, difference) -> sides - square(difference - mean) / paired);
  }

  private static double square(double value) {
    return value * value;
  }

  /** A figure of the differences as tables write it; what rounding explains is nothing. */
  String text(double figure) {
    return NumberText.of(Math.abs(figure) <= rounding ? 0 : figure);
  }

  /** Names, period, mean and its error, 10th, 50th and 90th percentile. */
  @Override
  public String toString() {
    return variable.label()
        + " ("
        + of.unit
        + ") in "
        + of.period
        + ", "
        + of.alternative
        + " less "
        + of.baseline
        + ": "
        + draws;
  }
}
