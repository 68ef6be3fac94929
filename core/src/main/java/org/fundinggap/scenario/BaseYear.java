package org.fundinggap.scenario;

import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Prior;
import org.fundinggap.evidence.Series;
import org.fundinggap.model.InputsBuilder;
import org.fundinggap.model.Parameter;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.quantity.YearRange;
import org.fundinggap.random.Distribution;

/** What calibration reads of the evidence: values at the base year and recent years before it. */
record BaseYear(EvidenceBase evidence, FinancialYear year) {
  /** Longest history that an estimate looks back over. */
  private static final int WINDOW = 9;

  double at(String seriesId) {
    return evidence.series(seriesId).at(year);
  }

  double before(String seriesId) {
    return evidence.series(seriesId).at(year.plus(-1));
  }

  boolean has(String seriesId) {
    return evidence.knows(seriesId) && evidence.series(seriesId).has(year);
  }

  double prior(String id) {
    return evidence.prior(id).centre();
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

  /** A registered prior as a distribution. */
  static Distribution distribution(Prior prior) {
    Distribution shape = shape(prior);
    return prior.massAtZero() > 0 ? Distribution.zeroOr(prior.massAtZero(), shape) : shape;
  }

  private static Distribution shape(Prior prior) {
    boolean bounded = Double.isFinite(prior.lower()) || Double.isFinite(prior.upper());
    return switch (prior.distribution()) {
      case FIXED -> Distribution.fixed(prior.centre());
      case NORMAL ->
          bounded
              ? Distribution.truncatedNormal(
                  prior.centre(), prior.spread(), prior.lower(), prior.upper())
              : Distribution.normal(prior.centre(), prior.spread());
      case TRIANGULAR -> Distribution.triangular(prior.lower(), prior.centre(), prior.upper());
      case UNIFORM -> Distribution.uniform(prior.lower(), prior.upper());
    };
  }

  /** Gives a parameter its registered prior. */
  void prior(InputsBuilder inputs, Parameter parameter, String priorId) {
    inputs.parameter(parameter, distribution(evidence.prior(priorId)), priorId);
  }

  /** Gives a parameter a value known without a range worth stating. */
  static void fixed(InputsBuilder inputs, Parameter parameter, double value, String... evidence) {
    inputs.parameter(parameter, Distribution.fixed(value), evidence);
  }

  /** Gives a parameter an estimate with its standard error, kept inside the parameter's bounds. */
  static void estimate(
      InputsBuilder inputs,
      Parameter parameter,
      double mean,
      double standardError,
      List<String> evidence) {
    inputs.parameter(
        parameter,
        Distribution.truncatedNormal(mean, standardError, parameter.lower(), parameter.upper()),
        evidence.toArray(String[]::new));
  }
}
