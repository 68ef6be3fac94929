package org.fundinggap.hindcast;

import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Execution;
import org.fundinggap.simulation.Settings;

/**
 * The model as of an origin, run to a last year.
 *
 * @param origin from where
 * @param known the register as it stood
 * @param said what it said
 */
record PastRun(ForecastOrigin origin, EvidenceBase known, BaselineRun said) {
  static PastRun of(
      ForecastOrigin origin,
      EvidenceBase known,
      FinancialYear last,
      Settings settings,
      Execution execution) {
    Baseline baseline = Baseline.england(known, origin.baseYear()).to(last);
    return new PastRun(origin, known, BaselineRun.run(baseline, settings, execution));
  }

  FinancialYear base() {
    return origin.baseYear();
  }
}
