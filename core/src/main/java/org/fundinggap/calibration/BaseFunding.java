package org.fundinggap.calibration;

import java.util.List;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.internal.Checks;
import org.fundinggap.quantity.FinancialYear;

/**
 * What there is to spend in the base year, all streams together, ring-fenced new money apart.
 *
 * @param millions GBP million, net, cash; not negative
 * @param method how it came about, in a clause
 * @param evidence ids of what it comes from; at least one
 */
public record BaseFunding(double millions, String method, List<String> evidence) {
  private static final String BUDGET = "ra-budget-net";

  /**
   * Checks the amount.
   *
   * @param millions as described above
   * @param method as described above
   * @param evidence as described above
   * @throws IllegalArgumentException if the amount is negative or not finite, or no evidence named
   */
  public BaseFunding {
    Checks.within(millions, 0, 1_000_000, "base funding in GBP million", "give the net budget");
    Checks.atLeast(evidence.size(), 1, "number of evidence ids", "name what it comes from");
    evidence = List.copyOf(evidence);
  }

  /**
   * The published budget; where none is held, spending less the published overspend; where that is
   * not held either, spending less a usual overspend.
   *
   * @param evidence the register
   * @param year the base year
   * @return the funding
   */
  public static BaseFunding published(EvidenceBase evidence, FinancialYear year) {
    BaseYearEvidence base = new BaseYearEvidence(evidence, year);
    if (base.has(BUDGET)) {
      return new BaseFunding(base.at(BUDGET), "published budget", List.of(BUDGET));
    }
    double spent = CostCalibration.net(base);
    String spending = CostCalibration.netEvidence(base);
    String overspend = "overspend-" + year;
    if (evidence.knows(overspend)) {
      return new BaseFunding(
          spent - evidence.figure(overspend).value(),
          "net spending less the published overspend",
          List.of(spending, overspend));
    }
    return new BaseFunding(
        spent / (1 + base.prior("overspend-share")),
        "net spending less a usual overspend",
        List.of(spending, CostCalibration.grossEvidence(base), "overspend-share"));
  }
}
