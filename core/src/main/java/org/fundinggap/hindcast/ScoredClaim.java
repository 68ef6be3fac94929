package org.fundinggap.hindcast;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fundinggap.draws.Draws;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * A published projection beside what happened and what the model would have said on the day.
 *
 * @param claim the claim
 * @param madeOn when it was made
 * @param level what it comes to, in the unit and prices of the claim
 * @param outcome what happened; empty where the year has not come
 * @param progress where the claim's own path is now, if its year has not come
 * @param baseYear the base year from which the model ran on the day; empty if it could not
 * @param said what it drew for the same thing, and what benchmarks said; empty if it could not run
 */
public record ScoredClaim(
    ProjectionClaim claim,
    LocalDate madeOn,
    double level,
    OptionalDouble outcome,
    Optional<ProjectionClaim.Progress> progress,
    Optional<FinancialYear> baseYear,
    Optional<ModelsThen.Said> said) {
  /**
   * Checks that nothing is missing.
   *
   * @param claim as described above
   * @param madeOn as described above
   * @param level as described above
   * @param outcome as described above
   * @param progress as described above
   * @param baseYear as described above
   * @param said as described above
   */
  public ScoredClaim {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(madeOn, "madeOn");
    Objects.requireNonNull(outcome, "outcome");
  }

  static ScoredClaim of(
      ProjectionClaim claim, EvidenceBase evidence, Optional<ModelsThen.Said> said) {
    return new ScoredClaim(
        claim,
        claim.madeOn(evidence),
        claim.level(evidence),
        claim.outcome(evidence),
        claim.progress(evidence),
        claim.baseYear(evidence),
        said);
  }

  /**
   * How far the claim was from what happened, on the log scale. Its size is the claim's score: a
   * single number's continuous ranked probability score is its absolute error.
   *
   * @return the logarithm of outcome over level, above zero where the claim was too low; NaN where
   *     the year has not come
   */
  public double miss() {
    return missOf(level);
  }

  /**
   * How far the middle of the model's range was from what happened.
   *
   * @return as {@link #miss}; NaN where the year has not come or the model did not run
   */
  public double modelMiss() {
    return model().map(draws -> missOf(draws.quantile(0.5))).orElse(Double.NaN);
  }

  /**
   * How far the middle of a benchmark was from what happened.
   *
   * @param benchmark which
   * @return as {@link #miss}; NaN where the year has not come or the benchmark said nothing
   */
  public double benchmarkMiss(Benchmark benchmark) {
    return said.map(ModelsThen.Said::benchmarks)
        .map(middles -> middles.get(benchmark))
        .map(this::missOf)
        .orElse(Double.NaN);
  }

  /**
   * What the model drew.
   *
   * @return in the unit and prices of the claim; empty if it could not run
   */
  public Optional<Draws> model() {
    return said.map(ModelsThen.Said::model);
  }

  private double missOf(double said) {
    return outcome.isPresent() ? StrictMath.log(outcome.getAsDouble() / said) : Double.NaN;
  }

  /**
   * Where the claim lies in what the model would have said on the day.
   *
   * @return the share of draws not above it; NaN where the model did not run
   */
  public double shareOfDrawsBelow() {
    return model().map(draws -> 1 - draws.probabilityAbove(level)).orElse(Double.NaN);
  }
}
