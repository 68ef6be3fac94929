package org.fundinggap.calibration;

import java.util.ArrayList;
import java.util.List;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.Shrinkage;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;

/**
 * What the whole record of children looked after says of their growth: it returns to a mean that is
 * pooled with no growth at all. The record is of counts from 1993-94 on, of which flows are
 * published for the last years alone.
 */
final class LongRecord {
  private static final String LOOKED_AFTER = "looked-after";

  private LongRecord() {}

  /** Growth over the years after the base year, in logarithms, without a shock. */
  static Cited growth(BaseYearEvidence base, int years) {
    YearlySeries changes = YearlySeries.of(logs(base)).changes();
    Estimate persistence = changes.autocorrelation(base.belief("looked-after-growth-persistence"));
    Estimate spread =
        changes.spread(
            Shrinkage.ofSeries(base.spreadBelief("looked-after-growth-spread"), persistence),
            persistence);
    Cited mean =
        changes.mean(base.belief("looked-after-growth"), spread, persistence).cited();
    Cited deviation = changes.citedLast().minus(mean);
    Cited growth = Cited.of(0);
    for (int i = 0; i < years; i++) {
      deviation = deviation.times(persistence.cited());
      growth = growth.plus(mean).plus(deviation);
    }
    return growth;
  }

  private static List<Cited> logs(BaseYearEvidence base) {
    Series series = base.evidence().series(LOOKED_AFTER);
    List<Cited> logs = new ArrayList<>();
    FinancialYear year = base.year();
    while (series.has(year)) {
      logs.add(0, base.at(LOOKED_AFTER, year).log());
      year = year.plus(-1);
    }
    return logs;
  }
}
