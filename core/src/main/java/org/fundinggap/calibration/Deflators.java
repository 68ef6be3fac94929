package org.fundinggap.calibration;

import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.EvidenceKind;
import org.fundinggap.evidence.Observation;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;

/** The GDP deflator of the register. */
public final class Deflators {
  static final String OUTTURN = "gdp-deflator";
  static final String FORECAST = "cpi-inflation";
  static final String LONG_RUN = "inflation-long-run";

  private Deflators() {}

  /**
   * The deflator as the register holds it: outturn, then the forecast of consumer prices in its
   * place, then {@code inflation-long-run}.
   *
   * @param evidence the register
   * @return the deflator, named after its source
   */
  public static Deflator latest(EvidenceBase evidence) {
    NavigableMap<Integer, Double> outturn = evidence.series(OUTTURN).byCalendarYear();
    return Deflator.fromCalendarYears(
        vintage(evidence, outturn.lastKey()), outturn, forecast(evidence, outturn.lastKey()));
  }

  /**
   * The deflator as it stood in a base year: outturn of the calendar years that end in it, then
   * {@code inflation-long-run}: no forecast of the time is held.
   *
   * @param evidence the register
   * @param baseYear the base year
   * @return the deflator
   */
  public static Deflator of(EvidenceBase evidence, FinancialYear baseYear) {
    NavigableMap<Integer, Double> all = evidence.series(OUTTURN).byCalendarYear();
    if (baseYear.startYear() >= all.lastKey()) {
      return latest(evidence);
    }
    NavigableMap<Integer, Double> known = all.headMap(baseYear.startYear(), true);
    TreeMap<Integer, Double> growth = new TreeMap<>();
    growth.put(baseYear.startYear() + 1, evidence.prior(LONG_RUN).centre());
    return Deflator.fromCalendarYears(vintage(evidence, known.lastKey()), known, growth);
  }

  /**
   * The index of a year as the deflator of a base year has it, with what it was made from.
   *
   * @param evidence the register
   * @param baseYear the base year, as for {@link #of}
   * @param year the year
   * @return the index, whose ids are the series and, for years without a forecast, the prior
   */
  public static Cited index(EvidenceBase evidence, FinancialYear baseYear, FinancialYear year) {
    return BaseYearPrices.of(evidence, baseYear).index(year);
  }

  /**
   * The index of a year as {@link #latest} has it, with what it was made from.
   *
   * @param evidence the register
   * @param year the year
   * @return the index, whose ids are the series and, for years without a forecast, the prior
   */
  public static Cited latestIndex(EvidenceBase evidence, FinancialYear year) {
    int last = evidence.series(OUTTURN).byCalendarYear().lastKey();
    return index(evidence, FinancialYear.starting(last), year);
  }

  /** The last calendar year of outturn that the deflator of a base year knows. */
  static int lastOutturn(EvidenceBase evidence, FinancialYear baseYear) {
    return Math.min(baseYear.startYear(), evidence.series(OUTTURN).byCalendarYear().lastKey());
  }

  /** The last calendar year that it has a forecast for; of outturn where it has none. */
  static int lastForecast(EvidenceBase evidence, FinancialYear baseYear) {
    int last = evidence.series(OUTTURN).byCalendarYear().lastKey();
    return baseYear.startYear() >= last
        ? forecast(evidence, last).lastKey() - 1
        : baseYear.startYear();
  }

  /** The publication that holds the last outturn, and which that is. */
  private static String vintage(EvidenceBase evidence, int lastOutturn) {
    Observation last = evidence.series(OUTTURN).observations().get(Integer.toString(lastOutturn));
    return Objects.requireNonNull(last).provenance().citation() + "; outturn to " + lastOutturn;
  }

  private static NavigableMap<Integer, Double> forecast(EvidenceBase evidence, int lastOutturn) {
    TreeMap<Integer, Double> growth = new TreeMap<>();
    int last = lastOutturn;
    if (!evidence.hasSeries(FORECAST)) {
      growth.put(last + 1, evidence.prior(LONG_RUN).centre());
      return growth;
    }
    Series series = evidence.series(FORECAST);
    for (var entry : series.observations().entrySet()) {
      int year = Integer.parseInt(entry.getKey());
      Observation observation = entry.getValue();
      if (year > lastOutturn && observation.provenance().kind() == EvidenceKind.FORECAST) {
        growth.put(year, observation.value());
        last = year;
      }
    }
    growth.put(last + 1, evidence.prior(LONG_RUN).centre());
    return growth;
  }
}
