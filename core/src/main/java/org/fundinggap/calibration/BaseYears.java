package org.fundinggap.calibration;

import java.util.List;
import java.util.Optional;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.evidence.Series;
import org.fundinggap.quantity.FinancialYear;

/** Which years of a register have all that a base year needs. */
final class BaseYears {
  /** Every base year needs it, so that no other year has to be looked at. */
  private static final String REFERRALS = "referrals";

  private BaseYears() {}

  /** The years that may be base years at all, in order. */
  static List<FinancialYear> candidates(EvidenceBase evidence) {
    if (!evidence.hasSeries(REFERRALS)) {
      return List.of();
    }
    Series referrals = evidence.series(REFERRALS);
    return referrals.timing().isCalendar() ? List.of() : referrals.years();
  }

  static boolean works(EvidenceBase evidence, FinancialYear year) {
    return RequiredSeries.missing(evidence, year).isEmpty();
  }

  static List<FinancialYear> all(EvidenceBase evidence) {
    return candidates(evidence).stream().filter(year -> works(evidence, year)).toList();
  }

  static Optional<FinancialYear> latest(EvidenceBase evidence) {
    List<FinancialYear> years = candidates(evidence);
    for (int i = years.size() - 1; i >= 0; i--) {
      if (works(evidence, years.get(i))) {
        return Optional.of(years.get(i));
      }
    }
    return Optional.empty();
  }
}
