package org.fundinggap.calibration;

import java.time.LocalDate;
import java.util.function.Function;
import org.fundinggap.estimation.Belief;
import org.fundinggap.estimation.Estimate;
import org.fundinggap.estimation.SpreadBelief;
import org.fundinggap.estimation.YearlySeries;
import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;

/**
 * What calibration reads of the evidence: values at the base year and recent years before it. Each
 * comes with the id that it was read by.
 */
record BaseYearEvidence(EvidenceBase evidence, FinancialYear year) {
  /** Longest history that an estimate looks back over: nine yearly changes. */
  static final int WINDOW = 9;

  /** A prior may be made from what is published within so many months of the base year's end. */
  private static final int MONTHS_OF_PUBLICATION = 30;

  Cited at(String seriesId) {
    return at(seriesId, year);
  }

  Cited at(String seriesId, FinancialYear when) {
    return Cited.of(evidence.series(seriesId).at(when), seriesId);
  }

  Cited before(String seriesId) {
    return at(seriesId, year.plus(-1));
  }

  boolean has(String seriesId) {
    return has(seriesId, year);
  }

  boolean has(String seriesId, FinancialYear when) {
    return evidence.hasSeries(seriesId) && evidence.series(seriesId).has(when);
  }

  Cited figure(String id) {
    return Cited.of(evidence.figure(id).value(), id);
  }

  /** The central value of a registered prior. */
  Cited prior(String id) {
    return Cited.of(evidence.prior(id).centre(), id);
  }

  /** The standard deviation of a normal prior. */
  Cited spreadOf(String priorId) {
    return Cited.of(evidence.prior(priorId).spread(), priorId);
  }

  /** A normal prior as a belief. */
  Belief belief(String priorId) {
    return Belief.of(prior(priorId), spreadOf(priorId));
  }

  /** A normal prior as an estimate in which no data count. */
  Estimate believed(String priorId) {
    return Estimate.of(prior(priorId), spreadOf(priorId), 0, 0);
  }

  /** That a number lies about a value, by a registered spread. */
  Belief beliefAbout(Cited value, String spreadId) {
    return Belief.of(value, prior(spreadId));
  }

  /** A belief about a spread, of a registered weight. */
  SpreadBelief spreadBelief(String priorId) {
    return SpreadBelief.of(prior(priorId), prior("spread-years"));
  }

  /**
   * What is left in the base year of drifts that fade: all, but where what they move is projected
   * from the year before and not published. There they have faded for a year already.
   *
   * @param halfLife the prior of their half-life, in years
   * @param moved a series that they move
   */
  Cited fade(String halfLife, String moved) {
    boolean isProjected =
        has(moved) && evidence.series(moved).observation(year).provenance().source().isProjection();
    double years = Calibration.distribution(evidence.prior(halfLife)).mean();
    return Cited.from(isProjected ? StrictMath.pow(0.5, 1 / years) : 1, prior(halfLife));
  }

  /** Whether a prior was made from what was published long after the base year. */
  boolean isHindsight(String priorId) {
    LocalDate known = year.lastDay().plusMonths(MONTHS_OF_PUBLICATION);
    return !evidence.prior(priorId).provenance().knownBy(known);
  }

  /**
   * What had been published when a projection from the base year could first have been made; all
   * that a register holds where the base year is its newest.
   */
  BaseYearEvidence then() {
    return new BaseYearEvidence(Deflators.then(evidence, year), year);
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

  /** A yearly number. */
  static YearlySeries series(YearRange years, Function<FinancialYear, Cited> number) {
    return YearlySeries.of(years.years().stream().map(number).toList());
  }

  /** Logarithms of a positive yearly number. */
  static YearlySeries logs(YearRange years, Function<FinancialYear, Cited> number) {
    return series(years, number.andThen(Cited::log));
  }
}
