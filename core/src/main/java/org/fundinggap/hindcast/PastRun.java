package org.fundinggap.hindcast;

import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * The model as of an origin, run to a last year.
 *
 * @param origin from where
 * @param known the register as it stood
 * @param said what it said
 */
record PastRun(ForecastOrigin origin, EvidenceBase known, BaselineRun said) {
  FinancialYear base() {
    return origin.baseYear();
  }
}
