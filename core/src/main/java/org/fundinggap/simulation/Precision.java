package org.fundinggap.simulation;

import java.util.Objects;
import java.util.OptionalDouble;
import org.fundinggap.draws.Summary;
import org.fundinggap.internal.Checks;
import org.fundinggap.model.Block;
import org.fundinggap.model.Variable;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.random.Sampling;

/**
 * When a run has enough draws: once the standard error of one of its figures is small enough.
 *
 * <p>The error is looked at after 16,384 draws and again each time that their number has grown by a
 * quarter (of Sobol draws, doubled), so the result does not depend on threads. Sobol draws need 16
 * replicates at least: the error of fewer is too rough to stop by. It is itself an estimate. A
 * number that is the same in every draw so far never counts as precise; such a run goes on to its
 * limit.
 *
 * @param scenario the scenario's name
 * @param variable a kept variable of it
 * @param year one of its years
 * @param quantile which quantile, strictly between 0 and 1; empty for the mean
 * @param standardError the greatest Monte Carlo standard error, positive, in the unit of the
 *     variable
 */
public record Precision(
    String scenario,
    Variable variable,
    FinancialYear year,
    OptionalDouble quantile,
    double standardError) {
  /** How many replicates of Sobol draws state an error that a run may be stopped by. */
  private static final int FEWEST_REPLICATES = 16;

  private static final int FIRST_LOOK = 16 * Block.SIZE;

  /**
   * Checks the numbers.
   *
   * @param scenario as described above
   * @param variable as described above
   * @param year as described above
   * @param quantile as described above
   * @param standardError as described above
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public Precision {
    Objects.requireNonNull(scenario, "scenario must be given, was null");
    Objects.requireNonNull(variable, "variable must be given, was null");
    Objects.requireNonNull(year, "year must be given, was null");
    Objects.requireNonNull(quantile, "quantile must be given, was null; empty is the mean");
    Checks.within(
        standardError,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        "standardError",
        "give a positive number, in the unit of " + variable.name());
    if (quantile.isPresent()) {
      Checks.within(
          quantile.getAsDouble(), 1e-9, 1 - 1e-9, "quantile", "write 0.9 for the 90th percentile");
    }
  }

  /**
   * Enough draws for a mean.
   *
   * @param scenario the scenario's name
   * @param variable a kept variable of it
   * @param year one of its years
   * @param standardError the greatest standard error, positive
   * @return the precision
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public static Precision ofMean(
      String scenario, Variable variable, FinancialYear year, double standardError) {
    return new Precision(scenario, variable, year, OptionalDouble.empty(), standardError);
  }

  /**
   * Enough draws for a quantile.
   *
   * @param scenario the scenario's name
   * @param variable a kept variable of it
   * @param year one of its years
   * @param probability which quantile, strictly between 0 and 1, such as 0.9
   * @param standardError the greatest standard error, positive
   * @return the precision
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public static Precision ofQuantile(
      String scenario,
      Variable variable,
      FinancialYear year,
      double probability,
      double standardError) {
    return new Precision(scenario, variable, year, OptionalDouble.of(probability), standardError);
  }

  /** An error from few replicates is itself so rough that a lucky one would end the run. */
  static void requireSteadyErrors(Settings settings) {
    Sampling sampling = settings.sampling();
    if (!sampling.isIndependent() && sampling.replicates() < FEWEST_REPLICATES) {
      throw new IllegalArgumentException(
          "replicates must be at least "
              + FEWEST_REPLICATES
              + " to stop at a precision, was "
              + sampling.replicates()
              + ", whose standard error is none or too rough to stop by; use Sampling.sobol("
              + FEWEST_REPLICATES
              + "), or run without a precision");
    }
  }

  /** After how many draws to look first. */
  static int firstLook(Settings settings) {
    return Math.min(FIRST_LOOK, settings.draws());
  }

  /**
   * When to look next: after a quarter more draws, or twice as many of Sobol draws, which are most
   * even at powers of two.
   */
  static int nextLook(int done, Settings settings) {
    boolean independent = settings.sampling().isIndependent();
    long grown = independent ? (done + done / 4L) / Block.SIZE * Block.SIZE : 2L * done;
    return (int) Math.min(grown, settings.draws());
  }

  /**
   * Whether a summary is precise enough; not if the error is NaN, nor if it is zero, because draws
   * that are all the same say that what varies has not been met yet, or that nothing does.
   */
  boolean isReachedBy(Summary summary) {
    double error =
        quantile.isPresent() ? summary.quantileError(quantile.getAsDouble()) : summary.meanError();
    return error > 0 && error <= standardError;
  }
}
