package org.fundinggap.calibration;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.Deflator;
import org.fundinggap.quantity.FinancialYear;

/**
 * The deflator of a base year, whose index names what it was made from: the index of a financial
 * year rests on the calendar years in which it starts and ends, and on all before a forecast one.
 *
 * @param deflator the index
 * @param lastOutturn the last calendar year that is published
 * @param lastForecast the last calendar year with a forecast of its own; that of outturn if none
 * @param method how it goes on after the outturn
 */
record BaseYearPrices(Deflator deflator, int lastOutturn, int lastForecast, String method) {

  static BaseYearPrices of(EvidenceBase evidence, FinancialYear baseYear) {
    return new BaseYearPrices(
        Deflators.of(evidence, baseYear),
        Deflators.lastOutturn(evidence, baseYear),
        Deflators.lastForecast(evidence, baseYear),
        Deflators.method(evidence, baseYear));
  }

  /** The index of a year. */
  Cited index(FinancialYear year) {
    return new Cited(deflator.index(year), ids(year), false);
  }

  /** Growth of the index on the year before; 0.02 for 2%. */
  Cited growth(FinancialYear year) {
    return new Cited(deflator.growth(year), ids(year), false);
  }

  private Set<String> ids(FinancialYear year) {
    int last = year.startYear() + 1;
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    ids.add(Deflators.OUTTURN);
    if (last > lastOutturn && lastForecast > lastOutturn) {
      ids.add(Deflators.FORECAST);
    }
    if (last > lastForecast) {
      ids.add(Deflators.LONG_RUN);
    }
    return ids.build();
  }
}
