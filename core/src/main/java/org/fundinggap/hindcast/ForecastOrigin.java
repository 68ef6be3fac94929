package org.fundinggap.hindcast;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
  /** By the end of January the statistics of the year that ended ten months before are out. */
  private static final int DAY = 31;

  /** The first base year that is looked at; children in need are published from 2012-13 on. */
  private static final FinancialYear FIRST = FinancialYear.parse("2009-10");

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
   * The origin of a base year: 31 January of the year after it ended.
   *
   * @param baseYear such as 2015-16
   * @return such as 2015-16 as of 31 January 2017
   */
  public static ForecastOrigin of(FinancialYear baseYear) {
    return new ForecastOrigin(baseYear, LocalDate.of(baseYear.endYear() + 1, Month.JANUARY, DAY));
  }

  /**
   * Every origin that a register allows.
   *
   * @param evidence the whole register
   * @return in order; those whose base year has all that the model needs, and a later year with an
   *     outturn
   */
  public static List<ForecastOrigin> all(EvidenceBase evidence) {
    FinancialYear last = Calibration.latestBaseYear(evidence).orElse(FIRST);
    return Stream.iterate(FIRST, year -> year.plus(1))
        .limit(Math.max(0, FIRST.yearsUntil(last)))
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
