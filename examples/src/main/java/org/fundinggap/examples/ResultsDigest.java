package org.fundinggap.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fundinggap.evidence.EvidenceBase;
import org.fundinggap.funding.FundingRule;
import org.fundinggap.hindcast.Hindcast;
import org.fundinggap.hindcast.TrackRecord;
import org.fundinggap.scenario.Baseline;
import org.fundinggap.simulation.Projection;
import org.fundinggap.simulation.Settings;
import org.fundinggap.simulation.Simulation;

/**
 * Prints one SHA-256 of every draw of every variable of England under four funding rules, and of
 * every score from every past date: two machines that print the same have the same results to the
 * bit.
 */
public final class ResultsDigest {
  private static final int DRAWS = 5_000;
  private static final int PAST_DRAWS = 256;

  private ResultsDigest() {}

  /**
   * Prints the digest.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    EvidenceBase evidence = EvidenceBase.load();
    Baseline baseline = Baseline.england(evidence);
    Projection projection =
        Simulation.of(
                baseline.withEach(
                    FundingRule.CASH_FLAT,
                    FundingRule.REAL_FLAT,
                    FundingRule.COUNCIL_TAX,
                    FundingRule.FOLLOWS_OUTTURN))
            .run(Settings.of(1, DRAWS));
    TrackRecord past = Hindcast.of(evidence).run(Settings.of(1, PAST_DRAWS));
    System.out.println(sha256(projection.digest() + past.digest()));
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has SHA-256", never);
    }
  }
}
