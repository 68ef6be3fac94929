package org.fundinggap.calibration;

import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.internal.Log;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/** What calibration reads of the evidence: values at the base year and recent years before it. */
record BaseYearEvidence(EvidenceBase evidence, FinancialYear year) {
  /** Longest history that an estimate looks back over: nine yearly changes. */
  private static final int WINDOW = 9;

  /** A prior may be made from what is published within so many months of the base year's end. */
  private static final int MONTHS_OF_PUBLICATION = 30;

  double at(String seriesId) {
    return at(seriesId, year);
  }

  double at(String seriesId, FinancialYear when) {
    return evidence.series(seriesId).at(when);
  }

  double before(String seriesId) {
    return at(seriesId, year.plus(-1));
  }

  boolean has(String seriesId) {
    return has(seriesId, year);
  }

  boolean has(String seriesId, FinancialYear when) {
    return evidence.hasSeries(seriesId) && evidence.series(seriesId).has(when);
  }

  /** The central value of a registered prior. */
  double prior(String id) {
    return evidence.prior(id).centre();
  }

  /** A normal prior as a belief. */
  Belief belief(String priorId) {
    Prior prior = evidence.prior(priorId);
    return new Belief(prior.centre(), prior.spread());
  }

  /** That a number lies about a value, by a registered spread. */
  Belief beliefAbout(double value, String spreadId) {
    return new Belief(value, prior(spreadId));
  }

  /** A belief about a spread, of a registered weight. */
  SpreadBelief spreadBelief(String priorId) {
    return new SpreadBelief(prior(priorId), prior("spread-years"));
  }

  /** Whether a prior was made from what was published long after the base year. */
  boolean isHindsight(String priorId) {
    LocalDate known = year.lastDay().plusMonths(MONTHS_OF_PUBLICATION);
    return !evidence.prior(priorId).provenance().knownBy(known);
  }

  /**
   * The last years, up to the base year, in which every one of some series has a value and none
   * breaks; at most {@value #WINDOW} changes.
   */
  YearRange window(String... seriesIds) {
    FinancialYear first = year;
    while (first.yearsUntil(year) < WINDOW && reachesBack(first, seriesIds)) {
      first = first.plus(-1);
    }
    return YearRange.inclusive(first, year);
  }

  private boolean reachesBack(FinancialYear first, String... seriesIds) {
    for (String id : seriesIds) {
      Series series = evidence.series(id);
      if (!series.has(first)
          || !series.has(first.plus(-1))
          || series.observation(first).breakBefore()) {
        return false;
      }
    }
    return true;
  }

  /** Logarithms of a positive yearly number. */
  static YearlySeries logs(YearRange years, ToDoubleFunction<FinancialYear> number) {
    return YearlySeries.of(
        years.years().stream().mapToDouble(year -> Log.log(number.applyAsDouble(year))).toArray());
  }
}
