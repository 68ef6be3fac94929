package org.fundinggap.examples;

import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Prints one SHA-256 of every draw of every variable of England under four funding rules: two
 * machines that print the same have the same results to the bit.
 */
public final class ResultsDigest {
  private static final int DRAWS = 5_000;

  private ResultsDigest() {}

  /**
   * Prints the digest.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    Baseline baseline = Baseline.england(EvidenceBase.load());
    Projection projection =
        Simulation.of(
                baseline.withEach(
                    FundingRule.CASH_FLAT,
                    FundingRule.REAL_FLAT,
                    FundingRule.COUNCIL_TAX,
                    FundingRule.FOLLOWS_OUTTURN))
            .run(Settings.of(1, DRAWS));
    System.out.println(projection.digest());
  }
}
