package org.fundinggap.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Observation;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;

/** The GDP deflator of the register. */
public final class Deflators {
  static final String OUTTURN = "gdp-deflator";

  /** The record before the Treasury's begins. */
  static final String LONG_RECORD = "gdp-deflator-1960-on";

  static final String FORECAST = "cpi-inflation";
  static final String LONG_RUN = "inflation-long-run";

  private Deflators() {}

  /**
   * The deflator as the register holds it: outturn, then the growth of consumer prices in its
   * place, which is a forecast but for a year that is just over, then {@code inflation-long-run}.
   *
   * @param evidence the register
   * @return the deflator, named after its source
   */
  public static Deflator latest(EvidenceBase evidence) {
    NavigableMap<Integer, Double> outturn = evidence.series(OUTTURN).byCalendarYear();
    return deflator(evidence, outturn, evidence);
  }

  /**
   * The deflator as it stood in a base year: outturn of the calendar years up to the one in which
   * it starts, then the growth of consumer prices as it was known or forecast by the 31 January
   * after the base year's end, then {@code inflation-long-run}. With a register that is {@link
   * EvidenceBase#asOf as of} a date up to a year later it is as of that date.
   *
   * <p>By that day spending of the base year has been published, so it is when a projection from
   * the base year could first have been made. Outturn is in its latest revision.
   *
   * @param evidence the register
   * @param baseYear the base year
   * @return the deflator
   */
  public static Deflator of(EvidenceBase evidence, FinancialYear baseYear) {
    NavigableMap<Integer, Double> all = evidence.series(OUTTURN).byCalendarYear();
    return deflator(
        evidence, all.headMap(lastOutturn(evidence, baseYear), true), then(evidence, baseYear));
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
    return forecast(evidence, baseYear).lastKey() - 1;
  }

  /** Growth by calendar year after the last outturn, the long run as its last. */
  static NavigableMap<Integer, Double> forecast(EvidenceBase evidence, FinancialYear baseYear) {
    return forecast(then(evidence, baseYear), lastOutturn(evidence, baseYear));
  }

  /** How the deflator of a base year goes on; says of when the forecast is if it is not today's. */
  static String method(EvidenceBase evidence, FinancialYear baseYear) {
    EvidenceBase then = then(evidence, baseYear);
    if (then.asOfDate().isEmpty()) {
      return "outturn, then forecast";
    }
    int lastOutturn = lastOutturn(evidence, baseYear);
    int lastForecast = lastForecast(evidence, baseYear);
    String outturn = "outturn to " + lastOutturn + ", then ";
    return lastForecast == lastOutturn
        ? outturn + "the long run: no forecast of the time is held"
        : outturn
            + "forecast of "
            + observation(then, FORECAST, lastForecast).provenance().published();
  }

  /**
   * The register as it stood when a projection from a base year could first have been made. Where
   * the base year is the newest one it is all that is held, and as of a date on which it could be
   * the newest one, all that was held then.
   */
  static EvidenceBase then(EvidenceBase evidence, FinancialYear baseYear) {
    LocalDate day = Calibration.dayOf(baseYear);
    boolean isNewest =
        evidence
            .asOfDate()
            .map(date -> !date.isAfter(day.plusYears(1)))
            .orElseGet(() -> !RequiredSeries.hasLater(evidence, baseYear));
    return isNewest ? evidence : evidence.asOf(day);
  }

  private static Deflator deflator(
      EvidenceBase evidence, NavigableMap<Integer, Double> outturn, EvidenceBase then) {
    int last = outturn.lastKey();
    // The publication that holds the last outturn, and which that is.
    String vintage =
        observation(evidence, OUTTURN, last).provenance().citation() + "; outturn to " + last;
    return Deflator.fromCalendarYears(vintage, outturn, forecast(then, last));
  }

  private static Observation observation(EvidenceBase evidence, String series, int year) {
    return Objects.requireNonNull(
        evidence.series(series).observations().get(Integer.toString(year)));
  }

  /** Growth by year after the last outturn: what is held without a gap, then the long run. */
  private static NavigableMap<Integer, Double> forecast(EvidenceBase evidence, int lastOutturn) {
    TreeMap<Integer, Double> growth = new TreeMap<>();
    int year = lastOutturn + 1;
    if (evidence.hasSeries(FORECAST)) {
      NavigableMap<Integer, Double> held = evidence.series(FORECAST).byCalendarYear();
      for (Double next = held.get(year); next != null; next = held.get(++year)) {
        growth.put(year, next);
      }
    }
    growth.put(year, evidence.prior(LONG_RUN).centre());
    return growth;
  }

  /**
   * Growth of the deflator in logarithms by calendar year, up to the one in which the base year
   * starts: of the long record until the Treasury's begins, then of that.
   */
  static YearlySeries yearlyGrowth(EvidenceBase evidence, FinancialYear baseYear) {
    NavigableMap<Integer, Double> latest =
        evidence.series(OUTTURN).byCalendarYear().headMap(baseYear.startYear(), true);
    List<Cited> growth = new ArrayList<>();
    if (evidence.hasSeries(LONG_RECORD)) {
      NavigableMap<Integer, Double> before =
          evidence
              .series(LONG_RECORD)
              .acrossBreaks() // not read beyond the year in which the Treasury's begins
              .byCalendarYear()
              .headMap(latest.firstKey(), true);
      growth.addAll(growths(before, LONG_RECORD));
    }
    growth.addAll(growths(latest, OUTTURN));
    return YearlySeries.of(growth);
  }

  private static List<Cited> growths(NavigableMap<Integer, Double> index, String series) {
    List<Cited> logs = index.values().stream().map(value -> Cited.of(value, series).log()).toList();
    List<Cited> growth = new ArrayList<>();
    for (int i = 1; i < logs.size(); i++) {
      growth.add(logs.get(i).minus(logs.get(i - 1)));
    }
    return growth;
  }
}
