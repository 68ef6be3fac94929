package org.fundinggap.calibration;

import org.fundinggap.evidence.Cited;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.quantity.FinancialYear;

/**
 * The basis on which need, spending and funding of a base year are counted net: the revenue
 * outturn, or section 251 before that is held.
 */
public enum NetBasis {
  /** The councils' revenue outturn. */
  REVENUE_OUTTURN("revenue-outturn", "ro-net", "ro-gross"),
  /** The section 251 return; where it is held gross only, net is a usual share of gross. */
  SECTION_251("section 251", "spend-net", "spend-gross");

  private static final String USUAL_SHARE = "net-share";

  private final String label;
  private final String netSeries;
  private final String grossSeries;

  NetBasis(String label, String netSeries, String grossSeries) {
    this.label = label;
    this.netSeries = netSeries;
    this.grossSeries = grossSeries;
  }

  /**
   * The basis that a base year's numbers are on.
   *
   * @param evidence the register
   * @param baseYear the base year
   * @return the revenue outturn where it is held for the year
   */
  public static NetBasis of(EvidenceBase evidence, FinancialYear baseYear) {
    return of(new BaseYearEvidence(evidence, baseYear));
  }

  static NetBasis of(BaseYearEvidence base) {
    return base.has(REVENUE_OUTTURN.grossSeries) ? REVENUE_OUTTURN : SECTION_251;
  }

  /**
   * What it is, in a few words.
   *
   * @return such as {@code section 251}
   */
  public String label() {
    return label;
  }

  /**
   * The series of net spending on this basis.
   *
   * @return its id; the register may hold it for other years only, or not at all
   */
  public String netSeries() {
    return netSeries;
  }

  /**
   * The series of gross spending on this basis.
   *
   * @return its id
   */
  public String grossSeries() {
    return grossSeries;
  }

  /** Gross spending of the base year, GBP million. */
  Cited gross(BaseYearEvidence base) {
    return base.at(grossSeries);
  }

  /** Net over gross of the base year: the published net, or a usual share. */
  Cited share(BaseYearEvidence base) {
    return base.has(netSeries) ? base.at(netSeries).over(gross(base)) : base.prior(USUAL_SHARE);
  }

  /** Net spending of the base year, GBP million. */
  Cited net(BaseYearEvidence base) {
    return share(base).times(gross(base));
  }

  /** As sentences write it. */
  @Override
  public String toString() {
    return label;
  }
}
