package org.fundinggap.hindcast;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fundinggap.calibration.Calibration;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * A date to forecast from: what had been published by then, and the base year that was the latest.
 *
 * @param baseYear the last year of which everything was known
 * @param asOf the date of which the register stands
 */
public record ForecastOrigin(FinancialYear baseYear, LocalDate asOf)
    implements Comparable<ForecastOrigin> {
  /**
   * Checks that neither is missing.
   *
   * @param baseYear as described above
   * @param asOf as described above
   */
  public ForecastOrigin {
    Objects.requireNonNull(baseYear, "baseYear");
    Objects.requireNonNull(asOf, "asOf");
  }

  /**
   * The origin of a base year: {@link Calibration#dayOf}.
   *
   * @param baseYear such as 2015-16
   * @return such as 2015-16 as of 31 January 2017
   */
  public static ForecastOrigin of(FinancialYear baseYear) {
    return new ForecastOrigin(baseYear, Calibration.dayOf(baseYear));
  }

  /**
   * Every origin that a register allows.
   *
   * @param evidence the whole register
   * @return in order; those whose base year has all that the model needs, and a later year with an
   *     outturn
   */
  public static List<ForecastOrigin> all(EvidenceBase evidence) {
    List<FinancialYear> years = Calibration.baseYears(evidence);
    // Nothing comes after the last.
    return years.subList(0, Math.max(0, years.size() - 1)).stream()
        .map(ForecastOrigin::of)
        .filter(origin -> Calibration.missing(origin.known(evidence), origin.baseYear).isEmpty())
        .toList();
  }

  /**
   * The register as it stood.
   *
   * @param evidence the whole register
   * @return what had been published by the date
   */
  public EvidenceBase known(EvidenceBase evidence) {
    return evidence.asOf(asOf);
  }

  @Override
  public int compareTo(ForecastOrigin other) {
    return baseYear.compareTo(other.baseYear);
  }

  /** The base year and the date. */
  @Override
  public String toString() {
    return baseYear + " as of " + asOf;
  }
}
